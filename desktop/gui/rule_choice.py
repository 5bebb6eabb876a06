"""The rules in force in the window: the packaged ones, with a person's own file over them."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject, Signal

from desktop.errors import RuleFileError
from desktop.gui.settings import rule_file, set_rule_file
from desktop.rules.rule import RuleSet
from desktop.rules.rulefile import load_rules

# More mistakes than this are in the tip of the status bar, and in every report's list.
_MOST_SHOWN: Final = 3


class RuleChoice(QObject):
    """The file chosen last is taken up at start; what is wrong with it is told."""

    changed = Signal(RuleSet)
    """other rules are in force now"""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.refusal = ""
        """why the file chosen earlier is not in force"""
        try:
            self.rules: RuleSet = load_rules(rule_file())
        except RuleFileError as error:
            # The file stays chosen: the drive it is on may be back at the next start.
            self.refusal = error.message
            self.rules = load_rules()

    def choose(self, path: Path) -> None:
        """Take up a person's file.

        Raises:
            RuleFileError: it cannot be opened; the rules stay as they were.
        """
        self._take(load_rules(path))

    def restore_packaged(self) -> None:
        """Take up the packaged rules alone."""
        self._take(load_rules())

    @property
    def is_own(self) -> bool:
        """Whether a person's file is in force, or was to be."""
        return self.rules.file is not None or bool(self.refusal)

    def _take(self, rules: RuleSet) -> None:
        set_rule_file(rules.file)
        self.rules, self.refusal = rules, ""
        self.changed.emit(rules)


def name_of(choice: RuleChoice) -> str:
    """What the status bar calls the rules in force; empty for the packaged ones."""
    if choice.refusal:
        return _tr("规则文件打不开，现用自带规则")
    if choice.rules.file is None:
        return ""
    name = choice.rules.file.name
    mistakes = len(choice.rules.problems)
    if mistakes:
        return _tr("规则：{0}（{1} 处有误）").format(name, mistakes)
    return _tr("规则：{0}").format(name)


def tip_of(choice: RuleChoice) -> str:
    """Where the file is, and every mistake in it."""
    if choice.refusal or choice.rules.file is None:
        return choice.refusal
    return "\n".join((str(choice.rules.file), *map(str, choice.rules.problems)))


def mistakes_text(choice: RuleChoice) -> str:
    """What a person has to know of the file before going on; empty where all is well."""
    if choice.refusal:
        return choice.refusal + _tr("现在用的是自带规则。")
    problems = choice.rules.problems
    if choice.rules.file is None or not problems:
        return ""
    lines = [_tr("第 {0} 行：{1}").format(one.line, one.message) for one in problems]
    rest = _tr("等 {0} 处").format(len(lines)) if len(lines) > _MOST_SHOWN else ""
    return _tr("规则文件 {0} 有误，写错的条目没有采用：{1}。").format(
        choice.rules.file.name, "；".join(lines[:_MOST_SHOWN]) + rest
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("RuleChoice", text)
