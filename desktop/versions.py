"""What this program is made of, for `--version`, the About window and a report of a fault."""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

from desktop import __version__
from desktop.resources import ROOT, resource

BUILD_FILE: Final = "build.json"
"""written beside the other resources when the executable is built"""
_UNKNOWN: Final = "不明"


@dataclass(frozen=True, slots=True)
class Versions:
    """The program's version and those of what it stands on.

    `commit` is the first twelve digits of the source's commit, with `+` where files were
    changed after it. `rules` tells packaged rule sets apart: it is made from their content.
    """

    program: str
    commit: str
    rules: str
    qt: str
    pdfium: str
    python: str

    def lines(self) -> Iterator[str]:
        """One line for each, for people."""
        yield f"gouji {self.program}（提交 {self.commit}）"
        yield f"规则集 {self.rules}"
        yield f"Qt {self.qt}"
        yield f"pdfium {self.pdfium}"
        yield f"Python {self.python}"


def versions() -> Versions:
    """The versions of the running program; from its build, where it is an executable."""
    built = ROOT / BUILD_FILE
    known: dict[str, str] = {}
    if built.is_file():
        known = json.loads(built.read_text("utf-8"))
    return Versions(
        program=__version__,
        commit=known.get("commit") or _commit(),
        rules=rule_set_version(),
        # Both without loading the library: the console has no use for a window.
        qt=known.get("qt") or _installed("PySide6_Essentials"),
        pdfium=known.get("pdfium") or _pdfium(),
        python=".".join(map(str, sys.version_info[:3])),
    )


def build_record() -> str:
    """What an executable cannot find out by itself, as the text of its `build.json`."""
    found = asdict(versions())
    return json.dumps({name: found[name] for name in ("commit", "qt", "pdfium")}, indent=1)


def rule_set_version() -> str:
    """Eight digits that change whenever a packaged rule does."""
    digest = hashlib.sha256()
    for path in sorted(resource("rules").glob("*.toml")):
        digest.update(f"{path.name}\n".encode())
        # Git on Windows may have changed the ends of lines.
        digest.update(path.read_text("utf-8").encode())
    return digest.hexdigest()[:8]


def _installed(distribution: str) -> str:
    # It loads the whole of e-mail: nothing for a start.
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(distribution)
    except PackageNotFoundError:
        return _UNKNOWN


def _pdfium() -> str:
    """The version that pypdfium2 was built with: it stands in a file beside the library."""
    from importlib.util import find_spec

    found = find_spec("pypdfium2_raw")
    if found is None or found.origin is None:
        return _UNKNOWN
    file = Path(found.origin).with_name("version.json")
    if not file.is_file():
        return _UNKNOWN
    parts = json.loads(file.read_text("utf-8"))
    return ".".join(str(parts[name]) for name in ("major", "minor", "build", "patch"))


def _commit() -> str:
    from subprocess import SubprocessError

    if not (ROOT.parent / ".git").exists():
        return _UNKNOWN
    try:
        return _git("rev-parse", "--short=12", "HEAD") + ("+" if _changed() else "")
    except (OSError, SubprocessError):
        return _UNKNOWN


def _changed() -> bool:
    return bool(_git("status", "--porcelain", "--untracked-files=no"))


def _git(*words: str) -> str:
    from subprocess import run

    done = run(
        ["git", "-C", str(ROOT.parent), *words],
        capture_output=True,
        check=True,
        text=True,
        timeout=10,
    )
    return done.stdout.strip()
