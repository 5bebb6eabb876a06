"""Libraries that are loaded when they are first needed, not when the program starts.

In the source and in the folder variant they lie open and are simply imported. In the single
file they are packed: see `packed_libraries`.
"""

from __future__ import annotations

import importlib
import os
import sys
from threading import Lock
from types import ModuleType
from typing import Final

from desktop.errors import LibraryError
from desktop.files.temp_cleanup import unpacked

_LOADING: Final = Lock()


def load_pandas() -> ModuleType:
    """pandas; after the first call in a process, `import pandas` finds it everywhere.

    The first call takes half a second, and, where the libraries have to be unpacked, some more:
    not for the thread of the window.

    What goes into the cells of a workbook by openpyxl itself must be Python's own numbers: where
    openpyxl was imported before, it does not know numpy's.

    Raises:
        LibraryError: it cannot be loaded; the rest of the program works all the same.
    """
    with _LOADING:
        return _load("pandas")


def _load(name: str) -> ModuleType:
    if name not in sys.modules:
        _make_findable()
        # The sums here are small; a thread for each processor costs memory and time.
        os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    try:
        return importlib.import_module(name)
    except (ImportError, OSError) as error:
        raise LibraryError(
            f"汇总多份报告所需的组件（{name}）无法加载，其他功能不受影响：请重新启动本程序，"
            "仍不行时请查看系统是否禁止本程序加载组件，或重新安装。",
            str(error),
        ) from error


def _make_findable() -> None:
    """Unpack the libraries if they are packed, and have Python look for modules there too."""
    if unpacked() is None:
        return
    # It needs LZMA, which not every Python from source has.
    from desktop.files.packed_libraries import packed_libraries, unpacked_folder

    packed = packed_libraries()
    if packed is None:
        return
    folder = str(unpacked_folder(packed))
    if folder not in sys.path:
        # Last: what the program has open comes from there.
        sys.path.append(folder)
        importlib.invalidate_caches()
