"""What there is in a workspace, said in one line: the steps made in each report."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path

from desktop.batch.one_file import read_outcome
from desktop.batch.outcome import Outcome
from desktop.resources import resource
from desktop.review.codec import step_to_json
from desktop.rules.rulefile import load_rules
from desktop.workspace.workspace import Workspace

State = Mapping[str, Sequence[str]]
"""a report's file name, and a digest of each step made in it"""


def state_of(workspace: Workspace) -> State:
    """The state now."""
    reviews = (report.review for report in workspace.reports)
    return {
        review.path.name: [
            hashlib.sha256(json.dumps(step_to_json(step)).encode()).hexdigest()[:12]
            for step in review.history
        ]
        for review in reviews
        if review is not None
    }


class SampleRead:
    """Answers with the sample, whatever is asked for: all files here are copies of it.

    What is killed is the program, not its workers; and two threads of one process cannot both
    use pdfium.
    """

    def __init__(self) -> None:
        self._outcome = read_outcome(resource("sample", "sample-2024.pdf"), load_rules())

    def warm_up(self) -> None:
        """Nothing has to be loaded."""

    def submit(self, path: Path, **options: str) -> Future[Outcome]:
        """Read a file."""
        future: Future[Outcome] = Future()
        future.set_result(replace(self._outcome, path=path))
        return future

    def close(self) -> None:
        """Nothing is running."""
