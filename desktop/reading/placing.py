"""Where values stand in their cells: those of one table are set alike, left, centred or right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from statistics import median
from typing import Final, NamedTuple

from desktop.geometry import Box, enclosing
from desktop.report.form import Slot
from desktop.tables.grid import GridCell

# In widths of a digit: how far a value stands off the place where the table sets its values
# (a lost digit moves a centred number by half of one, and 1 may be narrower), and off any other
# place where nearly all stand.
_OFF: Final = 0.4
_OFF_TOO: Final = 0.3
# A table sets its values alike when this part of at least so many are within so many points;
# in two ways if their numbers differ by less than this part.
_ALIKE: Final = 0.75
_FEW: Final = 0.1
_LEAST: Final = 5
# A way is clearly the table's if any other has so many times as many values, and one, off it.
_CLEARER: Final = 4
_SAME: Final = 1.0
_PAGE: Final = Box(0, 0, 0, 0)


class PlacedValue(NamedTuple):
    """A value on its page, in the reading frame.

    `label` is where its column's label ends, known in cells that no rulings made; `has_rulings`
    tells which are.
    """

    slot: Slot
    page: int
    cell: GridCell
    label: Box | None
    has_rulings: bool
    extent: Box
    digit: float
    height: float
    lines: int


def placed_value(
    slot: Slot, page: int, cell: GridCell, label: GridCell | None, has_rulings: bool
) -> PlacedValue:
    """A printed value; its cell has text."""
    glyphs = cell.glyphs
    boxes = [glyph.box for glyph in glyphs]
    digits = [g.box.width for g in glyphs if g.char.isdigit()] or [b.width for b in boxes]
    height = boxes[0].height
    end = None
    if label and label.lines and not has_rulings:
        end = enclosing(glyph.box for glyph in label.lines[-1])
    extent = enclosing(boxes)
    return PlacedValue(
        slot, page, cell, end, has_rulings, extent, max(digits), height, len(cell.lines)
    )


def off_place(placed: Sequence[PlacedValue]) -> Iterator[PlacedValue]:
    """Values that are not set in their cells as the table sets them."""
    ruled = [item for item in placed if item.has_rulings]
    yield from _unlike(ruled, [_offsets(item, item.cell.box) for item in ruled])
    columns = list(_columns(item for item in placed if not item.has_rulings))
    short: list[PlacedValue] = []
    for column in columns:
        yield from _unlike(column, [_offsets(item, _PAGE) for item in column])
        if len(column) < _LEAST:
            short.extend(column)
            yield from _unaligned(column)
    yield from _unlike_others([column for column in columns if len(column) >= _LEAST])
    # In columns too short to tell by themselves, values are centred under their labels.
    yield from _off_labels(short)


def _off_labels(placed: Sequence[PlacedValue]) -> Iterator[PlacedValue]:
    """The values that are not centred under their labels, where nearly all are."""
    away = [abs(i.extent.centre_x - i.label.centre_x) if i.label else 0.0 for i in placed]
    if len(placed) >= _LEAST and sum(off < _SAME for off in away) >= _ALIKE * len(placed):
        yield from (i for i, off in zip(placed, away, strict=True) if off > _OFF * i.digit)


def _unaligned(column: Sequence[PlacedValue]) -> Iterator[PlacedValue]:
    """The values of a column that share no alignment: not all can be in their places."""
    for page in {item.page for item in column}:
        items = [item for item in column if item.page == page]
        sides = zip(*(_offsets(item, _PAGE) for item in items), strict=True)
        if all(max(side) - min(side) > _SAME for side in sides):
            yield from items


def _unlike_others(columns: Iterable[Sequence[PlacedValue]]) -> Iterator[PlacedValue]:
    """The values off the one way in which all columns are aligned, their own as well.

    A column of one-digit numbers does not tell its way; the table does.
    """
    away = [(column, _away(column)) for column in columns]
    ways = [[off for _, sides in away for off in sides[way]] for way in range(3)]
    first, second, _ = sorted((sum(off >= _SAME for off in way), n) for n, way in enumerate(ways))
    if second[0] < _CLEARER * (first[0] + 1):
        return
    way = first[1]
    for column, sides in away:
        own = sides[way]
        if sum(off < _SAME for off in own) >= _ALIKE * len(own):
            yield from (i for i, off in zip(column, own, strict=True) if off > _OFF * i.digit)


def _away(column: Sequence[PlacedValue]) -> Sequence[Sequence[float]]:
    """How far each value of a column is from its usual place on the left, middle and right."""
    sides = zip(*(_offsets(item, _PAGE) for item in column), strict=True)
    usual = [(side, median(side)) for side in sides]
    return [[abs(offset - place) for offset in side] for side, place in usual]


def _columns(placed: Iterable[PlacedValue]) -> Iterable[Sequence[PlacedValue]]:
    columns: dict[tuple[int, str], list[PlacedValue]] = {}
    for item in placed:
        columns.setdefault((id(item.slot.block), item.slot.column.id), []).append(item)
    return columns.values()


def _offsets(item: PlacedValue, inside: Box) -> tuple[float, float, float]:
    """How far a value stands from the left edge, the middle and the right edge."""
    box = item.extent
    return box.x0 - inside.x0, box.centre_x - inside.centre_x, box.x1 - inside.x1


def _unlike(
    items: Sequence[PlacedValue], offsets: Sequence[tuple[float, float, float]]
) -> Iterator[PlacedValue]:
    """The items that stand off the way in which most are aligned: left, centred or right.

    `offsets` has for each item how far it stands off the place of each way, in points.
    """
    if len(items) < _LEAST:
        return
    ways: list[tuple[int, list[float]]] = []
    for side in zip(*offsets, strict=True):
        usual = median(side)
        away = [abs(offset - usual) for offset in side]
        ways.append((sum(distance < _SAME for distance in away), away))
    # Numbers of one length are aligned in every way, longer ones in one way only: another way
    # counts if a few numbers out of place may make the difference.
    most = max(count for count, _ in ways)
    least = max(_ALIKE * len(items), most - _FEW * len(items))
    alike = [(count, away) for count, away in ways if count >= least]
    for index, item in enumerate(items):
        off = [away[index] / item.digit > (_OFF if n == most else _OFF_TOO) for n, away in alike]
        if off and all(off) and any(map(str.isdigit, item.cell.text)):
            yield item
