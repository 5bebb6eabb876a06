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
    mixed,
    notations,
    order,
    plain,
    shapes,
    sheets,
    surroundings,
)

THEMES: Final = (
    plain, order, labels, columns, headings, shapes, notations, marks, ink, covers, hidden,
    surroundings, sheets, mixed,
)  # fmt: skip
