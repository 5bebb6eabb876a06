"""A draft drawn to a PDF with reportlab's canvas."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

from desktop.report.outline import official_sections
from tests.adversarial.draft import Draft
from tests.adversarial.grid import Grid
from tests.adversarial.layouts import TABLES, parts_for
from tests.adversarial.prose import PREAMBLE, paragraphs
from tests.drawing.pen import Pen, hooks_of
from tests.drawing.style import Rulings, Style

_PLAIN_RULINGS: Final = (
    Rulings.FULL, Rulings.FULL, Rulings.FULL, Rulings.HAIRLINE, Rulings.THICK, Rulings.GREY,
    Rulings.RECTANGLES, Rulings.RECTANGLES, Rulings.PIECES, Rulings.DOUBLE, Rulings.DOTTED,
)  # fmt: skip
_PAGES: Final = ((595.0, 842.0), (595.0, 842.0), (612.0, 792.0), (842.0, 595.0))


def draw_paper(draft: Draft, path: Path) -> None:
    """Draw a report."""
    pen = Pen(path, style_of(draft))
    draft.look["height"] = pen.height
    hooks = [*(lambda p, d=paint: d(p, (0, 0, p.width, p.height)) for paint in draft.under_page)]
    for hook in (*hooks, *hooks_of(pen.style)):
        pen.on_page.append(hook)
        hook(pen)
    for line in draft.title:
        pen.paragraph(line, 18, indent=False, centred=True)
    pen.y += 8
    pen.paragraph(PREAMBLE.format(agency=draft.agency, year=draft.year), pen.style.text_size)
    for section in official_sections():
        _draw_section(pen, draft, section.number)
    for paint in draft.over_page:
        paint(pen, (0, 0, pen.width, pen.height))
    pen.paragraph(f"{draft.agency}　{draft.year + 1}年1月16日", pen.style.text_size)
    pen.save()


def style_of(draft: Draft) -> Style:
    """A look at random, but for what the kind asks."""
    random = draft.random
    choices: dict[str, Any] = {
        "rulings": random.choice(_PLAIN_RULINGS),
        "page": random.choice(_PAGES),
        "margin": random.choice((48.0, 56.0, 64.0)),
        "text_size": random.choice((10.5, 12.0, 14.0)),
        "table_size": random.choice((8.0, 9.0, 9.0, 10.0)),
        "repeat_header": random.random() < 0.2,
        "shaded_header": random.random() < 0.2,
        "zebra": random.random() < 0.1,
        "page_numbers": random.random() < 0.3,
        "align": random.choice(("centre", "centre", "centre", "right", "left")),
    }
    return Style(**choices | draft.look.get("style", {}))


def _draw_section(pen: Pen, draft: Draft, number: int) -> None:
    size = pen.style.text_size
    if number not in draft.headings_inside:
        if pen.y + 60 > pen.bottom:
            pen.new_page()
        pen.paragraph(draft.headings[number], size + 1)
    for paragraph in paragraphs(draft, number):
        pen.paragraph(paragraph, size)
    if number in TABLES:
        pen.y += float(draft.look.get("gap", 4))
        for layout in parts_for(draft, number):
            Grid(pen, draft, TABLES[number], layout).draw()
