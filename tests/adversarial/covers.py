"""What is laid over a number: nothing, another number, a picture, a note, a form field."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from desktop.report.values import Number, format_number
from tests.adversarial.draft import Box, Draft, Painter, Run
from tests.adversarial.extras import put_fields, put_notes
from tests.adversarial.figures import changed
from tests.adversarial.kinds import kind
from tests.adversarial.outlines import picture_of, plain_picture
from tests.adversarial.pick import some
from tests.adversarial.runs import draw_line, line_width

_PLAIN: Final[dict[str, Any]] = {"zebra": False, "page": (595.0, 842.0)}


@kind("covers.blank")
def blank(draft: Draft) -> None:
    """A white rectangle covers a number: the cell is seen blank."""
    _cover(draft, lambda _: _white, lambda _: 0)


@kind("covers.rewritten")
def rewritten(draft: Draft) -> None:
    """A white rectangle covers a number, and another number is written over it."""

    def painter(number: Number) -> Painter:
        def paint(pen: Any, box: Box) -> None:
            _white(pen, box)
            _centred(pen, box, str(number))

        return paint

    _cover(draft, painter, lambda number: changed(draft.random, number))


@kind("covers.picture_of_nothing")
def picture_of_nothing(draft: Draft) -> None:
    """A white picture is pasted over a number."""
    _cover(draft, lambda _: _white_picture, lambda _: 0)


@kind("covers.picture_of_number")
def picture_of_number(draft: Draft) -> None:
    """A picture of another number is pasted over a number."""

    def painter(number: Number) -> Painter:
        def paint(pen: Any, box: Box) -> None:
            _white_picture(pen, box)
            height = min(box[3] - box[1] - 2, 12)
            width = height * 0.5 * len(str(number))
            place = (box[0] + box[2] - width) / 2, pen.height - (box[1] + box[3] + height) / 2
            pen.canvas.drawImage(picture_of(str(number), height), *place, width, height)

        return paint

    _cover(draft, painter, lambda number: changed(draft.random, number))


@kind("covers.note")
def note(draft: Draft) -> None:
    """A free text note with a white ground and another number lies over a cell."""
    texts = {name: format_number(changed(draft.random, draft.values[name])) for name in _few(draft)}
    _later(draft, texts)
    draft.after.append(lambda path: put_notes(draft, path, texts))


@kind("covers.field")
def field(draft: Draft) -> None:
    """A cell without text has a form field with its number."""
    texts = {name: format_number(draft.values[name]) for name in _few(draft)}
    _later(draft, texts)
    for name in texts:
        draft.contents[name] = []
    draft.after.append(lambda path: put_fields(draft, path, texts))


def _few(draft: Draft) -> list[str]:
    draft.style(**_PLAIN)
    return list(some(draft, most=3))


def _later(draft: Draft, texts: dict[str, str]) -> None:
    """Let these numbers be seen; whoever reads text alone may be without them."""
    for name, text in texts.items():
        draft.seen[name] = int(text)
        draft.may.add(name)


def _cover(
    draft: Draft, painter: Callable[[Number], Painter], seen: Callable[[Number], Number]
) -> None:
    """Cover some numbers; what is seen then may still be asked for."""
    for name in _few(draft):
        number = seen(draft.values[name])
        draft.over[name] = [painter(number)]
        draft.seen[name] = number
        draft.may.add(name)


def _white(pen: Any, box: Box) -> None:
    pen.rect(box[0] + 1, box[1] + 1, box[2] - 1, box[3] - 1, grey=1)


def _white_picture(pen: Any, box: Box) -> None:
    width, height = box[2] - box[0] - 2, box[3] - box[1] - 2
    place = box[0] + 1, pen.height - box[3] + 1
    pen.canvas.drawImage(plain_picture(width, height), *place, width, height)


def _centred(pen: Any, box: Box, text: str) -> None:
    size = pen.style.table_size
    line = (Run(text),)
    x = (box[0] + box[2] - line_width(pen, line, size)) / 2
    draw_line(pen, line, x, (box[1] + box[3]) / 2 + 0.35 * size, size)
