"""The About window tells what `--version` tells, and the licences."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from desktop.gui.dialogs import show_about
from desktop.versions import versions


def test_about_tells_versions_and_licences(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[QMessageBox] = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: shown.append(box))
    parent = QWidget()
    qtbot.addWidget(parent)
    show_about(parent)
    (box,) = shown
    assert box.informativeText().split("<br>") == list(versions().lines())
    assert "LGPL-3.0" in box.detailedText()
