"""随机抽考 in the window: bank, papers, people, answers by keys, results, and undo."""

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from app.evidence.listing import list_filed
from app.framework.keys import TaskKey
from app.verification.exam.exams import FIRST, read_exams
from app.verification.exam.people import Attendance, read_people
from app.verification.exam.question_files import take_questions
from app.verification.exam.questions import QuestionKind
from app.verification.exam.starter import starter_questions
from ui import dialogs
from ui.shared.targets import TaskTarget
from ui.verification.exam.answers_dialog import AnswersDialog
from ui.verification.exam.bank import BankPanel
from ui.verification.exam.exams import ExamPanel
from ui.verification.exam.papers_dialog import PapersDialog
from ui.verification.exam.people_dialog import PeopleDialog
from ui.verification.exam.results_dialog import ResultsDialog

UNIT, TASK = "县司法局", TaskKey("63", "exam")
NAMES = "姓名\t单位\t职务\n" + "\n".join(f"示例{name}\t示例县某局\t科员" for name in "甲乙丙丁戊己")


@pytest.fixture
def page(opened):
    opened.show_page("indicators", TaskTarget(*TASK))
    found = opened.stack.currentWidget()
    found.detail.panel.unit.choose(UNIT)
    found.tools.follow()
    yield found
    for dialog in opened.findChildren(QDialog):
        dialog.reject()


def settle(opened, qtbot):
    session = opened.context.session
    qtbot.waitUntil(lambda: session.is_quiet, timeout=20_000)


def panel_of(page, kind):
    (found,) = [panel for panel in page.tools.shown if isinstance(panel, kind)]
    return found


def press(button):
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_question_is_written_and_undone(opened, page, qtbot):
    panel = panel_of(page, BankPanel)
    assert panel.head.text() == "题库：还没有题目"
    panel.add.trigger()
    qtbot.waitUntil(panel.dialog.isVisible)
    dialog = panel.dialog
    assert not dialog.agree.isEnabled()
    QTest.keyClicks(dialog.stem, "a?")
    dialog.chapter.setCurrentText("行政处罚")
    dialog.options.setPlainText("x\ny\nz")
    QTest.keyClicks(dialog.answers, "e")
    assert dialog.faults.text() == "答案里有选项以外的字母"
    dialog.answers.clear()
    QTest.keyClicks(dialog.answers, "b")
    assert dialog.agree.isEnabled()
    press(dialog.agree)
    qtbot.waitUntil(lambda: len(panel.rows) == 1, timeout=20_000)
    assert panel.rows[0].said.answers == ("B",)
    assert panel.head.text() == "题库 1 题：单项选择题 1"
    settle(opened, qtbot)
    opened.context.undo.undo()
    qtbot.waitUntil(lambda: not panel.rows, timeout=20_000)
    settle(opened, qtbot)


def test_a_file_with_faults_is_refused_whole(opened, page, qtbot, tmp_path, monkeypatch):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["题型", "章", "难度", "题干", "A", "B", "答案"])
    sheet.append(["单项选择", "行政处罚", "易", "一", "是", "否", "A"])
    sheet.append(["单项选择", "行政处罚", "易", "二", "是", "否", "D"])
    path = tmp_path / "题库.xlsx"
    book.save(path)
    panel = panel_of(page, BankPanel)
    told = []
    monkeypatch.setattr(dialogs, "show_error", lambda _, error: told.append(error))
    panel.import_file(path)
    qtbot.waitUntil(lambda: bool(told), timeout=20_000)
    assert told[0].count == 1
    assert "3" in told[0].faults[0]
    settle(opened, qtbot)
    assert not panel.rows


def test_an_exam_from_papers_to_results(opened, page, qtbot):
    workspace = opened.context.session.services.workspace
    take_questions(workspace, UNIT, "例题", starter_questions())
    panel = panel_of(page, ExamPanel)
    panel.add.trigger()
    qtbot.waitUntil(panel.dialog.isVisible)
    QTest.keyClicks(panel.dialog.held_on, "2021-07-20")
    press(panel.dialog.agree)
    qtbot.waitUntil(lambda: len(panel.rows) == 1, timeout=20_000)
    settle(opened, qtbot)
    panel.table.selectRow(0)
    assert not panel.enter.isEnabled()

    papers = opened_by(panel, panel.papers, PapersDialog, qtbot)
    papers.blueprint.setCurrentIndex(papers.blueprint.findData("staff"))
    papers.seed.setText("示例")
    press(papers.make)
    qtbot.waitUntil(lambda: papers.paper is not None, timeout=20_000)
    assert papers.version.count() == 2
    assert "答案：" in papers.text.toPlainText()
    settle(opened, qtbot)
    papers.reject()

    people = opened_by(panel, panel.people, PeopleDialog, qtbot)
    QGuiApplication.clipboard().setText(NAMES)
    people.paste.trigger()
    qtbot.waitUntil(lambda: len(people.rows) == 6, timeout=20_000)
    QTest.keyClicks(people.count, "4")
    people.seed.setText("示例")
    press(people.draw)
    drawn = lambda: [row.said for row in people.rows if row.said.chosen]  # noqa: E731
    qtbot.waitUntil(lambda: len(drawn()) == 4, timeout=20_000)
    assert sorted(said.number for said in drawn()) == ["001", "002", "003", "004"]
    settle(opened, qtbot)
    people.reject()

    qtbot.waitUntil(lambda: panel.rows[0].said.draw is not None, timeout=20_000)
    panel.table.selectRow(0)
    answers = opened_by(panel, panel.enter, AnswersDialog, qtbot)
    assert answers.person.currentData() == "001"
    for each in answers.printed:
        keys = "".join(each.answers)
        if each.question.kind is QuestionKind.TRUE_FALSE:
            keys = "1" if keys == "对" else "2"
        QTest.keyClicks(answers.grid, keys.lower())
        if each.question.kind is QuestionKind.MULTIPLE:
            QTest.keyClick(answers.grid, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: answers.person.currentData() == "002", timeout=20_000)
    settle(opened, qtbot)
    press(answers.absent)
    qtbot.waitUntil(lambda: answers.person.currentData() == "003", timeout=20_000)
    QTest.keyClicks(answers.grid, "a")
    assert answers.grid.currentRow() == 1
    QTest.keyClick(answers, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: answers.person.currentData() == "004", timeout=20_000)
    settle(opened, qtbot)
    answers.reject()

    with workspace.database.reading() as session:
        (exam,) = read_exams(session)
        states = {p.said.number: p.said.attendance for p in read_people(session, exam.id)}
    assert states["001"] is Attendance.PRESENT
    assert states["002"] is Attendance.ABSENT
    results = opened_by(panel, panel.results, ResultsDialog, qtbot)
    assert results.told.text() == (
        "抽 4 人，参考 2 人，缺考 1 人，合格率 50%（1/2），1 人还没有成绩"
    )
    first = results.people.lines.rows[0]
    assert first.total == exam.said.paper(FIRST).total
    results.reject()

    opened.context.undo.undo()
    qtbot.waitUntil(lambda: answered(workspace, exam.id) == 1, timeout=20_000)
    settle(opened, qtbot)


