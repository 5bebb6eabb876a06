"""The page view with its bar: page n of m, zoom, fit."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from desktop.batch.outcome import Obstacle
from desktop.gui.actions import Actions
from desktop.gui.pages.highlights import highlights_of
from desktop.gui.pages.obstacle_line import ObstacleLine
from desktop.gui.pages.page_view import PageView
from desktop.gui.pages.renderer import PageDocument
from desktop.gui.pages.search_bar import SearchBar
from desktop.gui.pages.zoom import STEP, Fit
from desktop.gui.plain_text import plain_label
from desktop.gui.tables.cell_appearance import tip_of
from desktop.gui.ui_terms import ui_term
from desktop.rules.finding import Finding
from desktop.workspace.change import Change
from desktop.workspace.workspace import Workspace


class PagePane(QWidget):
    """Follows the workspace: shows the pages of its current report."""

    def __init__(
        self,
        workspace: Workspace,
        actions: Actions,
        password_of: Callable[[Path], str | None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._password_of = password_of
        self._workspace = workspace
        self._actions = actions
        self.view = PageView()
        self.view.setAccessibleName(self.tr("原文"))
        self._page_number = plain_label()
        self._page_number.setObjectName("pageIndicator")
        self._zoom = plain_label()
        self._zoom.setMinimumWidth(self._zoom.fontMetrics().horizontalAdvance("600 %"))
        self._zoom.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._bar())
        self._obstacle = ObstacleLine((actions.set_aside, actions.resume))
        column.addWidget(self._obstacle)
        self.search = SearchBar(self.view.text)
        column.addWidget(self.search)
        column.addWidget(self.view)
        self._connect()

    def _bar(self) -> QHBoxLayout:
        actions = self._actions
        bar = QHBoxLayout()
        bar.setContentsMargins(8, 3, 8, 3)
        bar.setSpacing(4)
        for item in (
            actions.previous_page,
            self._page_number,
            actions.next_page,
            None,
            actions.zoom_out,
            self._zoom,
            actions.zoom_in,
            actions.fit_width,
            actions.fit_page,
        ):
            if item is None:
                bar.addStretch()
            elif isinstance(item, QLabel):
                bar.addWidget(item)
            else:
                button = QToolButton()
                button.setAutoRaise(True)
                button.setDefaultAction(item)
                button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
                bar.addWidget(button)
        return bar

    def _connect(self) -> None:
        actions, view = self._actions, self.view
        actions.previous_page.triggered.connect(lambda: view.go_to_page(view.page - 1))
        actions.next_page.triggered.connect(lambda: view.go_to_page(view.page + 1))
        actions.zoom_in.triggered.connect(lambda: view.zoom_by(STEP))
        actions.zoom_out.triggered.connect(lambda: view.zoom_by(1 / STEP))
        actions.fit_width.triggered.connect(lambda: view.set_fit(Fit.WIDTH))
        actions.fit_page.triggered.connect(lambda: view.set_fit(Fit.PAGE))
        actions.find.triggered.connect(self._find)
        view.moved.connect(self._show_view)
        view.clicked.connect(self._workspace.select_cell)
        view.hovered.connect(self._tip)
        self._show_view()

    def _find(self) -> None:
        self.view.want_text()
        self.search.ask()

    def follow(self, change: Change) -> None:
        """Show the report looked at, with the boxes of its cells, and what is selected."""
        if change.current:
            self._show_document()
        if change.current or change.findings or change.finding:
            current, finding = self._workspace.current, self._workspace.finding
            self.view.set_highlights(highlights_of(current, finding))
        if change.cell:
            self._select(self._workspace.cell)
        if change.finding:
            self._reveal(self._workspace.finding)

    def _show_document(self) -> None:
        """The pages of the report looked at, also where no report could be read from them."""
        report = self._workspace.current
        shown = report is not None and not report.is_loading
        readable = shown and report is not None and report.review is not None
        to_look_at = shown and report is not None and report.obstacle is Obstacle.NO_REPORT
        if report is None or not (readable or to_look_at):
            self._obstacle.say("")
            self.view.show_document(None)
            return
        self._obstacle.say("" if readable else ui_term(report.reason or ""))
        sha256 = report.review.sha256 if report.review is not None else report.sha256
        password = self._password_of(report.path)
        self.view.show_document(PageDocument(report.path, sha256 or None, password))
        if self.search.isVisible():
            self.view.want_text()

    def _select(self, name: str) -> None:
        self.view.select(name)
        review = self._workspace.review
        cell = review.cell(name) if review is not None and name else None
        if cell is not None and cell.source is not None:
            self.view.reveal(cell.source.page, cell.source.box)

    def _reveal(self, finding: Finding | None) -> None:
        """Go to where a finding is that is of the text alone."""
        if finding is not None and finding.where and not finding.cells:
            self.view.reveal(finding.where[0].page, finding.where[0].box)

    def _tip(self, name: str) -> None:
        current = self._workspace.current
        if current is None or current.review is None or not name:
            self.view.viewport().setToolTip("")
        else:
            slot = current.review.report.form.slots()[name]
            self.view.viewport().setToolTip(tip_of(current, slot))

    def _show_view(self) -> None:
        view = self.view
        self._page_number.setText(f"{view.page} / {view.page_count}")
        self._zoom.setText(f"{view.zoom:.0%}".replace("%", " %"))
        self._actions.fit_width.setChecked(view.fit is Fit.WIDTH)
        self._actions.fit_page.setChecked(view.fit is Fit.PAGE)
