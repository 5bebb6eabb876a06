"""Faults drawn into a right report, and the finding that each must lead to."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass, replace
from typing import Any, Final

from PIL import Image
from reportlab.lib.utils import ImageReader

from desktop.report.form import Form, FormRow
from desktop.report.model import ObservationKind
from desktop.rules.finding import Severity
from tests.adversarial.alter import cells_of, edit_block, edit_columns, edit_rows, relabel, reword
from tests.adversarial.columns import add_column, add_row
from tests.adversarial.draft import Box, Draft, Run
from tests.builders import FORM_2019, FORM_2021, FORM_MIXED
from tests.reading.drawn import Alter, draft

E, W, H = Severity.ERROR, Severity.WARNING, Severity.HINT
PERMIT: Final = "proactive.permit.decisions"
FEE: Final = "proactive.fee.amount"
ORGANS: Final = ("natural", "enterprise", "research", "social", "legal", "other", "total")


@dataclass(frozen=True)
class Fault:
    """A fault, and the one finding of `rule` that it must lead to.

    `says` are parts of its message, `cells` those that it names. `besides` are the other rules
    that find something.
    """

    rule: str
    severity: Severity
    alter: Alter
    says: tuple[str, ...]
    cells: tuple[str, ...] = ()
    besides: Set[str] = frozenset()
    kind: ObservationKind | None = None
    partial: bool = False
    form: Form = FORM_2021

    def draft(self) -> Draft:
        """The report with the fault."""
        made = draft(self.form)
        self.alter(made)
        return made


def row(*lines: str, table: str = "applications") -> tuple[str, ...]:
    """The cells of rows, or columns, in the order of the form."""
    return tuple(cells_of(draft(), table, *lines))


def heading(number: int, text: str) -> Alter:
    return lambda made: made.headings.update({number: text})


def without_row(line: str) -> Alter:
    return lambda made: edit_rows(
        made, "applications", lambda rows: [r for r in rows if r.id != line]
    )


def without_column(line: str) -> Alter:
    return lambda made: edit_columns(
        made, "applications", lambda columns: [c for c in columns if c.id != line]
    )


def words(old: str, new: str) -> Alter:
    return lambda made: reword(made, old, new)


def corner(text: str) -> Alter:
    return lambda made: edit_block(made, "applications", lambda block: replace(block, corner=text))


def printed(name: str, text: str) -> Alter:
    return lambda made: made.write(name, *([Run(text)] if text else []))


def one_row_more(made: Draft) -> None:
    label = ("三、本年度办理结果", "（三）不予公开", "9.涉及个人荣誉称号")
    line = FormRow("more", label, "denied", detail=False, aliases=())
    add_row(made, "applications", line, behind="denied_8")
    for column in ORGANS:
        made.write(f"applications.more.{column}", Run("2"))


def one_column_more(made: Draft) -> None:
    add_column(made, "上年总计", at=7)
    for line in made.form.table("applications").blocks[0].rows:
        made.write(f"applications.{line.id}.extra", Run("5"))


def image_page(made: Draft) -> None:
    """A page of nothing but a picture before the last."""
    picture = ImageReader(Image.new("RGB", (60, 80), (220, 220, 220)))

    def paint(pen: Any, box: Box) -> None:
        pen.new_page()
        pen.canvas.drawImage(picture, 0, 0, box[2], box[3])
        pen.new_page()

    made.over_page.append(paint)


def struck_line(made: Draft) -> None:
    """A few words below the last section with a line through them."""

    def paint(pen: Any, box: Box) -> None:
        x, y = pen.left, pen.y + 20
        pen.text(x + 40, y, "此句不用", pen.style.text_size)
        width = 4 * pen.style.text_size
        middle = y - 0.3 * pen.style.text_size
        pen.line(x + 40, middle, x + 40 + width, middle)
        pen.y += 24

    made.over_page.append(paint)


def no_code(made: Draft) -> None:
    """A number is printed with a code of nobody's, and a picture that the font lacks."""

    def paint(pen: Any, box: Box) -> None:
        pen.text((box[0] + box[2]) / 2, (box[1] + box[3]) / 2 + 3, "\ue000", pen.style.table_size)

    made.contents[PERMIT] = []
    made.over[PERMIT] = [paint]


def digit_beside_a_table(made: Draft) -> None:
    """A digit right of the frame of 表四, level with its numbers."""

    def paint(pen: Any, box: Box) -> None:
        pen.text(box[2] + 3, box[3] - 6, "7", pen.style.table_size)

    made.on_table["disputes"] = [paint]


def in_yuan(made: Draft) -> None:
    relabel(made, lambda text: text.replace("（单位：万元）", "（单位：元）"))
    made.write(FEE, Run("125000"))


