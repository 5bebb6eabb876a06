"""The PDF files among what a person dropped or named."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path


def pdf_files(paths: Iterable[Path]) -> list[Path]:
    """The files named, and the PDFs in the folders named, each once, in that order."""
    found: dict[Path, None] = {}
    for path in paths:
        if path.is_dir():
            inside = sorted(p for p in path.rglob("*") if _is_pdf(p))
            found.update(dict.fromkeys(same_path(p) for p in inside))
        else:
            found[same_path(path)] = None
    return list(found)


def same_path(path: Path) -> Path:
    """One spelling for each file, so that a file named twice is known again."""
    return Path(os.path.realpath(path))  # noqa: PTH — Path.resolve raises on a loop of links


def _is_pdf(path: Path) -> bool:
    # Office programs leave lock files beside open documents: ~$report.pdf, ._report.pdf.
    hidden = path.name.startswith((".", "~$"))
    return path.suffix.lower() == ".pdf" and not hidden and path.is_file()
