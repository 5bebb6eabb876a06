"""Text of any kind: no rule fails on it, and all come to an end."""

from __future__ import annotations

from random import Random

import pytest

from tests.packaged import check
from tests.rules.prose import complete_report, said
from tests.rules.test_sentences import AGREES, DISAGREES, VALUES

MARKS = "件条元万%0十百年月日（）“”《》，。；、：局余约均未占"
WORDS = (
    *MARKS, "共计", "其中", "１２", "3,000", "1.5", "二〇二四", "申请", "行政复议", "诉讼", "规章",
    "规范性文件", "予以公开", "结转", "下年", "上年", "收到", "同比增长", "分别为", "信息处理费",
    "2024年", "国务院令第711条", "公开办函〔2019〕60号", "政府办",
)  # fmt: skip


def failures(*texts: str) -> list[str]:
    report = complete_report({**said(*texts), 5: texts, 6: texts}, VALUES)
    previous = complete_report(values=VALUES, year=2023)
    unchecked = check(report, previous=previous).unchecked
    return [item.reason for item in unchecked if "出错" in item.reason]


@pytest.mark.parametrize("seed", range(30))
def test_no_rule_fails_on_shuffled_words(seed: int) -> None:
    random = Random(seed)
    texts = ["".join(random.choices(WORDS, k=random.randrange(1, 60))) for _ in range(20)]
    assert failures(*texts) == []


def test_no_rule_fails_on_cut_sentences() -> None:
    random = Random(0)
    whole = [*AGREES, *(text for text, _, _ in DISAGREES)]
    cut = [text[random.randrange(len(text)) :] for text in whole]
    assert failures(*cut) == []


@pytest.mark.parametrize(
    "text",
    [
        "共计" * 3000 + "x5件。",
        "收到申请5件，" * 2000,
        "（" * 3000 + "申请5件" + "）" * 3000,
        "视频号、" * 3000,
        "9" * 3000 + "件。",
        "其中12条、" * 3000,
        "全年" * 3000 + "局收到申请3件",
    ],
)
def test_a_text_made_to_be_slow_is_checked(text: str) -> None:
    # A pattern that tries every way through such a text would not come to an end.
    assert failures(text) == []
