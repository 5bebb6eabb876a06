"""`check`: read and check files, and say what was found as text or JSON."""

from __future__ import annotations

import argparse
import contextlib
import json
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Final, TextIO

from desktop.batch.files import named_files
from desktop.batch.outcome import Outcome, Status
from desktop.batch.pool import Limits
from desktop.cli.files import outcomes
from desktop.cli.record import record_of
from desktop.cli.text import outcome_lines, summary_line
from desktop.errors import ExitCode, ExportError, UsageError
from desktop.exports.atomic import written_whole
from desktop.rules.finding import Severity
from desktop.rules.rulefile import load_rules

_MEBIBYTE: Final = 1 << 20


def check_files(options: argparse.Namespace) -> ExitCode:
    """Run `check`.

    Args:
        options: `paths`, `format`, `output`, `rules`, `workers`, `timeout`, `memory`,
            `previous`.

    Raises:
        UsageError: a folder without a PDF, or last year's report for several files.
        RuleFileError: the rule file cannot be opened.
        ExportError: the output file cannot be written.
    """
    _tell_rule_problems(options.rules)
    files = named_files(options.paths)
    if not files:
        raise UsageError("所给的文件夹里没有 PDF 文件。")
    if options.previous is not None and len(files) > 1:
        raise UsageError("--previous 是一个单位上一年度的报告，一次只能核对一份。")
    limits = Limits(options.timeout, options.memory * _MEBIBYTE)
    found = outcomes(files, options.workers, limits, options.rules, options.previous)
    tally: list[ExitCode] = []
    with _output(options.output) as stream:
        _WRITERS[options.format](_counted(found, tally), stream)
    return max(tally)


def _tell_rule_problems(rules: Path | None) -> None:
    for problem in load_rules(rules).problems:
        print(f"勾稽：规则文件 {problem}", file=sys.stderr)


def _counted(found: Iterable[Outcome], tally: list[ExitCode]) -> Iterator[Outcome]:
    for outcome in found:
        tally.append(_exit_code(outcome))
        yield outcome


def _exit_code(outcome: Outcome) -> ExitCode:
    if outcome.status is Status.UNREADABLE or outcome.checked is None:
        return ExitCode.UNREADABLE
    errors = any(f.severity is Severity.ERROR for f in outcome.checked.findings)
    return ExitCode.ERRORS_FOUND if errors else ExitCode.OK


@contextlib.contextmanager
def _output(path: Path | None) -> Iterator[TextIO]:
    """The console, or a file that is written whole or not at all."""
    if path is None:
        yield sys.stdout
        return
    if path.is_dir():
        raise ExportError(f"{path} 是文件夹，请给出文件名。")
    with written_whole(path) as temporary, temporary.open("w", encoding="utf-8") as stream:
        yield stream


def _write_text(found: Iterable[Outcome], stream: TextIO) -> None:
    seen: list[Outcome] = []
    for outcome in found:
        stream.writelines(f"{line}\n" for line in outcome_lines(outcome))
        stream.flush()
        # A summary needs the counts alone, not the pages of two hundred reports.
        seen.append(Outcome(outcome.path, None, None, outcome.checked, outcome.reason))
    if len(seen) > 1:
        stream.write(f"\n{summary_line(seen)}\n")


def _write_json(found: Iterable[Outcome], stream: TextIO) -> None:
    """One object for one file, an array for several."""
    records = [record_of(outcome) for outcome in found]
    content = records[0] if len(records) == 1 else records
    json.dump(content, stream, ensure_ascii=False, indent=1)
    stream.write("\n")


def _write_jsonl(found: Iterable[Outcome], stream: TextIO) -> None:
    for outcome in found:
        json.dump(record_of(outcome), stream, ensure_ascii=False)
        stream.write("\n")
        stream.flush()


_WRITERS: Final[dict[str, Callable[[Iterable[Outcome], TextIO], None]]] = {
    "text": _write_text,
    "json": _write_json,
    "jsonl": _write_jsonl,
}
