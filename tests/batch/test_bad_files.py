"""Files that are no report: one clear sentence each."""

from pathlib import Path

import pypdfium2 as pdfium
import pytest

from desktop.batch.outcome import Status
from desktop.resources import resource
from tests.packaged import read_outcome

_HEAD = b"%PDF-1.4\n"


@pytest.mark.parametrize(
    ("content", "part"),
    [
        (b"", "0 字节"),
        (b"PK\x03\x04 a Word document", "不是 PDF"),
        (_HEAD, "已损坏"),
        (_HEAD + b"\x00" * 5000, "已损坏"),
    ],
)
def test_one_sentence(tmp_path: Path, content: bytes, part: str) -> None:
    path = tmp_path / "x.pdf"
    path.write_bytes(content)
    outcome = read_outcome(path)
    assert outcome.status is Status.UNREADABLE
    assert part in (outcome.reason or "")
    assert (outcome.reason or "").endswith("。")


def test_no_pages(tmp_path: Path) -> None:
    document = pdfium.PdfDocument.new()
    document.save(tmp_path / "x.pdf")
    document.close()
    assert "没有页面" in (read_outcome(tmp_path / "x.pdf").reason or "")


def test_no_such_file_and_a_folder(tmp_path: Path) -> None:
    assert "找不到" in (read_outcome(tmp_path / "none.pdf").reason or "")
    assert "文件夹" in (read_outcome(tmp_path).reason or "")


def test_a_name_that_no_file_can_have(tmp_path: Path) -> None:
    path = tmp_path / ("长" * 300 + ".pdf")
    assert "请检查" in (read_outcome(path).reason or "")
    # Nor does such a report of the year before cost this year's check.
    assert read_outcome(resource("sample", "sample-2024.pdf"), previous=path).report is not None
