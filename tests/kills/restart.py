"""Starts after a kill, takes the work up, and says what there is: `MODE [FILE …]`.

`at once` takes it up while files are read, `wait` when all are; `never` is killed before that.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable

from desktop.files.folders import journal_folder
from desktop.gui.application import create_app
from desktop.review.journal import stale_journals
from tests.kills.state import SampleRead, state_of

PATIENCE = 30.0


def main(mode: str, files: list[str]) -> None:
    """Take the work up, at once or when all files are read; then end as a person does."""
    pool = SampleRead()
    app, window = create_app(files, lambda: pool)
    reports = window.panel.workspace.reports

    def until(condition: Callable[[], bool]) -> None:
        end = time.monotonic() + PATIENCE
        while not condition() and time.monotonic() < end:
            app.processEvents()
            time.sleep(0.005)

    if files and mode != "at once":
        until(lambda: bool(reports) and not any(report.is_loading for report in reports))
    if mode == "never":
        print("ready", flush=True)
        until(lambda: False)
    offered = bool(window.banner.text)
    if offered:
        window.banner.press(0)
    until(lambda: not (reports.expected or any(report.is_loading for report in reports)))
    app.processEvents()
    said = {"offered": offered, "state": state_of(window.panel.workspace)}
    for report in reports:
        if report.review is not None:
            report.review.mark_saved(report.review.history)
    window.close()
    said["over"] = not stale_journals([journal_folder()])
    print(json.dumps(said), flush=True)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