def test_what_was_typed_of_a_sheet_survives(opened, page, qtbot):
    workspace = opened.context.session.services.workspace
    take_questions(workspace, UNIT, "例题", starter_questions())
    panel = panel_of(page, ExamPanel)
    exam = prepared(workspace, opened.context.session.services)
    qtbot.waitUntil(lambda: True)
    panel.read()
    qtbot.waitUntil(lambda: len(panel.rows) == 1, timeout=20_000)
    panel.table.selectRow(0)
    answers = opened_by(panel, panel.enter, AnswersDialog, qtbot)
    QTest.keyClicks(answers.grid, "a")
    QTest.keyClick(answers, Qt.Key.Key_Escape)
    again = opened_by(panel, panel.enter, AnswersDialog, qtbot)
    assert again.grid.answers["1"] == "A"
    assert answered(workspace, exam) == 0


def opened_by(panel, action, kind, qtbot):
    panel.work = None
    action.trigger()
    qtbot.waitUntil(lambda: panel.work is not None and panel.work.isVisible(), timeout=20_000)
    assert isinstance(panel.work, kind)
    return panel.work


def answered(workspace, exam):
    with workspace.database.reading() as session:
        return sum(bool(p.said.answers) for p in read_people(session, exam))


def present(workspace, exam):
    with workspace.database.reading() as session:
        people = read_people(session, exam)
    return sum(p.said.attendance is Attendance.PRESENT for p in people)


def prepared(workspace, services) -> str:
    from app.table_files.reading import copied_lines
    from app.verification.exam.blueprints import load_blueprints
    from app.verification.exam.exams import Exam, add_exam
    from app.verification.exam.making import make_papers
    from app.verification.exam.people import add_people, draw_people

    exam = add_exam(workspace, UNIT, Exam("示例抽考", "2021-07-20"), "63")
    blueprint = load_blueprints(workspace.layout.exams).find("staff")
    make_papers(workspace, exam, blueprint, "示例")
    add_people(workspace, exam, list(copied_lines(NAMES)))
    draw_people(workspace, exam, 4, "示例")
    return exam


def test_papers_and_sheets_are_written_and_scans_are_read(
    opened, page, qtbot, tmp_path, monkeypatch
):
    services = opened.context.session.services
    workspace = services.workspace
    take_questions(workspace, UNIT, "例题", starter_questions())
    exam = prepared(workspace, services)
    panel = panel_of(page, ExamPanel)
    panel.read()
    qtbot.waitUntil(lambda: len(panel.rows) == 1, timeout=20_000)
    panel.table.selectRow(0)
    shown, told = [], []
    monkeypatch.setattr(dialogs, "choose_folder", lambda *_: tmp_path)
    monkeypatch.setattr(dialogs, "show_paths", lambda _, paths: shown.extend(paths))
    monkeypatch.setattr(dialogs, "tell", lambda _, *words: told.append(words))
    papers = opened_by(panel, panel.papers, PapersDialog, qtbot)
    press(papers.write)
    qtbot.waitUntil(lambda: bool(shown), timeout=30_000)
    names = [path.name for path in shown]
    assert len(names) == 7
    assert names[-1] == "示例抽考答题卡.pdf"
    assert all(path.stat().st_size > 1000 for path in shown)
    settle(opened, qtbot)
    papers.reject()

    # The sheets as they were printed: everybody was there, and ticked nothing.
    monkeypatch.setattr(dialogs, "choose_files", lambda *_: [shown[-1]])
    answers = opened_by(panel, panel.enter, AnswersDialog, qtbot)
    press(answers.scan)
    qtbot.waitUntil(lambda: present(workspace, exam) == 4, timeout=30_000)
    settle(opened, qtbot)
    with workspace.database.reading() as session:
        titles = [row.title for row in list_filed(session)]
    assert titles == ["示例抽考答卷扫描件"]
    # The backs of the sheets are empty: they are counted, and told.
    assert [words[1] for words in told] == ["4 页没有读出"]
