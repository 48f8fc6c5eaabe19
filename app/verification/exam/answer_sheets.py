"""Answer sheets of an exam (答题卡): printed with the number of each candidate, read from scans.

One form serves all versions of a sitting, since every version asks the same kind at the same place.
The sheet's number is the candidate's. Questions that are answered in words stay on the paper.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from app.answer_sheets.form import SheetForm, SheetKind, SheetOption, SheetQuestion
from app.answer_sheets.layout import SheetLayout, lay_out_sheet
from app.answer_sheets.model import ReadSheet, ScanLedger
from app.answer_sheets.numbering import series_code
from app.answer_sheets.printing import print_sheets
from app.answer_sheets.reading import read_scans
from app.isolation import Workers
from app.jobs import JobContext
from app.names.verification.exam import KINDS, SHEET_INTRODUCTION, sheet_title
from app.verification.exam.answers import Entry, settle
from app.verification.exam.errors import NobodyListed
from app.verification.exam.exams import FIRST, MAKEUP, Exam, find_exam
from app.verification.exam.papers import Paper
from app.verification.exam.people import Person, by_number, read_people
from app.verification.exam.questions import LETTERS, RIGHT, WRONG
from app.verification.notes import Note
from app.workspace.opening import Workspace
from models.exams import QuestionKind

_KINDS = {
    QuestionKind.SINGLE: SheetKind.SINGLE,
    QuestionKind.MULTIPLE: SheetKind.MULTIPLE,
    QuestionKind.TRUE_FALSE: SheetKind.TRUE_FALSE,
}
_COLUMNS = 3


@dataclass(frozen=True, slots=True)
class ScannedSheet:
    """A scanned answer sheet; ``doubtful`` are the numbers that a person must decide first."""

    entry: Entry
    sheet: ReadSheet
    doubtful: tuple[str, ...]
    known: bool


def form_of(exam: Note[Exam], sitting: int = FIRST) -> SheetForm:
    """The form of a sitting. Raises ``NoPaper``."""
    paper = exam.said.paper(sitting)
    return SheetForm(
        series=series_code(f"exam {exam.id} {sitting} {paper.seed}"),
        title=sheet_title(exam.said.name, makeup=sitting == MAKEUP),
        questions=tuple(_questions(paper)),
        introduction=SHEET_INTRODUCTION,
        columns=_COLUMNS,
        blanks=("姓名", "单位"),
    )


def print_answer_sheets(
    workspace: Workspace, exam: str, target: Path, job: JobContext, sitting: int = FIRST
) -> int:
    """Write a PDF with a sheet for each candidate, by number; returns how many.

    Raises:
        ExamUnknown, NoPaper, NobodyListed: there is nothing to print.
        Cancelled: nothing useful is left in ``target``.
    """
    with workspace.database.reading() as session:
        note = find_exam(session, exam)
        people = by_number(read_people(session, note.id), sitting)
    numbers = [int(number) for number in people if number.isdecimal()]
    if not numbers:
        raise NobodyListed(note.said.name)
    layout = lay_out_sheet(form_of(note, sitting))
    first, last = min(numbers), max(numbers)
    print_sheets(layout, first, last - first + 1, target, job)
    return last - first + 1


def read_answer_sheets(
    workspace: Workspace,
    exam: str,
    scans: Iterable[Path],
    workers: Workers,
    job: JobContext,
    sitting: int = FIRST,
) -> tuple[tuple[ScannedSheet, ...], ScanLedger]:
    """Read scanned sheets; nothing is stored. Every page is in the ledger, read or refused.

    Sheets without doubt can be entered as they are (``answers.enter`` with their entries).

    Raises:
        ExamUnknown, NoPaper: there is no such exam, or it has no paper.
        Cancelled, WorkersNotStarted, MemoryShort: see ``read_scans``.
    """
    with workspace.database.reading() as session:
        note = find_exam(session, exam)
        people = by_number(read_people(session, note.id), sitting)
    layout = lay_out_sheet(form_of(note, sitting))
    ledger = read_scans(tuple(scans), layout, workers, job)
    return tuple(_scanned(sheet, layout, set(people)) for sheet in ledger.sheets), ledger


def sure_entries(
    exam: Exam,
    people: Mapping[str, Note[Person]],
    scanned: Iterable[ScannedSheet],
    sitting: int = FIRST,
) -> tuple[tuple[Entry, ...], tuple[ScannedSheet, ...]]:
    """The entries that can be stored as they are, and the sheets that a person must look at. Pure.

    Raises ``NoPaper``.
    """
    sure: list[Entry] = []
    left: list[ScannedSheet] = []
    for each in scanned:
        faults = settle(exam, people, [each.entry], sitting)[1] if each.known else ()
        if each.known and not each.doubtful and not faults:
            sure.append(each.entry)
        else:
            left.append(each)
    return tuple(sure), tuple(left)


def _scanned(sheet: ReadSheet, layout: SheetLayout, known: set[str]) -> ScannedSheet:
    answers = {answer.question: "".join(answer.chosen) for answer in sheet.answers}
    number = f"{sheet.number:03d}"
    missing = {place.question.key for place in layout.places if place.page in sheet.missing}
    doubtful = [answer.question for answer in sheet.doubtful] + sorted(missing, key=int)
    entry = Entry(number, {q: text for q, text in answers.items() if text}, {})
    return ScannedSheet(entry, sheet, tuple(doubtful), number in known)


def _questions(paper: Paper) -> Iterator[SheetQuestion]:
    versions = [paper.printed(version.name) for version in paper.versions]
    for place, printed in enumerate(zip(*versions, strict=True)):
        kind = _KINDS.get(printed[0].question.kind)
        if kind is None:
            continue
        most = max(len(each.options) for each in printed)
        keys = (RIGHT, WRONG) if kind is SheetKind.TRUE_FALSE else tuple(LETTERS[:most])
        yield SheetQuestion(
            key=str(place + 1),
            label=f"{place + 1}.",
            kind=kind,
            options=tuple(SheetOption(key, key) for key in keys),
            section=KINDS[printed[0].question.kind.value],
        )
