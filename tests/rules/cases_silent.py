"""What comes close to a rule and is right; besides these, every rule is silent on PLAIN."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from tests.rules.cases import (
    DIRECT,
    IN,
    ISSUED,
    NEW,
    OUT,
    PERMIT,
    REPEALED,
    REVIEW,
    SAME,
    TOTAL,
    VALID,
    YEAR_FIRST,
    Case,
    dated,
    of,
    old_form,
    part,
    told,
)
from tests.rules.prose import complete_report, sentence

SILENT: Final[dict[str, list[Case]]] = {
    "A01": [of({VALID: 4, ISSUED: 2, REPEALED: 1}, {VALID: 3})],
    "A02": [of({VALID: 1, ISSUED: 2, REPEALED: 1})],
    "A03": [of({REPEALED: 2}, {VALID: 2})],
    "A04": [
        Case(complete_report(values={"proactive.regulation.in_force": 6}, agency=agency))
        for agency in ("云山自治州人民政府", "江南省人民政府办公厅", "自然资源部")
    ]
    + [Case(complete_report(agency="云山市人民政府"))],
    "A07": [of({PERMIT: 100}, {PERMIT: 20}), of({PERMIT: 100}, {PERMIT: 2})],
    "A08": [of({PERMIT: 1}, {PERMIT: 5})],
    "A09": [of({"proactive.coercion.decisions": 17, "proactive.penalty.decisions": 1})],
    "A11": [
        old_form(
            {"proactive.permit.prior_items": 5},
            {"proactive.permit.prior_items": 7, "proactive.permit.change": -2},
        )
    ],
    "B04": [of({IN: 2}, {OUT: 2})],
    "B06": [of({IN: 5, TOTAL: 5})],
    "B07": [of({NEW: 2, IN: 1, OUT: 3})],
    "B08": [of({NEW: 19, OUT: 6}), of({NEW: 20, OUT: 5})],
    "B09": [part(6, "已发出收费通知，申请人未缴费。", values={"applications.other_2.total": 1})],
    "B13": [
        told("共收到政府信息公开申请5件，其中自然人3件、法人2件。", values={NEW: 5}),
        told("共收到政府信息公开申请5件，其中网络申请2件、当面申请1件。", values={NEW: 5}),
    ],
    "B14": [
        told("收到政府信息公开申请30件，上年为25件，同比增长20%。", values={NEW: 30}),
        told("全年发布信息50条，其中政策类20条，占40%。"),
        told("按时答复率100%。"),
        told("政策类30条，占60%，动态类20条，占40%。"),
    ],
    "B15": [told("政府信息公开申请均已办结。"), told("未收到政府信息公开行政复议申请。")],
    "C04": [told("被申请行政复议2件（含上年结转1件）。", values={REVIEW: 3})],
    "C06": [told("政府信息公开行政复议均获维持。", values={"disputes.review.upheld": 1})],
    "C07": [of({DIRECT: 1}, {"disputes.direct.pending": 1})],
    "C08": [of({REVIEW: 1}, {NEW: 1})],
    "C09": [told("被申请行政复议2件。", values={REVIEW: 3})],
    "F01": [old_form({})],
    "F09": [part(1, "我局公开信息多条，收到申请，严格保密审查，维护网站，加强考核。")],
    "F10": [part(5, "工作人员业务能力有待提升。今后将加强培训。")],
    "F11": [part(6, "本年度未产生信息公开收费事项。"), part(6, "全年收取信息处理费0元。")],
    "F12": [
        Case(replace(complete_report(), title=sentence(YEAR_FIRST))),
        Case(replace(complete_report(), closing=(sentence("市林业局"), sentence("2025年1月2日")))),
    ],
    "F13": [
        told("2023年结转的申请已办结。"),
        told("2021—2025年规划信息已公开。"),
        told("2023年，我市印发《2023年要点》，2024年全面落实。"),
        part(5, "存在问题不少。2025年，我局将加强培训，推进公开。"),
    ],
    "F14": [
        Case(replace(complete_report(), preamble=(sentence("依据国务院令第711号编制。"),))),
        old_form({}),
    ],
    "F15": [told("制定《XX办法》。"), told("提供5×8小时服务。")],
    "F16": [
        dated("2025年3月30日", agency="云山市人民政府"),
    ],
    "Q01": [
        told("规范办理疑难申请件。", "清理现行有效的规范性文件。", "收到政府信息公开申请0件。"),
    ],
    "Q02": [
        told("及时、准确、全面公开。", "做好会议准备、资料准备。"),
        told("坚持以公开为常态、不公开为例外。"),
        told("做到“上网不上网”。"),
    ],
    "Q03": [told("发布信息100条，其中动态类70条、政策类20条。")],
    "Q04": [told("主动公开政府信息20条。", "2023年主动公开政府信息16条。")],
    "Q05": [
        told("做好公众号、视频号、头条号等日常巡检。", "按照“公开、公开”的原则，的的确确落实。"),
        told("目的的确认由办公室负责。"),
    ],
    "Q07": [told("全年发布信息300余条。")],
    "S01": [part(6, "依据《政府信息公开信息处理费管理办法》，未收取信息处理费。")],
    "S02": [part(6, "对25件申请收取信息处理费2900元，其中甲局10件1000元、乙局15件1900元。")],
    "S03": [part(6, "收取信息处理费110元。")],
    "S04": [part(6, "对1件申请收取信息处理费100元。"), part(6, "收取信息处理费0件0元。")],
    "V05": [of({PERMIT: "12"})],
    "V07": [of({"proactive.fee.amount": 9_000_000})],
    "V08": [of(SAME, {**SAME, VALID: 8}), of({VALID: 3}, {VALID: 3})],
}  # fmt: skip
