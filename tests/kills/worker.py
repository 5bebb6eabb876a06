"""Works by a script drawn from a seed until it is killed: `SEED FOLDER`."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from random import Random
from unittest.mock import patch

from desktop.gui import dialogs
from desktop.gui.application import create_app
from desktop.gui.window import ReviewWindow
from desktop.review.changes import Remark
from desktop.review.judgement import Verdict
from desktop.workspace import review_commands
from tests.kills.state import SampleRead, state_of


class Person:
    """Does one thing after another in a window."""

    def __init__(self, window: ReviewWindow, folder: Path, random: Random) -> None:
        self._window, self._folder, self._random = window, folder, random
        self._workspace = window.panel.workspace
        self._acts: list[Callable[[], object]] = [
            *[self._edit] * 6, self._undo, self._redo, self._judge, self._judge, self._remark,
            self._finish, self._save, self._export, self._show, self._show, self._open_again,
        ]  # fmt: skip

    def act(self) -> None:
        """Do something."""
        self._random.choice(self._acts)()

    def _edit(self) -> None:
        review = self._workspace.review
        assert review is not None
        name = self._random.choice(sorted(review.report.form.slots()))
        review_commands.edit(self._workspace, name, str(self._random.randrange(1000)))

    def _undo(self) -> None:
        self._window.commands.undo.trigger()

    def _redo(self) -> None:
        self._window.commands.redo.trigger()

    def _judge(self) -> None:
        current = self._workspace.current
        assert current is not None
        if current.index.findings:
            self._workspace.select_finding(self._random.randrange(len(current.index.findings)))
            verdict = self._random.choice(list(Verdict))
            review_commands.judge(self._workspace, verdict, "已核实")

    def _remark(self) -> None:
        review = self._workspace.review
        assert review is not None
        self._workspace.do(Remark(review.remark, str(self._random.random())))

    def _finish(self) -> None:
        review = self._workspace.review
        assert review is not None
        review_commands.finish(self._workspace, done=not review.done)

    def _save(self) -> None:
        self._window.commands.save.trigger()

    def _export(self) -> None:
        self._window.commands.export_excel.trigger()

    def _show(self) -> None:
        self._workspace.show(self._random.choice(self._workspace.reports))

    def _open_again(self) -> None:
        self._window.open_paths([self._folder])


def main(seed: int, folder: Path) -> None:
    """Work, and say after each act what there is."""
    patch.object(dialogs, "ask_file_name", lambda _parent, preset: preset).start()
    pool = SampleRead()
    app, window = create_app([str(folder)], lambda: pool)
    reports = window.panel.workspace.reports
    while not reports or any(report.is_loading for report in reports):
        app.processEvents()
        time.sleep(0.005)
    person = Person(window, folder, Random(seed))
    print("ready", flush=True)
    while True:
        person.act()
        app.processEvents()
        print(json.dumps(state_of(window.panel.workspace)), flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]))
