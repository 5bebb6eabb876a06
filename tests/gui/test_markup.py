"""What a document says is shown as it is, never read as markup."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from desktop.gui.plain_text import tip
from desktop.report.model import Report
from tests.gui.conftest import WindowDriver

MARKUP = "<b>林业局</b><img src='x'>"
# Qt's own, within its widgets.
NOT_OURS = ("qt_",)


def test_labels_and_tips_show_it_letter_by_letter(
    driver: WindowDriver, right_report: Report
) -> None:
    window = driver.window(driver.readable(replace(right_report, agency=MARKUP)))
    labels = [
        label
        for label in window.findChildren(QLabel)
        if not label.objectName().startswith(NOT_OURS) and label.text()
    ]
    assert len(labels) > 8
    automatic = [label.text() for label in labels if label.textFormat() is Qt.TextFormat.AutoText]
    assert automatic == []
    window.banner.hint(MARKUP)
    assert window.banner.text == MARKUP
    for row in range(window.panel.findings.view.model().rowCount()):
        shown = window.panel.findings.view.model().index(row, 0)
        assert str(shown.data(Qt.ItemDataRole.ToolTipRole)).startswith("<qt>")
    listed = window.panel.reports.view.model().index(0, 0)
    assert "&lt;b&gt;" in str(listed.data(Qt.ItemDataRole.ToolTipRole))


def test_a_tip_keeps_its_lines() -> None:
    assert tip("a<b\nc") == "<qt>a&lt;b<br>c</qt>"
    assert tip("") == ""
