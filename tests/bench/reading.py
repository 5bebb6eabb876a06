"""Reading side by side with other readers: `python -m tests.bench.reading [FILE ...]`.

Medians in milliseconds and ratios, all measured in this one run, the readers taking turns so
that a slow moment of the machine hits them alike. Times of different runs are not comparable.
"""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from statistics import median
from typing import Final

from desktop.reading.read import read_report
from desktop.resources import resource
from tests.packaged import check

_ROUNDS: Final = 9
_SHARED: Final = Path(__file__).resolve().parents[3] / "shared" / "samples"
_OURS: Final = "gouji: read and check"
_FLOOR: Final = "pdfium: text of all pages"

Reader = Callable[[Path], object]


def gouji(path: Path) -> object:
    return check(read_report(path.read_bytes()))


def pdfium_text(path: Path) -> object:
    import pypdfium2 as pdfium

    texts = []
    document = pdfium.PdfDocument(path.read_bytes())
    for page in document:
        textpage = page.get_textpage()
        texts.append(textpage.get_text_range())
        textpage.close()
        page.close()
    document.close()
    return texts


def plain_pdfplumber(path: Path) -> object:
    import logging

    import pdfplumber

    logging.getLogger("pdfminer").setLevel(logging.ERROR)  # it warns of each font
    with pdfplumber.open(path) as document:
        return [page.extract_tables() for page in document.pages]


def camelot_lattice(path: Path) -> object:
    camelot = import_module("camelot")
    return camelot.read_pdf(str(path), pages="all", flavor="lattice")


def pymupdf_tables(path: Path) -> object:
    pymupdf = import_module("pymupdf")
    with pymupdf.open(path) as document:
        return [table.extract() for page in document for table in page.find_tables().tables]


READERS: Final[dict[str, Reader]] = {
    _FLOOR: pdfium_text,
    _OURS: gouji,
    "pdfplumber: extract_tables": plain_pdfplumber,
    "PyMuPDF: find_tables": pymupdf_tables,
    "Camelot: lattice": camelot_lattice,
}


def measured(path: Path, rounds: int = _ROUNDS) -> dict[str, float]:
    """The median time of each reader on one file, in milliseconds.

    Readers that are not installed are left out.
    """
    readers = {name: reader for name, reader in READERS.items() if _works(reader, path)}
    times: dict[str, list[float]] = {name: [] for name in readers}
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)  # as the worker processes do
    for _ in range(rounds):
        for name, reader in readers.items():
            started = time.perf_counter()
            reader(path)
            times[name].append(1000 * (time.perf_counter() - started))
    return {name: median(values) for name, values in times.items()}


def _works(reader: Reader, path: Path) -> bool:
    try:
        reader(path)
    except ImportError as error:
        print(f"left out: {error}", file=sys.stderr)
        return False
    return True


def main(words: Sequence[str]) -> None:
    files = [Path(word) for word in words] or [
        path
        for path in (
            _SHARED / "hongze-2024.pdf",
            _SHARED / "jiaozuo-2024.pdf",
            resource("sample", "sample-2024.pdf"),
        )
        if path.exists()
    ]
    for path in files:
        figures = measured(path)
        print(f"{path.name}")
        for name, figure in figures.items():
            print(
                f"  {name:28} {figure:9.1f} ms"
                f"  {figure / figures[_FLOOR]:7.2f} × the floor"
                f"  {figure / figures[_OURS]:7.2f} × gouji"
            )


if __name__ == "__main__":
    main(sys.argv[1:])
