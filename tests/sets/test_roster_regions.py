"""Names of offices in their normal form, and the regions that they begin with."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.sets.names import normal_name, region_of
from desktop.sets.roster_regions import split_name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("清源县教育局", "清 源 县\u3000教育局"),
        ("清源县教育局", "清源县教育局（盖章）"),
        ("察布查尔锡伯自治县财政局", "察布查尔·锡伯自治县财政局"),
        ("开发区（高新区）管委会", "开发区[高新区]管理委员会"),
        ("中共清源县委宣传部", "中国共产党清源县委员会宣传部"),
        ("清源县政府办", "清源县人民政府办公室"),
        ("城关街道", "城关街道办"),
        ("城关街道办事处", "城关街道"),
        ("南岭镇", "南岭镇政府"),
        ("乌镇", "乌镇人民政府"),
        ("国家税务总局清源县税务局", "清源县税务局"),
    ],
)
def test_names_of_one_office_have_one_normal_form(one: str, other: str) -> None:
    assert normal_name(one) == normal_name(other)


@given(
    st.text(alphabet="清源青河县市省区镇乡街道人民政府办公室局委员会管理（）·中共 城", max_size=20)
)
def test_a_normal_form_stays_and_is_parted_without_loss(text: str) -> None:
    normal = normal_name(text)
    assert normal_name(normal) == normal
    regions, body = split_name(normal)
    assert "".join(regions) + body == normal


@pytest.mark.parametrize(
    ("name", "region"),
    [
        ("青河市清源县教育局", "青河市清源县"),
        ("清源县南岭镇财政所", "清源县南岭镇"),
        ("江苏省淮安市洪泽区人民政府", "江苏省淮安市洪泽区"),
        ("市场监督管理局", ""),
        ("县教育局", ""),
        ("城市管理局", ""),
        ("住房和城乡建设局", ""),
        ("清源县城乡建设局", "清源县"),
        ("清源县乡村振兴局", "清源县"),
        ("清源县乡镇企业局", "清源县"),
        ("晋城市规划局", "晋城市"),
        ("青河市城市管理局", "青河市"),
        ("济南市市中区教育局", "济南市市中区"),
        ("荆州市沙市区水利局", "荆州市沙市区"),
        ("常德市津市市教育局", "常德市津市市"),
        ("景德镇市财政局", "景德镇市"),
        ("宁波市镇海区教育局", "宁波市镇海区"),
        ("清源县新市镇人民政府", "清源县新市镇"),
        ("平乡县平乡镇人民政府", "平乡县平乡镇"),
        ("通州区教育局", "通州区"),
        ("凉山州西昌市教育局", "凉山州西昌市"),
        ("积石山保安族东乡族撒拉族自治县教育局", "积石山保安族东乡族撒拉族自治县"),
        ("内蒙古自治区通辽市科尔沁左翼中旗教育局", "内蒙古自治区通辽市科尔沁左翼中旗"),
        ("青河市高新区管委会", "青河市"),
    ],
)
def test_the_leading_administrative_names(name: str, region: str) -> None:
    assert region_of(name) == region
