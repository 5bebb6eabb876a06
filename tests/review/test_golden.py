"""Files that every earlier version wrote still open, and those of a newer one are let be.

The golden files were written by the programs of their time: `-first`, `-second` are earlier
forms of the same version. A new version of a format adds a file that its program wrote.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from desktop.errors import ReviewFileError
from desktop.report.model import Origin
from desktop.report.values import Measure
from desktop.review.changes import Completion, Judgement, Remark, Step
from desktop.review.formats import JOURNAL_VERSION, REVIEW_VERSION
from desktop.review.journal import is_of_newer_program, recovered_reports, stale_journals
from desktop.review.judgement import Verdict
from desktop.review.rebase import rebase
from desktop.review.saved import Saved
from desktop.review.store import load_saved, save_review
from tests.builders import report_of
from tests.packaged import new_review

GOLDEN = Path(__file__).parent / "golden"
REVIEWS = sorted(path.name for path in GOLDEN.glob("review-*.gouji"))
JOURNALS = sorted(path.name for path in GOLDEN.glob("journal-*.journal"))
PDF = Path("/reports/洪泽区 2024.pdf")
OTHER = Path("/reports/财政局.pdf")
FEE = "proactive.fee.amount"
TIME = "2025-01-20T09:30:00+08:00"


def edits(steps: tuple[Step, ...]) -> list[tuple[str, str | None, str | None, object]]:
    """Each edited cell with its text before and after, and its number after."""
    return [
        (
            edit.name,
            None if edit.before is None else edit.before.text,
            None if edit.after is None else edit.after.text,
            None if edit.after is None else edit.after.value,
        )
        for step in steps
        for edit in step.edits
    ]


EDITS = [
    ("disputes.direct.pending", "4", " 8 ", 8),
    ("disputes.direct.corrected", "3", "３", 3),
    ("disputes.direct.upheld", "2", "", 0),
    ("applications.new.natural", None, "8", 8),
]


def paths_of(data: object, place: str = "") -> Iterator[str]:
    """The places of all keys in a file, a list's items taken together."""
    if isinstance(data, dict):
        for key, value in data.items():
            key = "*" if "." in key else key
            yield f"{place}/{key}"
            yield from paths_of(value, f"{place}/{key}")
    elif isinstance(data, list):
        for item in data:
            yield from paths_of(item, place)


def test_each_version_has_a_golden_file() -> None:
    assert {name.split(".")[0].split("-")[1] for name in REVIEWS} == {
        str(version) for version in range(1, REVIEW_VERSION + 1)
    }
    assert {name.split(".")[0].split("-")[1] for name in JOURNALS} == {
        str(version) for version in range(1, JOURNAL_VERSION + 1)
    }


@pytest.mark.parametrize("name", REVIEWS)
def test_every_saved_review_opens(name: str) -> None:
    saved = load_saved(GOLDEN / name)
    assert (saved.sha256, saved.form, saved.time) == ("a" * 64, "2021", TIME)
    assert edits(saved.steps) == EDITS
    assert {step.author for step in saved.steps} == {"王芳"}
    judged = [c for step in saved.steps for c in step.changes if isinstance(c, Judgement)]
    assert [j.after and j.after.verdict for j in judged] == [Verdict.ACCEPTED, Verdict.REPORT_WRONG]
    assert saved.steps[-1].changes == (Remark("", "已电话核实"), Completion(False, True))
    doubtful = saved.readings["disputes.direct.other"]
    assert (doubtful.doubt, doubtful.origin) == ("墨迹不清", Origin.OCR)
    assert saved.findings
    assert_reads_as_written(GOLDEN / name, saved)


def assert_reads_as_written(path: Path, saved: Saved) -> None:
    """Every cell has the number that its file tells other programs, and its unit."""
    written = json.loads(path.read_text("utf-8"))["readings"]
    assert saved.readings.keys() == written.keys()
    for name, cell in saved.readings.items():
        value = written[name]["value"]
        assert cell.value == (None if value is None else Decimal(value)), name
        assert cell.unit is Measure(written[name].get("unit", "件")), name


def test_amounts_stand_as_their_program_read_them() -> None:
    first = load_saved(GOLDEN / "review-1-first.gouji").readings[FEE]
    assert (first.value, first.unit) == (Decimal("12.50"), Measure.ITEMS)
    for name in ("review-1.gouji", "review-2.gouji"):
        saved = load_saved(GOLDEN / name)
        fee = saved.readings[FEE]
        assert (fee.value, fee.unit) == (Decimal("12.5"), Measure.YUAN)
        hidden = saved.readings["disputes.after_review.corrected"]
        assert (hidden.text.isdecimal(), hidden.value) == (True, None)


