"""Qt's Unicode library with the data that Qt looks up here, instead of 32 MB for every use.

Qt brings ICU's data for all locales: names of zones, currencies and languages, converters,
dictionaries. Qt has dates, numbers and encodings of its own; it asks ICU to compare strings
(the order of files in its file dialog). That needs the collation of no locale and of Chinese.

Layout of the data (ICU, source/common/ucmndata.h): a header, then a table of contents with
the offsets of names and items, relative to the table, sorted by name.
"""

from __future__ import annotations

import re
import struct
import subprocess
from pathlib import Path
from typing import Final

# Property tables live in ICU's code, so nothing else is looked up to compare strings.
KEPT: Final = re.compile(r"icudt\d+l/coll/(root|zh\w*|res_index|ucadata)\.(res|icu)")
_ALIGNMENT: Final = 16
_MAGIC: Final = b"\xda\x27"


def common_data(library: Path) -> bytes:
    """The data that a `libicudata.so` holds: from its header to the end of its section.

    Raises:
        ValueError: the library is not one of ICU's data.
    """
    content = library.read_bytes()
    at = content.find(b"CmnD")
    # The header: two bytes of its size, two of magic, eight of format, then the name.
    start = at - 12
    if at < 0 or content[start + 2 : start + 4] != _MAGIC:
        raise ValueError(f"{library} holds no data of ICU")
    return content[start:]


def subset(data: bytes, kept: re.Pattern[str] = KEPT) -> bytes:
    """The same data with the items alone whose names match."""
    (size,) = struct.unpack_from("<H", data)
    table = memoryview(data)[size:]
    (count,) = struct.unpack_from("<I", table)
    entries = [struct.unpack_from("<II", table, 4 + 8 * i) for i in range(count)]
    ends = [start for _, start in entries[1:]] + [_end_of(table, entries[-1][1])]
    items: list[tuple[bytes, bytes]] = []
    for (name_at, start), end in zip(entries, ends, strict=True):
        name = bytes(table[name_at : name_at + 200]).partition(b"\0")[0]
        if kept.fullmatch(name.decode("ascii")):
            items.append((name, bytes(table[start:end])))
    return data[:size] + _contents(items)


def _end_of(table: memoryview, start: int) -> int:
    """Where the last item ends, at the latest: what follows it in the file does no harm."""
    return min(len(table), start + (1 << 20))


def _contents(items: list[tuple[bytes, bytes]]) -> bytes:
    names_at = 4 + 8 * len(items)
    names = b""
    heads: list[int] = []
    for name, _ in items:
        heads.append(names_at + len(names))
        names += name + b"\0"
    body = b""
    place = _padded_size(names_at + len(names))
    entries = b""
    for head, (_, content) in zip(heads, items, strict=True):
        padded = content + bytes(_padded_size(len(content)) - len(content))
        entries += struct.pack("<II", head, place + len(body))
        body += padded
    table = struct.pack("<I", len(items)) + entries + names
    return table + bytes(_padded_size(len(table)) - len(table)) + body


def _padded_size(size: int) -> int:
    return -(-size // _ALIGNMENT) * _ALIGNMENT


def small_library(library: Path, folder: Path) -> Path:
    """Link a library of the same name and symbol over the subset, with binutils.

    Args:
        library: `libicudata.so.N` as Qt brings it.
        folder: where to make it.
    """
    version = library.name.rpartition(".")[2]
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "icudata").write_bytes(subset(common_data(library)))
    made = folder / library.name
    _run(folder, "ld", "-r", "-b", "binary", "-o", "raw.o", "icudata")
    _run(
        folder, "objcopy",
        "--rename-section", ".data=.rodata,alloc,load,readonly,data,contents",
        "--set-section-alignment", f".data={_ALIGNMENT}",
        "--redefine-sym", f"_binary_icudata_start=icudt{version}_dat",
        "raw.o", "data.o",
    )  # fmt: skip
    _run(
        folder, "ld", "-shared", "-z", "noexecstack", "-soname", library.name,
        "-o", library.name, "data.o",
    )  # fmt: skip
    return made


def _run(folder: Path, *words: str) -> None:
    subprocess.run(words, cwd=folder, check=True)
