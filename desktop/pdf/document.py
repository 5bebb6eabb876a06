"""A file on disk to an open PDF document, or one clear sentence why not."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from desktop.errors import InputFileError, PasswordError

Handle = object
"""a pointer of pdfium's C interface; its binding has no type of its own for it"""

DAMAGED: Final = "文件已损坏或不完整，请重新获取该报告的 PDF。"
_WITH_PASSWORD: Final = "文件有打开密码，请输入密码，或去掉密码另存后再打开。"
_WRONG_PASSWORD: Final = "密码不对，文件打不开，请重新输入。"
_REASONS: Final = {
    pdfium_c.FPDF_ERR_FILE: "文件打不开，请检查它是否被移动，或重新获取该报告。",
    pdfium_c.FPDF_ERR_FORMAT: DAMAGED,
    pdfium_c.FPDF_ERR_SECURITY: "文件的加密方式不受支持，请另存为不加密的 PDF 再打开。",
}
_EMPTY: Final = "PDF 里没有页面，请重新获取该报告。"
# pdfium calls a document without pages damaged.
_NO_PAGE: Final = re.compile(rb"/Count\s+0\b")
_ANY_PAGE: Final = re.compile(rb"/Type\s*/Page\b")
# The header may follow some other bytes; Acrobat's own limit is the first kilobyte.
_HEADER_WITHIN: Final = 1024
_A4: Final = (595.0, 842.0)


def read_bytes(path: Path) -> bytes:
    """The bytes of a PDF file.

    Raises:
        InputFileError: no such file, not readable, empty, or not a PDF.
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise InputFileError("找不到这个文件，请检查它是否被移动或改名。", str(error)) from error
    except OSError as error:
        # To Windows a folder is a file without permission. Unlike Path's, this never raises.
        if os.path.isdir(path):  # noqa: PTH112
            raise InputFileError("这是文件夹，不是 PDF 文件。", str(error)) from error
        raise InputFileError("文件无法读取，请检查权限或存储设备。", str(error)) from error
    if not data:
        raise InputFileError("文件是空的（0 字节），请重新获取该报告的 PDF。")
    if b"%PDF-" not in data[:_HEADER_WITHIN]:
        raise InputFileError("不是 PDF 文件，请选择年度报告的 PDF 文件。")
    return data


@contextmanager
def open_document(data: bytes, password: str | None = None) -> Iterator[pdfium.PdfDocument]:
    """An open document over the bytes of a PDF; closed on leaving.

    Raises:
        PasswordError: it opens only with a password, or with another one.
        InputFileError: damaged, truncated, or without pages.
    """
    try:
        document = pdfium.PdfDocument(data, password)
    except pdfium.PdfiumError as error:
        if error.err_code == pdfium_c.FPDF_ERR_PASSWORD:
            raise PasswordError(_WITH_PASSWORD if password is None else _WRONG_PASSWORD) from error
        if _NO_PAGE.search(data) and not _ANY_PAGE.search(data):
            raise InputFileError(_EMPTY, str(error)) from error
        reason = _REASONS.get(error.err_code or 0, _REASONS[pdfium_c.FPDF_ERR_FORMAT])
        raise InputFileError(reason, str(error)) from error
    try:
        if len(document) == 0:
            raise InputFileError(_EMPTY)
        yield document
    finally:
        document.close()


def page_size(document: pdfium.PdfDocument, index: int) -> tuple[float, float]:
    """Points across and down; those of A4 for a page that is too damaged to tell."""
    try:
        width, height = document.get_page_size(index)
    except pdfium.PdfiumError:
        return _A4
    return (width, height) if width > 0 and height > 0 else _A4


def first_page_text(path: Path) -> str:
    """The text of the first page, in whatever order; empty where it cannot be had."""
    try:
        with open_document(read_bytes(path)) as document:
            return str(document[0].get_textpage().get_text_range())
    except (InputFileError, pdfium.PdfiumError, ValueError):
        return ""
