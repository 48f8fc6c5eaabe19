"""随机访谈 in packages: merged, undone, masked, changed by their owner only, nothing hostile."""

from dataclasses import replace

import pytest

from app.checkup.impossible import impossible_values
from app.errors import OwnedByOffice, OwnedByUnit
from app.exchange.merge.errors import Impossible, RecordImpossible
from app.verification.interview.drawing import Listed, draw_people
from app.verification.interview.entering import change_sheets, enter_sheet, make_void, read_round
from app.verification.interview.paper import sheet_lines
from app.verification.interview.results import results_of
from app.verification.interview.rounds import ROUNDS, GroupPlan, Round
from app.verification.interview.sheets import AnswerSheet, read_sheets
from app.verification.notes import NoteChanges, add_note, read_notes, withdraw_note
from app.verification.slots import Slot
from app.workspace.opening import Workspace
from tests.support.forging import forged
from tests.support.interviews import answered, round_said

TASK = ("14", "interview")
PEOPLE = [Listed(1, "欧阳小明", "", "13812345678"), Listed(2, "张三", "", "0375-5051234")]


def rounds(workspace: Workspace) -> list[Round]:
    with workspace.database.reading() as session:
        return [row.said for row in read_notes(session, ROUNDS)]


def sheets(workspace: Workspace) -> list[AnswerSheet]:
    with workspace.database.reading() as session:
        return [row.said for row in read_sheets(session)]


def test_rounds_and_sheets_travel_and_belong_to_the_unit(county, unit):
    office, slot = county.office, Slot(unit.name, *TASK)
    id_ = add_note(unit.workspace, ROUNDS, slot, round_said())
    entered = answered(seed=3, count=300, round_id=id_)
    change_sheets(unit.workspace, id_, NoteChanges(added=entered))
    office.merge(unit.submit(county.stick / "1.zip"))
    assert rounds(office.workspace) == [round_said()]
    assert sheets(office.workspace) == list(entered)
    with office.workspace.database.reading() as session:
        assert list(impossible_values(session)) == []
    there = read_round(office.workspace, id_)
    here = read_round(unit.workspace, id_)
    assert results_of(there.round.said, there.numbered) == results_of(
        here.round.said, here.numbered
    )
    with pytest.raises(OwnedByUnit):
        make_void(office.workspace, id_, [there.sheets[0].id], "涂改")
    with pytest.raises(OwnedByUnit):
        draw_people(office.workspace, id_, PEOPLE, "1", [GroupPlan("", 2, 1)])
    make_void(unit.workspace, id_, [here.sheets[0].id], "涂改")
    office.merge(unit.submit(county.stick / "2.zip"))
    assert sheets(office.workspace)[0].void == "涂改"
    office.exchange.undo()
    assert sheets(office.workspace) == list(entered)
    withdraw_note(unit.workspace, ROUNDS, id_)
    office.merge(unit.submit(county.stick / "3.zip"))
    assert rounds(office.workspace) == []


def test_names_of_people_stay_in_the_unit(county, unit):
    office, slot = county.office, Slot(unit.name, *TASK)
    id_ = add_note(unit.workspace, ROUNDS, slot, round_said())
    draw_people(unit.workspace, id_, PEOPLE, "1", [GroupPlan("", 2, 2)])
    for number in (1, 2):
        office.merge(unit.submit(county.stick / f"{number}.zip"))
        told = {(p.name, p.phone) for p in rounds(office.workspace)[0].draw.people}
        assert told == {("欧阳某某", "138****5678"), ("张某", "037*-***1234")}
        own = {(p.name, p.phone) for p in rounds(unit.workspace)[0].draw.people}
        assert own == {(p.name, p.phone) for p in PEOPLE}
        enter_sheet(unit.workspace, AnswerSheet(id_, number, answers={"who": "1"}))


