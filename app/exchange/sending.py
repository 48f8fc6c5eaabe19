"""Making packages: the database read at one moment, a number, then the file."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from sqlalchemy.orm import Session

from app.errors import OriginalDamaged, OriginalMissing
from app.exchange.composing import Composed, Making, compose
from app.exchange.envelope.header import FrameworkReference, PackageHeader, Party, Sender
from app.exchange.envelope.parts import FAT32_PART, OriginalEntry
from app.exchange.envelope.writing import WrittenPackage, write_package
from app.exchange.errors import SecretsInPackage, SecretsToSend
from app.exchange.kinds import PackageKind
from app.exchange.lineage import choose_generation, lineage_of, next_sequence
from app.exchange.merge.errors import OfficeWorkspaceNeeded, UnitWorkspaceNeeded
from app.exchange.merge.secrecy import demand_no_secrets
from app.exchange.payload.documents import MAIN, Payload, blobs_of, digest_of, records_of
from app.exchange.payload.logins import LEFT_OUT
from app.exchange.payload.marked_words import is_certain
from app.exchange.payload.records import UnitRecords
from app.framework.keys import SlotKey
from app.identity.partners import OFFICE_NAME
from app.isolation import Workers
from app.jobs import JobContext
from app.review.service import enter_submissions, submittable
from app.secrecy.marks import Spot, Words
from app.signatures.signing import Signer
from app.storage.county_files import (
    CountyFile,
    FoundFiles,
    NotTaken,
    read_county_files,
    without_faults,
)
from app.unit_of_work import UnitOfWork
from app.workspace.opening import Facts, Workspace
from app.workspace.registry import UnitRow
from models import ExchangePeer, PackageRecord
from models.base import new_id
from models.exchange import OFFICE
from models.vocabulary import PackageState, WorkspaceRole

SUFFIX = ".zip"


@dataclass(frozen=True, slots=True)
class PackOptions:
    """How a package is made.

    Attributes:
        full: with every original, also those that the recipient has confirmed.
        supersede: declare this workspace the true one of several copies; the package is then full.
        submit: what lies in a unit's slots and is new counts as handed in (报送).
        slots: only these of them; None for all.
        instructions: the office's words to the unit.
        part_size: where a file is cut; None for never.
        seal_for: a public key, whose owner alone can read the package.
        sealing_key: the own public key, to which the recipient can encrypt its answers.
        person: who makes the package.
    """

    full: bool = False
    supersede: bool = False
    submit: bool = True
    slots: frozenset[SlotKey] | None = None
    instructions: str = ""
    part_size: int | None = FAT32_PART
    seal_for: str | None = None
    sealing_key: str = ""
    person: str = ""


@dataclass(frozen=True, slots=True)
class Packed:
    """A package that was written, read back and found right.

    ``lacking`` are originals that are damaged or gone here, and so could not travel. ``sealed``:
    only the recipient can read it. ``lacking_titles`` are the items that want the lacking ones.
    ``left_out`` are the county's data files that could not travel, and why.
    """

    written: WrittenPackage
    items: int
    originals: int
    lacking: tuple[str, ...]
    sealed: bool = False
    lacking_titles: tuple[str, ...] = ()
    left_out: tuple[NotTaken, ...] = ()

    @property
    def header(self) -> PackageHeader:
        """What the package says of itself."""
        return self.written.header


@dataclass(frozen=True)
class _Draft:
    header: PackageHeader
    composed: Composed
    originals: tuple[OriginalEntry, ...]


def pack_task(
    workspace: Workspace,
    workers: Workers,
    unit: UnitRow,
    target: Path,
    signer: Signer,
    job: JobContext,
    options: PackOptions | None = None,
) -> Packed:
    """Make a task package (任务包) for a unit.

    Raises:
        OfficeWorkspaceNeeded: the workspace is a unit's.
        WorkspaceReadOnly, Cancelled: nothing was made.
        PackageNotWritten, …: see ``write_package``.
    """
    _demand(workspace, WorkspaceRole.OFFICE)
    return _pack(
        workspace, workers, PackageKind.TASK, unit, target, signer, job, options or PackOptions()
    )


def pack_submission(
    workspace: Workspace,
    workers: Workers,
    target: Path,
    signer: Signer,
    job: JobContext,
    options: PackOptions | None = None,
) -> Packed:
    """Make a submission package (报送包). Raises ``UnitWorkspaceNeeded``, or as ``pack_task``."""
    _demand(workspace, WorkspaceRole.UNIT)
    return _pack(workspace, workers, PackageKind.SUBMISSION, None, target, signer, job, options)


def pack_return(
    workspace: Workspace,
    workers: Workers,
    unit: UnitRow,
    target: Path,
    signer: Signer,
    job: JobContext,
    options: PackOptions | None = None,
) -> Packed:
    """Make a return package (退回包) for a unit. Raises as ``pack_task``."""
    _demand(workspace, WorkspaceRole.OFFICE)
    return _pack(
        workspace, workers, PackageKind.RETURN, unit, target, signer, job, options or PackOptions()
    )


def pack_recovery(
    workspace: Workspace,
    workers: Workers,
    unit: UnitRow,
    target: Path,
    signer: Signer,
    job: JobContext,
    options: PackOptions | None = None,
) -> Packed:
    """Make a recovery package (恢复包): it gives a unit back all that the office has of it.

    Raises:
        NothingToRecover: nothing of the unit was ever merged.
        OfficeWorkspaceNeeded, …: as ``pack_task``.
    """
    _demand(workspace, WorkspaceRole.OFFICE)
    chosen = replace(options or PackOptions(), full=True)
    return _pack(workspace, workers, PackageKind.RECOVERY, unit, target, signer, job, chosen)


def package_name(kind: str, name: str, sequence: int, made_at: datetime) -> str:
    """The usual name of a package's file; ``kind`` and ``name`` are for people."""
    return f"{kind}-{name}-{sequence:03d}-{made_at.astimezone():%Y%m%d}{SUFFIX}"


