"""Nothing is amiss: what is read wrongly here is the fault of the look alone."""

from __future__ import annotations

from tests.adversarial.draft import Draft
from tests.adversarial.kinds import EVERY, kind


@kind("plain.as_it_is", EVERY)
def as_it_is(draft: Draft) -> None:
    """The report as the form has it."""
    del draft
