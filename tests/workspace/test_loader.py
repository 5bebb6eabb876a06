"""Reading by rules, with saved reviews, while a person goes on."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from pathlib import Path
from random import Random

import pytest

from desktop.batch.outcome import Outcome
from desktop.errors import AppError
from desktop.review.saved import Saved
from desktop.review.store import save_review, saved_path
from desktop.rules.rule import RuleSet
from desktop.workspace.loader import Loader
from desktop.workspace.messages import NO_WORKERS
from tests.builders import report_of, right_values
from tests.packaged import RULES, new_review

REPORT = report_of(right_values(Random(1)))
NOW = "2025-01-20T09:00:00+08:00"


class Pool:
    """Answers at once; what it was asked for stands in `asked`."""

    def __init__(self, rules: RuleSet) -> None:
        self.rules = rules
        self.asked: list[tuple[Path, dict[str, str]]] = []
        self.is_closed = False

    def warm_up(self) -> None:
        return

    def submit(self, path: Path, **options: str) -> Future[Outcome]:
        self.asked.append((path, options))
        future: Future[Outcome] = Future()
        future.set_result(Outcome(path, "a" * 64, REPORT))
        return future

    def close(self) -> None:
        self.is_closed = True


class Listener:
    """A loader, its pools, and what it told."""

    def __init__(self) -> None:
        self.pools: list[Pool] = []
        self.read: list[tuple[Path, Saved | None, RuleSet]] = []
        self.errors: list[AppError] = []
        self.found: list[list[Path]] = []
        self.loader = Loader(RULES, self._pool, lambda told: told())
        self.loader.on_read = lambda outcome, saved, by: self.read.append((outcome.path, saved, by))
        self.loader.on_error = self.errors.append
        self.loader.on_found = self.found.append

    def _pool(self, rules: RuleSet) -> Pool:
        self.pools.append(Pool(rules))
        return self.pools[-1]

    def wait(self, condition: Callable[[], bool]) -> None:
        end = time.monotonic() + 30
        while not condition():
            assert time.monotonic() < end, condition
            time.sleep(0.002)


@pytest.fixture
def listener() -> Iterator[Listener]:
    made = Listener()
    yield made
    made.loader.close()


def test_the_same_rules_keep_their_workers_and_others_get_others(listener: Listener) -> None:
    listener.loader.warm_up()
    listener.loader.load([Path("a.pdf")], RULES)
    listener.loader.load([Path("b.pdf")], RULES)
    others = RuleSet(RULES.rules)
    listener.loader.load([Path("c.pdf")], others)
    listener.wait(lambda: len(listener.read) == 3)
    assert [(path.name, by is others) for path, _, by in listener.read] == [
        ("a.pdf", False), ("b.pdf", False), ("c.pdf", True),
    ]  # fmt: skip
    first, second = listener.pools
    assert (first.rules, first.is_closed) == (RULES, True)
    assert (second.rules is others, second.is_closed) == (True, False)
    assert len(first.asked) == 2


def test_a_password_goes_with_its_file_alone(listener: Listener) -> None:
    listener.loader.use_password(Path("b.pdf"), "secret")
    listener.loader.load([Path("a.pdf"), Path("b.pdf")], RULES)
    listener.wait(lambda: len(listener.read) == 2)
    assert listener.pools[0].asked == [
        (Path("a.pdf"), {}), (Path("b.pdf"), {"password": "secret"}),
    ]  # fmt: skip
    assert listener.loader.password_of(Path("a.pdf")) is None


def test_a_saved_review_comes_with_its_pdf(listener: Listener, tmp_path: Path) -> None:
    pdf = tmp_path / "a.pdf"
    pdf.touch()
    save_review(new_review(pdf, "a" * 64, REPORT), saved_path(pdf), NOW)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    other = elsewhere / "b.gouji"
    # Of the two, the one that a person opened.
    save_review(new_review(pdf, "a" * 64, REPORT), other, NOW.replace("09:00", "10:00"))
    for opened, time_ in (([pdf], "09:00"), ([other], "10:00")):
        listener.found.clear()
        listener.read.clear()
        listener.loader.search(opened)
        listener.wait(lambda: bool(listener.found))
        assert listener.found == [[pdf]]
        listener.loader.load([pdf], RULES)
        listener.wait(lambda: bool(listener.read))
        ((_, saved, _),) = listener.read
        assert saved is not None
        assert time_ in saved.time


def test_a_damaged_review_is_told_and_costs_nothing_else(
    listener: Listener, tmp_path: Path
) -> None:
    pdf = tmp_path / "a.pdf"
    pdf.touch()
    saved_path(pdf).write_text("{", "utf-8")
    listener.loader.load([pdf], RULES)
    listener.wait(lambda: bool(listener.read))
    assert listener.read == [(pdf, None, RULES)]
    assert len(listener.errors) == 1


def test_without_workers_every_file_says_so(listener: Listener) -> None:
    def none(_rules: RuleSet) -> Pool:
        raise OSError("no more processes")

    outcomes: list[Outcome] = []
    loader = Loader(RULES, none, lambda told: told())
    loader.on_read = lambda outcome, _saved, _by: outcomes.append(outcome)
    loader.load([Path("a.pdf"), Path("b.pdf")], RULES)
    listener.wait(lambda: len(outcomes) == 2)
    assert {(outcome.report, outcome.reason) for outcome in outcomes} == {(None, NO_WORKERS)}
    loader.close()
