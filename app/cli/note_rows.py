"""What the commands of all method tools do alike with a row, and with words that are chosen."""

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

from app.cli.output.console import Output
from app.verification.errors import ChoiceUnknown
from app.verification.notes import (
    Note,
    NoteKind,
    Row,
    Said,
    read_note,
    restore_note,
    withdraw_note,
)
from app.workspace.opening import Workspace

Choice = TypeVar("Choice", bound=StrEnum)


def read_row(workspace: Workspace, kind: NoteKind[Row, Said], number: str) -> Note[Said]:
    """The row with this id. Raises ``NoteUnknown``."""
    with workspace.database.reading() as session:
        return read_note(session, kind, number)


def remove_row(
    output: Output, workspace: Workspace, kind: NoteKind[Row, Said], number: str, *, restore: bool
) -> None:
    """Take a row back, or bring it back, and say so. Raises: see ``withdraw_note``."""
    if restore:
        restore_note(workspace, kind, number)
    else:
        withdraw_note(workspace, kind, number)
    output.line("已恢复。" if restore else "已移除。")
    output.document({"id": number, "removed": not restore})


def chosen(names: Mapping[Choice, str], text: str) -> Choice:
    """The choice that people name by its word or its value. Raises ``ChoiceUnknown``."""
    for choice, word in names.items():
        if text in {choice.value, word}:
            return choice
    raise ChoiceUnknown(text, tuple(names.values()))
