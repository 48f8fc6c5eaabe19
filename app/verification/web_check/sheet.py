"""网络检索记录表: what was looked up for a task, and what of its list was not yet."""

from collections.abc import Iterator

from sqlalchemy.orm import Session

from app.names.verification import VALUES
from app.sheets.content import NoteColumn, NoteForm, NoteLine
from app.storage.layout import Layout
from app.verification.notes import Note, read_notes
from app.verification.slots import Slot
from app.verification.web_check.lookups import LOOKUPS, RESULT_NAMES, Lookup
from app.verification.web_check.standing import TargetState, bound_units, found_by, state_of
from app.verification.web_check.targets import TargetLine, read_targets
from app.workspace.registry import load_registry

_OPEN = VALUES["web_targets"]["open"]
FORM = NoteForm(
    "网络检索记录表",
    (
        NoteColumn("网址", 40, address=True),
        NoteColumn("检索内容", 36),
        NoteColumn("检索日期", 22, centred=True),
        NoteColumn("检索人", 16, centred=True),
        NoteColumn("结果", 24, centred=True),
        NoteColumn("说明", 20),
    ),
)


def sheet_lines(session: Session, _layout: Layout | None) -> Iterator[tuple[NoteForm, NoteLine]]:
    """Each line of the lists with the look-ups that answer it, then the other look-ups.

    What was not looked up is there for the working edition alone.
    """
    lookups = read_notes(session, LOOKUPS)
    targets = read_targets(session)
    places = {line.id: number for number, line in enumerate(targets)}
    last = len(targets)
    rows = [
        (place, row.slot.unit, places.get(row.said.target or "", last), 1, n, _noted(row))
        for n, row in enumerate(lookups)
        for place in [(row.slot.indicator, row.slot.task_code)]
    ]
    if targets:
        registry, found = load_registry(session), found_by(lookups)
        rows += [
            ((line.slot.indicator, line.slot.task_code), unit, n, 0, 0, _missing(line, unit))
            for n, line in enumerate(targets)
            for unit in bound_units(registry, line)
            if state_of(line, found, unit) is TargetState.OPEN
        ]
    for *_, line in sorted(rows, key=lambda row: row[:-1]):
        yield FORM, line


def _noted(row: Note[Lookup]) -> NoteLine:
    said = row.said
    cells = (
        said.address,
        said.sought,
        said.looked_up_on,
        said.looked_up_by,
        RESULT_NAMES[said.result],
        said.note,
    )
    return _line(row.slot, row.slot.unit, cells)


def _missing(line: TargetLine, unit: str) -> NoteLine:
    cells = (line.said.address, line.said.shows, "", "", _OPEN, "")
    return _line(line.slot, unit, cells, unfinished=True)


def _line(slot: Slot, unit: str, cells: tuple[str, ...], *, unfinished: bool = False) -> NoteLine:
    return NoteLine(slot.indicator, slot.task_code, unit, cells, unfinished=unfinished)
