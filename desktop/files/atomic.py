"""Files written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop.errors import WriteError


@contextmanager
def written_whole(path: Path) -> Iterator[Path]:
    """A temporary path beside `path` to write to; it takes the place of `path` at the end.

    If the body raises, `path` is as it was and the temporary file is gone.

    Raises:
        WriteError: the folder or the file cannot be written.
    """
    temporary = _beside(path)
    try:
        yield temporary
        with temporary.open("r+b") as file:
            os.fsync(file.fileno())
        temporary.replace(path)
    except PermissionError as error:
        raise WriteError(
            f"无法写入 {path.name}：它可能正被 WPS 或 Excel 打开，请关闭后重试。", str(error)
        ) from error
    except OSError as error:
        raise WriteError(f"无法写入 {path.name}，请检查磁盘空间和权限。", str(error)) from error
    finally:
        temporary.unlink(missing_ok=True)


def _beside(path: Path) -> Path:
    """A new empty file in the folder of `path`, with the permissions of any new file."""
    if path.is_dir():
        raise WriteError(f"{path.name} 是文件夹，请另取文件名。")
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.stem}.", suffix=".part")
        os.close(handle)
    except OSError as error:
        raise WriteError(
            f"无法写入文件夹 {path.parent}，请检查它是否存在、是否可写。", str(error)
        ) from error
    mask = os.umask(0)
    os.umask(mask)
    temporary = Path(name)
    temporary.chmod(0o666 & ~mask)
    return temporary
