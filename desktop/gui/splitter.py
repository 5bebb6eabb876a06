"""The four panes in their splitters, with sizes that are remembered."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSplitter, QWidget

from desktop.gui.settings import store, stored

_NARROW: Final = 1366
"""a window this wide or less has a list folded to signs, until a person widens it"""
_BADGES: Final = 100
_NAMES: Final = 232


class PanelSplitter(QSplitter):
    """List, pages and tables beside one another; findings below them all."""

    def __init__(
        self, reports: QWidget, pages: QWidget, tables: QWidget, findings: QWidget
    ) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self.across = QSplitter(Qt.Orientation.Horizontal)
        self.reports, self.pages, self.tables, self.findings = reports, pages, tables, findings
        for pane in (reports, pages, tables):
            self.across.addWidget(pane)
        self.addWidget(self.across)
        self.addWidget(findings)
        self.across.setStretchFactor(0, 0)
        self.across.setStretchFactor(1, 1)
        self.across.setStretchFactor(2, 1)
        self.setStretchFactor(0, 1)
        self.setStretchFactor(1, 0)
        for splitter in (self, self.across):
            splitter.setHandleWidth(5)
            splitter.setCollapsible(0, splitter is self.across)
        self.across.setCollapsible(1, False)
        self._laid_out = False
        # Sizes that nobody chose are worked out again for a window of another width.
        self._chosen = False
        for splitter in (self, self.across):
            splitter.splitterMoved.connect(self._moved)

    def lay_out(self) -> None:
        """Sizes as they were left last time, or good ones for this width."""
        across, down = stored("panes/across"), stored("panes/down")
        if isinstance(across, QByteArray) and isinstance(down, QByteArray):
            self.across.restoreState(across)
            self.restoreState(down)
            self._chosen = True
            return
        self._lay_out_afresh()

    def foldable(self) -> dict[str, QWidget]:
        """The panes that can be folded away, by the keys of their switches."""
        return {"reports": self.reports, "tables": self.tables, "findings": self.findings}

    def fold(self, pane: QWidget, visible: bool) -> None:
        """Fold a pane away, or bring it back with room to be seen."""
        pane.setVisible(visible)
        if visible and self._laid_out and min(pane.width(), pane.height()) == 0:
            self._lay_out_afresh()

    def _lay_out_afresh(self) -> None:
        width, height = self.width(), self.height()
        reports = _BADGES if width <= _NARROW else _NAMES
        tables = max(660, (width - reports) * 49 // 100) if width > 1100 else width // 2
        self.across.setSizes([reports, width - reports - tables, tables])
        findings = max(168, height * 28 // 100)
        self.setSizes([height - findings, findings])

    def remember(self) -> None:
        """Keep the sizes for next time."""
        # Before a person chose them there is nothing worth keeping.
        if self._laid_out and self._chosen:
            store("panes/across", self.across.saveState())
            store("panes/down", self.saveState())

    def _moved(self) -> None:
        self._chosen = True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        before, now = event.oldSize().width(), event.size().width()
        if self._laid_out and not self._chosen and (before <= _NARROW) != (now <= _NARROW):
            self._lay_out_afresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._laid_out:
            self._laid_out = True
            self.lay_out()
