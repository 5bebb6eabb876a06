"""For each rule that can lack something: reports on which it says 未能核对."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from tests.rules.cases import (
    DIRECT,
    ISSUED,
    NEW,
    NO_LAST_YEAR,
    NO_YEAR,
    OUT,
    REVIEW,
    SILENT_TEXT,
    TOTAL,
    VALID,
    Case,
    of,
    old_form,
    part,
    told,
    without,
)
from tests.rules.prose import complete_report

_LAST_YEAR: Final = ("A01", "A03", "A07", "A08", "B04", "B05", "C07", "V08")
_TEXT: Final = (
    "A05", "A06", "B10", "B11", "B12", "B13", "B14", "B15", "C04", "C05", "C06", "C09",
    "F02", "F03", "F09", "F10", "F11", "F13", "F14", "F15", "Q01", "Q02", "Q03", "Q04", "Q05",
    "Q06", "Q07", "S01", "S02", "S03", "S04",
)  # fmt: skip

UNCHECKED: Final[dict[str, list[Case]]] = {
    **{rule: [NO_LAST_YEAR] for rule in _LAST_YEAR},
    **{rule: [SILENT_TEXT] for rule in _TEXT},
    "A02": [without(VALID)],
    "A04": [
        Case(complete_report(agency=None)),
        Case(complete_report(values={"proactive.regulation.in_force": 6}, agency="云山市人民政府")),
        without("proactive.regulation.issued"),
    ],
    "A09": [without("proactive.penalty.decisions")],
    "A10": [old_form({"proactive.normative.published": "若干"})],
    "A11": [old_form({})],
    "B01": [without("applications.new.natural")],
    "B02": [without("applications.granted.natural")],
    "B03": [without("applications.granted.natural")],
    "B06": [without(TOTAL)],
    "B07": [without(OUT)],
    "B08": [without(OUT)],
    "B09": [
        without("applications.other_2.total"),
        Case(replace(of({"applications.other_2.total": 1}).report, sections=())),
    ],
    "C01": [without(REVIEW)],
    "C02": [without(DIRECT)],
    "C03": [without("disputes.after_review.total")],
    "C08": [of({REVIEW: 1}), without(REVIEW)],
    "F01": [NO_YEAR],
    "F12": [Case(replace(complete_report(), title=None))],
    "F13": [NO_YEAR, SILENT_TEXT],
    "F16": [Case(replace(complete_report(), closing=())), Case(complete_report(agency=None))],
    "V07": [without("proactive.fee.amount")],
    "A05": [told("制发行政规范性文件4件。", values={ISSUED: "若干"}), SILENT_TEXT],
    "B11": [told("结转下年度继续办理1件。", values={OUT: "若干"}), SILENT_TEXT],
    "B14": [told("共收到政府信息公开申请30件，同比增长20%。", values={NEW: 30}), SILENT_TEXT],
    "C05": [told("无行政复议情况。", values={REVIEW: "若干"}), SILENT_TEXT],
    "B10": [part(1), SILENT_TEXT],
    "B15": [part(1), SILENT_TEXT],
    "B04": [NO_LAST_YEAR, Case(complete_report(), complete_report(year=2021)),
            Case(complete_report(), complete_report(year=2023, agency="云山市民政局"))],
}  # fmt: skip

NEVER_UNCHECKED: Final = frozenset(
    # They tell what reading noticed, or look at each cell that there is; what is missing is F04's.
    (
        "F04",
        "F05",
        "F06",
        "F07",
        "F08",
        "F17",
        "F18",
        "F19",
        "V01",
        "V02",
        "V03",
        "V04",
        "V05",
        "V06",
        "V09",
    )
)
