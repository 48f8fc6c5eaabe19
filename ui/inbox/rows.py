"""What the lists of the 收件箱 page show, in words. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from app.filekind import FileKind, FileType
from app.intake.errors import ClassifiedRefused, SecrecyDoubtful
from app.intake.inbox.waiting import AsideFile, WaitingFile
from app.intake.inbox.wiping import WIPED
from app.intake.report import AttachOutcome
from app.problems import ProblemKind
from app.visible_text import visible
from ui.translation import tr
from ui.widgets.files import size_text
from ui.wording import describe_error, describe_problem


class InboxList(StrEnum):
    """The lists of the page."""

    WAITING = "waiting"
    NOT_FILED = "not_filed"
    MOVED_OUT = "moved_out"
    FILED = "filed"


@dataclass(frozen=True, slots=True)
class InboxRow:
    """A file of the inbox.

    Attributes:
        path: where it lies, relative to the inbox.
        name: its name, with the folders that it lies in.
        kind: for its icon.
        facts: what it is, how large, from when.
        guesses: what it seems to be called, by whom and from when.
        trouble: what is wrong, and what can be done.
        serious: True if it cannot be taken in as it is.
        file_type: what it really is; None if it must not be shown.
        movable: False for a file with a mark of secrecy: it is deleted or taken away.
        undecided: it may bear such a mark, and is taken in only with a reason.
        filed: it has become an item; what lies here is the file that it came from.
    """

    path: Path
    name: str
    kind: FileKind
    facts: str
    guesses: str = ""
    trouble: str = ""
    serious: bool = False
    file_type: FileType | None = None
    movable: bool = True
    undecided: bool = False
    filed: bool = False

    @property
    def kept_out(self) -> bool:
        """True if it can be deleted for good or taken away: it bears a mark, or may."""
        return not self.filed and (self.undecided or not self.movable)


def in_place(rows: Sequence[InboxRow], before: Sequence[InboxRow]) -> list[InboxRow]:
    """The rows that were there before in their old order, and new ones at the end."""
    order = {row.path: place for place, row in enumerate(before)}
    return sorted(rows, key=lambda row: order.get(row.path, len(order)))


def waiting_row(file: WaitingFile) -> InboxRow:
    """The row of a file that waits."""
    troubles = [describe_error(file.error)] if file.error else []
    problems = [p for p in file.problems if p.kind is not ProblemKind.ARCHIVE_CLOSED]
    opens = len(problems) < len(file.problems)
    troubles += [describe_problem(problem) for problem in problems]
    guess = file.guess
    guesses = " · ".join(
        guessed.value
        for guessed in (guess.title, guess.doc_number, guess.issuer, guess.doc_date)
        if guessed is not None and guessed.value
    )
    label = tr(file.file_type.label) if file.file_type else ""
    return InboxRow(
        path=file.path,
        name=visible(file.path.as_posix()),
        kind=file.file_type.kind if file.file_type else FileKind.OTHER,
        facts=_facts(label, file.stamp.size, file.modified_at),
        guesses=guesses,
        trouble=" ".join(map(str, troubles))
        or (tr("归集时自动解开，里面的文件各成一件") if opens else ""),
        serious=file.refused or file.undecided or any(problem.blocking for problem in problems),
        file_type=None if file.refused else file.file_type,
        movable=not file.refused,
        undecided=file.undecided,
    )


def aside_row(file: AsideFile) -> InboxRow:
    """The row of a file that was moved aside; without the folder and the day it was moved to."""
    day, name = file.path.parts[1], Path(*file.path.parts[2:]).as_posix()
    moved = tr("{day} 移出", day=day)
    return InboxRow(
        path=file.path,
        name=visible(name),
        kind=FileKind.OTHER,
        facts=f"{_facts('', file.stamp.size, file.modified_at)} · {moved}",
        trouble=" ".join(file.note.splitlines()),
        serious=bool(file.note),
        movable=WIPED not in file.note,
    )


def filed_row(file: AsideFile) -> InboxRow:
    """The row of a file that became an item; its folders say where it went."""
    day, name = file.path.parts[1], Path(*file.path.parts[2:])
    return InboxRow(
        path=file.path,
        name=visible(name.as_posix()),
        kind=FileKind.OTHER,
        facts=tr("{day} 归集", day=day) + f" · {size_text(file.stamp.size)}",
        movable=False,
        filed=True,
    )


def refused_row(outcome: AttachOutcome, inbox: Path) -> InboxRow:
    """The row of a file with a secrecy mark in a place's folder, which is not taken in."""
    assert isinstance(outcome.error, ClassifiedRefused | SecrecyDoubtful)
    path = outcome.source.relative_to(inbox)
    return InboxRow(
        path=path,
        name=visible(path.as_posix()),
        kind=FileKind.OTHER,
        facts="",
        trouble=str(describe_error(outcome.error)),
        serious=True,
        movable=False,
        undecided=isinstance(outcome.error, SecrecyDoubtful),
    )


def _facts(label: str, size: int, modified_at: datetime) -> str:
    day = modified_at.astimezone().strftime("%Y-%m-%d %H:%M")
    return " · ".join(part for part in (label, size_text(size), day) if part)
