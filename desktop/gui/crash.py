"""A mistake in the program: said in plain words, with the technical part a click away."""

from __future__ import annotations

import logging
import sys
import traceback
from types import TracebackType

from PySide6.QtCore import QCoreApplication

_SENTENCE = (
    "程序出了一个没有料到的错误，刚才那一步可能没有完成。您做过的核对都已记下，"
    "可以继续；若反复出现，请把“详情”复制给技术人员。"
)


def tell_crashes() -> None:
    """Show what nobody caught in a dialog, one at a time, instead of ending or hiding it."""
    showing = False

    def tell(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        nonlocal showing
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        logging.getLogger(__name__).error("uncaught", exc_info=(kind, error, trace))
        if showing:
            return
        showing = True
        from desktop.gui import dialogs

        try:
            detail = "".join(traceback.format_exception(kind, error, trace))
            sentence = QCoreApplication.translate("Crash", _SENTENCE)
            dialogs.show_error(None, sentence, detail)
        finally:
            showing = False

    sys.excepthook = tell
