"""What the window and the command line ask about packages."""

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.exchange.envelope.parts import FAT32_PART
from app.exchange.history import PackageRow, PeerRow, list_packages, list_peers
from app.exchange.kinds import KIND_NAMES, PackageKind
from app.exchange.lineage import next_sequence
from app.exchange.merge.errors import RecipientRequired, SealingKeyUnknown
from app.exchange.merge.undo import undo_merge, undo_merges
from app.exchange.receiving import (
    Inspected,
    MergeReport,
    inspect_package,
    merge_package,
    preview_package,
)
from app.exchange.sending import (
    SUFFIX,
    Packed,
    PackOptions,
    pack_recovery,
    pack_return,
    pack_submission,
    pack_task,
    package_name,
)
from app.framework.keys import SlotKey
from app.identity.partners import OFFICE_NAME
from app.identity.service import Identity
from app.identity.trust import TrustRow, list_trusted, trusted_key
from app.isolation import Workers
from app.jobs import JobContext
from app.workspace.content import demand_unchanged
from app.workspace.lock import somebody_writes
from app.workspace.opening import Workspace
from models.exchange import OFFICE

_OFFICE_MAKES = {
    PackageKind.TASK: pack_task,
    PackageKind.RETURN: pack_return,
    PackageKind.RECOVERY: pack_recovery,
}
_PART = re.compile(
    r"^(?P<whole>.+\.[0-9a-f]{6})\.分卷[0-9]+-(?P<count>[0-9]+)(?P<suffix>\.[^.]*)?$"
)


@dataclass(frozen=True, slots=True)
class PackRequest:
    """What package is wanted.

    Attributes:
        kind: which of them.
        target: the file, with the suffix of packages; anything else is the folder in which the
            package gets its usual name, made if need be.
        unit: the recipient's name, for what the office makes.
        full, supersede, submit, slots, instructions, part_size: see ``PackOptions``.
        seal: encrypt it, so that only the recipient can read it. None: as soon as the recipient's
            key is confirmed; a recovery package never, for its unit lost its key. False: only by
            somebody's express choice, because originals, records and log then travel in clear.
    """

    kind: PackageKind
    target: Path
    unit: str | None = None
    full: bool = False
    supersede: bool = False
    submit: bool = True
    slots: frozenset[SlotKey] | None = None
    instructions: str = ""
    part_size: int | None = FAT32_PART
    seal: bool | None = None


