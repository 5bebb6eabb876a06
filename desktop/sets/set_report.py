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
from desktop.report.form import Form, FormTable
from desktop.report.model import Report, Sentence, Source
from desktop.report.values import Number
from desktop.rules.checks.dates import signed_on
from desktop.rules.checks.registry import Context
from desktop.rules.finding import Checked, Finding

_EDGES = 5
"""figures for one place: page, and the four edges of the box in points"""


@dataclass(frozen=True, slots=True)
class SetReport:
    """One report as the set sees it.

    `values` and `sources` follow the slots of the form; a value is None where none was read.
    `doubted` names the cells whose reading a person should look at. `sentences` are the running
    text without the title, and `self_naming` are those at its two ends, in which an office
    names itself. `signed` is the date below the report. `unchecked` are the rules that could not
    be checked, each with the reason. `empty_tables` are those in which nothing is filled in, not
    even a 0. `remark` says what of a person's saved corrections could not be taken up.
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
    unchecked: tuple[tuple[str, str], ...] = ()
    empty_tables: frozenset[str] = frozenset()
    remark: str = ""

    def value(self, name: str) -> Number | None:
        """The number in a cell; None where the form has no such cell or none was read.

        What an older form has as one cell is the sum of those that a newer one makes of it.
        """
        position = _positions(self.form).get(name)
        if position is not None:
            return self.values[position]
        values = [self.values[part] for part in _parts(self.form, name)]
        known = [value for value in values if value is not None]
        return sum(known) if known and len(known) == len(values) else None

    def cells(self) -> Mapping[str, Number | None]:
        """Every cell of the form with its number."""
        return dict(zip(self.form.slots(), self.values, strict=True))

    def is_sure(self, name: str) -> bool:
        """Whether a cell was read, and leaves no question."""
        names = parts_of(name) if name not in _positions(self.form) else (name,)
        return self.value(name) is not None and self.doubted.isdisjoint(names)

    def source(self, name: str) -> Source | None:
        """Where a cell stands on its page."""
        position = _positions(self.form).get(name)
        first = next(iter(_parts(self.form, name)), None) if position is None else position
        return None if first is None else _source(self.sources, first)

    def sentence_source(self, index: int) -> Source | None:
        """Where a sentence begins."""
        return _source(self.sentence_sources, index)

    @property
    def format(self) -> str:
        """The kind of file: `pdf`."""
        return self.file.suffix.lower().removeprefix(".")


def set_report_of(report: Report, checked: Checked, file: Path, sha256: str) -> SetReport:
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
        tuple(dict.fromkeys((item.rule, item.reason) for item in checked.unchecked)),
        frozenset(table.table for table in report.form.tables if _is_empty(report, table)),
    )


def _is_empty(report: Report, table: FormTable) -> bool:
    cells = [report.cells.get(slot.name) for slot in table.slots()]
    return all(cell is not None and not cell.text.strip() for cell in cells)


def parts_of(name: str) -> tuple[str, ...]:
    """The cells of the 2021 form that one of the 2019 form became: （六）其他处理 has three rows.

    国办公开办函〔2021〕30号附件表三.
    """
    table, row, column = name.split(".") if name.count(".") == 2 else ("", "", "")
    if (table, row) != ("applications", "other"):
        return ()
    return tuple(f"applications.other_{number}.{column}" for number in (1, 2, 3))


@cache
def _parts(form: Form, name: str) -> tuple[int, ...]:
    """The positions of the cells that make up a cell that a form does not have."""
    positions = _positions(form)
    parts = parts_of(name)
    return tuple(positions[part] for part in parts) if positions.keys() >= {*parts} else ()


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
