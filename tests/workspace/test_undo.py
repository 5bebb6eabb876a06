"""A review's steps made, undone, made again and saved, against a list of snapshots."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from desktop.review.changes import Remark, Step
from tests.builders import report_of
from tests.packaged import new_review

REPORT = report_of({})
ACTS = st.lists(st.sampled_from(("make", "undo", "redo", "save")), max_size=25)


@given(ACTS)
def test_undo_goes_back_through_every_state_and_knows_the_saved_one(acts: list[str]) -> None:
    review = new_review(Path("a.pdf"), "", REPORT)
    # The states on the way there is, where one stands on it, and which of them was saved.
    way, here, saved = [""], 0, 0
    for number, act in enumerate(acts):
        if act == "make":
            if saved > here:
                saved = -1
            way, here = [*way[: here + 1], str(number)], here + 1
            review.make(Step((Remark(review.remark, str(number)),)))
        elif act == "undo":
            assert (review.undo() is None) == (here == 0)
            here = max(0, here - 1)
        elif act == "redo":
            assert (review.redo() is None) == (here == len(way) - 1)
            here = min(len(way) - 1, here + 1)
        else:
            saved = here
            review.mark_saved(review.history)
        assert review.remark == way[here]
        assert (len(review.history), len(review.undone)) == (here, len(way) - 1 - here)
        assert review.is_saved == (saved == here)


def test_a_save_that_ends_late_marks_the_state_that_was_written() -> None:
    review = new_review(Path("a.pdf"), "", REPORT)
    review.make(Step((Remark("", "1"),)))
    written = review.history
    review.make(Step((Remark("1", "2"),)))
    review.mark_saved(written)
    assert not review.is_saved
    review.undo()
    assert review.is_saved


def test_what_was_written_and_then_left_is_not_what_there_is() -> None:
    review = new_review(Path("a.pdf"), "", REPORT)
    review.make(Step((Remark("", "1"),)))
    written = review.history
    review.undo()
    review.make(Step((Remark("", "2"),)))
    review.mark_saved(written)
    assert not review.is_saved
    review.undo()
    assert not review.is_saved
