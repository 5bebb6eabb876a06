"""An office's name to the form by which names are compared."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

_INVISIBLE: Final = re.compile(
    r"[\s\x00-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202f\u2060\ufeff]+"
)
# Middle dots in names of peoples and quotation marks are set or left out at will.
_DOTS_AND_QUOTES: Final = re.compile(r"[·・•‧∙⋅●“”\"‘’'《》〈〉]")
_BRACKETS: Final = str.maketrans("〔【[〖{「『〕】]〗}」』", "(((((((" + ")))))))")
_SEAL: Final = re.compile(r"\((?:加?盖章|[公印]?章|签章)?\)")
_REPLACED: Final = tuple(
    (re.compile(pattern), by)
    for pattern, by in (
        (r"^(?:中国共产党|中共)(?=..)(?!中央)", ""),
        # Since 2018 the full name of every local tax office begins with that of the state's.
        (r"^国家税务总局(?=.+税务局)", ""),
        (r"(?<=[省市县区州旗盟镇乡])委员会", "委"),
        (r"管理委员会", "管委会"),
        (r"(?<!人民)政府(?=办公[室厅]$|办?$)", "人民政府"),
        (r"(?<=政府)办$", "办公室"),
        (r"(?<=.街道)(?:办公室|办)?$", "办事处"),
        (r"(?<=[^城村集乡]镇)$|(?<=[^城]乡)$|(?<=.苏木)$", "人民政府"),
    )
)


@lru_cache(maxsize=65536)
def normal_name(text: str) -> str:
    """The form in which equal names are the same office's, whoever wrote them.

    Full-width, spaced out, with brackets of another kind, a middle dot or `中共` before it;
    `政府` for `人民政府`, `管理委员会` for `管委会`, `街道` or `街道办` for `街道办事处`, a town by
    its name alone. Regions are left as they are: see `NameIndex`.
    """
    name = clean(unicodedata.normalize("NFKC", text))
    name = _SEAL.sub("", _DOTS_AND_QUOTES.sub("", name.translate(_BRACKETS)))
    for pattern, by in _REPLACED:
        name = pattern.sub(by, name)
    return name


def clean(text: str) -> str:
    """A name as written, without spaces and what cannot be seen."""
    return _INVISIBLE.sub("", text)