def _demand(workspace: Workspace, role: WorkspaceRole) -> None:
    if workspace.facts.role is not role:
        raise OfficeWorkspaceNeeded if role is WorkspaceRole.OFFICE else UnitWorkspaceNeeded


def _pack(
    workspace: Workspace,
    workers: Workers,
    kind: PackageKind,
    unit: UnitRow | None,
    target: Path,
    signer: Signer,
    job: JobContext,
    options: PackOptions | None,
) -> Packed:
    options = options or PackOptions()
    place = workspace.destination(target.parent)
    lacking: frozenset[str] = frozenset()
    found = FoundFiles()
    if kind is not PackageKind.SUBMISSION:
        found = without_faults(read_county_files(workspace.layout.root))
    while True:
        draft = _draft(workspace, kind, unit, options, lacking, target.name, found.files)
        try:
            files = {one.sha256: one.path for one in draft.originals}
            _demand_no_secrets(target, draft.composed.payload, files, workers, job)
            place.demand()
            written = write_package(
                target,
                draft.header,
                draft.composed.documents,
                draft.originals,
                signer,
                job=job,
                seal_for=options.seal_for,
                part_size=options.part_size,
                scratch=workspace.layout.cache,
            )
            place.settle(written.paths)
        except (OriginalDamaged, OriginalMissing) as error:
            # One bad original never keeps the others back: it stays behind, and is named.
            _finish(workspace, draft.header.id, PackageState.FAILED, "")
            if error.sha256 in lacking:
                raise
            lacking |= {error.sha256}
            continue
        except BaseException:
            _finish(workspace, draft.header.id, PackageState.FAILED, "")
            raise
        _finish(workspace, draft.header.id, PackageState.WRITTEN, written.paths[0].name)
        records = records_of(draft.composed.payload) or UnitRecords()
        live = sum(item.removed_at is None for item in records.items)
        sealed = options.seal_for is not None
        gone = draft.composed.lacking
        titles = tuple(item.title for item in records.items if not item.blobs().isdisjoint(gone))
        count = len(draft.originals)
        return Packed(written, live, count, gone, sealed, titles, found.not_taken)


