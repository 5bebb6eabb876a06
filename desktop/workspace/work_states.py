"""How far a person has come with files, as far as no saved review tells it: kept for the user.

A report that was only looked at has no review to save, and one that cannot be read has none at
all. One small file in the user's data folder holds both, by the SHA-256 of the PDF, or by its
path where that cannot be read.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from desktop.errors import WriteError
from desktop.files.atomic import written_whole

FORMAT: Final = "gouji-work-states"
VERSION: Final = 1
_MOST: Final = 5000
"""files remembered; those touched longest ago are forgotten first"""


@dataclass(frozen=True, slots=True)
class FileState:
    """Whether somebody looked at a file; why it was set aside, where no review holds that."""

    seen: bool = False
    set_aside: str = ""


class WorkStates:
    """Read once, written with every change.

    A file that a newer program wrote, or that is damaged, is neither used nor written over.

    Args:
        file: where they are kept; None to keep them for this run alone.
    """

    def __init__(self, file: Path | None = None) -> None:
        self._states: dict[str, FileState] = {}
        self._file = file
        if file is not None and file.exists():
            known = _read(file)
            if known is None:
                self._file = None
            else:
                self._states = known

    def of(self, key: str) -> FileState:
        """What is known of a file."""
        return self._states.get(key, FileState())

    def keep(self, key: str, state: FileState) -> None:
        """Remember this of a file."""
        if self.of(key) == state:
            return
        self._states.pop(key, None)
        self._states[key] = state
        for old in list(self._states)[:-_MOST]:
            del self._states[old]
        if self._file is not None:
            self._write(self._file)

    def _write(self, file: Path) -> None:
        files = {
            key: {"seen": state.seen, "set_aside": state.set_aside}
            for key, state in self._states.items()
        }
        data = {"format": FORMAT, "version": VERSION, "files": files}
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            with written_whole(file) as temporary:
                temporary.write_text(json.dumps(data, ensure_ascii=False), "utf-8")
        except (OSError, WriteError):
            # What is lost is a sign in a list; work is in the journal.
            logging.getLogger(__name__).exception("work states are not kept")


def _read(file: Path) -> dict[str, FileState] | None:
    """What a file holds; None where it is of a newer program, or none."""
    try:
        data = json.loads(file.read_bytes())
        if data["format"] != FORMAT or data["version"] != VERSION:
            return None
        return {str(key): _state(entry) for key, entry in data["files"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _state(entry: Mapping[str, object]) -> FileState:
    reason = entry["set_aside"]
    if not isinstance(reason, str):
        raise TypeError(reason)
    return FileState(bool(entry["seen"]), reason)
