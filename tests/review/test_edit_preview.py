"""What an edit would do is known before it is made."""

from __future__ import annotations

from pathlib import Path
from random import Random

from desktop.review.edit_preview import Effect, balance_words, preview_edit
from tests.builders import report_of, right_values
from tests.packaged import equations_of, new_review


def test_every_equation_of_the_cell_is_told_before_and_after() -> None:
    values = dict(right_values(Random(1)))
    name = "disputes.review.total"
    right = values[name]
    values[name] = int(right) + 3
    review = new_review(Path("a.pdf"), "0" * 64, report_of(values))
    before = review.report
    (outlook,) = preview_edit(review, review.edit_to(name, str(right)))
    assert outlook.effect is Effect.MENDED
    assert balance_words(outlook.before).count("≠") == 1
    assert balance_words(outlook.after) == f"{right} = {right}"
    (outlook,) = preview_edit(review, review.edit_to(name, str(int(right) + 1)))
    assert outlook.effect is Effect.OPEN
    assert review.report is before

    inner = "applications.granted.natural"
    outlooks = preview_edit(review, review.edit_to(inner, "999"))
    expected = [e for e in equations_of(review.report.form) if inner in e.cells]
    assert [outlook.equation for outlook in outlooks] == expected
    assert len(expected) == 2
    assert {outlook.effect for outlook in outlooks} == {Effect.BROKEN}
    same = preview_edit(review, review.edit_to(inner, str(values[inner])))
    assert {outlook.effect for outlook in same} == {Effect.HOLDS}
    text = preview_edit(review, review.edit_to(inner, "见附件"))
    assert {balance_words(outlook.after) for outlook in text} == {"—"}
