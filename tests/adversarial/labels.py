"""Labels printed twice, foreign, misspelt, shortened; rows that lack."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from desktop.report.form import FormRow
from tests.adversarial.alter import cells_of, edit_rows, label_of, relabel, rename, reword, shuffled
from tests.adversarial.draft import Draft
from tests.adversarial.kinds import CHROMIUM, EVERY, WRITER, kind
from tests.adversarial.sums import ORGANS

# (table, line whose label is lost, line whose label stands there too)
_TWICE: Final = (
    ("applications", "research", "enterprise"), ("applications", "social", "research"),
    ("applications", "legal", "social"), ("disputes", "review.other", "review.corrected"),
    ("disputes", "direct.pending", "direct.other"), ("proactive", "penalty", "coercion"),
    ("disputes", "after_review.upheld", "after_review.corrected"),
    ("applications", "denied_3", "denied_2"), ("applications", "denied_5", "denied_6"),
    ("applications", "declined_2", "declined_3"), ("applications", "unavailable_1",
    "unavailable_2"), ("applications", "new", "carried_in"), ("applications", "granted",
    "partial"),
)  # fmt: skip
_FOREIGN: Final = (
    ("applications", "social", "机关事业单位"), ("applications", "legal", "新闻媒体"),
    ("applications", "research", "村民委员会"), ("applications", "natural", "外国人"),
    ("proactive", "coercion", "行政裁决"), ("proactive", "permit", "行政确认"),
    ("applications", "denied_4", "4.涉及个人荣誉称号"), ("disputes", "review.pending", "撤回申请"),
    ("applications", "declined_3", "3.要求提供法律咨询"),
    ("applications", "partial", "（二）转送办理"),
    ("disputes", "direct.corrected", "移送管辖"), ("disputes", "review.other", "调解结案"),
)  # fmt: skip
_FOREIGN_PATHS: Final = (
    ("行政诉讼", "行政赔偿"),
    ("行政复议", "信访投诉"),
    ("复议后起诉", "检察监督"),
)
_VARIANTS: Final = (
    ("行政规范性文件", "规范性文件"), ("现行有效件数", "现行有效件"), ("1.", "1. "), (".", "．"),
    ("总计", "总 计"), ("总计", "总　计"), ("（", "("), ("）", ")"), ("“", '"'), ("”", '"'),
    ("部分公开（区分处理的，只计这一情形，不计其他情形）", "部分公开"),
    ("1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", "1.逾期不补正"),
    ("2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", "2.逾期未缴费"),
    ("（单位：万元）", "（万元）"), ("（单位：万元）", "（单位:万元）"),
    ("第二十条第", "第二十条 第"),
    ("“三安全一稳定”", "三安全一稳定"), ("结转下年度继续办理", "结转下年度继续办理数量"),
    ("自然人", "自 然 人"), ("其他法律行政法规", "其他法律、行政法规"), (".", "、"),
    ("不补正、行政", "不补正，行政"), ("费用、行政", "费用，行政"), ("其他", "其 他"),
)  # fmt: skip
_SLIPS: Final = (
    ("属于行政执法案卷", "属于行执法案卷"), ("重复申请", "重申请"), ("查询事项", "查寻事项"),
    ("法律服务机构", "法律服务机枸"), ("社会公益组织", "社会公益组只"), ("结果维持", "结果维特"),
    ("未经复议直接起诉", "未经复议直接起述"), ("信访举报投诉类申请", "信访举报投诉申请"),
    ("大量反复申请", "大量反复申清"), ("商业企业", "商业企业业"), ("过程性信息", "过程信息"),
    ("本机关不掌握相关政府信息", "本机关不掌握相关信息"), ("行政处罚", "行政处罚罚"),
    ("第三方合法权益", "第三方合法权利"), ("公开出版物", "公开岀版物"), ("尚未审结", "尚末审结"),
)  # fmt: skip
_SIMPLIFIED: Final = "内动务区单国执报审属强复数于会条业构机权决无获现当发确规范纠结维总继续罚处计"
_TRADITIONAL: Final = "內動務區單國執報審屬強復數於會條業構機權決無獲現當發確規範糾結維總繼續罰處計"


@kind("labels.twice", EVERY, form="2021")
def twice(draft: Draft) -> None:
    """A label stands where its neighbour's should: whose numbers are whose nobody can say."""
    table, line, other = draft.random.choice(_TWICE)
    label = label_of(draft, table, other)
    _, dot, words = label.partition(".")
    if dot and draft.random.random() < 0.5:
        label = label_of(draft, table, line).partition(".")[0] + dot + words
    rename(draft, table, line, label)
    unknown(draft, cells_of(draft, table, line, other))


