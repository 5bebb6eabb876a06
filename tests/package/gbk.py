"""A report as 公文 typesetting prints it: SimSun named and not embedded, codes of GBK-EUC-H.

No table of Unicode travels in such a file: whoever reads it needs the character map, and
whoever draws it a font of the machine's own.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase._cidfontdata import CIDFontInfo
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.pdfdoc import escapePDF  # type: ignore[attr-defined]

from tests.drawing.make_sample import CONTENT
from tests.drawing.report import draw_report
from tests.drawing.style import Style

# The name under which the drawing asks for its font that is not embedded.
_ASKED_FOR: Final = "STSong-Light"


class _GbkFont(UnicodeCIDFont):
    """SimSun, with text in the bytes of GBK."""

    def __init__(self) -> None:
        super().__init__(_ASKED_FOR)  # type: ignore[no-untyped-call]
        self.encodingName = "GBK-EUC-H"

    def formatForPdf(self, text: str) -> Any:
        return escapePDF(text.encode("gbk"))

    def addObjects(self, doc: Any) -> None:
        info = CIDFontInfo[_ASKED_FOR]
        name = info["BaseFont"]
        info["BaseFont"] = "/SimSun"
        try:
            super().addObjects(doc)  # type: ignore[no-untyped-call]
        finally:
            info["BaseFont"] = name


@contextmanager
def _in_place() -> Iterator[None]:
    before = dict(pdfmetrics._fonts)
    pdfmetrics.registerFont(_GbkFont())
    try:
        yield
    finally:
        pdfmetrics._fonts.clear()
        pdfmetrics._fonts.update(before)


def draw_gbk(path: Path) -> Path:
    """Draw the packaged sample's report in such a font."""
    with _in_place():
        draw_report(path, CONTENT, Style(embedded=False))
    data = path.read_bytes()
    assert b"GBK-EUC-H" in data
    assert b"/SimSun" in data
    assert b"FontFile" not in data
    return path
