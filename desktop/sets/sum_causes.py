"""How a parent's figure could have come to differ from the sum of those below it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Final

from desktop.report.values import Number, format_number
from desktop.sets.set_finding import Addend, SumCause

ABSENT: Final = "absent"
_MOST_CAUSES: Final = 5
_MOST_ALIKE: Final = 3
_MOST_PAIRED: Final = 60
"""units among which pairs are looked for: there are 1,770 of them"""

_FindCauses = Callable[[Number, Sequence[Addend]], Iterator[SumCause]]


def causes_of(
    gaps: Mapping[str, Number], addends: Mapping[str, Sequence[Addend]]
) -> dict[str, list[SumCause]]:
    """For each cell of a parent that differs, what a single subordinate or a pair explains.

    Args:
        gaps: by cell, the parent's figure less the sum.
        addends: by cell, what each subordinate adds.

    Returns:
        By cell, at most five; those first that explain all of the parent's differences, then
        single units before pairs.
    """
    found = {cell: list(_of_cell(gap, addends[cell])) for cell, gap in gaps.items()}
    common = set.intersection(*({_key(c) for c in causes} for causes in found.values()))
    # Who is missing is missing everywhere.
    common = {key for key in common if key[0] != ABSENT}
    return {
        cell: sorted(
            (_marked(cause, common, len(gaps)) for cause in causes),
            key=lambda cause: (not cause.explains_all, len(cause.units)),
        )[:_MOST_CAUSES]
        for cell, causes in found.items()
    }


def _key(cause: SumCause) -> tuple[str, tuple[str, ...]]:
    return cause.kind, cause.units


def _marked(cause: SumCause, common: set[tuple[str, tuple[str, ...]]], cells: int) -> SumCause:
    if cells < 2 or _key(cause) not in common:
        return cause
    message = f"{cause.message}（{cells} 格的差额都是如此）"
    return SumCause(cause.kind, cause.units, message, explains_all=True)


def _of_cell(gap: Number, addends: Sequence[Addend]) -> Iterator[SumCause]:
    """What explains one difference; what many units would explain alike, tells nothing."""
    for find in _KINDS:
        found = list(find(gap, addends))
        if len(found) <= _MOST_ALIKE:
            yield from found


def _counted_twice(gap: Number, addends: Sequence[Addend]) -> Iterator[SumCause]:
    for addend in addends:
        if gap > 0 and addend.value == gap:
            words = f"{addend.unit} 的 {format_number(gap)} 可能计了两次"
            yield SumCause("counted_twice", (addend.unit,), words)


def _left_out(gap: Number, addends: Sequence[Addend]) -> Iterator[SumCause]:
    for addend in addends:
        if gap < 0 and addend.value == -gap:
            words = f"{addend.unit} 的 {format_number(-gap)} 可能没有计入"
            yield SumCause("left_out", (addend.unit,), words)


def _transposed(gap: Number, addends: Sequence[Addend]) -> Iterator[SumCause]:
    """Two neighbouring digits changed places when a figure was copied."""
    for addend in addends:
        for other in _swapped(addend.value):
            if addend.value is not None and other - addend.value == gap:
                words = f"{addend.unit} 的 {addend.value} 可能抄成了 {other}"
                yield SumCause("transposed", (addend.unit,), words)


def _swapped(value: Number | None) -> Iterator[int]:
    if not isinstance(value, int) or value < 10:
        return
    digits = str(value)
    for at in range(len(digits) - 1):
        one, two = digits[at], digits[at + 1]
        if one != two and not (at == 0 and two == "0"):
            yield int(digits[:at] + two + one + digits[at + 2 :])


def _not_in(gap: Number, addends: Sequence[Addend]) -> Iterator[SumCause]:
    """What is left over may be the figure of those whose report is not in."""
    absent = tuple(addend.unit for addend in addends if addend.value is None)
    if gap > 0 and absent:
        units = absent[0] if len(absent) == 1 else f"{absent[0]} 等 {len(absent)} 个单位"
        words = f"{units}没有数字，合计应为 {format_number(gap)}"
        yield SumCause(ABSENT, absent, words)


def _pair(gap: Number, addends: Sequence[Addend]) -> Iterator[SumCause]:
    wanted = max(gap, -gap)
    filled = [addend for addend in addends if addend.value and addend.value < wanted]
    if len(filled) > _MOST_PAIRED:
        return
    for one, two in combinations(filled, 2):
        if (one.value or 0) + (two.value or 0) == wanted:
            what = "可能计了两次" if gap > 0 else "可能没有计入"
            kind = "counted_twice" if gap > 0 else "left_out"
            words = (
                f"{one.unit} 的 {format_number(one.value or 0)} 和 "
                f"{two.unit} 的 {format_number(two.value or 0)} {what}"
            )
            yield SumCause(kind, (one.unit, two.unit), words)


_KINDS: Final[tuple[_FindCauses, ...]] = (_not_in, _counted_twice, _left_out, _transposed, _pair)
