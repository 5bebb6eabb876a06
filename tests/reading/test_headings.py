"""Headings, running heads and titles, wherever and however they are printed."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
import pytest

from desktop.reading.read import read_report
from desktop.report.model import Report, Section
from tests.adversarial.draft import Box, Draft
from tests.packaged import check
from tests.reading.drawn import AGENCY, YEAR, draft, draw, read, wrong

SECTIONS = [1, 2, 3, 4, 5, 6]
# How section 五 is headed: its number as read, the characters before it, and rules that say so.
FORMS: dict[str, tuple[str, int | None, str, set[str]]] = {
    "as the form has it": ("五、存在的主要问题及改进情况", 5, "", set()),
    "a full-width dot": ("五．存在的主要问题及改进情况", 5, "", set()),
    "a dot": ("五.存在的主要问题及改进情况", 5, "", set()),
    "a comma": ("五，存在的主要问题及改进情况", 5, "", set()),
    "a part": ("第五部分 存在的主要问题及改进情况", 5, "", set()),
    "a part, wide space": ("第五部分　存在的主要问题及改进情况", 5, "", set()),
    "a space before the sign": ("五 、存在的主要问题及改进情况", 5, "", set()),
    "a space behind the sign": ("五、 存在的主要问题及改进情况", 5, "", set()),
    "no sign": ("五存在的主要问题及改进情况", 5, "", set()),
    "a stop": ("五、存在的主要问题及改进情况。", 5, "", set()),
    "a colon": ("五、存在的主要问题及改进情况：", 5, "", set()),
    "a letter before": ("l五、存在的主要问题及改进情况", 5, "l", {"F03"}),
    "a dot before": ("·五、存在的主要问题及改进情况", 5, "·", {"F03"}),
    "no number": ("存在的主要问题及改进情况", None, "", {"F03"}),
    "another number": ("六、存在的主要问题及改进情况", 6, "", {"F03"}),
    "another title in use": ("五、存在问题及改进措施", 5, "", set()),
}


def section(report: Report, number: int) -> Section:
    (found,) = [section for section in report.sections if section.number == number]
    return found


def numbers(report: Report) -> list[int | None]:
    return [section.number for section in report.sections]


def told(report: Report) -> set[str]:
    """The rules on sections that find something."""
    return {f.rule for f in check(report).findings} & {"F02", "F03", "F09", "F10", "F11", "F12"}


@pytest.mark.parametrize("name", FORMS)
def test_a_heading_however_it_is_written(name: str, tmp_path: Path) -> None:
    text, printed, surplus, rules = FORMS[name]
    made = draft()
    made.headings[5] = text
    report = read(made, tmp_path)
    assert numbers(report) == SECTIONS
    assert (section(report, 5).printed, section(report, 5).surplus) == (printed, surplus)
    assert section(report, 5).sentences[0].text.startswith("存在的主要问题：公开的深度还不够")
    assert told(report) == rules


@pytest.mark.parametrize("form", ["{}、{}", "{}．{}", "第{}部分　{}", "{}、{}。"])
def test_all_headings_in_another_way(form: str, tmp_path: Path) -> None:
    made = draft()
    for number, heading in made.headings.items():
        numeral, _, title = heading.partition("、")
        made.headings[number] = form.format(numeral, title)
    report = read(made, tmp_path)
    assert numbers(report) == [section.printed for section in report.sections] == SECTIONS
    assert told(report) == set()


@pytest.mark.parametrize(
    "text",
    [
        "五、存在的主要问题及改进情况说明如下，请对照。",
        "（五）存在的主要问题及改进情况",
        "5.改进情况",
    ],
)
def test_what_looks_like_a_heading_is_a_sentence(text: str, tmp_path: Path) -> None:
    made = draft()
    made.look["texts"] = {
        1: (text, "公开信息，答复申请，落实审查，维护网站，开展培训。"),
        5: ("公开的深度还不够，将加强学习。",),
        6: ("本年度未收取信息处理费。",),
    }
    report = read(made, tmp_path)
    assert numbers(report) == SECTIONS
    assert text.rstrip("。") in "".join(s.text for s in section(report, 1).sentences)


@pytest.mark.parametrize("inside", [{2}, {3}, {4}, {2, 3, 4}], ids=str)
def test_a_heading_as_first_row_of_its_table(inside: set[int], tmp_path: Path) -> None:
    made = draft()
    made.headings_inside = inside
    report = read(made, tmp_path)
    assert numbers(report) == SECTIONS
    assert told(report) == set()
    assert len(report.cells) == 200


@pytest.mark.parametrize("gap", [0.5, 1.0, 2.0, 3.0])
def test_a_heading_between_tables_that_stand_close(gap: float, tmp_path: Path) -> None:
    made = draft()
    made.look |= {"gap": gap, "loose": 2.0}
    made.look["style"] |= {"text_size": 9.0, "table_size": 8.0}
    report = read(made, tmp_path)
    assert numbers(report) == SECTIONS
    assert told(report) == set()
    assert len(report.cells) == 200


def with_head(made: Draft, form: str, top: float, size: float = 9.0) -> None:
    """Print a line on each page."""

    def paint(pen: Any, box: Box) -> None:
        text = form.format(page=pen.number)
        pen.text((box[2] - pen.text_width(text, size)) / 2, top, text, size)

    made.under_page.append(paint)


@pytest.mark.parametrize("top", [30.0, 815.0], ids=["head", "foot"])
@pytest.mark.parametrize(
    "form",
    ["{page}", "- {page} -", "— {page} —", "第{page}页 共3页", "第{page}页",
     "政府信息公开年度报告　第{page}页", "第 {page} 页", "2024年政府信息公开工作年度报告",
     "云山市林业局政府信息公开工作年度报告"],
)  # fmt: skip
def test_a_running_head_is_no_text(form: str, top: float, tmp_path: Path) -> None:
    made = draft()
    with_head(made, form, top)
    report = read(made, tmp_path)
    assert (report.agency, report.year, numbers(report)) == (AGENCY, YEAR, SECTIONS)
    assert report.title is not None
    assert report.title.text == f"{AGENCY}{YEAR}年政府信息公开工作年度报告"
    assert check(report).findings == ()
    texts = [s.text for part in report.sections for s in part.sentences]
    assert [text for text in texts if "页" in text or "年度报告" in text] == []


@pytest.mark.parametrize("top", [30.0, 815.0], ids=["head", "foot"])
def test_a_running_head_with_white_in_it_is_no_table(top: float, tmp_path: Path) -> None:
    made = draft()
    with_head(made, "2024年政府信息公开工作年度报告 - {page} -", top)
    assert check(read(made, tmp_path)).findings == ()


TITLES: dict[str, list[str]] = {
    "one line": ["云山市林业局2024年政府信息公开工作年度报告"],
    "the agency on a line of its own": ["云山市林业局", "2024年政府信息公开工作年度报告"],
    "the year on the first line": ["云山市林业局2024年", "政府信息公开工作年度报告"],
    "broken in its fixed words": ["云山市林业局2024年政府信息公开", "工作年度报告"],
    "年度": ["云山市林业局2024年度政府信息公开工作年度报告"],
    "the year first": ["2024年云山市林业局政府信息公开工作年度报告"],
    "the year below": ["云山市林业局政府信息公开工作年度报告", "（2024年度）"],
    "the year below, bare": ["云山市林业局政府信息公开工作年度报告", "2024年度"],
    "the year above": ["2024年度", "云山市林业局政府信息公开工作年度报告"],
    "white around the year": ["云山市林业局 2024 年政府信息公开工作年度报告"],
    "three lines": ["云山市林业局", "2024年", "政府信息公开工作年度报告"],
    "a Chinese year": ["云山市林业局二○二四年政府信息公开工作年度报告"],
    "traditional characters": ["云山市林业局2024年政府信息公開工作年度報告"],
    "the words without 工作": ["云山市林业局2024年政府信息公开年度报告"],
}


@pytest.mark.parametrize("name", TITLES)
def test_a_title_says_whose_report_of_which_year_it_is(name: str, tmp_path: Path) -> None:
    made = draft()
    made.title = TITLES[name]
    report = read(made, tmp_path)
    assert (report.agency, report.year, numbers(report)) == (AGENCY, YEAR, SECTIONS)


def two_up(path: Path) -> bytes:
    """The file with two pages beside each other on each sheet."""
    document = pdfium.PdfDocument(path)
    width, height = document[0].get_size()
    sheets = pdfium.PdfDocument(
        pdfium.raw.FPDF_ImportNPagesToOne(document, 2 * width, height, 2, 1)
    )
    stored = BytesIO()
    sheets.save(stored)
    sheets.close()
    document.close()
    return stored.getvalue()


def test_two_pages_on_one_sheet_are_read_one_after_the_other(tmp_path: Path) -> None:
    made = draft()
    with_head(made, "- {page} -", 815.0)
    report = read_report(two_up(draw(made, tmp_path)))
    assert (report.pages, report.agency, report.year) == (1, AGENCY, YEAR)
    assert numbers(report) == SECTIONS
    assert told(report) == set()
    unlike = {name: cell for name, cell in wrong(made, report).items() if cell}
    assert [
        n for n in unlike if report.cells[n].doubt is None and report.value(n) is not None
    ] == []


@pytest.mark.xfail(reason="a table does not go on in the other half of a sheet")
def test_a_table_goes_on_in_the_other_half_of_a_sheet(tmp_path: Path) -> None:
    made = draft()
    assert wrong(made, read_report(two_up(draw(made, tmp_path)))) == {}
