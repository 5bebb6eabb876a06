"""Python run inside the executable, through the door of multiprocessing's helper processes."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from tests.running import ROOT, run

# PyInstaller's hook for multiprocessing runs what follows these words (it asks how they begin).
_DOOR: Final = ("-B", "-S", "-I", "-c")
_BEGINNING: Final = "from multiprocessing.forkserver import main; "


def command(executable: Path, code: str) -> list[str]:
    """The words that have the executable run some Python."""
    return [str(executable), *_DOOR, f"{_BEGINNING}\n{code}"]


def run_inside(
    executable: Path,
    code: str,
    environment: Mapping[str, str],
    around: Sequence[str | Path] = (),
    folder: Path = ROOT,
) -> subprocess.CompletedProcess[str]:
    """Run Python in the executable, to its end.

    Args:
        executable: the single file or the program of the folder.
        code: what to run there.
        environment: all of it.
        around: words before the command, such as those that mount something.
        folder: where to run it.
    """
    return run([*around, *command(executable, code)], environment, folder)
