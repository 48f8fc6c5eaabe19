"""一案一卷: which evidence items are the pieces of a case file, in order, and which are missing."""

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.verification import typed
from app.verification.case_review.cases import METHOD, Case, case_register
from app.verification.case_review.errors import ItemNotOfUnit, PieceUnknown
from app.verification.case_review.order_schema import CaseOrder, PieceKind
from app.verification.material_check.registers.rows import home
from app.verification.notes import NoteChanges, NoteKind, change_notes, read_notes
from app.workspace.opening import Workspace
from models import EvidenceItem, ItemRevision, Unit
from models.case_review import CasePiece


@dataclass(frozen=True, slots=True)
class Piece:
    """An item of a case file; ``kind`` is the id of a piece of the order, "" for none."""

    case_id: str
    item_id: str
    kind: str
    position: int = 0


@dataclass(frozen=True, slots=True)
class KeptPiece:
    """A stored piece."""

    id: str
    unit: str
    by_office: bool
    piece: Piece


@dataclass(frozen=True, slots=True)
class FileLine:
    """A line of a case file: the kind of piece (None: of no kind) and the items that are there."""

    kind: PieceKind | None
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CaseFile:
    """A case file in the order of its template; ``missing`` are needed pieces without an item."""

    case: Case
    order: CaseOrder | None
    lines: tuple[FileLine, ...]

    @property
    def missing(self) -> tuple[PieceKind, ...]:
        """The needed pieces that are not there."""
        return tuple(
            line.kind
            for line in self.lines
            if line.kind is not None and line.kind.needed and not line.items
        )

    @property
    def items(self) -> tuple[str, ...]:
        """The items in the order in which they are bound."""
        return tuple(item for line in self.lines for item in line.items)


def read_pieces(session: Session) -> tuple[KeptPiece, ...]:
    """Every piece of every case file. Where both sides name an item, the unit's word counts."""
    found: dict[str, KeptPiece] = {}
    for note in read_notes(session, PIECES):
        there = found.get(note.said.item_id)
        if there is None or there.by_office:
            found[note.said.item_id] = KeptPiece(note.id, note.slot.unit, note.by_office, note.said)
    return tuple(sorted(found.values(), key=lambda kept: (kept.piece.position, kept.id)))


def case_file(case: Case, order: CaseOrder | None, pieces: Iterable[KeptPiece]) -> CaseFile:
    """A case file: every piece of the template, then what belongs to none of them. Pure."""
    own = [kept.piece for kept in pieces if kept.piece.case_id == case.id]
    kinds = order.pieces if order is not None else ()
    lines = [
        FileLine(kind, tuple(piece.item_id for piece in own if piece.kind == kind.id))
        for kind in kinds
    ]
    known = {kind.id for kind in kinds}
    others = tuple(piece.item_id for piece in own if piece.kind not in known)
    return CaseFile(case, order, (*lines, *([FileLine(None, others)] if others else [])))


def piece_titles(session: Session, file: CaseFile) -> Mapping[str, str]:
    """The titles of the items of a case file; a piece that names another unit's item has none."""
    query = (
        select(EvidenceItem.id, ItemRevision.title)
        .join(EvidenceItem.current)
        .join(Unit, Unit.id == EvidenceItem.unit_id)
        .where(Unit.name == file.case.unit, EvidenceItem.removed_at.is_(None))
    )
    wanted = set(file.items)
    return {item: title for item, title in session.execute(query) if item in wanted}


def proposed_kind(order: CaseOrder, title: str) -> PieceKind | None:
    """The kind that the title of an item says: the longest name that stands in it. Pure."""
    folded = _folded(title)
    names = [
        (len(_folded(name)), kind)
        for kind in order.pieces
        for name in (kind.title, *kind.also)
        if _folded(name) in folded
    ]
    longest = max((length for length, _ in names), default=0)
    return next((kind for length, kind in names if length == longest), None)


def kind_named(order: CaseOrder, words: str) -> PieceKind:
    """The kind of this id or title. Raises ``PieceUnknown``."""
    for kind in order.pieces:
        if words in {kind.id, kind.title, *kind.also}:
            return kind
    raise PieceUnknown(words, tuple(kind.title for kind in order.pieces))


def put_pieces(
    workspace: Workspace, case: Case, items: Mapping[str, str], taken_out: Sequence[str] = ()
) -> NoteChanges[Piece]:
    """Put items into a case file, by the ids of their kinds ("" for none), and take some out.

    An item is in one case file only: it leaves the one where it was. Returns what takes it back.

    Raises:
        ItemNotOfUnit: an item is not the unit's.
        RegisterNotKept, UnitUnknown, UnitOnly: the unit has no case reviews, or is another one.
        OwnedByUnit, OwnedByOffice: the other side put an item there.
        WorkspaceReadOnly: the workspace is open for reading only.
    """
    slot = home(workspace, case_register(workspace), case.unit)
    with workspace.database.reading() as session:
        there = {kept.piece.item_id: kept for kept in read_pieces(session)}
        own = _items_of(session, workspace.registry().unit(case.unit).id)
    for item in items:
        if item not in own:
            raise ItemNotOfUnit(item)
    last = max((k.piece.position for k in there.values() if k.piece.case_id == case.id), default=0)
    added, altered = [], {}
    for number, (item, kind) in enumerate(items.items(), last + 1):
        kept = there.get(item)
        if kept is None:
            added.append(Piece(case.id, item, kind, number))
        elif kept.piece.case_id != case.id:
            altered[kept.id] = Piece(case.id, item, kind, number)
        else:
            altered[kept.id] = Piece(case.id, item, kind, kept.piece.position)
    withdrawn = [there[item].id for item in taken_out if item in there]
    changes = NoteChanges(added=added, altered=altered, withdrawn=withdrawn)
    return change_notes(workspace, PIECES, slot, changes, case=case.number)


def put_pieces_back(
    workspace: Workspace, case: Case, changes: NoteChanges[Piece]
) -> NoteChanges[Piece]:
    """Do what ``put_pieces`` returned. Raises: see ``put_pieces``."""
    slot = home(workspace, case_register(workspace), case.unit)
    return change_notes(workspace, PIECES, slot, changes, case=case.number)


def _items_of(session: Session, unit_id: str) -> frozenset[str]:
    query = select(EvidenceItem.id).where(
        EvidenceItem.unit_id == unit_id, EvidenceItem.removed_at.is_(None)
    )
    return frozenset(session.scalars(query))


def _folded(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split()).casefold()


def _cleaned(said: Piece) -> Piece:
    return Piece(said.case_id, said.item_id, typed.line("piece", said.kind), said.position)


def _said(row: CasePiece) -> Piece:
    return Piece(row.case_id, row.item_id, row.piece, row.position)


def _put(row: CasePiece, said: Piece) -> None:
    row.case_id, row.item_id = said.case_id, said.item_id
    row.piece, row.position = said.kind, said.position


def _told(said: Piece) -> Mapping[str, Any]:
    return {"note": said.kind, "item": said.item_id}


#: The pieces of case files.
PIECES = NoteKind(
    method=METHOD,
    table=CasePiece,
    action="case_pieces",
    order=("case_id", "position"),
    cleaned=_cleaned,
    said=_said,
    put=_put,
    told=_told,
)
