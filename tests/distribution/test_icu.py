"""Qt's Unicode data cut down: strings are compared as with all of it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import PySide6
import pytest

from distribution.icu import common_data, small_library, subset

LIBRARY = next(Path(PySide6.__file__).parent.glob("Qt/lib/libicudata.so.*"), None)
pytestmark = pytest.mark.skipif(
    LIBRARY is None or not shutil.which("objcopy"), reason="Qt brings ICU on Linux alone"
)

# Sorts file names and some thousand random strings, and prints their order.
SORTING = """
import functools, random
from PySide6.QtCore import QCollator, QLocale
random.seed(7)
names = ["报告10.pdf", "报告9.pdf", "水利局", "洪泽区", "财政局", "（二）", "一", "A", "b"]
names += ["".join(chr(random.randrange(0x4E00, 0x9FA0)) for _ in range(3)) for _ in range(2000)]
names += ["".join(chr(random.randrange(0x20, 0x500)) for _ in range(3)) for _ in range(1000)]
for locale in (QLocale("zh_CN"), QLocale("en_US"), QLocale.c()):
    for numeric in (False, True):
        collator = QCollator(locale)
        collator.setNumericMode(numeric)
        print(ascii(sorted(names, key=functools.cmp_to_key(collator.compare))))
"""


def order(preload: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", SORTING],
        env={**os.environ, "LD_PRELOAD": preload},
        capture_output=True,
        check=True,
        text=True,
    )
    assert done.stderr == ""
    return done.stdout


def test_strings_are_compared_as_with_the_whole(tmp_path: Path) -> None:
    assert LIBRARY is not None
    small = small_library(LIBRARY, tmp_path)
    assert small.stat().st_size < LIBRARY.stat().st_size / 10
    assert order(str(small)) == order("")


def test_without_the_chinese_part_the_order_is_another(tmp_path: Path) -> None:
    # So the test above would notice.
    assert LIBRARY is not None
    data = common_data(LIBRARY)
    assert subset(data, kept=re.compile("nothing")) != subset(data)
    assert len(subset(data)) > 1_000_000


def test_another_library_is_refused(tmp_path: Path) -> None:
    other = tmp_path / "libother.so"
    other.write_bytes(b"\x7fELF" + bytes(1000))
    with pytest.raises(ValueError, match="no data of ICU"):
        common_data(other)
