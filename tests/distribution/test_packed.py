"""The archive of libraries: these whole, nothing else, and the same each time."""

from __future__ import annotations

import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from distribution.bundled import Entry
from distribution.packed import archive, parted

MODULES: list[Entry] = [
    ("desktop.files.libraries", "", "PYMODULE"),
    ("pandas", "", "PYMODULE"),
    ("pandas.core.frame", "", "PYMODULE"),
    ("pandas_like", "", "PYMODULE"),
    ("zoneinfo", "", "PYMODULE"),
]


def names(entries: list[Entry]) -> list[str]:
    return [name for name, _, _ in entries]


def test_modules_go_by_the_library_that_they_belong_to() -> None:
    at_start, packed = parted(MODULES)
    assert names(at_start) == ["desktop.files.libraries", "pandas_like", "zoneinfo"]
    assert names(packed) == ["pandas", "pandas.core.frame"]


def test_files_go_by_their_folder_and_links_by_what_they_point_to() -> None:
    at_start, packed = parted(
        [
            ("numpy.libs/libopenblas.so", "", "BINARY"),
            ("libopenblas.so", "numpy.libs/libopenblas.so", "SYMLINK"),
            ("libQt6Core.so.6", "PySide6/Qt/lib/libQt6Core.so.6", "SYMLINK"),
            ("numpy\\_core\\_multiarray_umath.pyd", "", "EXTENSION"),
            ("python3.11/lib-dynload/cmath.so", "", "EXTENSION"),
            ("licenses/numpy/licenses/LICENSE.txt", "", "DATA"),
            ("licenses/openpyxl/LICENCE.rst", "", "DATA"),
        ]
    )
    assert names(at_start) == [
        "libQt6Core.so.6", "python3.11/lib-dynload/cmath.so", "licenses/openpyxl/LICENCE.rst",
    ]  # fmt: skip
    assert len(packed) == 4


@pytest.fixture
def modules(tmp_path: Path) -> list[Entry]:
    """A package with a module, as PyInstaller names them, and a package that is a bare folder."""
    for name, text in (("__init__.py", "from numbers_of.core import SUM"), ("core.py", "SUM = 42")):
        (tmp_path / name).write_text(text)
    return [
        ("numbers_of", str(tmp_path / "__init__.py"), "PYMODULE"),
        ("numbers_of.core", str(tmp_path / "core.py"), "PYMODULE"),
        ("numbers_of.bare", "-", "PYMODULE"),
    ]


def test_the_same_libraries_make_the_same_archive(modules: list[Entry], tmp_path: Path) -> None:
    library: Entry = ("numbers_of.libs/large.so", str(tmp_path / "core.py"), "BINARY")
    link: Entry = ("large.so", library[0], "SYMLINK")
    made = [archive(modules, [library, link], tmp_path / name) for name in ("a", "b")]
    assert made[0].name == made[1].name
    assert made[0].read_bytes() == made[1].read_bytes()
    assert archive(modules, [], tmp_path / "c").name != made[0].name
    with ZipFile(made[0]) as opened:
        assert opened.namelist() == [
            "numbers_of.libs/large.so", "numbers_of/__init__.pyc", "numbers_of/core.pyc",
        ]  # fmt: skip


def test_modules_are_imported_from_it_without_their_source(
    modules: list[Entry], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with ZipFile(archive(modules, [], tmp_path / "made")) as opened:
        opened.extractall(tmp_path / "unpacked")
    monkeypatch.syspath_prepend(tmp_path / "unpacked")
    found = __import__("numbers_of")
    try:
        assert found.SUM == 42
        # Nothing tells of the building machine.
        data = (tmp_path / "unpacked/numbers_of/core.pyc").read_bytes()
        assert str(tmp_path).encode() not in data
        assert b"numbers_of/core.py" in data
    finally:
        for name in ("numbers_of", "numbers_of.core"):
            sys.modules.pop(name)
