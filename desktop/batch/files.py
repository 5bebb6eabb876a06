"""The PDF files among what a person named, in the order given."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path


def named_files(paths: Iterable[Path]) -> list[Path]:
    """The files named, and the PDFs in the folders named, in the order given.

    Each is there once, as it was named first: a file read twice would be a second report.
    """
    found: dict[Path, Path] = {}
    for path in paths:
        for file in _files_of(path):
            found.setdefault(same_path(file), file)
    return list(found.values())


def _files_of(path: Path) -> Iterable[Path]:
    """The reports in a folder, by their paths; of anything else that itself, report or not."""
    return sorted(filter(is_report_file, path.rglob("*"))) if path.is_dir() else (path,)


def is_report_file(path: Path) -> bool:
    """Whether a file in a folder may be a report: a PDF, and nobody's lock file."""
    # Office programs leave lock files beside open documents: ~$report.pdf, ._report.pdf.
    hidden = path.name.startswith((".", "~$"))
    return path.suffix.lower() == ".pdf" and not hidden and path.is_file()


def same_path(path: Path) -> Path:
    """One spelling for each file, so that a file named twice is known again."""
    # Path.resolve raises on a loop of links.
    return Path(os.path.realpath(path))
