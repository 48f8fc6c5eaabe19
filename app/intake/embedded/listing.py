"""Files embedded in an item's files, and whether each is bound already."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select, tuple_
from sqlalchemy.orm import Session

from app.evidence.items import current
from app.filekind import FileKind, FileType
from app.filetypes.formats import stored_type
from app.findings.taking_out import TakingOut, lay_out
from app.intake.embedded.findings import Bound
from app.intake.errors import EmbeddedUnreadable
from app.intake.stamps import inspection_seconds
from app.isolation import Done, Workers
from app.jobs import JobContext
from app.originals import digest_file
from app.paths import readable_name
from app.workroom import workroom
from app.workspace.opening import Workspace
from models import Blob, EvidenceItem, ItemRevision, Placement
from models.vocabulary import AttachmentRole

#: What may hold files. Mails are another matter: their attachments become parts at once.
_HOLDERS = frozenset({FileKind.WORD, FileKind.SHEET, FileKind.SLIDES, FileKind.PDF, FileKind.OFD})


@dataclass(frozen=True, slots=True)
class Embedded:
    """A file inside a file of an item.

    Attributes:
        number: counts from 1 through all files of the item, in an order that stays the same.
        host: the content that it lies in, by SHA-256, and ``host_name`` that file's name.
        name: what it is called.
        sha256: its content; "" if it cannot be taken out.
        bound: how it is bound by itself already.
    """

    number: int
    host: str
    host_name: str
    name: str
    sha256: str
    bound: Bound


@dataclass(frozen=True, slots=True)
class LaidOut:
    """An embedded file and where it lies in the work room; None if it cannot be taken out."""

    told: Embedded
    path: Path | None


@dataclass(frozen=True, slots=True)
class BoundBeside:
    """The contents that are bound beside an item's own file: its parts, and items at its places."""

    parts: frozenset[str]
    items: frozenset[str]

    def how(self, sha256: str) -> Bound:
        """How a content is bound; "" stands for none."""
        if sha256 in self.parts:
            return Bound.PART
        return Bound.ITEM if sha256 in self.items else Bound.NOT


@dataclass(frozen=True, slots=True)
class _Host:
    sha256: str
    name: str
    file_type: FileType
    size: int


def embedded_in(
    workspace: Workspace, workers: Workers, item_id: str, job: JobContext
) -> tuple[Embedded, ...]:
    """The files embedded in the files of an item.

    Raises:
        ItemUnknown: there is no such item.
        EmbeddedUnreadable: a file could not be looked through.
        Cancelled: somebody pressed cancel.
    """
    with laid_out(workspace, workers, item_id, job) as laid:
        return tuple(one.told for one in laid)


@contextmanager
def laid_out(
    workspace: Workspace, workers: Workers, item_id: str, job: JobContext
) -> Iterator[tuple[LaidOut, ...]]:
    """The embedded files, in a work room that is there until the block ends.

    Raises as ``embedded_in``.
    """
    with workspace.database.reading() as session:
        item, revision = current(session, item_id)
        hosts = _hosts(session, revision)
        beside = bound_beside(session, item, revision)
    with workroom() as room:
        found: list[LaidOut] = []
        for position, host in enumerate(hosts, 1):
            folder = room / str(position)
            folder.mkdir()
            order = TakingOut(workspace.originals.path(host.sha256), host.file_type, folder)
            result = workers.run(lay_out, order, 4 * inspection_seconds(host.size), job)
            if not isinstance(result, Done):
                raise EmbeddedUnreadable(host.name)
            for one in result.value:
                job.check_cancelled()
                content = digest_file(one.path).sha256 if one.path is not None else ""
                told = Embedded(
                    number=len(found) + 1,
                    host=host.sha256,
                    host_name=host.name,
                    name=readable_name(one.name),
                    sha256=content,
                    bound=beside.how(content),
                )
                found.append(LaidOut(told, one.path))
        yield tuple(found)


def bound_beside(session: Session, item: EvidenceItem, revision: ItemRevision) -> BoundBeside:
    """What is bound beside an item's own file, as the database has it."""
    parts = frozenset(
        part.blob_sha256 for part in revision.attachments if part.role is AttachmentRole.ATTACHMENT
    )
    slot = (Placement.indicator_code, Placement.task_code, Placement.unit_id)
    live = Placement.removed_at.is_(None)
    slots = [
        tuple(row)
        for row in session.execute(select(*slot).where(live, Placement.item_id == item.id))
    ]
    query = (
        select(ItemRevision.blob_sha256)
        .select_from(EvidenceItem)
        .join(EvidenceItem.current)
        .join(Placement, Placement.item_id == EvidenceItem.id)
        .where(
            EvidenceItem.removed_at.is_(None),
            EvidenceItem.id != item.id,
            live,
            tuple_(*slot).in_(slots),
        )
    )
    return BoundBeside(parts, frozenset(session.scalars(query)))


def _hosts(session: Session, revision: ItemRevision) -> list[_Host]:
    """The files of an item that may hold others, each content once: the main file first."""
    names = {revision.blob_sha256: revision.file_name}
    for part in sorted(revision.attachments, key=lambda part: part.position):
        if part.role is AttachmentRole.ATTACHMENT:
            names.setdefault(part.blob_sha256, part.file_name)
    hosts = []
    for sha256, name in names.items():
        blob = session.get_one(Blob, sha256)
        file_type = stored_type(blob.kind, blob.media_type, blob.suffix, blob.label)
        if file_type.kind in _HOLDERS:
            hosts.append(_Host(sha256, name, file_type, blob.size))
    return hosts
