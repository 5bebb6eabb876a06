"""Work in worker processes: limits, crashes, what waits when the pool closes."""

import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from desktop.batch.outcome import Outcome
from desktop.batch.pool import CRASHED, ReadingLimits, ReadingPool, WorkerPool
from tests.packaged import RULES

_SECONDS: Final = 3.0
_MEBIBYTE: Final = 1 << 20


def work(path: Path) -> str:
    """What a file's name asks for."""
    if path.name == "hang":
        time.sleep(60)
    if path.name == "crash":
        os._exit(3)
    if path.name == "eat":
        try:
            return str(len(bytearray(512 * _MEBIBYTE)))
        except MemoryError:
            return "no memory"
    if path.name == "loaded":
        return str("pdfplumber.table" in sys.modules)
    return f"done {path.name}"


def failed(outcome: Outcome) -> str:
    return outcome.reason or ""


@pytest.fixture
def pool() -> Iterator[WorkerPool[str]]:
    with WorkerPool(work, failed, 1, ReadingLimits(_SECONDS, 256 * _MEBIBYTE)) as made:
        yield made


def result(pool: WorkerPool[str], name: str) -> str:
    return pool.submit(Path(name)).result(timeout=60)


def test_a_hang_ends_at_the_limit_and_the_next_file_is_done(pool: WorkerPool[str]) -> None:
    assert "超过 3 秒" in result(pool, "hang")
    assert result(pool, "next") == "done next"


def test_a_crash_is_told_and_the_next_file_is_done(pool: WorkerPool[str]) -> None:
    assert result(pool, "crash") == CRASHED
    assert result(pool, "next") == "done next"


@pytest.mark.skipif(sys.platform == "darwin", reason="no limit there")
def test_memory_is_limited(pool: WorkerPool[str]) -> None:
    assert result(pool, "eat") == "no memory"


def test_what_waits_when_the_pool_closes_is_cancelled() -> None:
    with WorkerPool(work, failed) as pool:
        waiting = [pool.submit(Path("hang")) for _ in range(2)]
    assert all(future.cancelled() or future.done() for future in waiting)


def test_a_reading_pool_answers_with_outcomes(tmp_path: Path) -> None:
    with ReadingPool(RULES) as pool:
        outcome = pool.submit(tmp_path / "none.pdf").result(timeout=60)
    assert outcome.path == tmp_path / "none.pdf"
    assert "找不到" in (outcome.reason or "")


def test_a_pool_made_warm_has_loaded_what_reading_needs() -> None:
    for warm in (False, True):
        with WorkerPool(work, failed) as pool:
            if warm:
                pool.warm_up()
            # One process does one thing after the other.
            assert pool.submit(Path("loaded")).result(30) == str(warm)
