"""Programs run to their end, as a user runs them on a console."""

from __future__ import annotations

import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def tool(name: str) -> str:
    """The command of this name that a package installed beside Python."""
    # Not always next to the interpreter: Windows has it in a folder of its own.
    found = shutil.which(name, path=sysconfig.get_path("scripts"))
    assert found is not None, f"{name} is not installed"
    return found


def run(
    words: Sequence[str | Path], environment: Mapping[str, str] | None = None, folder: Path = ROOT
) -> subprocess.CompletedProcess[str]:
    """Run a command, in this process's environment unless another is given."""
    return subprocess.run(
        list(map(str, words)),
        cwd=folder,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )


def run_desktop(*words: str | Path) -> subprocess.CompletedProcess[str]:
    """Run this program from its source."""
    return run([sys.executable, "-m", "desktop", *words])