@kind("labels.foreign", EVERY, form="2021")
def foreign(draft: Draft) -> None:
    """A label that no form has: its numbers count something else."""
    if draft.random.random() < 0.25:
        old, new = draft.random.choice(_FOREIGN_PATHS)
        relabel(draft, lambda text: new if text == old else text)
        slots = draft.form.table("disputes").slots()
        unknown(draft, (slot.name for slot in slots if old in slot.column.label))
        return
    table, line, label = draft.random.choice(_FOREIGN)
    rename(draft, table, line, label)
    unknown(draft, cells_of(draft, table, line))


@kind("labels.variants", EVERY)
def variants(draft: Draft) -> None:
    """Short labels and other ways of writing the same, as real offices have them."""
    for old, new in draft.random.sample(_VARIANTS, draft.random.randrange(2, 7)):
        reword(draft, old, new)


@kind("labels.traditional", (CHROMIUM, WRITER))
def traditional(draft: Draft) -> None:
    """All labels in traditional characters, or what a careless conversion makes of them."""
    share = draft.random.choice((0.5, 0.8, 1.0))
    for old, new in zip(_SIMPLIFIED, _TRADITIONAL, strict=True):
        if draft.random.random() < share:
            reword(draft, old, new)


@kind("labels.misspelt", EVERY)
def misspelt(draft: Draft) -> None:
    """A character too many, too few or wrong, where no other label comes near."""
    for old, new in draft.random.sample(_SLIPS, draft.random.randrange(1, 5)):
        reword(draft, old, new)


@kind("labels.row_missing", EVERY, form="2021")
def row_missing(draft: Draft) -> None:
    """A row lacks; those behind it keep their numerals or close up."""
    rows = [r for r in draft.tables["applications"].blocks[0].rows if "." in r.label[-1]]
    lost = draft.random.choice(rows)
    group = [row.id for row in rows if row.group == lost.group]
    place = group.index(lost.id)
    drop(draft, [lost.id])
    around = group[max(0, place - 1) : place + 2]
    if draft.random.random() < 0.5:
        renumber(draft, lost.group)
        around = group
    draft.may.update(cells_of(draft, "applications", *around))


@kind("labels.other_rows", EVERY, form="2021")
def other_rows(draft: Draft) -> None:
    """Of the rows of （六）其他处理 two lack, or they stand in another order."""
    rows = ["other_1", "other_2", "other_3"]
    if draft.random.random() < 0.5:
        kept = draft.random.choice(rows)
        drop(draft, [row for row in rows if row != kept])
        draft.may.update(cells_of(draft, "applications", kept))
        return
    order = shuffled(draft.random, rows)

    def mixed(old: tuple[FormRow, ...]) -> list[FormRow]:
        found = {row.id: row for row in old}
        start = [row.id for row in old].index(rows[0])
        return [*old[:start], *(found[row] for row in order), *old[start + 3 :]]

    edit_rows(draft, "applications", mixed)
    if draft.random.random() < 0.5:
        renumber(draft, "other")
        draft.ask.update(cells_of(draft, "applications", *moved(rows, order)))


@kind("labels.other_single", EVERY, form="mixed")
def other_single(draft: Draft) -> None:
    """（六）其他处理 is one row, as in the form before."""
    del draft


def unknown(draft: Draft, cells: Iterable[str]) -> None:
    """Of these cells a person cannot say a number; that something lacks may be told."""
    draft.seen.update(dict.fromkeys(cells))
    draft.expected.add("F04")


def drop(draft: Draft, rows: list[str]) -> None:
    """Leave rows of 表三 out."""
    edit_rows(draft, "applications", lambda old: [row for row in old if row.id not in rows])
    unknown(draft, cells_of(draft, "applications", *rows))


def renumber(draft: Draft, group: str) -> None:
    """Count the rows of a group from 1."""
    rows = [r for r in draft.tables["applications"].blocks[0].rows if r.group == group]
    labels = {
        row.id: f"{number}.{row.label[-1].partition('.')[2]}"
        for number, row in enumerate(rows, start=1)
    }
    edit_rows(
        draft,
        "applications",
        lambda old: [
            replace(r, label=(*r.label[:-1], labels[r.id])) if r.id in labels else r for r in old
        ],
    )


def moved(rows: list[str], order: list[str]) -> list[str]:
    """The rows that stand elsewhere than in the form."""
    return [row for row, other in zip(rows, order, strict=True) if row != other]


assert "other" in ORGANS, "a row's id that is a column's too would name too many cells"