@pytest.mark.parametrize("name", REVIEWS)
def test_a_review_of_an_earlier_version_is_saved_in_that_of_today(
    name: str, tmp_path: Path
) -> None:
    path = tmp_path / "a.gouji"
    shutil.copy(GOLDEN / name, path)
    saved = load_saved(path)
    report = report_of({})
    for cell in set(report.cells) - set(saved.readings):
        report = report.without_cell(cell)
    for reading in saved.readings.values():
        report = report.with_cell(reading)
    review = new_review(PDF, saved.sha256, report)
    review.take_up(rebase(saved, review).steps, len(saved.steps))
    assert path.read_bytes() == (GOLDEN / name).read_bytes()
    save_review(review, path, TIME)
    again = load_saved(path)
    assert (again.readings, again.steps) == (saved.readings, saved.steps)
    today = json.loads(path.read_text("utf-8"))
    golden = json.loads((GOLDEN / f"review-{REVIEW_VERSION}.gouji").read_text("utf-8"))
    # If this fails, what a file holds has changed: that is a new version.
    assert today["version"] == golden["version"] == REVIEW_VERSION
    assert set(paths_of(today)) == set(paths_of(golden))


@pytest.mark.parametrize("name", JOURNALS)
def test_every_journal_opens(name: str, tmp_path: Path) -> None:
    shutil.copy(GOLDEN / name, tmp_path)
    (path,) = stale_journals([tmp_path])
    assert not is_of_newer_program(path)
    left = {item.path: item for item in recovered_reports([path])}
    assert list(left) == [PDF, OTHER]
    review, other = left[PDF], left[OTHER]
    assert (review.sha256, review.saved, len(review.steps)) == ("a" * 64, 2, 5)
    assert edits(tuple(review.steps)) == EDITS
    assert (other.sha256, other.saved) == ("b" * 64, None)
    assert [step.changes for step in other.steps] == [(Remark("", "待补"),)]
    assert all(item.is_unsaved for item in left.values())


def test_whether_and_how_many_steps_are_saved_mean_the_same(tmp_path: Path) -> None:
    for name in JOURNALS:
        # Up to the opening of the first report, with its one step.
        lines = (GOLDEN / name).read_bytes().splitlines(keepends=True)
        end = next(number for number, line in enumerate(lines, 1) if b'"open"' in line)
        path = tmp_path / name
        path.write_bytes(b"".join(lines[:end]))
        assert recovered_reports([path])[0].saved == 1


def newer_review(folder: Path) -> Path:
    data = json.loads((GOLDEN / f"review-{REVIEW_VERSION}.gouji").read_text("utf-8"))
    path = folder / "洪泽区 2024.gouji"
    path.write_text(json.dumps({**data, "version": REVIEW_VERSION + 1, "steps": {}}), "utf-8")
    return path


def test_a_review_of_a_newer_program_is_refused_and_never_written_over(tmp_path: Path) -> None:
    path = newer_review(tmp_path)
    before = path.read_bytes()
    with pytest.raises(ReviewFileError, match="由更新的版本保存，请用新版勾稽打开") as refused:
        load_saved(path)
    assert refused.value.message.count("。") == 1
    with pytest.raises(ReviewFileError, match="由更新的版本保存，不能覆盖"):
        save_review(new_review(PDF, "a" * 64, report_of({})), path, TIME)
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_a_journal_of_a_newer_program_is_known(tmp_path: Path) -> None:
    text = (GOLDEN / f"journal-{JOURNAL_VERSION}.journal").read_text("utf-8")
    line = f'"version":{JOURNAL_VERSION}'
    assert line in text.splitlines()[0]
    path = tmp_path / "a.journal"
    path.write_text(text.replace(line, f'"version":{JOURNAL_VERSION + 1}'), "utf-8")
    assert is_of_newer_program(path)


@pytest.mark.parametrize("version", [0, -1])
def test_a_version_that_never_was_is_a_damaged_file(tmp_path: Path, version: int) -> None:
    data = json.loads((GOLDEN / "review-1.gouji").read_text("utf-8"))
    path = tmp_path / "a.gouji"
    path.write_text(json.dumps({**data, "version": version}), "utf-8")
    with pytest.raises(ReviewFileError, match="已损坏"):
        load_saved(path)
