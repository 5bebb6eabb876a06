"""Everything that a person does to a review, each with its before and after."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.review.edit import Edit
from desktop.review.judgement import Decision, FindingKey


@dataclass(frozen=True, slots=True)
class Judgement:
    """A finding decided on, or a decision taken back."""

    key: FindingKey
    before: Decision | None
    after: Decision | None


@dataclass(frozen=True, slots=True)
class Remark:
    """The note on the whole report."""

    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Completion:
    """The review closed as 已完成, or opened again."""

    before: bool
    after: bool


@dataclass(frozen=True, slots=True)
class SettingAside:
    """The report set aside, 搁置, with the reason; empty for taken up again."""

    before: str
    after: str


StepChange = Edit | Judgement | Remark | Completion | SettingAside
"""one of the things that a step changes"""


@dataclass(frozen=True, slots=True)
class Step:
    """Changes made, and undone, together; who made them, and when (ISO 8601 with offset)."""

    changes: tuple[StepChange, ...]
    author: str = ""
    time: str = ""

    @property
    def edits(self) -> tuple[Edit, ...]:
        """The cells changed."""
        return tuple(change for change in self.changes if isinstance(change, Edit))
