"""A page that cannot be opened costs that page, not the report."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.batch.outcome import Obstacle, Status
from desktop.pdf.raster import PageRaster
from desktop.report.model import ObservationKind
from desktop.resources import resource
from desktop.rules.finding import Severity
from tests.packaged import read_outcome

SAMPLE = resource("sample", "sample-2024.pdf").read_bytes()
KIDS = b"/Kids [ 3 0 R 4 0 R 5 0 R ]"


def without_page(*numbers: int) -> bytes:
    """The sample with an object that is no page where some of its pages were."""
    kids = KIDS
    for number in numbers:
        kids = kids.replace(b"%d 0 R" % (number + 2), b"9 0 R")
    assert KIDS in SAMPLE
    return SAMPLE.replace(KIDS, kids)


@pytest.mark.parametrize("number", [1, 2, 3])
def test_the_other_pages_are_read(number: int, tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(without_page(number))
    outcome = read_outcome(path)
    assert outcome.status is Status.PARTIAL
    assert outcome.report is not None
    assert outcome.checked is not None
    observed = [o for o in outcome.report.observations if o.kind is ObservationKind.DAMAGED]
    assert [o.printed for o in observed] == [f"第{number}页"]
    told = [f for f in outcome.checked.findings if "已损坏，打不开" in f.message]
    assert [(f.rule, f.where[0].page) for f in told] == [("F08", number)]
    # Nobody is accused of what the damaged page may have.
    assert not [
        f
        for f in outcome.checked.findings
        if f.severity is Severity.ERROR and f.rule.startswith("F")
    ]


def test_where_no_page_opens_the_file_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(without_page(1, 2, 3))
    outcome = read_outcome(path)
    assert (outcome.report, outcome.obstacle) == (None, Obstacle.FILE)
    assert "已损坏" in (outcome.reason or "")


def test_the_pages_can_still_be_looked_at() -> None:
    with PageRaster(without_page(2)) as raster:
        assert len(raster.sizes) == 3
        assert raster.render(1, 0.2).width > 0
