"""The PDF files among what a person named, in the order given, and what else may be a report."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

_DOCUMENTS: Final = frozenset((".docx", ".doc", ".wps", ".ofd"))
"""in which offices also hand in reports"""
_BY_NAME: Final = frozenset(".html .htm .mhtml .png .jpg .jpeg .tif .tiff .zip".split())  # noqa: SIM905
"""which are reports where their names say so: others belong to a saved page, or to nobody"""
_SAYS_REPORT: Final = re.compile(r"报告|年报|信息公开|20\d\d")


def named_files(paths: Iterable[Path]) -> list[Path]:
    """The files named, and the PDFs in the folders named, in the order given.

    Each is there once, as it was named first: a file read twice would be a second report.
    """
    found: dict[Path, Path] = {}
    for path in paths:
        for file in _files_of(path):
            found.setdefault(same_path(file), file)
    return list(found.values())


def other_documents(paths: Iterable[Path]) -> list[Path]:
    """The files in the folders named that may be reports, but are no PDFs, in the order given.

    One beside a PDF of the same name is the same report in another form, and left out, as is
    one that was named itself.
    """
    paths = tuple(paths)
    named = {same_path(path) for path in paths}
    found: dict[Path, Path] = {}
    for folder in filter(Path.is_dir, paths):
        files = sorted(_files_below(folder))
        reports = {_without_ending(file) for file in files if is_report_file(file)}
        for file in files:
            if _is_other_document(file) and _without_ending(file) not in reports:
                found.setdefault(same_path(file), file)
    return [file for real, file in found.items() if real not in named]


def is_report_file(path: Path) -> bool:
    """Whether a file in a folder may be a report: a PDF, and nobody's lock file.

    A link that leads nowhere is one too: somebody meant a report to be there.
    """
    return path.suffix.lower() == ".pdf" and _is_document(path)


def same_path(path: Path) -> Path:
    """One spelling for each file, so that a file named twice is known again."""
    # Path.resolve raises on a loop of links.
    return Path(os.path.realpath(path))


def _files_of(path: Path) -> Iterable[Path]:
    """The reports in a folder, by their paths; of anything else that itself, report or not."""
    return sorted(filter(is_report_file, _files_below(path))) if path.is_dir() else (path,)


def _files_below(top: Path) -> Iterator[Path]:
    """All that is no folder in a folder, in those below it, and in those that are linked there.

    Each folder is searched once, by the path without a link if it has one. A link back to a
    folder that the first one is in adds nothing that was meant.
    """
    above = same_path(top).parents
    seen: set[Path] = set()
    waiting = [top]
    for start in waiting:
        for name, folders, files in os.walk(start):
            folder = Path(name)
            real = same_path(folder)
            if real in seen or real in above:
                folders.clear()
                continue
            seen.add(real)
            waiting += sorted(path for path in map(folder.joinpath, folders) if path.is_symlink())
            yield from map(folder.joinpath, files)


def _is_other_document(path: Path) -> bool:
    ending = path.suffix.lower()
    named = ending in _BY_NAME and _SAYS_REPORT.search(path.stem) is not None
    return (ending in _DOCUMENTS or named) and _is_document(path)


def _is_document(path: Path) -> bool:
    """Whether it is no hidden or lock file, and no device; what cannot be asked is a file."""
    # Office programs leave lock files beside open documents: ~$report.pdf, ._report.pdf.
    if path.name.startswith((".", "~$")):
        return False
    try:
        return stat.S_ISREG(path.stat().st_mode)
    except OSError:
        return True


def _without_ending(path: Path) -> Path:
    return path.with_suffix("")
