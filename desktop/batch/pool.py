"""Files to what is wanted of them in worker processes, within limits of time and memory.

The same pool reads one file for the window and two hundred for the console.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Generic, Self

from pebble import ProcessExpired, ProcessPool

from desktop.batch.outcome import Outcome, Product
from desktop.batch.worker import prepare, read_outcome, warm_up
from desktop.rules.rule import RuleSet

CRASHED: Final = "读取这个文件时读取进程意外结束，已跳过；文件可能已损坏。"


@dataclass(frozen=True, slots=True)
class ReadingLimits:
    """What reading one file may take: seconds, and bytes of memory."""

    seconds: float = 30.0
    memory: int = 1 << 30


class Workers:
    """Worker processes for work with files.

    Args:
        workers: how many processes work at the same time.
        limits: what one file may take.
    """

    def __init__(self, workers: int = 1, limits: ReadingLimits | None = None) -> None:
        self._limits = limits or ReadingLimits()
        self._open: set[Future[Any]] = set()
        # Not fork: the window's process has threads, and on Windows there is none.
        self._pool = ProcessPool(
            max_workers=workers,
            initializer=prepare,
            initargs=(self._limits.memory,),
            context=multiprocessing.get_context("spawn"),
        )
        # Asking starts the processes, which load what they need beside the caller's own work.
        if not self._pool.active:
            raise RuntimeError("the worker processes did not start")

    def warm_up(self) -> None:
        """Have a process ready before there is a file; the first one waits half a second less."""
        self._pool.schedule(warm_up, timeout=self._limits.seconds)

    def run(
        self, work: Callable[..., Product], failed: Callable[[Outcome], Product], path: Path
    ) -> Future[Product]:
        """Queue a file; the future always holds a product, unless it is cancelled.

        Args:
            work: what a worker does with the path; it and what it returns go between processes.
            failed: the product where the worker did not come back, of the outcome that says why.
            path: the file.
        """
        answer: Future[Product] = Future()
        self._open.add(answer)
        task = self._pool.schedule(work, args=(path,), timeout=self._limits.seconds)

        def relay(done: Future[Product]) -> None:
            self._open.discard(answer)
            if done.cancelled():
                answer.cancel()
            elif answer.set_running_or_notify_cancel():
                failure = self._failure(path, done)
                answer.set_result(done.result() if failure is None else failed(failure))

        task.add_done_callback(relay)
        return answer

    def close(self) -> None:
        """Stop at once; what was not read is cancelled."""
        self._pool.stop()
        self._pool.join()
        # The pool forgets tasks that no worker had taken up.
        for answer in tuple(self._open):
            answer.cancel()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _failure(self, path: Path, done: Future[Product]) -> Outcome | None:
        """Why the worker did not come back; None where it did."""
        error = done.exception()
        if error is None:
            return None
        if isinstance(error, TimeoutError):
            seconds = self._limits.seconds
            reason = f"读取这个文件超过 {seconds:g} 秒，已停止；请检查文件是否正常。"
            return Outcome(path, None, reason=reason)
        detail = f"exit code {error.exitcode}" if isinstance(error, ProcessExpired) else repr(error)
        return Outcome(path, None, reason=CRASHED, detail=detail)


class WorkerPool(Workers, Generic[Product]):
    """Worker processes that do one thing with files.

    Args:
        work: what a worker does with a file.
        failed: the product where the worker did not come back.
        workers: how many processes work at the same time.
        limits: what one file may take.
    """

    def __init__(
        self,
        work: Callable[..., Product],
        failed: Callable[[Outcome], Product],
        workers: int = 1,
        limits: ReadingLimits | None = None,
    ) -> None:
        super().__init__(workers, limits)
        self._work, self._failed = work, failed

    def submit(self, path: Path, **options: str) -> Future[Product]:
        """Queue a file; the options are for what is done with it."""
        return self.run(partial(self._work, **options), self._failed, path)


class ReadingPool(WorkerPool[Outcome]):
    """Worker processes that read and check files.

    Args:
        rules: the rules in force.
        workers: how many processes read at the same time.
        limits: what one file may take.
        previous: the report of the year before, for the rules that compare with it.
    """

    def __init__(
        self,
        rules: RuleSet,
        workers: int = 1,
        limits: ReadingLimits | None = None,
        previous: Path | None = None,
    ) -> None:
        work = partial(read_outcome, rules=rules, previous=previous)
        super().__init__(work, _as_it_is, workers, limits)


def _as_it_is(outcome: Outcome) -> Outcome:
    return outcome
