"""`xvfb-run -a -s "-screen 0 3840x2160x24" python -m tests.gui.screens [FOLDER]`.

Takes every picture of the window anew, of the packaged sample: they are there to be looked at.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QLineEdit

from desktop.files.folders import settings_folder
from desktop.gui.application import start
from desktop.gui.settings import set_author
from desktop.gui.window import ReviewWindow
from desktop.report.values import Number
from desktop.resources import resource
from desktop.review.judgement import Verdict
from desktop.workspace import review_commands
from tests.builders import FORM_2021, right_values
from tests.drawing.report import Content, draw_report

FOLDER = Path(__file__).with_name("screens")
PATIENCE = 120.0
_OFFICES = ("林业局", "水利局", "财政局", "教育局", "民政局", "司法局", "统计局", "审计局")
_TOWNS = ("云山市", "青河市", "临泽市", "南屏市", "永和县")


@dataclass(frozen=True)
class Scene:
    """A picture: how large, in which colours and language, of which files, after what."""

    name: str
    width: int = 1366
    height: int = 768
    dark: bool = False
    language: str = "zh"
    many: bool = False
    empty: bool = False
    act: Callable[[ReviewWindow], None] = lambda _window: None


def _errors(window: ReviewWindow) -> None:
    entry = window.panel.workspace.current
    assert entry is not None
    positions = range(len(entry.index.findings))
    offered = (n for n in positions if entry.index.repair_of(n) is not None)
    window.panel.workspace.select_finding(next(offered, 0))


def _settled(window: ReviewWindow) -> None:
    _errors(window)
    set_author("周敏")
    review_commands.judge(window.panel.workspace, Verdict.ACCEPTED, "已向报告单位核实，数字属实")


def _typing(window: ReviewWindow) -> None:
    _errors(window)
    view = window.panel.tables.current_view()
    view.edit(view.currentIndex())
    editor = view.viewport().findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    editor.setText("5")


def _finding(window: ReviewWindow) -> None:
    window.commands.find.trigger()
    window.panel.pages.search.field.setText("申请")


SCENES = (
    Scene("first-start", empty=True),
    Scene("errors", act=_errors),
    Scene("errors-dark", dark=True, act=_errors),
    Scene("errors-english", language="en", act=_errors),
    Scene("errors-wide", 1920, 1080, act=_errors),
    Scene("settled", act=_settled),
    Scene("typing", act=_typing),
    Scene("search", 1920, 1080, act=_finding),
    Scene("forty", many=True, act=_errors),
)
DENSE = Scene("errors-dense", 1920, 1080, act=_errors)
"""at 200 %: 3840 by 2160 pixels"""


def forty(folder: Path) -> list[Path]:
    """Reports of forty offices, some with one wrong number."""
    paths = []
    for number in range(40):
        random = Random(number)
        values: dict[str, Number | str] = dict(right_values(random))
        for _ in range(random.choice((0, 0, 1, 2))):
            values[random.choice(list(values))] = random.randrange(100)
        path = folder / f"{number:02}.pdf"
        agency = _TOWNS[number // 8] + _OFFICES[number % 8]
        draw_report(path, Content(FORM_2021, values, agency=agency))
        paths.append(path)
    return paths


def take(scene: Scene, paths: list[Path], target: Path) -> None:
    """Take one picture."""
    (settings_folder() / "settings.ini").unlink(missing_ok=True)
    program = start([])
    app, window = program.app, program.window
    app.setPalette(_dark() if scene.dark else app.style().standardPalette())
    if scene.language != "zh":
        program.speak(scene.language)
        window = program.window
    window.resize(scene.width, scene.height)
    window.move(0, 0)
    window.open_paths([] if scene.empty else paths)
    entries = window.panel.workspace.reports
    if not scene.empty:
        _wait(lambda: bool(entries) and all(not e.is_loading for e in entries))
        window.panel.workspace.show(window.panel.workspace.reports.in_work_order()[0])
        _wait(window.panel.pages.view.is_drawn)
        scene.act(window)
        _wait(
            lambda: (
                window.panel.findings.detail.strip.is_drawn() and window.panel.pages.view.is_drawn()
            )
        )
    _pump(0.5)
    window.grab().save(str(target / f"{scene.name}.png"))
    # What is being typed is taken in here.
    program.speak("zh")
    for report in entries.unsaved():
        if report.review is not None:
            report.review.mark_saved(report.review.history)
    program.window.close()
    _pump(0.2)


def _dark() -> QPalette:
    palette = QPalette(QColor(45, 45, 48))
    role = QPalette.ColorRole
    for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive):
        palette.setColor(group, role.Base, QColor(30, 30, 32))
        for text in (role.Text, role.WindowText, role.ButtonText):
            palette.setColor(group, text, QColor(230, 230, 230))
    palette.setColor(role.PlaceholderText, QColor(160, 160, 160))
    return palette


def _wait(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not condition():
        if time.monotonic() > end:
            raise TimeoutError(condition)
        _pump(0.02)


def _pump(seconds: float) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        QApplication.processEvents()
        time.sleep(0.005)


def main(target: Path) -> None:
    """Take all pictures; the one at 200 % in a process of its own."""
    target.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        sample = folder / "sample-2024.pdf"
        shutil.copy(resource("sample", "sample-2024.pdf"), sample)
        if os.environ.get("QT_SCALE_FACTOR") == "2":
            take(DENSE, [sample], target)
            return
        (folder / "forty").mkdir()
        many = forty(folder / "forty")
        for scene in SCENES:
            take(scene, many if scene.many else [sample], target)
            print(scene.name)


if __name__ == "__main__":
    home = tempfile.mkdtemp()
    for variable in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"):
        os.environ[variable] = home
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER)
    if os.environ.get("QT_SCALE_FACTOR") != "2":
        os.environ["QT_SCALE_FACTOR"] = "2"
        os.execv(sys.executable, [sys.executable, "-m", "tests.gui.screens", *sys.argv[1:]])
