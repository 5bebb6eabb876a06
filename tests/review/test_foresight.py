"""What an edit would do is known before it is made."""

from __future__ import annotations

from pathlib import Path
from random import Random

from desktop.review.foresight import Turn, balance_words, foresee
from tests.builders import report_of, right_values
from tests.packaged import equations_of, new_review


def test_every_equation_of_the_cell_is_told_before_and_after() -> None:
    values = dict(right_values(Random(1)))
    name = "disputes.review.total"
    right = values[name]
    values[name] = int(right) + 3
    review = new_review(Path("a.pdf"), "0" * 64, report_of(values))
    before = review.report
    (outlook,) = foresee(review, review.edit_to(name, str(right)))
    assert outlook.turn is Turn.MENDED
    assert balance_words(outlook.before).count("≠") == 1
    assert balance_words(outlook.after) == f"{right} = {right}"
    (outlook,) = foresee(review, review.edit_to(name, str(int(right) + 1)))
    assert outlook.turn is Turn.OPEN
    assert review.report is before

    inner = "applications.granted.natural"
    outlooks = foresee(review, review.edit_to(inner, "999"))
    expected = [e for e in equations_of(review.report.form) if inner in e.cells]
    assert [outlook.equation for outlook in outlooks] == expected
    assert len(expected) == 2
    assert {outlook.turn for outlook in outlooks} == {Turn.BROKEN}
    same = foresee(review, review.edit_to(inner, str(values[inner])))
    assert {outlook.turn for outlook in same} == {Turn.HOLDS}
    text = foresee(review, review.edit_to(inner, "见附件"))
    assert {balance_words(outlook.after) for outlook in text} == {"—"}
