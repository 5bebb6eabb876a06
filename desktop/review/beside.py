"""The review saved beside a PDF, taken up where nobody looks at a window."""

from __future__ import annotations

from desktop.review.rebase import rebase
from desktop.review.review import Review
from desktop.review.store import load_saved, saved_path


def take_up_saved(review: Review) -> bool:
    """Take up the review that is saved beside the PDF; False where there is none.

    Raises:
        ReviewFileError: there is one that cannot be read.
    """
    place = saved_path(review.path)
    if not place.exists():
        return False
    steps = rebase(load_saved(place), review).steps
    review.take_up(steps, len(steps))
    return True
