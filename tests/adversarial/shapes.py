"""Tables in another shape than the form's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from desktop.report.form import FormBlock, FormColumn, FormRow, ValueKind
from tests.adversarial.alter import edit_block
from tests.adversarial.draft import Draft
from tests.adversarial.kinds import EVERY, kind

_OUTCOMES: Final = {
    "upheld": "结果维持", "corrected": "结果纠正", "other": "其他结果", "pending": "尚未审结",
    "total": "总计",
}  # fmt: skip
_PATHS: Final = {
    "review": ("行政复议",),
    "direct": ("行政诉讼", "未经复议直接起诉"),
    "after_review": ("行政诉讼", "复议后起诉"),
}


@kind("shapes.disputes_upright", EVERY)
def disputes_upright(draft: Draft) -> None:
    """表四 has a row for each path and a column for each outcome."""
    columns = tuple(
        FormColumn(name, (label,), ValueKind.COUNT, 1, ()) for name, label in _OUTCOMES.items()
    )
    rows = tuple(
        FormRow(name, label, "", detail=False, aliases=()) for name, label in _PATHS.items()
    )
    block = FormBlock("", draft.random.choice(("", "类别", "项目")), columns, rows)
    draft.tables["disputes"] = replace(draft.tables["disputes"], blocks=(block,))


@kind("shapes.blocks_apart", EVERY)
def blocks_apart(draft: Draft) -> None:
    """The blocks of 表二 are tables of their own."""
    draft.look["separate_blocks"] = True


@kind("shapes.unmerged", EVERY, form="2021")
def unmerged(draft: Draft) -> None:
    """A number of 表二 that should stand over three columns stands in one; two are blank."""
    place = draft.random.choice((0, 0, 1, 2))

    def parted(block: FormBlock) -> FormBlock:
        columns = tuple(_parted(block.columns, place))
        return replace(block, columns=columns)

    edit_block(draft, "proactive", parted)


def _parted(columns: tuple[FormColumn, ...], place: int) -> Iterator[FormColumn]:
    """Each column that spans others as one narrow one, among blank ones."""
    for column in columns:
        for index in range(column.span):
            blank = FormColumn(f"blank{index}", ("",), ValueKind.COUNT, 1, ())
            named = column.span == 1 or index == place
            yield replace(column, span=1) if named else blank
