"""随机抽考: an exam of 100 people from blueprint to certificate, and what is refused on the way."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from random import Random

import docx
import openpyxl
import pytest

from app.answer_sheets.layout import lay_out_sheet
from app.jobs import SilentJob
from app.reports.exam_papers import ExamPaperKind, lay_out_exam_templates, write_exam_papers
from app.table_files.errors import TableUnreadable
from app.verification.errors import NoteIncomplete
from app.verification.exam.answer_sheets import form_of, print_answer_sheets
from app.verification.exam.answers import Entry, enter, import_answers
from app.verification.exam.blueprints import built_in, lay_out_files, load_blueprints
from app.verification.exam.errors import (
    AnswersRefused,
    BankFileRefused,
    BankTooSmall,
    BlueprintUnknown,
    ExamUnknown,
    NobodyForMakeup,
    NobodyListed,
    NoExamTask,
    NoPaper,
    NoResults,
    PaperInUse,
    PeopleListRefused,
    PersonUnknown,
    QuestionImpossible,
    TooFewPeople,
)
from app.verification.exam.exams import EXAMS, FIRST, MAKEUP, Exam, add_exam, find_exam
from app.verification.exam.filling import fill
from app.verification.exam.hours import LEDGER, asked_hours, hours_of
from app.verification.exam.making import make_papers
from app.verification.exam.people import (
    Attendance,
    add_people,
    by_number,
    call_makeup,
    change_people,
    draw_people,
    mark_attendance,
    read_people,
)
from app.verification.exam.question_files import (
    export_questions,
    import_questions,
    take_questions,
    write_template,
)
from app.verification.exam.questions import (
    QUESTIONS,
    Question,
    QuestionKind,
    change_bank,
    read_bank,
)
from app.verification.exam.sheet import summary
from app.verification.exam.starter import examples, starter_questions
from app.verification.exam.statistics import passed_in_all, results_of, tally_of
from app.verification.material_check.registers.files import load_registers
from app.verification.material_check.registers.importing import import_rows, read_file
from app.verification.material_check.registers.rows import read_books
from app.verification.notes import NoteChanges, alter_note, withdraw_note
from app.wording.errors import describe_error
from app.workspace.opening import Workspace

UNIT = "县司法局"
OFFICERS, STAFF = built_in()
NAMES = [
    f"{first}{last}" for last in "伟芳娜敏静强磊军洋勇艳杰" for first in "赵钱孙李周吴郑王冯陈"
]
LIST = [
    ("姓名", "单位", "职务"),
    *((name, f"执法{n % 4}队", "科员") for n, name in enumerate(NAMES)),
]
DAY = "2021-09-10"


@pytest.fixture
def bank(workspace: Workspace) -> Workspace:
    take_questions(workspace, UNIT, "题库", starter_questions())
    return workspace


def held(workspace: Workspace, count: int = 100) -> str:
    """An exam with a paper and candidates."""
    exam = add_exam(workspace, UNIT, Exam("执法人员考试", DAY, "9:00", "报告厅", "2021-09-24"))
    make_papers(workspace, exam, OFFICERS, "7")
    add_people(workspace, exam, LIST)
    draw_people(workspace, exam, count, "20210901")
    return exam


def found(workspace: Workspace, exam: str):
    with workspace.database.reading() as session:
        note = find_exam(session, exam)
        return note, read_people(session, note.id)


def sheet_of(exam: Exam, number: str, version: str, sitting: int, skill: float, random: Random):
    """An entry of somebody who knows so much."""
    answers, scores = {}, {}
    for each in exam.paper(sitting).printed(version):
        key = str(each.number)
        right = "；".join(a.split("|")[0] for a in each.answers)
        if each.question.options:
            right = "".join(each.answers)
        knows = random.random() < skill
        answers[key] = right if knows else {"true_false": "错"}.get(each.question.kind, "A")
        if each.question.kind is QuestionKind.SHORT:
            scores[key] = each.question.points if knows else 1.5
    return Entry(number, answers, scores)


def test_an_exam_of_a_hundred_people_from_blueprint_to_certificate(bank, tmp_path: Path):
    exam = held(bank)
    note, people = found(bank, exam)
    assert note.said.draw.count == 100
    drawn = by_number(people)
    assert sorted(drawn) == [f"{n:03d}" for n in range(1, 101)]
    assert sum(p.said.attendance is Attendance.LISTED for p in people) == 20
    assert {p.said.paper_version for p in drawn.values()} == {"A", "B"}

    random = Random(4)
    missing = {"013", "077"}
    entries = [
        Entry(number, {}, {}, absent=True)
        if number in missing
        else sheet_of(
            note.said, number, p.said.paper_version, FIRST, 0.3 + 0.7 * random.random(), random
        )
        for number, p in drawn.items()
    ]
    enter(bank, exam, entries)
    note, people = found(bank, exam)
    said = [p.said for p in people]
    results = results_of(note.said, said)
    tally = tally_of(results)
    assert (tally.drawn, tally.present, tally.absent, tally.scored) == (100, 98, 2, 98)
    assert 0 < tally.passed < 98
    assert all((r.total >= 60) is r.passed for r in results if r.total is not None)
    told = dict(summary(note.said, said))
    assert told["参考人数"] == "应考 100 人，参考 98 人，缺考 2 人"
    assert f"（{tally.passed}/98）" in told["合格率"]

    call_makeup(bank, exam)
    make_papers(bank, exam, OFFICERS, "8", sitting=MAKEUP)
    note, people = found(bank, exam)
    again = by_number(people, MAKEUP)
    failed = {r.person.number for r in results if r.passed is False}
    assert set(again) == failed | missing
    enter(
        bank,
        exam,
        [
            sheet_of(note.said, number, p.said.paper_version, MAKEUP, 1.0, random)
            for number, p in again.items()
        ],
        MAKEUP,
    )
    note, people = found(bank, exam)
    said = [p.said for p in people]
    assert all(r.total == 100 for r in results_of(note.said, said, MAKEUP))
    assert passed_in_all(note.said, said) == (100, 100)
    assert tally_of(results_of(note.said, said)) == tally

    texts = {
        kind: [
            _text(path)
            for path in write_exam_papers(bank, exam, kind, SilentJob(), target=tmp_path)
        ]
        for kind in ExamPaperKind
    }
    first, second = texts[ExamPaperKind.PAPER]
    assert "一、单项选择题（每题 2 分，共 30 分；只有一个选项正确）" in first
    assert "A卷" in first
    assert "B卷" in second
    assert sorted(_stems(first)) == sorted(_stems(second))
    assert _stems(first) != _stems(second)
    (attended,) = texts[ExamPaperKind.ATTENDANCE]
    (listed,) = texts[ExamPaperKind.RESULTS]
    assert drawn["001"].said.name in attended
    assert drawn["001"].said.name not in listed
    assert f"{tally.passed}/98" in listed
    (draw,) = texts[ExamPaperKind.DRAW]
    assert "抽取种子：20210901" in draw
    (certificates,) = texts[ExamPaperKind.CERTIFICATE]
    assert certificates.count("特此证明") == tally.passed


def test_the_same_seed_draws_the_same_everywhere(bank, tmp_path):
    exam = held(bank, 10)
    note, people = found(bank, exam)
    kinds = [q.kind.value for q in note.said.paper().questions]
    assert kinds == sorted(kinds, key=["single", "multiple", "true_false", "blanks", "short"].index)
    positions = {number: p.said.position for number, p in by_number(people).items()}
    # Worked out with sha256sum: of seed, line feed and position on the list.
    assert sorted(positions.values()) == _by_hand("20210901", range(1, 121), 10)
    before = note.said.paper()
    make_papers(bank, exam, OFFICERS, "7")
    assert found(bank, exam)[0].said.paper() == before
    make_papers(bank, exam, OFFICERS, "9")
    assert found(bank, exam)[0].said.paper() != before


def test_no_question_is_asked_that_is_not_in_force(bank):
    exam = held(bank)
    of_day = found(bank, exam)[0].said.paper().questions
    with bank.database.reading() as session:
        questions = {row.id: row.said for row in read_bank(session)}
    assert all(questions[q.id].in_force(DAY) for q in of_day)
    assert not all(question.in_force(DAY) for question in questions.values())


def test_versions_have_keys_of_their_own(bank):
    exam = held(bank)
    paper = found(bank, exam)[0].said.paper()
    moved = 0
    for version in paper.versions:
        for each in paper.printed(version.name):
            wanted = each.question.answers
            if each.question.options:
                texts = {each.options["ABCDEFGH".index(letter)] for letter in each.answers}
                right = {each.question.options["ABCDEFGH".index(letter)] for letter in wanted}
                assert texts == right
                moved += each.answers != wanted
            else:
                assert each.answers == wanted
    assert moved


def test_the_bank_goes_out_and_comes_in_again(bank, tmp_path):
    target = tmp_path / "题库.xlsx"
    with bank.database.reading() as session:
        rows = read_bank(session, UNIT)
    assert export_questions(target, rows) == len(rows)
    with pytest.raises(BankFileRefused) as caught:
        import_questions(bank, UNIT, target)
    assert caught.value.count == len(rows)
    assert import_questions(bank, UNIT, target, skip_known=True).known == len(rows)
    change_bank(bank, UNIT, NoteChanges(withdrawn=[row.id for row in rows]))
    done = import_questions(bank, UNIT, target)
    with bank.database.reading() as session:
        again = read_bank(session, UNIT)
    assert [row.said for row in again] == [
        replace(row.said, position=n) for n, row in enumerate(rows, 1)
    ]
    change_bank(bank, UNIT, done.back)
    with bank.database.reading() as session:
        assert read_bank(session, UNIT) == ()


def test_a_filled_template_is_refused_by_its_rows(bank, tmp_path):
    target = tmp_path / "模板.xlsx"
    write_template(target, examples())
    book = openpyxl.load_workbook(target)
    sheet = book["题库"]
    heads = {cell.value: cell.column for cell in sheet[1]}
    for row, changes in {
        7: {"题型": "抢答题", "题干": "问？", "答案": "A"},
        8: {
            "题型": "单选题",
            "题干": "问二？",
            "答案": "E",
            "章": "章",
            "选项A": "甲",
            "选项B": "乙",
        },
        9: {"题型": "填空题", "题干": "有____和____。", "答案": "甲", "章": "章"},
        10: {"题型": "判断", "题干": "=1+1。", "答案": "也许", "章": "章", "有效期起": "三月"},
    }.items():
        for head, text in changes.items():
            sheet.cell(row, heads[head], text).data_type = "s"
    book.save(target)
    with pytest.raises(BankFileRefused) as caught:
        import_questions(bank, UNIT, target, skip_known=True)
    told = "\n".join(caught.value.faults)
    for words in (
        "第 7 行：题型",
        "第 8 行：答案里有选项以外的字母",
        "第 9 行：题干里的空",
        "第 10 行",
    ):
        assert words in told
    assert "第 2 行" not in told
    assert describe_error(caught.value).remedy


def test_answers_come_from_a_table_and_go_back(bank, tmp_path):
    exam = held(bank, 3)
    book = openpyxl.Workbook()
    book.active.append(["考号", "试卷", "1", "第2题", "37分", "到考"])
    book.active.append(["001", "A卷", "b", "C", "4.5", ""])
    book.active.append(["2", "", "", "", "", "缺考"])
    book.save(tmp_path / "答卷.xlsx")
    count, back = import_answers(bank, exam, tmp_path / "答卷.xlsx")
    people = by_number(found(bank, exam)[1])
    assert count == 2
    assert people["001"].said.answers == {"1": "B", "2": "C"}
    assert people["001"].said.scores == {"37": 4.5}
    assert people["002"].said.attendance is Attendance.ABSENT
    change_people(bank, found(bank, exam)[0], back)
    people = by_number(found(bank, exam)[1])
    assert people["001"].said.answers == {}
    assert people["002"].said.attendance is Attendance.DRAWN


@pytest.mark.parametrize(
    ("answers", "scores", "words"),
    [
        ({"1": "E"}, {}, "没有这个选项"),
        ({"1": "AB"}, {}, "只能选一个"),
        ({"25": "A"}, {}, "判断题填"),
        ({"99": "A"}, {}, "没有这道题"),
        ({}, {"1": 2}, "由程序评分"),
        ({}, {"37": 5.5}, "超出"),
    ],
)
def test_answers_that_cannot_be_are_refused_whole(bank, answers, scores, words):
    exam = held(bank, 3)
    good = Entry("002", {"1": "A"}, {})
    with pytest.raises(AnswersRefused) as caught:
        enter(bank, exam, [good, Entry("001", answers, scores)])
    assert words in caught.value.faults[0]
    assert all(not p.said.answers for p in found(bank, exam)[1])


def test_sheets_are_printed_by_number(bank, tmp_path):
    exam = held(bank, 5)
    target = tmp_path / "答题卡.pdf"
    assert print_answer_sheets(bank, exam, target, SilentJob()) == 5
    assert target.stat().st_size > 10_000
    layout = lay_out_sheet(form_of(found(bank, exam)[0]))
    assert len(layout.places) == 32


def test_what_is_refused_has_its_sentence(bank, tmp_path):
    exam = add_exam(bank, UNIT, Exam("考试", DAY))
    refused = [
        (NoPaper, lambda: enter(bank, exam, [Entry("001", {}, {})])),
        (NobodyListed, lambda: draw_people(bank, exam, 3, "1")),
        (ExamUnknown, lambda: add_people(bank, "没有的", LIST)),
        (PeopleListRefused, lambda: add_people(bank, exam, [("张三",), ("", "大队"), ("张三",)])),
        (BlueprintUnknown, lambda: load_blueprints(tmp_path).find("没有")),
        (NoExamTask, lambda: add_exam(bank, UNIT, Exam("考试"), "60")),
        (NoteIncomplete, lambda: add_exam(bank, UNIT, Exam(" "))),
        (
            QuestionImpossible,
            lambda: change_bank(
                bank,
                UNIT,
                NoteChanges(added=[Question(QuestionKind.SINGLE, "问？", "章", ("B",), ("甲",))]),
            ),
        ),
    ]
    for error, do in refused:
        with pytest.raises(error) as caught:
            do()
        assert describe_error(caught.value).remedy
    add_people(bank, exam, LIST)
    make_papers(bank, exam, STAFF, "7")
    later = [
        (TooFewPeople, lambda: draw_people(bank, exam, 121, "1")),
        (NoResults, lambda: write_exam_papers(bank, exam, ExamPaperKind.RESULTS, SilentJob())),
    ]
    for error, do in later:
        with pytest.raises(error):
            do()
    draw_people(bank, exam, 2, "1")
    with pytest.raises(PersonUnknown):
        mark_attendance(bank, exam, ["009"], Attendance.ABSENT)
    with pytest.raises(NobodyForMakeup):
        call_makeup(bank, exam)
    enter(bank, exam, [Entry("001", {"1": "A"}, {})])
    for do in (
        lambda: make_papers(bank, exam, STAFF, "8"),
        lambda: draw_people(bank, exam, 2, "2"),
    ):
        with pytest.raises(PaperInUse):
            do()
    with pytest.raises(TableUnreadable):
        import_answers(bank, exam, _csv(tmp_path, "姓名,1\n张三,A\n"))


def test_a_bank_that_is_too_small_says_all_that_it_lacks(workspace):
    take_questions(workspace, UNIT, "题库", starter_questions())
    exam = add_exam(workspace, UNIT, Exam("考试", DAY))
    with workspace.database.reading() as session:
        rows = read_bank(session)
    gone = [r.id for r in rows if r.said.kind in {QuestionKind.SHORT, QuestionKind.BLANKS}]
    change_bank(workspace, UNIT, NoteChanges(withdrawn=gone))
    with pytest.raises(BankTooSmall) as caught:
        make_papers(workspace, exam, OFFICERS, "7")
    assert caught.value.lacks == (
        "填空题：要 4 题，能抽到 0 题",
        "简答题：要 2 题，能抽到 0 题",
    )
    assert FIRST not in found(workspace, exam)[0].said.papers


def test_the_paper_stays_when_the_bank_changes(bank):
    exam = held(bank)
    paper = found(bank, exam)[0].said.paper()
    with bank.database.reading() as session:
        row = next(r for r in read_bank(session) if r.id == paper.questions[0].id)
    alter_note(bank, QUESTIONS, row.id, replace(row.said, stem="改过的题？"))
    withdraw_note(bank, QUESTIONS, paper.questions[1].id)
    assert found(bank, exam)[0].said.paper() == paper
    before = found(bank, exam)[0].said
    make_papers(bank, exam, STAFF, "7")
    alter_note(bank, EXAMS, exam, before)
    assert found(bank, exam)[0].said == before


def test_a_countys_own_blueprint_and_templates_come_first(bank, tmp_path):
    folder = bank.layout.exams
    assert len(lay_out_files(folder)) == 3
    assert lay_out_files(folder) == ()
    own = folder / "1-officers.yaml"
    own.write_text(own.read_text("utf-8").replace("minutes: 60", "minutes: 61"), "utf-8")
    (folder / "bad.yaml").write_text("format: 1\nid: bad\n", "utf-8")
    loaded = load_blueprints(folder)
    assert loaded.find("officers").minutes == 61
    assert "bad.yaml" in str(describe_error(loaded.invalid[0]))
    assert len(lay_out_exam_templates(bank.layout.templates)) == 6
    own = bank.layout.templates / "试卷.docx"
    document = docx.Document(str(own))
    document.add_paragraph("示例县统一命题")
    document.save(str(own))
    exam = held(bank, 3)
    path, _ = write_exam_papers(bank, exam, ExamPaperKind.PAPER, SilentJob(), target=tmp_path)
    assert "示例县统一命题" in _text(path)


def test_a_pass_rate_fills_its_figure_with_what_it_rests_on(bank):
    fills = {"framework": "lushan-2021", "indicator": "63", "threshold": "不少于40学时"}
    own = STAFF.model_validate(STAFF.model_dump() | {"fills": [fills]})
    exam = add_exam(bank, UNIT, Exam("考试", DAY))
    make_papers(bank, exam, own, "7")
    add_people(bank, exam, LIST[:4])
    draw_people(bank, exam, None, "1")
    with pytest.raises(NoResults):
        fill(bank, exam)
    note, people = found(bank, exam)
    for number, skill in (("001", 1.0), ("002", 1.0), ("003", 0.0)):
        version = by_number(people)[number].said.paper_version
        enter(bank, exam, [sheet_of(note.said, number, version, FIRST, skill, Random(1))])
    (said,) = fill(bank, exam)
    assert said.value == pytest.approx(66.67)
    assert said.basis == f"考试：考试 {DAY} 合格 2 人 / 参考 3 人"


def test_the_hours_of_each_person_come_from_the_register(bank, tmp_path):
    rows = "日期,姓名,科室,培训内容,学时\n2020-03-01,张三,大队,宪法,24\n"
    rows += "2020-05-01,张三,大队,处罚法,20\n"
    rows += "2020-03-01,李四,大队,宪法,24\n2020-13-01,王五,大队,宪法,24\n"
    register = load_registers(bank.layout.registers).known(LEDGER)
    file = read_file(bank, register, _csv(tmp_path, rows))
    import_rows(bank, register, UNIT, file)
    with bank.database.reading() as session:
        (book,) = read_books(session, register)
    people = hours_of(book.judged, Decimal(40))
    assert [(p.name, p.hours, p.missing) for p in people] == [
        ("李四", 24, 16),
        ("张三", 44, 0),
    ]


def test_the_set_says_how_many_hours_a_year(workspace):
    framework = workspace.facts.framework
    assert asked_hours(framework, "63") == 40
    assert asked_hours(framework, "91") is None


def _text(path: Path) -> str:
    document = docx.Document(str(path))
    lines = [paragraph.text for paragraph in document.paragraphs]
    lines += [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join(lines)


def _stems(text: str) -> list[str]:
    lines = [line.split(". ", 1) for line in text.splitlines() if line[:1].isdigit()]
    return [parts[1] for parts in lines if len(parts) == 2]


def _by_hand(seed: str, positions, count: int) -> list[int]:
    from hashlib import sha256

    digests = {sha256(f"{seed}\n{n}".encode()).hexdigest(): n for n in positions}
    return sorted(digests[digest] for digest in sorted(digests)[:count])


def _csv(folder: Path, text: str) -> Path:
    path = folder / "答卷.csv"
    path.write_text(text, "utf-8")
    return path
