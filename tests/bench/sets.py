"""What a set costs beyond its reports: `python -m tests.bench.sets [UNITS]`.

`overview` beside `check` on the same files, with and without the workbook; then the set's own part
for 300, 1,000 and 3,000 units and two years, each in a process of its own.
"""

from __future__ import annotations

import resource as system
import subprocess
import sys
import tempfile
import time
from array import array
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from statistics import median
from typing import Final

from desktop.sets.check_set import check_set
from desktop.sets.report_set import report_set
from desktop.sets.roster import Roster
from desktop.sets.roster_file import write_roster
from desktop.sets.set_report import SetReport
from desktop.sets.unit import Unit
from tests.builders import FORM_2021
from tests.drawing.report import Content, draw_report
from tests.packaged import RULES
from tests.sets.figures import Values, summed, values_of_year
from tests.sets.texts import County, Habits, laid_out

_UNITS: Final = 100
_ROUNDS: Final = 5
_SIZES: Final = (300, 1000, 3000)
_PARENT: Final = "清源县人民政府"
_YEARS: Final = (2024, 2025)
# Reports of some 2,000 characters, from stock sentences that the county's offices share.
_WRITTEN: Final = Habits(pool=400, takes=36, own=8, ordered=False)


def units_of(count: int) -> list[str]:
    return [f"清源县第{number}局" for number in range(1, count)]


def figures(rng: Random, units: Sequence[str]) -> Iterator[tuple[str, int, Values]]:
    """The figures of each unit and year, the parent's being their sums."""
    last = {unit: values_of_year(rng, {}) for unit in units}
    now = {unit: values_of_year(rng, last[unit]) for unit in units}
    last[_PARENT] = summed(values_of_year(rng, {}), last)
    now[_PARENT] = summed(values_of_year(rng, last[_PARENT]), now)
    for year, of_units in zip(_YEARS, (last, now), strict=True):
        yield from ((unit, year, values) for unit, values in of_units.items())


def roster(units: Sequence[str]) -> Roster:
    return Roster((Unit(_PARENT), *(Unit(unit, parent=_PARENT) for unit in units)))


def drawn(folder: Path, count: int) -> Path:
    """The reports of a county, and its roster."""
    rng, units = Random(1), units_of(count)
    county = County(rng, _WRITTEN)
    reports = folder / "reports"
    reports.mkdir()
    for number, (unit, year, values) in enumerate(figures(rng, units)):
        text = laid_out(county.body(), unit, year, rng)
        content = Content(FORM_2021, values, unit, year, paragraphs={1: text, 6: ("无",)})
        draw_report(reports / f"{number:04}.pdf", content)
    write_roster(roster(units), folder / "roster.csv")
    return reports


def seconds(words: Sequence[str | Path]) -> float:
    command = [sys.executable, "-m", "desktop", *map(str, words)]
    started = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=False)
    return time.perf_counter() - started


def beside_check(count: int) -> None:
    """How much longer `overview` takes than `check`, by turns."""
    with tempfile.TemporaryDirectory() as name:
        reports = drawn(Path(name), count)
        overview = ("overview", "--format", "json", "--roster", Path(name) / "roster.csv")
        commands: list[tuple[str | Path, ...]] = [
            ("check", "--format", "json", reports),
            (*overview, reports),
            (*overview, "--output", Path(name) / "overview.xlsx", reports),
        ]
        turns = [[seconds(command) for command in commands] for _ in range(_ROUNDS)]
        check, alone, book = (median(times) for times in zip(*turns, strict=True))
    print(
        f"{2 * count} reports: check {check:.1f} s, overview {alone:.1f} s, "
        f"{alone / check:.2f} ×; the workbook {book - alone:.1f} s more"
    )


def made(units: Sequence[str]) -> list[SetReport]:
    """Reports that need no reading, with 2,000 characters of text each."""
    rng = Random(2)
    county = County(rng, _WRITTEN)
    return [
        SetReport(
            Path(f"{unit}{year}.pdf"), "0", unit, year, FORM_2021, True,
            tuple(values.values()), frozenset(), array("f", [1.0] * 5 * len(values)),
            laid_out(county.body(), unit, year, rng), array("f", [1.0] * 500), (), None, (),
        )
        for unit, year, values in figures(rng, units)
    ]  # fmt: skip


def own_part(count: int) -> None:
    """Time and memory of one set that is read already."""
    units = units_of(count)
    reports = made(units)
    before = system.getrusage(system.RUSAGE_SELF).ru_maxrss
    started, used = time.perf_counter(), time.process_time()
    checked = check_set(report_set(reports, roster=roster(units)), RULES)
    took, used = time.perf_counter() - started, time.process_time() - used
    peak = system.getrusage(system.RUSAGE_SELF).ru_maxrss
    print(
        f"{count} units × 2 years: {took:.1f} s ({used:.1f} s of one processor), "
        f"at most {peak / 1024:.0f} MB, {before / 1024:.0f} MB of it the reports; "
        f"{len(checked.findings)} findings"
    )


def main(words: Sequence[str]) -> None:
    if words[:1] == ["own"]:
        own_part(int(words[1]))
        return
    beside_check(int(words[0]) if words else _UNITS)
    for size in _SIZES:
        subprocess.run([sys.executable, "-m", "tests.bench.sets", "own", str(size)], check=True)


if __name__ == "__main__":
    main(sys.argv[1:])
