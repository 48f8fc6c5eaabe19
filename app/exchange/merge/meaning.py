"""Whether the records of a package make sense, by themselves and beside what is here.

The types of ``app.exchange.payload.values`` say what one field may hold; here is what several
fields, or records, say together. One record that cannot be refuses the whole package: nobody can
tell what else of it is wrong, and the sender can mend it and send again.
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator
from contextlib import contextmanager

import pyrage
from pyrage import x25519
from sqlalchemy import func, select
from sqlalchemy.exc import DBAPIError, StatementError
from sqlalchemy.orm import Session

from app.exchange.envelope import bounds
from app.exchange.errors import Flood, PackageFloods
from app.exchange.kinds import PackageKind
from app.exchange.lineage import next_sequence, own_generation
from app.exchange.merge.errors import Impossible, RecordImpossible
from app.exchange.merge.faults import refusal
from app.exchange.merge.incoming import Incoming
from app.exchange.payload.documents import FRAMEWORK, LOG, MAIN, BasePart, RecoveryPayload
from app.exchange.payload.possession import brought_by
from app.exchange.payload.records import ItemRecord, Record, UnitRecords, Where, rows_of
from app.exchange.payload.table import KINDS
from app.framework.checks import cross_check
from app.framework.schema import Framework
from app.framework.stored import read_document
from app.framework.yaml_text import Place
from app.storage.county_files import CHECKS, LONGEST_IN_ALL, described_id, is_usable_name
from app.workspace.opening import Facts
from models import (
    Blob,
    BroughtOriginal,
    ExchangePeer,
    FrameworkRecord,
    ReceivedEvent,
    RectificationNotice,
)
from models.texts import HIDING
from models.vocabulary import WorkspaceRole

_HEADER = "package.json"
#: So many packages, or copies of a workspace, nobody makes between two that arrive.
_MOST_AHEAD = 10_000
#: What a unit says it has of the office raises the office's own counters, which all units then
#: see. So it must stay far below the leap at which those would refuse the office.
_MOST_TOLD_AHEAD = 1_000
#: A unit takes the office's word: its computer may have sent what its present workspace does not
#: know. Only the limit of the counters must stay far away.
_MOST_TOLD = 100_000_000
_MANY = 500


def demand_sense(incoming: Incoming) -> None:
    """Check what a package alone can tell.

    Raises:
        RecordImpossible: names the record and what is wrong with it.
    """
    _check_sealing_key(incoming)
    _check_blobs(incoming)
    if incoming.records is not None:
        _check_records(incoming, incoming.records)
    if incoming.base is not None and incoming.framework is not None:
        _check_base(incoming, incoming.base, incoming.framework)
    sequences = [entry.sequence for entry in incoming.log.entries]
    if twice := _twice(sequences):
        raise refusal(incoming.path, LOG, "entries", "sequence", Impossible.TWICE, str(twice[0]))


def demand_meaning(session: Session, facts: Facts, incoming: Incoming) -> None:
    """Check the records against the workspace's own facts; changes nothing.

    Raises:
        RecordImpossible: names the record and what is wrong with it.
        PackageFloods: the sender would have more here than any honest one.
    """
    peer = session.get(ExchangePeer, incoming.peer)
    _check_jump(incoming, peer)
    _check_told(session, facts, incoming)
    _check_totals(session, incoming)
    if incoming.records is None:
        return
    if facts.role is WorkspaceRole.OFFICE:
        _check_places(session, facts, incoming, incoming.records)
        _check_notices(session, incoming, incoming.records)
    replaces = peer is not None and peer.records_generation < incoming.history.generation
    if not replaces:
        _check_rows(session, incoming, incoming.records)


@contextmanager
def refusing_conflicts(incoming: Incoming) -> Iterator[None]:
    """Turn what the database refuses into a refusal of the package: its records contradict it."""
    try:
        yield
    except (StatementError, OverflowError) as error:
        # A disk that is full, or a file that cannot be written, is no fault of the package.
        kind = type(error).__name__
        if isinstance(error, DBAPIError) and kind not in {"IntegrityError", "DataError"}:
            raise
        raise refusal(
            incoming.path, MAIN, "", "records", Impossible.NOT_STORABLE, where=kind
        ) from error


def _check_sealing_key(incoming: Incoming) -> None:
    key = incoming.header.sender.sealing_key
    if not key:
        return
    try:
        x25519.Recipient.from_str(key)
    except pyrage.RecipientError:
        raise refusal(incoming.path, _HEADER, "", "sealing_key", Impossible.SEALING_KEY) from None


def _check_blobs(incoming: Incoming) -> None:
    """Every original is described once, and some item rests on it."""
    named = [blob.sha256 for blob in incoming.blobs]
    if twice := _twice(named):
        raise refusal(incoming.path, MAIN, "blobs", "sha256", Impossible.TWICE, str(twice[0]))
    used = incoming.records.blobs() if incoming.records is not None else frozenset()
    idle = next((sha256 for sha256 in named if sha256 not in used), None)
    if idle is not None:
        raise refusal(incoming.path, MAIN, "blobs", "sha256", Impossible.UNREFERENCED, idle)


def _check_records(incoming: Incoming, records: UnitRecords) -> None:
    """No two records say one thing, and no part of an item is another's."""
    revisions = [r for item in records.items for r in item.revisions]
    parts = [a for revision in revisions for a in revision.attachments]
    for ids in ([r.id for r in revisions], [a.id for a in parts]):
        if twice := _twice(ids):
            owner = next(i for i in records.items if twice[0] in _part_ids(i))
            raise _of(incoming, "items", owner, "id", Impossible.TWICE)
    for name, rows in rows_of(records).items():
        kind = KINDS[name]
        if not kind.once:
            continue
        seen: set[Hashable] = set()
        for record in rows:
            if not kind.one_row and getattr(record, "removed_at", None) is not None:
                continue
            key = kind.key_of(record)
            if key in seen:
                raise _of(incoming, name, record, kind.once[0], Impossible.TWICE)
            seen.add(key)


