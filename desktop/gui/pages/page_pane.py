"""The page view with its bar: page n of m, zoom, fit."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from desktop.gui.actions import Actions
from desktop.gui.pages.marks import marks_of
from desktop.gui.pages.page_view import PageView
from desktop.gui.pages.search_bar import SearchBar
from desktop.gui.pages.zoom import STEP, Fit
from desktop.gui.reports.desk import Desk
from desktop.gui.tables.look import tip_of


class PagePane(QWidget):
    """Follows the desk: shows the pages of its current report."""

    def __init__(self, desk: Desk, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._actions = actions
        self.view = PageView()
        self.view.setAccessibleName(self.tr("原文"))
        self._place = QLabel()
        self._place.setObjectName("pageIndicator")
        self._zoom = QLabel()
        self._zoom.setMinimumWidth(self._zoom.fontMetrics().horizontalAdvance("600 %"))
        self._zoom.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._bar())
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
            self._place,
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
        actions, view, desk = self._actions, self.view, self._desk
        actions.previous_page.triggered.connect(lambda: view.go_to_page(view.page - 1))
        actions.next_page.triggered.connect(lambda: view.go_to_page(view.page + 1))
        actions.zoom_in.triggered.connect(lambda: view.zoom_by(STEP))
        actions.zoom_out.triggered.connect(lambda: view.zoom_by(1 / STEP))
        actions.fit_width.triggered.connect(lambda: view.set_fit(Fit.WIDTH))
        actions.fit_page.triggered.connect(lambda: view.set_fit(Fit.PAGE))
        actions.find.triggered.connect(self._find)
        view.moved.connect(self._tell)
        view.clicked.connect(desk.select)
        view.hovered.connect(self._tip)
        desk.turned.connect(self._turned)
        desk.edited.connect(self._mark)
        desk.selected.connect(self._select)
        desk.pointed.connect(self._point)
        self._tell()

    def _find(self) -> None:
        self.view.want_text()
        self.search.ask()

    def _turned(self) -> None:
        review = self._desk.review
        if review is None:
            self.view.show_document(None)
        else:
            self.view.show_document(review.path, review.sha256)
            if self.search.isVisible():
                self.view.want_text()
        self._mark()

    def _mark(self) -> None:
        self.view.set_marks(marks_of(self._desk.current, self._desk.finding))

    def _select(self, name: str) -> None:
        self.view.select(name)
        review = self._desk.review
        cell = review.cell(name) if review is not None and name else None
        if cell is not None and cell.source is not None:
            self.view.reveal(cell.source.page, cell.source.box)

    def _point(self, position: int) -> None:
        self._mark()
        finding = self._desk.finding
        if position >= 0 and finding is not None and finding.where and not finding.cells:
            self.view.reveal(finding.where[0].page, finding.where[0].box)

    def _tip(self, name: str) -> None:
        entry = self._desk.current
        if entry is None or entry.review is None or not name:
            self.view.viewport().setToolTip("")
        else:
            slot = entry.review.report.form.slots()[name]
            self.view.viewport().setToolTip(tip_of(entry, slot))

    def _tell(self) -> None:
        view = self.view
        self._place.setText(f"{view.page} / {view.page_count}")
        self._zoom.setText(f"{view.zoom:.0%}".replace("%", " %"))
        self._actions.fit_width.setChecked(view.fit is Fit.WIDTH)
        self._actions.fit_page.setChecked(view.fit is Fit.PAGE)
