"""Where the packaged data files are: the only module that knows."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

TomlTable = Mapping[str, Any]
"""a table of a data file, before it is looked at what is in it"""

# `__file__` keeps its place relative to resources/ in a checkout and in the
# packaged program alike, so there is one way to find them.
ROOT: Final = Path(__file__).resolve().parents[1] / "resources"

NOTICE: Final = ROOT.parent / "NOTICE"
"""whose works the program carries, under which licences; packaged beside the resources"""


def resource(*parts: str) -> Path:
    """The path of a packaged data file, such as `resource("forms", "forms.toml")`.

    Raises:
        FileNotFoundError: the package lacks that file.
    """
    path = ROOT.joinpath(*parts)
    if not path.exists():
        raise FileNotFoundError(path)
    return path
