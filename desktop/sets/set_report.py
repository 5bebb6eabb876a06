"""What of one report a set of them needs: its values, doubts, places, text and findings.

A set may have thousands of reports. A `Report` is some ten thousand objects; this is a few
tuples, small enough to go between processes and to be kept for all of them.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from desktop.geometry import Box
from desktop.report.form import Form
from desktop.report.model import Report, Sentence, Source
from desktop.report.values import Number
from desktop.rules.checks.dates import signed_on
from desktop.rules.checks.registry import Context
from desktop.rules.finding import Checked, Finding, Severity

_EDGES = 5
"""figures for one place: page, and the four edges of the box in points"""


@dataclass(frozen=True, slots=True)
class SetReport:
    """One report as the set sees it.

    `values` and `sources` follow the slots of the form; a value is None where none was read.
    `doubted` names the cells whose reading a person should look at. `sentences` are the running
    text without the title, and `self_naming` are those at its two ends, in which an office
    names itself. `signed` is the date below the report. `no_previous` says why it could not be
    compared with last year's, where there is one.
    """

    file: Path
    sha256: str
    agency: str
    year: int | None
    form: Form
    is_whole: bool
    values: tuple[Number | None, ...]
    doubted: frozenset[str]
    sources: array[float]
    sentences: tuple[str, ...]
    sentence_sources: array[float]
    self_naming: tuple[str, ...]
    signed: date | None
    findings: tuple[Finding, ...]
    no_previous: str = ""

    def value(self, name: str) -> Number | None:
        """The number in a cell; None where the form has no such cell or none was read."""
        position = _positions(self.form).get(name)
        return None if position is None else self.values[position]

    def cells(self) -> Mapping[str, Number | None]:
        """Every cell of the form with its number."""
        return dict(zip(self.form.slots(), self.values, strict=True))

    def is_sure(self, name: str) -> bool:
        """Whether a cell was read, and leaves no question."""
        return self.value(name) is not None and name not in self.doubted

    def source(self, name: str) -> Source | None:
        """Where a cell stands on its page."""
        position = _positions(self.form).get(name)
        return None if position is None else _source(self.sources, position)

    def sentence_source(self, index: int) -> Source | None:
        """Where a sentence begins."""
        return _source(self.sentence_sources, index)

    @property
    def format(self) -> str:
        """The kind of file: `pdf`."""
        return self.file.suffix.lower().removeprefix(".")

    @property
    def worst(self) -> Severity | None:
        """The worst severity among its own findings."""
        order = list(Severity)
        return min((f.severity for f in self.findings), key=order.index, default=None)


def set_report_of(
    report: Report, checked: Checked, file: Path, sha256: str, no_previous: str = ""
) -> SetReport:
    """A report, and what the rules say of it, as a set needs them."""
    context = Context(report)
    signature = signed_on(context)
    cells = [report.cells.get(name) for name in report.form.slots()]
    sections = [sentence for section in report.sections for sentence in section.sentences]
    sentences = (*report.preamble, *sections, *report.closing)
    return SetReport(
        file,
        sha256,
        report.agency or "",
        report.year,
        report.form,
        not report.unread,
        tuple(None if cell is None else cell.value for cell in cells),
        frozenset(cell.name for cell in cells if cell is not None and cell.doubt),
        _packed(None if cell is None else cell.source for cell in cells),
        tuple(sentence.text for sentence in sentences),
        _packed(map(_first_source, sentences)),
        tuple(sentence.text for sentence in (*report.preamble, *context.closing)),
        None if signature is None else signature[0],
        checked.findings,
        no_previous,
    )


@cache
def _positions(form: Form) -> Mapping[str, int]:
    return {name: position for position, name in enumerate(form.slots())}


def _first_source(sentence: Sentence) -> Source | None:
    return sentence.sources[0] if sentence.sources else None


def _packed(sources: Iterable[Source | None]) -> array[float]:
    return array("f", (figure for source in sources for figure in _figures(source)))


def _figures(source: Source | None) -> Iterator[float]:
    if source is None:
        yield from (0.0,) * _EDGES
    else:
        yield from (float(source.page), *source.box)


def _source(packed: array[float], position: int) -> Source | None:
    page, *edges = packed[position * _EDGES : (position + 1) * _EDGES]
    return Source(int(page), Box(*edges)) if page else None
