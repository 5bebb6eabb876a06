"""Ten programs killed at work; `make kills` does it to two hundred."""

from __future__ import annotations

import pytest

from tests.kills.__main__ import run_round


@pytest.mark.parametrize("seed", range(1000, 1010))
def test_a_kill_costs_at_most_the_last_step(seed: int) -> None:
    loss = run_round(seed)
    assert loss.steps <= 1, loss.detail
    assert loss.is_over, loss.detail
