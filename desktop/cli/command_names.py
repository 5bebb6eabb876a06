"""Which words on the command line name a console command: the window's start asks first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

COMMANDS: Final = ("check", "export", "rules")
_OPTIONS: Final = ("-h", "--help", "--version", "--register", "--unregister")


def is_command(words: Sequence[str]) -> bool:
    """Whether the words name a console command rather than files to open."""
    return bool(words) and (words[0] in COMMANDS or words[0] in _OPTIONS)
