"""Sheets entered, entered a second time, settled and made void, each time in one transaction."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.verification import typed
from app.verification.interview.answering import Answers, differences, settled
from app.verification.interview.errors import (
    RoundHasAnswers,
    SheetNumberTaken,
    SheetUnknown,
)
from app.verification.interview.rounds import ROUNDS, Round
from app.verification.interview.sheets import (
    LAST_NUMBER,
    SHEETS,
    AnswerSheet,
    read_sheets,
    removed_numbers,
)
from app.verification.notes import Note, NoteChanges, alter_note, change_notes, read_note
from app.workspace.opening import Workspace


@dataclass(frozen=True, slots=True)
class RoundSheets:
    """A round with its sheets, by their numbers."""

    round: Note[Round]
    sheets: tuple[Note[AnswerSheet], ...]

    @property
    def numbered(self) -> tuple[tuple[str, AnswerSheet], ...]:
        """The sheets with their ids, as ``results`` takes them."""
        return tuple((note.id, note.said) for note in self.sheets)

    def sheet(self, number: int) -> Note[AnswerSheet]:
        """The sheet with this number. Raises ``SheetUnknown``."""
        found = next((note for note in self.sheets if note.said.number == number), None)
        if found is None:
            raise SheetUnknown(number)
        return found

    @property
    def unsettled(self) -> tuple[Note[AnswerSheet], ...]:
        """The sheets that two people entered differently."""
        return tuple(note for note in self.sheets if self.differing(note.said))

    def differing(self, sheet: AnswerSheet) -> tuple[int, ...]:
        """The numbers of the questions that two people entered differently."""
        if not sheet.second_by:
            return ()
        return differences(self.round.said.questionnaire, sheet.answers, sheet.second)


def read_round(workspace: Workspace, round_id: str) -> RoundSheets:
    """A round with its sheets. Raises ``NoteUnknown``."""
    with workspace.database.reading() as session:
        return RoundSheets(read_note(session, ROUNDS, round_id), read_sheets(session, round_id))


def change_sheets(
    workspace: Workspace, round_id: str, changes: NoteChanges[AnswerSheet]
) -> NoteChanges[AnswerSheet]:
    """Change sheets of a round, all or none, with one entry in the log.

    Returns the changes that take these back.

    Raises:
        AnswerNotPossible, QuestionUnknown: see ``settled``.
        SheetNumberTaken: two sheets would have one number.
        TooManyNotes: the unit would have more sheets than packages take.
        NoteUnknown, OwnedByUnit, OwnedByOffice, WorkspaceReadOnly: see ``change_notes``.
    """
    there = read_round(workspace, round_id)
    found = there.round.said
    tidied = NoteChanges(
        added=[_tidied(round_id, found, sheet) for sheet in changes.added],
        altered={id_: _tidied(round_id, found, sheet) for id_, sheet in changes.altered.items()},
        withdrawn=changes.withdrawn,
        restored=changes.restored,
    )
    _demand_numbers(workspace, there, tidied)
    return change_notes(workspace, SHEETS, there.round.slot, tidied, round=found.name)


def enter_sheet(workspace: Workspace, sheet: AnswerSheet) -> str:
    """Enter one sheet of its round; returns its id. Raises: see ``change_sheets``."""
    back = change_sheets(workspace, sheet.round, NoteChanges(added=[_by(workspace, sheet)]))
    return back.withdrawn[0]


def enter_again(
    workspace: Workspace, round_id: str, sheet_id: str, answers: Answers, by: str = ""
) -> tuple[int, ...]:
    """Keep what a second person entered; returns the numbers of the questions that differ.

    Raises: see ``change_sheets``.
    """
    there = read_round(workspace, round_id)
    note = _of(there, sheet_id)
    said = replace(note.said, second=dict(answers), second_by=by.strip() or workspace.actor)
    change_sheets(workspace, round_id, NoteChanges(altered={sheet_id: said}))
    questionnaire = there.round.said.questionnaire
    return differences(questionnaire, note.said.answers, settled(questionnaire, answers))


def settle(
    workspace: Workspace, round_id: str, sheet_id: str, answers: Answers
) -> NoteChanges[AnswerSheet]:
    """Say which answers stand on a sheet that two people entered differently.

    Returns the changes that take it back. Raises: see ``change_sheets``.
    """
    said = _of(read_round(workspace, round_id), sheet_id).said
    said = replace(said, answers=dict(answers), second=dict(answers))
    return change_sheets(workspace, round_id, NoteChanges(altered={sheet_id: said}))


def make_void(
    workspace: Workspace, round_id: str, sheet_ids: Sequence[str], reason: str
) -> NoteChanges[AnswerSheet]:
    """Let sheets not count for this reason; "" lets them count again. They are kept.

    Returns the changes that take it back. Raises: see ``change_sheets``.
    """
    there = read_round(workspace, round_id)
    altered = {id_: replace(_of(there, id_).said, void=reason) for id_ in sheet_ids}
    return change_sheets(workspace, round_id, NoteChanges(altered=altered))


def alter_round(workspace: Workspace, round_id: str, said: Round) -> Round:
    """Say something else of a round; returns what was said before.

    Raises:
        RoundHasAnswers: it would get other questions than those that were answered.
        NoteUnknown, OwnedByUnit, OwnedByOffice, WorkspaceReadOnly: see ``alter_note``.
    """
    there = read_round(workspace, round_id)
    before = there.round.said
    if there.sheets and said.questionnaire.questions != before.questionnaire.questions:
        raise RoundHasAnswers(before.name, len(there.sheets))
    return alter_note(workspace, ROUNDS, round_id, said)


def _by(workspace: Workspace, sheet: AnswerSheet) -> AnswerSheet:
    return sheet if sheet.entered_by.strip() else replace(sheet, entered_by=workspace.actor)


def _of(there: RoundSheets, sheet_id: str) -> Note[AnswerSheet]:
    found = next((note for note in there.sheets if note.id == sheet_id), None)
    if found is None:
        raise SheetUnknown(0)
    return found


def _tidied(round_id: str, round_: Round, sheet: AnswerSheet) -> AnswerSheet:
    typed.number("number", sheet.number, LAST_NUMBER)
    return replace(
        sheet,
        round=round_id,
        answers=settled(round_.questionnaire, sheet.answers),
        second=settled(round_.questionnaire, sheet.second) if sheet.second_by else {},
    )


def _demand_numbers(
    workspace: Workspace, there: RoundSheets, changes: NoteChanges[AnswerSheet]
) -> None:
    """No two sheets of a round have one number."""
    taken = {
        note.said.number
        for note in there.sheets
        if note.id not in changes.altered and note.id not in changes.withdrawn
    }
    coming = [sheet.number for sheet in (*changes.added, *changes.altered.values())]
    if changes.restored:
        with workspace.database.reading() as session:
            coming += removed_numbers(session, changes.restored)
    for number in coming:
        if number in taken:
            raise SheetNumberTaken(number)
        taken.add(number)
