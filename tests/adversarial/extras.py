"""Optional layers, notes and form fields, put into a drawn file."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from tests.adversarial.draft import Box, Draft
from tests.adversarial.raw import RawPdf, stream
from tests.adversarial.runs import OFF_LAYER

_FONT: Final = b"<< /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>"
_SIZE: Final = 9


def switch_layer_off(path: Path) -> None:
    """Tell the file about the layer that is not shown."""
    pdf = RawPdf(path)
    layer = pdf.add(b"<< /Type /OCG /Name (draft) >>")
    properties = b"/OCProperties << /OCGs [%d 0 R] /D << /OFF [%d 0 R] /Order [%d 0 R] >> >>"
    pdf.insert(pdf.root(), properties % (layer, layer, layer))
    # What is on the layer may have become part of a form object.
    pdf.insert_in_resources(b"/Properties << /%s %d 0 R >>" % (OFF_LAYER.encode(), layer))
    pdf.save()


def put_notes(draft: Draft, path: Path, texts: dict[str, str]) -> None:
    """Lay notes with a ground and another text over cells."""
    pdf = RawPdf(path)
    _annotate(
        draft, pdf, texts, b"/Subtype /FreeText /Contents (%s) /DA (/Helv 9 Tf 0 g)", paper=True
    )
    pdf.save()


def put_fields(draft: Draft, path: Path, texts: dict[str, str]) -> None:
    """Put form fields with a value into cells."""
    pdf = RawPdf(path)
    entries = b"/Subtype /Widget /FT /Tx /T (f%s) /V (%s) /DA (/Helv 9 Tf 0 g)"
    numbers = _annotate(draft, pdf, texts, entries, paper=False)
    fields = b" ".join(b"%d 0 R" % number for number in numbers)
    pdf.insert(pdf.root(), b"/AcroForm << /Fields [%s] /DR %s >>" % (fields, _FONT))
    pdf.save()


def put_highlights(draft: Draft, path: Path, names: Iterable[str]) -> None:
    """Mark cells with a highlighter, as readers of a file do."""
    pdf = RawPdf(path)
    entries = b"/Subtype /Highlight /C [1 1 0] /QuadPoints [%q]"
    _annotate(draft, pdf, dict.fromkeys(names, ""), entries, paper=False)
    pdf.save()


def _annotate(
    draft: Draft, pdf: RawPdf, texts: dict[str, str], entries: bytes, *, paper: bool
) -> list[int]:
    """Put an annotation with an appearance over each of these cells; their numbers."""
    numbers: dict[int, list[int]] = {}
    for name, text in texts.items():
        page, box = draft.places[name]
        x0, y0, x1, y1 = _upwards(draft, box)
        rect = b"%.1f %.1f %.1f %.1f" % (x0, y0, x1, y1)
        corners = b"%.1f " * 8 % (x0, y1, x1, y1, x0, y0, x1, y0)
        appearance = pdf.add(_appearance(box, text, paper=paper) if text else _marker(box))
        words = entries.replace(b"%s", text.encode()).replace(b"%q", corners)
        body = b"<< /Type /Annot /F 4 /Rect [%s] %s /AP << /N %d 0 R >> >>"
        number = pdf.add(body % (rect, words, appearance))
        numbers.setdefault(page, []).append(number)
    pages = pdf.pages()
    for page, found in numbers.items():
        pdf.insert(pages[page], b"/Annots [%s]" % b" ".join(b"%d 0 R" % n for n in found))
    return [number for found in numbers.values() for number in found]


def _appearance(box: Box, text: str, *, paper: bool) -> bytes:
    width, height = box[2] - box[0] - 2, box[3] - box[1] - 2
    ground = b"1 1 1 rg 0 0 %.1f %.1f re f " % (width, height) if paper else b""
    place = (width - len(text) * 0.556 * _SIZE) / 2, (height - 0.7 * _SIZE) / 2
    words = b"0 g BT /F %d Tf %.1f %.1f Td (%s) Tj ET" % (_SIZE, *place, text.encode())
    entries = b"/Type /XObject /Subtype /Form /BBox [0 0 %.1f %.1f] /Resources %s"
    return stream(entries % (width, height, _FONT), ground + words)


def _marker(box: Box) -> bytes:
    """The yellow of a highlighter, through which black stays black."""
    size = box[2] - box[0] - 2, box[3] - box[1] - 2
    state = b"/Resources << /ExtGState << /G << /BM /Multiply >> >> >>"
    entries = b"/Type /XObject /Subtype /Form /BBox [0 0 %.1f %.1f] " % size
    group = b" /Group << /S /Transparency >>"
    return stream(entries + state + group, b"/G gs 1 1 0 rg 0 0 %.1f %.1f re f" % size)


def _upwards(draft: Draft, box: Box) -> Box:
    """The inside of a box, its y counted from the foot of the page."""
    height = draft.look["height"]
    return box[0] + 1, height - box[3] + 1, box[2] - 1, height - box[1] - 1
