"""Imports every theme, so that its kinds are registered."""

from typing import Final

from tests.adversarial import (
    columns,
    covers,
    headings,
    hidden,
    ink,
    labels,
    marks,
    notations,
    order,
    plain,
    surroundings,
)

THEMES: Final = (
    plain, order, labels, columns, headings, notations, marks, ink, covers, hidden, surroundings,
)  # fmt: skip
