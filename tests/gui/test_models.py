"""Qt's own tester on each model, and a name for every control."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QAbstractItemModel
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QScrollBar,
    QWidget,
)
from pytestqt.modeltest import ModelTester

from desktop.gui.reports import work
from desktop.gui.settings_dialog import SettingsDialog, ShortcutsDialog
from desktop.gui.tables.table_tabs import TABLES
from desktop.gui.window import ReviewWindow
from desktop.report.model import Report
from desktop.review.judgement import Verdict
from tests.gui.conftest import Desk


def test_the_models_keep_qt_s_rules_while_a_person_works(
    desk: Desk, qtmodeltester: ModelTester, wrong_report: Callable[..., Report]
) -> None:
    window = desk.window(
        desk.readable(wrong_report(disputes__review__total=99), "a.pdf"),
        desk.readable(wrong_report(disputes__direct__total=88), "b.pdf"),
    )
    models: list[QAbstractItemModel] = [window.bench.tables.views[name].source for name in TABLES]
    models += [window.bench.findings.view.model(), window.bench.reports.view.model()]
    for model in models:
        qtmodeltester.check(model)  # type: ignore[no-untyped-call]
        # The tester stays on the model, and sees what follows.
        window.bench.desk.point(0)
        work.edit(window.bench.desk, "disputes.review.total", "5")
        work.judge(window.bench.desk, Verdict.REPORT_WRONG)
        window.bench.reports.search.setText("云")
        window.bench.reports.search.setText("")
        window.bench.desk.turn_to(window.bench.desk.entries[1])
        window.bench.desk.turn_to(window.bench.desk.entries[0])


def nameless(root: QWidget) -> list[str]:
    """The controls that a screen reader could not name."""
    kinds = (QAbstractButton, QLineEdit, QAbstractItemView, QComboBox)
    found = []
    for widget in root.findChildren(QWidget):
        # Tables have their own headers among their cells; Qt's are hidden.
        if isinstance(widget, QHeaderView) or type(widget) is QAbstractButton:
            continue
        if not isinstance(widget, kinds) or widget.objectName().startswith("qt_"):
            continue
        inner = isinstance(widget.parent(), QComboBox | QScrollBar | QLineEdit)
        name = widget.accessibleName() or widget.toolTip()
        if isinstance(widget, QAbstractButton):
            name = name or widget.text()
        # The popup of a combo box is part of it.
        if not name and not inner and "Combo" not in str(widget.parent().metaObject().className()):
            found.append(f"{type(widget).__name__} {widget.objectName()} in {widget.parent()}")
    return found


def test_every_control_has_a_name_for_screen_readers(
    desk: Desk, wrong_report: Callable[..., Report]
) -> None:
    window = desk.window(desk.readable(wrong_report(applications__granted__natural=777)))
    window.bench.desk.point(0)
    assert nameless(window) == []
    dialogs = [SettingsDialog(window), ShortcutsDialog(window.orders_table, window)]
    for dialog in dialogs:
        assert nameless(dialog) == []
        dialog.close()


def test_the_keys_are_each_given_once(desk: Desk) -> None:
    window: ReviewWindow = desk.window()
    keys = [key.toString() for action in window.orders_table for key in action.shortcuts()]
    assert len(keys) == len(set(keys))
    # Letters and digits alone belong to the input method and to the cells.
    assert all(len(key) > 1 for key in keys)
