"""`set.gouji-set`: what a person said once of a set of reports, in the folder of the reports.

A JSON object, in version 1: `format`, `version`, `program`, `year` (or null), `roster` (a path
or null), `others` (paths that belong to the set, such as last year's folder) and `answers`
(a name as printed, in its normal form, to the unit whose it is; empty for nobody's). Paths are
relative to the folder where they can be, so that the folder may be moved.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final

from desktop import __version__
from desktop.errors import AppError, ExitCode, WriteError
from desktop.files.atomic import written_whole
from desktop.files.locks import lock
from desktop.sets.unit import REPORT_YEARS

NAME: Final = "set.gouji-set"
FORMAT: Final = "gouji-set"
VERSION: Final = 1
_LARGEST: Final = 16 << 20
_WRONG: Final = (KeyError, TypeError, ValueError, AttributeError)


class SetFileError(AppError):
    """The file of a set cannot be read or written."""

    exit_code = ExitCode.USAGE


@dataclass(frozen=True, slots=True)
class SetFile:
    """What is kept of a set; the paths are whole ones. `folder` is where the file is."""

    folder: Path
    year: int | None = None
    roster: Path | None = None
    others: tuple[Path, ...] = ()
    answers: Mapping[str, str] = field(default_factory=dict)


def load_set_file(folder: Path) -> SetFile:
    """What is kept of the set in a folder; an empty one where nothing is.

    Raises:
        SetFileError: it cannot be read, is damaged, or comes from a newer program.
    """
    path = folder / NAME
    if not path.exists():
        return SetFile(folder)
    try:
        if path.stat().st_size > _LARGEST:
            raise ValueError("too large")
        data = json.loads(path.read_bytes())
        if data["format"] != FORMAT:
            raise ValueError(data["format"])
        if not isinstance(data["version"], int) or data["version"] > VERSION:
            raise SetFileError(f"{path} 由更新的版本保存，请用新版勾稽打开。")
        return _set_file(folder, data)
    except OSError as error:
        raise SetFileError(f"{path} 打不开，请检查权限。", str(error)) from error
    except (*_WRONG, RecursionError) as error:
        raise SetFileError(
            f"{path} 已损坏；请移走它再试，单位名称的确认要重做。", repr(error)
        ) from error


def save_set_file(kept: SetFile) -> SetFile:
    """Write what is kept of a set, whole or not at all.

    Answers that another run has saved since `kept` was loaded stay, less those that `kept`
    answers otherwise: a person gave them, and nothing else holds them.

    Returns:
        What is kept now.

    Raises:
        SetFileError: it cannot be written, or another program holds the set, or its year is
            none that a report can have.
    """
    if kept.year is not None and kept.year not in REPORT_YEARS:
        raise SetFileError(
            f"年度 {kept.year} 不在 {REPORT_YEARS[0]}–{REPORT_YEARS[-1]} 年之间，没有保存。"
        )
    with held(kept.folder):
        saved = load_set_file(kept.folder)  # what is damaged or newer is not written over
        kept = replace(kept, answers={**saved.answers, **kept.answers})
        path = kept.folder / NAME
        text = json.dumps(_content(kept), ensure_ascii=False, indent=1)
        try:
            with written_whole(path) as temporary:
                temporary.write_text(text + "\n", "utf-8")
        except WriteError as error:
            raise SetFileError(error.message, error.detail) from error
        return kept


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """Hold the set in a folder: whoever else opens it meanwhile can only look at it.

    Raises:
        SetFileError: another program holds it, or the folder cannot be written.
    """
    place = folder / f".{NAME}.lock"
    try:
        file = place.open("a+b")
    except OSError as error:
        raise SetFileError(f"{folder} 不能写入，没有保存。", str(error)) from error
    with file:
        try:
            lock(file)
        except OSError as error:
            raise SetFileError(
                f"{folder / NAME} 正由另一个程序使用，现在只能查看，没有保存。", str(error)
            ) from error
        yield


def _set_file(folder: Path, data: Mapping[str, Any]) -> SetFile:
    year, roster, answers = data["year"], data["roster"], data["answers"]
    if year is not None and (type(year) is not int or year not in REPORT_YEARS):
        raise ValueError(year)
    return SetFile(
        folder,
        year,
        None if roster is None else _whole(folder, roster),
        tuple(_whole(folder, path) for path in data["others"]),
        {_text(name): _text(unit) for name, unit in answers.items()},
    )


def _content(kept: SetFile) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "version": VERSION,
        "program": __version__,
        "year": kept.year,
        "roster": None if kept.roster is None else _relative(kept.folder, kept.roster),
        "others": [_relative(kept.folder, path) for path in kept.others],
        "answers": dict(kept.answers),
    }


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _relative(folder: Path, path: Path) -> str:
    """With slashes, so that it is the same on every system; whole on another drive."""
    try:
        return Path(os.path.relpath(path.resolve(), folder.resolve())).as_posix()
    except ValueError:
        return path.resolve().as_posix()


def _whole(folder: Path, path: object) -> Path:
    if "\0" in _text(path):
        raise ValueError(path)
    return Path(os.path.normpath(folder / _text(path)))
