"""Standard output that takes Chinese, and that is there at all.

On Windows the packaged program has no console, lest one open behind the window. Started from
one, it writes there; started with a pipe or a file as its output, it has got that anyway.
"""

from __future__ import annotations

import sys
from typing import Final, TextIO

# AttachConsole's name for the process that started this one (Windows API, consoleapi.h).
_PARENT: Final = -1
_UNENCODABLE: Final = "backslashreplace"


def open_console() -> None:
    """Make `print` work, whatever started the program."""
    if sys.platform == "win32":
        _attach()
    for stream in (sys.stdout, sys.stderr):
        # Reports hold Chinese; a console set to another encoding must not end the run, nor must
        # a file name that is no UTF-8: as `\udcb1` its bytes are kept, and JSON reads that too.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors=_UNENCODABLE)


if sys.platform == "win32":

    def _attach() -> None:
        """Borrow the console of whoever started the program, where output leads nowhere."""
        import ctypes

        if sys.stdout is not None and sys.stderr is not None:
            return
        if not ctypes.windll.kernel32.AttachConsole(_PARENT):
            return
        sys.stdout = sys.stdout or _console()
        sys.stderr = sys.stderr or _console()

    def _console() -> TextIO:
        # Line by line: the shell's prompt is already back, and may come between.
        return open("CONOUT$", "w", encoding="utf-8", errors=_UNENCODABLE, buffering=1)  # noqa: PTH123
