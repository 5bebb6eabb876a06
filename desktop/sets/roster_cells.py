"""What the cells of a roster say: names, other names, days, yes and no."""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from datetime import date, datetime, timedelta
from typing import Final

from desktop.sets.roster_spelling import clean
from desktop.sets.unit import Deadline, MonthDay

CellValue = str | int | float | bool | date | MonthDay | None
"""a cell as the file holds it; a text file holds texts only"""

GUESS_MARK: Final = "（推测）"
"""behind a parent that no person has confirmed"""
_NOTHING: Final = re.compile(r"[-—–－_/／\\.。*无]*")
_BETWEEN_ALIASES: Final = re.compile(r"[、;；,，\n\r]+|_x000D_")
# As written here, and as the overview's workbook says it.
_GUESSED: Final = re.compile(r"[（(〔［\[【](?:按名称)?推测[)）〕］\]】]$")
_YES: Final = frozenset(("是", "有", "可", "可以", "√", "✓", "✔", "y", "yes", "true", "1"))
_NO: Final = frozenset(
    ("否", "无", "不", "不可", "不可以", "没有", "×", "x", "n", "no", "false", "0")
)
_FULL_DATE: Final = re.compile(r"(20\d\d)(?:年|[-/.])(\d{1,2})(?:月|[-/.])(\d{1,2})(?:日|号)?")
_DIGITS_ONLY: Final = re.compile(r"(20\d\d)(\d\d)(\d\d)")
_MONTH_DAY: Final = re.compile(r"(\d{1,2})(?:月|[-/.])(\d{1,2})(?:日|号)?")
_TIME: Final = re.compile(r"(?<=[\d日])[T\s]+\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?\s*$")
# Excel counts days from here: its 1900 has a 29 February that never was.
_FIRST_DAY: Final = date(1899, 12, 30)
_FIRST_YEAR: Final = 2000
_LAST_YEAR: Final = 2099


def text_of(value: CellValue) -> str:
    """The text of a cell, one line or more; empty for a blank one."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, MonthDay):
        return f"{value.month}月{value.day}日"
    return str(value)


def name_in(value: CellValue) -> str:
    """The name in a cell as written, without spaces; empty where a dash stands for nothing."""
    text = clean(text_of(value).replace("_x000D_", "")).removeprefix("'")
    return "" if _NOTHING.fullmatch(text) else text


def parent_in(value: CellValue) -> tuple[str, bool]:
    """The parent's name in a cell, without the mark of a guess, and whether it is one."""
    written = name_in(value)
    name = name_in(_GUESSED.sub("", written))
    return name, bool(name) and name != written


def names_in(value: CellValue) -> tuple[str, ...]:
    """The names in a cell that are parted by 、 ; , or a new line, each once."""
    parts = map(name_in, _BETWEEN_ALIASES.split(text_of(value)))
    return tuple(dict.fromkeys(part for part in parts if part))


def yes_or_no(value: CellValue) -> bool | None:
    """Whether a cell says yes; None for a blank one.

    Raises:
        ValueError: it says something else.
    """
    text = _plain(value).lower()
    if text in _YES:
        return True
    if text in _NO:
        return False
    if _NOTHING.fullmatch(text):
        return None
    raise ValueError(text)


def deadline_in(value: CellValue) -> Deadline | None:
    """The day in a cell, of one year (2000–2099) or of every year; None for a blank one.

    Raises:
        ValueError: it is no day.
    """
    if isinstance(value, datetime):
        return _within(value.date())
    if isinstance(value, MonthDay):
        return value
    if isinstance(value, date):
        return _within(value)
    # A date cell in a text file comes with the time of day.
    text = clean(_TIME.sub("", unicodedata.normalize("NFKC", text_of(value))))
    if _NOTHING.fullmatch(text):
        return None
    text = re.sub(r"^每年|^次年|\(?(?:之?前|以前)\)?$", "", text)
    full = _FULL_DATE.fullmatch(text) or _DIGITS_ONLY.fullmatch(text)
    if full:
        return _within(date(*map(int, full.groups())))
    every = _MONTH_DAY.fullmatch(text)
    if every:
        return _month_day(int(every[1]), int(every[2]))
    if re.fullmatch(r"\d{5}", text):
        return _within(_FIRST_DAY + timedelta(days=int(text)))
    raise ValueError(text)


def _plain(value: CellValue) -> str:
    return clean(unicodedata.normalize("NFKC", text_of(value)))


def _within(day: date) -> date:
    if not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        raise ValueError(str(day))
    return day


def _month_day(month: int, day: int) -> MonthDay:
    # 2024 is a leap year: 29 February is a day of some years.
    if not (1 <= month <= 12 and 1 <= day <= monthrange(2024, month)[1]):
        raise ValueError(f"{month}-{day}")
    return MonthDay(month, day)
