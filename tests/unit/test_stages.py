import re
from datetime import UTC, date, datetime, timedelta

import icalendar
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.completeness.states import Tally
from app.stages.calendar import CalendarEntry, EntryKind, entries_of, month_sheet
from app.stages.errors import StageDatesInvalid, StageUnknown
from app.stages.ics import LINE_LIMIT, calendar_file
from app.stages.progress import (
    UnitWork,
    at_risk,
    current_stage,
    due_stage,
    needed_of,
    overdue,
    unit_stages,
    works_of,
)
from app.stages.schedule import (
    Schedule,
    StageChange,
    StagePlan,
    changed,
    default_schedule,
    differing,
    inspected_in,
    overlaid,
    redated,
    restored,
    shifted,
)
from app.stages.vocabulary import StageStatus

NOW = datetime(2026, 3, 1, 4, 0, tzinfo=UTC)


@pytest.fixture
def schedule(framework) -> Schedule:
    return default_schedule(framework)


def test_the_set_s_stages_with_suggested_goals(schedule):
    assert [s.name for s in schedule.stages] == [
        "动员部署", "全面自查", "限期整改", "督察指导", "集中申报", "迎接考评"
    ]  # fmt: skip
    assert [s.goal for s in schedule.stages] == [0, 25, 50, 75, 100, 100]
    assert schedule.stage(2).start == date(2021, 4, 11)
    assert schedule.stage(5).deadline is None
    assert schedule.stage(6).start == date(2021, 7, 11)


def test_a_change_rewords_the_deadline_and_moves_the_next_stage_along(schedule):
    new = changed(schedule, 2, StageChange(deadline=date(2021, 5, 20), goal=30))
    assert new.stage(2).deadline_text == "2021年5月20日前"
    assert new.stage(2).goal == 30
    assert new.stage(3).start == date(2021, 5, 21)
    assert new.stage(4) == schedule.stage(4)


def test_dates_that_go_backwards_are_refused(schedule):
    with pytest.raises(StageDatesInvalid) as caught:
        changed(schedule, 2, StageChange(deadline=date(2021, 6, 20)))
    assert (caught.value.stage, caught.value.other) == ("限期整改", "限期整改")
    with pytest.raises(StageDatesInvalid) as caught:
        changed(schedule, 2, StageChange(deadline=date(2021, 4, 2)))
    assert caught.value.other == "全面自查"
    with pytest.raises(StageUnknown):
        changed(schedule, 9, StageChange(goal=1))


def test_a_date_can_be_left_open_and_taken_from_the_set_again(schedule):
    moved = changed(schedule, 2, StageChange(deadline=date(2021, 5, 20), name="自查", goal=30))
    opened = changed(moved, 2, StageChange(no_start=True, no_deadline=True))
    stage = opened.stage(2)
    assert (stage.start, stage.deadline, stage.deadline_text) == (None, None, "日期另定")
    assert overlaid(schedule, differing(schedule, opened)) == opened
    assert redated(stage, schedule)
    back = restored(opened, schedule, 2)
    assert back.stage(2) == schedule.stage(2).model_copy(update={"name": "自查", "goal": 30})
    assert not redated(back.stage(2), schedule)
    assert restored(moved, schedule, 2).stage(3) == schedule.stage(3)  # it moves back along
    late = shifted(schedule, 2027)
    with pytest.raises(StageDatesInvalid):
        restored(late, schedule, 2)  # it would end before the first stage does
    with pytest.raises(StageUnknown):
        restored(schedule, schedule, 9)


def test_the_whole_schedule_moves_to_another_year(schedule):
    new = shifted(schedule, 2027)
    assert [s.deadline for s in new.stages][:2] == [date(2027, 4, 10), date(2027, 5, 10)]
    assert new.stage(2).milestones[0].day == date(2027, 5, 20)
    assert "2027年5月20日前" in new.stage(2).milestones[0].text
    assert [s.deadline_text for s in new.stages][::5] == ["2027年4月10日前", "2027年10月底前"]
    assert "2021" not in new.stage(6).deadline_text
    # The description speaks of what was, so it keeps its years.
    assert "2019年" in new.stage(3).description


@pytest.mark.parametrize(("today", "year"), [(2020, 2020), (2021, 2021), (2026, 2021)])
def test_evidence_is_asked_for_until_the_inspection(schedule, today, year):
    assert inspected_in(schedule, date(2019, 1, 1), date(today, 11, 30)) == year


