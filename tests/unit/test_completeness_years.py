"""Which years a title and a date prove."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.completeness.rows import Period
from app.completeness.years import required_years, years_of
from app.framework.schema import EvidencePoint


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
