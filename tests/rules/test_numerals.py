"""Numerals, figures, names of offices, sentences put together again."""

from __future__ import annotations

from decimal import Decimal

import pytest

from desktop.report.values import Number
from desktop.rules.narrative.figures import Rough, agrees, figures_in
from desktop.rules.narrative.guards import is_own_name
from desktop.rules.narrative.numerals import narrowed, parse_numeral
from desktop.rules.narrative.passages import Passage, joined, masked
from desktop.rules.office import Office, office_of
from tests.rules.prose import sentence


def passage(text: str) -> Passage:
    bare = narrowed(text)
    return Passage(1, "", sentence(text), bare, masked(bare), False)


@pytest.mark.parametrize(
    ("text", "scale", "number"),
    [
        ("0", "", 0), ("1,203", "", 1203), ("28", "万", 280_000), ("2.8", "万", 28_000),
        ("12.5", "", Decimal("12.5")), ("三", "", 3), ("十", "", 10), ("十七", "", 17),
        ("二十", "", 20), ("两百零五", "", 205), ("一千二百三十四", "", 1234),
        ("二〇二四", "", 2024), ("零", "", 0), ("三", "万", 30_000),
        ("若干", "", None), ("", "", None),
    ],
)  # fmt: skip
def test_numerals(text: str, scale: str, number: Number | None) -> None:
    assert parse_numeral(text, scale) == number


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("收到申请１５件，上年结转0件。", [(15, "件"), (0, "件")]),
        ("发布信息1,203条、稿件三十篇。", [(1203, "条"), (30, "篇")]),
        ("复议1、诉讼2。", [(1, ""), (2, "")]),
        ("2024年1月5日印发第3号文件。", []),
        ("《2024年50件实事》“100条”措施。", []),
        ("办结率100%，收费2.5万元。", [(100, "%"), (Decimal("2.5"), "万元")]),
        ("高效办成一件事，一是做好工作。", []),
        ("电话0517-87290606。", []),
    ],
)
def test_figures_of_a_sentence(text: str, figures: list[tuple[Number, str]]) -> None:
    assert [(f.value, f.unit) for f in figures_in(passage(text))] == figures


@pytest.mark.parametrize(
    ("text", "rough", "fit", "unfit"),
    [
        ("收到30件。", Rough.EXACT, [30], [29, 31]),
        ("收到300余件。", Rough.OVER, [300, 321, 399], [299, 400]),
        ("收到20多件。", Rough.OVER, [20, 29], [19, 30]),
        ("收到约30件。", Rough.ABOUT, [28, 30, 33], [20, 40]),
        ("收到近30件。", Rough.UNDER, [21, 30], [20, 31]),
        ("收到28万余件。", Rough.OVER, [283_210], [290_000]),
    ],
)
def test_a_rough_figure_stands_for_a_range(
    text: str, rough: Rough, fit: list[int], unfit: list[int]
) -> None:
    (figure,) = figures_in(passage(text))
    assert figure.rough is rough
    assert [value for value in (*fit, *unfit) if agrees(figure, value)] == fit


@pytest.mark.parametrize(
    ("name", "agency", "own"),
    [
        ("区政府", "淮安市洪泽区人民政府", True),
        ("区政府办", "淮安市洪泽区人民政府", False),
        ("市文旅局", "焦作市文化广电和旅游局", True),
        ("我局", "焦作市文化广电和旅游局", True),
        ("民政局", "云山市林业局", False),
        ("全年民政局", "云山市林业局", False),
        ("区政府办公室", "淮安市洪泽区人民政府办公室", True),
    ],
)
def test_whose_name_it_is(name: str, agency: str, own: bool) -> None:
    assert is_own_name(name, agency) is own


@pytest.mark.parametrize(
    ("agency", "office"),
    [
        ("淮安市洪泽区人民政府", Office.COUNTY),
        ("沭阳县人民政府办公室", Office.COUNTY),
        ("宿迁市人民政府", Office.CITY),
        ("临夏回族自治州人民政府", Office.CITY),
        ("上海市人民政府办公厅", Office.PROVINCE),
        ("广西壮族自治区人民政府", Office.PROVINCE),
        ("自然资源部", Office.MINISTRY),
        ("国家税务总局焦作市税务局", Office.DEPARTMENT),
        ("江苏省公安厅", Office.DEPARTMENT),
        ("共和新路街道办事处", Office.TOWNSHIP),
        ("云山市东山镇人民政府", Office.TOWNSHIP),
        ("某公报", None),
        (None, None),
    ],
)
def test_the_kind_of_an_office(agency: str | None, office: Office | None) -> None:
    assert office_of(agency) is office


def test_a_torn_sentence_is_put_together_and_a_heading_is_not() -> None:
    texts = (
        "（二）依申请公开情况",
        "进一步完善公开申请登记、审核、办理、答复、归档等工作制度，做好政府信",
        "息依申请工作，收到申请1件。",
        "做好微信公众号、",
        "视频号等平台建设。",
        "（三）政府信息管理情况",
    )
    whole = joined([sentence(text, line) for line, text in enumerate(texts)])
    assert [part.text for part in whole] == [
        texts[0], texts[1] + texts[2], texts[3] + texts[4], texts[5],
    ]  # fmt: skip
    assert len(whole[1].sources) == 2