def test_a_moved_schedule_asks_until_its_own_year(schedule):
    assert inspected_in(shifted(schedule, 2025), date(2021, 4, 9), date(2026, 3, 1)) == 2025
    assert inspected_in(Schedule(), date(2021, 4, 9), date(2026, 3, 1)) == 2021


def test_a_slip_that_was_kept_is_mended_and_the_documents_own_stays(schedule):
    first, second = schedule.stages[:2]
    kept = first.model_copy(
        update={"deadline": date(2027, 4, 10), "deadline_text": "2027年4月10前"}
    )
    told = overlaid(schedule, Schedule(stages=(kept, second.model_copy(update={"goal": 30}))))
    assert told.stage(1).deadline_text == "2027年4月10日前"
    assert told.stage(2).deadline_text == "2021年5月10前"


def test_only_what_the_county_changed_is_kept(schedule):
    new = changed(schedule, 6, StageChange(deadline=date(2021, 11, 30)))
    kept = differing(schedule, new)
    assert [s.number for s in kept.stages] == [6]
    read = Schedule.model_validate_json(kept.model_dump_json())
    assert overlaid(schedule, read) == new


def stage(number: int, start: date | None, deadline: date | None, goal: int = 100) -> StagePlan:
    return StagePlan(number=number, name=f"阶段{number}", start=start, deadline=deadline, goal=goal)


def standing(covered: int, today: date, *, start: date | None = date(2026, 3, 1)) -> StageStatus:
    plan = Schedule(stages=(stage(1, start, date(2026, 3, 20)),))
    (row,) = unit_stages([UnitWork("县司法局", Tally(20, covered))], plan, today)
    return row.standing


def test_work_that_goes_on_evenly_is_on_track():
    assert standing(0, date(2026, 2, 28)) is StageStatus.NOT_BEGUN
    assert standing(0, date(2026, 3, 1)) is StageStatus.ON_TRACK
    assert standing(10, date(2026, 3, 11)) is StageStatus.ON_TRACK
    assert standing(9, date(2026, 3, 11)) is StageStatus.AT_RISK
    assert standing(19, date(2026, 3, 17)) is StageStatus.ON_TRACK
    assert standing(19, date(2026, 3, 18)) is StageStatus.AT_RISK
    assert standing(20, date(2026, 3, 20)) is StageStatus.DONE
    assert standing(19, date(2026, 3, 20)) is StageStatus.AT_RISK
    assert standing(19, date(2026, 3, 21)) is StageStatus.OVERDUE
    assert standing(20, date(2026, 3, 21)) is StageStatus.DONE


def test_a_stage_without_dates_or_goal_chases_nobody():
    plan = Schedule(stages=(stage(1, None, None), stage(2, None, date(2020, 1, 1), goal=0)))
    rows = unit_stages([UnitWork("县司法局", Tally(3, 0))], plan, date(2026, 3, 1))
    assert [r.standing for r in rows] == [StageStatus.UNDATED, StageStatus.UNMEASURED]
    assert overdue(rows) == at_risk(rows) == ()


def test_each_late_unit_is_named_once_the_worst_first():
    plan = Schedule(
        stages=(
            stage(1, None, date(2026, 1, 10), 50),
            stage(2, date(2026, 1, 11), date(2026, 2, 10), 80),
            stage(3, date(2026, 2, 11), date(2026, 4, 10), 100),
        )
    )
    tallies = {"甲局": Tally(10, 0), "乙局": Tally(10, 7), "丙局": Tally(10, 8), "丁局": Tally()}
    rows = unit_stages(works_of(tallies), plan, date(2026, 4, 1))
    assert [(r.unit, r.stage.number, r.lacking) for r in overdue(rows)] == [
        ("甲局", 2, 8),
        ("乙局", 2, 1),
    ]
    assert [(r.unit, r.lacking) for r in at_risk(rows)] == [("甲局", 10), ("乙局", 3), ("丙局", 2)]
    assert current_stage(plan, date(2026, 4, 1)) == plan.stage(3)
    assert current_stage(plan, date(2026, 4, 11)) is None


