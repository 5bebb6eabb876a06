"""The lines around a cell, in each kind of rulings."""

from __future__ import annotations

from tests.drawing.pen import Pen
from tests.drawing.style import Rulings

_WIDTHS = {Rulings.HAIRLINE: 0.1, Rulings.THICK: 2.0}
_INK = 0.5


def rule_cell(pen: Pen, box: tuple[float, float, float, float], outer: tuple[bool, bool]) -> None:
    """Draw the four sides of a cell; `outer` says whether left and right are the table's."""
    x0, y0, x1, y1 = box
    kind = pen.style.rulings
    if kind is Rulings.NONE:
        return
    sides = [(x0, y0, x1, y0), (x0, y1, x1, y1), (x0, y0, x0, y1), (x1, y0, x1, y1)]
    if kind is Rulings.ACROSS:
        sides = sides[:2]
    pen.canvas.saveState()
    pen.canvas.setLineWidth(_WIDTHS.get(kind, _INK))
    if kind is Rulings.GREY:
        pen.canvas.setStrokeGray(0.75)
    if kind is Rulings.DOTTED:
        pen.canvas.setDash(0.6, 1.2)
    for side in sides:
        _draw(pen, side, kind)
    pen.canvas.restoreState()


def _draw(pen: Pen, side: tuple[float, float, float, float], kind: Rulings) -> None:
    x0, y0, x1, y1 = side
    if kind is Rulings.RECTANGLES:
        half = _INK / 2
        pen.rect(x0 - half, y0 - half, x1 + half, y1 + half, grey=0)
    elif kind is Rulings.DOUBLE:
        for shift in (-0.7, 0.7):
            dx, dy = (0.0, shift) if y0 == y1 else (shift, 0.0)
            pen.line(x0 + dx, y0 + dy, x1 + dx, y1 + dy)
    elif kind is Rulings.PIECES:
        # As browsers print borders: a polygon a side, mitred at its ends.
        pen.line(x0, y0, (x0 + x1) / 2, (y0 + y1) / 2)
        pen.line((x0 + x1) / 2, (y0 + y1) / 2, x1, y1)
    else:
        pen.line(x0, y0, x1, y1)
