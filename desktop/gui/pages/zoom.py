"""How large pages are shown: fitted to the view, or at a fixed part of their printed size."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import Final

from desktop.gui.pages.strip import GAP

PIXELS_PER_POINT: Final = 96 / 72
"""logical pixels for each point at 100 %"""
LEAST: Final = 0.25
MOST: Final = 6.0
STEP: Final = 1.2


class Fit(Enum):
    """What the zoom follows."""

    WIDTH = "width"
    PAGE = "page"
    FIXED = "fixed"


def bounded(zoom: float) -> float:
    """The zoom within what is offered."""
    return min(MOST, max(LEAST, zoom))


def fitted(sizes: Sequence[tuple[float, float]], fit: Fit, width: int, height: int) -> float:
    """The zoom at which the widest page, or every page whole, fits a view of pixels."""
    if not sizes:
        return 1.0
    across = (width - 2 * GAP) / max(size[0] for size in sizes)
    down = (height - 2 * GAP) / max(size[1] for size in sizes)
    scale = across if fit is Fit.WIDTH else min(across, down)
    return bounded(scale / PIXELS_PER_POINT)
