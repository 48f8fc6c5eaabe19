"""What the lists of the 收件箱 page show, in words. Pure."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from app.filekind import FileKind, FileType
from app.intake.errors import ClassifiedRefused, SecrecyDoubtful
from app.intake.inbox.waiting import AsideFile, WaitingFile
from app.intake.inbox.wiping import WIPED
from app.intake.report import AttachOutcome
from app.visible_text import visible
from ui.translation import tr
from ui.widgets.files import size_text
from ui.wording import describe_error, describe_problem


class InboxList(StrEnum):
    """The three lists."""

    WAITING = "waiting"
    NOT_FILED = "not_filed"
    MOVED_OUT = "moved_out"


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

    @property
    def kept_out(self) -> bool:
        """True if it can be deleted for good or taken away: it bears a mark, or may."""
        return self.undecided or not self.movable


def waiting_row(file: WaitingFile) -> InboxRow:
    """The row of a file that waits."""
    troubles = [describe_error(file.error)] if file.error else []
    troubles += [describe_problem(problem) for problem in file.problems]
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
        trouble=" ".join(map(str, troubles)),
        serious=file.refused
        or file.undecided
        or any(problem.blocking for problem in file.problems),
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
