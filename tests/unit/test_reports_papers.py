"""What the papers say: totals that close, ranks in order, nobody left out unnamed."""

from collections import Counter
from dataclasses import replace

import pytest

from app.completeness.states import Tally
from app.reports.contents.assignments import material_list, task_breakdown
from app.reports.contents.bulletin import progress_bulletin, rank
from app.reports.contents.ledgers import master_ledger, rectification_ledger
from app.reports.contents.owed import owed_list
from app.reports.contents.reminders import (
    rectification_notice,
    reminder,
    shortfall_list,
)
from app.reports.contents.review import handover_list, review_opinion
from app.reports.contents.self_report import self_report
from app.reports.draft import NotNeeded, chinese_number, dotted, iso_in_words
from app.reports.papers import PAPERS, find_paper
from app.review.vocabulary import SlotStage
from app.stages.schedule import Schedule
from tests.support.report_rows import BARE, FULL, IDLE, PART, county_rows


@pytest.fixture(scope="module")
def rows(framework):
    return county_rows(framework)


def column(draft, table: str, name: str) -> list:
    found = draft.filling.tables[table]
    place = found.columns.index(name)
    return [row[place] for row in found.rows]


def test_every_row_has_a_value_for_every_column(rows):
    for paper in PAPERS:
        for unit in (None,) if paper.scope.value == "county" else (PART, FULL, BARE, IDLE):
            draft = paper.write(rows, unit)
            if isinstance(draft, NotNeeded):
                continue
            for table in draft.filling.tables.values():
                assert {len(row) for row in table.rows} <= {len(table.columns)}


def test_the_ranking_has_each_working_unit_once_in_order(rows):
    draft = progress_bulletin(rows, None)
    units = column(draft, "排名", "单位")
    assert Counter(units) == Counter(u for u, t in rows.units.items() if t.total)
    assert any(IDLE in note for note in draft.notes)
    assert IDLE in draft.filling.values["不排名单位"]
    shares = [rows.units[u].covered / rows.units[u].total for u in units]
    assert shares == sorted(shares, reverse=True)
    places = column(draft, "排名", "名次")
    assert places == sorted(places)
    assert places[0] == 1
    assert units[-1] == BARE
    for place, unit, covered, waiting, missing, total in zip(
        *(column(draft, "排名", n) for n in ("名次", "单位", "已有", "待处理", "缺", "要点数")),
        strict=True,
    ):
        assert covered + waiting + missing == total, unit
        better = sum(t.covered * total > covered * t.total for t in rows.units.values() if t.total)
        # Nobody of a better share stands behind, and equal ones never before a better one.
        assert better < place


def test_units_of_equal_merit_share_a_rank(rows):
    tallies = {"甲": Tally(10, 5), "乙": Tally(10, 5), "丙": Tally(10, 4), "丁": Tally()}
    made = rank(replace(rows, units=tallies, slots=()))
    assert [(r[0], r[1]) for r in made] == [(1, "乙"), (1, "甲"), (3, "丙")]


def test_the_bulletin_counts_each_slot_once(rows):
    words = str(progress_bulletin(rows, None).filling.values["审核情况"])
    assert f"{len(rows.slots)}处材料" in words
    accepted = sum(s.stage is SlotStage.ACCEPTED for s in rows.slots)
    assert f"审核通过{accepted}处" in words
    assert progress_bulletin(replace(rows, in_review=False), None).filling.values["审核情况"] == ""


def test_the_breakdown_has_each_task_once(rows):
    draft = task_breakdown(rows, None)
    assert len(column(draft, "任务", "序号")) == len(rows.tasks) == 153
    assert draft.notes == ()
    own = task_breakdown(rows, PART)
    assert set(column(own, "任务", "职责")) == {"本单位牵头", "本单位参与"}
    assert len(column(own, "任务", "序号")) == len(rows.slots_of(PART))
    assert task_breakdown(rows, IDLE) == NotNeeded("没有承担指标")


def test_an_indicator_without_units_is_named(rows):
    lines = tuple(
        replace(i, leads=(), participants=()) if i.code == "60" else i for i in rows.indicators
    )
    draft = task_breakdown(replace(rows, indicators=lines), None)
    assert draft.notes == ("没有责任单位的指标：第60项指标",)


