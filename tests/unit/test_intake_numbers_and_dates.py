"""Document numbers, days and organs, as they are found in lines and names."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.intake.dates import find_any, only_day, with_arabic_dates
from app.intake.numbers import number_in_name, number_of_line
from app.intake.organs import is_organ


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("示司〔2021〕12号", "示司〔2021〕12号"),
        ("示司[2021]12号", "示司〔2021〕12号"),
        ("示司(2021)12号", "示司〔2021〕12号"),
        ("示司【2021】12号", "示司〔2021〕12号"),
        ("示司（２０２１）１２号", "示司〔2021〕12号"),
        ("示 司 〔2021〕 12 号", "示司〔2021〕12号"),
        ("文号：示司〔2021〕12号", "示司〔2021〕12号"),
        ("示环罚决字〔2021〕第5号", "示环罚决字〔2021〕第5号"),
        ("（2021）豫0423行初12号", "（2021）豫0423行初12号"),
        ("2021年第3号", "2021年第3号"),
        ("根据豫政〔2020〕3号文件精神", None),
        ("2021年工作总结", None),
    ],
)
def test_numbers_in_lines(text, number):
    assert number_of_line(text) == number


@pytest.mark.parametrize(
    ("stem", "number"),
    [
        ("1.示司〔2021〕12号 关于印发方案的通知", "示司〔2021〕12号"),
        ("示例县司法局示司【2021】12号", "示司〔2021〕12号"),
        ("鲁政办〔2021〕12", "鲁政办〔2021〕12号"),
        ("河南省人民政府令第196号", "河南省人民政府令第196号"),
        ("第12号令", "第12号令"),
        ("关于转发豫政〔2020〕3号的通知", None),
        ("贯彻落实豫政〔2020〕3号文件精神情况报告", None),
        ("总结(2021)3", None),
    ],
)
def test_numbers_in_names(stem, number):
    found = number_in_name(stem)
    assert (found.value if found else None) == number


@given(
    st.text("鲁示豫政办司法发函县委组字", min_size=2, max_size=5),
    st.integers(1990, 2026),
    st.integers(1, 9999),
    st.sampled_from(["〔〕", "[]", "()", "（）", "【】", "［］", "﹝﹞"]),
)
def test_a_number_in_any_brackets_becomes_official(code, year, serial, brackets):
    written = f"{code}{brackets[0]}{year}{brackets[1]}{serial}号"
    assert number_of_line(written) == f"{code}〔{year}〕{serial}号"


TODAY = date(2026, 11, 22)
CHINESE = "〇一二三四五六七八九"


def in_chinese(day):
    def small(n):
        tens, ones = divmod(n, 10)
        head = "" if tens == 0 else ("十" if tens == 1 else f"{CHINESE[tens]}十")
        return head + (CHINESE[ones] if ones else "")

    year = "".join(CHINESE[int(digit)] for digit in str(day.year))
    return f"{year}年{small(day.month)}月{small(day.day)}日"


@given(st.dates(date(1990, 1, 1), TODAY))
def test_a_day_is_read_in_every_form(day):
    iso = day.isoformat()
    for text in (
        f"{day.year}年{day.month}月{day.day}日",
        iso,
        f"{day.year}.{day.month}.{day.day}",
        in_chinese(day),
        in_chinese(day).replace("〇", "○"),
    ):
        assert only_day(text, TODAY) == iso
        assert find_any(f"示例县司法局 {text}", TODAY).iso == iso
    assert find_any(f"IMG_{day:%Y%m%d}_101112", TODAY).iso == iso
    assert with_arabic_dates(in_chinese(day)) == f"{day.year}年{day.month}月{day.day}日"


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2021年4月普法工作总结", "2021-04"),
        ("2021年度总结", "2021"),
        ("2027年1月1日", None),
        ("1989年总结", None),
        ("20211345", None),
        ("2018年以来普法", None),
        ("2018-2021年总结", None),
        ("testWORKS2000", None),
        ("电话13720210409", None),
    ],
)
def test_partial_and_implausible_dates(text, iso):
    found = find_any(text, TODAY)
    assert (found.iso if found else None) == iso


@pytest.mark.parametrize(
    "name",
    ["示例县司法局", "中共示例县委", "示例县人民政府办公室", "县政务服务和大数据服务中心"],
)
def test_organs(name):
    assert is_organ(name)


@pytest.mark.parametrize(
    "text", ["各有关单位", "工作开展情况", "关于成立领导小组", "一、总体要求", "示例县"]
)
def test_no_organs(text):
    assert not is_organ(text)
