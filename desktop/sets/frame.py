"""The set as a frame of pandas: a row for each unit and year, a column for each cell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final, cast

from desktop.files.libraries import load_pandas
from desktop.report.form import Form, forms
from desktop.report.values import Number
from desktop.sets.report_set import ReportSet
from desktop.sets.set_report import SetReport

if TYPE_CHECKING:
    import pandas as pd

UNIT: Final = "unit"
YEAR: Final = "year"


def set_frame(reports: ReportSet) -> pd.DataFrame:
    """Units × years as rows, cells as columns; values are int, Decimal or None, never float.

    Where a unit handed in several reports for a year, the first stands. The columns are the
    cells of every form that occurs, in printed order, the newest form first.

    Raises:
        LibraryError: pandas cannot be loaded.
    """
    load_pandas()
    import pandas as pd

    rows = [
        (unit.name, year, versions[0])
        for unit in reports.roster.units
        for year, versions in sorted(reports.reports.get(unit.name, {}).items())
    ]
    every = (v for of_unit in reports.reports.values() for v in of_unit.values())
    names = _names(dict.fromkeys(report.form for versions in every for report in versions))
    index = pd.MultiIndex.from_tuples([(unit, year) for unit, year, _ in rows], names=[UNIT, YEAR])
    values = [_row(report, names) for _, _, report in rows]
    return pd.DataFrame(values, index=index, columns=list(names), dtype=object)


def _names(used: Mapping[Form, None]) -> dict[str, None]:
    in_order = [form for form in forms() if form in used]
    return dict.fromkeys(name for form in in_order for name in form.slots())


def _row(report: SetReport, names: Mapping[str, None]) -> Sequence[Number | None]:
    return [report.value(name) for name in names]


def sums_by_parent(
    frame: pd.DataFrame, parents: Mapping[str, str], year: int
) -> Mapping[str, Mapping[str, Number]]:
    """Σ of the subordinates' values, by parent and cell; what was not read adds nothing.

    Args:
        frame: see `set_frame`.
        parents: each subordinate's parent, by name.
        year: the one to add up.
    """
    rows = _of_year(frame, year)
    below = rows[rows.index.isin(list(parents))]
    filled = below.where(below.notna(), 0)
    sums = filled.groupby(filled.index.map(parents)).sum()
    return cast("Mapping[str, Mapping[str, Number]]", sums.to_dict("index"))


def total_of(frame: pd.DataFrame, units: Iterable[str], year: int) -> Mapping[str, Number]:
    """Σ of some units' values, by cell; what was not read adds nothing."""
    rows = _of_year(frame, year)
    chosen = rows[rows.index.isin(list(units))]
    return cast("Mapping[str, Number]", chosen.where(chosen.notna(), 0).sum().to_dict())


def _of_year(frame: pd.DataFrame, year: int) -> pd.DataFrame:
    return frame[frame.index.get_level_values(YEAR) == year].droplevel(YEAR)


def larger_than_above(
    frame: pd.DataFrame, parents: Mapping[str, str], year: int
) -> Iterator[tuple[str, str]]:
    """The units and cells in which a unit has more than its parent.

    Args:
        frame: see `set_frame`.
        parents: each subordinate's parent, by name.
        year: the one to look at.
    """
    rows = _of_year(frame, year)
    pairs = [unit for unit in rows.index if parents.get(unit) in rows.index]
    below = rows.loc[pairs]
    above = rows.loc[[parents[unit] for unit in pairs]].set_axis(below.index)
    both = below.notna() & above.notna()
    larger = below.where(both, 0) > above.where(both, 0)
    names = list(larger.columns)
    for unit, row in zip(larger.index, larger.to_numpy(), strict=True):
        for column in row.nonzero()[0]:
            yield unit, names[column]
