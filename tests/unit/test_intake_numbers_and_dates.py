"""Document numbers, days and organs, as they are found in lines and names."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.guessing.dates import find_any, only_day, only_month, typed_day, with_arabic_dates
from app.guessing.numbers import number_in_name, number_of_line
from app.guessing.organs import is_organ, signature
from app.guessing.plain_text import close_up_digits


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
        ("示政办2021年12号", "示政办〔2021〕12号"),
        ("示政发〔二〇二一〕十二号", "示政发〔2021〕12号"),
        ("示政办〔二○二一〕第一百零五号", "示政办〔2021〕第105号"),
        ("示法政组发〔2021〕1-2号", "示法政组发〔2021〕1-2号"),
        ("示市监处罚〔2021〕12—1号", "示市监处罚〔2021〕12-1号"),
        ("（2021）示司复决字第12号", "（2021）示司复决字第12号"),
        ("示政办函〔2021〕0012号", "示政办函〔2021〕0012号"),
        ("示政〔2021〕12号、13号", "示政〔2021〕12号、13号"),
        ("示政〔2021〕12至15号", "示政〔2021〕12至15号"),
        ("司法局便函2021-12", "司法局便函2021-12"),
        ("示政办〔2021〕１２号（代拟稿）", "示政办〔2021〕12号"),
        ("示法建办[2021]12号文", "示法建办〔2021〕12号"),
        ("豫示政办〔2021〕12 号", "豫示政办〔2021〕12号"),
        ("示政办〔2021〕12号 2021年4月9日", "示政办〔2021〕12号"),
        ("示政办〔2021〕12号  签发人：张三", "示政办〔2021〕12号"),
        ("示政（法）〔2021〕3号", "示政（法）〔2021〕3号"),
        ("示政办〔2021年〕12号", "示政办〔2021〕12号"),
        ("示政办〔2021〕12", "示政办〔2021〕12号"),
        ("示政办〔2021〕12号（2021年4月9日）", "示政办〔2021〕12号"),
        ("示市监罚字﹝2021﹞D12号", "示市监罚字〔2021〕D12号"),
        ("示市监罚〔2021〕12-A号", "示市监罚〔2021〕12-A号"),
        ("示城管罚决字[2021]第(012)号", "示城管罚决字〔2021〕第012号"),
        ("示政办『2021』12号", "示政办〔2021〕12号"),
        ("示政办发2021第12号", "示政办发〔2021〕第12号"),
        ("示政办2021-12号", "示政办2021-12号"),
        ("（2021）豫 0423 行初 12 号", "（2021）豫0423行初12号"),
        ("评分表〔2021〕A4", None),
        ("第12号", "第12号"),
        ("令第12号", "令第12号"),
        ("示例县人民政府令第12号", "示例县人民政府令第12号"),
        ("财政部公告2021年第3号", "财政部公告2021年第3号"),
        ("2021年12号", None),
        ("办公电话2021-12", None),
        ("2021年4月9日", None),
        ("第12条", None),
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
        ("示政办2021年12号关于评查的通知", "示政办〔2021〕12号"),
        ("示政办[二〇二一]十二号 通知", "示政办〔2021〕12号"),
        ("示政办〔2021〕12—1号文 通知", "示政办〔2021〕12-1号"),
        ("关于2021年12号台风的报告", None),
    ],
)
def test_numbers_in_names(stem, number):
    found = number_in_name(stem)
    assert (found.value if found else None) == number


@given(
    st.text("鲁示豫政办司法发函县委组字", min_size=2, max_size=5),
    st.integers(1990, 2026),
    st.integers(1, 9999),
    st.sampled_from(["〔〕", "[]", "()", "（）", "【】", "［］", "﹝﹞", "〖〗", "{}"]),
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
    "line",
    [
        "2021年4月9号",
        "公元2021年4月9日",
        "2021年4月9日星期五",
        "2021年4月9日（星期五）上午",
        "2021年4月9日15时30分",
        "2021 年 04 月 09 日",
        "２０２１年４月９日",
        "21年4月9日",
        "贰零贰壹年肆月玖日",
        "二O二一年四月九日",
        "二0二一年〇四月〇九日",
        "2021 . 4 . 9",
        "2021。4。9",
        "2021·4·9",
        "2021/04/09 10:20",
        "2021-04-09T10:20",
        "2021_04_09",
        "20210409",
        "Apr. 9, 2021",
        "9th April 2021",
    ],
)
def test_a_day_alone_on_its_line(line):
    assert only_day(close_up_digits(line), TODAY) == "2021-04-09"


@pytest.mark.parametrize(
    "line",
    ["2021年2月30日", "2021-13-01", "二〇二一年五月初五", "2021年4月9日收到来信3件", "2021.4.9.1"],
)
def test_no_day_alone_on_its_line(line):
    assert only_day(close_up_digits(line), TODAY) is None


def test_eight_digits_are_a_date_only_below_an_organ():
    assert signature(["示例县司法局", "20210409"], TODAY) == ("示例县司法局", "2021-04-09")
    assert signature(["登记编号", "20210409"], TODAY) == ("", "")


@pytest.mark.parametrize(
    "lines",
    [
        ["2021．4．9"],
        ["2021_04_09"],
        ["2021年", "4月9日"],
        ["二〇二一年", "四月九日"],
        ["2021年4月", "9日"],
        ["2021年4月9日"],
    ],
)
def test_a_date_that_runs_over_two_lines(lines):
    letter = ["关于评查的通知", "各单位：", "示例县司法局", *lines]
    assert signature(letter, TODAY) == ("示例县司法局", "2021-04-09")


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
        ("电话0375-20210409", None),
        ("司法局便函2021-12", None),
        ("示政办2021年12号", None),
        ("令第2021号", None),
        ("第2021条", None),
        ("编号2021", None),
        ("金额20210409元", None),
        ("￥20210409", None),
        ("编号20210409", None),
        ("电话20210409", None),
        ("金额20210409.00", None),
        ("身份证410423202104091234", None),
        ("代码91410423MA20210409", None),
        ("面积2000平方米", None),
        ("2018年至2021年总结", None),
        ("2018、2019、2020年总结", None),
        ("2019年和2020年总结", None),
        ("GB2021-12标准", None),
        ("版本2021.4.9.1", None),
        ("信访台账2021-12", "2021-12"),
        ("IMG20210409", "2021-04-09"),
        ("1.2021.4.9会议纪要", "2021-04-09"),
        ("通知-2021", "2021"),
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


@pytest.mark.parametrize(
    "line", ["2021年4月", "2021年4月 日", "2021年4月__日", "二〇二一年四月  日"]
)
def test_month_whose_day_was_left_open(line):
    assert only_month(close_up_digits(line), TODAY) == "2021-04"


@given(
    st.dates(date(1990, 1, 1), date(2030, 12, 31)),
    st.sampled_from(
        [
            "{y}-{m}-{d}",
            "{y}.{m}.{d}",
            "{y}/{m}/{d}",
            "{y}／{m}／{d}",
            "{y} {m} {d}",
            "{y}，{m}，{d}",
            "{y}、{m}、{d}",
            "{y}。{m}。{d}",
            "{y}年{m}月{d}日",
            "{y} 年 {m} 月 {d} 日",
            "{y}{m:02}{d:02}",
        ]
    ),
    st.booleans(),
)
def test_a_day_is_understood_however_it_is_typed(day, pattern, wide):
    text = pattern.format(y=day.year, m=day.month, d=day.day)
    if wide:
        text = text.translate({ord(str(n)): chr(ord("０") + n) for n in range(10)})
    assert typed_day(text, date(2030, 12, 31)) == day.isoformat()


def test_what_is_typed_is_no_day():
    assert typed_day(" ", date(2030, 1, 1)) == ""
    for text in ("2021年3月", "2021", "2021 13 1", "2021.2.30", "21.3.5", "明天", "2031-1-1"):
        assert typed_day(text, date(2030, 1, 1)) is None
