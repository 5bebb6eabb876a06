"""Invented sentences in the wordings of real reports, each with the verdict it deserves."""

from __future__ import annotations

from typing import Final

import pytest

from desktop.report.values import Number
from desktop.rules.finding import FindingKind, Severity
from tests.packaged import check
from tests.rules.prose import complete_report, said

# 新收 30, 上年结转 5, 总计 32, 结转下年 3; 予以公开 12, 部分公开 4, 不予公开 6 (3 + 2 + 1),
# 无法提供 5 (4 + 1), 不予处理 3 (2 + 1), 其他处理 2.
APPLICATIONS: Final[dict[str, Number | str]] = {
    f"applications.{row}.{column}": figure
    for row, figure in {
        "new": 30, "carried_in": 5, "granted": 12, "partial": 4,
        "denied_4": 3, "denied_6": 2, "denied_7": 1, "unavailable_1": 4, "unavailable_3": 1,
        "declined_1": 2, "declined_2": 1, "other_3": 2, "total": 32, "carried_out": 3,
    }.items()
    for column in ("natural", "total")
}  # fmt: skip
DISPUTES: Final[dict[str, Number | str]] = {
    "disputes.review.upheld": 2, "disputes.review.corrected": 1, "disputes.review.pending": 1,
    "disputes.review.total": 4, "disputes.direct.upheld": 1, "disputes.direct.total": 1,
    "disputes.after_review.upheld": 2, "disputes.after_review.total": 2,
}  # fmt: skip
PROACTIVE: Final[dict[str, Number | str]] = {
    "proactive.normative.issued": 4, "proactive.normative.repealed": 2,
    "proactive.normative.in_force": 20, "proactive.permit.decisions": 324,
    "proactive.penalty.decisions": 31, "proactive.coercion.decisions": 0,
    "proactive.fee.amount": "25.1",
}  # fmt: skip
VALUES: Final = APPLICATIONS | DISPUTES | PROACTIVE
NEW: Final = "applications.new.total"

