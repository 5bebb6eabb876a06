"""A statutory table drawn in its official layout, over page breaks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import accumulate

from desktop.report.form import FormTable
from desktop.report.layout import LaidCell, Layout, Role, layout_of
from tests.drawing.pen import LEADING, Pen
from tests.drawing.rulings import rule_cell

_STUBS = {"proactive": (0.25,), "applications": (0.06, 0.13, 0.23), "disputes": ()}
_NARROW = 15.0


def draw_table(pen: Pen, table: FormTable, texts: Mapping[str, str]) -> None:
    """Draw a table below the cursor, going on to the next pages where it must."""
    layout = layout_of(table)
    for part in _parts(pen, layout):
        _Drawing(pen, table, part, texts).draw()


def _parts(pen: Pen, layout: Layout) -> list[Layout]:
    """The layout in one piece, or one for each block that begins with a title."""
    starts = [cell.row for cell in layout.cells if cell.role is Role.TITLE]
    if not pen.style.separate_blocks or not starts:
        return [layout]
    parts = []
    for start, end in zip(starts, [*starts[1:], layout.rows], strict=True):
        cells = tuple(
            LaidCell(c.row - start, c.column, c.row_span, c.column_span, c.role, c.text, c.slot)
            for c in layout.cells
            if start <= c.row < end
        )
        parts.append(Layout(end - start, layout.columns, cells))
    return parts


class _Drawing:
    """One table on its way down the pages."""

    def __init__(
        self, pen: Pen, table: FormTable, layout: Layout, texts: Mapping[str, str]
    ) -> None:
        self.pen, self.layout, self.texts = pen, layout, texts
        self.size = pen.style.table_size
        self.leading = self.size * LEADING
        self.xs = _column_edges(pen, table.table, layout.columns)
        self.lines = {cell: self._wrapped(cell) for cell in layout.cells}
        self.heights = row_heights(self.layout, self.lines, self.leading, 6)
        # What is still to be written of a label that a page break cuts.
        self.rest = dict(self.lines)
        ends = [c.row + c.row_span for c in layout.cells if c.role is Role.HEADER]
        # 表二 has a header a block, of which the first is the table's.
        self.header = min(ends, default=0) if table.table == "proactive" else max(ends, default=0)

    def draw(self) -> None:
        row = 0
        while row < self.layout.rows:
            end = self._fitting(row)
            if end == row:
                if self.pen.style.split_rows and self._room() > self.leading + 4:
                    self._draw_split(row)
                    row += 1
                    continue
                self._next_page(row)
                if self._fitting(row) == row and not self.pen.style.split_rows:
                    raise ValueError(f"row {row} is higher than a page")
                continue
            self._draw_rows(row, end)
            row = end
        self.pen.y += 12

    def _next_page(self, row: int) -> None:
        self.pen.new_page()
        if self.pen.style.repeat_header and 0 < self.header <= row:
            self._draw_rows(0, self.header)

    def _room(self) -> float:
        return self.pen.bottom - self.pen.y

    def _fitting(self, row: int) -> int:
        """The row behind the last one that fits on the page."""
        room, end = self._room(), row
        while end < self.layout.rows and self.heights[end] <= room:
            room -= self.heights[end]
            end += 1
        # A header is not left alone at the foot of a page.
        return row if row < self.header and end <= self.header else end

    def _draw_rows(self, start: int, end: int) -> None:
        ys = list(accumulate(self.heights[start:end], initial=self.pen.y))
        for cell in self.layout.cells:
            top, bottom = max(cell.row, start), min(cell.row + cell.row_span, end)
            if top < bottom:
                box = (
                    self.xs[cell.column], ys[top - start],
                    self.xs[cell.column + cell.column_span], ys[bottom - start],
                )  # fmt: skip
                self._draw_cell(cell, box, self._next_lines(cell, box[3] - box[1], end))
        self.pen.y = ys[-1]

    def _next_lines(self, cell: LaidCell, height: float, end: int) -> list[str]:
        """The lines of a label that go into this part of its cell."""
        if cell.row + cell.row_span <= self.header:
            return self.lines[cell]
        lines = self.rest[cell]
        fits = len(lines) if cell.row + cell.row_span <= end else int((height - 2) / self.leading)
        self.rest[cell] = lines[fits:]
        return lines[:fits]

    def _draw_split(self, row: int) -> None:
        """The row's labels half above and half below the page break; its values above."""
        room = self._room()
        cells = [c for c in self.layout.cells if c.row <= row < c.row + c.row_span]
        for cell in cells:
            box = self._box(cell, room)
            self._draw_cell(cell, box, self._next_lines(cell, room, row))
        self.pen.new_page()
        own = [len(self.rest[cell]) for cell in cells if cell.row_span == 1]
        height = max(own) * self.leading + 4
        for cell in cells:
            lines = self._next_lines(cell, height, row + 1)
            self._draw_cell(cell, self._box(cell, height), lines)
        self.pen.y += height

    def _box(self, cell: LaidCell, height: float) -> tuple[float, float, float, float]:
        left, right = self.xs[cell.column], self.xs[cell.column + cell.column_span]
        return (left, self.pen.y, right, self.pen.y + height)

    def _draw_cell(
        self, cell: LaidCell, box: tuple[float, float, float, float], lines: Sequence[str]
    ) -> None:
        x0, y0, x1, y1 = box
        style = self.pen.style
        if style.shaded_header and cell.role in (Role.HEADER, Role.TITLE):
            self.pen.rect(*box, grey=0.88)
        elif style.zebra and cell.row % 2:
            self.pen.rect(*box, grey=0.94)
        y = (y0 + y1 - len(lines) * self.leading) / 2
        for line in lines:
            y += self.leading
            width = self.pen.text_width(line, self.size)
            self.pen.text(self._x(cell, x0, x1, width), y - 0.3 * self.size, line, self.size)
        rule_cell(self.pen, box, outer=(x0 <= self.xs[0], x1 >= self.xs[-1]))

    def _x(self, cell: LaidCell, x0: float, x1: float, width: float) -> float:
        align = self.pen.style.align if cell.role is Role.VALUE else "centre"
        if cell.role is Role.STUB:
            align = "left"
        padding = self.pen.style.padding
        places = {"left": x0 + padding, "right": x1 - padding - width}
        return places.get(align, (x0 + x1 - width) / 2)

    def _text(self, cell: LaidCell) -> str:
        if cell.slot is not None:
            return self.texts[cell.slot.name]
        text = cell.text
        for old, new in self.pen.style.replacements.items():
            text = text.replace(old, new)
        return text

    def _wrapped(self, cell: LaidCell) -> list[str]:
        text = self._text(cell)
        if not text:
            return []
        stacked = self.pen.style.stacked_labels and cell.role is Role.HEADER
        if stacked and cell.column_span == 1 and len(text) < 9:
            return list(text)
        width = self.xs[cell.column + cell.column_span] - self.xs[cell.column]
        return self.pen.wrapped(text, width - 2 * self.pen.style.padding, self.size)


def row_heights(
    layout: Layout, lines: Mapping[LaidCell, Sequence[object]], leading: float, loose: float
) -> list[float]:
    """Row heights that hold every label, `loose` points over a line's leading at least."""
    heights = [leading + loose] * layout.rows
    for cell in sorted(layout.cells, key=lambda cell: cell.row_span):
        rows = range(cell.row, cell.row + cell.row_span)
        lacking = len(lines[cell]) * leading + 4 - sum(heights[row] for row in rows)
        if lacking > 0:
            for row in rows:
                heights[row] += lacking / cell.row_span
    return heights


def _column_edges(pen: Pen, table: str, columns: int) -> list[float]:
    width = pen.right - pen.left
    stub = [part * width for part in _STUBS[table]]
    values = columns - len(stub)
    each = (width - sum(stub)) / values
    if pen.style.narrow_values and table != "proactive":
        each = _NARROW
    return list(accumulate([*stub, *[each] * values], initial=pen.left))
