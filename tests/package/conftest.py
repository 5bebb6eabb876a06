"""The executable under test, built once for all tests of this folder."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def executable(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The single file that GOUJI_EXECUTABLE names, or one built for these tests.

    The folder variant is beside it, as the build leaves it.
    """
    named = os.environ.get("GOUJI_EXECUTABLE")
    if named:
        return Path(named).resolve()
    folder = tmp_path_factory.mktemp("package")
    subprocess.run(
        [
            sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN",
            "--distpath", folder / "dist", "--workpath", folder / "build", "build.spec",
        ],
        cwd=ROOT,
        check=True,
        timeout=1200,
    )  # fmt: skip
    return next(path for path in (folder / "dist").glob("gouji*") if path.is_file())


@pytest.fixture
def minimal(tmp_path: Path) -> dict[str, str]:
    """The environment of a machine without Python."""
    kept = {name: os.environ[name] for name in ("SYSTEMROOT", "TEMP") if name in os.environ}
    return {**kept, "HOME": str(tmp_path), "PATH": os.defpath, "LANG": "C.UTF-8"}
