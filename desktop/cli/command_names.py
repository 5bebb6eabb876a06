"""Which words on the command line name a console command: the window's start asks first."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from typing import Final

COMMANDS: Final = ("check", "export", "overview", "rules")
_OPTIONS: Final = ("-h", "--help", "--version", "--register", "--unregister")


def is_command(words: Sequence[str]) -> bool:
    """Whether the words are for the console rather than files to open.

    So are those that nobody knows: whoever mistyped a command must not wait for a window.
    """
    if not words:
        return False
    return words[0] in COMMANDS or words[0] in _OPTIONS or any(map(_is_mistyped, words))


def _is_mistyped(word: str) -> bool:
    """Whether a word is neither a file nor looks like the name of one."""
    # What the Finder of older systems starts programs with.
    if os.path.exists(word) or word.startswith("-psn_"):  # noqa: PTH110 - starts at once
        return False
    return word.startswith("-") or not re.search(r"[./\\]", word)
