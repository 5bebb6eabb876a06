"""What a person set once: kept in one file, with the version of its format.

Version 1 is what Qt kept in a place of its own, the registry or `Gouji.conf`, without a number;
version 2 is `settings.ini` in the user's settings folder. The keys and values are the same. A
file of a newer version is neither read nor written: every setting is then as at first.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QSettings

from desktop.errors import WriteError
from desktop.files.atomic import written_whole
from desktop.files.folders import earlier_settings_file, sample_folder, settings_folder

VERSION: Final = 2
_VERSION: Final = "format/version"
_AUTHOR: Final = "review/author"
_LANGUAGE: Final = "window/language"
_RULE_FILE: Final = "rules/file"
_REGISTRY: Final = r"HKEY_CURRENT_USER\Software\Gouji\Gouji"


def stored(key: str) -> object:
    """What was stored last; None where nothing was."""
    settings = _opened()
    return None if settings is None else settings.value(key)


def stored_switch(key: str, *, at_first: bool) -> bool:
    """Whether something was switched on last."""
    settings = _opened()
    return at_first if settings is None else bool(settings.value(key, at_first, type=bool))


def store(key: str, value: object) -> None:
    """Remember a value for the next start too; a disk that is full forgets it."""
    settings = _opened()
    if settings is not None:
        settings.setValue(_VERSION, VERSION)
        settings.setValue(key, value)


def refusal() -> str:
    """Why nothing is read from the settings; empty where they are read."""
    if _opened() is not None:
        return ""
    return QCoreApplication.translate(
        "Settings",
        "设置由更新版本的勾稽保存，本版本不能读取，也不会改动它们；这次先用默认设置。",
    )


def adopt_earlier_settings() -> None:
    """Move the settings of version 1 into the file of today; if that fails they stay."""
    earlier = _earlier()
    if earlier is None or _opened() is None or not (_file().exists() or _copied(earlier)):
        return
    if sys.platform == "win32":
        earlier.clear()
    else:
        with suppress(OSError):
            earlier_settings_file().unlink()
            earlier_settings_file().parent.rmdir()


def author() -> str:
    """Who reviews here: the name from the settings, else that of the login."""
    named = str(stored(_AUTHOR) or "")
    if named:
        return named
    import getpass  # loads much, for a name that few runs ask for

    try:
        return getpass.getuser()
    except (KeyError, OSError):  # an account without a name
        return ""


def set_author(name: str) -> None:
    """Remember who reviews here; empty for the login's name."""
    store(_AUTHOR, name.strip())


def language() -> str:
    """`zh` or `en`."""
    return "en" if stored(_LANGUAGE) == "en" else "zh"


def set_language(code: str) -> None:
    """Remember the language of the window."""
    store(_LANGUAGE, code)


def rule_file() -> Path | None:
    """The rule file that a person chose; None for the packaged rules alone."""
    named = str(stored(_RULE_FILE) or "")
    return Path(named) if named else None


def set_rule_file(path: Path | None) -> None:
    """Remember the rule file chosen."""
    store(_RULE_FILE, "" if path is None else str(path))


def own_copy(packaged: Path) -> Path:
    """A packaged file among the user's own, where what is done to it can be kept.

    The single-file program unpacks what is packaged to a folder that goes with it.
    """
    place = sample_folder() / packaged.name
    content = packaged.read_bytes()
    try:
        if not place.exists() or place.read_bytes() != content:
            place.parent.mkdir(parents=True, exist_ok=True)
            with written_whole(place) as temporary:
                temporary.write_bytes(content)
    except (OSError, WriteError):
        return packaged
    return place


def _file() -> Path:
    return settings_folder() / "settings.ini"


def _opened() -> QSettings | None:
    """The settings; None where a program that is newer wrote them."""
    settings = QSettings(str(_file()), QSettings.Format.IniFormat)
    version = str(settings.value(_VERSION, VERSION))
    return settings if version.isdecimal() and int(version) <= VERSION else None


def _earlier() -> QSettings | None:
    """The settings of version 1; None where there are none, or no more."""
    if sys.platform == "win32":
        settings = QSettings(_REGISTRY, QSettings.Format.NativeFormat)
    elif earlier_settings_file().is_file():
        settings = QSettings(str(earlier_settings_file()), QSettings.Format.NativeFormat)
    else:
        return None
    settings.setFallbacksEnabled(False)
    return settings if settings.allKeys() else None


def _copied(earlier: QSettings) -> bool:
    """Whether every value is in the file of today now; it comes to be whole or not at all."""
    settings = QSettings(str(_file()), QSettings.Format.IniFormat)
    settings.setValue(_VERSION, VERSION)
    for key in earlier.allKeys():
        settings.setValue(key, earlier.value(key))
    settings.sync()
    return settings.status() is QSettings.Status.NoError and _file().exists()
