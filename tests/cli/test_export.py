"""`export`: with what a person corrected and saved, or as it is printed."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

import openpyxl
import pytest

from desktop.cli.main import run_command
from desktop.resources import resource
from desktop.review.store import save_review, saved_path
from desktop.rules.finding import NO_PREVIOUS
from tests.packaged import new_review, read_outcome

NAME = "proactive.permit.decisions"


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    return Path(shutil.copy(resource("sample", "sample-2024.pdf"), tmp_path / "report.pdf"))


def corrected(pdf: Path) -> None:
    outcome = read_outcome(pdf)
    assert outcome.report is not None
    review = new_review(pdf, outcome.sha256 or "", outcome.report)
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


def test_a_rule_file_holds_for_the_workbook(
    pdf: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    local = tmp_path / "local.toml"
    local.write_text(
        '[[rule]]\nid = "C02"\nname = "本地的合计"\n'
        '[[rule]]\nid = "B02"\nenabled = false\n'
        '[[rule]]\nid = "B03"\nseverity = "blocking"\n',
        "utf-8",
    )
    corrected(pdf)  # is checked again by the same rules
    words = ["export", str(pdf), "--to", str(tmp_path / "out.xlsx"), "--rules", str(local)]
    assert run_command(words) == 0
    assert "local.toml 第 7 行" in capsys.readouterr().err
    rules = {row[1] for row in lines(tmp_path / "out.xlsx", "勾稽关系")}
    assert "C02 本地的合计" in rules
    assert not any(str(rule).startswith("B02 ") for rule in rules)
    assert any(row[2] == "规则文件" for row in lines(tmp_path / "out.xlsx", "问题清单"))


def test_a_rule_file_that_is_not_there_is_wrong_usage(pdf: Path, tmp_path: Path) -> None:
    words = ["export", str(pdf), "--to", str(tmp_path / "out.csv"), "--rules", "none.toml"]
    assert run_command(words) == 64
    assert not (tmp_path / "out.csv").exists()


def test_last_year_s_report_is_compared_with(pdf: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.xlsx"
    assert run_command(["export", str(pdf), "--to", str(out)]) == 0
    assert NO_PREVIOUS in {row[3] for row in lines(out, "问题清单")}
    corrected(pdf)
    words = ["export", str(pdf), "--to", str(out), "--previous", str(pdf)]
    assert run_command(words) == 0
    told = {str(row[3]) for row in lines(out, "问题清单")}
    assert NO_PREVIOUS not in told
    assert any("所给的上年报告是2024年的" in sentence for sentence in told)


def test_one_report_of_last_year_is_not_for_several(pdf: Path, tmp_path: Path) -> None:
    other = str(shutil.copy(pdf, tmp_path / "other.pdf"))
    words = ["export", str(pdf), other, "--to", str(tmp_path / "a.csv"), "--previous", str(pdf)]
    assert run_command(words) == 64


def lines(path: Path, sheet: str) -> Sequence[tuple[object, ...]]:
    return list(openpyxl.load_workbook(path)[sheet].values)[1:]
