r"""Where the user's own files are: settings, journals, copies of packaged files, cache.

Linux      settings   $XDG_CONFIG_HOME/gouji           (~/.config/gouji)
           data       $XDG_DATA_HOME/gouji             (~/.local/share/gouji)
           cache      $XDG_CACHE_HOME/gouji            (~/.cache/gouji)
           runtime    $XDG_RUNTIME_DIR/gouji, else the cache
Windows    settings   %APPDATA%\Gouji\Gouji            follows the user to other machines
           data       %LOCALAPPDATA%\Gouji\Gouji       stays on this one, as the PDFs do
           cache      %LOCALAPPDATA%\Gouji\Gouji\Cache
           runtime    %LOCALAPPDATA%\Gouji

Nothing here makes a folder; who writes a file does.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Final

_NAME: Final = "Gouji" if sys.platform == "win32" else "gouji"
_EARLIER: Final = Path("Gouji", "Gouji")
"""organisation and program, as Qt named its folders on every system"""


def settings_folder() -> Path:
    """What a person set once."""
    return _base("config") / _own()


def data_folder() -> Path:
    """What the program keeps for the user: the folders below."""
    return _base("data") / _own()


def journal_folder() -> Path:
    """The journals, from which the work of a killed program is recovered."""
    return data_folder() / "journal"


def sample_folder() -> Path:
    """The packaged sample, where what is done to it can be kept."""
    return data_folder() / "sample"


def cache_folder() -> Path:
    """What may be thrown away at any time."""
    if sys.platform == "win32":
        return data_folder() / "Cache"
    return _base("cache") / _own()


def runtime_folder() -> Path:
    """What only running programs need; its name is short, as those of sockets have to be."""
    if sys.platform == "win32":
        return _base("data") / _NAME
    named = os.environ.get("XDG_RUNTIME_DIR")
    return Path(named, _NAME) if named and Path(named).is_dir() else cache_folder()


def earlier_data_folder() -> Path:
    """Where data was before the folders got their names of today; on Windows the same place."""
    return _base("data") / _EARLIER


def earlier_settings_file() -> Path:
    """The file that Qt kept settings in; on Windows that was the registry."""
    return _base("config") / _EARLIER.with_suffix(".conf")


def _own() -> Path:
    return Path(_NAME, _NAME) if sys.platform == "win32" else Path(_NAME)


def _base(kind: str) -> Path:
    """The folder that holds those of all programs: `config`, `data` or `cache`."""
    if sys.platform == "win32":
        # Windows is asked past the variables, which tests and portable desktops set elsewhere.
        named = os.environ.get("APPDATA" if kind == "config" else "LOCALAPPDATA")
        if named:
            return Path(named)
    # Not at the top: the console asks for no folder.
    import platformdirs

    if kind == "config":
        return platformdirs.user_config_path(roaming=True)
    return platformdirs.user_data_path() if kind == "data" else platformdirs.user_cache_path()
