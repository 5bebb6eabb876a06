"""Whether a review could compare its report with last year's, and with which."""

from __future__ import annotations

from desktop.report.model import Report
from desktop.review.review import Review


def compared_with(review: Review) -> Report | None:
    """Last year's report, where it is one that this report can be compared with."""
    last = review.previous.report
    fits = last is not None and last.year is not None and not no_comparison(review)
    return last if fits else None


def no_comparison(review: Review) -> str:
    """Why rules that compare two years could not run; empty where none was stopped by that."""
    # Loads the checks, which are there once something was checked.
    from desktop.rules.checks.registry import Context

    previous = review.previous
    reason = Context(review.report, previous.report, previous.reason).no_last_year
    stopped = any(item.reason == reason for item in review.checked.unchecked)
    return reason if stopped else ""
