"""The report: typed cells with their places, the sections' text, and what reading noticed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from desktop.geometry import Box
from desktop.report.form import Form
from desktop.report.values import Measure, Number, Reading, parse_value


@dataclass(frozen=True, slots=True)
class Source:
    """Where something was read: page (from 1) and rectangle in points, as displayed."""

    page: int
    box: Box


class Origin(StrEnum):
    """Which kind of glyphs a cell was read from."""

    TEXT = "text"
    OCR = "ocr"


@dataclass(frozen=True, slots=True)
class Cell:
    """A typed value with its place.

    `source` is None only for a cell that a person filled in where the page has none.
    `doubt` says why a person should look at the reading; None where there is no reason to.
    `unit` is what the printed number counts; `value` is in the form's unit.
    """

    name: str
    text: str
    value: Number | None
    reading: Reading
    source: Source | None
    origin: Origin = Origin.TEXT
    doubt: str | None = None
    unit: Measure = Measure.ITEMS


def read_cell(
    name: str,
    text: str,
    source: Source | None,
    doubt: str | None = None,
    unit: Measure = Measure.ITEMS,
) -> Cell:
    """A cell from its printed text; the text's own doubt stands where there is no other."""
    value = parse_value(text, unit)
    doubt = doubt or value.doubt
    return Cell(name, text, value.number, value.reading, source, doubt=doubt, unit=unit)


def without_number(cell: Cell) -> Cell:
    """The same cell where its text cannot be taken for a number: something hides one."""
    return replace(cell, value=None, reading=Reading.UNSURE)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the running text; `sources` has one rectangle for each printed line."""

    text: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A top-level section: its printed heading and the sentences below it.

    `number` is the official one (1 to 6) where the title is known, `printed` the one printed.
    `surplus` are characters before the printed number that do not belong there.
    """

    number: int | None
    printed: int | None
    title: str
    source: Source
    sentences: tuple[Sentence, ...]
    surplus: str = ""


class ObservationKind(StrEnum):
    """What reading noticed about a document's structure."""

    UNREAD = "unread"
    """part of a table, or all of it, that was not read: it may be printed all the same"""
    MISSING_ROW = "missing_row"
    """a row that certainly is not printed: those around it leave no room"""
    MISSING_COLUMN = "missing_column"
    """a column that certainly is not printed"""
    EXTRA_ROW = "extra_row"
    EXTRA_COLUMN = "extra_column"
    LABEL = "label"
    """a row's or column's printed label differs from the form's"""
    CORNER = "corner"
    """the printed 勾稽 note of 表三 is missing or altered"""
    ORPHAN_DIGITS = "orphan_digits"
    """digits inside a table that belong to no cell"""
    UNCODED = "uncoded"
    """glyphs without a usable code"""
    IMAGE = "image"
    """a page that is an image, without text"""
    DAMAGED = "damaged"
    """a page that cannot be opened"""
    UNSEEN = "unseen"
    """running text that is hidden or struck through: it is not what the document says"""


@dataclass(frozen=True, slots=True)
class Observation:
    """One thing reading noticed, for the rules on structure to judge.

    `expected` and `printed` are labels; `cells` names the cells concerned.
    """

    kind: ObservationKind
    table: str
    expected: str = ""
    printed: str = ""
    cells: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """What one document says.

    `cells` holds only what was found; what the form expects and the page lacks is missing
    from it and named in `observations`.
    """

    form: Form
    cells: Mapping[str, Cell]
    agency: str | None = None
    year: int | None = None
    pages: int = 0
    title: Sentence | None = None
    preamble: tuple[Sentence, ...] = ()
    """the sentences between the title and the first section"""
    sections: tuple[Section, ...] = ()
    closing: tuple[Sentence, ...] = ()
    """signature and date at the end"""
    observations: tuple[Observation, ...] = field(default=())

    @property
    def unread(self) -> tuple[str, ...]:
        """The cells of the form that were not read, without those that are not printed."""
        left_out = {
            name
            for observation in self.observations
            if observation.kind in (ObservationKind.MISSING_ROW, ObservationKind.MISSING_COLUMN)
            for name in observation.cells
        }
        return tuple(n for n in self.form.slots() if n not in self.cells and n not in left_out)

    def value(self, name: str) -> Number | None:
        """The number in a cell; None where the cell is missing or holds no number."""
        cell = self.cells.get(name)
        return None if cell is None else cell.value

    def section(self, number: int) -> Section | None:
        """The section with this official number, if the report has it."""
        return next((section for section in self.sections if section.number == number), None)

    def with_cell(self, cell: Cell) -> Report:
        """The same report with one cell replaced."""
        return replace(self, cells={**self.cells, cell.name: cell})

    def without_cell(self, name: str) -> Report:
        """The same report without that cell."""
        return replace(self, cells={key: cell for key, cell in self.cells.items() if key != name})
