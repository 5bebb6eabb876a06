"""Which cells of a draft a kind touches."""

from __future__ import annotations

from collections.abc import Sequence

from tests.adversarial.draft import Draft

_USUAL_MOST = 8


def names(draft: Draft, *, zero: bool = False) -> list[str]:
    """The cells with a number above 0, or with 0; amounts are left out."""
    return [
        name
        for name, slot in draft.form.slots().items()
        if slot.column.kind == "count" and (draft.values[name] == 0) == zero
    ]


def some(draft: Draft, *, most: int = _USUAL_MOST, zero: bool = False) -> Sequence[str]:
    """Some cells with a number above 0; one with 0 may be among them if that is allowed."""
    found = names(draft) + (names(draft, zero=True)[:3] if zero else [])
    found = [name for name in found if not name.startswith("proactive.regulation")]
    return draft.random.sample(found, min(len(found), draft.random.randrange(1, most + 1)))
