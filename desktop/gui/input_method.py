"""Chinese input where the desktop's method is fcitx, as on UOS and Kylin."""

from __future__ import annotations

import os
import sys


def allow_ibus_for_fcitx() -> None:
    """Let Qt fall back on ibus's protocol before the application object is made.

    fcitx's plugin belongs to the system's Qt and does not fit the Qt that this program
    carries. Qt would take no input method then; but fcitx answers as ibus too, whose plugin
    Qt brings itself. `QT_IM_MODULES` is a list in order of preference (Qt 6.7, QInputMethod).
    """
    chosen = os.environ.get("QT_IM_MODULE", "")
    if sys.platform == "linux" and chosen.startswith("fcitx"):
        os.environ.setdefault("QT_IM_MODULES", f"{chosen};ibus")