class ExchangeService:
    """Packages of one open workspace."""

    def __init__(
        self,
        workspace: Workspace,
        workers: Workers,
        identity: Identity,
        last_year: Callable[[], int],
    ) -> None:
        """``last_year`` tells the last year that evidence is asked for now."""
        self._workspace, self._workers = workspace, workers
        self._identity = identity
        self._last_year = last_year

    def pack(self, request: PackRequest, job: JobContext) -> Packed:
        """Make a package.

        Raises:
            UsageError: this side makes no such package, or the unit does not exist.
            KeysLocked: the pass-phrase is to be given first.
            NothingToRecover: nothing of the unit was ever merged.
            SealingKeyUnknown: it is to be encrypted to somebody whose key nobody confirmed.
            FolderNotWritable: the folder cannot be made.
            PackageNotWritten, …: see ``write_package``.
            ContentChanged: the database holds what the program did not store.
        """
        workspace = self._workspace
        named = _names_file(request.target)
        place = workspace.destination(request.target.parent if named else request.target)
        demand_unchanged(workspace)
        unit = workspace.registry().unit(request.unit) if request.unit else None
        peer, name = (unit.id, unit.name) if unit else (OFFICE, OFFICE_NAME)
        keys = self._identity.keys()
        options = PackOptions(
            full=request.full,
            supersede=request.supersede,
            submit=request.submit,
            slots=request.slots,
            instructions=request.instructions,
            part_size=request.part_size,
            seal_for=self._seal_for(request, peer, name),
            sealing_key=keys.public.sealing_key,
            person=workspace.database.actor,
        )
        target = request.target
        if not named:
            place.make()
            target /= self._file_name(request, peer, name)
        if request.kind is PackageKind.SUBMISSION:
            return pack_submission(workspace, self._workers, target, keys.signer, job, options)
        if unit is None:
            raise RecipientRequired
        make = _OFFICE_MAKES[request.kind]
        return make(workspace, self._workers, unit, target, keys.signer, job, options)

    def inspect(self, paths: Sequence[Path], job: JobContext) -> Inspected:
        """See ``inspect_package``."""
        return inspect_package(paths, job, self._identity)

    def preview(self, paths: Sequence[Path], job: JobContext) -> MergeReport:
        """See ``preview_package``."""
        return preview_package(
            self._workspace, self._workers, self._identity, paths, self._last_year(), job
        )

    def merge(
        self,
        paths: Sequence[Path],
        job: JobContext,
        *,
        trust: str | None = None,
        batch: Collection[str] = (),
    ) -> MergeReport:
        """See ``merge_package``."""
        return merge_package(
            self._workspace, self._workers, self._identity, paths, job, trust=trust, batch=batch
        )

    def undo(self, package_id: str | None = None) -> str:
        """See ``undo_merge``."""
        return undo_merge(self._workspace, package_id)

    def undo_all(self, package_ids: Collection[str]) -> None:
        """See ``undo_merges``."""
        undo_merges(self._workspace, package_ids)

    def history(self) -> tuple[PackageRow, ...]:
        """Every package that was sent or received, the newest first."""
        workspace = self._workspace
        # Whoever has it open for writing knows; a reader asks whether anybody has.
        at_work = not workspace.database.read_only or somebody_writes(workspace.layout)
        with workspace.database.reading() as session:
            return list_packages(session, at_work=at_work)

    def partners(self) -> tuple[PeerRow, ...]:
        """Every partner of whom something was merged, with the packages that never came."""
        with self._workspace.database.reading() as session:
            return list_peers(session)

    def trusted(self) -> tuple[TrustRow, ...]:
        """The confirmed key of every partner."""
        with self._workspace.database.reading() as session:
            return list_trusted(session)

    def without_key(self, units: Sequence[str | None]) -> tuple[str, ...]:
        """Those of the recipients (None: the office) to whom nothing can be encrypted yet."""
        registry = self._workspace.registry()
        named = [registry.unit(name) if name else None for name in units]
        peers = [(unit.id, unit.name) if unit else (OFFICE, OFFICE_NAME) for unit in named]
        return tuple(name for peer, name in peers if not self._known_key(peer))

    def _seal_for(self, request: PackRequest, peer: str, name: str) -> str | None:
        """The recipient's key; None if the package is not sealed. Raises ``SealingKeyUnknown``."""
        usual = request.kind is not PackageKind.RECOVERY
        if request.seal is False or (request.seal is None and not usual):
            return None
        key = self._known_key(peer)
        if not key and request.seal:
            raise SealingKeyUnknown(name)
        return key or None

    def _known_key(self, peer: str) -> str:
        with self._workspace.database.reading() as session:
            known = trusted_key(session, peer)
        return known.sealing_key if known is not None else ""

    def _file_name(self, request: PackRequest, peer: str, name: str) -> str:
        shown = self._workspace.facts.unit_name or name
        with self._workspace.database.reading() as session:
            number = next_sequence(session, peer)
        now = self._workspace.database.now()
        return package_name(KIND_NAMES[request.kind], shown, number, now)


def _names_file(target: Path) -> bool:
    """True if a file is named, and not the folder for it."""
    return target.suffix.lower() == SUFFIX and not target.is_dir()


def group_parts(paths: Sequence[Path]) -> tuple[tuple[Path, ...], ...]:
    """Sort files into packages: parts of one package go by their names.

    Parts that lie beside a named one belong to it, named or not.
    """
    groups: dict[Path, dict[Path, None]] = {}
    for path in paths:
        found = _PART.match(path.name)
        if found is None:
            groups.setdefault(path, {})[path] = None
            continue
        whole = path.with_name(found["whole"])
        count, suffix = int(found["count"]), found["suffix"] or ""
        names = [f"{whole.name}.分卷{n}-{count}{suffix}" for n in range(1, count + 1)]
        beside = [path.with_name(name) for name in names]
        present = [part for part in beside if part == path or part.is_file()]
        groups.setdefault(whole, {}).update(dict.fromkeys(present))
    return tuple(tuple(parts) for parts in groups.values())
