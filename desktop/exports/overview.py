"""A checked set to the overview workbook, or its frame to CSV for other programs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from desktop.errors import WriteError
from desktop.exports.neutral import neutral
from desktop.files.atomic import written_whole
from desktop.sets.check_set import SetChecked
from desktop.sets.frame import UNIT, set_frame


def export_overview(checked: SetChecked, path: Path) -> None:
    """Write the overview to `path`, a `.xlsx` or a `.csv`, whole or not at all.

    Raises:
        WriteError: another ending, or the file cannot be written.
    """
    write = _WRITERS.get(path.suffix.lower())
    if write is None:
        raise WriteError("总览的文件名应以 .xlsx 或 .csv 结尾。", str(path))
    with written_whole(path) as temporary:
        write(checked, temporary)


def _write_workbook(checked: SetChecked, path: Path) -> None:
    from desktop.exports.overview_book import write_overview

    write_overview(checked, path)


def _write_csv(checked: SetChecked, path: Path) -> None:
    """Units × years as rows, cells as columns by name; UTF-8 with a mark, as WPS wants it."""
    frame = set_frame(checked.reports)
    names = {unit.name: neutral(unit.name) for unit in checked.reports.roster.units}
    frame = frame.rename(index=names, level=UNIT)
    # The encoder takes numbers as text that it must not round.
    frame.map(lambda value: "" if value is None else str(value)).to_csv(
        path, encoding="utf-8-sig", lineterminator="\r\n"
    )


_WRITERS: Final[dict[str, Callable[[SetChecked, Path], None]]] = {
    ".xlsx": _write_workbook,
    ".csv": _write_csv,
}
