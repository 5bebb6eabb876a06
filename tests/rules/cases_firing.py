"""For each rule: reports on which it fires."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from desktop.report.model import ObservationKind
from tests.builders import FORM_2019
from tests.rules.cases import (
    DIRECT,
    IN,
    ISSUED,
    LONG,
    NEW,
    OUT,
    PERMIT,
    REPEALED,
    REVIEW,
    SAME,
    TOTAL,
    VALID,
    Case,
    dated,
    doubtful,
    in_yuan,
    observed,
    of,
    old_form,
    part,
    told,
)
from tests.rules.prose import complete_report, section, sentence

FIRES: Final[dict[str, list[Case]]] = {
    "A01": [of({VALID: 5, ISSUED: 1}, {VALID: 3}), of({VALID: "5（含修订1件）"}, {VALID: 3})],
    "A02": [of({VALID: 0, ISSUED: 2}), of({VALID: 3, ISSUED: 5, REPEALED: 1})],
    "A03": [of({REPEALED: 2, ISSUED: 1}, {VALID: 0})],
    "A04": [of({"proactive.regulation.in_force": 6})],
    "A05": [told("制发行政规范性文件4件。", values={ISSUED: 5})],
    "A06": [told("全年作出行政处罚决定31件。", values={"proactive.penalty.decisions": 13})],
    "A07": [of({PERMIT: 200}, {PERMIT: 20}), of({PERMIT: 20}, {PERMIT: 200})],
    "A08": [of({PERMIT: 0}, {PERMIT: 5}), of({"proactive.fee.amount": 5}, {})],
    "A09": [of({"proactive.coercion.decisions": 17})],
    "A10": [
        old_form({"proactive.normative.published": 2, "proactive.normative.public_total": 1}),
        old_form({"proactive.penalty.prior_items": 2, "proactive.penalty.change": -3}),
    ],
    "A11": [old_form({"proactive.permit.prior_items": 5}, {"proactive.permit.prior_items": 4})],
    "B01": [of({"applications.new.natural": 1, NEW: 1})],
    "B02": [of({"applications.total.natural": 1, TOTAL: 1, OUT: -1})],
    "B03": [of({NEW: 1})],
    "B04": [of({IN: 2}, {OUT: 1})],
    "B05": [of({"applications.carried_in.legal": 2}, {"applications.carried_out.legal": 1})],
    "B06": [of({IN: 5, TOTAL: 1})],
    "B07": [of({NEW: 1, IN: 1, OUT: 3})],
    "B08": [of({NEW: 20, OUT: 6})],
    "B09": [part(6, "无。", values={"applications.other_2.total": 1})],
    "B10": [told("共收到政府信息公开申请2件。", values={NEW: 3})],
    "B11": [told("结转下年度继续办理1件。")],
    "B12": [told("予以公开3件。", values={"applications.granted.total": 2})],
    "B13": [
        told("共收到政府信息公开申请5件，其中自然人3件、法人1件。", values={NEW: 5}),
        told("共收到政府信息公开申请5件，其中网络申请4件、当面申请2件。", values={NEW: 5}),
    ],
    "B14": [
        told("收到政府信息公开申请30件，上年为25件，同比增长25%。", values={NEW: 30}),
        told("全年发布信息50条，其中政策类20条，占45%。"),
    ],
    "B15": [
        told("全年未收到政府信息公开申请。", values={NEW: 1}),
        told("政府信息公开申请均已办结。", values={OUT: 1}),
        told("政府信息公开申请尚有部分正在办理。"),
    ],
    "C01": [of({REVIEW: 1})],
    "C02": [of({DIRECT: 1})],
    "C03": [of({"disputes.after_review.total": 1})],
    "C04": [told("因政府信息公开被申请行政复议2件。", values={REVIEW: 3})],
    "C05": [told("无行政复议和行政诉讼情况。", values={DIRECT: 1})],
    "C06": [
        told("政府信息公开行政复议均获维持。", values={"disputes.review.pending": 1, REVIEW: 1})
    ],
    "C07": [
        of({}, {"disputes.direct.pending": 1}),
        of({"disputes.after_review.total": 1}, {}),
    ],
    "C08": [of({REVIEW: 1}, {})],
    "C09": [told("被申请行政复议2件（含上年结转1件）。", values={REVIEW: 3})],
    "F01": [
        Case(complete_report(form=FORM_2019, year=2023)),
        Case(complete_report(year=2020)),
    ],
    "F02": [Case(replace(complete_report(), sections=complete_report().sections[:5]))],
    "F03": [
        Case(replace(complete_report(), sections=(
            *complete_report().sections[:5], section(6, ("未收取信息处理费。",), printed=5)
        ))),
    ],
    "F04": [observed(ObservationKind.MISSING_ROW)],
    "F05": [observed(ObservationKind.EXTRA_ROW)],
    "F06": [observed(ObservationKind.LABEL)],
    "F07": [observed(ObservationKind.CORNER)],
    "F08": [observed(ObservationKind.IMAGE)],
    "F09": [part(1, "2024年，各项工作有序开展。")],
    "F10": [part(5, "无。"), part(5), part(5, "主动公开的深度不足。")],
    "F11": [part(6, "无。"), part(6)],
    "F12": [
        Case(replace(complete_report(), title=sentence("云山市林业局政府信息公开工作年度报告"))),
        Case(replace(complete_report(), closing=(sentence("云山市民政局"),))),
    ],
    "F13": [
        Case(replace(complete_report(), preamble=(
            sentence("统计期限自2023年1月1日起至2023年12月31日止。"),
        ))),
        told("2023年，我局收到政府信息公开申请0件。"),
    ],
    "F14": [
        Case(replace(complete_report(), preamble=(sentence(text),)))
        for text in (
            "依据国办公开办函〔2019〕60号编制。",
            "依据国办政务公开办函〔2021〕30号编制。",
            "依据《条例》（国务院令第711条）编制。",
        )
    ],
    "F15": [part(2, "该部分以表格形式报告。"), told("全年召开会议XX次。")],
    "F16": [
        dated(day)
        for day in ("2025年2月1日", "2024年1月15日", "二〇二五年三月一日")
    ]
    + [
        Case(replace(
            complete_report({6: ("未收取信息处理费。", "云山市林业局　2025年2月16日")}), closing=()
        ))
    ],
    "F17": [observed(ObservationKind.ORPHAN_DIGITS)],
    "F18": [observed(ObservationKind.UNREAD)],
    "F19": [observed(ObservationKind.UNSEEN)],
    "Q01": [
        told("全年收到政府信息公开申请件。"),
        told("现行有效的规范性文件。"),
        told("同比增长%。"),
    ],
    "Q02": [
        told("及时、准备、全面地公开信息。"),
        told("坚持公开是常态，公开是例外。"),
    ],
    "Q03": [told("发布信息100条，其中动态类70条、政策类50条。")],
    "Q04": [told("主动公开政府信息20条。", "全年主动公开政府信息16条。")],
    "Q05": [
        told("做好公众号、视频号、视频号等日常巡检。"),
        told("通过微博、抖音号、等发布信息。"),
        told("我们我们将继续努力。"),
        part(5, "存在不足，将加强培训，进一步提升政府信息公开工作水平"),
    ],
    "Q06": [told(LONG)],
    "Q07": [told("共收到政府信息公开申请20余件。", values={NEW: 25})],
    "S01": [part(6, "严格执行《政府信息公开信息处理费管理办法》。")],
    "S02": [part(6, "对25件申请收取信息处理费2950元，其中甲局10件1000元、乙局15件1900元。")],
    "S03": [part(6, "收取信息处理费105元。")],
    "S04": [part(6, "对0件申请收取信息处理费100元。"), part(6, "对2件申请收取信息处理费0元。")],
    "V01": [of({PERMIT: "若干"}), of({PERMIT: -1})],
    "V02": [of({PERMIT: "1.5"})],
    "V03": [of({PERMIT: ""}), of({PERMIT: "/"})],
    "V04": [of({PERMIT: "22（其中修订16件）"})],
    "V05": [of({PERMIT: "１２"}), of({PERMIT: "1,203"})],
    "V06": [doubtful()],
    "V09": [in_yuan("125000")],
    "V07": [
        of({"proactive.fee.amount": 20_000_000}),
        of({"proactive.fee.amount": 251_000}, {"proactive.fee.amount": 25}),
    ],
    "V08": [of(SAME, SAME)],
}  # fmt: skip
