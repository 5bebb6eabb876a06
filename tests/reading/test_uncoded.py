"""Fonts whose glyphs have no usable code: a doubt or a clear sentence, never a guess."""

from pathlib import Path
from random import Random

import pytest

from desktop.errors import InputFileError
from desktop.reading.read import read_report
from desktop.report.model import ObservationKind
from tests.builders import FORM_2021, right_values
from tests.drawing.report import Content, draw_report

VALUES = right_values(Random(3))


@pytest.fixture
def drawn(tmp_path: Path) -> bytes:
    path = tmp_path / "report.pdf"
    draw_report(path, Content(FORM_2021, dict(VALUES)))
    return path.read_bytes()


def without_codes(pdf: bytes, fonts: slice = slice(None)) -> bytes:
    """The file with the ToUnicode entries of some of its fonts spoilt."""
    head, *parts = pdf.split(b"/ToUnicode")
    names = [b"/ToUnicode"] * len(parts)
    names[fonts] = [b"/XoUnicode"] * len(names[fonts])
    return head + b"".join(name + part for name, part in zip(names, parts, strict=True))


def test_a_file_without_any_code_is_refused_in_a_sentence(drawn: bytes) -> None:
    with pytest.raises(InputFileError, match="乱码"):
        read_report(without_codes(drawn))


def test_a_file_whose_labels_have_no_code_is_refused_in_a_sentence(drawn: bytes) -> None:
    with pytest.raises(InputFileError, match="乱码"):
        read_report(without_codes(drawn, slice(0, 1)))


def test_where_some_glyphs_have_no_code_no_cell_is_wrong_without_a_doubt(drawn: bytes) -> None:
    report = read_report(without_codes(drawn, slice(-1, None)))
    silent = {
        name: cell.text
        for name, cell in report.cells.items()
        if cell.value is not None and cell.value != VALUES[name] and cell.doubt is None
    }
    assert silent == {}
    assert ObservationKind.UNCODED in {observation.kind for observation in report.observations}
