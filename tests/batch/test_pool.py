"""Reading in worker processes: limits, crashes, bad files."""

import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from desktop.batch import pool as pool_module
from desktop.batch.outcome import Outcome, Status
from desktop.batch.pool import Limits, ReadingPool

_SECONDS: Final = 3.0


def hang(path: Path, rules: Path | None, previous: Path | None) -> Outcome:
    time.sleep(60)
    return Outcome(path, None)


def crash(path: Path, rules: Path | None, previous: Path | None) -> Outcome:
    os._exit(3)


def eat_memory(path: Path, rules: Path | None, previous: Path | None) -> Outcome:
    try:
        return Outcome(path, None, reason=str(len(bytearray(1 << 29))))
    except MemoryError:
        return Outcome(path, None, reason="no memory")


def answer(path: Path, rules: Path | None, previous: Path | None) -> Outcome:
    return Outcome(path, None, reason=path.name)


@pytest.fixture
def pool() -> Iterator[ReadingPool]:
    with ReadingPool(1, Limits(_SECONDS, 1 << 28)) as made:
        yield made


def outcome_of(pool: ReadingPool, monkeypatch: pytest.MonkeyPatch, work: object) -> Outcome:
    monkeypatch.setattr(pool_module, "read_outcome", work)
    return pool.submit(Path("a.pdf")).result(timeout=60)


def test_a_hang_ends_at_the_limit_and_the_next_file_is_read(
    pool: ReadingPool, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "超过 3 秒" in (outcome_of(pool, monkeypatch, hang).reason or "")
    assert outcome_of(pool, monkeypatch, answer).reason == "a.pdf"


def test_a_crash_is_told_and_the_next_file_is_read(
    pool: ReadingPool, monkeypatch: pytest.MonkeyPatch
) -> None:
    outcome = outcome_of(pool, monkeypatch, crash)
    assert outcome.status is Status.UNREADABLE
    assert outcome.reason == pool_module.CRASHED
    assert outcome_of(pool, monkeypatch, answer).reason == "a.pdf"


@pytest.mark.skipif(os.name == "nt", reason="no address space limit on Windows")
def test_memory_is_limited(pool: ReadingPool, monkeypatch: pytest.MonkeyPatch) -> None:
    assert outcome_of(pool, monkeypatch, eat_memory).reason == "no memory"


def test_what_waits_when_the_pool_closes_is_cancelled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool_module, "read_outcome", hang)
    with ReadingPool(1) as pool:
        waiting = [pool.submit(Path(name)) for name in ("a.pdf", "b.pdf")]
    assert all(future.cancelled() or future.done() for future in waiting)
