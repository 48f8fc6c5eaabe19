"""What became of files that were handed in, in words."""

from pathlib import Path

import pytest

from app.intake.errors import NotTakenIn
from app.intake.report import AttachOutcome, AttachReport, AttachState
from app.problems import Problem, ProblemKind
from ui.shared.outcomes import lines_of, notes_of, summary_of
from ui.widgets.outcome_list import Mark, OutcomeLine, OutcomeList


@pytest.mark.parametrize("state", AttachState)
def test_every_state_has_its_words(qapp, state):
    outcome = AttachOutcome("a.eml/附件.docx", Path("a.eml"), state, number="60-1")
    (line,) = lines_of(AttachReport((outcome,)))
    assert all((line.text, line.right))


def test_parts_are_counted_apart(qapp):
    states = (AttachState.ADDED, AttachState.PART, AttachState.PART)
    outcomes = tuple(AttachOutcome("a", Path("a"), state) for state in states)
    assert summary_of(AttachReport(outcomes)).startswith("收取 1 件，2 个随件附上")


def test_a_reason_is_told_once():
    """What keeps a program out is both the error and a problem of the file."""
    problem = Problem(ProblemKind.PROGRAM)
    outcome = AttachOutcome(
        "程序.exe",
        Path("来件"),
        AttachState.FAILED,
        problems=(problem,),
        error=NotTakenIn("程序.exe", problem),
    )
    assert notes_of(outcome).count("请截图") == 1


def test_what_has_no_pages_comes_first_and_is_counted(qapp):
    """It is in, but it would be bound as a placeholder."""
    added, hint = AttachState.ADDED, Problem(ProblemKind.PHOTO_BLURRED)
    locked = Problem(ProblemKind.PASSWORD_REQUIRED)
    rows = (("好.txt", ()), ("照片.jpg", (hint,)), ("锁着.xls", (locked,)))
    outcomes = [AttachOutcome(name, Path(name), added, problems=found) for name, found in rows]
    report = AttachReport(tuple(outcomes))
    told = [(line.text, line.right, line.mark) for line in lines_of(report)]
    assert told == [
        ("锁着.xls", "已收取，待处理", Mark.BAD),
        ("照片.jpg", "已收取", Mark.HINT),
        ("好.txt", "已收取", Mark.GOOD),
    ]
    assert summary_of(report) == "收取 3 件，其中 1 件待处理，还不能印成页面，1 件有提示"


def test_a_row_is_as_tall_as_its_text_when_only_the_width_changes(theme, qtbot):
    """As the scroll bar does when it appears: Qt itself lays out again for heights only."""
    view = OutcomeList("结果", theme)
    qtbot.addWidget(view)
    view.resize(520, 400)
    view.show()
    notes = [f"{'请核对装订页' * n}。" for n in range(1, 12)]
    view.show_lines([OutcomeLine(Mark.BAD, "一件", "", note) for note in notes])

    def fits():
        rows = map(view.outcomes.index, range(len(notes)))
        return all(view.visualRect(r).height() == view.sizeHintForIndex(r).height() for r in rows)

    qtbot.waitUntil(fits)
    view.resize(320, 400)
    qtbot.waitUntil(fits, timeout=2_000)
