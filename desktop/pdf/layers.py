"""Layers of a document (optional content), which a viewer shows or not."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from ctypes import byref, c_ulong, create_string_buffer
from typing import Final

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from desktop.pdf.calls import Pointer, unchecked

_KEY: Final = b"/OCProperties"
_STREAM: Final = re.compile(rb"/ObjStm\b.{0,400}?\bstream\r?\n", re.DOTALL)
_ON_LAYER: Final = "OC\0".encode("utf-16-le")

_count_of = unchecked(pdfium_c.FPDFPageObj_CountMarks)
_mark_at = unchecked(pdfium_c.FPDFPageObj_GetMark, Pointer)
_get_name = unchecked(pdfium_c.FPDFPageObjMark_GetName)


def has_layers(document: pdfium.PdfDocument) -> bool:
    """Whether a document has layers; true where that cannot be seen."""
    data = document._input
    if not isinstance(data, bytes):
        return True
    return _KEY in data or any(stream is None or _KEY in stream for stream in _streams(data))


def _streams(data: bytes) -> Iterator[bytes | None]:
    """The streams of objects in a PDF, None where one cannot be read."""
    for match in _STREAM.finditer(data):
        end = data.find(b"endstream", match.end())
        try:
            yield zlib.decompressobj().decompress(data[match.end() : end])
        except zlib.error:
            yield None


def on_layer(item: Pointer) -> bool:
    """Whether a page object is marked as being on a layer."""
    name, length = create_string_buffer(len(_ON_LAYER) + 2), c_ulong()
    for index in range(_count_of(item)):
        _get_name(_mark_at(item, index), name, c_ulong(len(name)), byref(length))
        if name.raw[: length.value] == _ON_LAYER:
            return True
    return False
