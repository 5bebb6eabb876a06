"""What an executable holds, held against the budget in budget.toml.

python -m distribution.contents FILE    lists the parts with their sizes
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections import defaultdict
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Final
from zipfile import ZipFile

from desktop.files.packed_libraries import PREFIX

BUDGET: Final = Path(__file__).with_name("budget.toml")


@dataclass
class Part:
    """A part of the executable: which files, how large at most (megabytes), and why."""

    pattern: str
    megabytes: float
    why: str
    files: dict[str, int] = field(default_factory=dict)
    """the files found, with their bytes unpacked"""

    @property
    def size(self) -> float:
        """Megabytes unpacked."""
        return sum(self.files.values()) / 1e6


def contents(executable: Path) -> dict[str, int]:
    """The files inside a single-file executable, with their bytes unpacked.

    Those of the libraries that the start leaves packed are named below `libraries/`.
    """
    from PyInstaller.archive.readers import CArchiveReader

    archive = CArchiveReader(str(executable))
    # An entry: place, length, length unpacked, compressed or not, kind.
    found = {name: entry[2] for name, entry in archive.toc.items()}
    for name in [name for name in found if name.startswith(PREFIX)]:
        del found[name]
        with ZipFile(BytesIO(archive.extract(name))) as packed:
            inside = {f"libraries/{one.filename}": one.file_size for one in packed.infolist()}
        found.update(inside)
    return found


def parts(files: dict[str, int]) -> tuple[list[Part], dict[str, int]]:
    """The budget's parts with the files that belong to them, and the files of no part."""
    found = [Part(**entry) for entry in tomllib.loads(BUDGET.read_text("utf-8"))["part"]]
    homeless: dict[str, int] = {}
    for name, size in files.items():
        home = next((part for part in found if re.search(part.pattern, name)), None)
        (homeless if home is None else home.files)[name] = size
    return found, homeless


def listing(executable: Path) -> str:
    """A table of the parts for people, the largest first, and below it what has no part."""
    found, homeless = parts(contents(executable))
    lines = [f"{executable.name}: {executable.stat().st_size / 1e6:.1f} MB", ""]
    for part in sorted(found, key=lambda part: -part.size):
        lines.append(f"{part.size:6.2f} of {part.megabytes:5.1f} MB  {part.why}")
        by_top: dict[str, int] = defaultdict(int)
        for name, size in part.files.items():
            by_top[name.rpartition("/")[2] if size > 1e6 else "…"] += size
        lines += [f"{'':19}{size / 1e6:6.2f}  {name}" for name, size in by_top.items()]
    lines += [f"no part: {name} ({size} bytes)" for name, size in homeless.items()]
    return "\n".join(lines)


if __name__ == "__main__":
    sys.stdout.write(listing(Path(sys.argv[1])) + "\n")