def _check_files(incoming: Incoming, base: BasePart) -> None:
    """Every data file has a place of its own folder, and is one that the program can read.

    The office's program leaves faulty ones out.
    """
    files = [part.file for part in base.county_files or ()]
    found = sum(len(file.content) for file in files)
    if found > LONGEST_IN_ALL:
        raise PackageFloods(incoming.path, Flood.COUNTY_FILES, found, LONGEST_IN_ALL)
    for file in files:
        if file.folder not in CHECKS:
            raise refusal(
                incoming.path, MAIN, "county_files", "folder", Impossible.FORM, file.place
            )
        if not is_usable_name(file.name):
            raise refusal(incoming.path, MAIN, "county_files", "name", Impossible.FORM, file.place)
        if described_id(file) is None:
            raise refusal(
                incoming.path, MAIN, "county_files", "content", Impossible.FORM, file.place
            )


def _check_base(incoming: Incoming, base: BasePart, framework: Framework) -> None:
    """The ground stands by itself: names and numbers once, every reference inside it."""
    if len(base.settings) > bounds.SETTINGS:
        found = len(base.settings)
        raise PackageFloods(incoming.path, Flood.LISTS, found, bounds.SETTINGS)
    # Line ends are escaped in JSON; what is found is C1, DEL or half a surrogate pair.
    if HIDING.search(framework.model_dump_json()):
        raise refusal(incoming.path, FRAMEWORK, "", "text", Impossible.CONTROL)
    fault = next(cross_check(framework), None)
    if fault is not None:
        raise _of_set(incoming, framework, fault[0])
    units = {unit.id for unit in base.units}
    codes = {group.code for group in base.groups}
    once: dict[tuple[str, str], list[Hashable]] = {
        ("units", "id"): [unit.id for unit in base.units],
        ("units", "name"): [unit.name for unit in base.units],
        ("groups", "code"): [group.code for group in base.groups],
        ("groups", "name"): [group.name for group in base.groups],
        ("responsibilities", "id"): [part.id for part in base.responsibilities],
        ("stages", "number"): [stage.number for stage in base.stages],
        ("checklists", "point_number"): [str(part.key) for part in base.checklists],
        ("web_targets", "id"): [part.id for part in base.web_targets],
        ("county_files", "name"): [part.file.place.casefold() for part in base.county_files or ()],
        ("reasons", "code"): [reason.code for reason in base.reasons],
    }
    if base.obligations is not None:
        ruled = [part.indicator_code for part in base.obligations.indicator_rules]
        once["indicator_rules", "indicator_code"] = list(ruled)
        known_codes = {indicator.code for indicator in framework.indicators}
        if unknown := [code for code in ruled if code not in known_codes]:
            raise refusal(
                incoming.path,
                MAIN,
                "indicator_rules",
                "indicator_code",
                Impossible.REFERENCE_MISSING,
                unknown[0],
            )
    for listed in base.checklists:
        if not framework.has_point(listed.key):
            raise refusal(
                incoming.path,
                MAIN,
                "checklists",
                "point_number",
                Impossible.REFERENCE_MISSING,
                listed.indicator_code,
            )
    for target in base.web_targets:
        known_task = framework.has_task(target.indicator_code, target.task_code)
        if not known_task or target.unit_id not in {None, *units}:
            raise refusal(
                incoming.path,
                MAIN,
                "web_targets",
                "unit_id" if known_task else "task_code",
                Impossible.REFERENCE_MISSING,
                target.indicator_code,
            )
    _check_files(incoming, base)
    for (kind, field), values in once.items():
        if twice := _twice(values):
            name = "" if field == "id" else str(twice[0])
            raise refusal(incoming.path, MAIN, kind, field, Impossible.TWICE, name)
    for group in base.groups:
        if _twice(group.members) or not units.issuperset(group.members):
            raise refusal(
                incoming.path, MAIN, "groups", "members", Impossible.REFERENCE_MISSING, group.name
            )
    for part in base.responsibilities:
        known = (part.unit_id in units) != (part.group_code in codes)
        if not known or (part.unit_id is None) == (part.group_code is None):
            raise refusal(
                incoming.path,
                MAIN,
                "responsibilities",
                "unit_id",
                Impossible.REFERENCE_MISSING,
                part.indicator_code,
            )


