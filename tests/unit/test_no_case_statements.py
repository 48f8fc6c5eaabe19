"""未发生情形说明: what a unit states has not happened, in the words of the set."""

from dataclasses import replace

import pytest

from app.framework.catalogue import load_framework
from app.reports.contents.statements import (
    asked_statements,
    asks_for_statement,
    negative_clauses,
    no_case_statement,
    no_case_statements,
)
from app.reports.draft import NotNeeded
from tests.support.report_rows import BARE, FULL, PART, county_rows

SET = load_framework("lushan-2021")


@pytest.fixture(scope="module")
def rows():
    return county_rows(SET, 40)


def test_the_indicators_of_the_set_that_ask_for_one():
    asked = [
        indicator.code
        for indicator in SET.indicators
        if asks_for_statement(
            indicator.statement, [p.text for task in indicator.tasks for p in task.points]
        )
    ]
    assert asked == [
        *("2", "14", "16", "18", "22", "25", "27", "38", "39", "48", "61", "65", "69", "89")
    ]


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("2018年以来县政府及职能部门没有发生被通报的情况材料", ["没有发生被通报的情况"]),
        ("确保创建周期内没有发生恶劣影响的情形", ["没有发生恶劣影响的情形"]),
        ("规范性文件没有增加事项；没有减损权益。", ["规范性文件没有增加事项", "没有减损权益"]),
        ("不存在甲的情形，没有乙的情况材料汇总备查", ["不存在甲的情形，没有乙的情况"]),
        ("凡没有法律法规依据的一律取消", []),
        ("确保网上没有被通报的相关信息", []),
        ("法院出具的不存在未履行裁判情况说明及佐证材料", []),
        ("未经合法性审核的，不得提交", []),
        ("", []),
    ],
)  # fmt: skip
def test_what_counts_as_something_that_must_not_have_happened(text, clauses):
    assert list(negative_clauses(text)) == clauses


def test_every_statement_quotes_the_set_word_for_word(rows):
    texts = {
        text
        for indicator in SET.indicators
        for text in (indicator.statement, *(p.text for t in indicator.tasks for p in t.points))
    }
    for unit in (PART, FULL):
        found = asked_statements(rows, unit)
        assert found
        assert {asked.wording for asked in found} <= texts
        assert len({asked.place for asked in found}) == len(found)


def test_a_unit_that_answers_for_nothing_of_it_gets_none(rows):
    only = replace(rows, only=frozenset({"60"}))
    assert no_case_statements(only, PART) == ()
    assert isinstance(no_case_statement(only, BARE), NotNeeded)


def test_titles_fit_their_file_names_and_tell_the_point(rows):
    for draft in no_case_statements(rows, PART):
        assert draft.name.startswith(f"{draft.filling.values['编号']} {PART}关于")
        title = str(draft.filling.values["标题"])
        assert title.startswith("关于")
        assert title.endswith("的说明")
        assert len(title) < 70
