"""Questionnaires as sheets of paper: printed with numbers, and read again from scans.

The scans themselves are filed as evidence by whoever calls: intake lies above this package.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from app.answer_sheets.crops import CropOrder, crop_order, cut_out
from app.answer_sheets.form import SheetForm, SheetKind, SheetOption, SheetQuestion
from app.answer_sheets.layout import SheetLayout, lay_out_sheet
from app.answer_sheets.model import Doubt, ReadSheet, RefusedPage, ScanLedger
from app.answer_sheets.numbering import series_code
from app.answer_sheets.printing import print_sheets
from app.answer_sheets.reading import read_scans
from app.isolation import Done, IsolatedCall, Workers
from app.jobs import JobContext
from app.verification.interview.answering import places
from app.verification.interview.entering import RoundSheets, change_sheets, read_round
from app.verification.interview.rounds import Round
from app.verification.interview.schema import Question, QuestionKind
from app.verification.interview.sheets import AnswerOrigin, AnswerSheet
from app.verification.notes import Note, NoteChanges
from app.workspace.opening import Workspace

_SECONDS_PER_CROP = 60.0
_OTHER_LINE = "：________________"


@dataclass(frozen=True, slots=True)
class ToDecide:
    """A question of a sheet that a person must look at, and the part of the scan to show.

    Without ``doubts`` it is handwriting, which the program does not read. ``chosen`` is what is
    ticked for sure.
    """

    number: int
    question: str
    doubts: tuple[Doubt, ...]
    crop: CropOrder
    chosen: str = ""


@dataclass(frozen=True, slots=True)
class ScannedSheet:
    """What was read of a sheet. ``known``: the round has answers of this number already.

    ``answers`` are those read for sure; a question of a page in ``missing`` has none.
    """

    number: int
    scan: Path
    answers: Mapping[str, str] = field(default_factory=dict)
    to_decide: tuple[ToDecide, ...] = ()
    missing: tuple[int, ...] = ()
    again: tuple[int, ...] = ()
    known: bool = False

    @property
    def doubtful(self) -> tuple[ToDecide, ...]:
        """What has boxes and is not clear."""
        return tuple(one for one in self.to_decide if one.doubts)

    @property
    def written(self) -> tuple[ToDecide, ...]:
        """What is handwriting."""
        return tuple(one for one in self.to_decide if not one.doubts)

    @property
    def whole(self) -> bool:
        """True if all pages are there and nothing is stored under the number."""
        return not (self.missing or self.known)

    @property
    def sure(self) -> bool:
        """True if all boxes are read, on all pages, and nothing is stored under the number."""
        return self.whole and not self.doubtful


@dataclass(frozen=True, slots=True)
class Scanned:
    """Sheets read from scans; ``ledger`` accounts for every page."""

    sheets: tuple[ScannedSheet, ...]
    ledger: ScanLedger

    @property
    def refused(self) -> tuple[RefusedPage, ...]:
        """The pages that were not read."""
        return self.ledger.refused


def form_of(note: Note[Round]) -> SheetForm:
    """The sheets of a round. Other questions make another series, so old prints are told apart."""
    questionnaire = note.said.questionnaire
    asked = [(q.id, q.kind.value, q.text, q.options, q.other) for q in questionnaire.questions]
    content = json.dumps([note.id, questionnaire.title, questionnaire.introduction, asked])
    return SheetForm(
        series=series_code(content),
        title=questionnaire.title,
        questions=tuple(
            _asked(number, question) for number, question in enumerate(questionnaire.questions, 1)
        ),
        introduction=questionnaire.introduction,
    )


def layout_of(note: Note[Round]) -> SheetLayout:
    """Where everything stands on the sheets of a round."""
    return lay_out_sheet(form_of(note))


def print_round(note: Note[Round], first: int, count: int, target: Path, job: JobContext) -> int:
    """Write a PDF of ``count`` sheets from number ``first`` on; returns its number of pages.

    Raises: see ``print_sheets``.
    """
    return print_sheets(layout_of(note), first, count, target, job)


def read_scanned(
    workspace: Workspace,
    round_id: str,
    paths: Sequence[Path],
    workers: Workers,
    job: JobContext,
) -> Scanned:
    """Read scans of a round's sheets; nothing is stored.

    Raises:
        NoteUnknown: there is no such round.
        Cancelled, WorkersNotStarted, MemoryShort: see ``read_scans``.
    """
    there = read_round(workspace, round_id)
    layout = layout_of(there.round)
    ledger = read_scans(paths, layout, workers, job)
    return Scanned(tuple(_scanned(there, layout, sheet) for sheet in ledger.sheets), ledger)


def crops_of(scanned: Scanned, workers: Workers, job: JobContext) -> dict[ToDecide, bytes]:
    """A picture (PNG) of each question that a person must look at; none where it cannot be had.

    Raises:
        Cancelled, WorkersNotStarted, MemoryShort: see ``Workers.run_each``.
    """
    asked = {one.crop: one for sheet in scanned.sheets for one in sheet.to_decide}
    tasks = [IsolatedCall(crop, _SECONDS_PER_CROP) for crop in asked]
    return {
        asked[crop]: result.value[0]
        for crop, result in workers.run_each(cut_out, tasks, job)
        if isinstance(result, Done)
    }


def enter_scanned(
    workspace: Workspace,
    round_id: str,
    sheets: Sequence[ScannedSheet],
    decided: Mapping[int, Mapping[str, str]],
    item_of: Callable[[Path], str],
) -> NoteChanges[AnswerSheet]:
    """Store sheets, all or none; returns the changes that take them back.

    ``decided`` are the answers that a person gave, by the number of the sheet; ``item_of`` names
    the item of evidence that a scan became.

    Raises: see ``change_sheets``.
    """
    added = [
        AnswerSheet(
            round=round_id,
            number=sheet.number,
            answers={**sheet.answers, **decided.get(sheet.number, {})},
            entered_by=workspace.actor,
            origin=AnswerOrigin.SCANNED,
            scan=item_of(sheet.scan),
        )
        for sheet in sheets
    ]
    return change_sheets(workspace, round_id, NoteChanges(added=added))


def _asked(number: int, question: Question) -> SheetQuestion:
    return SheetQuestion(
        key=question.id,
        label=f"{number}.",
        kind=SheetKind(question.kind.value),
        text=question.text,
        options=tuple(
            SheetOption(str(place), text + (_OTHER_LINE if place == question.other else ""))
            for place, text in enumerate(question.options, 1)
        ),
        unit=question.unit,
        digits=4,
    )


def _scanned(there: RoundSheets, layout: SheetLayout, sheet: ReadSheet) -> ScannedSheet:
    questions = {question.id: question for question in there.round.said.questionnaire.questions}
    answers: dict[str, str] = {}
    to_decide = []
    for answer in sheet.answers:
        question = questions[answer.question]
        text = ",".join(answer.chosen)
        if text and not answer.doubts:
            answers[answer.question] = text
        if answer.doubts or answer.written or _writes_other(question, text):
            assert answer.reading is not None
            place = layout.place(answer.question)
            crop = crop_order(answer.reading, place.box)
            to_decide.append(ToDecide(sheet.number, answer.question, answer.doubts, crop, text))
    numbers = {note.said.number for note in there.sheets}
    return ScannedSheet(
        number=sheet.number,
        scan=sheet.pages[0].scan.path,
        answers=answers,
        to_decide=tuple(to_decide),
        missing=sheet.missing,
        again=sheet.again,
        known=sheet.number in numbers,
    )


def _writes_other(question: Question, text: str) -> bool:
    """True if an option is ticked behind which words are written."""
    chosen = places(text) if question.kind is not QuestionKind.OPEN else ()
    return question.other is not None and question.other in chosen
