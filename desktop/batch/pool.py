"""Files to outcomes in worker processes, within limits of time and memory.

The same pool reads one file for the window and two hundred for the console.
"""

from __future__ import annotations

import multiprocessing
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from pebble import ProcessExpired, ProcessPool

from desktop.batch.outcome import Outcome
from desktop.batch.worker import prepare, read_outcome

CRASHED: Final = "读取这个文件时读取进程意外结束，已跳过；文件可能已损坏。"


@dataclass(frozen=True, slots=True)
class Limits:
    """What reading one file may take: seconds, and bytes of memory."""

    seconds: float = 30.0
    memory: int = 1 << 30


class ReadingPool:
    """Worker processes that read files.

    `submit` answers with a future that always holds an `Outcome`, unless it is cancelled.

    Args:
        workers: how many processes read at the same time.
        limits: what one file may take.
        rules: the user's rule file, over the packaged rules.
        previous: the report of the year before, for the rules that compare with it.
    """

    def __init__(
        self,
        workers: int = 1,
        limits: Limits | None = None,
        rules: Path | None = None,
        previous: Path | None = None,
    ) -> None:
        self._limits = limits or Limits()
        self._rules = rules
        self._previous = previous
        self._open: set[Future[Outcome]] = set()
        # Not fork: the window's process has threads, and on Windows there is none.
        self._pool = ProcessPool(
            max_workers=workers,
            initializer=prepare,
            initargs=(self._limits.memory,),
            context=multiprocessing.get_context("spawn"),
        )

    def submit(self, path: Path) -> Future[Outcome]:
        """Queue a file for reading."""
        answer: Future[Outcome] = Future()
        self._open.add(answer)
        arguments = (path, self._rules, self._previous)
        task = self._pool.schedule(read_outcome, args=arguments, timeout=self._limits.seconds)

        def relay(done: Future[Outcome]) -> None:
            self._open.discard(answer)
            if done.cancelled():
                answer.cancel()
            elif answer.set_running_or_notify_cancel():
                answer.set_result(self._outcome(path, done))

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

    def _outcome(self, path: Path, done: Future[Outcome]) -> Outcome:
        error = done.exception()
        if error is None:
            return done.result()
        if isinstance(error, TimeoutError):
            seconds = self._limits.seconds
            reason = f"读取这个文件超过 {seconds:g} 秒，已停止；请检查文件是否正常。"
            return Outcome(path, None, reason=reason)
        detail = f"exit code {error.exitcode}" if isinstance(error, ProcessExpired) else repr(error)
        return Outcome(path, None, reason=CRASHED, detail=detail)
