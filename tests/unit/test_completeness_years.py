"""Which years a title and a date prove."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.completeness.rows import Period
from app.completeness.years import figure_years, is_yearly, required_years, years_of
from app.framework.values import Comparator, EvidencePoint, Threshold


@pytest.mark.parametrize(
    ("title", "date", "years"),
    [
        ("2019年度法治政府建设工作报告", "", {2019}),
        ("2019年度法治政府建设工作报告", "2020-01-15", {2019}),
        ("２０１９年度报告", "", {2019}),
        ("二〇一九年工作总结", "", {2019}),
        ("2018—2020年行政复议案件汇总表", "", {2018, 2019, 2020}),
        ("2018年至2020年情况说明", "2021-03", {2018, 2019, 2020}),
        ("2018-20年台账", "", {2018, 2019, 2020}),
        ("2018～2019年度台账", "", {2018, 2019}),
        ("2018年1月-2020年12月信访台账", "", {2018, 2019, 2020}),
        ("2018至2020年度台账", "", {2018, 2019, 2020}),
        ("2018.1-2020.12台账", "", {2018, 2019, 2020}),
        ("2018年1月1日至2020年12月31日台账", "2021-02", {2018, 2019, 2020}),
        ("20180101-20201231台账", "", {2018, 2019, 2020}),
        ("2018/2019年度台账", "", {2018, 2019}),
        ("二〇一八至二〇二〇年台账", "", {2018, 2019, 2020}),
        ("“十三五”期间法治建设总结", "2021-01", {2016, 2017, 2018, 2019, 2020}),
        ("十四五时期工作安排", "", {2021, 2022, 2023, 2024, 2025}),
        ("2018年至今普法台账", "2020-12", {2018, 2019, 2020}),
        ("近三年普法台账", "2020-12", {2018, 2019, 2020}),
        ("近三年普法台账", "2021-02", {2018, 2019, 2020}),
        ("近两年普法台账", "2021", {2020, 2021}),
        ("截至2019年近3年普法台账", "2021-02", {2017, 2018, 2019}),
        ("近三年普法台账", "", set()),
        ("近年来普法台账", "2020-12", {2020}),
        ("“七五”普法总结", "2021-01", {2016, 2017, 2018, 2019, 2020}),
        ("八五普法规划", "", {2021, 2022, 2023, 2024, 2025}),
        ("“十三五”工作总结", "", {2016, 2017, 2018, 2019, 2020}),
        ("普法总结 十三五", "", {2016, 2017, 2018, 2019, 2020}),
        ("第十三五条", "", set()),
        ("二十三五", "", set()),
        ("示政办2019年12号", "2020-12", {2020}),
        ("2018、2019、2021年度考核通报", "", {2018, 2019, 2021}),
        ("2018年以来法治宣传工作情况说明", "2020-12-01", {2018, 2019, 2020}),
        ("2018年以来法治宣传工作情况说明", "", {2018, 2019, 2020, 2021}),
        ("2020年3月5日常务会议纪要", "2020-03-05", {2020}),
        ("会议纪要20190312", "", {2019}),
        ("工作总结(2019)", "2020-01-01", {2019}),
        ("2019人大建议办理情况", "", {2019}),
        ("法治宣传方案", "2021-04-09", {2021}),
        ("法治宣传方案", "2021-04", {2021}),
        ("法治宣传方案", "2021", {2021}),
        ("法治宣传方案", "", set()),
        ("鲁政〔2019〕12号", "", {2019}),
        ("鲁政〔2019〕12号文件的落实情况", "2020-05-01", {2020}),
        ("鲁政[2019]12号 2020年落实情况", "2021-05-01", {2020}),
        ("12345热线受理2019件", "2020-02-02", {2020}),
        ("第2019号决定书", "2020-02-02", {2020}),
        ("2020—2018年", "", {2018, 2020}),
        ("1900—2099年规划", "2021", {1900, 2099}),
    ],
)
def test_years(title, date, years):
    assert years_of(title, date, 2021) == years


@pytest.mark.parametrize(
    ("title", "date", "file_name", "years"),
    [
        ("行政复议案件汇总表", "2021-03", "2018-2020年行政复议案件汇总表.xlsx", {2018, 2019, 2020}),
        ("2020年度汇总表", "", "2018—2019年汇总.xlsx", {2018, 2019, 2020}),
        ("汇总表", "", "“十三五”期间汇总.xlsx", {2016, 2017, 2018, 2019, 2020}),
        ("汇总表", "2021-03", "2019年汇总表.xlsx", {2021}),
        ("汇总表", "2021-03", "示政〔2018〕2020号.pdf", {2021}),
        ("汇总表", "2021-03", "示政〔2018〕2019-2021号.pdf", {2021}),
        ("汇总表", "2021-03", "第2018-2020号决定书.pdf", {2021}),
        ("汇总表", "2021-03", "受理2018-2020件.xlsx", {2021}),
        ("汇总表", "2021-03", "电话0375-2018-2020.docx", {2021}),
        ("汇总表", "2021-03", "联系电话2018-2020.docx", {2021}),
        ("汇总表", "2021-03", "13720182020.docx", {2021}),
        ("汇总表", "2021-03", "2019-03-05.xlsx", {2021}),
        ("汇总表", "2021-03", "2019-03-05_2020-01-02扫描.xlsx", {2019, 2020}),
        ("汇总表", "2021-03", "2018-2019-1.xlsx", {2021}),
        ("汇总表", "2021-03", "2018-2020-1.xlsx", {2018, 2019, 2020}),
        ("汇总表", "2021-03", "2018-2020.xlsx", {2018, 2019, 2020}),
        ("汇总表", "2021-03", "1-2018—2020年汇总（2）.xlsx", {2018, 2019, 2020}),
        ("汇总表", "2021-03", "2018～2020.xlsx", {2018, 2019, 2020}),
        ("汇总表", "2021-03", "2018至2020年汇总.xlsx", {2018, 2019, 2020}),
        ("汇总表", "2021-03", "近三年汇总表.xlsx", {2018, 2019, 2020}),
        ("汇总表", "", "近三年汇总表.xlsx", set()),
    ],
)
def test_a_span_in_the_files_name_counts_too(title, date, file_name, years):
    assert years_of(title, date, 2021, file_name) == years


@given(
    st.integers(1990, 2060),
    st.integers(0, 40),
    st.sampled_from(
        ["-", "—", "--", "——", "～", "~", "－", "至", "到", " - ", "_", "年-", "年至", "年—"]
    ),
    st.sampled_from(["", "年", "年度", "年台账", " 汇总", "（扫描）"]),
    st.sampled_from(["", "行政复议", "1.", "附件2：", "县司法局", "（1）"]),
    st.booleans(),
)
def test_a_span_proves_every_year_of_it(first, length, between, after, before, named_file):
    last = min(first + length, 2099)
    text = f"{before}{first}{between}{last}{after}"
    title, name = ("汇总表", f"{text}.xlsx") if named_file else (text, "")
    assert years_of(title, "", 2021, name) == set(range(first, last + 1))


@given(
    st.integers(1990, 2060),
    st.integers(1990, 2060),
    st.sampled_from(
        [
            "示政〔{a}〕{b}号",
            "示政〔{a}〕1-{b}号",
            "{a}-03-05",
            "{a}.3.5",
            "{a}0305",
            "0375-{a}{b}",
            "0375-{a}-{b}",
            "137{a}{b}",
            "电话：{a}-{b}",
            "第{a}-{b}号",
            "编号：{a}-{b}",
            "{a}-{b}件",
        ]
    ),
)
def test_what_only_looks_like_a_span_proves_nothing_by_the_files_name(a, b, pattern):
    name = pattern.format(a=a, b=b) + ".pdf"
    assert years_of("汇总表", "2021-03", 2021, name) == {2021}


def test_without_a_last_year_since_proves_its_own_year():
    assert years_of("2018年以来台账") == {2018}


@given(st.text(max_size=60), st.sampled_from(["", "2021", "2021-04", "2021-04-09"]))
def test_any_title_gives_plausible_years(title, date):
    assert all(1900 <= y <= 2099 for y in years_of(title, date, 2021))


@pytest.mark.parametrize(
    ("since", "per_year", "first", "years"),
    [
        (2019, False, None, (2019, 2020, 2021)),
        (2019, True, 2016, (2019, 2020, 2021)),
        (None, True, 2020, (2020, 2021)),
        (None, True, None, ()),
        (None, False, 2020, ()),
        (2022, False, None, ()),
    ],
)
def test_required_years(since, per_year, first, years):
    point = EvidencePoint(number=1, text="材料", since_year=since, per_year=per_year)
    assert required_years(point, Period(2021, first)) == years


def threshold(text="不少于1次", unit="次"):
    return Threshold(text=text, comparator=Comparator.AT_LEAST, value=1, unit=unit)


@pytest.mark.parametrize(
    ("text", "unit", "asked", "yearly"),
    [
        ("每年至少组织1次", "次", {}, True),
        ("不少于40学时", "学时/年", {}, True),
        ("办复率达100%", "%", {}, False),
        ("满意度达到95%以上", "%", {"since_year": 2016}, True),
        ("满意度达到95%以上", "%", {"per_year": True}, True),
        ("每2年至少开展一次", "次/2年", {"since_year": 2016}, False),
        ("每三年一次", "次", {"per_year": True}, False),
    ],
)
def test_which_demands_hold_for_each_year(text, unit, asked, yearly):
    point = EvidencePoint(number=1, text="材料", **asked)
    assert is_yearly(threshold(text, unit), point) is yearly
    assert bool(figure_years(threshold(text, unit), point, None, Period(2021))) is yearly


@pytest.mark.parametrize(
    ("since", "indicator", "years"),
    [
        (2019, 2016, (2019, 2020, 2021)),
        (None, 2020, (2020, 2021)),
        (None, None, (2019, 2020, 2021)),
        (2022, None, ()),
    ],
)
def test_the_years_of_figures(since, indicator, years):
    point = EvidencePoint(number=1, text="材料", since_year=since)
    yearly = threshold("每年至少组织1次")
    assert figure_years(yearly, point, indicator, Period(2021)) == years
