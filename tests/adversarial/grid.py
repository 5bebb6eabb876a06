"""A draft's table drawn with a pen, over page breaks."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import accumulate
from typing import Final

from desktop.report.layout import LaidCell, Layout, Role
from tests.adversarial.draft import Box, Draft, Line, Painter, Run
from tests.adversarial.layouts import lines_of
from tests.adversarial.runs import draw_line, line_width
from tests.drawing.pen import LEADING, Pen
from tests.drawing.rulings import rule_cell
from tests.drawing.table import row_heights

_STUBS: Final = {1: (0.25,), 3: (0.06, 0.13, 0.23)}
_NARROW: Final = 15.0
_TABLE_GAP: Final = 12.0


class Grid:
    """One table on its way down the pages."""

    def __init__(self, pen: Pen, draft: Draft, table: str, layout: Layout) -> None:
        self.pen, self.draft, self.table, self.layout = pen, draft, table, layout
        self.size = pen.style.table_size
        self.leading = self.size * LEADING
        self.xs = self._edges()
        self.lines = {cell: self._lines(cell) for cell in layout.cells}
        loose = float(self.draft.look.get("loose", 6))
        self.heights = row_heights(self.layout, self.lines, self.leading, loose)
        self.rest = dict(self.lines)
        headers = [c.row + c.row_span for c in layout.cells if c.role is Role.HEADER]
        self.header = min(headers, default=0) if table == "proactive" else max(headers, default=0)

    def draw(self) -> None:
        """Draw it below the pen, going on to the next pages where it must."""
        row = 0
        while row < self.layout.rows:
            end = self._fitting(row)
            if end == row:
                self.pen.new_page()
                if self.pen.style.repeat_header and 0 < self.header <= row:
                    self._draw_rows(0, self.header, again=True)
                if self._fitting(row) == row:
                    raise ValueError(f"row {row} is higher than a page")
                continue
            self._draw_rows(row, end)
            row = end
        self.pen.y += float(self.draft.look.get("gap", _TABLE_GAP))

    def _fitting(self, row: int) -> int:
        """The row behind the last one that fits on the page."""
        room, end = self.pen.bottom - self.pen.y, row
        while end < self.layout.rows and self.heights[end] <= room:
            room -= self.heights[end]
            end += 1
        alone = row < self.header and end <= self.header and not self.draft.look.get("cut_header")
        return row if alone else end

    def _draw_rows(self, start: int, end: int, *, again: bool = False) -> None:
        ys = list(accumulate(self.heights[start:end], initial=self.pen.y))
        for cell in self.layout.cells:
            top, bottom = max(cell.row, start), min(cell.row + cell.row_span, end)
            if top < bottom:
                box = self._box(cell, ys[top - start], ys[bottom - start])
                lines = self.lines[cell] if again else self._next_lines(cell, box, end)
                self._draw_cell(cell, box, lines)
        for paint in self.draft.on_table.get(self.table, ()):
            paint(self.pen, (self.xs[0], ys[0], self.xs[-1], ys[-1]))
        self.pen.y = ys[-1]

    def _box(self, cell: LaidCell, top: float, bottom: float) -> Box:
        return self.xs[cell.column], top, self.xs[cell.column + cell.column_span], bottom

    def _next_lines(self, cell: LaidCell, box: Box, end: int) -> list[Line]:
        """The lines of a label that go into this part of its cell."""
        lines = self.rest[cell]
        whole = cell.row + cell.row_span <= end
        fits = len(lines) if whole else int((box[3] - box[1] - 2) / self.leading)
        self.rest[cell] = lines[fits:]
        return lines[:fits]

    def _draw_cell(self, cell: LaidCell, box: Box, lines: list[Line]) -> None:
        x0, y0, x1, y1 = box
        style = self.pen.style
        if style.shaded_header and cell.role in (Role.HEADER, Role.TITLE):
            self.pen.rect(*box, grey=0.88)
        elif style.zebra and cell.row % 2:
            self.pen.rect(*box, grey=0.94)
        self._paint(self.draft.under, cell, box)
        y = (y0 + y1 - len(lines) * self.leading) / 2
        for line in lines:
            y += self.leading
            x = self._x(cell, x0, x1, line_width(self.pen, line, self.size))
            draw_line(self.pen, line, x, y - 0.3 * self.size, self.size)
        if style.rulings:
            rule_cell(self.pen, box, outer=(x0 <= self.xs[0], x1 >= self.xs[-1]))
        if cell.slot is not None:
            self.draft.places[cell.slot.name] = (self.pen.number - 1, box)
        self._paint(self.draft.over, cell, box)

    def _paint(self, painters: Mapping[str, list[Painter]], cell: LaidCell, box: Box) -> None:
        for paint in painters.get(cell.slot.name, ()) if cell.slot else ():
            self.pen.canvas.saveState()
            paint(self.pen, box)
            self.pen.canvas.restoreState()

    def _x(self, cell: LaidCell, x0: float, x1: float, width: float) -> float:
        align = self.pen.style.align if cell.role is Role.VALUE else "centre"
        if cell.role is Role.STUB:
            align = "left"
        elif self.draft.look.get("mixed_align") and cell.slot:
            align = self.draft.random.choice(("left", "right", "centre"))
        elif cell.slot:
            align = self.draft.look.get("aligned", {}).get(cell.slot.name, align)
        padding = self.pen.style.padding
        places = {"left": x0 + padding, "right": x1 - padding - width}
        return places.get(align, (x0 + x1 - width) / 2)

    def _lines(self, cell: LaidCell) -> list[Line]:
        lines = lines_of(self.draft, cell)
        width = self.xs[cell.column + cell.column_span] - self.xs[cell.column]
        width -= 2 * self.pen.style.padding
        if len(lines) == 1 and len(lines[0]) == 1 and lines[0][0] == Run(lines[0][0].text):
            texts = self.pen.wrapped(lines[0][0].text, width, self.size)
            return [(Run(text),) for text in texts if text]
        return lines

    def _edges(self) -> list[float]:
        width = self.pen.right - self.pen.left
        labels = [c.column + c.column_span for c in self.layout.cells if c.role is Role.STUB]
        depth = max(labels, default=0)
        stub = [part * width for part in _STUBS.get(depth, (0.14,) * depth)]
        values = self.layout.columns - depth
        each = (width - sum(stub)) / values
        if self.pen.style.narrow_values and self.table != "proactive":
            each = _NARROW
        return list(accumulate([*stub, *[each] * values], initial=self.pen.left))
