"""The review saved beside a PDF, taken up where nobody looks at a window."""

from __future__ import annotations

from dataclasses import replace

from desktop.review.end_state import EndState
from desktop.review.rebase import Rebased, rebase
from desktop.review.review import Review
from desktop.review.same_steps import says
from desktop.review.store import load_saved, saved_path


def take_up_saved(review: Review) -> Rebased | None:
    """Take up the review that is saved beside the PDF; None where there is none.

    Not among the `dropped` is a cell that now prints what a person had corrected it to.

    Raises:
        ReviewFileError: there is one that cannot be read.
    """
    place = saved_path(review.path)
    if not place.exists():
        return None
    saved = load_saved(place)
    rebased = rebase(saved, review)
    review.take_up(rebased.steps, len(rebased.steps))
    left = EndState(saved.steps).cells
    lost = (name for name in rebased.dropped if says(left[name]) != says(review.cell(name)))
    return replace(rebased, dropped=tuple(lost))
