"""What `check` says of one file, made in the worker that read it.

A line of JSON is a tenth of the report it stands for: sending it between processes, and not
the report, leaves the main process idle.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Final, NamedTuple

from desktop.batch.outcome import Outcome, Status
from desktop.batch.worker import read_outcome
from desktop.cli.record import record_of
from desktop.cli.text import outcome_lines
from desktop.errors import ExitCode
from desktop.rules.finding import Severity
from desktop.rules.rule import RuleSet


class CheckOutput(NamedTuple):
    """The text for one file, and the exit code that it asks for."""

    text: str
    code: ExitCode


def check_output_of_file(
    path: Path, form: str, rules: RuleSet, previous: Path | None = None
) -> CheckOutput:
    """Read and check one file, and say what came of it.

    Args:
        path: the report.
        form: `text`, `json` or `jsonl`.
        rules: the rules in force.
        previous: the same office's report of the year before.
    """
    return check_output_of(read_outcome(path, rules, previous), form)


def check_output_of(outcome: Outcome, form: str) -> CheckOutput:
    """What came of one file, in words or as JSON."""
    return CheckOutput(_WRITERS[form](outcome), _exit_code(outcome))


def _exit_code(outcome: Outcome) -> ExitCode:
    if outcome.status is not Status.READ or outcome.checked is None:
        return ExitCode.UNREADABLE
    errors = any(f.severity is Severity.ERROR for f in outcome.checked.findings)
    return ExitCode.ERRORS_FOUND if errors else ExitCode.OK


def _text(outcome: Outcome) -> str:
    return "\n".join(outcome_lines(outcome))


def _json(outcome: Outcome) -> str:
    return json.dumps(record_of(outcome), ensure_ascii=False, indent=1)


def _line(outcome: Outcome) -> str:
    return json.dumps(record_of(outcome), ensure_ascii=False)


_WRITERS: Final[dict[str, Callable[[Outcome], str]]] = {
    "text": _text,
    "json": _json,
    "jsonl": _line,
}
