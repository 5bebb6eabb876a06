"""The one sentence that PyInstaller's start says before any Python runs, in Chinese.

It is said where the unpacked Python cannot be loaded: the folder for temporary files forbids
programs, or the system is too old. The bootloader has no translations, so the sentence is
exchanged in its bytes. It keeps its length and its two places, for the file and the reason.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

_SAYS: Final = b"Failed to load Python shared library '%s': %s\n\0"
_SAYS_INSTEAD: Final = "加载失败（可另设TMPDIR）%s：%s\n\0".encode()


def speak_chinese(executable: Path) -> None:
    """Exchange the sentence in an executable for Linux.

    Raises:
        ValueError: it is not there once: another PyInstaller, see what it says now.
    """
    content = executable.read_bytes()
    if content.count(_SAYS) != 1:
        raise ValueError(f"{executable} has not the sentence {_SAYS!r}")
    # What follows the string's end is never read.
    executable.write_bytes(content.replace(_SAYS, _SAYS_INSTEAD.ljust(len(_SAYS), b"\0")))