def test_what_the_office_entered_comes_back_and_stays_the_offices(county, unit):
    id_ = add_note(county.office.workspace, ROUNDS, Slot(unit.name, *TASK), round_said())
    enter_sheet(county.office.workspace, AnswerSheet(id_, 1, answers={"who": "1"}))
    unit.merge(county.answer(unit.name, county.stick / "r.zip"))
    assert rounds(unit.workspace) == [round_said()]
    assert [sheet.number for sheet in sheets(unit.workspace)] == [1]
    with pytest.raises(OwnedByOffice):
        withdraw_note(unit.workspace, ROUNDS, id_)


def _questions(**more):
    asked = {"id": "a", "kind": "single", "text": "问", "options": ["是", "否"]}
    base = {"format": 1, "id": "q", "title": "问卷", "audience": "群众"}
    return base | {"questions": [asked | more]}


@pytest.mark.parametrize(
    ("records", "field", "value", "reason"),
    [
        ("interview_rounds", "name", "三月\u202e", Impossible.DIRECTION),
        ("interview_rounds", "name", "", None),
        ("interview_rounds", "held_from", "2026-02-30", Impossible.DAY),
        ("interview_rounds", "questionnaire", {}, None),
        ("interview_rounds", "questionnaire", _questions(options=["是"]), Impossible.CODE),
        ("interview_rounds", "questionnaire", _questions(satisfied=[9]), Impossible.CODE),
        ("interview_rounds", "questionnaire", _questions(text="问\x80"), Impossible.CONTROL),
        ("interview_rounds", "questionnaire", _questions(text="问\u202e"), Impossible.DIRECTION),
        ("interview_rounds", "questionnaire", _questions(more="x"), None),
        ("interview_rounds", "plan", [{"group": "", "total": -1, "planned": 0}], None),
        ("interview_rounds", "draws", [{}], None),
        ("interview_rounds", "task_code", "exam", Impossible.PLACE_UNKNOWN),
        ("interview_answers", "round_id", "../x", None),
        ("interview_answers", "number", -1, None),
        ("interview_answers", "origin", "guessed", None),
        ("interview_answers", "answers", {"who": 1}, None),
        ("interview_answers", "answers", {"who": "1\x00"}, Impossible.CONTROL),
        ("interview_answers", "answers", {str(n): "1" for n in range(121)}, None),
        ("interview_answers", "scan", "nowhere", None),
    ],
)
def test_what_no_program_writes_is_refused(county, unit, records, field, value, reason):
    id_ = add_note(unit.workspace, ROUNDS, Slot(unit.name, *TASK), round_said())
    enter_sheet(unit.workspace, AnswerSheet(id_, 1, answers={"who": "1"}))
    package = unit.submit(county.stick / "1.zip")

    def change(content):
        content["records"][records][0][field] = value

    bad = forged(unit, package, county.stick / "2.zip", change, check=False)
    with pytest.raises(RecordImpossible) as caught:
        county.office.merge(bad)
    assert reason in {None, caught.value.reason}
    assert rounds(county.office.workspace) == []
    assert sheets(county.office.workspace) == []


@pytest.mark.parametrize(
    "answers", [{"who": "77"}, {"days": "NaN"}, {"ways": ",,,"}, {"gone": "1"}, {"overall": "²"}]
)
def test_answers_that_fit_no_question_harm_nobody(county, unit, answers):
    id_ = add_note(unit.workspace, ROUNDS, Slot(unit.name, *TASK), round_said())
    enter_sheet(unit.workspace, AnswerSheet(id_, 1, answers={"who": "1"}))
    package = unit.submit(county.stick / "1.zip")

    def change(content):
        content["records"]["interview_answers"][0]["answers"] = answers

    odd = forged(unit, package, county.stick / "2.zip", change, check=False)
    county.office.merge(odd)
    there = read_round(county.office.workspace, id_)
    found = results_of(there.round.said, there.numbered)
    assert [result.answered.counted for result in found.questions] == [0] * 5
    assert replace(there.sheets[0].said, answers={}).number == 1
    with county.office.workspace.database.reading() as session:
        assert list(sheet_lines(session, None))
