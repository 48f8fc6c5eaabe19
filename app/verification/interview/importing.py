"""Answers from tables of 问卷星 and the like: read, matched as people chose before, stored."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from sqlalchemy.orm import Session

from app.settings import load_choice, save_choice
from app.table_files.errors import TableUnreadable
from app.table_files.reading import Limits, Line, read_list_file
from app.verification.interview.answering import OTHER, settled
from app.verification.interview.entering import RoundSheets, change_sheets, read_round
from app.verification.interview.errors import AnswerNotPossible
from app.verification.interview.matching import (
    GROUP,
    NUMBER,
    OPTION,
    VOID,
    Matching,
    is_option_text,
    match,
    read_cell,
    read_mark,
)
from app.verification.interview.rounds import Round
from app.verification.interview.schema import Questionnaire
from app.verification.interview.sheets import LAST_NUMBER, AnswerOrigin, AnswerSheet, next_number
from app.verification.material_check.registers.tables import demand_plain
from app.verification.notes import NoteChanges
from app.workspace.opening import Workspace
from models.verification import MOST_ANSWER_SHEETS

#: Under which setting the chosen columns are kept, by questionnaire and heading.
_KEY = "questionnaire_headings"
#: So many headings are remembered of one questionnaire.
_MOST_HEADINGS = 400
_MOST_LINES = MOST_ANSWER_SHEETS + 20
_LIMITS = Limits(_MOST_LINES + 1, 400, file_bytes=32 << 20, inside_bytes=256 << 20)


class RowFault(StrEnum):
    """Why a line of the table was not taken in."""

    NO_ANSWER = "no_answer"
    NO_NUMBER = "no_number"
    TAKEN = "taken"
    EMPTY = "empty"


@dataclass(frozen=True, slots=True)
class FaultyRow:
    """A line that was not taken in: its number in the file, the question, and what stands there."""

    line: int
    fault: RowFault
    question: int = 0
    text: str = ""


@dataclass(frozen=True, slots=True)
class AnswerTable:
    """A table with answers, and how it is read."""

    name: str
    lines: tuple[Line, ...]
    matching: Matching


@dataclass(frozen=True, slots=True)
class TakenAnswers:
    """What a table gives: sheets, and the lines that cannot be taken in."""

    sheets: tuple[AnswerSheet, ...]
    faulty: tuple[FaultyRow, ...]


@dataclass(frozen=True, slots=True)
class ImportedAnswers:
    """What was taken in, and what takes it back."""

    added: int
    faulty: tuple[FaultyRow, ...]
    back: NoteChanges[AnswerSheet]


def read_answer_table(workspace: Workspace, round_: Round, path: Path) -> AnswerTable:
    """Read a file and propose how it is read, as people chose before.

    Raises:
        TableUnreadable: it cannot be read, is no table, or has more lines than a unit has sheets.
        SecretWords: it bears a mark of state secrecy; nothing of it was kept.
    """
    lines = _first_table(path)
    demand_plain(line.cells for line in lines)
    if len(lines) > _MOST_LINES:
        raise TableUnreadable(path.name, f"超过 {_MOST_LINES} 行，请分次导入")
    if not lines:
        raise TableUnreadable(path.name, "里面没有内容")
    with workspace.database.reading() as session:
        remembered = headings_of(session, round_.questionnaire)
    matching = match(round_.questionnaire, [line.cells for line in lines], remembered)
    return AnswerTable(path.name, lines, matching)


def take(
    there: RoundSheets, table: AnswerTable, origin: AnswerOrigin = AnswerOrigin.IMPORTED
) -> TakenAnswers:
    """The sheets that a table gives, beside those that are there. Pure.

    Sheets without a number get the next ones. A line with a fault is left out as a whole.
    """
    questionnaire = there.round.said.questionnaire
    taken = {note.said.number for note in there.sheets}
    sheets: list[AnswerSheet] = []
    faulty: list[FaultyRow] = []
    unnumbered = next_number(there.sheets)
    numbered = NUMBER in table.matching.targets
    for line in table.lines[table.matching.heading + 1 :]:
        found = _read_line(questionnaire, table.matching, line)
        if isinstance(found, FaultyRow):
            faulty.append(found)
            continue
        if not numbered:
            found = replace(found, number=unnumbered)
            unnumbered += 1
        if found.number in taken:
            faulty.append(FaultyRow(line.number, RowFault.TAKEN, text=str(found.number)))
            continue
        taken.add(found.number)
        sheets.append(replace(found, round=there.round.id, origin=origin))
    return TakenAnswers(tuple(sheets), tuple(faulty))


def import_answers(workspace: Workspace, round_id: str, table: AnswerTable) -> ImportedAnswers:
    """Take the answers of a table in, all good lines together.

    Raises:
        TableUnreadable: no column of it holds answers.
        TooManyNotes, OwnedByUnit, OwnedByOffice, WorkspaceReadOnly: see ``change_sheets``.
    """
    there = read_round(workspace, round_id)
    if not any(_question_of(target) for target in table.matching.targets):
        raise TableUnreadable(table.name, "没有一列对得上问卷的题")
    found = take(there, table)
    remember(workspace, there.round.said.questionnaire, table.matching)
    sheets = [replace(sheet, entered_by=workspace.actor) for sheet in found.sheets]
    back: NoteChanges[AnswerSheet] = NoteChanges()
    if sheets:
        back = change_sheets(workspace, round_id, NoteChanges(added=sheets))
    return ImportedAnswers(len(sheets), found.faulty, back)


def headings_of(session: Session, questionnaire: Questionnaire) -> Mapping[str, str]:
    """What people chose for headings of this questionnaire."""
    kept = load_choice(session, _KEY)
    found = kept.get(questionnaire.id) if isinstance(kept, dict) else None
    if not isinstance(found, dict):
        return {}
    return {str(heading): str(target) for heading, target in found.items()}


def remember(workspace: Workspace, questionnaire: Questionnaire, matching: Matching) -> None:
    """Remember the targets of a matching, if they differ from what would be proposed."""
    if not any(matching.headings):
        return
    if match(questionnaire, [matching.headings]).targets == matching.targets:
        return
    pairs = zip(matching.headings, matching.targets, strict=True)
    chosen = {heading: target for heading, target in pairs if heading}
    with workspace.database.writing() as work:
        kept = load_choice(work.session, _KEY)
        everything = dict(kept) if isinstance(kept, dict) else {}
        before = everything.get(questionnaire.id)
        headings = {**(before if isinstance(before, dict) else {}), **chosen}
        if headings == before:
            return
        everything[questionnaire.id] = dict(list(headings.items())[-_MOST_HEADINGS:])
        save_choice(work, _KEY, everything)
        work.record("settings.changed", "settings", fields=[_KEY])
        work.commit()


def _first_table(path: Path) -> tuple[Line, ...]:
    best: tuple[Line, ...] = ()
    for lines in read_list_file(path, _LIMITS).sheets():
        if len(lines) > 1:
            return lines
        best = best or lines
    return best


def _question_of(target: str) -> str:
    if target in {"", NUMBER, GROUP, VOID}:
        return ""
    return target.partition(OPTION)[0].removesuffix(OTHER)


def _read_line(
    questionnaire: Questionnaire, matching: Matching, line: Line
) -> AnswerSheet | FaultyRow:
    answers: dict[str, str] = {}
    beside = {NUMBER: "", GROUP: "", VOID: ""}
    marked: dict[str, list[int]] = {}
    for target, cell in _cells(matching.targets, line.cells):
        if target in beside:
            beside[target] = cell.strip()
            continue
        question = questionnaire.question(_question_of(target))
        if question is None:
            continue
        number = questionnaire.number_of(question.id)
        if target.endswith(OTHER):
            answers[target] = cell
            continue
        place = target.partition(OPTION)[2]
        if place:
            mark = read_mark(cell)
            if mark is None and is_option_text(question, int(place), cell):
                mark = True
            if mark is None:
                return FaultyRow(line.number, RowFault.NO_ANSWER, number, cell[:50])
            if mark:
                marked.setdefault(question.id, []).append(int(place))
            continue
        found = read_cell(question, cell)
        if found is None:
            return FaultyRow(line.number, RowFault.NO_ANSWER, number, cell[:50])
        answers[question.id], written = found
        if written:
            answers[question.id + OTHER] = written
    answers |= {id_: ",".join(map(str, places)) for id_, places in marked.items()}
    typed = beside[NUMBER]
    if NUMBER in matching.targets and not (
        typed.isascii() and typed.isdigit() and int(typed) <= LAST_NUMBER
    ):
        return FaultyRow(line.number, RowFault.NO_NUMBER, text=typed[:50])
    try:
        said = settled(questionnaire, answers)
    except AnswerNotPossible as error:
        return FaultyRow(line.number, RowFault.NO_ANSWER, error.number, error.text)
    if not said and not beside[VOID]:
        return FaultyRow(line.number, RowFault.EMPTY)
    return AnswerSheet("", int(typed or 0), beside[GROUP], said, void=beside[VOID])


def _cells(targets: Sequence[str], cells: Iterable[str]) -> Iterable[tuple[str, str]]:
    return ((target, cell) for target, cell in zip(targets, cells, strict=False) if target)
