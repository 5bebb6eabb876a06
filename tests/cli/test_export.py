"""`export`: with what a person corrected and saved, or as it is printed."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

import openpyxl
import pytest

from desktop.batch.worker import read_outcome
from desktop.cli.main import run_command
from desktop.resources import resource
from desktop.review.review import Review
from desktop.review.store import save_review, saved_path

NAME = "proactive.permit.decisions"


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    return Path(shutil.copy(resource("sample", "sample-2024.pdf"), tmp_path / "report.pdf"))


def corrected(pdf: Path) -> None:
    outcome = read_outcome(pdf)
    assert outcome.report is not None
    review = Review(pdf, outcome.sha256 or "", outcome.report)
    review.apply(review.edit_to(NAME, "77"), author="张三", time="2025-01-20T09:00:00+08:00")
    save_review(review, saved_path(pdf), "2025-01-20T09:30:00+08:00")


def edits(path: Path) -> Sequence[tuple[object, ...]]:
    return list(openpyxl.load_workbook(path)["修改记录"].values)[1:]


def test_without_a_saved_review_the_print_is_written(
    pdf: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_command(["export", str(pdf), "--to", str(tmp_path / "out.xlsx")]) == 0
    assert edits(tmp_path / "out.xlsx") == []
    assert "核对记录" not in capsys.readouterr().out


def test_what_was_corrected_and_saved_is_written(
    pdf: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    corrected(pdf)
    assert run_command(["export", str(tmp_path), "--to", str(tmp_path / "out.xlsx")]) == 0
    (row,) = edits(tmp_path / "out.xlsx")
    assert (row[4], *row[-2:]) == (77, "张三", "2025-01-20 09:00")
    assert "其中 1 份采用了保存的核对记录" in capsys.readouterr().out


def test_a_broken_saved_review_is_told_and_the_print_written(
    pdf: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    saved_path(pdf).write_text("{", "utf-8")
    assert run_command(["export", str(pdf), "--to", str(tmp_path / "out.xlsx")]) == 2
    assert edits(tmp_path / "out.xlsx") == []
    told = capsys.readouterr().err
    assert "report.gouji 已损坏" in told
    assert "导出的是原文" in told