AGREES: Final = [
    # what was received may be the new ones, those with the carried, or the results
    "全年共收到政府信息公开申请30件。",
    "2024年，我局收办政府信息公开申请35件，办理32件，结转3件。",
    "受理政府信息公开申请30件，答复32件（含上年度结转5件，另有3件顺延）。",
    "受理政府信息公开申请35件（含2023年结转5件），结转2025年度3件。",
    "全年共处理政府信息公开申请35件（含上年度结转5件），答复32件，结转3件。",
    "新收政府信息公开申请30件，上年结转5件。",
    "收到政府信息公开申请30件，上年结转5件，办结32件，结转下年度3件。",
    "本年度新收依申请公开30宗，均依法办理。",
    "共有政府信息公开申请三十件。",
    "全年收到政府信息公开申请３０件。",
    "全年共收到政府信息公开申请30余件。",
    "全年共收到政府信息公开申请约30件。",
    "全年共收到政府信息公开申请近40件。",
    "收到公民、法人和其他组织提出的政府信息公开申请，共计30件。",
    "政府信息公开申请数量为30件。",
    # results
    "其中予以公开12件，部分公开4件，不予公开6件，无法提供5件，不予处理3件，其他处理2件。",
    "答复申请32件，其中12件予以公开，4件部分公开，6件不予公开。",
    "因本机关不掌握等原因无法提供5件。",
    "因本机关不掌握相关政府信息无法提供4件。",
    "予以公开及部分公开16件。",
    "答复申请30件，另有2件申请人撤回。",
    "涉及商业秘密、属于过程性信息等不予公开5件。",
    "3件申请结转下年度继续办理。",
    "2件属于信访举报投诉类申请，不予处理。",
    "受理政府信息公开申请30件，其中自然人申请28件，法人或其他组织申请2件。",
    "答复政府信息公开申请32件(含上年度转结申请5件,另有3件申请转结下年度继续办理)。",
    "所有答复件中，予以公开及部分公开的16件，占50%;不予公开的6件，占18.75%。",
    "全区受理依申请公开件35件,办结32件,其中予以公开12件、部分公开4件、不予公开6件。",
    "我局收到30件政府信息公开申请，均在规定时限内办理，结转至下一年度3件。",
    "全年依申请公开3次，行政复议0次。",
    # disputes
    "因政府信息公开工作被申请行政复议4件、被提起行政诉讼3件。",
    "因政府信息公开被申请复议4、诉讼3。",
    "政府信息公开行政复议4件，其中维持2件，纠正1件，尚未审结1件。",
    "政府信息公开行政诉讼3件，其中未经复议直接起诉1件，复议后起诉2件，均维持。",
    "政府信息公开行政复议、行政诉讼类相关案件7件。",
    "因政府信息公开引起的行政诉讼类案件3件。",
    "政府信息公开行政复议4件（1件申请人撤回结案）、行政诉讼3件。",
    "被申请行政复议4件（申请人撤回结案）、政府信息公开行政诉讼3件。",
    # 表二
    "制发行政规范性文件4件，废止2件，现行有效20件。",
    "制定发布规范性文件4件，清理废止文件0件，现行有效文件20件。",
    "主动公开局规范性文件42件，人事任免文件106件。",
    "截至2024年底，现行有效行政规范性文件20件。",
    "全年制定出台规范性文件4件。",
    "全年作出行政许可决定324件、行政处罚决定31件、行政强制决定0件。",
    "收取行政事业性收费25.1万元。",
    "收取行政事业性收费251000元。",
    # what is not about these cells at all
    "2023年共收到政府信息公开申请25件。",
    "上年度收到政府信息公开申请25件，本年度收到30件。",
    "共收到政府信息公开申请30件，比上年增加5件，同比增长20%。",
    "历年累计受理政府信息公开申请381件。",
    "自2008年以来共收到政府信息公开申请190件。",
    "云山市政府办公室代表市政府受理政府信息公开申请17件，均已答复。",
    "市民政局收到政府信息公开申请9件。",
    "全年市民政局收到政府信息公开申请9件。",
    "局本级受理政府信息公开申请9件。",
    "市直各部门收到政府信息公开申请80件，市政府办公室收到15件。",
    "收到政府信息公开申请30件，其中民政局12件。",
    "全年主动公开政府信息1205条，发布解读材料7件。",
    "收到网络申请13件、信函申请17件。",
    "办理12345热线诉求520件，答复率100%。",
    "接受政府信息公开咨询46件。",
    "全年未收到行政许可申请，按期办结建议提案12件。",
    "办理群众留言47件，已全部办结，回复率和满意率均达100%。",
    "受理市长信箱来信33件，均已答复。",
    "没有出现应公开而不予公开的办件，未发生因信息管理不当引发的安全事故。",
    "办理人大代表建议12件、政协提案9件。",
    "公示行政许可信息120条。",
    "公开行政处罚信息15件。",
    "公布行政许可事项26项。",
    "审理行政复议案件230件。",
    "对18件规范性文件进行清理。",
    "发布规范性文件解读6件。",
    "受理许可申请500件。",
    "《关于受理政府信息公开申请50件的通报》已印发。",
    "全年印发文件86件，召开会议12次。",
    "举办政府信息公开培训3次，培训工作人员60人次。",
    "其余申请正在办理中。",
    "所有申请均在法定期限内办理，结转下年度3件，其余均已答复。",
]  # fmt: skip

