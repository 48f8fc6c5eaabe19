"""Receiving packages: looked at, previewed, merged in one transaction, undone."""

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy.orm import Session

from app.errors import FolderNotWritable
from app.eventlog import LogEntry
from app.exchange.envelope.header import PackageHeader
from app.exchange.envelope.opening import OpenedPackage, open_package
from app.exchange.merge.admission import admit, demand_sealing_key, read_incoming
from app.exchange.merge.apply import NEWEST, Applied, apply_package, keep_package, new_entries
from app.exchange.merge.describing import described
from app.exchange.merge.incoming import Incoming
from app.exchange.merge.names import sender_name
from app.exchange.merge.possessing import missing_of
from app.exchange.merge.preview import Effects, read_effects
from app.exchange.merge.secrecy import demand_no_secrets
from app.exchange.merge.undo import keep_snapshot
from app.exchange.payload.slicing import live_originals
from app.identity.errors import FingerprintDiffers
from app.identity.service import Identity
from app.identity.trust import (
    KeyTrust,
    Peer,
    SealingKey,
    confirm,
    demand_trust,
    demand_unshared,
    standing,
)
from app.isolation import Workers
from app.jobs import JobContext, Progress
from app.originals import StoreOutcome
from app.settings import load_choice, save_choice
from app.signatures.sealing import Opener
from app.storage.county_files import FileChange, carry_out, plan_changes, read_county_files
from app.unit_of_work import UnitOfWork
from app.workspace.backup import back_up
from app.workspace.opening import Workspace

#: Under which choice the digests of the office's data files are kept that were laid out here.
COUNTY_FILES = "county_files"


@dataclass(frozen=True, slots=True)
class Inspected:
    """What a package says of itself; everything in it was found unaltered.

    ``fingerprint`` is the signer's key in digits, ``documents`` and ``originals`` what it holds.
    """

    paths: tuple[Path, ...]
    header: PackageHeader
    fingerprint: str
    documents: tuple[str, ...]
    originals: int
    size: int


@dataclass(frozen=True)
class MergeReport:
    """What merging a package did, or would do.

    Attributes:
        header: what the package says of itself.
        sender: what the register here calls the sender; to be shown instead of the header's name.
        applied: what becomes of every record.
        missing_originals: what the records rest on and neither the package nor the store has.
        stored_originals: how many originals came with the package (and are, or would be, stored).
        mended_originals: how many of them took the place of altered ones; not told by a preview.
        files: what becomes of the county's data files here.
        trust: how the signer's key stands here.
        fingerprint: that key in digits.
        effects: what it does to completeness and reviews; only a preview tells.
    """

    header: PackageHeader
    sender: str
    applied: Applied
    missing_originals: tuple[str, ...]
    stored_originals: int
    trust: KeyTrust
    fingerprint: str
    effects: Effects | None = None
    mended_originals: int = 0
    files: tuple[FileChange, ...] = ()


def inspect_package(
    paths: Sequence[Path], job: JobContext, identity: Identity | None = None
) -> Inspected:
    """Make sure of a package and say what it is; no workspace is needed unless it is encrypted.

    Raises:
        PackageError: why it is refused.
        Cancelled: somebody pressed cancel.
    """
    with open_package(paths, job=job, opener=_opener(identity)) as package:
        size = sum(original.size for original in package.originals)
        return Inspected(
            package.paths,
            package.header,
            package.fingerprint,
            package.documents,
            len(package.originals),
            size,
        )


def preview_package(
    workspace: Workspace,
    workers: Workers,
    identity: Identity,
    paths: Sequence[Path],
    last_year: int,
    job: JobContext,
) -> MergeReport:
    """Say what merging would do: it is carried out and taken back. Nothing is stored.

    Raises:
        PackageError: why it is refused.
        Cancelled: somebody pressed cancel.
    """
    with _opened(workspace, workers, identity, paths, job, unpack=False) as (package, incoming):
        included = (blob.sha256 for blob in incoming.blobs if blob.included)
        new = [sha256 for sha256 in included if not workspace.originals.contains(sha256)]
        with workspace.database.writing() as work:
            _demand_unshared(work.session, package, incoming)
            before = read_effects(work.session, workspace.facts, incoming, last_year)
            applied = apply_package(work, workspace.facts, incoming)
            after = read_effects(work.session, workspace.facts, incoming, last_year)
            job.check_cancelled()
            trust = standing(work.session, incoming.peer, package.signer)
            missing = _missing(work.session, workspace, incoming)
            files = _file_changes(work.session, workspace, incoming, applied)
        return MergeReport(
            incoming.header,
            incoming.sender,
            applied,
            missing,
            len(new),
            trust,
            package.fingerprint,
            before.compared(after),
            files=files,
        )


