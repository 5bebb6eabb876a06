"""What checks of the running text share: what to say where there is none."""

from __future__ import annotations

import re
from typing import Final

from desktop.report.model import Section
from desktop.rules.finding import Unchecked
from desktop.rules.rule import Rule

_FURNITURE: Final = re.compile(r"[-—–－\s\d]{1,40}")
NO_TEXT: Final = "没有读到正文各部分，未能核对"


def without_text(rule: Rule) -> Unchecked:
    """The rule needs sentences, and none were read."""
    return Unchecked(rule.id, NO_TEXT)


def without_section(rule: Rule, title: str) -> Unchecked:
    """The rule needs a section that the report lacks."""
    return Unchecked(rule.id, f"没有读到“{title}”部分，未能核对")


def section_text(section: Section) -> str:
    """All sentences of a section, without page numbers between dashes that strayed in."""
    return "".join(s.text for s in section.sentences if not _FURNITURE.fullmatch(s.text)).strip()
