"""A person chooses the rules, sees which are in force, and hears what is wrong with them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.errors import RuleFileError
from desktop.gui import dialogs
from desktop.gui.actions import Actions
from desktop.gui.banner import Advice
from desktop.gui.plain_text import plain_label, tip
from desktop.gui.rule_choice import RuleChoice, mistakes_text, name_of, tip_of
from desktop.gui.settings import rule_file


class RuleCommands(QObject):
    """The actions that change the rules, and the name of the file for the status bar.

    Args:
        window: asks the questions.
        choice: the rules in force.
        actions: what a person can tell the window to do.
        settle: ends what is being typed; False where that cannot be.
    """

    status_message = Signal(str)
    """a short message for the status bar"""
    advised = Signal(Advice)
    """what is wrong with the file; an empty text where nothing is"""

    def __init__(
        self, window: QWidget, choice: RuleChoice, actions: Actions, settle: Callable[[], bool]
    ) -> None:
        super().__init__(window)
        self._window = window
        self._choice = choice
        self._actions = actions
        self._settle = settle
        self.label = plain_label()
        self.label.setObjectName("ruleFileLabel")
        actions.load_rules.triggered.connect(self.ask)
        actions.packaged_rules.triggered.connect(self.restore_packaged)
        choice.changed.connect(self._changed)
        self._show()

    def ask(self) -> None:
        """Take up a rule file that the person chooses."""
        last = rule_file()
        folder = Path.home() if last is None else last.parent
        path = dialogs.ask_rule_file(self._window, folder) if self._settle() else None
        if path is None:
            return
        try:
            self._choice.choose(path)
        except RuleFileError as error:
            dialogs.show_error(self._window, error.message, error.detail)

    def restore_packaged(self) -> None:
        """Take up the packaged rules alone."""
        if self._settle():
            self._choice.restore_packaged()

    def advise(self) -> None:
        """Say what is wrong with the file in force, or that nothing is any more."""
        again = (self.tr("另选规则文件…"), self.ask)
        back = (self.tr("恢复自带规则"), self.restore_packaged)
        leave = (self.tr("知道了"), lambda: None)
        self.advised.emit(Advice(mistakes_text(self._choice), (again, back, leave)))

    def _changed(self) -> None:
        file = self._choice.rules.file
        if file is None:
            self.status_message.emit(self.tr("已恢复自带规则，所有报告都已重新核对"))
        else:
            self.status_message.emit(self.tr("已采用 {0}，所有报告都已重新核对").format(file.name))
        self._show()
        self.advise()

    def _show(self) -> None:
        self.label.setText(name_of(self._choice))
        self.label.setToolTip(tip(tip_of(self._choice)))
        self._actions.packaged_rules.setEnabled(self._choice.is_own)