def _check_jump(incoming: Incoming, peer: ExchangePeer | None) -> None:
    """Numbers and generations are counted; one that leaps would use the counter up."""
    known_generation = peer.generation if peer is not None else 0
    known_sequence = 0
    if peer is not None and peer.generation == incoming.history.generation:
        known_sequence = peer.sequence
    for field, found, known in (
        ("generation", incoming.history.generation, known_generation),
        ("sequence", incoming.history.sequence, known_sequence),
    ):
        if found > known + _MOST_AHEAD:
            raise refusal(incoming.path, MAIN, "lineage", field, Impossible.AHEAD, str(found))


def _check_told(session: Session, facts: Facts, incoming: Incoming) -> None:
    """What the sender says of this workspace's own counters is possible."""
    receipt = incoming.receipt
    if receipt is None:
        return
    generations = most = _MOST_TOLD
    if facts.role is WorkspaceRole.OFFICE:
        generations = own_generation(session) + _MOST_TOLD_AHEAD
        most = next_sequence(session, incoming.peer) + _MOST_TOLD_AHEAD
    told = [
        ("generation", receipt.generation, generations),
        ("sequences", max(receipt.sequences, default=0), most),
    ]
    if isinstance(incoming.payload, RecoveryPayload):
        told.append(("generation", incoming.payload.generation, generations))
    for field, found, limit in told:
        if found > limit:
            raise refusal(incoming.path, MAIN, "receipt", field, Impossible.AHEAD, str(found))


def _check_totals(session: Session, incoming: Incoming) -> None:
    if incoming.records is not None:
        found = sum(len(rows) for rows in rows_of(incoming.records).values())
        if found > bounds.SENDER_RECORDS:
            raise PackageFloods(incoming.path, Flood.SENDER_RECORDS, found, bounds.SENDER_RECORDS)
    here = select(func.count()).where(ReceivedEvent.peer == incoming.peer)
    entries = (session.scalar(here) or 0) + len(incoming.log.entries)
    if entries > bounds.SENDER_LOG:
        raise PackageFloods(incoming.path, Flood.SENDER_LOG, entries, bounds.SENDER_LOG)
    if incoming.header.kind is PackageKind.SUBMISSION:
        _check_bytes(session, incoming)