def merge_package(
    workspace: Workspace,
    workers: Workers,
    identity: Identity,
    paths: Sequence[Path],
    job: JobContext,
    *,
    trust: str | None = None,
    batch: Collection[str] = (),
) -> MergeReport:
    """Take a package over: its originals first, then every record in one transaction.

    ``trust`` is the fingerprint that a person compared with the sender's own words: a key that
    is new here, or changed, is confirmed by it. ``batch`` names the packages that were merged in
    the same go: they can be undone together.

    Raises:
        PackageError: why it is refused; nothing was changed.
        KeyOfAnotherPartner, KeyIsOwn: the key is known as somebody else's.
        PeerUnconfirmed, PeerKeyChanged: the signer's key is to be compared and confirmed first.
        FingerprintDiffers: ``trust`` is not the signer's.
        Cancelled: somebody pressed cancel; nothing was changed.
    """
    with _opened(workspace, workers, identity, paths, job, unpack=True) as (package, incoming):
        with workspace.database.reading() as session:
            _demand_trust(session, package, incoming, trust)
        _rehearse(workspace, package, incoming, trust)
        stored, mended = _store_originals(workspace, package, incoming, job)
        _back_up(workspace, incoming)
        job.check_cancelled()
        with workspace.database.writing() as work:
            applied = _take_over(work, workspace, package, incoming, trust)
            keep_snapshot(work, incoming, applied, batch)
            trusted = standing(work.session, incoming.peer, package.signer)
            work.record_all(LogEntry("original.mended", sha256, {}) for sha256 in mended)
            missing = _missing(work.session, workspace, incoming)
            files = _lay_files(work, workspace, incoming, applied)
            work.commit()
        workspace.reload_facts()
        job.report(Progress("merge", 1, 1, incoming.path.name))
        return MergeReport(
            incoming.header,
            incoming.sender,
            applied,
            missing,
            stored,
            trusted,
            package.fingerprint,
            mended_originals=len(mended),
            files=files,
        )


def _rehearse(
    workspace: Workspace,
    package: OpenedPackage,
    incoming: Incoming,
    trust: str | None,
) -> None:
    """Merge and take it back, so that whatever is refused is refused before a file is written."""
    unpacked = any(package.unpacked(blob.sha256) for blob in incoming.blobs)
    if unpacked or incoming.framework is not None:
        with workspace.database.writing() as work:
            _take_over(work, workspace, package, incoming, trust)


def _take_over(
    work: UnitOfWork,
    workspace: Workspace,
    package: OpenedPackage,
    incoming: Incoming,
    trust: str | None,
) -> Applied:
    """Everything that a package can be refused for; the caller commits, or leaves it."""
    _demand_trust(work.session, package, incoming, trust)
    applied = apply_package(work, workspace.facts, incoming)
    sender = incoming.header.sender
    place = (incoming.history.generation, incoming.history.sequence)
    # Only the newest word of a partner may put another key in place of the one that is known.
    sealing = SealingKey(sender.sealing_key, *(place if applied.standing in NEWEST else ()))
    confirm(work, Peer(incoming.peer, incoming.sender), package.signer, sealing)
    keep_package(work, incoming, applied)
    return applied


def _opener(identity: Identity | None) -> Opener | None:
    """The own key, unless a pass-phrase is before it: most packages need none."""
    if identity is None or identity.locked:
        return None
    # Nothing can be encrypted to a workspace without keys; opening a package makes none.
    return Opener.generate() if identity.public_keys() is None else identity.keys().opener


