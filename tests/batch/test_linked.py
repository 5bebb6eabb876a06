"""Many files, each checked beside last year's report of its office."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple, cast

import pytest

from desktop.batch.linked import FindUnit, LinkedFiles, _may_be
from desktop.batch.one_file import checked_outcome, read_only
from desktop.batch.outcome import Outcome
from desktop.batch.packed import pack, unpack
from desktop.batch.pool import Workers
from desktop.batch.set_item import SetItem, read_corrected, set_item_of
from desktop.report.values import Number
from desktop.review.linking import UnitYear, same_name
from desktop.review.review import Review
from desktop.review.store import save_review, saved_path
from tests.builders import FORM_2021
from tests.drawing.report import Content, draw_report
from tests.packaged import RULES, read_outcome
from tests.sets.figures import Values

ONE, OLD = "清源县教育局", "清源县教育体育局"
OUT, IN = "applications.carried_out.total", "applications.carried_in.total"


class Linked(NamedTuple):
    """What a worker says of a file: its name, last year's figure, and why there is none."""

    name: str
    last: Number | None
    reason: str


def linked(outcome: Outcome) -> Linked:
    previous = outcome.previous
    last = None if previous.report is None else previous.report.value(OUT)
    return Linked(outcome.path.name, last, "" if previous.report else previous.reason)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("linked")
    for name, unit, year, out in (
        ("now", ONE, 2025, 1), ("last", ONE, 2024, 7), ("other", "清源县水利局", 2025, 2),
        ("again", ONE, 2024, 8), ("old", OLD, 2024, 9),
    ):  # fmt: skip
        values: Values = {**dict.fromkeys(FORM_2021.slots(), 0), OUT: out}
        draw_report(made / f"{name}.pdf", Content(FORM_2021, values, unit, year))
    (made / "bad.pdf").write_bytes(b"no pdf")
    return made


@pytest.fixture(scope="module")
def workers() -> Iterator[Workers]:
    with Workers(2) as made:
        yield made


def products(workers: Workers, folder: Path, names: Sequence[str], *, early: bool) -> list[Linked]:
    files = [folder / f"{name}.pdf" for name in names]
    return list(LinkedFiles(workers, files, RULES, linked, 2, early=early).products())


@pytest.mark.parametrize("early", [True, False])
@pytest.mark.parametrize(
    "names", [("now", "bad", "last", "other"), ("last", "other", "now", "bad")]
)
def test_files_come_in_their_order_each_beside_last_year_s(
    workers: Workers, folder: Path, names: tuple[str, ...], *, early: bool
) -> None:
    found = products(workers, folder, names, early=early)
    assert [one.name for one in found] == [f"{name}.pdf" for name in names]
    assert {one.name: one.last for one in found if one.last is not None} == {"now.pdf": 7}


def test_of_two_that_differ_none_is_chosen(workers: Workers, folder: Path) -> None:
    (now, _, _) = products(workers, folder, ("now", "last", "again"), early=True)
    assert now.last is None
    assert "2 份，内容不同" in now.reason


def test_two_copies_of_last_year_s_are_one(workers: Workers, folder: Path, tmp_path: Path) -> None:
    for name, source in (("now", "now"), ("last", "last"), ("copy", "last")):
        (tmp_path / f"{name}.pdf").write_bytes((folder / f"{source}.pdf").read_bytes())
    assert products(workers, tmp_path, ("copy", "now", "last"), early=False)[1].last == 7


def test_a_renamed_office_keeps_its_last_year(workers: Workers, folder: Path) -> None:
    def by_unit(named: Sequence[UnitYear]) -> FindUnit:
        assert {*named} == {(ONE, 2025), (OLD, 2024)}  # all of them, before any is checked
        return lambda unit_year: (ONE, unit_year[1])

    files = [folder / "now.pdf", folder / "old.pdf"]
    found = LinkedFiles(workers, files, RULES, linked, 2, owners=by_unit).products()
    assert [one.last for one in found] == [9, None]


