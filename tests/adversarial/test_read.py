"""One drawn report of each kind, read: no number stands wrongly without a doubt."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from desktop.cli.check_output import check_output_of
from tests.adversarial.kinds import KINDS, PEN
from tests.adversarial.make import draw_reports
from tests.adversarial.measure import Score, score
from tests.adversarial.producers import PenProducer
from tests.packaged import read_outcome

DRAWN = sorted(name for name, kind in KINDS.items() if PEN in kind.via)
# Doubts without a reason, in parts of the right cells: each costs a person a second.
NEEDLESS = 0.015
# Reports of which not every cell is read as it was meant, most of them in part.
NOT_WHOLE = 0.15


@cache
def scored(name: str) -> Score:
    with TemporaryDirectory() as folder:
        (path,) = draw_reports(Path(folder), "1", 1, [KINDS[name]], [PenProducer()])
        truth = json.loads(path.with_suffix(".json").read_text("utf-8"))
        return score(truth, json.loads(check_output_of(read_outcome(path), "jsonl").text))


@pytest.mark.parametrize("name", DRAWN)
def test_a_report_of_each_kind_is_read_with_certainty(name: str) -> None:
    found = scored(name)
    assert (found.silent, found.false, found.missed, found.unasked) == ([], [], 0, [])
    assert not found.misnamed


def test_certainty_is_not_bought_with_doubts() -> None:
    every = [scored(name) for name in DRAWN]
    assert sum(found.doubts for found in every) < NEEDLESS * sum(found.right for found in every)
    assert sum(not found.whole for found in every) < NOT_WHOLE * len(every)
