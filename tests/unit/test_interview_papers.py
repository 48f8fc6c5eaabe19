"""The papers of interviews: counts beside rates, names masked outside the unit, one per round."""

from dataclasses import replace

import pytest

from app.reports.contents.interviews import draw_record, interview_list, interview_reports
from app.reports.contents.questionnaires import answer_space, questionnaires
from app.reports.draft import NotNeeded
from app.verification.interview.files import built_in
from app.verification.interview.results import results_of
from tests.support.report_rows import BARE, PART, county_rows, head


@pytest.fixture(scope="module")
def rows(framework):
    return county_rows(framework, 20)


def column(draft, table: str, name: str) -> list:
    found = draft.filling.tables[table]
    return [row[found.columns.index(name)] for row in found.rows]


def test_the_report_says_every_rate_with_its_counts(rows):
    (report,) = interview_reports(rows, PART)
    (line,) = rows.interviews
    results = results_of(line.round, line.sheets)
    satisfied = sum(
        sheet.answers["satisfied"] in {"1", "2"} for _, sheet in line.sheets if not sheet.void
    )
    assert f"（{satisfied}/45）" in report.filling.values["满意度"]
    assert "收回答卷46份，回收率92%（46/50）" in report.filling.values["回收情况"]
    assert sum(column(report, "回收", "收回")[:-1]) == column(report, "回收", "收回")[-1] == 46
    assert len(column(report, "意见", "内容")) == sum(len(r.words) for r in results.questions)
    assert all("1234" in words and "139****" in words for words in column(report, "意见", "内容"))
    assert set(column(report, "意见", "归类")) == {"窗口时间"}
    groups = dict(
        zip(column(report, "比较", "组别")[:2], column(report, "比较", "回答")[:2], strict=True)
    )
    assert groups == {"大厅窗口": 28, "乡镇便民服务中心": 17}


def test_names_are_whole_only_on_the_list_inside_the_unit(rows):
    outside = interview_list(rows, PART)
    inside = interview_list(replace(rows, head=head(own_unit=PART)), PART)
    assert all("示例" in name for name in column(inside, "名单", "姓名"))
    assert not any("示例" in name for name in column(outside, "名单", "姓名"))
    assert all("*" in phone for phone in column(outside, "名单", "电话"))
    record = draw_record(replace(rows, head=head(own_unit=PART)), PART)
    assert column(record, "名单", "姓名") == column(outside, "名单", "姓名")
    assert sum(column(record, "分组", "抽取人数")) == len(column(record, "名单", "序号")) == 50


def test_a_unit_without_rounds_gets_none(rows):
    assert isinstance(interview_list(rows, BARE), NotNeeded)
    assert interview_reports(rows, BARE) == ()


def test_the_county_gets_all_questionnaires_and_a_unit_those_it_used(rows):
    assert len(questionnaires(rows, None)) == len(built_in()) == 14
    (used,) = questionnaires(rows, PART)
    assert used.filling.values["问卷"] == built_in()[0].title
    limited = questionnaires(replace(rows, only=frozenset({"67"})), None)
    assert [draft.name for draft in limited] == ["人大代表和政协委员满意度访谈问卷"]


@pytest.mark.parametrize("questionnaire", built_in(), ids=lambda each: each.id)
def test_every_option_stands_once_below_its_question(questionnaire):
    assert 8 <= len(questionnaire.questions) <= 15
    assert "建议稿" in questionnaire.about
    for question in questionnaire.questions:
        space = answer_space(question)
        assert space.count("□") == len(question.options)
        assert all(option in space for option in question.options)