DISAGREES: Final = [
    ("全年共收到政府信息公开申请31件。", "B10", [NEW]),
    ("全年共收到政府信息公开申请二十七件。", "B10", [NEW]),
    ("全年共收到政府信息公开申请２９件。", "B10", [NEW]),
    ("全年收到政府信息公开申请20余件。", "B10", [NEW]),
    ("2024年受理申请2件。", "B10", [NEW]),
    ("新收政府信息公开申请35件。", "B10", [NEW]),
    ("我局收到28件政府信息公开申请。", "B10", [NEW]),
    ("全局收到政府信息公开申请28件。", "B10", [NEW]),
    ("云山市林业局收到政府信息公开申请28件。", "B10", [NEW]),
    ("市林业局共受理政府信息公开申请28件。", "B10", [NEW]),
    ("全区受理依申请公开件33件,办结32件。", "B10", [NEW]),
    ("答复32件(含上年度转结申请6件)。", "B11", ["applications.carried_in.total"]),
    ("政府信息公开申请数量为33件。", "B10", [NEW]),
    ("上年结转4件。", "B11", ["applications.carried_in.total"]),
    ("含2023年结转6件。", "B11", ["applications.carried_in.total"]),
    ("结转2025年度2件。", "B11", ["applications.carried_out.total"]),
    ("4件申请结转下年度继续办理。", "B11", ["applications.carried_out.total"]),
    ("按时答复申请31件。", "B11", ["applications.total.total"]),
    ("其中予以公开13件。", "B12", ["applications.granted.total"]),
    ("其中5件部分公开。", "B12", ["applications.partial.total"]),
    ("予以公开及部分公开15件。", "B12",
     ["applications.granted.total", "applications.partial.total"]),
    ("不予处理4件。", "B12", [f"applications.declined_{n}.total" for n in range(1, 6)]),
    ("因政府信息公开被申请行政复议3件。", "C04", ["disputes.review.total"]),
    (
        "因政府信息公开被提起行政诉讼5件。",
        "C04",
        ["disputes.direct.total", "disputes.after_review.total"],
    ),
    ("政府信息公开行政复议4件，其中维持3件。", "C04", ["disputes.review.upheld"]),
    ("制发行政规范性文件5件。", "A05", ["proactive.normative.issued"]),
    ("制发行政规范性文件4件，废止1件。", "A05", ["proactive.normative.repealed"]),
    ("现行有效的行政规范性文件19件。", "A05", ["proactive.normative.in_force"]),
    ("全年作出行政许可决定342件。", "A06", ["proactive.permit.decisions"]),
    ("全年作出行政处罚决定30件。", "A06", ["proactive.penalty.decisions"]),
    ("收取行政事业性收费25.6万元。", "A06", ["proactive.fee.amount"]),
    ("全年未收到政府信息公开申请。", "B15", [NEW]),
    ("所有政府信息公开申请均已办理完成。", "B15", ["applications.carried_out.total"]),
    ("全年无行政复议和行政诉讼情况。", "C05", ["disputes.review.total", "disputes.direct.total",
                                    "disputes.after_review.total"]),
    ("未发生因政府信息公开引发的行政复议。", "C05", ["disputes.review.total"]),
    ("政府信息公开行政复议结果均获维持。", "C06",
     ["disputes.review.corrected", "disputes.review.pending"]),
]  # fmt: skip


@pytest.mark.parametrize("text", AGREES)
def test_a_sentence_that_can_be_meant_so_raises_nothing(text: str) -> None:
    findings = check(complete_report(said(text), VALUES)).findings
    assert [f.message for f in findings if f.kind is FindingKind.NARRATIVE] == []


@pytest.mark.parametrize(("text", "rule", "cells"), DISAGREES)
def test_a_sentence_that_no_reading_bears_out_is_one_warning(
    text: str, rule: str, cells: list[str]
) -> None:
    report = complete_report(said(text), VALUES)
    findings = [f for f in check(report).findings if f.kind is FindingKind.NARRATIVE]
    assert [(f.rule, f.severity, list(f.cells)) for f in findings] == [
        (rule, Severity.WARNING, cells)
    ]
    (spoken,) = [s for part in report.sections for s in part.sentences if s.text == text]
    assert findings[0].where == spoken.sources
