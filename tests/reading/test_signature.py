"""Whose report it is, where only the foot tells."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.reading.title import signed_agency
from desktop.report.model import Sentence
from tests.builders import FORM_2021
from tests.drawing.report import Content, draw_report
from tests.packaged import read_outcome


@pytest.mark.parametrize(
    ("closing", "agency"),
    [
        ("清源县教育局　2025年1月16日", "清源县教育局"),
        ("清源县人民政府办公室\n二〇二五年一月十六日", "清源县人民政府办公室"),
        ("青石街道办事处（盖章）2025年1月20日", "青石街道办事处"),
        ("清源县教育局", "清源县教育局"),
        ("2025年1月16日", None),
        ("联系电话：0517-12345678", None),
        ("本报告由清源县教育局负责解释", None),
        ("教育局", None),
    ],
)
def test_an_office_signs_with_its_name_alone(closing: str, agency: str | None) -> None:
    assert signed_agency([Sentence(line, ()) for line in closing.split("\n")]) == agency


@pytest.mark.parametrize("title", ["", "清源县水利局"])
def test_the_title_goes_before_the_foot(tmp_path: Path, title: str) -> None:
    path = tmp_path / "a.pdf"
    values = dict.fromkeys(FORM_2021.slots(), 0)
    draw_report(path, Content(FORM_2021, values, title, 2024, closing="清源县教育局 2025年1月16日"))
    report = read_outcome(path).report
    assert report is not None
    assert (report.agency, report.year) == (title or "清源县教育局", 2024)
