"""What tools have for the sheets of dossiers."""

from collections.abc import Iterator
from importlib import import_module

from sqlalchemy.orm import Session

from app.methods.tools import TOOLS
from app.sheets.content import NoteForm, NoteLine


def read_lines(session: Session) -> Iterator[tuple[NoteForm, NoteLine]]:
    """Every line of every tool, each with the form of its sheet."""
    for tool in TOOLS:
        if tool.sheet is not None:
            module, _, function = tool.lines.partition(":")
            read = getattr(import_module(f"app.methods.{module}"), function)
            for line in read(session):
                yield tool.sheet, line
