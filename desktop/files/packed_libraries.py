"""The libraries that the single-file executable carries packed, unpacked once for each user.

They are large and seldom needed, so the start does not unpack them as it does the rest. Whoever
needs them first has them unpacked into a folder of the user's cache, named after their content:
another version of the program with the same libraries finds them there, one with others makes a
folder of its own and removes those that no running program uses. Where the cache cannot serve
(full, not to be written, mounted to forbid programs), the folder serves that this run unpacked
itself to.

At each use every file is held against the archive's sums. What is missing or damaged is unpacked
anew, so that it does not matter how a folder came to be incomplete.
"""

from __future__ import annotations

import os
import shutil
import struct
import sys
import tempfile
import time
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from lzma import LZMAError
from pathlib import Path
from typing import Final
from zipfile import BadZipFile, ZipFile, ZipInfo

from desktop.errors import LibraryError, WriteError
from desktop.files.atomic import written_whole
from desktop.files.executable import EmbeddedFile, find_embedded
from desktop.files.folders import cache_folder
from desktop.files.locks import is_shared, share
from desktop.files.temp_cleanup import unpacked

PREFIX: Final = "libraries-"
"""what the archive's name in the executable begins with; its digest follows"""
MARK: Final = "in-use"
"""the file in each folder that is locked while a program uses the folder"""
_UNFINISHED: Final = ".part"
# Longer than unpacking takes, during which nothing is locked: Windows renames no folder with an
# open file in it.
_SECONDS: Final = 600.0
_CHUNK: Final = 1 << 20


@dataclass(frozen=True, slots=True)
class PackedLibraries:
    """The archive of libraries in an executable: where it lies there."""

    executable: Path
    name: str
    start: int
    length: int

    @contextmanager
    def opened(self) -> Iterator[ZipFile]:
        """The archive, to be read."""
        with (
            EmbeddedFile(self.executable, self.start, self.length) as file,
            ZipFile(file) as archive,
        ):
            yield archive


def packed_libraries() -> PackedLibraries | None:
    """The libraries packed in the running program; None where they lie open: folder, source.

    Raises:
        LibraryError: the program's file cannot be read any more.
    """
    if unpacked() is None:
        return None
    executable = Path(sys.executable)
    try:
        found = find_embedded(executable, PREFIX)
    except (OSError, ValueError, struct.error) as error:
        raise LibraryError(
            f"找不到本程序的文件 {executable.name}，它可能已被移动或更新：请重新启动本程序。",
            str(error),
        ) from error
    return None if found is None else PackedLibraries(executable, *found)


def unpacked_folder(packed: PackedLibraries) -> Path:
    """The folder with the libraries, unpacked and whole; from now on this process uses it.

    Raises:
        LibraryError: no folder could be made of them, or the executable is damaged.
    """
    reasons: list[str] = []
    for place in _candidates():
        try:
            return _made_ready(packed, place)
        except (OSError, WriteError) as error:
            reasons.append(f"{place}: {error}")
        except (BadZipFile, LZMAError, EOFError) as error:
            raise LibraryError(
                f"本程序的文件 {packed.executable.name} 已损坏或已被更新："
                "请重新启动本程序，仍不行时请重新复制一份。",
                str(error),
            ) from error
    raise LibraryError(
        "汇总多份报告所需的组件无法解开（约需 80 MB 磁盘空间），其他功能不受影响："
        f"请检查 {cache_folder()} 所在磁盘的空间和权限后重试。",
        "\n".join(reasons),
    )


def _candidates() -> Iterator[Path]:
    """The folders that the libraries' folders may be in, the best first."""
    yield cache_folder() / "libraries"
    own = unpacked()
    if own is not None:
        # It is gone with the run, but programs can be loaded from there: this one was.
        yield own / "libraries"


def _made_ready(packed: PackedLibraries, place: Path) -> Path:
    place.mkdir(mode=0o700, parents=True, exist_ok=True)
    _check_programs_allowed(place)
    folder = place / packed.name.removeprefix(PREFIX)
    with packed.opened() as archive:
        if not folder.is_dir():
            _unpack(archive, folder)
        mark = folder / MARK
        if not mark.exists():
            mark.touch()
        share(mark)
        for entry in archive.infolist():
            if not _is_whole(folder / entry.filename, entry):
                _restore(archive, entry, folder)
    _sweep(place, folder)
    return folder


def _check_programs_allowed(place: Path) -> None:
    """See that libraries may be loaded from a folder.

    Raises:
        PermissionError: it is mounted noexec.
    """
    if sys.platform != "win32" and os.statvfs(place).f_flag & os.ST_NOEXEC:
        raise PermissionError(f"{place} is mounted noexec")


def _unpack(archive: ZipFile, folder: Path) -> None:
    """Make the whole folder; where another program was quicker, that one's stays."""
    unfinished = Path(
        tempfile.mkdtemp(prefix=f"{folder.name}.", suffix=_UNFINISHED, dir=folder.parent)
    )
    try:
        archive.extractall(unfinished)
        with suppress(OSError):
            unfinished.rename(folder)
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)
    # A folder that a virus scanner looks into cannot be renamed: then it is filled file by file.
    folder.mkdir(exist_ok=True)


def _is_whole(path: Path, entry: ZipInfo) -> bool:
    """Whether a file is what the archive holds; quicker than unpacking it by far."""
    try:
        if path.stat().st_size != entry.file_size:
            return False
        found = 0
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                found = zlib.crc32(chunk, found)
    except OSError:
        return False
    return found == entry.CRC


def _restore(archive: ZipFile, entry: ZipInfo, folder: Path) -> None:
    """Unpack one file anew, in place: another program may be using the others.

    Raises:
        WriteError: it cannot be written.
    """
    path = folder / entry.filename
    path.parent.mkdir(parents=True, exist_ok=True)
    with written_whole(path) as temporary:
        temporary.write_bytes(archive.read(entry))


def _sweep(place: Path, own: Path) -> None:
    """Remove the folders of other versions, and unfinished ones, that no program uses."""
    with suppress(OSError):
        for folder in place.iterdir():
            if folder != own and folder.is_dir() and _is_left(folder):
                # Under another name it is nobody's, however far the removal comes.
                going = folder.with_name(f"{folder.name}{_UNFINISHED}")
                with suppress(OSError):
                    folder.rename(going)
                shutil.rmtree(going, ignore_errors=True)


def _is_left(folder: Path) -> bool:
    mark = folder / MARK
    if mark.exists():
        return not is_shared(mark)
    return time.time() - folder.stat().st_mtime > _SECONDS
