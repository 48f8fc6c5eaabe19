"""What the papers of case reviews say: counts that close, masked names, blanks where due."""

from collections import Counter
from dataclasses import replace

import pytest

from app.reports.contents.case_reviews import (
    blank_sheets,
    defect_list,
    draw_record,
    review_bulletin,
    review_sheets,
)
from app.reports.draft import NotNeeded
from app.verification.case_review.data_files import built_in_orders, built_in_sheets
from tests.support.case_rows import FAILED, reviewed_draw
from tests.support.report_rows import FULL, PART, county_rows


@pytest.fixture(scope="module")
def rows(framework):
    return county_rows(framework, 40)


def column(draft, table: str, name: str) -> list:
    found = draft.filling.tables[table]
    return [row[found.columns.index(name)] for row in found.rows]


def everything(draft) -> str:
    cells = [str(cell) for t in draft.filling.tables.values() for row in t.rows for cell in row]
    return "\n".join([*map(str, draft.filling.values.values()), *cells])


def test_the_record_has_every_stratum_and_every_case_that_was_drawn(rows):
    draft = draw_record(rows, None)
    assert sum(column(draft, "抽取", "备抽")) == draft.filling.values["备抽数"] == 40
    assert sum(column(draft, "抽取", "抽取")) == draft.filling.values["抽取数"] == 12
    numbers = [n for cell in column(draft, "抽取", "案号") for n in cell.split("、")]
    drawn = [case.number for case in reviewed_draw(PART, FULL).draw.cases]
    assert Counter(numbers) == Counter(drawn)
    assert draft.filling.values["种子"] == "20270420-01"
    assert set(column(draw_record(rows, PART), "抽取", "单位")) == {PART}
    assert isinstance(draw_record(replace(rows, case_reviews=()), None), NotNeeded)


def test_each_case_has_a_sheet_and_what_is_not_decided_stays_blank(rows):
    drafts = review_sheets(rows, None)
    assert len(drafts) == 12
    assert len({draft.name for draft in drafts}) == 12
    decided = drafts[: len(FAILED)]
    for draft, (first, second) in zip(decided, FAILED, strict=True):
        said = column(draft, "基础", "一") + column(draft, "一般", "一")
        assert sum(words.startswith("不符合") for words in said) == len(first)
        said = column(draft, "基础", "二") + column(draft, "一般", "二")
        assert sum(words.startswith("不符合") for words in said) == len(second)
        assert draft.filling.values["结论"]
    assert "以复核人的意见为准" in drafts[3].filling.values["结论"]
    assert "不合格" in drafts[3].filling.values["等次"]
    for draft in drafts[len(FAILED) :]:
        assert set(column(draft, "基础", "一")) == {""}
        assert draft.filling.values["结论"] == ""


def test_names_of_people_are_masked_on_every_paper(rows):
    papers = [draw_record(rows, None), review_bulletin(rows, None), defect_list(rows, None)]
    for draft in (*papers, *review_sheets(rows, None)):
        words = everything(draft)
        for name in ("赵示例", "钱示例", "孙示例", "周示例", "吴示例", "郑示例"):
            assert name not in words
    assert any("赵某某" in everything(draft) for draft in review_sheets(rows, None))


def test_the_bulletin_counts_what_the_sheets_say(rows):
    draft = review_bulletin(rows, None)
    assert draft.filling.values["评定情况"] == "83.3%（10/12）"
    assert sum(column(draft, "排名", "抽取")) == sum(column(draft, "分类", "抽取")) == 12
    assert sum(column(draft, "排名", "不符合")) == sum(
        len(set(first) | set(second)) if number != 3 else len(second)
        for number, (first, second) in enumerate(FAILED)
    )
    assert column(draft, "排名", "名次") == [1, 2]
    assert "还有 2 件没有评定" in draft.notes[0]


def test_the_list_of_defects_names_each_case_of_each_unit(rows):
    draft = defect_list(rows, None)
    assert sum(column(draft, "问题", "件数")) == sum(
        len(cell.split("、")) for cell in column(draft, "问题", "案号")
    )
    assert set(column(draft, "问题", "单位")) <= {PART, FULL}
    own = defect_list(rows, PART)
    assert set(column(own, "问题", "单位")) == {PART}


def test_there_is_a_blank_form_for_each_category(rows):
    drafts = blank_sheets(rows, None)
    assert [draft.name for draft in drafts] == [f"空白{one.title}" for one in built_in_sheets()]
    for draft, sheet in zip(drafts, built_in_sheets(), strict=True):
        assert len(column(draft, "基础", "序")) == len(sheet.basics)
        assert len(column(draft, "一般", "序")) == len(sheet.generals)


def test_nobody_official_gave_points_or_grades(framework):
    """The starter sheets are a proposal: points, grades and limits are the county's to fill."""
    for sheet in built_in_sheets():
        assert not sheet.scored
        assert sheet.excellent is sheet.passing is sheet.limit is None
        assert "建议稿" in sheet.about
        codes = {indicator.code for indicator in framework.indicators}
        assert set(sheet.serves["lushan-2021"]) <= codes
    assert [one.category for one in built_in_orders()] == [
        one.category for one in built_in_sheets()
    ]
    for order in built_in_orders():
        assert order.days is None
        assert order.pieces[-1].title == "卷内备考表"
