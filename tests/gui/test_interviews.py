"""随机访谈 in the window: a round, a draw, sheets by keys, a second entry, an import, results."""

import csv

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from app.verification.interview.drawing import listed_from, repeats
from app.verification.interview.entering import read_round
from app.verification.interview.files import load_questionnaires
from ui.shared.targets import TaskTarget
from ui.verification.interview.questionnaires import QuestionnairePanel
from ui.verification.interview.rounds import RoundPanel

UNIT, INDICATOR = "县司法局", "1"
#: A key for each of the 14 questions; the two numbers and the words are typed in fields.
CHOICES = "2131"


@pytest.fixture
def page(opened, qtbot):
    opened.show_page("indicators", TaskTarget(INDICATOR, "interview"))
    found = opened.stack.currentWidget()
    found.detail.panel.unit.choose(UNIT)
    found.tools.follow()
    settle(opened, qtbot)
    yield found
    for dialog in opened.findChildren(QDialog):
        dialog.done(0)
    settle(opened, qtbot)


def settle(opened, qtbot):
    session = opened.context.session
    qtbot.waitUntil(lambda: session.is_quiet, timeout=20_000)


def panel_of(page, kind):
    return next(panel for panel in page.tools.shown if isinstance(panel, kind))


def press(button) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def begun(opened, page, qtbot, name="first round"):
    """A round that was registered through its dialog; the panel with it."""
    panel = panel_of(page, RoundPanel)
    qtbot.waitUntil(panel.add.isEnabled, timeout=20_000)
    panel.add.trigger()
    dialog = panel.dialog
    qtbot.waitUntil(dialog.isVisible)
    assert dialog.questionnaire.currentText().startswith("行政审批办事进度调查问卷")
    assert not dialog.agree.isEnabled()
    QTest.keyClicks(dialog.name, name)
    QTest.keyClicks(dialog.first, "2027-4-7")
    press(dialog.agree)
    qtbot.waitUntil(lambda: len(panel.rows) == 1, timeout=20_000)
    settle(opened, qtbot)
    panel.table.selectRow(0)
    return panel


def opened_by(panel, action, qtbot):
    panel.opened = None
    action.trigger()
    qtbot.waitUntil(lambda: panel.opened is not None and panel.opened.isVisible(), timeout=20_000)
    return panel.opened


def type_sheet(dialog, qtbot, *, satisfied="1", words="") -> None:
    """Answer all fourteen questions by keys, where the focus is."""

    def key(text):
        QTest.keyClicks(dialog.focusWidget() or dialog.form, text)

    def enter():
        QTest.keyClick(dialog.focusWidget() or dialog.form, Qt.Key.Key_Return)

    for digit in CHOICES:
        key(digit)
    key("b")
    key("3")
    enter()  # of several
    key("1")
    key("2")
    key("5")
    enter()  # days
    key("2")
    enter()  # visits
    key("1")
    for _ in range(2):
        key("2")
    key(satisfied)
    key(words)
    enter()


def test_five_sheets_are_entered_by_keys_alone(opened, page, qtbot):
    panel = begun(opened, page, qtbot)
    assert panel.head.text() == "访谈活动 1 次"
    dialog = opened_by(panel, panel.enter, qtbot)
    qtbot.waitUntil(lambda: dialog.number.text() == "1", timeout=20_000)
    for number in range(1, 6):
        qtbot.waitUntil(
            lambda number=number: (
                dialog.number.text() == str(number)
                and not dialog.form.answers
                and dialog.form.answering.at == 0
            ),
            timeout=20_000,
        )
        type_sheet(dialog, qtbot, satisfied="1" if number < 5 else "4", words=f"w{number}")
    qtbot.waitUntil(lambda: len(dialog.sheets) == 5, timeout=20_000)
    settle(opened, qtbot)
    assert [sheet.said.number for sheet in dialog.sheets] == [1, 2, 3, 4, 5]
    answers = dialog.sheets[0].said.answers
    assert answers["who"] == "2"
    assert answers["place"] == "1"
    assert answers["progress_how"] == "2,3"
    assert (answers["days"], answers["visits"]) == ("5", "2")
    assert answers["suggestion"] == "w1"
    assert dialog.sheets[4].said.answers["satisfied"] == "4"
    assert "已录 5 份" in dialog.told.text()

    dialog.undo.trigger()
    qtbot.waitUntil(lambda: len(dialog.sheets) == 4, timeout=20_000)
    settle(opened, qtbot)
    dialog.done(0)
    qtbot.waitUntil(lambda: panel._satisfied(panel.rows[0]) == "100%（4/4）", timeout=20_000)


