"""Roster files that cannot be used: one sentence, never another exception."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from random import Random

import openpyxl
import pytest

from desktop.errors import ExitCode
from desktop.sets import roster_file, roster_text, roster_workbook
from desktop.sets.roster import Roster
from desktop.sets.roster_file import RosterError, read_roster, write_roster
from desktop.sets.unit import MonthDay, Unit

ROSTER = Roster(
    (
        Unit("清源县人民政府", ("县政府",), None, MonthDay(3, 31), False),
        *(Unit(f"清源县{name}局", (), "清源县人民政府") for name in ("教育", "财政", "司法")),
    )
)
ODD = (
    *(b"", b"0", b"-1", b"99999999999", b"1e999", b"NaN", b"<", b"&x;", b'"', b"\xff", b"\x00"),
    *(b"</row>", b"<row r='x'/>", b's="9999"', b't="s"', b'r="ZZZ1"', b"A1:XFD1048576"),
)


def refused(path: Path) -> str:
    """The sentence with which a file is refused."""
    with pytest.raises(RosterError) as caught:
        read_roster(path)
    message = caught.value.message
    assert caught.value.exit_code is ExitCode.USAGE
    assert message.endswith("。")
    assert message.count("。") == 1
    return message


@pytest.mark.parametrize(
    ("name", "data", "part"),
    [
        ("a.csv", b"", "是空的"),
        ("a.xlsx", b"", "是空的"),
        ("a.csv", b"\xef\xbb\xbf\r\n", "是空的"),
        ("a.csv", "名称一,名称二\n甲局,乙局\n".encode(), "没有“单位”一栏"),
        ("a.csv", "单位,上级单位\r\n".encode(), "没有单位"),
        ("a.csv", "单位\n合计\n".encode(), "没有单位"),
        ("a.csv", "单位\n#REF!\n".encode(), "第 2 行"),
        ("a.csv", b"\xff\xfe\x00\xd8\x00\xd8", "编码"),
        ("a.csv", "单位\n教育局".encode("utf-8-sig") + b"\x80", "编码"),
        ("a.csv", "單位\n教育局".encode("big5"), "单位"),
        ("a.csv", "单位\n".encode() + b"x" * 200_000, "文本表格"),
        ("a.xlsx", "单位\n教育局".encode(), "不是 .xlsx"),
        ("a.xlsx", b"PK\x03\x04" + b"\x00" * 40, "已损坏"),
        ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "另存为 .xlsx"),
        ("a.et", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "另存为 .xlsx"),
    ],
)
def test_a_file_that_is_no_roster(tmp_path: Path, name: str, data: bytes, part: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    assert part in refused(path)


def test_a_folder_and_a_missing_file(tmp_path: Path) -> None:
    assert "文件夹" in refused(tmp_path)
    assert "找不到" in refused(tmp_path / "无.csv")
    assert "打不开" in refused(tmp_path / "a\0.csv")


def test_a_workbook_of_another_kind(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    assert "已损坏" in refused(path)
    book = openpyxl.Workbook()
    book.save(path)
    assert "没有“单位”一栏" in refused(path)


def test_a_workbook_with_a_head_line_alone(tmp_path: Path) -> None:
    write_roster(Roster(()), tmp_path / "a.xlsx")
    assert "没有单位" in refused(tmp_path / "a.xlsx")


def test_far_too_large_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (roster_file, roster_text, roster_workbook):
        monkeypatch.setattr(module, "MOST_LINES", 3)
    for name in ("a.csv", "a.xlsx"):
        write_roster(ROSTER, tmp_path / name)
        assert "行" in refused(tmp_path / name)
    monkeypatch.setattr(roster_file, "MOST_BYTES", 100)
    assert "太大" in refused(tmp_path / "a.xlsx")


def test_a_workbook_that_unpacks_to_far_too_much(tmp_path: Path) -> None:
    write_roster(ROSTER, tmp_path / "a.xlsx")
    with zipfile.ZipFile(tmp_path / "a.xlsx", "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/more.xml", b" " * (129 * 1024 * 1024))
    assert "太大" in refused(tmp_path / "a.xlsx")


def test_a_million_empty_rows_are_no_lines(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    write_roster(ROSTER, path)
    empty = b"".join(b'<row r="%d"><c r="A%d" s="1"/></row>' % (n, n) for n in range(9, 150_000))
    path.write_bytes(with_part(path.read_bytes(), lambda part: sheet_with(part, empty)))
    assert read_roster(path).units == ROSTER.units


def sheet_with(part: bytes, rows: bytes) -> bytes:
    return part.replace(b"</sheetData>", rows + b"</sheetData>")


def with_part(data: bytes, change: object, name: str = "xl/worksheets/sheet1.xml") -> bytes:
    """The workbook with one of its parts changed, and its checksums right."""
    assert callable(change)
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as source,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive,
    ):
        for item in source.namelist():
            part = source.read(item)
            archive.writestr(item, change(part) if item == name else part)
    return target.getvalue()


def damaged(data: bytes, random: Random) -> bytes:
    """The same with bytes gone, turned or put in."""
    for _ in range(random.choice((1, 1, 2, 5, 20))):
        at = random.randrange(len(data) + 1)
        end = at + random.choice((0, 1, 1, 3, 40, 400))
        odd = random.choice((*ODD, bytes([random.randrange(256)])))
        data = data[:at] + odd + data[end:]
    return data[: random.randrange(len(data) + 1)] if random.random() < 0.1 else data


@pytest.mark.parametrize("seed", range(6))
def test_damaged_files_are_read_or_refused(tmp_path: Path, seed: int) -> None:
    random = Random(seed)
    files = {}
    for name in ("a.csv", "a.xlsx"):
        write_roster(ROSTER, tmp_path / name)
        files[name] = (tmp_path / name).read_bytes()
    parts = zipfile.ZipFile(io.BytesIO(files["a.xlsx"])).namelist()
    outcomes = set()
    for number in range(150):
        name = ("a.csv", "a.xlsx")[number % 3 > 0]
        if number % 3 == 1:
            part = random.choice([part for part in parts if "theme" not in part])
            data = with_part(files[name], lambda old: damaged(old, random), part)
        else:
            data = damaged(files[name], random)
        (tmp_path / name).write_bytes(data)
        try:
            read_roster(tmp_path / name)
        except RosterError as error:
            outcomes.add(error.message[-1])
        else:
            outcomes.add("read")
    assert outcomes == {"read", "。"}


@pytest.mark.parametrize("name", ["a.xls", "a.txt", "a"])
def test_a_roster_is_written_as_csv_or_xlsx_only(tmp_path: Path, name: str) -> None:
    with pytest.raises(RosterError):
        write_roster(ROSTER, tmp_path / name)
    assert list(tmp_path.iterdir()) == []