FAULTS: Final[dict[str, Fault]] = {
    "the form of 2019": Fault(
        "F01", E, lambda made: None, ("2024年报告应使用", "表三", "表二"), form=FORM_2019,
    ),
    "one table of 2019": Fault(
        "F01", W, lambda made: None, ("表三 申请处理不是这一格式",), form=FORM_MIXED,
    ),
    "a section lacks": Fault("F02", E, heading(5, ""), ("缺少第五部分“存在的主要问题及改进情况”",)),
    "sections in another order": Fault(
        "F02", W, lambda made: made.headings.update(
            {5: made.headings[6], 6: made.headings[5]}
        ), ("第一、二、三、四、六、五部分",), besides={"B09", "F10", "F11"},
    ),
    "a section's number": Fault(
        "F03", W, heading(2, "三、主动公开政府信息情况"), ("应为第二部分，印为“三、”",)
    ),
    "a section's title": Fault(
        "F03", W, heading(5, "五、机关党建工作"), ("第五部分标题应为", "印为“机关党建工作”")
    ),
    "a row lacks": Fault(
        "F04", E, without_row("denied_4"), ("表三缺少“4.保护第三方合法权益”一行",), row("denied_4"),
        besides={"V06"}, kind=ObservationKind.MISSING_ROW,
    ),
    "a column lacks": Fault(
        "F04", E, without_column("research"), ("表三缺少“科研机构”一列",), row("research"),
        kind=ObservationKind.MISSING_COLUMN,
    ),
    "a row more": Fault(
        "F05", W, one_row_more, ("表三多出“9.涉及个人荣誉称号”一行",),
        kind=ObservationKind.EXTRA_ROW,
    ),
    "a column more": Fault(
        "F05", W, one_column_more, ("表三多出“上年总计”一列",), kind=ObservationKind.EXTRA_COLUMN
    ),
    "a row's label": Fault(
        "F06", W, words("1.属于国家秘密", "1.属于国家机密"),
        ("表三“1.属于国家秘密”印为“1.属于国家机密”",), kind=ObservationKind.LABEL,
    ),
    "a column's label": Fault(
        "F06", W, words("社会公益组织", "社会公益组只"), ("表三“社会公益组织”印为“社会公益组只”",),
        kind=ObservationKind.LABEL,
    ),
    "no note on 勾稽": Fault(
        "F07", H, corner(""), ("勾稽关系说明缺失",), kind=ObservationKind.CORNER
    ),
    "another note on 勾稽": Fault(
        "F07", H, corner("（勾稽关系：第一项等于第三项）"), ("表三表头的勾稽",),
        kind=ObservationKind.CORNER,
    ),
    "a page that is a picture": Fault(
        "F08", W, image_page, ("第3页是图片",), kind=ObservationKind.IMAGE
    ),
    "a line of text that is struck through": Fault(
        "F19", H, struck_line, ("页有被遮住、被划去或看不见的文字",), kind=ObservationKind.UNSEEN
    ),
    "a glyph without a code": Fault(
        "F17", W, no_code, ("表二有无法识别的字符",), besides={"V06"}, kind=ObservationKind.UNCODED
    ),
    "a digit beside a table": Fault(
        "F17", W, digit_beside_a_table, ("表四中有数字“7”不在任何一格内",), besides={"V06"},
        kind=ObservationKind.ORPHAN_DIGITS,
    ),
    "the last row lacks": Fault(
        "F18", W, without_row("carried_out"), ("表三读取不全", "共 7 格"), row("carried_out"),
        besides={"V06"}, kind=ObservationKind.UNREAD, partial=True,
    ),
    "the first row lacks": Fault(
        "F18", W, without_row("new"), ("“一、本年新收政府信息公开申请数量”行，共 7 格",),
        row("new"), besides={"V06"}, kind=ObservationKind.UNREAD, partial=True,
    ),
    "the last column lacks": Fault(
        "F18", W, without_column("total"), ("没有读到“总计”列，共 25 格",),
        tuple(name for name in row("total") if name.endswith("total")),
        kind=ObservationKind.UNREAD, partial=True,
    ),
    "a text for a number": Fault("V01", E, printed(PERMIT, "若干"), ("原文为“若干”",), (PERMIT,)),
    "a negative number": Fault("V01", E, printed(PERMIT, "-3"), ("为 -3，不应为负数",), (PERMIT,)),
    "a decimal": Fault("V02", E, printed(PERMIT, "1.5"), ("为 1.5，件数应为整数",), (PERMIT,)),
    "a dash": Fault("V03", W, printed(PERMIT, "—"), ("表二有 1 格未填数字（“—”）",), (PERMIT,)),
    "a remark": Fault(
        "V04", W, printed(PERMIT, "22（其中撤销16件）"), ("按 22 计",), (PERMIT,)
    ),
    "full-width digits": Fault("V05", H, printed(PERMIT, "１２"), ("（如“１２”）",), (PERMIT,)),
    "two numbers": Fault("V06", W, printed(PERMIT, "3  8"), ("表二有 1 格读取存疑",), (PERMIT,)),
    "an amount in yuan": Fault(
        "V09", W, in_yuan, ("表头单位为“元”", "折合 12.5 万元"), (FEE,), besides={"F06"}
    ),
}  # fmt: skip
