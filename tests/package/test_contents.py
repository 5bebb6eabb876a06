"""Nothing grows inside the executable unnoticed."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from distribution.contents import contents, listing, parts

LARGEST = 65_000_000
"""bytes of the single file"""


@pytest.mark.package
def test_the_single_file_is_small(executable: Path) -> None:
    assert executable.stat().st_size <= LARGEST


@pytest.mark.package
@pytest.mark.skipif(sys.platform != "linux", reason="the budget is that of Linux")
def test_every_file_belongs_to_a_part_and_no_part_outgrows_its_budget(executable: Path) -> None:
    found, homeless = parts(contents(executable))
    assert homeless == {}, listing(executable)
    assert [part.why for part in found if part.size > part.megabytes] == [], listing(executable)
    # A part without files is a budget for nothing.
    assert [part.why for part in found if not part.files] == []
    # Room to grow a little, not to double.
    assert sum(part.megabytes for part in found) < 1.2 * sum(part.size for part in found)


def test_files_are_told_apart_by_their_part() -> None:
    files = {
        "PySide6/Qt/lib/libicudata.so.73": 10,
        "PySide6/Qt/lib/libicuuc.so.73": 20,
        "PySide6/Qt/lib/libQt6Network.so.6": 30,
        "pandas/core.so": 40,
    }
    found, homeless = parts(files)
    assert homeless == {"PySide6/Qt/lib/libQt6Network.so.6": 30, "pandas/core.so": 40}
    assert [list(part.files) for part in found if part.files] == [
        ["PySide6/Qt/lib/libicudata.so.73"],
        ["PySide6/Qt/lib/libicuuc.so.73"],
    ]
