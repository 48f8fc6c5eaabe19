"""Codes, methods and units are found however people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import UnitUnknown
from app.framework.errors import IndicatorUnknown, MethodNotRequired, MethodUnknown, PointUnknown
from app.framework.lookup import parse_indicator_code, parse_method
from app.terms import METHOD_NAMES
from app.wording.errors import describe_error
from tests.support.frameworks import small_framework


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("60", "60"),
        ("060", "60"),
        (" 第60项 ", "60"),
        ("第 60 项指标", "60"),
        ("６０", "60"),
        ("第六十项", "60"),
        ("九十五", "95"),
        ("十", "10"),
        ("一百零一", None),
        ("一百二十", "120"),
        ("加1", "加1"),
        ("加 １", "加1"),
        ("加分项1", "加1"),
        ("加分项一", "加1"),
        ("附加项指标减分项2", "减2"),
        ("减分2", "减2"),
        ("", None),
        ("0", None),
        ("第项", None),
        ("三五", None),
        ("-1", None),
        ("1.5", None),
        ("加", None),
        ("material_check", None),
    ],
)
def test_indicator_codes(written, code):
    if code is None:
        with pytest.raises(IndicatorUnknown) as caught:
            parse_indicator_code(written)
        assert caught.value.code == written
    else:
        assert parse_indicator_code(written) == code


@given(st.text(max_size=20))
def test_any_text_is_a_code_or_a_typed_error(text):
    try:
        code = parse_indicator_code(text)
    except IndicatorUnknown:
        return
    assert parse_indicator_code(code) == code


@pytest.mark.parametrize("method", list(VerificationMethod))
def test_methods_by_name_and_identifier(method):
    name = METHOD_NAMES[method]
    for written in (
        name,
        method.value,
        method.value.upper(),
        method.value.replace("_", "-"),
        f"（2）{name}：",
        f"2 {name}",
    ):
        assert parse_method(written) is method


def test_an_unknown_method():
    with pytest.raises(MethodUnknown):
        parse_method("电话询问")


def test_units_are_found_by_alias_width_and_space():
    framework = small_framework()
    assert framework.unit("县应急局").name == "县应急管理局"
    assert framework.unit(" 县 应急局 ").name == "县应急管理局"
    assert framework.group("各乡(镇、街道)").name == "各乡（镇、街道）"


@pytest.mark.parametrize(
    ("written", "similar"),
    [("司法局", "县司法局"), ("县应急管理", "县应急管理局"), ("县公安局交警大队", "县公安局")],
)
def test_an_unknown_unit_names_the_closest(written, similar):
    with pytest.raises(UnitUnknown) as caught:
        small_framework().unit(written)
    assert caught.value.similar[0] == similar
    assert similar in describe_error(caught.value).remedy


def test_tasks_and_points():
    framework = small_framework()
    indicator = framework.indicator("第1项")
    assert indicator.task("site_check").points[0].number == 1
    with pytest.raises(MethodNotRequired) as method:
        indicator.task("exam")
    assert method.value.available == ("material_check", "site_check")
    with pytest.raises(PointUnknown) as point:
        indicator.point("material_check", 3)
    assert (point.value.point, point.value.count) == (3, 2)
    with pytest.raises(IndicatorUnknown):
        framework.indicator("2")
