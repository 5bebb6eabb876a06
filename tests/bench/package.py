"""The executable against a bare build: size, and time until the window answers.

    python -m tests.bench.package [--executable FILE] [--before FILE] [ROUNDS]

The bare build is what PyInstaller makes, unasked, of an empty window whose program imports
PySide6, pandas and pdfplumber at its start. Both are built and timed in the same run, turn
and turn about, so that the machine's mood is the same for both.

From source each is timed in two states. *Source*: no module is compiled, as the bar's own
figures were taken, of which an empty Qt window alone is a fifth. *Compiled*: what people meet,
since pip and `make` compile what they install. There the bare program is so much quicker that
an empty Qt window alone takes about as much as the bar allows, so that no program of Qt for
Python can keep it; what is more than the empty window is ours.

An executable of an earlier commit can be timed beside ours, and how long the first use of pandas
takes, which unpacks it, and a later one, is told too.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from typing import Final

from tests.bench.window import seconds_to_window
from tests.package.inside import run_inside
from tests.package.screen import virtual_screen

ROOT: Final = Path(__file__).resolve().parents[2]
BARS: Final = {"frozen": 0.40, "source": 0.30}
"""the most that our time may be of the bare build's"""
BEFORE: Final = 1.10
"""the most that our start may take of an earlier executable's"""
LARGEST: Final = 65.0
"""megabytes"""

EMPTY: Final = """
import sys
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication(sys.argv)
window = QMainWindow()
window.resize(1000, 700)
window.show()
sys.exit(app.exec())
"""
MINIMAL: Final = f"import pandas\nimport pdfplumber\n{EMPTY}"
USING_PANDAS: Final = """
from time import perf_counter
from desktop.files.libraries import load_pandas
before = perf_counter()
load_pandas()
print(perf_counter() - before)
"""

Command = list[str | Path]


def built(folder: Path, *words: str | Path) -> None:
    """Run PyInstaller; what it makes comes to `folder/dist`."""
    subprocess.run(
        [
            sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR",
            "--distpath", folder / "dist", "--workpath", folder / "build", *words,
        ],
        cwd=ROOT,
        check=True,
        stdout=subprocess.DEVNULL,
    )  # fmt: skip


def minimal_build(folder: Path) -> tuple[Path, Path]:
    """The script of the bare program, and the single file made of it."""
    script = written(folder / "bare.py", MINIMAL)
    built(folder, "--onefile", "--specpath", folder, script)
    return script, folder / "dist" / "bare"


def written(script: Path, text: str) -> Path:
    """A script with this text."""
    script.write_text(text, "utf-8")
    return script


def from_source(minimal: Path, empty: Path) -> dict[str, Command]:
    """What is started from source: without any compiled module, not even Python's; with them."""
    ours: Command = [sys.executable, "-m", "desktop"]
    return {
        "bare source": [sys.executable, minimal],
        "ours source": ours,
        "bare compiled": [sys.executable, minimal],
        "ours compiled": ours,
        "empty compiled": [sys.executable, empty],
    }


def timed(commands: dict[str, Command], rounds: int, home: Path) -> dict[str, list[float]]:
    """The seconds that each command takes to its window, by turns; the first turn warms up."""
    environment = {"HOME": str(home), "XDG_CONFIG_HOME": str(home)}
    # Compiled modules are looked for there alone, and none is written.
    uncompiled = {"PYTHONPYCACHEPREFIX": str(home / "nothing"), "PYTHONDONTWRITEBYTECODE": "1"}
    seconds: dict[str, list[float]] = {name: [] for name in commands}
    with virtual_screen() as display:
        for turn in range(rounds + 1):
            for name, command in commands.items():
                more = uncompiled if name.endswith(" source") else {}
                taken = seconds_to_window(command, display, environment | more)
                if turn:
                    seconds[name].append(taken)
    return seconds


def uses_of_pandas(executable: Path, rounds: int) -> dict[str, list[float]]:
    """The seconds that the first use of pandas and the one after it take, without the start."""
    seconds: dict[str, list[float]] = {"pandas, first use": [], "pandas, later": []}
    for _ in range(rounds):
        with tempfile.TemporaryDirectory() as home:
            for taken in seconds.values():
                done = run_inside(executable, USING_PANDAS, {"HOME": home})
                taken.append(float(done.stdout))
    return seconds


def main(words: list[str]) -> int:
    """Build, time, print; 1 where a bar is missed."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--executable", type=Path, help="ours, if it is built already")
    parser.add_argument("--before", type=Path, help="an executable of an earlier commit")
    parser.add_argument("rounds", nargs="?", type=int, default=7)
    options = parser.parse_args(words)
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        script, minimal = minimal_build(folder)
        if options.executable is None:
            built(folder, "build.spec")
        ours: Path = (options.executable or folder / "dist" / "gouji").resolve()
        ours_folder = ours.parent / "gouji-folder" / ours.name
        commands: dict[str, Command] = {
            "bare frozen": [minimal],
            "ours frozen": [ours],
            **from_source(script, written(folder / "empty.py", EMPTY)),
        }
        if ours_folder.exists():
            commands["ours folder"] = [ours_folder]
        if options.before is not None:
            commands["before frozen"] = [options.before.resolve()]
        seconds = timed(commands, options.rounds, folder)
        return report(seconds | uses_of_pandas(ours, options.rounds), minimal, ours)


def report(seconds: dict[str, list[float]], minimal: Path, ours: Path) -> int:
    """Print the figures beside their bars."""
    middle = {name: median(values) for name, values in seconds.items()}
    for name, values in seconds.items():
        print(f"{name}: {middle[name]:.2f} s  ({min(values):.2f} to {max(values):.2f})")
    sizes = {path.name: path.stat().st_size / 1e6 for path in (minimal, ours)}
    print(*(f"{name}: {size:.1f} MB" for name, size in sizes.items()), sep="\n")
    ratios = {kind: middle[f"ours {kind}"] / middle[f"bare {kind}"] for kind in BARS}
    for kind, ratio in ratios.items():
        print(f"{kind}: {ratio:.0%} of the bare build's time, at most {BARS[kind]:.0%}")
    later, least = (
        middle[f"{name} compiled"] / middle["bare compiled"] for name in ("ours", "empty")
    )
    print(f"compiled: {later:.0%} of the bare program's time, an empty Qt window {least:.0%}")
    kept = all(ratios[kind] <= bar for kind, bar in BARS.items())
    if "before frozen" in middle:
        ratio = middle["ours frozen"] / middle["before frozen"]
        print(f"frozen: {ratio:.0%} of the earlier executable's time, at most {BEFORE:.0%}")
        kept = kept and ratio <= BEFORE
    return 0 if kept and sizes[ours.name] <= LARGEST else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
