"""What a person set once, and where the program keeps its own files."""

from __future__ import annotations

import os
import sys
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QSettings, QStandardPaths

_AUTHOR = "review/author"
_LANGUAGE = "window/language"
_RULE_FILE = "rules/file"


def author() -> str:
    """Who reviews here: the name from the settings, else that of the login."""
    named = str(QSettings().value(_AUTHOR, "") or "")
    if named:
        return named
    import getpass  # loads much, for a name that few runs ask for

    try:
        return getpass.getuser()
    except (KeyError, OSError):  # an account without a name
        return ""


def set_author(name: str) -> None:
    """Remember who reviews here; empty for the login's name."""
    QSettings().setValue(_AUTHOR, name.strip())


def language() -> str:
    """`zh` or `en`."""
    return "en" if QSettings().value(_LANGUAGE, "zh") == "en" else "zh"


def set_language(code: str) -> None:
    """Remember the language of the window."""
    QSettings().setValue(_LANGUAGE, code)


def rule_file() -> Path | None:
    """The rule file that a person chose; None for the packaged rules alone."""
    named = str(QSettings().value(_RULE_FILE, "") or "")
    return Path(named) if named else None


def set_rule_file(path: Path | None) -> None:
    """Remember the rule file chosen."""
    QSettings().setValue(_RULE_FILE, "" if path is None else str(path))


def now() -> str:
    """The time of day as files keep it: ISO 8601, to the second, with its offset."""
    return datetime.now().astimezone().isoformat(timespec="seconds")


def data_folder() -> Path:
    """The user's own folder for this program's data."""
    # Qt asks Windows past the variable, which tests and portable desktops set elsewhere.
    local = os.environ.get("LOCALAPPDATA") if sys.platform == "win32" else None
    if local:
        return Path(local, "Gouji", "Gouji")
    place = QStandardPaths.StandardLocation.AppLocalDataLocation
    return Path(QStandardPaths.writableLocation(place))


def own_copy(packaged: Path) -> Path:
    """A packaged file among the user's own, where what is done to it can be kept.

    The single-file program unpacks what is packaged to a folder that goes with it.
    """
    place = data_folder() / "sample" / packaged.name
    content = packaged.read_bytes()
    try:
        if not place.exists() or place.read_bytes() != content:
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(content)
    except OSError:
        return packaged
    return place


def journal_folder() -> Path:
    """Where the journals are."""
    return data_folder() / "journal"
