"""Located wrong cells and the time it takes: `python -m tests.rules.repair.measure [COUNT]`."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from random import Random

from desktop.report.form import Form
from tests.builders import FORM_2021, report_of
from tests.packaged import check, find_problems
from tests.rules.repair.simulation import (
    Values,
    full_values,
    names_of,
    sparse_values,
    spoil,
    wrong_cells,
)

Style = Callable[[Random, Form], Values]


@dataclass(frozen=True, slots=True)
class Located:
    """Percentages of reports: all wrong cells named as the only repair (`right`) or as the
    likeliest (`first`); and how many reports got an only repair that is not right.
    """

    right: float
    first: float
    misleading: int


def spoilt_reports(
    style: Style, form: Form, wrong: int, seeds: Iterable[int]
) -> Iterable[tuple[Values, Values]]:
    """For each seed: a report with so many wrong cells of 表三, and their right values."""
    names = names_of(form, "applications")
    for seed in seeds:
        random = Random(seed)
        right = style(random, form)
        spoilt = spoil(random, right, names, wrong)
        yield spoilt, wrong_cells(right, spoilt)


def located(style: Style, form: Form, wrong: int, seeds: range) -> Located:
    """How well the wrong cells are found."""
    right = first = misleading = 0
    for spoilt, truth in spoilt_reports(style, form, wrong, seeds):
        sure: Values = {}
        likeliest: Values = {}
        for problem in check(report_of(spoilt, form)).problems:
            for repair in problem.repairs[:1]:
                likeliest |= repair.cells
                sure |= repair.cells if repair.unique else {}
        right += sure == truth
        first += likeliest == truth
        misleading += any(truth.get(name) != value for name, value in sure.items())
    return Located(100 * right / len(seeds), 100 * first / len(seeds), misleading)


def slowest(style: Style, form: Form, wrong: int, seeds: range) -> tuple[float, float]:
    """Milliseconds of processor time to find the causes: the median and the 99th percentile."""
    times = []
    for spoilt, _ in spoilt_reports(style, form, wrong, seeds):
        report = report_of(spoilt, form)
        findings = check(report).findings
        started = time.process_time()
        find_problems(report, findings)
        times.append(1000 * (time.process_time() - started))
    times.sort()
    return times[len(times) // 2], times[len(times) * 99 // 100]


def main(words: Sequence[str]) -> None:
    seeds = range(int(words[0]) if words else 1000)
    for style in (full_values, sparse_values):
        for wrong in (1, 2, 3, 4):
            outcome = located(style, FORM_2021, wrong, seeds)
            median, most = slowest(style, FORM_2021, wrong, seeds)
            print(
                f"{style.__name__}, {wrong} wrong: {outcome.right:.1f} % as the only repair, "
                f"{outcome.first:.1f} % as the likeliest, {outcome.misleading} misleading, "
                f"{median:.1f} ms (median), {most:.1f} ms (99th percentile)"
            )


if __name__ == "__main__":
    main(sys.argv[1:])
