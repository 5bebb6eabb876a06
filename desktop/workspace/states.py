"""How far a report has come, in three facts that are never mixed."""

from __future__ import annotations

from enum import StrEnum


class Readability(StrEnum):
    """What could be read of a file."""

    LOADING = "loading"
    READ = "read"
    PARTIAL = "partial"
    """some of its cells could not be read"""
    UNREADABLE = "unreadable"


class CheckState(StrEnum):
    """The worst of what waits for a person in a report."""

    ERROR = "error"
    WARNING = "warning"
    CLEAN = "clean"
    """nothing worse than hints, and everything was read"""


class WorkState(StrEnum):
    """How far a person has come with a report."""

    UNSEEN = "unseen"
    """未看"""
    IN_REVIEW = "in_review"
    """在审"""
    PASSED = "passed"
    """通过: the review is finished"""
    SET_ASIDE = "set_aside"
    """搁置, for a reason; counts as done"""
    RETURNED = "returned"
    """退回: the office has to hand it in again"""
    RESUBMITTED = "resubmitted"
    """重报: handed in again after a return"""
    ARCHIVED = "archived"
    """归档"""

    @property
    def is_done(self) -> bool:
        """Whether nothing is left to do for a person now."""
        return self in (WorkState.PASSED, WorkState.SET_ASIDE, WorkState.ARCHIVED)
