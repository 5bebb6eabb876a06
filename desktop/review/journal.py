"""Every step as it happens, in an append-only file of the user's: what a killed program leaves.

One line of JSON for each event, handed to the system at once, so that a killed process loses
nothing written before; a worker thread then has it put on the disk. A running program holds a
lock on its journal; one without a lock was left behind, and its work can be taken up again.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import BinaryIO, Final

from desktop.errors import ReviewFileError
from desktop.files.locks import is_held, lock
from desktop.review.changes import Step
from desktop.review.codec import step_from_json, step_to_json
from desktop.review.formats import (
    JOURNAL,
    JOURNAL_VERSION,
    WRONG,
    Json,
    JsonObject,
    event_of_today,
    is_newer,
)
from desktop.review.same_steps import common_steps, is_among

SUFFIX: Final = ".journal"
_CANNOT: Final = (
    "操作记录写不进磁盘，程序若意外关闭会丢失修改；请清理磁盘空间，并立即保存（Ctrl+S）。"
)


@dataclass(slots=True)
class RecoveredReport:
    """One report as a killed program left it: its PDF, and the steps made.

    `saved` is how many of the steps are in a saved review; None for none. `undone` are steps
    that were made and taken back: the saved review may hold them.
    """

    path: Path
    sha256: str | None = None
    steps: list[Step] = field(default_factory=list)
    saved: int | None = None
    undone: list[Step] = field(default_factory=list)

    @property
    def is_unsaved(self) -> bool:
        """Whether a step made, or taken back, would be lost without the journal."""
        return bool(self.steps or self.undone) and self.saved != len(self.steps)

    def goes_on(self, saved: Sequence[Step]) -> bool:
        """Whether this is what became of saved steps."""
        return all(is_among(step, (*self.steps, *self.undone)) for step in saved)


class Journal:
    """The journal of this run of the program.

    Nothing is created before the first event.

    Args:
        folder: where journals are kept, in the user's data folder.
    """

    def __init__(self, folder: Path) -> None:
        now = datetime.now().strftime("%Y%m%d-%H%M%S")
        self.path = folder / f"{now}-{os.getpid()}-{id(self):x}{SUFFIX}"
        self._file: BinaryIO | None = None
        self._whole = True
        self._is_named = False
        self._disk = ThreadPoolExecutor(1, thread_name_prefix="journal")
        self._waiting = False

    def files_added(self, paths: Sequence[Path]) -> None:
        """Files came into the workspace.

        Raises:
            ReviewFileError: the event could not be written; so for every method here.
        """
        self._write({"event": "put", "paths": [str(path) for path in paths]})

    def opened(self, left: RecoveredReport) -> None:
        """A report was read, or is to be, with these steps made in it already."""
        made = [step_to_json(step) for step in left.steps]
        event = {"event": "open", "path": str(left.path), "sha256": left.sha256, "steps": made}
        undone = [step_to_json(step) for step in left.undone]
        self._write({**event, "saved": left.saved, **({"undone": undone} if undone else {})})

    def made(self, path: Path, step: Step) -> None:
        """A person made a step."""
        self._write({"event": "do", "path": str(path), "step": step_to_json(step)})

    def undone(self, path: Path) -> None:
        """The last step of a report was undone."""
        self._write({"event": "undo", "path": str(path)})

    def saved(self, path: Path, count: int | None) -> None:
        """A report was saved with its first `count` steps; None where others are saved by now."""
        self._write({"event": "saved", "path": str(path), "count": count})

    def close(self, *, keep: bool = False) -> None:
        """End the journal; it is deleted unless there is a reason to `keep` it."""
        self._disk.shutdown(wait=True)
        if self._file is not None:
            with suppress(OSError):
                self._file.close()
            self._file = None
            if not keep:
                with suppress(OSError):
                    self.path.unlink(missing_ok=True)

    def _write(self, event: Json) -> None:
        named = {"format": JOURNAL, "version": JOURNAL_VERSION}
        data = (b"" if self._is_named else _line(named)) + _line(event)
        # After a line that a full disk cut short, the next begins afresh.
        data = (b"" if self._whole else b"\n") + data
        try:
            file = self._opened()
            self._whole = False
            written = file.write(data)
            if written != len(data):
                raise OSError(f"{written} of {len(data)} bytes")
            self._whole = self._is_named = True
        except OSError as error:
            raise ReviewFileError(_CANNOT, str(error)) from error
        if not self._waiting:
            self._waiting = True
            with suppress(RuntimeError):  # the journal is being closed
                self._disk.submit(self._sync, file.fileno())

    def _sync(self, handle: int) -> None:
        self._waiting = False
        with suppress(OSError):
            os.fsync(handle)

    def _opened(self) -> BinaryIO:
        if self._file is None:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            # Without a buffer: what is written is the system's at once.
            file = self.path.open("xb", buffering=0)
            lock(file)
            self._file = file
        return self._file


def _line(data: Json) -> bytes:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode("utf-8") + b"\n"


def stale_journals(folders: Iterable[Path]) -> list[Path]:
    """The journals of programs that are not running any more, the oldest first."""
    found = (path for folder in folders for path in folder.glob(f"*{SUFFIX}"))
    # Their names begin with the time.
    return [path for path in sorted(found, key=lambda path: path.name) if not is_held(path)]


def recovered_reports(paths: Iterable[Path]) -> list[RecoveredReport]:
    """The reports in journals, the oldest first, as they were left.

    None of the journals may be of a newer program.
    """
    found: dict[Path, RecoveredReport] = {}
    for path in paths:
        for file, left in _left_in(path).items():
            found[file] = _joined(found[file], left) if file in found else left
    return list(found.values())


def _left_in(path: Path) -> dict[Path, RecoveredReport]:
    left: dict[Path, RecoveredReport] = {}
    version = 1  # which has no line that says so
    for line in _lines(path):
        with suppress(*WRONG):
            if "format" in line:
                version = line["version"]
            else:
                _take(left, event_of_today(line, version))
    return left


def _joined(earlier: RecoveredReport, later: RecoveredReport) -> RecoveredReport:
    """A report in two journals; the later run did not take up what the earlier one left."""
    known = [*earlier.steps, *earlier.undone]
    since = [step for step in later.steps if not is_among(step, known)]
    if not since:
        return earlier
    if common_steps(earlier.steps, later.steps) == len(earlier.steps):
        return later
    steps, undone = [*earlier.steps, *since], [*earlier.undone, *later.undone]
    return RecoveredReport(earlier.path, earlier.sha256, steps, None, undone)


def is_of_newer_program(path: Path) -> bool:
    """Whether a newer program wrote a journal: then it is for that one to read and to remove."""
    named = (line for line in _lines(path) if "format" in line)
    return any(is_newer(line.get("version"), JOURNAL_VERSION) for line in named)


def _lines(path: Path) -> Iterator[JsonObject]:
    """The whole lines of a journal; the last one may be cut off."""
    try:
        lines = path.read_bytes().splitlines()
    except OSError:
        return
    for line in lines:
        with suppress(ValueError):
            event = json.loads(line)
            if isinstance(event, dict):
                yield event


def _take(found: dict[Path, RecoveredReport], event: JsonObject) -> None:
    kind = event["event"]
    if kind == "put":
        for name in event["paths"]:
            found.setdefault(Path(name), RecoveredReport(Path(name)))
        return
    path = Path(event["path"])
    if kind == "open":
        steps = [step_from_json(step) for step in event["steps"]]
        undone = [step_from_json(step) for step in event.get("undone", ())]
        if path in found:
            known = (*found[path].steps, *found[path].undone)
            undone += [step for step in known if not is_among(step, (*steps, *undone))]
        found[path] = RecoveredReport(path, event["sha256"], steps, event["saved"], undone)
        return
    left = found[path]
    if kind == "do":
        left.steps.append(step_from_json(event["step"]))
    elif kind == "undo":
        left.undone.append(left.steps.pop())
        if left.saved is not None and left.saved > len(left.steps):
            left.saved = None
    elif kind == "saved":
        count = event["count"]
        left.saved = count if isinstance(count, int) and count <= len(left.steps) else None
