"""Exams in packages: merged, undone, changed by their owner only, and never with a whole name."""

from dataclasses import replace

import pytest

from app.checkup.impossible import impossible_values
from app.errors import JuanzongError, OwnedByOffice, OwnedByUnit
from app.exchange.merge.errors import Impossible, RecordImpossible
from app.exchange.payload.slicing import unit_records
from app.verification.exam.answers import Entry, enter
from app.verification.exam.blueprints import built_in
from app.verification.exam.exams import EXAMS, Exam, add_exam, find_exam
from app.verification.exam.making import make_papers
from app.verification.exam.people import add_people, draw_people, read_people
from app.verification.exam.question_files import take_questions
from app.verification.exam.questions import QUESTIONS, read_bank
from app.verification.exam.starter import starter_questions
from app.verification.notes import alter_note, withdraw_note
from app.workspace.opening import Workspace
from tests.support.forging import forged

STAFF = built_in()[1]
PEOPLE = [("欧阳小敏", "大队", "科员"), ("张三", "大队", "科员")]


def held(workspace: Workspace, unit: str) -> str:
    take_questions(workspace, unit, "题库", starter_questions())
    exam = add_exam(workspace, unit, Exam("法律知识考试", "2026-03-01"))
    make_papers(workspace, exam, STAFF, "7")
    add_people(workspace, exam, PEOPLE)
    draw_people(workspace, exam, None, "5")
    enter(workspace, exam, [Entry("001", {"1": "A", "17": "对"}, {})])
    return exam


def read(workspace: Workspace, exam: str):
    with workspace.database.reading() as session:
        return find_exam(session, exam).said, [p.said for p in read_people(session, exam)]


def test_it_travels_with_masked_names_and_belongs_to_the_unit(county, unit):
    office = county.office
    exam = held(unit.workspace, unit.name)
    own, people = read(unit.workspace, exam)
    office.merge(unit.submit(county.stick / "1.zip"))
    there, masked = read(office.workspace, exam)
    assert there == own
    assert {p.name for p in people} == {"欧阳小敏", "张三"}
    assert {p.name for p in masked} == {"欧阳某某", "张某"}
    assert [replace(p, name="") for p in masked] == [replace(p, name="") for p in people]
    with office.workspace.database.reading() as session:
        assert list(impossible_values(session)) == []
        assert len(read_bank(session)) == len(starter_questions().questions)
    with pytest.raises(OwnedByUnit):
        alter_note(office.workspace, EXAMS, exam, replace(own, room="礼堂"))
    enter(unit.workspace, exam, [Entry("002", {"1": "B"}, {})])
    office.merge(unit.submit(county.stick / "2.zip"))
    assert sum(bool(p.answers) for p in read(office.workspace, exam)[1]) == 2
    office.exchange.undo()
    assert read(office.workspace, exam) == (there, masked)
    # Nothing that comes back takes the names from the unit.
    unit.merge(county.answer(unit.name, county.stick / "r.zip"))
    assert {p.name for p in read(unit.workspace, exam)[1]} == {"欧阳小敏", "张三"}


def test_no_whole_name_is_in_a_package(county, unit):
    held(unit.workspace, unit.name)
    with unit.workspace.database.reading() as session:
        unit_id = unit.workspace.registry().unit(unit.name).id
        records = unit_records(session, unit_id, by_office=False)
    text = records.model_dump_json()
    assert "欧阳某某" in text
    for name, _, _ in PEOPLE:
        assert name not in text
    again = type(records.exam_people[0]).model_validate(records.exam_people[0].model_dump())
    assert again == records.exam_people[0]


def test_what_the_office_entered_comes_back_and_stays_the_offices(county, unit):
    exam = held(county.office.workspace, unit.name)
    unit.merge(county.answer(unit.name, county.stick / "r.zip"))
    said, _ = read(unit.workspace, exam)
    with pytest.raises(OwnedByOffice):
        alter_note(unit.workspace, EXAMS, exam, replace(said, room="礼堂"))
    with unit.workspace.database.reading() as session:
        question = read_bank(session)[0]
    with pytest.raises(OwnedByOffice):
        withdraw_note(unit.workspace, QUESTIONS, question.id)


@pytest.mark.parametrize(
    ("kind", "field", "value", "reason"),
    [
        ("exams", "name", "考试\u202e", Impossible.DIRECTION),
        ("exams", "room", "厅\x00", Impossible.CONTROL),
        ("exams", "indicator_code", "999", Impossible.PLACE_UNKNOWN),
        ("exams", "papers", {"3": {}}, None),
        ("exams", "rules", {"format": 1}, None),
        ("exam_questions", "answers", [], None),
        ("exam_questions", "answers", ["Z"], None),
        ("exam_questions", "kind", "riddle", None),
        ("exam_people", "answers", {"x": "A"}, None),
        ("exam_people", "scores", {"1": -1.0}, None),
        ("exam_people", "paper_version", "Q", None),
        ("exam_people", "sitting", 3, None),
    ],
)
def test_what_no_program_writes_is_refused(county, unit, kind, field, value, reason):
    exam = held(unit.workspace, unit.name)
    package = unit.submit(county.stick / "1.zip")

    def change(content):
        content["records"][kind][0][field] = value

    bad = forged(unit, package, county.stick / "2.zip", change, check=False)
    with pytest.raises(RecordImpossible if reason else JuanzongError) as caught:
        county.office.merge(bad)
    assert reason in {None, getattr(caught.value, "reason", None)}
    with county.office.workspace.database.reading() as session:
        assert read_people(session, exam) == ()


@pytest.mark.parametrize("fault", ["question_twice", "option_beyond", "no_questions"])
def test_a_paper_that_cannot_be_is_refused(county, unit, fault):
    held(unit.workspace, unit.name)
    package = unit.submit(county.stick / "1.zip")

    def change(content):
        paper = content["records"]["exams"][0]["papers"]["1"]
        order = paper["versions"][0]["order"]
        if fault == "question_twice":
            order[0] = order[1]
        elif fault == "option_beyond":
            order[0]["options"][0] = 7
        else:
            paper["questions"] = []

    bad = forged(unit, package, county.stick / "2.zip", change, check=False)
    with pytest.raises(JuanzongError):
        county.office.merge(bad)
    with county.office.workspace.database.reading() as session:
        assert read_bank(session) == ()
