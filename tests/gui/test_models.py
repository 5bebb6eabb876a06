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

from desktop.gui.settings_dialog import SettingsDialog, ShortcutsDialog
from desktop.gui.tables.table_tabs import TABLES
from desktop.gui.window import ReviewWindow
from desktop.report.model import Report
from desktop.review.judgement import Verdict
from desktop.workspace import review_commands
from tests.gui.conftest import WindowDriver


def test_the_models_keep_qt_s_rules_while_a_person_works(
    driver: WindowDriver, qtmodeltester: ModelTester, wrong_report: Callable[..., Report]
) -> None:
    window = driver.window(
        driver.readable(wrong_report(disputes__review__total=99), "a.pdf"),
        driver.readable(wrong_report(disputes__direct__total=88), "b.pdf"),
    )
    models: list[QAbstractItemModel] = [window.panel.tables.views[name].source for name in TABLES]
    models += [window.panel.findings.view.model(), window.panel.reports.view.model()]
    for model in models:
        qtmodeltester.check(model)  # type: ignore[no-untyped-call]
        # The tester stays on the model, and sees what follows.
        window.panel.workspace.select_finding(0)
        review_commands.edit(window.panel.workspace, "disputes.review.total", "5")
        review_commands.judge(window.panel.workspace, Verdict.REPORT_WRONG)
        window.panel.reports.search.setText("云")
        window.panel.reports.search.setText("")
        window.panel.workspace.show(window.panel.workspace.reports[1])
        window.panel.workspace.show(window.panel.workspace.reports[0])


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
    driver: WindowDriver, wrong_report: Callable[..., Report]
) -> None:
    window = driver.window(driver.readable(wrong_report(applications__granted__natural=777)))
    window.panel.workspace.select_finding(0)
    assert nameless(window) == []
    dialogs = [SettingsDialog(window), ShortcutsDialog(window.commands, window)]
    for dialog in dialogs:
        assert nameless(dialog) == []
        dialog.close()


def test_the_keys_are_each_given_once(driver: WindowDriver) -> None:
    window: ReviewWindow = driver.window()
    keys = [key.toString() for action in window.commands for key in action.shortcuts()]
    assert len(keys) == len(set(keys))
    # Letters and digits alone belong to the input method and to the cells.
    assert all(len(key) > 1 for key in keys)
