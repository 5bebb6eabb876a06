"""The running text of a draft."""

from __future__ import annotations

from typing import Final

from tests.adversarial.draft import Draft

PREAMBLE: Final = (
    "根据《中华人民共和国政府信息公开条例》要求，由{agency}编制本报告。本报告所列数据的统计期限自"
    "{year}年1月1日起至{year}年12月31日止。"
)
_TEXTS: Final = {
    1: (
        "一年来，本机关按照要求做好政府信息公开工作。主动公开方面，及时发布政府信息；依申请公开方面，"
        "规范答复。",
        "政府信息管理方面，落实公开前的审查；平台建设方面，做好网站专栏的日常维护；监督保障方面，"
        "开展业务培训。",
    ),
    5: (
        "存在的主要问题：公开的深度还不够，工作人员的业务能力有待提高。",
        "下一步将加强学习，完善制度，提升公开质量。",
    ),
    6: ("本年度未收取信息处理费，没有其他需要报告的事项。",),
}


def paragraphs(draft: Draft, section: int) -> tuple[str, ...]:
    """What a section says besides its table."""
    texts: dict[int, tuple[str, ...]] = draft.look.get("texts", _TEXTS)
    captions: dict[int, str] = draft.look.get("captions", {})
    caption = (captions[section],) if section in captions else ()
    return texts.get(section, ()) + caption
