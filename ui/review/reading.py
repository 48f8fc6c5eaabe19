"""What the page shows, read in a thread."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.evidence.revisions import RevisionRow, list_revisions, revision_of
from app.framework.keys import ItemId, SlotKey
from app.review.board import Board, SlotRow
from app.review.listing import (
    ReturnedRow,
    SlotDetail,
    read_board,
    read_slot,
    read_stages,
    returned_rows,
)
from app.review.reasons import Reason, read_reasons
from app.review.versions import Versions
from app.review.vocabulary import SlotStage
from app.selfcheck.checks import StatementRow
from app.selfcheck.service import read_statements
from app.verification.lines import lines_at
from app.verification.material_check.registers.files import RegisterTitles
from app.verification.slots import Slot
from app.workspace.opening import Workspace
from ui.review.rows import held_text


@dataclass(frozen=True, slots=True)
class ReviewReading:
    """The board, the reasons that are offered, and what was returned (to this unit, or to all)."""

    board: Board
    reasons: tuple[Reason, ...]
    returned: tuple[ReturnedRow, ...]


def read_review(workspace: Workspace) -> ReviewReading:
    """Read all of it; takes a moment, so call it in a thread."""
    facts = workspace.facts
    with workspace.reading() as session:
        titles = RegisterTitles(workspace.layout.registers)
        registry = workspace.registry()
        board = read_board(session, facts.framework, registry, facts.unit_name, titles)
        returned = returned_rows(session, facts.framework, facts.unit_id, titles)
        return ReviewReading(board, read_reasons(session), returned)


@dataclass(frozen=True, slots=True)
class SlotReading:
    """A slot, and the unit's self-check under the indicator."""

    detail: SlotDetail
    said: StatementRow | None


def read_detail(workspace: Workspace, slot: SlotKey) -> SlotReading:
    """Read one slot."""
    with workspace.reading() as session:
        said = read_statements(session).get((slot.unit_id, slot.indicator))
        titles = RegisterTitles(workspace.layout.registers)
        return SlotReading(read_slot(session, workspace.facts.framework, slot, titles), said)


def read_held(workspace: Workspace, row: SlotRow) -> str:
    """What the tools hold in a slot, as text: each table with its lines."""
    slot = Slot(row.unit, row.slot.indicator, row.slot.task_code)
    with workspace.reading() as session:
        tables = lines_at(session, workspace.layout, slot)
    return held_text(tables)


def read_two(
    workspace: Workspace, item: ItemId, versions: Versions
) -> tuple[RevisionRow, RevisionRow]:
    """The two revisions of an item to lay beside each other."""
    with workspace.reading() as session:
        rows = list_revisions(session, item)
    return revision_of(rows, versions.before), revision_of(rows, versions.now)


def read_slot_stages(workspace: Workspace, slots: Sequence[SlotKey]) -> tuple[SlotStage, ...]:
    """How far some slots are, in their order."""
    with workspace.reading() as session:
        stages = read_stages(session, slots)
    return tuple(stages[slot] for slot in slots)
