"""Numbers without text: drawn as curves or as small pictures."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tests.adversarial.draft import Box, Draft, Ink, Run, named
from tests.adversarial.kinds import kind
from tests.adversarial.pick import names, some


@kind("ink.curves_few")
def curves_few(draft: Draft) -> None:
    """One number or some are drawn as curves."""
    without_text(draft, some(draft), Ink.CURVES)


@kind("ink.curves_table")
def curves_table(draft: Draft) -> None:
    """All numbers of one or two tables are drawn as curves, zeros too."""
    tables = draft.random.sample(
        ("proactive", "applications", "disputes"), draft.random.choice((1, 2))
    )
    without_text(draft, named(draft.form.slots(), *tables), Ink.CURVES)


@kind("ink.curves_and_blanks")
def curves_and_blanks(draft: Draft) -> None:
    """All numbers are drawn as curves, zeros are left blank: the text layer is empty."""
    draft.zero = ""
    without_text(draft, [name for name in draft.values if draft.values[name] != 0], Ink.CURVES)


@kind("ink.pictures_few")
def pictures_few(draft: Draft) -> None:
    """One number or some are small pictures."""
    without_text(draft, some(draft), Ink.PICTURE)


@kind("ink.pictures_column")
def pictures_column(draft: Draft) -> None:
    """All numbers of a column or a row of 表三 are small pictures, zeros blank or too."""
    line = draft.random.choice(("natural", "total", "legal", "new", "granted", "carried_out"))
    cells = [name for name in draft.values if line in name.split(".") and "applic" in name]
    if draft.random.random() < 0.5:
        draft.zero = ""
        cells = [name for name in cells if draft.values[name] != 0]
    without_text(draft, cells, Ink.PICTURE)


@kind("ink.curves_part")
def curves_part(draft: Draft) -> None:
    """One digit of a number is drawn as curves, the others are text."""
    for name in [name for name in some(draft, most=20) if draft.values[name] > 9]:
        text = draft.printed(name)
        place = draft.random.randrange(len(text))
        parts = (Run(text[:place]), Run(text[place], ink=Ink.CURVES), Run(text[place + 1 :]))
        draft.write(name, *(part for part in parts if part.text))
        draft.may.add(name)


@kind("ink.drawn_dashes")
def drawn_dashes(draft: Draft) -> None:
    """Dashes for zeros are drawn as lines."""
    draft.zero = ""
    for name in names(draft, zero=True):
        draft.over[name] = [_dash]


def without_text(draft: Draft, cells: Sequence[str], ink: Ink) -> None:
    """Print these cells in an ink that no text layer knows; a reader may be without numbers."""
    for name in cells:
        text = draft.printed(name)
        if text and all(char in "0123456789.-" for char in text):
            draft.write(name, Run(text, ink=ink))
            draft.may.add(name)


def _dash(pen: Any, box: Box) -> None:
    middle, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    pen.line(middle - 3, y, middle + 3, y)
