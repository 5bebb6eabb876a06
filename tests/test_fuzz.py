"""A sample of saved files with something wrong in them; `make fuzz` draws ten thousand."""

from __future__ import annotations

import pytest

from tests.fuzz import run_round


@pytest.mark.parametrize("start", range(0, 300, 50))
def test_saved_files_with_something_wrong_cost_nothing(start: int) -> None:
    results = {run_round(seed) for seed in range(start, start + 50)}
    assert {"review refused", "review rebased", "journal taken up", "states let be"} <= results
