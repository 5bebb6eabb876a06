"""Imports every theme, so that its kinds are registered."""

from typing import Final

from tests.adversarial import columns, headings, labels, marks, notations, order, plain

THEMES: Final = (plain, order, labels, columns, headings, notations, marks)
