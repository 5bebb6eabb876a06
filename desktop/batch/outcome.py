"""What came of one file: a report and its findings, or one sentence why there is none."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from desktop.report.model import Report
from desktop.review.linking import NOT_GIVEN, Previous
from desktop.rules.finding import Checked

Product = TypeVar("Product")
"""what is made of an outcome"""


class Status(StrEnum):
    """How much of a file could be read."""

    READ = "read"
    """every cell that is printed"""
    PARTIAL = "partial"
    """some cells were not read, and are named in the report's observations"""
    UNREADABLE = "unreadable"
    """no report; the reason says why"""


class Obstacle(StrEnum):
    """What keeps a file from being read, as far as a person can do something about it."""

    PASSWORD = "password"
    """it opens only with a password, or with another one"""
    NO_REPORT = "no_report"
    """its pages can be looked at, but no report be read from them"""
    FILE = "file"
    """the file itself: gone, damaged, something else"""


@dataclass(frozen=True, slots=True)
class Outcome:
    """One file after reading and checking.

    Either `report` and `checked` are set, or `reason` and `obstacle`. `detail` is the technical
    part of the reason, shown only on request. `previous` is what it was compared with.
    """

    path: Path
    sha256: str | None
    report: Report | None = None
    checked: Checked | None = None
    reason: str | None = None
    detail: str = ""
    seconds_reading: float = 0.0
    seconds_checking: float = 0.0
    previous: Previous = NOT_GIVEN
    obstacle: Obstacle = Obstacle.FILE

    @property
    def status(self) -> Status:
        """How much could be read."""
        if self.report is None:
            return Status.UNREADABLE
        return Status.PARTIAL if self.report.unread else Status.READ
