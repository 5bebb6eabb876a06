"""Whether the files to be written can be, asked before anything is read.

A large set is read for minutes, which nobody should wait for in vain.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from desktop.errors import WriteError
from desktop.files.atomic import written_whole


class _Untouched(Exception):
    """Nothing is to be written yet."""


def check_writable(*paths: Path | None) -> None:
    """Refuse paths that cannot be written, in the words that writing would do it in.

    Raises:
        WriteError: a folder is not there, or is none, or nothing can be written to it.
    """
    for path in paths:
        if path is not None:
            _check(path)


def _check(path: Path) -> None:
    try:
        # What is begun is given up: the file that stands there is left as it is.
        with suppress(_Untouched), written_whole(path):
            raise _Untouched
    except OSError as error:
        # Such as a name too long for the system to look for.
        raise WriteError(f"无法写入 {path}，请检查路径。", str(error)) from error
