"""The PDF files among what a person named, in the order given."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path


def named_files(paths: Iterable[Path]) -> list[Path]:
    """The files named, and the PDFs in the folders named, each once, in the order given."""
    found: dict[Path, None] = {}
    for path in paths:
        if path.is_dir():
            found.update(dict.fromkeys(sorted(p for p in path.rglob("*") if is_report_file(p))))
        else:
            found[path] = None
    return list(found)


def is_report_file(path: Path) -> bool:
    """Whether a file in a folder may be a report: a PDF, and nobody's lock file."""
    # Office programs leave lock files beside open documents: ~$report.pdf, ._report.pdf.
    hidden = path.name.startswith((".", "~$"))
    return path.suffix.lower() == ".pdf" and not hidden and path.is_file()


def same_path(path: Path) -> Path:
    """One spelling for each file, so that a file named twice is known again."""
    # Path.resolve raises on a loop of links.
    return Path(os.path.realpath(path))
