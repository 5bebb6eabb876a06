"""The kinds of reports: what each alters in a draft, and which producers can print it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Final

from tests.adversarial.draft import Draft

PEN: Final = "pen"
PLATYPUS: Final = "platypus"
CHROMIUM: Final = "chromium"
WRITER: Final = "writer"
EVERY: Final = (PEN, PLATYPUS, CHROMIUM, WRITER)

Alter = Callable[[Draft], None]


@dataclass(frozen=True, slots=True)
class Kind:
    """One way to go astray, or one harmless thing that must not lead astray."""

    name: str
    alter: Alter
    via: tuple[str, ...]
    form: str | None
    """the form it needs, if not any"""


KINDS: Final[dict[str, Kind]] = {}


def kind(
    name: str, via: tuple[str, ...] = (PEN,), form: str | None = None
) -> Callable[[Alter], Alter]:
    """Register what alters a draft under the name `theme.kind`."""

    def register(alter: Alter) -> Alter:
        KINDS[name] = Kind(name, alter, via, form)
        return alter

    return register


def chosen(patterns: Sequence[str]) -> Iterator[Kind]:
    """The kinds whose names match, all if no pattern is given."""
    for name, item in KINDS.items():
        if not patterns or any(fnmatchcase(name, pattern) for pattern in patterns):
            yield item