@contextmanager
def _opened(
    workspace: Workspace,
    workers: Workers,
    identity: Identity,
    paths: Sequence[Path],
    job: JobContext,
    *,
    unpack: bool,
) -> Iterator[tuple[OpenedPackage, Incoming]]:

    def wanted(sha256: str) -> bool:
        """Not here, or altered since: reading it costs no more than comparing the package."""
        return not workspace.originals.intact(sha256, lambda _: job.check_cancelled())

    with open_package(
        paths,
        job=job,
        opener=_opener(identity),
        scratch=workspace.layout.unpacking,
        unpack=wanted if unpack else None,
    ) as package:
        incoming = read_incoming(package)
        admit(incoming, workspace.facts, workspace.registry())
        with workspace.database.reading() as session:
            sender = sender_name(session, workspace.facts, incoming)
            news = new_entries(session, incoming)
        incoming = replace(incoming, sender=sender)
        demand_sealing_key(incoming)
        files = package.unpacked_files()
        demand_no_secrets(incoming.path, incoming.payload, news, files, workers, job)
        yield package, replace(incoming, seen=described(workspace, workers, package, incoming, job))


def _demand_trust(
    session: Session, package: OpenedPackage, incoming: Incoming, trust: str | None
) -> None:
    """Go on only with a key that somebody compared, and that is nobody else's."""
    if trust is not None and _digits(trust) != _digits(package.fingerprint):
        raise FingerprintDiffers(trust, package.fingerprint)
    _demand_unshared(session, package, incoming)
    if trust is None:
        demand_trust(session, Peer(incoming.peer, incoming.sender), package.signer)


def _demand_unshared(session: Session, package: OpenedPackage, incoming: Incoming) -> None:
    peer = Peer(incoming.peer, incoming.sender)
    demand_unshared(session, peer, package.signer, incoming.header.sender.sealing_key)


def _digits(text: str) -> str:
    return "".join(character for character in text if character.isdigit())


def _store_originals(
    workspace: Workspace, package: OpenedPackage, incoming: Incoming, job: JobContext
) -> tuple[int, tuple[str, ...]]:
    """Store the originals first: a kill afterwards leaves at most some that nothing names.

    Returns how many were stored, and which of them took the place of altered ones.
    """
    wanted = [b.sha256 for b in incoming.blobs if b.included and package.unpacked(b.sha256)]
    mended = []
    for done, sha256 in enumerate(wanted, 1):
        job.check_cancelled()
        if package.copy_original(sha256, workspace.originals) is StoreOutcome.MENDED:
            mended.append(sha256)
        job.report(Progress("store", done, len(wanted), incoming.path.name))
    workspace.originals.settle(wanted)
    return len(wanted), tuple(mended)


def _file_changes(
    session: Session, workspace: Workspace, incoming: Incoming, applied: Applied
) -> tuple[FileChange, ...]:
    """What becomes of the county's data files; nothing by an old package, or a late one."""
    base = incoming.base
    if base is None or base.county_files is None or applied.standing not in NEWEST:
        return ()
    present = read_county_files(workspace.layout.root).files
    sent = (part.file for part in base.county_files)
    return plan_changes(sent, present, load_choice(session, COUNTY_FILES) or {})


def _lay_files(
    work: UnitOfWork, workspace: Workspace, incoming: Incoming, applied: Applied
) -> tuple[FileChange, ...]:
    """Lay out the county's data files before the package counts as merged.

    After a kill in between the package is merged again, which finds them done.

    Raises:
        FolderNotWritable: a file cannot be written; then the package is not merged.
    """
    changes = _file_changes(work.session, workspace, incoming, applied)
    root = workspace.layout.root
    try:
        carry_out(root, changes)
    except OSError as error:
        raise FolderNotWritable(root, error.strerror or str(error)) from error
    base = incoming.base
    if base is not None and base.county_files is not None and applied.standing in NEWEST:
        laid = {part.file.place: part.file.digest for part in base.county_files}
        if laid != (load_choice(work.session, COUNTY_FILES) or {}):
            save_choice(work, COUNTY_FILES, laid)
    return changes


def _missing(session: Session, workspace: Workspace, incoming: Incoming) -> tuple[str, ...]:
    """What live items rest on, and is neither in the package nor here as the sender's."""
    records = incoming.records
    if records is None:
        return ()
    live = live_originals(records)
    included = {blob.sha256 for blob in incoming.blobs if blob.included}
    gone = {s for s in live - included if not workspace.originals.contains(s)}
    return tuple(sorted(gone | missing_of(session, incoming, live)))


def _back_up(workspace: Workspace, incoming: Incoming) -> None:
    new = incoming.framework
    if new is not None and new.fingerprint != workspace.facts.framework.fingerprint:
        back_up(workspace.layout, workspace.database.now(), f"before-{new.code}-{new.version}")