def test_a_second_entry_shows_its_difference_side_by_side(opened, page, qtbot):
    panel = begun(opened, page, qtbot)
    dialog = opened_by(panel, panel.enter, qtbot)
    qtbot.waitUntil(lambda: dialog.number.text() == "1", timeout=20_000)
    type_sheet(dialog, qtbot)
    qtbot.waitUntil(lambda: dialog.number.text() == "2", timeout=20_000)
    dialog.way.setCurrentIndex(1)
    dialog.way.activated.emit(1)
    assert dialog.number.text() == "1"
    assert not dialog.form.answers
    type_sheet(dialog, qtbot, satisfied="5")
    qtbot.waitUntil(
        lambda: dialog.differences is not None and dialog.differences.isVisible(), timeout=20_000
    )
    shown = dialog.differences
    assert list(shown.choices) == ["satisfied"]
    (group,) = shown.choices.values()
    assert [button.text() for button in group.buttons()] == ["非常满意", "很不满意"]
    assert not shown.agree.isEnabled()
    QTest.keyClick(shown, Qt.Key.Key_2)
    assert shown.agree.isEnabled()
    press(shown.agree)
    qtbot.waitUntil(
        lambda: dialog.sheets[0].said.answers["satisfied"] == "5" and not dialog.there.unsettled,
        timeout=20_000,
    )
    settle(opened, qtbot)


def test_what_was_typed_comes_back_and_a_wrong_number_waits(opened, page, qtbot):
    panel = begun(opened, page, qtbot)
    dialog = opened_by(panel, panel.enter, qtbot)
    qtbot.waitUntil(lambda: dialog.number.text() == "1", timeout=20_000)
    for key in "21":
        QTest.keyClicks(dialog.form, key)
    dialog.form.turn_to(7)
    QTest.keyClicks(dialog.focusWidget(), "9999")
    press(dialog.store)
    assert "第 8 题的数不对" in dialog.told.text()
    assert dialog.form.parts[7].fault.isVisible()
    assert not dialog.sheets
    dialog.done(0)
    again = opened_by(panel, panel.enter, qtbot)
    assert again.told.text() == "已找回上次没有录完的答卷"
    assert again.form.answers == {"who": "2", "place": "1", "days": "9999"}


def test_people_are_drawn_of_a_pasted_list_once_and_again_for_a_reason(opened, page, qtbot):
    panel = begun(opened, page, qtbot)
    dialog = opened_by(panel, panel.draw, qtbot)
    lines = [f"Person{n}\t{'AB'[n % 3 == 0]}\t1380000{n:04d}" for n in range(1, 31)]
    QApplication.clipboard().setText("\n".join(["姓名\t组别\t电话", *lines]))
    dialog.list.setFocus()
    dialog.list.paste()
    qtbot.waitUntil(lambda: dialog.told.text() == "名单 30 人", timeout=5_000)
    assert not dialog.agree.isEnabled()
    QTest.keyClicks(dialog.count, "6")
    dialog.share.trigger()
    assert [(p.group, p.total, p.planned) for p in dialog.plan.plan] == [
        ("A", 20, 4),
        ("B", 10, 2),
    ]
    dialog.seed.setText("seed-1")
    press(dialog.agree)
    qtbot.waitUntil(lambda: dialog.there.round.said.draw is not None, timeout=20_000)
    settle(opened, qtbot)
    draw = dialog.there.round.said.draw
    assert (draw.seed, len(draw.people)) == ("seed-1", 6)
    rows = [line.split("\t") for line in lines]
    assert repeats(draw, listed_from([["姓名", "组别", "电话"], *rows]))
    assert "种子 seed-1" in dialog.record.text()
    assert not dialog.agree.isEnabled()
    QTest.keyClicks(dialog.reason, "moved away")
    assert dialog.agree.isEnabled()
    press(dialog.agree)
    qtbot.waitUntil(lambda: len(dialog.there.round.said.draws) == 2, timeout=20_000)
    settle(opened, qtbot)
    assert dialog.there.round.said.draw.reason == "moved away"
    dialog.done(0)
    opened.context.undo.undo()
    workspace = opened.context.session.services.workspace
    settle(opened, qtbot)
    assert len(read_round(workspace, panel.rows[0].id).round.said.draws) == 1


