"""What the desk shows besides the snapshot: what review and rectification ask for, and the log."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.bootstrap import Services
from app.eventlog import LogFilter, LoggedEntry, read_log
from app.rectification.listing import RegisterCounts, counts_of
from app.rectification.reading import read_register
from app.review.listing import ReturnedRow, item_titles, read_board, returned_rows
from app.review.vocabulary import SlotStage
from app.verification.material_check.registers.files import RegisterTitles

#: How many entries of the log are read; many of them often make one line.
_ENTRIES = 300


@dataclass(frozen=True, slots=True)
class Waiting:
    """What somebody has to do about submissions and problems.

    Attributes:
        own: True in a unit's workspace.
        returned: what came back to the unit and is not reworked yet; empty in an office's.
        submitted: slots that wait for the office's decision.
        prepared: slots in which something lies that was never handed in.
        problems: the register, counted; of the unit only in a unit's workspace.
    """

    own: bool
    returned: tuple[ReturnedRow, ...]
    submitted: int
    prepared: int
    problems: RegisterCounts


NOTHING = Waiting(
    own=False, returned=(), submitted=0, prepared=0, problems=RegisterCounts(0, 0, 0, 0, 0, 0)
)


@dataclass(frozen=True, slots=True)
class DeskReading:
    """All of it; ``titles`` are those of the items that the entries are about."""

    waiting: Waiting
    entries: tuple[LoggedEntry, ...]
    titles: Mapping[str, str]


def read_desk(services: Services) -> DeskReading:
    """Read it; takes a moment, so call it in a thread."""
    workspace = services.workspace
    facts, registry = workspace.facts, workspace.registry()
    today = workspace.today()
    with workspace.reading() as session:
        board = read_board(session, facts.framework, registry, facts.unit_name)
        registers = RegisterTitles(workspace.layout.registers)
        returned = (
            returned_rows(session, facts.framework, facts.unit_id, registers)
            if facts.unit_id
            else ()
        )
        problems = counts_of(read_register(session, today, facts.unit_id))
        entries = tuple(read_log(session, LogFilter(), newest_first=True, limit=_ENTRIES))
        titles = item_titles(session, {entry.subject for entry in entries})
    return DeskReading(
        Waiting(
            own=facts.unit_id is not None,
            returned=tuple(row for row in returned if not row.reworked),
            submitted=len(board.queue),
            prepared=board.counts[SlotStage.PREPARING],
            problems=problems,
        ),
        entries,
        titles,
    )
