"""What tools have for the sheets of dossiers."""

from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from typing import Any

from sqlalchemy.orm import Session

from app.sheets.content import NoteForm, NoteLine
from app.storage.layout import Layout
from app.verification.slots import Slot
from app.verification.tools import TOOLS


def read_lines(
    session: Session, layout: Layout | None = None
) -> Iterator[tuple[NoteForm, NoteLine]]:
    """Every line of every tool in its order, each with the form of its sheet.

    ``layout`` tells where the county's own data files lie; without it the built-in ones count. Each
    function that a tool names as ``sheets`` takes both and gives the same.
    """
    for tool in TOOLS:
        if tool.sheets:
            yield from _named(tool.sheets)(session, layout)


def lines_at(session: Session, layout: Layout, slot: Slot) -> Mapping[NoteForm, list[NoteLine]]:
    """What the tools of one task have for its sheets, of one unit."""
    found: dict[NoteForm, list[NoteLine]] = {}
    for form, line in read_lines(session, layout):
        if (line.unit, line.indicator, line.task_code) == (
            slot.unit,
            slot.indicator,
            slot.task_code,
        ):
            found.setdefault(form, []).append(line)
    return found


def _named(name: str) -> Callable[..., Any]:
    module, _, function = name.partition(":")
    found: Callable[..., Any] = getattr(import_module(f"app.verification.{module}"), function)
    return found
