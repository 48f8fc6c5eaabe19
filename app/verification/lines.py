"""What tools have for the sheets of dossiers."""

from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from app.sheets.content import NoteForm, NoteLine
from app.verification.tools import TOOLS


def read_lines(
    session: Session, registers: Path | None = None
) -> Iterator[tuple[NoteForm, NoteLine]]:
    """Every line of every tool, each with the form of its sheet.

    ``registers`` is the folder of the county's own registers.
    """
    for tool in TOOLS:
        if tool.sheet is not None:
            for line in _named(tool.lines)(session):
                yield tool.sheet, line
        if tool.sheets:
            yield from _named(tool.sheets)(session, registers)


def _named(name: str) -> Callable[..., Any]:
    module, _, function = name.partition(":")
    found: Callable[..., Any] = getattr(import_module(f"app.verification.{module}"), function)
    return found
