"""Making the papers of an exam from a bank, by a blueprint and a seed."""

from dataclasses import replace

from app.names.verification.exam import lack_words
from app.verification.exam.errors import BankTooSmall, PaperInUse
from app.verification.exam.exams import EXAMS, FIRST, MAKEUP, Exam, find_exam
from app.verification.exam.papers import Paper, draw_paper
from app.verification.exam.people import read_people
from app.verification.exam.questions import read_bank
from app.verification.exam.schema import Blueprint
from app.verification.notes import alter_note
from app.workspace.opening import Workspace


def make_papers(
    workspace: Workspace,
    exam: str,
    blueprint: Blueprint,
    seed: str,
    *,
    bank: str | None = None,
    sitting: int = FIRST,
) -> Exam:
    """Draw the papers of an exam from the unit's bank, or of another unit's; returns what was said.

    Raises:
        NoteUnknown: there is no such exam.
        PaperInUse: answers to its papers were entered.
        BankTooSmall: the bank lacks questions.
        OwnedByUnit, OwnedByOffice, WorkspaceReadOnly: see ``alter_note``.
    """
    with workspace.database.reading() as session:
        found = find_exam(session, exam)
        people = read_people(session, found.id)
        questions = read_bank(session, bank or found.slot.unit)
    answered = sum(bool(p.said.answers) for p in people if p.said.sitting == sitting)
    if answered:
        raise PaperInUse(found.said.name, answered)
    said = found.said
    day = (said.makeup_on if sitting == MAKEUP else said.held_on) or said.held_on
    first = said.papers.get(FIRST)
    used = [q.id for q in first.questions] if sitting == MAKEUP and first is not None else []
    made = draw_paper(blueprint, [(row.id, row.said) for row in questions], day, seed, avoid=used)
    if not isinstance(made, Paper):
        raise BankTooSmall(
            tuple(
                lack_words(
                    lack.kind.value,
                    lack.chapter,
                    lack.difficulty.value if lack.difficulty else None,
                    lack.wanted,
                    lack.found,
                )
                for lack in made
            )
        )
    changed = replace(said, rules=blueprint, papers={**said.papers, sitting: made})
    return alter_note(workspace, EXAMS, found.id, changed)
