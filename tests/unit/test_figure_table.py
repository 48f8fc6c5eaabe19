"""数据表: figures of several years, or many of them, on a page of their own."""

from dataclasses import replace

import pytest

from app.sheets.content import FigureLine, IndicatorSheet, TaskBlock, UnitLine
from app.sheets.page import Page, TextMark
from app.sheets.rendering import lay_out

DEMAND = "办复率达100%"


def figure(unit: str, year: int, amount: str, *, met: bool = True) -> FigureLine:
    value = f"{year}年 {amount}" if year else amount
    return FigureLine(2, DEMAND, unit, value, met, "材料 69-1", year, amount)


def sheet(*figures: FigureLine, for_inspection: bool = False) -> IndicatorSheet:
    task = TaskBlock("材料查证", "办复率达100%。", (), figures)
    units = (UnitLine("县司法局", "牵头"),)
    return IndicatorSheet(
        "第69项指标", "行政诉讼", "尊重裁判。", (task,), units, "", for_inspection=for_inspection
    )


def texts(page: Page) -> list[str]:
    return [mark.line.text for mark in page.marks if isinstance(mark, TextMark)]


def test_few_figures_of_no_year_stay_on_the_sheet_with_their_basis_and_verdict():
    (page,) = lay_out(sheet(figure("县司法局", 0, "98%", met=False), figure("县公安局", 0, "100%")))
    found = texts(page)
    for words in ("量化数据", f"要点2　{DEMAND}", "98%", "材料 69-1", "未达到", "达到"):
        assert words in found


YEARS = (
    figure("县司法局", 2019, "98%", met=False),
    figure("县司法局", 2020, "100%"),
    figure("县公安局", 2020, "100%"),
)


def test_figures_of_several_years_stand_side_by_side():
    first, second = lay_out(sheet(*YEARS))
    assert any("数据表" in text for text in texts(first))
    assert "98%" not in texts(first)
    found = texts(second)
    assert found[0] == "数据表"
    demand = f"材料查证要点2　{DEMAND}"
    assert {demand, "2019年", "2020年", "98%", "材料 69-1"} <= set(found)
    assert "（2019）" in "".join(found)
    assert found.count("县司法局") == 1
    assert found.count("达到") == 1


def test_the_inspection_edition_states_and_judges_nothing():
    first, second = lay_out(sheet(*YEARS, for_inspection=True))
    found = texts(first) + texts(second)
    assert {"98%", "材料 69-1", f"材料查证要点2　{DEMAND}"} <= set(found)
    assert not [text for text in found if "未达到" in text or text in {"达到", "结果"}]


@pytest.mark.parametrize("years", [range(0), range(2010, 2026)])
def test_no_figure_is_lost_however_many_there_are(years):
    figures = [
        figure(f"单位{n}", year, f"{n}.{year}%") for n in range(60) for year in (years or (0,))
    ]
    pages = lay_out(sheet(*figures))
    found = [text for page in pages[1:] for text in texts(page)]
    assert [text for text in found if text.endswith("%") and "办复率" not in text] == [
        one.amount for one in figures
    ]


def test_a_long_basis_and_unit_wrap_within_their_columns():
    long = replace(YEARS[0], unit="单" * 60, basis="材料" * 60)
    pages = lay_out(sheet(long, *YEARS[1:]))
    whole = "".join(text for page in pages for text in texts(page))
    assert whole.count("单") >= 60
    assert whole.count("材料") >= 60
