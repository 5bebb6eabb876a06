"""Runs of characters in a Word document, tracked changes and links included."""

from __future__ import annotations

from random import Random
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.text.run import CT_R
from docx.shared import Pt, RGBColor

from tests.adversarial.draft import Run


def add_run(random: Random, paragraph: Any, run: Run, size: float) -> None:
    """Add a run to a paragraph, in one of the ways that Word has for its look."""
    added = paragraph.add_run(run.text)
    added.font.size = Pt(size * run.size)
    added.font.bold = run.bold or None
    added.font.underline = (run.underlined and not run.link) or None
    if run.rise and random.random() < 0.5:
        added.font.superscript, added.font.size = True, Pt(size)
    elif run.rise:
        half_points = str(round(2 * run.rise * size))
        added._r.get_or_add_rPr().append(element("w:position", val=half_points))
    if run.struck and random.random() < 0.5:
        _delete(added._r)
    elif run.struck:
        added.font.strike = True
    if run.link:
        added.font.underline, added.font.color.rgb = True, RGBColor(5, 99, 193)


def _delete(run: CT_R) -> None:
    """Turn a run into one that a tracked change has deleted; it is printed struck through."""
    for text in run.findall(qn("w:t")):
        text.tag = qn("w:delText")
    deletion = element("w:del", id="1", author="A", date="2025-01-10T09:00:00Z")
    parent = run.getparent()
    assert parent is not None, "the run stands in no paragraph"
    parent.replace(run, deletion)
    deletion.append(run)


def element(name: str, **attributes: str) -> Any:
    """An element of Word's own language."""
    made = OxmlElement(name)
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    return made
