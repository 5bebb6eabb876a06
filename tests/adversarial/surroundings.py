"""What lies on pages and cells without changing what they say: all is right, nothing to doubt."""

from __future__ import annotations

from typing import Any

from reportlab.lib.utils import ImageReader

from tests.adversarial.draft import Box, Draft, Ink, Run
from tests.adversarial.extras import put_highlights
from tests.adversarial.kinds import kind
from tests.adversarial.outlines import picture_of, plain_picture, seal_picture
from tests.adversarial.pick import some


@kind("surroundings.watermark")
def watermark(draft: Draft) -> None:
    """Slanted grey words on each page, under the text or over it."""
    text = draft.random.choice(("内部资料 2024", "政府信息公开", "样稿 1", "2025"))
    grey, size = draft.random.choice((0.75, 0.85, 0.92)), draft.random.choice((30, 60))
    angle = draft.random.choice((30, 45, 60))

    def paint(pen: Any, box: Box) -> None:
        pen.canvas.saveState()
        pen.canvas.translate(box[2] / 2, box[3] / 2)
        pen.canvas.rotate(angle)
        pen.canvas.setFillGray(grey)
        pen.canvas.setFont(pen.font, size)
        pen.canvas.drawCentredString(0, 0, text)
        pen.canvas.restoreState()

    draft.under_page.append(paint)


@kind("surroundings.background")
def background(draft: Draft) -> None:
    """A pale picture as large as the page lies under it, or a pale grey rectangle."""
    paper = draft.random.choice((235, 245, 252))
    picture = draft.random.random() < 0.6

    def paint(pen: Any, box: Box) -> None:
        if picture:
            pen.canvas.drawImage(plain_picture(10, 10, paper), 0, 0, box[2], box[3])
        else:
            pen.rect(*box, grey=paper / 255)

    draft.under_page.append(paint)


@kind("surroundings.seal")
def seal(draft: Draft) -> None:
    """A red seal lies over part of a table, as curves or as a picture."""
    table = draft.random.choice(("applications", "disputes", "proactive"))
    x, y, size = draft.random.random(), draft.random.random(), draft.random.choice((80, 110))
    drawn = draft.random.random() < 0.5
    worn = seal_picture(iter([draft.random.randrange(360 * 360) for _ in range(9000)]))

    def paint(pen: Any, box: Box) -> None:
        middle = box[0] + x * (box[2] - box[0]), pen.height - box[1] - y * (box[3] - box[1])
        _draw_seal(pen, middle, size, None if drawn else worn)

    draft.on_table[table] = [paint]


def _draw_seal(
    pen: Any, middle: tuple[float, float], size: int, picture: ImageReader | None
) -> None:
    x, y = middle
    if picture is not None:
        pen.canvas.drawImage(picture, x - size / 2, y - size / 2, size, size, mask="auto")
        return
    pen.canvas.saveState()
    pen.canvas.setStrokeColorRGB(0.8, 0.1, 0.1)
    pen.canvas.setLineWidth(2)
    pen.canvas.circle(x, y, size / 2, stroke=1, fill=0)
    pen.canvas.restoreState()


@kind("surroundings.shaded")
def shaded(draft: Draft) -> None:
    """Cells are shaded."""
    colour = [draft.random.uniform(0.7, 0.95) for _ in range(3)]
    for name in some(draft, most=60, zero=True):
        draft.under[name] = [_ground(*colour)]


@kind("surroundings.dark")
def dark(draft: Draft) -> None:
    """White numbers stand on dark cells: they are seen."""
    for name in some(draft, most=30):
        draft.under[name] = [_ground(0.1, 0.2, draft.random.uniform(0.2, 0.5))]
        draft.write(name, Run(draft.printed(name), ink=Ink.WHITE))


@kind("surroundings.highlight")
def highlight(draft: Draft) -> None:
    """A translucent yellow lies over numbers, or an opaque one under them."""
    for name in some(draft, most=20, zero=True):
        if draft.random.random() < 0.6:
            draft.over[name] = [_glaze]
        else:
            draft.under[name] = [_ground(1, 1, 0.2)]


@kind("surroundings.highlight_note")
def highlight_note(draft: Draft) -> None:
    """A reader has marked numbers with a highlighter."""
    draft.style(page=(595.0, 842.0))
    cells = list(some(draft, most=12, zero=True))
    draft.after.append(lambda path: put_highlights(draft, path, cells))


@kind("surroundings.logo")
def logo(draft: Draft) -> None:
    """A small picture stands in a corner of each page."""
    picture = picture_of(draft.random.choice(("公开", "A", "政")), 20, 220)

    def paint(pen: Any, box: Box) -> None:
        pen.canvas.drawImage(picture, 20, box[3] - 34, 30, 20)

    draft.under_page.append(paint)


@kind("surroundings.ornaments")
def ornaments(draft: Draft) -> None:
    """Curves and frames decorate the margins of each page."""
    red = draft.random.random()

    def paint(pen: Any, box: Box) -> None:
        pen.canvas.saveState()
        pen.canvas.setStrokeColorRGB(red, 0.3, 0.2)
        pen.canvas.rect(14, 14, box[2] - 28, box[3] - 28)
        pen.canvas.bezier(20, 30, box[2] / 3, 8, box[2] / 2, 40, box[2] - 20, 24)
        pen.canvas.circle(24, box[3] - 24, 6, fill=1)
        pen.canvas.restoreState()

    draft.under_page.append(paint)


@kind("surroundings.white_grounds")
def white_grounds(draft: Draft) -> None:
    """Each text has a white rectangle under it, or cells have white ones that hide nothing."""
    if draft.random.random() < 0.5:
        draft.style(text_backgrounds=True)
        return
    for name in some(draft, most=60, zero=True):
        draft.under[name] = [_ground(1, 1, 1)]


def _ground(red: float, green: float, blue: float) -> Any:
    """A painter of a coloured ground inside a cell's lines."""

    def paint(pen: Any, box: Box) -> None:
        pen.canvas.setFillColorRGB(red, green, blue)
        _fill(pen, box)
        pen.canvas.setFillGray(0)

    return paint


def _glaze(pen: Any, box: Box) -> None:
    pen.canvas.setFillColorRGB(1, 0.95, 0)
    pen.canvas.setFillAlpha(0.35)
    _fill(pen, box)


def _fill(pen: Any, box: Box) -> None:
    size = box[2] - box[0] - 1.6, box[3] - box[1] - 1.6
    pen.canvas.rect(box[0] + 0.8, pen.height - box[3] + 0.8, *size, stroke=0, fill=1)
