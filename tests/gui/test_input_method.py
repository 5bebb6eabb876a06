"""fcitx is reached by ibus's protocol; whoever chose otherwise keeps the choice."""

from __future__ import annotations

import os
import sys

import pytest

from desktop.gui.input_method import allow_ibus_for_fcitx

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="input methods of X and Wayland")


@pytest.mark.parametrize(
    ("module", "modules", "expected"),
    [
        ("fcitx", None, "fcitx;ibus"),
        ("fcitx5", None, "fcitx5;ibus"),
        ("fcitx", "wayland;fcitx", "wayland;fcitx"),
        ("ibus", None, None),
        ("", None, None),
    ],
)
def test_qt_is_offered_ibus_beside_fcitx(
    monkeypatch: pytest.MonkeyPatch, module: str, modules: str | None, expected: str | None
) -> None:
    monkeypatch.setenv("QT_IM_MODULE", module)
    monkeypatch.delenv("QT_IM_MODULES", raising=False)
    if modules is not None:
        monkeypatch.setenv("QT_IM_MODULES", modules)
    allow_ibus_for_fcitx()
    assert os.environ.get("QT_IM_MODULES") == expected
    # The function writes past monkeypatch where the variable was not set.
    monkeypatch.delenv("QT_IM_MODULES", raising=False)
