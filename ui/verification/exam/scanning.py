"""Reads scanned answer sheets: what is sure is stored, what is doubtful a person enters."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QWidget

from app.intake.scans import file_scans
from app.jobs import JobContext
from app.verification.exam.answer_sheets import ScannedSheet, read_answer_sheets, sure_entries
from app.verification.exam.answers import Entry, enter
from app.verification.exam.exams import Exam, find_exam
from app.verification.exam.people import Person, by_number, change_people, read_people
from app.verification.notes import Note, NoteChanges
from ui import dialogs
from ui.commands import Undoable, run, start
from ui.page import PageContext
from ui.translation import tr


@dataclass(frozen=True, slots=True)
class _Read:
    pages: int
    refused: int
    sure: tuple[Entry, ...]
    left: tuple[ScannedSheet, ...]


def read_scans(
    context: PageContext,
    parent: QWidget,
    exam: Note[Exam],
    paths: Sequence[Path],
    sitting: int,
    done: Callable[[], object],
) -> None:
    """Read the files, keep them as evidence of the exam, and store the sheets without a doubt."""
    services = context.session.services
    workspace = services.workspace

    def job(job: JobContext) -> _Read:
        scanned, ledger = read_answer_sheets(
            workspace, exam.id, paths, services.workers, job, sitting
        )
        with workspace.reading() as session:
            there = find_exam(session, exam.id)
            people = by_number(read_people(session, exam.id), sitting)
        sure, left = sure_entries(there.said, people, scanned, sitting)
        if scanned:
            file_scans(workspace, services.workers, exam.slot, exam.said.name, paths, job)
        return _Read(ledger.pages, len(ledger.refused), sure, left)

    def store(read: _Read) -> None:
        if not read.sure:
            _tell(parent, read)
            return

        def stored(_back: NoteChanges[Person]) -> None:
            done()
            _tell(parent, read)

        way = Undoable[NoteChanges[Person]](
            text=tr("读入答题卡 {count} 张", count=len(read.sure)),
            undo=lambda back: change_people(workspace, exam, back),
            then=stored,
        )
        run(context, lambda: enter(workspace, exam.id, read.sure, sitting), way)

    start(context, tr("读取扫描的答题卡"), job, store)


def _tell(parent: QWidget, read: _Read) -> None:
    """Close the ledger: pages, sheets that were stored, and what a person has to enter."""
    told = []
    for each in read.left:
        number, questions = each.entry.number, "、".join(each.doubtful)
        if not each.known:
            told.append(tr("考号 {number}：没有这名考生", number=number))
        else:
            told.append(
                tr("考号 {number}：第 {questions} 题要由人看", number=number, questions=questions)
            )
    if read.refused:
        told.append(tr("{count} 页没有读出", count=read.refused))
    if not told:
        return
    head = tr(
        "{pages} 页，存下 {count} 张；下面的请对照扫描件录入",
        pages=read.pages,
        count=len(read.sure),
    )
    dialogs.tell(parent, head, "\n".join(told))
