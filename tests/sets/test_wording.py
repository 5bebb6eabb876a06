"""What of a text counts: neither official wording nor names, however it is written."""

from __future__ import annotations

import numpy as np
import pytest

from desktop.sets.folding import fold
from desktop.sets.similarity import ReportText
from desktop.sets.wording import wording_of, wordings_of
from tests.sets.texts import (
    made_set,
)


@pytest.mark.parametrize(
    "sentence",
    [
        "以习近平新时代中国特色社会主义思想为指导，以公开为常态、不公开为例外。",
        "本报告由清源县财政局办公室根据《中华人民共和国政府信息公开条例》（国令第711号）"
        "（以下简称《条例》）要求编制此报告。",
        "报告中所列数据统计期限自2024年1月1日起至2024年12月31日止。",
        "本报告所列数据的统计期限为２０２４年１月１日至１２月３１日。",
        "如对本报告有疑问，请与县财政局办公室联系（地址：大道90号，邮编：223100，电话：0517-872）。",
        "根据《条例》和国办公开办函〔2021〕30号文件要求，编制2024年度报告。",
        "本报告电子版可在县政府门户网站下载。",
        "按照《政府信息公开信息处理费管理办法》，本年度未收取信息处理费。",
        "2024年共收到公民、法人和其他组织政府信息公开申请17件，均已办结。",
        "因政府信息公开工作被申请行政复议0件、被提起行政诉讼0件。",
        "（一）主动公开情况",
        "（四）政府信息公开平台建设情况。",
        "第二十条第（一）项",
        "三、收到和处理政府信息公开申请情况",
        "无。",
    ],
)
def test_official_wording_does_not_count(sentence: str) -> None:
    left = wording_of((sentence,), ("清源县财政局", "县财政局"))
    # A connecting word or two may be left.
    assert len(left) <= 6, "".join(map(chr, left.codes))


def test_what_an_office_says_itself_counts() -> None:
    sentence = "编制行政许可事项目录，按季度更新并向社会公布，方便群众查询办事指南。"
    assert len(wording_of((sentence,))) == len(fold(sentence))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("全年召开会议3次", "全年召开会议十二次"),
        ("发布信息1,203条", "发布信息９８条"),
        ("Ａ类 事项，公开。", "a类事项公开"),
        ("⼀是公开不够", "1是公开不够"),
        ("县教育局组织培训", "组织培训"),
        ("2024年，我局组织培训", "2023年度，本机关组织培训"),
    ],
)
def test_writings_of_the_same_text_are_the_same(one: str, other: str) -> None:
    names = ("清源县教育局", "县教育局")
    left, right = (wording_of((text,), names).codes.tolist() for text in (one, other))
    assert left == right


def test_texts_worked_on_together_come_out_as_alone() -> None:
    texts = [*made_set(5300).texts, ReportText(1, 2024, ()), ReportText(2, 2024, ("", "甲\n乙"))]
    together = wordings_of((text.sentences, text.names) for text in texts)
    for text, wording in zip(texts, together, strict=True):
        alone = wording_of(text.sentences, text.names)
        for part in ("codes", "sentences", "starts", "ends"):
            assert np.array_equal(getattr(wording, part), getattr(alone, part))


def test_names_are_left_out_of_their_own_text_only() -> None:
    texts = [(("甲乙丙公司组织培训",), ("甲乙丙公司",)), (("丁戊己", "甲乙丙公司组织培训"), ())]
    assert list(map(len, wordings_of(texts))) == [4, 12]
