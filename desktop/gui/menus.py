"""The menu bar and the tool bar."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Final

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QToolBar

from desktop.gui.actions import Actions
from desktop.gui.settings import store, stored_switch

_FOLDABLE: Final = {
    "reports": ("报告列表", "Ctrl+L"),
    "tables": ("法定表格", ""),
    "findings": ("问题清单", ""),
}


def fill_menus(window: QMainWindow, actions: Actions, switches: Mapping[str, QAction]) -> None:
    """Every action under the heading where officials look for it."""
    a = actions
    menus: dict[str, tuple[QAction | None, ...]] = {
        "文件(&F)": (a.open, None, a.save, a.export_excel, a.export_csv, None, a.quit),
        "编辑(&E)": (a.undo, a.redo, None, a.restore),
        "查看(&V)": (
            *(a.zoom_in, a.zoom_out, a.fit_width, a.fit_page, None),
            *(a.previous_page, a.next_page, a.find, a.find_report, None),
            *switches.values(),
        ),
        "核对(&C)": (
            *(a.next_finding, a.previous_finding, None),
            *(a.take_repair, a.accept, a.report_wrong, a.reading_wrong, a.take_back, None),
            *(a.remark, a.finish, a.reopen, a.set_aside, a.resume, None),
            *(a.next_report, a.previous_report, a.unlock, None),
            *(a.previous_year, a.load_rules, a.packaged_rules),
        ),
        "帮助(&H)": (a.settings, a.shortcuts, a.about),
    }
    for title, items in menus.items():
        menu = window.menuBar().addMenu(_tr(title))
        for item in items:
            if item is None:
                menu.addSeparator()
            else:
                menu.addAction(item)


def fill_toolbar(window: QMainWindow, actions: Actions) -> None:
    """The actions of every hour."""
    a = actions
    bar = QToolBar(_tr("工具栏"), window)
    bar.setObjectName("toolBar")
    bar.setMovable(False)
    bar.setIconSize(QSize(20, 20))
    bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
    groups = (
        (a.open, a.save),
        (a.undo, a.redo),
        (a.previous_finding, a.next_finding),
        (a.finish, a.next_report),
        (a.export_excel, a.export_csv),
    )
    for group in groups:
        if bar.actions():
            bar.addSeparator()
        for action in group:
            bar.addAction(action)
    window.addToolBar(bar)


def fold_switches(window: QMainWindow) -> dict[str, QAction]:
    """A switch for each pane that can be folded away, by its key; each remembers how it is."""
    switches = {}
    for key, (text, keys) in _FOLDABLE.items():
        switch = QAction(_tr(text), window)
        switch.setCheckable(True)
        switch.setShortcut(keys)
        switch.setChecked(stored_switch(f"panes/{key}", at_first=True))
        switch.toggled.connect(partial(store, f"panes/{key}"))
        switches[key] = switch
    return switches


def _tr(text: str) -> str:
    return QCoreApplication.translate("Menus", text)
