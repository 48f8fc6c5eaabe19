"""What became of files that were handed in, in words."""

from pathlib import Path

import pytest

from app.intake.report import AttachOutcome, AttachReport, AttachState
from ui.indicators.outcomes import lines_of, summary_of


@pytest.mark.parametrize("state", AttachState)
def test_every_state_has_its_words(qapp, state):
    outcome = AttachOutcome("a.eml/附件.docx", Path("a.eml"), state, rank=1)
    (line,) = lines_of(AttachReport((outcome,)))
    assert all((line.text, line.right))


def test_parts_are_counted_apart(qapp):
    states = (AttachState.ADDED, AttachState.PART, AttachState.PART)
    outcomes = tuple(AttachOutcome("a", Path("a"), state) for state in states)
    assert summary_of(AttachReport(outcomes)).startswith("收取 1 件，2 个随件附上")
