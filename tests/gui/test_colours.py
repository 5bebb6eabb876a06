"""Text can be read on every ground it stands on, light and dark."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QPalette

from desktop.gui.colours import (
    accent,
    blend,
    contrast,
    header_colour,
    secondary_text,
)
from desktop.gui.severity_colours import severity_colours
from desktop.rules.finding import Severity

LEAST = 4.5


def palette(base: str, text: str) -> QPalette:
    made = QPalette()
    made.setColor(QPalette.ColorRole.Base, QColor(base))
    made.setColor(QPalette.ColorRole.Text, QColor(text))
    return made


PALETTES = [
    palette("#ffffff", "#000000"),
    palette("#fcfcfc", "#232629"),
    palette("#1e1e1e", "#e6e6e6"),
    palette("#2d2d2d", "#ffffff"),
]


def test_contrast_is_that_of_wcag() -> None:
    assert contrast(QColor("white"), QColor("black")) == pytest.approx(21)
    assert contrast(QColor("#777777"), QColor("white")) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("colours", PALETTES)
@pytest.mark.parametrize("severity", list(Severity))
def test_marked_cells_can_be_read(colours: QPalette, severity: Severity) -> None:
    base, text = colours.base().color(), colours.text().color()
    shade = severity_colours(severity, base)
    for ground in (shade.tint, shade.strong):
        assert contrast(text, ground) >= LEAST
        assert contrast(secondary_text(colours), ground) >= LEAST
    for ground in (base, shade.tint):
        assert contrast(shade.edge, ground) >= LEAST


@pytest.mark.parametrize("colours", PALETTES)
def test_labels_can_be_read(colours: QPalette) -> None:
    text, header = colours.text().color(), header_colour(colours)
    assert contrast(text, header) >= LEAST
    assert contrast(text, blend(header, accent(colours), 0.16)) >= LEAST
    assert contrast(secondary_text(colours), colours.base().color()) >= LEAST


def test_a_colour_changed_by_who_got_it_stays_what_it_is_for_others() -> None:
    palette = QPalette(QColor("white"))
    colour = accent(palette)
    colour.setAlphaF(0.2)
    assert accent(palette).alphaF() == 1.0