def test_a_table_is_imported_and_its_results_are_shown(opened, page, qtbot, tmp_path, monkeypatch):
    panel = begun(opened, page, qtbot)
    questions = load_questionnaires(tmp_path).all[0].questions
    head = ["序号", *(f"{n}、{q.text}" for n, q in enumerate(questions, 1))]
    rows = []
    for number in range(1, 11):
        cells = [q.options[0] if q.kind.chosen else "" for q in questions]
        cells[12] = questions[12].options[0 if number <= 9 else 4]
        cells[13] = "more windows at noon" if number % 2 else ""
        rows.append([str(number), *cells])
    rows.append(["11", "no such option", *([""] * 13)])
    path = tmp_path / "answers.csv"
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        csv.writer(stream).writerows([head, *rows])
    monkeypatch.setattr("ui.dialogs.choose_file", lambda *_: path)
    dialog = opened_by(panel, panel.load, qtbot)
    qtbot.waitUntil(lambda: bool(dialog.boxes) and dialog.agree.isEnabled(), timeout=20_000)
    assert "将导入 10 份答卷" in dialog.told.text()
    assert dialog.faults.count() == 1
    press(dialog.agree)
    settle(opened, qtbot)
    qtbot.waitUntil(lambda: panel._satisfied(panel.rows[0]) == "90%（9/10）", timeout=20_000)

    results = opened_by(panel, panel.outcome, qtbot)
    settle(opened, qtbot)
    assert results.satisfaction.text() == "总体满意度 90%（9/10）（第 13 题）"
    assert len(results.words.lines.rows) == 5
    results.topics.trigger()
    QTest.keyClicks(results.topics_dialog.text, "Hours:noon")
    press(results.topics_dialog.agree)
    qtbot.waitUntil(
        lambda: {row.topic for row in results.words.lines.rows} == {"Hours"}, timeout=20_000
    )
    results.tabs.setCurrentIndex(3)
    results.words.selectRow(0)
    qtbot.waitUntil(results.rectify.isEnabled)
    results.rectify.trigger()
    settle(opened, qtbot)
    assert "立整改 1 条" in opened.context.undo.undo_text


def test_a_questionnaire_is_changed_beside_its_preview(opened, page, qtbot):
    panel = panel_of(page, QuestionnairePanel)
    qtbot.waitUntil(lambda: len(panel.lines) == 14, timeout=20_000)
    assert panel.lines[0].said.id == "service_progress"
    assert panel.lines[0].serves
    panel.table.selectRow(0)
    panel.edit.trigger()
    dialog = panel.dialog
    qtbot.waitUntil(dialog.isVisible)
    assert len(dialog.preview.parts) == 14
    assert not dialog.agree.isEnabled()
    dialog.add.trigger()
    QTest.keyClicks(dialog.editor.text, "Is it open at noon")
    qtbot.waitUntil(lambda: "Is it open at noon" in dialog.preview.parts[1].head.text())
    dialog.editor.options.setPlainText("yes")
    assert "第 2 题还不完整" in dialog.told.text()
    assert not dialog.agree.isEnabled()
    dialog.editor.options.setPlainText("yes\nno")
    press(dialog.agree)
    qtbot.waitUntil(lambda: panel.lines[0].own, timeout=20_000)
    settle(opened, qtbot)
    said = panel.lines[0].said
    assert (said.edition, len(said.questions)) == (2, 15)
    assert said.questions[1].text == "Is it open at noon"
