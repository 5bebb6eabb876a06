"""The six sections that a report must have, read from data."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache

from desktop.resources import resource


@dataclass(frozen=True, slots=True)
class OfficialSection:
    """A section of the form: its number, its title, and titles that mean the same."""

    number: int
    title: str
    aliases: tuple[str, ...]


@cache
def official_sections() -> tuple[OfficialSection, ...]:
    """The sections in order."""
    data = tomllib.loads(resource("forms", "sections.toml").read_text("utf-8"))
    return tuple(
        OfficialSection(item["number"], item["title"], tuple(item["aliases"]))
        for item in data["section"]
    )