def test_the_material_list_has_each_point_once(rows):
    draft = material_list(rows, PART)
    tally = rows.units[PART]
    assert len(column(draft, "要点", "序号")) == tally.total
    assert sum(n > 0 for n in column(draft, "要点", "已有件数")) >= tally.covered


def test_a_reminder_lists_exactly_what_is_not_covered(rows):
    draft = reminder(rows, PART)
    tally = rows.units[PART]
    assert len(column(draft, "缺口", "序号")) == tally.missing + tally.waiting
    assert column(draft, "要求", "序") == ["一", "二", "三"]
    assert draft.filling.values["报送期限"] == "2027年5月10日"
    assert reminder(rows, FULL) == NotNeeded("材料已经齐备")
    assert reminder(rows, IDLE) == NotNeeded("没有承担指标")


def leads_only(rows):
    """The same county where only leads owe."""
    slots = tuple(s if s.lead else replace(s, owes=frozenset()) for s in rows.slots)
    units = {unit: sum((s.tally for s in slots if s.unit == unit), Tally()) for unit in rows.units}
    return replace(rows, slots=slots, units=units)


def test_a_unit_is_reminded_only_of_what_it_owes(rows):
    asked = leads_only(rows)
    draft, whole = reminder(asked, PART), shortfall_list(asked, PART)
    lacking = asked.units[PART].total - asked.units[PART].covered
    assert 0 < lacking < rows.units[PART].total - rows.units[PART].covered
    assert len(column(draft, "缺口", "序号")) == len(column(whole, "缺口", "序号")) == lacking
    assert set(column(whole, "缺口", "职责")) == {"牵头"}
    assert set(column(whole, "缺口", "期限")) == {"2027-05-10"}
    assert f"{lacking}条" in str(draft.filling.values["附件说明"])
    assert reminder(asked, BARE) == NotNeeded("没有必须交的材料")
    assert BARE in str(progress_bulletin(asked, None).filling.values["不排名单位"])
    assert BARE not in column(progress_bulletin(asked, None), "排名", "单位")


def test_the_material_list_keeps_what_was_added_and_says_that_more_may_be(rows):
    asked = leads_only(rows)
    draft = material_list(asked, PART)
    shown = len(column(draft, "要点", "序号"))
    assert shown > asked.units[PART].total == draft.filling.values["要点数"]
    assert any("主动补充" in note for note in draft.notes)
    assert any("可以补充材料" in note for note in draft.notes)
    assert material_list(asked, BARE) == NotNeeded("没有必须交的材料")


def test_the_summary_of_what_is_owed_closes(rows):
    draft = owed_list(leads_only(rows), PART)
    values = draft.filling.values
    for name, key in (("要交", "要点数"), ("已齐", "已有数"), ("还缺", "缺数")):
        assert sum(column(draft, "要交", name)) == values[key]
    assert values["牵头数"] == len(column(draft, "要交", "指标"))
    assert f"另有{values['参与数']}项指标可以补充" in str(values["补充说明"])
    everyone = owed_list(rows, PART)
    named = len(column(everyone, "要交", "指标"))
    assert f"另有{everyone.filling.values['指标数'] - named}项指标" in str(
        everyone.filling.values["其余说明"]
    )
    missing = [row for row in everyone.filling.tables["要交"].rows if row[6]]
    assert everyone.filling.tables["要交"].rows[: len(missing)] == tuple(missing)


def test_a_reminder_names_the_stage_that_presses(rows):
    words = str(reminder(rows, BARE).filling.values["阶段情况"])
    assert "“全面自查”阶段" in words
    assert "距截止还有9天" in words


def test_without_a_coming_stage_the_day_is_left_open_and_told(rows):
    draft = reminder(replace(rows, schedule=Schedule()), PART)
    assert str(draft.filling.values["报送期限"]).strip("　年月日") == ""
    assert len(draft.notes) == 1


def test_a_notice_lists_the_open_problems_of_its_unit(rows):
    draft = rectification_notice(rows, PART)
    open_ = [r for r in rows.rectifications if r.unit == PART and r.open]
    assert len(column(draft, "问题", "序")) == len(open_) == draft.filling.values["问题数"]
    assert rectification_notice(rows, BARE) == NotNeeded("没有尚未销号的问题")


