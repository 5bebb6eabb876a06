"""Words of the rules and forms that the window shows, in its language."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication

_KNOWN: Final = frozenset(
    (
        *("错误", "警告", "提示"),
        *("按原样接受", "填报有误", "读取有误"),
        *("表二", "表三", "表四"),
    )
)


def word(chinese: str) -> str:
    """A word in the window's language; one that is not among the known stays as it is."""
    return QCoreApplication.translate("Words", chinese) if chinese in _KNOWN else chinese
