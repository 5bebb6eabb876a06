"""What sets of reports need of pandas, with its results printed: in the source and packed alike.

python tests/package/pandas_at_work.py FOLDER      the same runs inside the executable
"""

from __future__ import annotations

import io
import sys
from decimal import Decimal
from pathlib import Path

from desktop.files.libraries import load_pandas

pandas = load_pandas()

CELLS = pandas.DataFrame(
    {
        "unit": ["林业局", "林业局", "水利局", "教育局"],
        "year": pandas.array([2023, 2024, 2024, None], dtype="Int64"),
        "new": pandas.array([3, 10, None, 7], dtype="Int64"),
        "fee": pandas.Series([Decimal("1.5"), None, Decimal("2"), 0], dtype="object"),
        "done": pandas.array([True, None, False, True], dtype="boolean"),
        "text": pandas.array(["一", None, "三", "四"], dtype="string"),
    }
)


def written(folder: Path) -> str:
    """A workbook of two sheets by openpyxl, as it is read again."""
    path = folder / "set.xlsx"
    with pandas.ExcelWriter(path, engine="openpyxl") as writer:
        CELLS.drop(columns="fee").to_excel(writer, sheet_name="单元格", index=False)
        CELLS.groupby("unit")["new"].sum().to_excel(writer, sheet_name="合计")
    from openpyxl import load_workbook

    book = load_workbook(path)
    return str({sheet.title: [list(row) for row in sheet.values] for sheet in book})


def results(folder: Path) -> list[object]:
    """One result for each way in which a set is looked at."""
    more = pandas.DataFrame({"unit": ["林业局", "水利局"], "district": ["东", "西"]})
    wide = CELLS.pivot_table(index="unit", columns="year", values="new", aggfunc="sum")
    csv = io.StringIO()
    CELLS.to_csv(csv, index=False)
    return [
        pandas.__version__,
        CELLS.dtypes,
        CELLS.groupby("unit", sort=False).agg({"new": ["sum", "median"], "fee": "count"}),
        wide,
        CELLS.pivot(index="unit", columns="year", values="text"),
        pandas.concat([CELLS, CELLS.assign(year=2025)], ignore_index=True).sort_values("new"),
        CELLS.merge(more, on="unit", how="left", indicator=True),
        CELLS.melt(id_vars=["unit", "year"], value_vars=["new"]),
        CELLS.set_index(["unit", "year"])["new"].unstack(),
        CELLS["text"].str.contains("三"),
        CELLS["new"].rank(pct=True).round(3),
        CELLS["new"].quantile([0.25, 0.75]),
        wide.astype("Float64").fillna(0).corr(),
        pandas.to_datetime(pandas.Series(["2024-01-31", None])).dt.year,
        pandas.read_csv(io.StringIO(csv.getvalue()), dtype="object"),
        csv.getvalue(),
        written(folder),
    ]


for result in results(Path(sys.argv[-1])):
    print(result)
