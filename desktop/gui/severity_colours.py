"""How errors, warnings and hints look, on light and on dark."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtGui import QColor

from desktop.gui.colours import blend
from desktop.rules.finding import Severity

_EDGES_LIGHT: Final = {
    Severity.ERROR: QColor("#b3261e"),
    Severity.WARNING: QColor("#855300"),
    Severity.HINT: QColor("#1b5fa8"),
}
_EDGES_DARK: Final = {
    Severity.ERROR: QColor("#ff9a91"),
    Severity.WARNING: QColor("#ffc857"),
    Severity.HINT: QColor("#8fc1ff"),
}
_TINT: Final = 0.11
_TINT_STRONG: Final = 0.17


@dataclass(frozen=True, slots=True)
class SeverityColours:
    """How a severity looks on some background: edge and sign, and two tints behind text."""

    edge: QColor
    tint: QColor
    strong: QColor


def severity_colours(severity: Severity, base: QColor) -> SeverityColours:
    """The look of a severity on the background `base`."""
    edges = _EDGES_DARK if base.lightness() < 128 else _EDGES_LIGHT
    edge = edges[severity]
    return SeverityColours(edge, blend(base, edge, _TINT), blend(base, edge, _TINT_STRONG))
