"""Many files in order, each checked beside the same office's report of the year before.

Every file is read once. Those that may have last year's report among the others wait until it
is read; the rest go on at once, so that what comes of the first files is there early.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from functools import partial
from pathlib import Path
from typing import Final, Generic

from desktop.batch.outcome import Outcome, Product
from desktop.batch.packed import PackedOutcome, checked_product, pack
from desktop.batch.pool import Workers
from desktop.batch.worker import first_page_text, read_packed
from desktop.review.linking import NOT_GIVEN, UnitYear, same_name, several, tells_region
from desktop.rules.rule import RuleSet

# Files in the hands of each worker: enough to keep it busy, few enough to keep memory flat.
_AHEAD: Final = 4
_TITLE: Final = "年度报告"
# Titles have 二〇二三年 too, and 二○二三, 二零二三, 二O二三.
_DIGITS: Final = str.maketrans("一二三四五六七八九〇○零O", "1234567890000")


FindUnit = Callable[[UnitYear], UnitYear | None]
"""whose a report is that gives itself this name and year; None where that is not certain"""


def by_name(unit_year: UnitYear) -> UnitYear | None:
    """Whose a report is by its name alone, which tells where the office lies."""
    return unit_year if tells_region(unit_year[0]) else None


class LinkedFiles(Generic[Product]):
    """What is made of many files, in their order.

    Args:
        pool: the workers.
        files: the reports, of one year or several.
        rules: the rules in force.
        make: makes what is wanted of an outcome; it runs in a worker, and goes there.
        workers: how many processes the pool has.
        read: reads one file, in a worker.
        owners: makes of the names and years in all reports what tells whose each is; the
            names alone do without it.
        early: whether what is made of the first files is wanted before the last are read; their
            first pages are looked at for it, which takes a twentieth of the whole time. Not with
            `owners`, who need them all.
    """

    def __init__(
        self,
        pool: Workers,
        files: Sequence[Path],
        rules: RuleSet,
        make: Callable[[Outcome], Product],
        workers: int,
        *,
        read: Callable[[Path], PackedOutcome] = read_packed,
        owners: Callable[[Sequence[UnitYear]], FindUnit] | None = None,
        early: bool = False,
    ) -> None:
        self._pool, self._files, self._rules, self._make = pool, files, rules, make
        self._ahead, self._reader, self._owners = workers * _AHEAD, read, owners
        self._owner: FindUnit = by_name
        self._titles = self._first_pages() if early and owners is None else None
        self._read: list[PackedOutcome] = []
        self._by_unit: dict[UnitYear, list[PackedOutcome]] = {}

    def products(self) -> Iterator[Product]:
        """What is made of each file, in the order of the files, each as soon as it can be."""
        reading: deque[Future[PackedOutcome]] = deque()
        making: deque[Future[Product]] = deque()
        made = 0
        files = iter(self._files)
        while made < len(self._files):
            while len(reading) < self._ahead and (path := next(files, None)) is not None:
                reading.append(self._pool.run(self._reader, pack, path))
            if reading:
                self._take(reading.popleft().result())
            while made < len(self._read) and self._is_ready(self._read[made]):
                making.append(self._checked(self._read[made]))
                made += 1
                if len(making) >= self._ahead:
                    yield making.popleft().result()
            while making and making[0].done():
                yield making.popleft().result()
        while making:
            yield making.popleft().result()

    def _first_pages(self) -> list[str]:
        submitted = [self._pool.run(first_page_text, _no_text, path) for path in self._files]
        return [same_name(future.result()) for future in submitted]

    def _take(self, packed: PackedOutcome) -> None:
        self._read.append(packed)
        if self._owners is None:
            self._link(packed)
        elif len(self._read) == len(self._files):
            named = [read.unit_year for read in self._read if read.unit_year is not None]
            self._owner = self._owners(named)
            for read in self._read:
                self._link(read)

    def _link(self, packed: PackedOutcome) -> None:
        """Have a report found as last year's of its unit."""
        unit = None if packed.unit_year is None else self._owner(packed.unit_year)
        if unit is not None:
            self._by_unit.setdefault(unit, []).append(packed)

    def _is_ready(self, packed: PackedOutcome) -> bool:
        """Whether no file that is still to be read may be last year's report of the office."""
        if len(self._read) == len(self._files):
            return True
        if self._owners is not None:
            return False
        if packed.unit_year is None or by_name(packed.unit_year) is None:
            return True
        name, year = packed.unit_year
        unread = None if self._titles is None else self._titles[len(self._read) :]
        return unread is not None and not any(_may_be(text, name, year - 1) for text in unread)

    def _checked(self, packed: PackedOutcome) -> Future[Product]:
        previous, reason = None, NOT_GIVEN.reason
        unit = None if packed.unit_year is None else self._owner(packed.unit_year)
        if unit is not None:
            name, year = unit
            found = self._by_unit.get((name, year - 1), [])
            if len({other.content for other in found}) == 1:
                previous = found[0].data
            elif found:
                reason = several(len(found)).reason
        work = partial(
            checked_product,
            data=packed.data,
            previous=previous,
            no_previous=reason,
            rules=self._rules,
            make=self._make,
        )
        return self._pool.run(work, self._make, packed.path)


def _may_be(first_page: str, name: str, year: int) -> bool:
    """Whether a report with this first page may be of an office and a year.

    One that has text but no title may be anybody's.
    """
    if not first_page:
        return False
    if _TITLE not in first_page:
        return True
    return name in first_page and str(year) in first_page.translate(_DIGITS)


def _no_text(_outcome: Outcome) -> str:
    return ""
