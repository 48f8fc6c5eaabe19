"""Codes, methods and units are found however people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import UnitUnknown
from app.framework.codes import fits, is_pattern, understood
from app.framework.errors import IndicatorUnknown, MethodNotRequired, MethodUnknown, PointUnknown
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
        ("一百二十", None),
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
def test_indicator_codes(framework, written, code):
    if code is None:
        with pytest.raises(IndicatorUnknown) as caught:
            framework.indicator(written)
        assert caught.value.code == written
        told = describe_error(caught.value).remedy
        assert told == "本指标体系的编号是：1 到 95、加1、加2、减1、减2"
    else:
        assert framework.indicator(written).code == code


@given(st.text(max_size=20))
def test_any_text_is_a_code_or_a_typed_error(framework, text):
    try:
        found = framework.indicator(text)
    except IndicatorUnknown:
        return
    assert framework.indicator(found.code) is found


@pytest.mark.parametrize(
    ("pattern", "written", "code"),
    [
        ("{number}.{number}.{number}", "第 2.3.1 项", "2.3.1"),
        ("{number}.{number}.{number}", "２．０３．１", "2.3.1"),
        ("{number}.{number}.{number}", "2.3", None),
        ("{numeral}（{numeral}）", "一(三)", "一（三）"),
        ("{numeral}（{numeral}）", "1（3）", "一（三）"),
        ("{numeral}（{numeral}）", "十二（二十一）", "十二（二十一）"),
        ("{letter}{number}", "a7", "A7"),
        ("{number}", "一百零三", "103"),
        ("{number}", "第一百二十项", "120"),
        ("{number}", "三五", None),
    ],
)
def test_codes_of_every_pattern(pattern, written, code):
    assert is_pattern(pattern)
    assert understood(pattern, (), written) == code
    assert code is None or fits(pattern, code)


@given(st.integers(1, 999))
def test_numerals_are_read_as_they_are_written(number):
    numeral = understood("{numeral}", (), str(number))
    assert numeral is not None
    assert fits("{numeral}", numeral)
    assert understood("{number}", (), numeral) == str(number)


@pytest.mark.parametrize(
    "pattern", ["", "加", "{zahl}", "{number", "{number}/{number}", "第 {number}"]
)
def test_what_is_no_pattern(pattern):
    assert not is_pattern(pattern)


def test_methods_by_name_and_identifier(framework):
    for method in framework.methods:
        name = method.name
        for written in (
            name,
            method.id,
            method.id.upper(),
            method.id.replace("_", "-"),
            f"（2）{name}：",
            f"2 {name}",
        ):
            assert framework.find_method(written) is method


def test_an_unknown_method(framework):
    with pytest.raises(MethodUnknown) as caught:
        framework.find_method("电话询问")
    assert "网络检索、材料查证" in describe_error(caught.value).remedy


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
    code = framework.indicator("第1项").code
    assert framework.find_task(code, "实地核验").points[0].number == 1
    with pytest.raises(MethodNotRequired) as method:
        framework.task(code, "exam")
    assert (method.value.method, method.value.available) == ("随机抽考", ("材料查证", "实地核验"))
    with pytest.raises(PointUnknown) as point:
        framework.point(code, "material_check", 3)
    assert (point.value.point, point.value.count) == (3, 2)
    with pytest.raises(IndicatorUnknown):
        framework.indicator("2")