@settings(deadline=None)
@given(
    st.integers(1, 500), st.data(), st.integers(0, 100), st.integers(0, 400), st.integers(0, 400)
)
def test_more_evidence_or_an_earlier_day_never_makes_it_worse(total, data, goal, length, day):
    """Worse means: on track, then at risk, then overdue."""
    rank = {StageStatus.ON_TRACK: 1, StageStatus.AT_RISK: 2, StageStatus.OVERDUE: 3}
    covered = data.draw(st.integers(0, total - 1))
    first = date(2026, 1, 1)
    plan = Schedule(stages=(stage(1, first, first + timedelta(days=length), goal),))

    def worst(amount: int, at: int) -> int:
        rows = unit_stages([UnitWork("甲局", Tally(total, amount))], plan, first + timedelta(at))
        return rank.get(rows[0].standing, 0)

    assert worst(covered + 1, day) <= worst(covered, day) <= worst(covered, day + 1)
    assert 0 <= needed_of(total, goal) <= total


def test_a_month_s_sheet_shows_each_entry_once_inside_its_month(schedule):
    entries = entries_of(schedule)
    assert len(entries) == 6
    weeks = month_sheet(2021, 5, entries)
    assert all(len(week) == 7 and week[0].day.weekday() == 0 for week in weeks)
    marked = [(c.day.day, e.kind) for week in weeks for c in week if c.inside for e in c.entries]
    assert marked == [(10, EntryKind.DEADLINE), (20, EntryKind.MILESTONE)]


def read_back(content: bytes) -> list:
    return list(icalendar.Calendar.from_ical(content).walk("VEVENT"))


def test_the_calendar_file_reads_back_whole(schedule):
    entries = entries_of(schedule)
    content = calendar_file(entries, "工作区", "示例县创建步骤", NOW)
    events = read_back(content)
    assert [e.decoded("DTSTART") for e in events] == [e.day for e in entries]
    assert [str(e["SUMMARY"]) for e in events] == [e.title for e in entries]
    assert [str(e.get("DESCRIPTION", "")) for e in events] == [e.detail for e in entries]
    assert all(e.decoded("DTEND") - e.decoded("DTSTART") == timedelta(days=1) for e in events)
    alarms = [[a.decoded("TRIGGER") for a in e.walk("VALARM")] for e in events]
    assert alarms == [[timedelta(days=-7), timedelta(days=-1)]] * 6
    assert icalendar.Calendar.from_ical(content)["X-WR-CALNAME"] == "示例县创建步骤"


def test_a_moved_entry_keeps_its_uid_and_gets_a_higher_number(schedule):
    before = read_back(calendar_file(entries_of(schedule), "甲", "", NOW))
    moved = entries_of(shifted(schedule, 2027))
    after = read_back(calendar_file(moved, "甲", "", NOW + timedelta(minutes=1)))
    assert [e["UID"] for e in before] == [e["UID"] for e in after]
    assert len({e["UID"] for e in after}) == 6
    assert all(a["SEQUENCE"] > b["SEQUENCE"] for a, b in zip(after, before, strict=True))
    other = read_back(calendar_file(moved, "乙", "", NOW))
    assert {e["UID"] for e in other}.isdisjoint(e["UID"] for e in after)


@settings(deadline=None)
@given(st.text(max_size=200), st.text(max_size=200))
def test_any_text_survives_and_lines_stay_short(title, detail):
    entry = CalendarEntry(date(2026, 5, 1), EntryKind.DEADLINE, "一", title, detail)
    content = calendar_file([entry], "甲", "乙", NOW)
    lines = content.split(b"\r\n")
    assert lines[-1] == b""
    assert all(len(line) <= LINE_LIMIT and b"\n" not in line for line in lines)
    for line in lines:
        line.decode("utf-8")
    (event,) = read_back(content)
    shown = re.sub(r"[\x00-\x09\x0b-\x1f]", "", title)
    kept = "".join(c for c in shown if c == "\n" or c.isprintable())
    assert str(event["SUMMARY"]) == kept


def test_material_is_due_in_the_next_stage_that_asks_for_any(framework):
    schedule = shifted(default_schedule(framework), 2027)
    asks_nothing = schedule.stages[0]
    assert asks_nothing.goal == 0
    assert current_stage(schedule, date(2027, 4, 1)) == asks_nothing
    assert due_stage(schedule, date(2027, 4, 1)) == schedule.stages[1]
    assert due_stage(schedule, date(2030, 1, 1)) is None
    assert due_stage(Schedule(stages=(asks_nothing,)), date(2027, 4, 1)) == asks_nothing
