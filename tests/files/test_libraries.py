"""Libraries are loaded when they are needed, from where they are."""

from __future__ import annotations

import multiprocessing
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.errors import LibraryError
from desktop.files.libraries import load_pandas
from tests.files.packed_programs import program

# A library that lies packed in an executable, asked for as pandas is.
PACKED = """
import sys
sys._MEIPASS, sys.executable = sys.argv[1:3]
from desktop.files import libraries
found = libraries._load("numbers_of")
print(found.SUM, found.__file__)
assert libraries._load("numbers_of") is found
assert len([folder for folder in sys.path if "libraries" in folder]) == 1
"""


def test_in_the_source_pandas_is_imported() -> None:
    pandas = load_pandas()
    assert pandas is sys.modules["pandas"]
    assert pandas is load_pandas()


def test_a_worker_process_loads_it_too() -> None:
    process = multiprocessing.get_context("spawn").Process(target=load_pandas)
    process.start()
    process.join(60)
    assert process.exitcode == 0


def test_loading_this_module_loads_no_library() -> None:
    code = "import sys, desktop.files.libraries; print({'pandas', 'numpy'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert done.stdout == "set()\n"


def test_a_library_that_is_not_there_is_told_in_one_sentence(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(LibraryError, match="pandas）无法加载，其他功能不受影响") as raised:
        load_pandas()
    assert "pandas" in raised.value.detail


def test_a_packed_library_is_found_where_it_is_unpacked(tmp_path: Path) -> None:
    own = tmp_path / "_MEIown"
    own.mkdir()
    done = subprocess.run(
        [sys.executable, "-c", PACKED, own, program(tmp_path / "program")],
        capture_output=True,
        check=True,
        text=True,
    )
    number, _, file = done.stdout.strip().partition(" ")
    assert number == "42"
    assert Path(file).parts[-4:] == ("libraries", "1a", "numbers_of", "__init__.py")
