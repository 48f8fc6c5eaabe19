"""考试情况表 in dossiers, and answer sheets that were printed, ticked, scanned and read."""

from pathlib import Path
from random import Random

from app.answer_sheets.layout import lay_out_sheet
from app.bootstrap import open_services
from app.dossier_options import DossierOptions, Edition
from app.evidence.places import Target
from app.framework.keys import SlotKey
from app.intake.attach import attach_files
from app.intake.requests import AttachRequest
from app.jobs import SilentJob
from app.review.service import accept_slots, submit_slots
from app.verification.exam.answer_sheets import (
    form_of,
    print_answer_sheets,
    read_answer_sheets,
    sure_entries,
)
from app.verification.exam.answers import Entry, enter
from app.verification.exam.blueprints import built_in
from app.verification.exam.exams import Exam, add_exam, find_exam
from app.verification.exam.making import make_papers
from app.verification.exam.people import add_people, by_number, draw_people, read_people
from app.verification.exam.question_files import take_questions
from app.verification.exam.starter import starter_questions
from app.verification.exam.statistics import results_of
from app.workspace.opening import Workspace
from tests.support.documents import text_pdf
from tests.support.filled_sheets import Filled, Pen, Scanner, scanned_pages
from tests.support.pdf_description import page_texts
from tests.support.workspaces import copy_workspace

UNIT = "县司法局"
STAFF = built_in()[1]
PEOPLE = [(name, "法治科", "科员") for name in ("欧阳小敏", "张三", "李四", "王五", "赵六")]


def held(workspace: Workspace) -> str:
    take_questions(workspace, UNIT, "题库", starter_questions())
    exam = add_exam(workspace, UNIT, Exam("法律知识考试", "2026-03-01"), "91")
    make_papers(workspace, exam, STAFF, "7")
    add_people(workspace, exam, PEOPLE)
    draw_people(workspace, exam, 4, "5")
    return exam


def test_scanned_sheets_are_marked(tmp_path: Path, office_template: Path):
    with open_services(copy_workspace(office_template, tmp_path / "工作区")) as services:
        workspace = services.workspace
        exam = held(workspace)
        with workspace.database.reading() as session:
            note = find_exam(session, exam)
            people = by_number(read_people(session, exam))
        layout = lay_out_sheet(form_of(note))
        print_answer_sheets(workspace, exam, tmp_path / "答题卡.pdf", SilentJob())
        meant, scans = {}, []
        for place, (number, person) in enumerate(sorted(people.items())):
            printed = note.said.paper().printed(person.said.paper_version)
            answers = {str(e.number): tuple("".join(e.answers)) for e in printed}
            if number == "002":
                answers["1"] = ("A", "B")  # which of them a person has to say
            meant[number] = answers
            filled = Filled(place + 1, Pen.TICK, answers, frozenset())
            chance = Random(place)
            for page, image in enumerate(
                scanned_pages(
                    tmp_path / "答题卡.pdf", layout, filled, place, chance, Scanner(upside_down=0)
                )
            ):
                scans.append(tmp_path / f"{number}-{page}.png")
                image.save(scans[-1])
        scanned, ledger = read_answer_sheets(workspace, exam, scans, services.workers, SilentJob())
        assert ledger.closed
        sure, left = sure_entries(note.said, people, scanned)
        assert [each.entry.number for each in left] == ["002"]
        assert left[0].doubtful == ("1",)
        for entry in sure:
            read = {key: tuple(text) for key, text in entry.answers.items()}
            assert read == meant[entry.number]
        enter(workspace, exam, sure)
        with workspace.database.reading() as session:
            said = [p.said for p in read_people(session, exam)]
        totals = {r.person.number: r.total for r in results_of(note.said, said)}
        assert totals == {"001": 100, "002": None, "003": 100, "004": 100}


def test_a_dossier_binds_what_came_out(tmp_path: Path, office_template: Path):
    found = {}
    for edition in (Edition.WORKING, Edition.INSPECTION):
        options = DossierOptions(indicators=("91",), edition=edition)
        folder = tmp_path / edition.value
        with open_services(copy_workspace(office_template, folder / "工作区")) as services:
            workspace = services.workspace
            exam = held(workspace)
            with workspace.database.reading() as session:
                note = find_exam(session, exam)
                people = by_number(read_people(session, exam))
            right = {
                number: {
                    str(e.number): "".join(e.answers)
                    for e in note.said.paper().printed(p.said.paper_version)
                }
                for number, p in people.items()
            }
            entries = [Entry(n, said, {}) for n, said in right.items() if n != "004"]
            enter(workspace, exam, [*entries, Entry("004", {}, {}, absent=True)])
            file = text_pdf(folder / "通知.pdf", ["考试通知"])
            attach_files(
                workspace,
                services.workers,
                AttachRequest((file,), Target("91", "exam", UNIT)),
                SilentJob(),
            )
            slot = SlotKey("91", "exam", workspace.registry().unit(UNIT).id)
            submit_slots(workspace, [slot])
            accept_slots(workspace, [slot])
            (dossier,) = services.dossiers.compile(folder / "卷", options, SilentJob()).dossiers
            found[edition] = ["".join(text.split()) for text in page_texts(dossier.path)]
    for pages in found.values():
        sheet = next(page for page in pages if page.startswith("考试情况表"))
        assert "应考4人，参考3人，缺考1人" in sheet
        assert "100%（3/3）" in sheet
    names = [person.said.name for person in people.values()]
    working, inspection = ("".join(found[edition]) for edition in found)
    assert all(name in working for name in names)
    assert not any(name in inspection for name in names)
