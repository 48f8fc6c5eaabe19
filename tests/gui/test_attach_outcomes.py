"""What became of files that were handed in, in words."""

from pathlib import Path

import pytest

from app.intake.errors import NotTakenIn
from app.intake.report import AttachOutcome, AttachReport, AttachState
from app.problems import Problem, ProblemKind
from ui.shared.outcomes import lines_of, notes_of, summary_of


@pytest.mark.parametrize("state", AttachState)
def test_every_state_has_its_words(qapp, state):
    outcome = AttachOutcome("a.eml/附件.docx", Path("a.eml"), state, rank=1)
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
