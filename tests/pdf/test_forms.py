"""Glyphs in form XObjects, as in pages that were stamped, scaled or printed two on one sheet."""

from __future__ import annotations

from typing import Any

import pytest

from tests.pdf.drawing import Draw, drawn


def spelled(canvas: Any) -> None:
    """A number, the middle digit of which has its character spelled out beside the font."""
    canvas.drawString(50, 100, "1")
    canvas._code.append("/Span <</ActualText <FEFF0032>>> BDC")
    canvas.drawString(56.672, 100, "2")
    canvas._code.append("EMC")
    canvas.drawString(63.344, 100, "3")


def in_form(draw: Draw, *matrix: float, depth: int = 1) -> Draw:
    """The drawing within forms of one matrix."""

    def nested(canvas: Any) -> None:
        for level in range(depth):
            canvas.beginForm(f"form{level}")
            canvas.setFont("Helvetica", 12)
            if level:
                canvas.transform(*matrix)
                canvas.doForm(f"form{level - 1}")
            else:
                draw(canvas)
            canvas.endForm()
        canvas.transform(*matrix)
        canvas.doForm(f"form{depth - 1}")

    return nested


@pytest.mark.parametrize(
    ("matrix", "depth"),
    [
        ((1, 0, 0, 1, 0, 0), 1),
        ((1, 0, 0, 1, 80, 30), 1),
        ((0.9, 0, 0, 0.9, 15, 10), 1),
        ((0.9, 0, 0, 0.9, 15, 10), 3),
        ((0, 1, -1, 0, 200, 0), 1),
        ((0, -0.5, 0.5, 0, 10, 150), 1),
        ((-1, 0, 0, -1, 280, 190), 1),
    ],
    ids=["same", "moved", "smaller", "nested", "turned", "turned back", "upside down"],
)
def test_glyphs_in_a_form_keep_their_line(matrix: tuple[float, ...], depth: int) -> None:
    glyphs = sorted(
        drawn(in_form(spelled, *matrix, depth=depth)).glyphs, key=lambda glyph: glyph.box.x0
    )
    size = 12 * (sum(abs(part) for part in matrix[:2])) ** depth
    assert "".join(glyph.char for glyph in glyphs) == "123"
    assert [glyph.baseline for glyph in glyphs] == pytest.approx([glyphs[0].baseline] * 3, abs=0.1)
    steps = [glyph.box.x0 - glyphs[0].box.x0 for glyph in glyphs]
    assert steps == pytest.approx([0, 0.556 * size, 1.112 * size], abs=0.1 * size)
