"""A window over a pool that answers what the test says."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from pathlib import Path
from random import Random
from typing import Any, cast

import pytest
from pytestqt.qtbot import QtBot
from reportlab.pdfgen import canvas as reportlab_canvas

from desktop.batch.outcome import Outcome
from desktop.gui import dialogs
from desktop.gui.application import create_app
from desktop.gui.dialogs import Unsaved
from desktop.gui.window import ReviewWindow
from desktop.report.model import Report
from desktop.report.values import Number
from tests.builders import report_of, right_values
from tests.packaged import check

PAGE_SIZE = (595.0, 842.0)


class Answers:
    """Stands in for the worker processes: answers at once, or when released."""

    def __init__(self) -> None:
        self.outcomes: dict[Path, Outcome] = {}
        self.held: dict[Path, Future[Outcome]] = {}
        self.hold: set[Path] = set()
        self.submitted: list[Path] = []
        self.closed = False
        self.is_warm = False

    def warm_up(self) -> None:
        self.is_warm = True

    def submit(self, path: Path, **options: str) -> Future[Outcome]:
        future: Future[Outcome] = Future()
        self.submitted.append(path)
        if path in self.hold:
            self.held[path] = future
        else:
            future.set_result(self.outcomes[path])
        return future

    def release(self, path: Path) -> None:
        self.held[path].set_result(self.outcomes[path])

    def close(self) -> None:
        self.closed = True


class WindowDriver:
    """Makes files and the window that shows them."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.qtbot = qtbot
        self.folder = folder
        self.answers = Answers()

    def readable(self, report: Report, name: str = "report.pdf") -> Path:
        """A PDF with a report's numbers where its cells' boxes are."""
        path = self.folder / name
        draw(report, path)
        sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
        self.answers.outcomes[path] = Outcome(path, sha256, report, check(report))
        return path

    def unreadable(self, reason: str, name: str = "bad.pdf") -> Path:
        path = self.folder / name
        path.write_bytes(b"nothing")
        self.answers.outcomes[path] = Outcome(path, None, reason=reason)
        return path

    def window(self, *paths: Path) -> ReviewWindow:
        """A window that has opened these files, and read those that are not held back."""
        _, window = create_app([str(path) for path in paths], lambda: self.answers)
        self.qtbot.addWidget(window)
        # The platform's own screen is so small that the window fills it at first.
        window.showNormal()
        window.resize(1366, 768)
        self.wait_read(window, paths)
        return window

    def wait_read(self, window: ReviewWindow, paths: Sequence[Path]) -> None:
        def done() -> bool:
            entries = {entry.path: entry for entry in window.panel.workspace.reports}
            return all(
                path in self.answers.hold
                or (path in entries and (entries[path].review or entries[path].reason))
                for path in paths
            )

        self.qtbot.waitUntil(done, timeout=5000)


def draw(report: Report, path: Path) -> None:
    canvas: Any = cast("Any", reportlab_canvas).Canvas(str(path), pagesize=PAGE_SIZE)
    for page in range(1, report.pages + 1):
        canvas.setFont("Helvetica", 7)
        for cell in report.cells.values():
            if cell.source is not None and cell.source.page == page:
                box = cell.source.box
                canvas.drawString(box.x0, PAGE_SIZE[1] - box.bottom + 1, cell.text)
        canvas.showPage()
    canvas.save()


@pytest.fixture(autouse=True)
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What dialogs would have said; none may wait for an answer."""
    said: list[str] = []
    monkeypatch.setattr(
        dialogs, "show_error", lambda _parent, message, _detail="": said.append(message)
    )
    monkeypatch.setattr(dialogs, "ask_unsaved", lambda _parent, _count: Unsaved.DISCARD)
    return said


@pytest.fixture
def driver(qtbot: QtBot, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[WindowDriver]:
    yield WindowDriver(qtbot, tmp_path)
    pause = float(request.config.getoption("--pause"))
    if pause:
        qtbot.wait(round(pause * 1000))


@pytest.fixture
def right_report() -> Report:
    """A report in which every equation holds."""
    return report_of(right_values(Random(1)))


@pytest.fixture
def wrong_report() -> Callable[..., Report]:
    """A right report with some cells changed."""

    def make(**changes: Number | str) -> Report:
        values: dict[str, Number | str] = dict(right_values(Random(1)))
        values.update({name.replace("__", "."): value for name, value in changes.items()})
        return report_of(values)

    return make
