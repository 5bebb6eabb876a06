"""Terms of the rules and forms, and sentences of the workspace, in the window's language."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication

from desktop.workspace.messages import MESSAGES

_TERMS: Final = (
    *("错误", "警告", "提示"),
    *("按原样接受", "填报有误", "读取有误"),
    *("表二", "表三", "表四"),
)
_KNOWN: Final = frozenset((*_TERMS, *MESSAGES))


def ui_term(chinese: str) -> str:
    """A term in the window's language; one that is not among the known stays as it is."""
    return QCoreApplication.translate("UiTerms", chinese) if chinese in _KNOWN else chinese
