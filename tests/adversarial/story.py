"""A draft printed with the tables of reportlab's platypus."""

from __future__ import annotations

from html import escape
from pathlib import Path
from random import Random
from typing import Any, Final

from reportlab.lib import colors
from reportlab.lib.enums import TA_CENTER, TA_LEFT, TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table
from reportlab.platypus.doctemplate import LayoutError
from reportlab.platypus.flowables import Spacer

from desktop.report.layout import Layout, Role
from desktop.report.outline import official_sections
from tests.adversarial.draft import Draft, Line, Run
from tests.adversarial.layouts import TABLES, header_depth, lines_of, parts_for
from tests.adversarial.outlines import FONT_FILE
from tests.adversarial.prose import PREAMBLE, paragraphs

_FONT: Final = "Story"
_WIDTH: Final = 460.0
_STUBS: Final = {1: (115.0,), 3: (26.0, 60.0, 104.0)}
_NARROW: Final = 15.0

Command = tuple[Any, ...]


def draw_story(draft: Draft, path: Path) -> None:
    """Draw a report."""
    if _FONT not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont(_FONT, str(FONT_FILE)))
    text = _style(draft.random.choice((10.5, 12.0)), TA_LEFT, space=4)
    story: list[Any] = [Paragraph(line, _style(17, TA_CENTER, space=6)) for line in draft.title]
    story.append(Paragraph(PREAMBLE.format(agency=draft.agency, year=draft.year), text))
    for section in official_sections():
        if section.number not in draft.headings_inside:
            story.append(Paragraph(escape(draft.headings[section.number]), text))
        story.extend(Paragraph(words, text) for words in paragraphs(draft, section.number))
        if section.number in TABLES:
            gap = Spacer(1, draft.random.choice((2, 6, 12)))
            for layout in parts_for(draft, section.number):
                story += [_table(draft, layout), gap]
    story.append(Paragraph(f"{draft.agency}　{draft.year + 1}年1月16日", text))
    margin = draft.random.choice((50, 60))
    try:
        _page(path, margin, A4[1]).build(list(story))
    except LayoutError:  # a table of merged cells cannot be parted: its page is longer
        _page(path, margin, 2 * A4[1]).build(list(story))


def _page(path: Path, margin: int, height: float) -> SimpleDocTemplate:
    return SimpleDocTemplate(
        str(path), pagesize=(A4[0], height), invariant=1, leftMargin=margin, rightMargin=margin,
        topMargin=50, bottomMargin=50,
    )  # fmt: skip


def _style(size: float, align: int, space: float = 0) -> ParagraphStyle:
    return ParagraphStyle(
        "plain", fontName=_FONT, fontSize=size, leading=size * 1.3, alignment=align,
        wordWrap="CJK", spaceAfter=space,
    )  # fmt: skip


def _table(draft: Draft, layout: Layout) -> Table:
    size = draft.random.choice((7.0, 8.0, 8.5))
    value = draft.random.choice((TA_CENTER, TA_CENTER, TA_RIGHT, TA_LEFT))
    rows: list[list[Any]] = [[""] * layout.columns for _ in range(layout.rows)]
    for cell in layout.cells:
        align = {Role.STUB: TA_LEFT, Role.VALUE: value}.get(cell.role, TA_CENTER)
        texts = [Paragraph(markup(line), _style(size, align)) for line in lines_of(draft, cell)]
        rows[cell.row][cell.column] = texts
    commands = [*_spans(layout), *_lines(draft.random, layout, wild=bool(draft.look.get("wild")))]
    commands += [("VALIGN", (0, 0), (-1, -1), "MIDDLE"), ("TOPPADDING", (0, 0), (-1, -1), 1)]
    commands += [("BOTTOMPADDING", (0, 0), (-1, -1), 3), ("LEFTPADDING", (0, 0), (-1, -1), 2)]
    commands += [("RIGHTPADDING", (0, 0), (-1, -1), 2)]
    return Table(rows, colWidths=_widths(draft, layout), style=commands)


def _spans(layout: Layout) -> list[Command]:
    return [
        ("SPAN", (c.column, c.row), (c.column + c.column_span - 1, c.row + c.row_span - 1))
        for c in layout.cells
        if c.column_span > 1 or c.row_span > 1
    ]


def _lines(random: Random, layout: Layout, *, wild: bool) -> list[Command]:
    """The lines and grounds of a table: all lines, or if wild some of them."""
    grey = random.choice((colors.black, colors.black, colors.grey))
    width = random.choice((0.25, 0.5, 1))
    whole: Command = ((0, 0), (-1, -1))
    depth = header_depth(layout)
    choices: list[list[Command]] = [[("GRID", *whole, width, grey)]]
    if wild:
        choices = [
            [("INNERGRID", *whole, width, grey)],
            [("INNERGRID", *whole, width, grey), ("BOX", *whole, 2, colors.black)],
            [("LINEBELOW", *whole, width, grey), ("LINEABOVE", (0, 0), (-1, 0), 1, grey)],
            [("ROWBACKGROUNDS", *whole, [colors.whitesmoke, colors.lightgrey])],
            [("ROWBACKGROUNDS", *whole, [colors.white, colors.whitesmoke]),
             ("GRID", *whole, width, colors.white)],
            [("GRID", *whole, width, grey), ("BACKGROUND", (0, 0), (-1, depth - 1), colors.beige)],
            [("BOX", *whole, 1, grey), ("LINEBELOW", *whole, width, grey)],
        ]  # fmt: skip
    return random.choice(choices)


def _widths(draft: Draft, layout: Layout) -> list[float]:
    ends = [cell.column + cell.column_span for cell in layout.cells if cell.role is Role.STUB]
    depth = max(ends, default=0)
    stub = list(_STUBS.get(depth, (60.0,) * depth))
    values = layout.columns - depth
    each = (_WIDTH - sum(stub)) / values
    if draft.look.get("narrow") and depth != 1:
        each = _NARROW
    return [*stub, *[each] * values]


def markup(line: Line) -> str:
    """A line in the mark-up of platypus."""
    return "".join(map(_marked, line))


def _marked(run: Run) -> str:
    text = escape(run.text).replace("  ", "&nbsp; ")
    if any(ord(char) in (0xB9, 0xB2, 0xB3) for char in run.text):
        # The font lacks them.
        text = "".join(f'<font name="Helvetica">{c}</font>' if c in "¹²³" else c for c in text)
    if run.size != 1:
        points = round(8 * run.size, 1)
        rise = round(8 * run.rise, 1)
        text = f'<super rise="{rise}" size="{points}">{text}</super>'
    for wanted, tag in ((run.struck, "strike"), (run.underlined, "u")):
        text = f"<{tag}>{text}</{tag}>" if wanted else text
    return f'<a href="http://example.invalid/" color="blue">{text}</a>' if run.link else text
