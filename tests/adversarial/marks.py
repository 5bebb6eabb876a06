"""Footnote marks beside numbers, struck and underlined numbers."""

from __future__ import annotations

from typing import Final

from tests.adversarial.draft import Draft, Line, Run
from tests.adversarial.figures import changed
from tests.adversarial.kinds import EVERY, PEN, kind
from tests.adversarial.pick import some

_NOTES: Final = ("*", "**", "注1", "[1]", "（注）", "※", "[注2]", "（1）", "#")


@kind("marks.circled", EVERY)
def circled(draft: Draft) -> None:
    """A circled number beside the number, of its size or smaller."""
    for name in some(draft):
        mark = draft.random.choice("①②③④")
        size = draft.random.choice((1.0, 1.0, 0.7))
        _beside(draft, name, Run(mark, size=size, rise=0.35 if size < 1 else 0.0))


@kind("marks.superscript", EVERY)
def superscript(draft: Draft) -> None:
    """A superscript that is a character of its own."""
    for name in some(draft):
        draft.write(name, Run(draft.printed(name) + draft.random.choice("¹²³")))
        draft.may.add(name)


@kind("marks.raised", EVERY)
def raised(draft: Draft) -> None:
    """A smaller digit, on the baseline or above it, before or behind the number."""
    size = draft.random.choice((0.5, 0.6, 0.7, 0.8))
    rise = draft.random.choice((0.0, 0.2, 0.35, 0.5))
    text = draft.random.choice(("1", "2", "3", "[1]", "(2)", "12"))
    for name in some(draft):
        _beside(draft, name, Run(text, size=size, rise=rise))
        draft.may.add(name)


@kind("marks.notes", EVERY)
def notes(draft: Draft) -> None:
    """An asterisk or another sign for a note, behind the number."""
    note = draft.random.choice(_NOTES)
    small = draft.random.random() < 0.3
    for name in some(draft):
        mark = Run(note, size=0.65, rise=0.35) if small else Run(note)
        draft.write(name, Run(draft.printed(name)), mark)


@kind("marks.struck", EVERY)
def struck(draft: Draft) -> None:
    """A number is struck through, and no other stands beside it."""
    for name in some(draft, most=2):
        draft.write(name, Run(draft.printed(name), struck=True))
        draft.seen[name] = None


@kind("marks.replaced", EVERY)
def replaced(draft: Draft) -> None:
    """A number is struck through; the right one stands beside, over or under it."""
    for name in some(draft, most=3):
        old = Run(str(changed(draft.random, draft.values[name])), struck=True)
        new = Run(draft.printed(name), underlined=draft.random.random() < 0.3)
        gap = Run(" ")
        forms: tuple[list[Line], ...] = (
            [(old, new)], [(old, gap, new)], [(new, gap, old)], [(old,), (new,)], [(new,), (old,)]
        )  # fmt: skip
        draft.contents[name] = draft.random.choice(forms)


@kind("marks.underlined", EVERY)
def underlined(draft: Draft) -> None:
    """Numbers are underlined, bold or not."""
    bold = draft.random.random() < 0.5
    for name in some(draft, most=draft.random.choice((4, 60)), zero=draft.zero != ""):
        draft.write(name, Run(draft.printed(name), underlined=True, bold=bold))


@kind("marks.linked", EVERY)
def linked(draft: Draft) -> None:
    """Numbers are links."""
    for name in some(draft):
        draft.write(name, Run(draft.printed(name), underlined=True, link=True))


@kind("marks.beside_underlined", EVERY)
def beside_underlined(draft: Draft) -> None:
    """A number stands beside an underlined one: which of them counts nobody can say."""
    for name in some(draft, most=2):
        other = str(changed(draft.random, draft.values[name]))
        gap = Run(draft.random.choice((" ", "  ")))
        draft.write(name, Run(draft.printed(name)), gap, Run(other, underlined=True))
        draft.seen[name] = None


@kind("marks.spaced", (PEN,))
def spaced(draft: Draft) -> None:
    """The digits of a number are drawn each for itself."""
    for name in some(draft, most=60):
        draft.write(name, *(Run(char) for char in draft.printed(name)))


def _beside(draft: Draft, name: str, mark: Run) -> None:
    """Write a number with a mark behind it, or sometimes before it."""
    number = Run(draft.printed(name))
    runs = (number, mark) if draft.random.random() < 0.8 else (mark, number)
    draft.write(name, *runs)