def _check_bytes(session: Session, incoming: Incoming) -> None:
    """A unit cannot fill the office's disk by many packages, each within its own bounds."""
    kept = select(func.sum(Blob.size)).join(BroughtOriginal, BroughtOriginal.sha256 == Blob.sha256)
    before = session.scalar(kept.where(BroughtOriginal.peer == incoming.peer)) or 0
    known = brought_by(session, incoming.peer)
    new = sum(b.size for b in incoming.blobs if b.included and b.sha256 not in known)
    # What brings nothing new can always be merged.
    if new and before + new > bounds.SENDER_BYTES:
        raise PackageFloods(incoming.path, Flood.SENDER_BYTES, before + new, bounds.SENDER_BYTES)


def _check_places(session: Session, facts: Facts, incoming: Incoming, records: UnitRecords) -> None:
    """Every place was in some indicator set that this workspace ever worked by.

    What a newer set no longer has stays where it was, and travels on.
    """
    known = _places_of(facts.framework)
    older: set[Where] | None = None
    placed = (
        (name, row, place)
        for name, rows in rows_of(records).items()
        for row in rows
        for place in row.places()
    )
    for kind, record, place in placed:
        if place in known:
            continue
        if older is None:
            older = set()
            for content in session.scalars(select(FrameworkRecord.content)):
                older |= _places_of(read_document(content))
        if place not in older:
            field = "indicator_code"
            if any(code == place[0] for code, _, _ in known):
                field = "point_number" if (place[0], place[1], None) in known else "task_code"
            raise _of(incoming, kind, record, field, Impossible.PLACE_UNKNOWN)


def _places_of(framework: Framework) -> set[Where]:
    places: set[Where] = set()
    for indicator in framework.indicators:
        places.add((indicator.code, "", None))
        for task in indicator.tasks:
            places.add((indicator.code, task.code, None))
            places |= {(indicator.code, task.code, p.number) for p in task.points}
    return places


def _check_notices(session: Session, incoming: Incoming, records: UnitRecords) -> None:
    """A reply to a notice that is here answers one to this unit.

    One that is not here may have been lost with a computer of the office, and is shown nowhere.
    """
    asked = {reply.notice_id: reply for reply in records.replies}
    ids = list(asked)
    for start in range(0, len(ids), _MANY):
        query = select(RectificationNotice.id, RectificationNotice.unit_id).where(
            RectificationNotice.id.in_(ids[start : start + _MANY])
        )
        for notice_id, unit_id in session.execute(query):
            if unit_id != asked[notice_id].unit_id:
                raise _of(
                    incoming, "replies", asked[notice_id], "notice_id", Impossible.NOTICE_FOREIGN
                )


def _check_rows(session: Session, incoming: Incoming, records: UnitRecords) -> None:
    """A record with one row for what it says keeps its id; two ids cannot both be stored."""
    for name, rows in rows_of(records).items():
        kind = KINDS[name]
        if not kind.one_row or not rows:
            continue
        columns = kind.table.c
        query = select(columns.id, *(columns[field] for field in kind.key))
        units = {getattr(record, "unit_id") for record in rows}  # noqa: B009 (of several kinds)
        there = session.execute(query.where(columns.unit_id.in_(units)))
        here = {kind.key_of(row): row.id for row in there}
        for record in rows:
            if here.get(kind.key_of(record), record.id) != record.id:
                raise _of(incoming, name, record, kind.once[0], Impossible.TWICE)


def _of(
    incoming: Incoming, kind: str, record: Record, field: str, reason: Impossible
) -> RecordImpossible:
    return refusal(incoming.path, MAIN, kind, field, reason, record.called())


def _of_set(incoming: Incoming, framework: Framework, place: Place) -> RecordImpossible:
    """The refusal for a broken reference, or a code given twice, in the indicator set."""
    kind, record = "", ""
    match place:
        case ("indicators", int(number), *_):
            kind, record = "indicators", framework.indicators[number].code
        case (("units" | "groups" | "stages") as kind, int(number), *_):
            record = getattr(framework, kind)[number].name
    field = next(str(part) for part in reversed(place) if isinstance(part, str))
    where = ".".join(map(str, place))
    return refusal(
        incoming.path, FRAMEWORK, kind, field, Impossible.REFERENCE_MISSING, record, where
    )


def _part_ids(item: ItemRecord) -> set[str]:
    second = {a.id for r in item.revisions for a in r.attachments}
    return second | {r.id for r in item.revisions}


def _twice(values: Iterable[Hashable]) -> list[Hashable]:
    return [value for value, count in Counter(values).items() if count > 1]