def _demand_no_secrets(
    target: Path, payload: Payload, files: Mapping[str, Path], workers: Workers, job: JobContext
) -> None:
    """Go on only if nothing bears a mark of state secrecy. Raises ``SecretsToSend``."""
    try:
        # The log goes without what is marked; see ``Logins.log``.
        demand_no_secrets(target, payload, (), files, workers, job)
    except SecretsInPackage as error:
        records = records_of(payload) or UnitRecords()
        titles = [item.title for item in records.items if item.id in error.items]
        shown = [title for title in titles if not is_certain([Words(Spot.ALONE, title)])]
        raise SecretsToSend(target, tuple(shown)) from error


def _draft(
    workspace: Workspace,
    kind: PackageKind,
    unit: UnitRow | None,
    options: PackOptions,
    lacking: frozenset[str],
    file_name: str,
    files: tuple[CountyFile, ...],
) -> _Draft:
    """Read everything in one transaction, which also uses the package's number up."""
    facts = workspace.facts
    recipient = Party(role=WorkspaceRole.OFFICE, name=OFFICE_NAME)
    if unit is not None:
        recipient = Party(role=WorkspaceRole.UNIT, unit_id=unit.id, name=unit.name)
    peer = recipient.unit_id or OFFICE
    with workspace.database.writing() as work:
        first = options.supersede and not lacking
        if kind is PackageKind.SUBMISSION and options.submit:
            slots = submittable(work.session, facts.unit_id or "")
            chosen = [s for s in slots if options.slots is None or s in options.slots]
            enter_submissions(work, chosen, by_office=False)
        generation = choose_generation(work, peer, supersede=first)
        sequence = next_sequence(work.session, peer)
        header = PackageHeader(
            kind=kind,
            id=new_id(),
            county=facts.county,
            framework=FrameworkReference(
                code=facts.framework.code, version=facts.framework.version
            ),
            sender=_sender(facts, options),
            recipient=recipient,
            sequence=sequence,
            full=options.full or options.supersede,
            created_at=work.now,
        )
        work.record(
            "package.made",
            header.id,
            kind=kind.value,
            recipient=recipient.name,
            sequence=sequence,
            generation=generation,
            **LEFT_OUT,
        )
        held = _held(work.session, peer) if not header.full else frozenset()
        composed = compose(
            work.session,
            facts,
            header,
            Making(
                made_by=options.person or work.actor,
                lineage=lineage_of(work.session, facts.id, peer, generation),
                instructions=options.instructions,
                held=held,
                contains=lambda s: s not in lacking and workspace.originals.contains(s),
                files=files,
            ),
        )
        digest = digest_of(composed.documents[MAIN])
        work.session.add(_kept(work, header, composed.payload, digest, generation, file_name))
        work.commit()
    entries = tuple(
        OriginalEntry(b.sha256, workspace.originals.path(b.sha256), b.size, b.suffix)
        for b in blobs_of(composed.payload)
        if b.included
    )
    return _Draft(header, composed, entries)


def _sender(facts: Facts, options: PackOptions) -> Sender:
    return Sender(
        role=facts.role,
        unit_id=facts.unit_id,
        name=facts.unit_name or OFFICE_NAME,
        workspace_id=facts.id,
        person=options.person,
        sealing_key=options.sealing_key,
    )


def _held(session: Session, peer: str) -> frozenset[str]:
    row = session.get(ExchangePeer, peer)
    return frozenset(row.held) if row is not None else frozenset()


def _kept(
    work: UnitOfWork,
    header: PackageHeader,
    payload: Payload,
    digest: str,
    generation: int,
    file_name: str,
) -> PackageRecord:
    return PackageRecord(
        id=header.id,
        sent=True,
        kind=header.kind.value,
        peer=header.recipient.unit_id or OFFICE,
        peer_name=header.recipient.name,
        workspace_id=header.sender.workspace_id,
        generation=generation,
        sequence=header.sequence,
        digest=digest,
        state=PackageState.WRITING,
        full=header.full,
        made_at=header.created_at,
        made_by=payload.made_by,
        recorded_at=work.now,
        file_name=file_name,
        counts={"items": len((records_of(payload) or UnitRecords()).items)},
    )


def _finish(workspace: Workspace, package_id: str, state: PackageState, file_name: str) -> None:
    with workspace.database.writing() as work:
        row = work.session.get_one(PackageRecord, package_id)
        row.state = state
        row.file_name = file_name or row.file_name
        row.recorded_at = work.now
        work.announce("package.made", package_id)
        work.commit()
