"""Tables that run out of their page: what is cut off is doubted, never taken for a number."""

import json
from typing import Any

import pytest

from desktop.reading.read import read_report
from tests.layouts.make import CUT, TOO_WIDE


def test_every_print_is_kept() -> None:
    assert {path.stem for path in CUT.glob("*.pdf")} == set(TOO_WIDE)


@pytest.mark.parametrize("name", TOO_WIDE)
def test_what_is_cut_off_is_doubted(name: str) -> None:
    content: dict[str, Any] = json.loads((CUT / f"{name}.json").read_text("utf-8"))
    cells = read_report((CUT / f"{name}.pdf").read_bytes()).cells
    values = content["values"]
    lacking = [k for k, value in values.items() if k not in cells or cells[k].value != value]
    assert len(lacking) > 3, "the print is not cut"
    assert [name for name in lacking if name in cells and not cells[name].doubt] == []


@pytest.mark.parametrize("name", TOO_WIDE)
def test_what_is_printed_whole_is_read(name: str) -> None:
    content: dict[str, Any] = json.loads((CUT / f"{name}.json").read_text("utf-8"))
    cells = read_report((CUT / f"{name}.pdf").read_bytes()).cells
    first = [k for k in content["values"] if k.startswith("applications.") and ".natural" in k]
    assert {k: cells[k].value for k in first} == {k: content["values"][k] for k in first}