def test_the_opinion_counts_close(rows):
    draft = review_opinion(rows, PART)
    values = draft.filling.values
    counted = sum(int(values[n]) for n in ("通过数", "退回数", "待审数", "未报数"))
    assert counted == values["任务数"] == len(rows.slots_of(PART))
    judged = Counter(str(one) for one in column(draft, "任务", "结论"))
    assert set(judged) <= {"通过", "退回", "需复审"}
    rest = values["任务数"] - judged.total()
    assert str(values["其余任务"]).startswith(f"其余{rest}条")


def test_an_opinion_is_of_what_was_judged(rows):
    waiting = replace(rows, slots=tuple(replace(s, stage=SlotStage.SUBMITTED) for s in rows.slots))
    assert review_opinion(waiting, PART) == NotNeeded("还没有审核结论")
    accepted = replace(rows, slots=tuple(replace(s, stage=SlotStage.ACCEPTED) for s in rows.slots))
    assert review_opinion(accepted, PART).filling.values["其余任务"] == ""


def test_an_item_changes_hands_once_with_all_its_places(rows):
    first = next(i for i in rows.items if i.unit == PART)
    doubled = replace(rows, items=(*rows.items, replace(first, indicator="95")))
    draft = handover_list(doubled, PART)
    assert draft.filling.values["件数"] == len({i.item for i in rows.items if i.unit == PART})
    assert f"{first.indicator}、95" in column(draft, "材料", "指标")
    assert handover_list(rows, BARE) == NotNeeded("没有材料可以移交")


def test_the_ledger_s_sums_close(rows):
    draft = master_ledger(rows, None)
    values = draft.filling.values
    assert Counter(column(draft, "单位", "单位")) == Counter(list(rows.units))
    assert column(draft, "指标", "指标") == [i.heading for i in rows.indicators]
    assert sum(column(draft, "指标", "要点数")) == rows.whole.total
    assert len(column(draft, "材料", "序号")) == len(rows.items) == values["归位数"]
    for name in ("要点数", "已有", "待处理", "缺", "件数"):
        assert values[f"{name}合计"] == sum(column(draft, "单位", name))
    assert values["件数合计"] == values["件数"]
    own = master_ledger(rows, PART)
    assert column(own, "单位", "单位") == [PART]
    assert set(column(own, "材料", "单位")) == {PART}


def test_an_item_outside_the_set_is_told(rows):
    stray = replace(rows.items[0], item="x", indicator="999")
    draft = master_ledger(replace(rows, items=(*rows.items, stray)), None)
    assert "有 1 处材料的位置不在现行指标体系内" in draft.notes[0]


def test_late_problems_are_marked(rows):
    draft = rectification_ledger(rows, None)
    late = sum(str(s).startswith("逾期") for s in column(draft, "问题", "状态"))
    assert late == draft.filling.values["逾期数"] == sum(r.overdue for r in rows.rectifications)
    assert rectification_ledger(rows, BARE) == NotNeeded("没有登记过问题")


def test_a_self_report_has_each_indicator_once_and_names_the_blank_ones(rows):
    draft = self_report(rows, PART)
    own = rows.indicators_of(PART)
    assert column(draft, "自查", "指标") == [i.heading for i in own]
    stated = {c.indicator for c in rows.self_checks}
    blank = [i.code for i in own if i.code not in stated]
    assert blank
    assert draft.notes == (f"有 {len(blank)} 项指标还没有填写自查情况：{'、'.join(blank)}",)
    values = draft.filling.values
    counts = [int(values[n]) for n in ("完成数", "基本完成数", "未完成数", "未自评数")]
    assert sum(counts) == len(own) == values["指标数"]


def test_numbers_as_headings_count():
    assert [chinese_number(n) for n in (1, 10, 11, 20, 21, 99, 100, 101, 110, 115, 120)] == [
        "一", "十", "十一", "二十", "二十一", "九十九", "一百", "一百零一", "一百一十",
        "一百一十五", "一百二十",
    ]  # fmt: skip


def test_dates_are_written_as_far_as_they_are_known():
    assert [iso_in_words(t) for t in ("2021-04-09", "2021-04", "2021", "", "不详")] == [
        "2021年4月9日", "2021年4月", "2021年", "", "不详"
    ]  # fmt: skip
    assert dotted("2021-04-09") == "2021.4.9"


def test_a_paper_is_found_by_either_name():
    assert find_paper("进展通报") is find_paper("progress-bulletin")
