"""Walks a set of reports with real keys, from opening to export: `FOLDER OUT`.

Runs on a screen with a window manager. Keys come from the X server, as a keyboard's do; after
each the walker looks for what must never be: see `look`.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from itertools import pairwise
from pathlib import Path
from unittest.mock import patch

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from desktop.gui import dialogs
from desktop.gui.application import create_app
from desktop.gui.findings.findings_model import ROW_ROLE, FindingRow
from desktop.gui.reports.report_delegate import REPORT_ROLE
from desktop.gui.window import ReviewWindow

PATIENCE = 30.0


class Keyboard(QObject):
    """Presses keys through the X server, and waits until the window has dealt with them."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._released = 0
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyRelease and watched.isWindowType():
            self._released += 1
        return False

    def press(self, *keys: str) -> None:
        """One key after another, such as `ctrl+Return`."""
        before = self._released
        subprocess.run(["xdotool", "key", "--clearmodifiers", "--delay", "2", *keys], check=True)
        self.wait(lambda: self._released >= before + len(keys))
        self.settle()

    def settle(self) -> None:
        """Let what was posted happen."""
        for _ in range(8):
            self._app.processEvents()

    def wait(self, condition: Callable[[], bool]) -> None:
        """Until something is so."""
        end = time.monotonic() + PATIENCE
        while not condition():
            assert time.monotonic() < end, condition
            self._app.processEvents()
            time.sleep(0.002)


class Walker:
    """Goes through all reports of a window, twice."""

    def __init__(self, app: QApplication, window: ReviewWindow, out: Path) -> None:
        self.window, self.workspace = window, window.panel.workspace
        self.keys = Keyboard(app)
        self.out = out
        self.log: dict[str, int] = {"findings": 0, "adopted": 0, "finished": 0, "exported": 0}

    def press(self, *keys: str) -> None:
        """Press keys, and look."""
        self.keys.press(*keys)
        self.look()

    def look(self) -> None:
        """What must never be."""
        panel = self.window.panel
        focused = self.window.focusWidget()
        assert focused is not panel.reports.search, "the search took the keyboard by itself"
        # The row that is lit is the finding that is taken apart.
        row = panel.findings.view.currentIndex().data(ROW_ROLE)
        position = row.position if isinstance(row, FindingRow) else None
        assert self.workspace.position == (-1 if position is None else position), position
        # Nothing can be decided on where nothing is selected.
        able = self.window.commands.report_wrong.isEnabled()
        assert not (able and self.workspace.position < 0)
        self._look_at_list()
        message = self.window.statusBar().currentMessage()
        if "核对完成" in message:
            name = message.partition("”")[0].lstrip("“")
            assert any(r.name == name and r.work_state.is_done for r in self.workspace.reports)

    def _look_at_list(self) -> None:
        """Rows do not overlap, and the one lit is the report shown."""
        view = self.window.panel.reports.view
        rows = [view.visualRect(view.model().index(n, 0)) for n in range(view.model().rowCount())]
        assert not any(one.intersects(other) for one, other in pairwise(rows))
        assert view.currentIndex().data(REPORT_ROLE) is self.workspace.current

    def walk(self) -> None:
        """From the first report to the last: each finding handled, each report finished."""
        first = self.window.panel.reports.view.model().index(0, 0).data(REPORT_ROLE)
        assert self.workspace.current is first, "the first report shown is the first row"
        for _ in range(len(self.workspace.reports)):
            current = self.workspace.current
            assert current is not None
            assert not current.work_state.is_done
            self._handle(current.path.name)
            self._finish()
        assert all(report.work_state.is_done for report in self.workspace.reports)

    def _handle(self, name: str) -> None:
        """Every open finding of the report shown."""
        for turn in range(60):
            current = self.workspace.current
            assert current is not None
            assert current.path.name == name
            if not any(current.index.open):
                return
            self.press("F8")
            if self.workspace.current is not current:
                # Only what is open elsewhere is left: back again.
                self.workspace.show(current)
                return
            self._decide(turn)

    def _decide(self, turn: int) -> None:
        commands, current = self.window.commands, self.workspace.current
        assert current is not None
        self.log["findings"] += 1
        if commands.take_repair.isEnabled():
            before = sum(current.index.resolved_at(n) is not None for n in range(200))
            self.press("ctrl+Return")
            after = sum(current.index.resolved_at(n) is not None for n in range(200))
            assert after > before, "what was adopted left no sign"
            self.log["adopted"] += 1
        elif turn % 3 == 0:
            self.window.panel.tables.current_view().setFocus()
            self.press("F7", "h", "e", "d", "u", "i", "Return")
            assert self.window.focusWidget() is self.window.panel.tables.current_view()
        elif turn % 3 == 1:
            self.press("ctrl+F7")
        else:
            self.press("ctrl+F7", "ctrl+z", "ctrl+y")

    def _finish(self) -> None:
        current = self.workspace.current
        assert current is not None
        left = [r for r in self.workspace.reports if r is not current and not r.work_state.is_done]
        self.press("F9")
        if self.window.banner.text:
            self.press("F9")
        assert current.work_state.is_done
        self.log["finished"] += 1
        if left:
            assert self.workspace.current in left, "finishing did not go on"

    def edit_again(self) -> None:
        """A second look: a number typed into each report opens it, and undo closes it again."""
        for report in self.workspace.reports:
            self.workspace.show(report)
            view = self.window.panel.tables.current_view()
            self.workspace.select_cell(view.source.names()[0])
            # From the list, as one does after choosing there.
            self.window.panel.reports.view.setFocus()
            self.press("7")
            viewport = view.viewport()
            self.keys.wait(partial(self._is_typed_into, viewport))
            self.press("Return")
            assert not report.work_state.is_done
            self.press("ctrl+z")
            assert report.work_state.is_done

    @staticmethod
    def _is_typed_into(viewport: QWidget) -> bool:
        return viewport.findChild(QLineEdit) is not None

    def all_read(self) -> bool:
        """Whether the reports are there, and none is still being read."""
        reports = self.workspace.reports
        return bool(reports) and not any(report.is_loading for report in reports)

    def export(self) -> None:
        """Each report to a workbook, and its review beside the PDF."""
        writer = self.window.panel.services.writer
        for report in self.workspace.reports:
            self.workspace.show(report)
            target = self.out / f"{report.path.stem}.xlsx"
            with patch.object(dialogs, "ask_file_name", return_value=target):
                self.press("F12")
            self.press("ctrl+s")
            self.keys.wait(lambda: not writer.is_busy)
            assert target.exists()
            self.log["exported"] += 1
        assert not self.workspace.reports.unsaved()


def main(folder: Path, out: Path) -> None:
    """Walk through twice: afresh, and taken up from the saved reviews."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    logs = []
    for number in range(2):
        _, window = create_app([str(folder)])
        window.resize(1366, 768)
        window.activateWindow()
        walker = Walker(app, window, out)
        walker.keys.wait(walker.all_read)
        walker.keys.settle()
        if number == 0:
            walker.walk()
        else:
            assert all(report.work_state.is_done for report in walker.workspace.reports)
        walker.edit_again()
        walker.export()
        assert window.close()
        logs.append(walker.log)
    print(json.dumps(logs))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
