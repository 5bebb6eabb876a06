"""Numbers in the text layer that nobody sees."""

from __future__ import annotations

from typing import Any, Final

from tests.adversarial.draft import Box, Draft, Ink, Run
from tests.adversarial.extras import switch_layer_off
from tests.adversarial.figures import changed
from tests.adversarial.kinds import kind
from tests.adversarial.pick import some

_PLAIN: Final[dict[str, Any]] = {"zebra": False, "page": (595.0, 842.0)}


@kind("hidden.invisible")
def invisible(draft: Draft) -> None:
    """Text that is neither filled nor stroked."""
    _hide(draft, Ink.INVISIBLE)


@kind("hidden.white")
def white(draft: Draft) -> None:
    """White text on white paper."""
    _hide(draft, Ink.WHITE)


@kind("hidden.clipped")
def clipped(draft: Draft) -> None:
    """Text outside the clipping path."""
    _hide(draft, Ink.CLIPPED)


@kind("hidden.layer_off")
def layer_off(draft: Draft) -> None:
    """Text on an optional layer that is off."""
    _hide(draft, Ink.LAYER_OFF)
    draft.after.append(switch_layer_off)


@kind("hidden.outside")
def outside(draft: Draft) -> None:
    """Numbers beside the page, at the height of cells: nobody sees them, and nothing is lost."""
    left = draft.random.random() < 0.5

    def paint(pen: Any, box: Box) -> None:
        pen.canvas.setFont(pen.font, 9)
        x = -40 if left else pen.width + 15
        pen.canvas.drawString(x, pen.height - (box[1] + box[3]) / 2 - 3, "88")

    for name in some(draft):
        draft.over[name] = [paint]


@kind("hidden.off_page")
def off_page(draft: Draft) -> None:
    """A cell's own number stands outside the page: the cell is seen blank."""

    def painter(text: str) -> Any:
        return lambda pen, box: pen.text(pen.width + 20, (box[1] + box[3]) / 2, text, 9)

    for name in some(draft, most=3):
        draft.over[name] = [painter(draft.printed(name))]
        draft.contents[name] = []
        draft.seen[name] = 0
        draft.may.add(name)


def _hide(draft: Draft, ink: Ink) -> None:
    """Hide numbers, or write others that are hidden beside those that are seen."""
    draft.style(**_PLAIN)
    beside = draft.random.random() < 0.5
    for name in some(draft, most=3):
        draft.may.add(name)
        if not beside:
            draft.write(name, Run(draft.printed(name), ink=ink))
            draft.seen[name] = 0
            continue
        seen = Run(draft.printed(name))
        other = Run(str(changed(draft.random, draft.values[name])), ink=ink)
        draft.write(name, *draft.random.choice(((seen, other), (other, seen))))
