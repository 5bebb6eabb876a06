"""`check`: read and check files, and say what was found as text or JSON."""

from __future__ import annotations

import argparse
import contextlib
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Final, TextIO

from desktop.batch.linked import LinkedFiles
from desktop.batch.pool import ReadingLimits, WorkerPool, Workers
from desktop.cli.check_output import CheckOutput, check_output_of, check_output_of_file
from desktop.cli.files import in_order, usual_workers
from desktop.cli.given import given_files, given_rules
from desktop.cli.output import check_writable
from desktop.cli.text import summary_line
from desktop.errors import ExitCode
from desktop.files.atomic import written_whole
from desktop.rules.rule import RuleSet

_MEBIBYTE: Final = 1 << 20


def check_files(options: argparse.Namespace) -> ExitCode:
    """Run `check`.

    Args:
        options: `paths`, `format`, `output`, `rules`, `workers`, `timeout`, `memory`,
            `previous`.

    Raises:
        UsageError: a folder without a PDF, or last year's report for several files.
        RuleFileError: the rule file cannot be opened.
        WriteError: the output file cannot be written.
    """
    check_writable(options.output)
    rules = given_rules(options.rules)
    files = given_files(options.paths, options.previous)
    codes: list[ExitCode] = []
    with text_output(options.output) as stream, _checked(options, rules, files) as checked:
        _WRITERS[options.format](_counted(checked, codes), stream, len(files))
    return max(codes)


@contextlib.contextmanager
def _checked(
    options: argparse.Namespace, rules: RuleSet, files: Sequence[Path]
) -> Iterator[Iterator[CheckOutput]]:
    """What is said of each file, in order."""
    workers = min(options.workers or usual_workers(), len(files))
    limits = ReadingLimits(options.timeout, options.memory * _MEBIBYTE)
    make = partial(check_output_of, form=options.format)
    if len(files) > 1:
        early = options.format != "json"
        with Workers(workers, limits) as pool:
            yield LinkedFiles(pool, files, rules, make, workers, early=early).products()
        return
    work = partial(
        check_output_of_file, form=options.format, rules=rules, previous=options.previous
    )
    with WorkerPool(work, make, workers, limits) as single:
        yield in_order(single, files, workers)


def _counted(told: Iterable[CheckOutput], codes: list[ExitCode]) -> Iterator[CheckOutput]:
    for one in told:
        codes.append(one.code)
        yield one


@contextlib.contextmanager
def text_output(path: Path | None) -> Iterator[TextIO]:
    """The console, or a file that is written whole or not at all."""
    if path is None:
        yield sys.stdout
        return
    # A file name need not be UTF-8: `\udcb1` for such a byte of it is also what JSON calls it.
    with (
        written_whole(path) as temporary,
        temporary.open("w", encoding="utf-8", errors="backslashreplace") as stream,
    ):
        yield stream


def _write_text(told: Iterable[CheckOutput], stream: TextIO, count: int) -> None:
    codes: list[ExitCode] = []
    for one in _counted(told, codes):
        stream.write(f"{one.text}\n")
        stream.flush()
    if count > 1:
        stream.write(f"\n{summary_line(codes)}\n")


def _write_json(told: Iterable[CheckOutput], stream: TextIO, count: int) -> None:
    """One object for one file, an array for several."""
    objects = ",\n".join(one.text for one in told)
    stream.write(f"{objects}\n" if count == 1 else f"[\n{objects}\n]\n")


def _write_jsonl(told: Iterable[CheckOutput], stream: TextIO, count: int) -> None:
    del count
    for one in told:
        stream.write(f"{one.text}\n")
        stream.flush()


_WRITERS: Final[dict[str, Callable[[Iterable[CheckOutput], TextIO, int], None]]] = {
    "text": _write_text,
    "json": _write_json,
    "jsonl": _write_jsonl,
}
