"""The drawn truths agree with the form, and the measure sees what is planted."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random
from typing import Any

import pypdfium2 as pdfium
import pytest

from tests.adversarial import mixed
from tests.adversarial.figures import office
from tests.adversarial.kinds import EVERY, KINDS, PEN, chosen
from tests.adversarial.make import draft_for, draw_reports, left_out
from tests.adversarial.measure import score
from tests.adversarial.producers import PenProducer
from tests.adversarial.sums import equations
from tests.builders import FORM_2021, FORM_MIXED

_OFF = b"/D << /OFF ["
TRUTH: dict[str, Any] = {
    "agency": "青山县财政局",
    "year": 2024,
    "values": {
        "disputes.review.upheld": 3,
        "disputes.review.total": 3,
        "proactive.fee.amount": 1.5,
    },
    "broken": [],
}


def result(**changes: Any) -> dict[str, Any]:
    """A result of `check` that reads TRUTH rightly, but for these values of cells."""
    values = {**TRUTH["values"], "proactive.fee.amount": "1.5", **changes.pop("values", {})}
    cells = {name: {"text": "", "value": value, "doubt": None} for name, value in values.items()}
    return {"status": "read", "agency": TRUTH["agency"], "year": 2024, "cells": cells,
            "findings": [], **changes}  # fmt: skip


def equation(*cells: str) -> dict[str, Any]:
    return {"rule": "C01", "kind": "equation", "severity": "error", "cells": list(cells)}


def test_a_right_reading_is_whole() -> None:
    item = score(TRUTH, result())
    assert (item.whole, item.silent, item.false, item.doubts, item.right) == (True, [], [], 0, 3)


def test_a_silent_cell_is_seen() -> None:
    got = result(values={"disputes.review.upheld": 33})
    assert score(TRUTH, got).silent == ["disputes.review.upheld"]
    got["cells"]["disputes.review.upheld"]["doubt"] = "reason"
    assert (score(TRUTH, got).silent, score(TRUTH, got).whole) == ([], False)


def test_a_number_where_there_is_none_is_silent() -> None:
    truth = {**TRUTH, "values": {**TRUTH["values"], "disputes.review.upheld": None}}
    assert score(truth, result()).silent == ["disputes.review.upheld"]
    assert score(truth, result(values={"disputes.review.upheld": None})).whole


def test_a_false_error_is_seen() -> None:
    got = result(findings=[equation("disputes.review.upheld", "disputes.review.total")])
    assert (score(TRUTH, got).false, score(TRUTH, got).whole) == (["C01"], False)
    told = {**TRUTH, "expected": ["C01"]}
    assert score(told, got).false == []


def test_a_broken_sum_may_be_named_or_doubted_but_not_missed() -> None:
    cells = ["disputes.review.total", "disputes.review.upheld"]
    truth = {**TRUTH, "broken": [{"cells": cells}]}
    assert score(truth, result()).missed == 1
    assert score(truth, result(findings=[equation(*reversed(cells))])).missed == 0
    assert score(truth, result(findings=[equation(*cells)])).false == []
    doubted = result()
    doubted["cells"]["disputes.review.total"]["doubt"] = "reason"
    assert score(truth, doubted).missed == 0


def test_doubts_that_are_asked_for_are_not_needless() -> None:
    got = result()
    got["cells"]["disputes.review.total"]["doubt"] = "reason"
    assert score(TRUTH, got).doubts == 1
    asked = {**TRUTH, "ask": ["disputes.review.total", "disputes.review.upheld"]}
    item = score(asked, got)
    assert (item.doubts, item.unasked) == (0, ["disputes.review.upheld"])


def test_another_name_is_seen() -> None:
    assert score(TRUTH, result(agency="财政局")).misnamed
    assert not score(TRUTH, result(agency=None, status="unreadable")).misnamed


def test_a_form_has_its_equations() -> None:
    assert len(list(equations(FORM_2021))) == 2 * 7 + 25 + 3
    assert len(list(equations(FORM_MIXED))) == 2 * 7 + 23 + 3


@pytest.mark.parametrize("name", sorted(KINDS))
def test_every_kind_alters_a_draft_whose_truth_fits_the_form(name: str) -> None:
    for seed in range(3):
        draft = draft_for(Random(f"{name} {seed}"), KINDS[name], set())
        truth = draft.truth()
        assert truth["values"].keys() == draft.form.slots().keys()
        known = {e.cells for e in equations(draft.form)}
        assert {tuple(item["cells"]) for item in truth["broken"]} <= known
        assert {*truth["ask"], *truth["may"]} <= truth["values"].keys()
        json.dumps(truth)


@pytest.mark.parametrize("name", sorted(KINDS))
def test_what_is_seen_as_meant_breaks_no_sum(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.adversarial.make.BROKEN", 0)
    for seed in range(3):
        draft = draft_for(Random(f"{name} {seed}"), KINDS[name], set())
        changed = {cell for cell, number in draft.seen.items() if number != draft.values[cell]}
        broken = [set(item["cells"]) for item in draft.truth()["broken"]]
        assert all(cells & changed for cells in broken)


def test_broken_sums_are_planted() -> None:
    drafts = [draft_for(Random(seed), KINDS["plain.as_it_is"], set()) for seed in range(60)]
    planted = [draft for draft in drafts if draft.truth()["broken"]]
    assert 8 <= len(planted) <= 30


def test_mixed_kinds_fit_each_other() -> None:
    for name in (*mixed.TABLES, *mixed.CELLS):
        assert set(KINDS[name].via) == set(EVERY)
    for name in (*mixed.TABLES, *mixed.PAGES, *mixed.CELLS, *mixed.INKS):
        assert KINDS[name].form is None


def test_reports_are_drawn_alike_for_the_same_seed(tmp_path: Path) -> None:
    kinds = [
        kind for kind in chosen(["plain.*", "order.organs", "marks.raised"]) if PEN in kind.via
    ]
    folders = (tmp_path / "one", tmp_path / "two")
    for folder in folders:
        folder.mkdir()
        draw_reports(folder, "7", 3, kinds, [PenProducer()])
    names = sorted(path.name for path in folders[0].iterdir())
    assert len(names) == 6
    for name in names:
        assert (folders[0] / name).read_bytes() == (folders[1] / name).read_bytes()


@pytest.mark.parametrize("name", [*mixed.PAGES, *mixed.TABLES])
def test_a_layer_is_off_however_the_page_is_made(name: str, tmp_path: Path) -> None:
    draft = draft_for(Random(name), KINDS[name], set())
    KINDS["hidden.layer_off"].alter(draft)
    path = tmp_path / "report.pdf"
    PenProducer().take(draft, path)
    data = path.read_bytes()
    assert data.count(_OFF) == 1
    shown = pictures(data.replace(_OFF, _OFF.replace(b"/OFF", b"/OOO")))
    assert pictures(data) != shown


def pictures(data: bytes) -> list[bytes]:
    """The pages as they are seen."""
    with pdfium.PdfDocument(data) as document:
        return [page.render().to_pil().tobytes() for page in document]


def test_kinds_without_a_producer_are_named() -> None:
    assert list(left_out(list(KINDS.values()), [])) == list(KINDS)


def test_no_two_reports_are_of_one_office() -> None:
    taken: set[str] = set()
    names = [office(Random(seed % 5), taken) for seed in range(50)]
    assert len(set(names)) == 50
