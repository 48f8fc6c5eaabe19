"""Writes the papers of an exam into a folder that a person chooses."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from app.errors import TargetExists
from app.jobs import JobContext
from app.paths import extended, legal_name
from app.reports.exam_papers import ExamPaperKind, write_exam_papers
from app.verification.exam.answer_sheets import print_answer_sheets
from app.verification.exam.exams import FIRST, Exam
from app.verification.notes import Note
from ui import dialogs
from ui.commands import start
from ui.page import PageContext
from ui.translation import tr


def ask_and_write(
    context: PageContext,
    parent: QWidget,
    exam: Note[Exam],
    kinds: Sequence[ExamPaperKind],
    sitting: int,
    *,
    sheets: bool = False,
) -> None:
    """Ask for the folder, and write; ``sheets``: also a numbered answer sheet for each."""
    folder = dialogs.choose_folder(parent, tr("写到哪个文件夹"), "")
    if folder is not None:
        write(context, parent, exam, kinds, sitting, folder, sheets=sheets)


def write(
    context: PageContext,
    parent: QWidget,
    exam: Note[Exam],
    kinds: Sequence[ExamPaperKind],
    sitting: int,
    folder: Path,
    *,
    sheets: bool = False,
) -> None:
    """Write into the folder; a file that is there is not replaced, and is told."""
    workspace = context.session.services.workspace
    again = "" if sitting == FIRST else tr("补考")
    name = tr("{name}{again}答题卡", name=legal_name(exam.said.name), again=again)
    target = folder / f"{name}.pdf"

    def job(job: JobContext) -> tuple[Path, ...]:
        if sheets and extended(target).exists():
            raise TargetExists(target)
        written: list[Path] = []
        for kind in kinds:
            written += write_exam_papers(
                workspace, exam.id, kind, job, target=folder, sitting=sitting
            )
        if sheets:
            print_answer_sheets(workspace, exam.id, target, job, sitting)
            written.append(target)
        return tuple(written)

    start(context, tr("写出考试文书"), job, lambda paths: dialogs.show_paths(parent, paths))