def test_a_report_that_is_nobody_s_is_nobody_s_last(workers: Workers, folder: Path) -> None:
    def by_unit(_named: Sequence[UnitYear]) -> FindUnit:
        return lambda unit_year: unit_year if unit_year[1] == 2025 else None

    files = [folder / "now.pdf", folder / "last.pdf"]
    found = LinkedFiles(workers, files, RULES, linked, 2, owners=by_unit).products()
    assert [one.last for one in found] == [None, None]


def test_a_name_without_its_region_is_not_enough(workers: Workers, tmp_path: Path) -> None:
    for name, year in (("now", 2025), ("last", 2024)):
        values: Values = dict.fromkeys(FORM_2021.slots(), 0)
        draw_report(tmp_path / f"{name}.pdf", Content(FORM_2021, values, "教育局", year))
    assert [one.last for one in products(workers, tmp_path, ("now", "last"), early=False)] == [
        None,
        None,
    ]


def test_what_may_not_be_last_year_s_is_not_waited_for() -> None:
    page = f"{ONE}2025年政府信息公开工作年度报告，与2024年相比"
    assert _may_be(page, ONE, 2024)  # the first page alone does not tell
    assert not _may_be(page.replace("2024", "前一"), ONE, 2024)
    assert not _may_be(page, "清源县水利局", 2024)
    assert not _may_be("", ONE, 2024)  # a scan
    assert _may_be("封面", ONE, 2024)


@pytest.mark.parametrize("year", ["二〇二四", "二○二四", "二零二四", "二O二四", "２０２４"])
def test_a_year_in_other_figures_is_waited_for(year: str) -> None:
    page = same_name(f"{ONE} {year}年政府信息公开工作年度报告")
    assert _may_be(page, ONE, 2024)
    assert not _may_be(page, ONE, 2023)


@pytest.mark.parametrize("names", [("now", "last"), ("last", "now")])
def test_last_year_s_with_chinese_numerals_is_found(
    workers: Workers, folder: Path, tmp_path: Path, names: tuple[str, ...]
) -> None:
    (tmp_path / "now.pdf").write_bytes((folder / "now.pdf").read_bytes())
    values: Values = {**dict.fromkeys(FORM_2021.slots(), 0), OUT: 7}
    year = cast("int", "二○二四")  # is only printed
    draw_report(tmp_path / "last.pdf", Content(FORM_2021, values, ONE, year))
    found = products(workers, tmp_path, names, early=True)
    assert {one.name: one.last for one in found}["now.pdf"] == 7


def test_the_first_comes_before_the_last_is_read(workers: Workers, folder: Path) -> None:
    files = [folder / "other.pdf", *[folder / "now.pdf"] * 30]
    coming = LinkedFiles(workers, files, RULES, linked, 2, early=True)
    assert next(coming.products()).name == "other.pdf"
    assert len(coming._read) < len(files)


def test_what_was_read_is_packed_small_and_whole(folder: Path) -> None:
    outcome = read_only(folder / "now.pdf")
    packed = pack(outcome)
    assert unpack(packed.data) == outcome
    assert packed.unit_year == (ONE, 2025)
    assert len(packed.data) < 20_000
    bad = pack(read_only(folder / "bad.pdf"))
    assert (bad.unit_year, bad.content) == (None, "")
    assert unpack(bad.data).reason


def corrected(path: Path) -> SetItem:
    outcome = unpack(read_corrected(path, RULES).data)
    return set_item_of(checked_outcome(outcome, outcome.previous, RULES))


def test_a_correction_saved_beside_a_file_counts(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "now.pdf"
    path.write_bytes((folder / "now.pdf").read_bytes())
    outcome = read_outcome(path)
    assert outcome.report is not None
    review = Review(path, outcome.sha256 or "", outcome.report, RULES)
    review.apply(review.edit_to(IN, "5"))
    save_review(review, saved_path(path), "2026-01-05T09:00:00+08:00")
    item = corrected(path)
    assert item.report is not None
    assert item.report.value(IN) == 5
    saved_path(path).write_text("{", "utf-8")
    item = corrected(path)
    assert item.report is not None
    assert item.report.value(IN) == 0
    assert "已损坏" in item.report.remark
