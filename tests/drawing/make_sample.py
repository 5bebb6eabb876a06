"""Draw the packaged sample: `python -m tests.drawing.make_sample`.

The report of an invented office. Its figures agree but for what a first look should find:
one digit in 表三, one total in 表四, a blank cell, a number with a remark, and a figure in
the text that the table does not have.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from desktop.report.values import Number
from tests.builders import FORM_2021
from tests.drawing.report import Content, draw_report
from tests.drawing.style import Style

PATH: Final = Path(__file__).resolve().parents[2] / "resources" / "sample" / "sample-2024.pdf"

_RESULTS: Final[dict[str, tuple[int, ...]]] = {
    # natural, enterprise, research, social, legal, other
    "granted": (14, 2, 0, 0, 1, 0),
    "partial": (6, 1, 0, 0, 0, 0),
    "denied_4": (2, 0, 0, 0, 0, 0),
    "denied_6": (1, 0, 0, 0, 0, 0),
    "denied_7": (3, 1, 0, 0, 0, 0),
    "unavailable_1": (9, 1, 0, 0, 0, 0),
    "unavailable_2": (2, 0, 0, 0, 0, 0),
    "declined_1": (4, 0, 0, 0, 0, 0),
    "declined_2": (1, 0, 0, 0, 0, 0),
    "other_3": (2, 0, 0, 0, 0, 0),
}
_ORGANS: Final = ("natural", "enterprise", "research", "social", "legal", "other")


def right_figures() -> dict[str, Number]:
    """The figures of the report before the errors were put in."""
    values: dict[str, Number] = dict.fromkeys(FORM_2021.slots(), 0)
    values |= {
        "proactive.normative.issued": 3,
        "proactive.normative.repealed": 1,
        "proactive.normative.in_force": 18,
        "proactive.permit.decisions": 412,
        "proactive.penalty.decisions": 57,
        "proactive.coercion.decisions": 6,
        "disputes.review.upheld": 3,
        "disputes.review.corrected": 1,
        "disputes.review.pending": 1,
        "disputes.review.total": 5,
        "disputes.direct.upheld": 1,
        "disputes.direct.total": 1,
    }
    for row, figures in _RESULTS.items():
        for organ, figure in zip(_ORGANS, figures, strict=True):
            values[f"applications.{row}.{organ}"] = figure
    carried_in, carried_out = (2, 0, 0, 0, 0, 0), (3, 0, 0, 0, 0, 0)
    for index, organ in enumerate(_ORGANS):
        total = sum(figures[index] for figures in _RESULTS.values())
        values[f"applications.total.{organ}"] = total
        values[f"applications.carried_in.{organ}"] = carried_in[index]
        values[f"applications.carried_out.{organ}"] = carried_out[index]
        values[f"applications.new.{organ}"] = total + carried_out[index] - carried_in[index]
    for line in FORM_2021.table("applications").blocks[0].rows:
        values[f"applications.{line.id}.total"] = sum(
            int(values[f"applications.{line.id}.{organ}"]) for organ in _ORGANS
        )
    return values


def printed_figures() -> dict[str, Number | str]:
    """The figures as printed."""
    return {
        **right_figures(),
        "applications.unavailable_1.natural": 6,
        "disputes.review.total": 4,
        "proactive.fee.amount": "",
        "proactive.normative.in_force": "18（其中修订2件）",
    }


_PREAMBLE: Final = (
    "根据《中华人民共和国政府信息公开条例》和《国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国"
    "政府信息公开工作年度报告格式〉的通知》（国办公开办函〔2021〕30号）要求，编制本报告。本报告所列数据的统计"
    "期限自2024年1月1日起至2024年12月31日止。"
)
_PARAGRAPHS: Final = {
    1: (
        "2024年，云山市林业局坚持以公开为常态、不公开为例外，及时、准确、全面做好政府信息公开工作。",
        "（一）主动公开。全年通过政府网站发布政府信息326条，政策解读4篇，回应群众关切21件。重点公开林木采伐"
        "许可、森林防火和生态护林员管理等领域信息。",
        "（二）依申请公开。全年新收政府信息公开申请52件，上年结转2件，办结50件，结转下年度继续办理3件。",
        "（三）政府信息管理。全年制发行政规范性文件3件，废止1件，现行有效18件，均已在政府信息公开专栏集中公开。",
        "（四）政府信息公开平台建设。完善政府网站信息公开专栏，规范栏目设置，做好日常巡检和错链处理。",
        "（五）监督保障。将政府信息公开工作纳入年度考核，全年组织业务培训2次，未发生责任追究情形。",
    ),
    5: (
        "存在的主要问题：一是政策解读形式较为单一，图文解读比例不高；二是依申请公开答复文书的规范性有待加强。",
        "改进情况：一是丰富解读形式，增加图表和短视频解读；二是统一答复文书式样，落实法制审核，提高答复质量。",
    ),
    6: ("2024年度本机关未收取政府信息公开信息处理费。除此之外，没有其他需要报告的事项。",),
}

CONTENT: Final = Content(
    FORM_2021,
    printed_figures(),
    preamble=_PREAMBLE,
    paragraphs=_PARAGRAPHS,
    closing="云山市林业局　2025年1月16日",
)


def main() -> None:
    """Draw the sample into `resources/`."""
    PATH.parent.mkdir(parents=True, exist_ok=True)
    draw_report(PATH, CONTENT, Style())


if __name__ == "__main__":
    main()
