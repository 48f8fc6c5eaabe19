"""Photos of a unit that look alike: told at both, so that one picture does not show two events."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import select

from app.evidence.items import touch
from app.ownership import is_office
from app.photos.looks import alike_among, print_of
from app.problems import Problem, ProblemKind, problem_of, stored_problem
from app.unit_of_work import UnitOfWork
from app.visible_text import visible
from models import Attachment, Blob, EvidenceItem, ItemRevision
from models.vocabulary import AttachmentRole

#: So many photos are named at most; more would fill the line and tell no more.
_NAMED = 3


@dataclass(frozen=True, slots=True)
class _Holder:
    """A file of an item that is a photo."""

    item: str
    title: str
    file: str
    sha256: str
    look: str
    alone: bool

    @property
    def words(self) -> str:
        """How people know it."""
        title = visible(self.title)
        return f"《{title}》" if self.alone else f"《{title}》的 {visible(self.file)}"


def note_lookalikes(
    work: UnitOfWork, added: Mapping[str, Collection[str]]
) -> Mapping[str, tuple[Problem, ...]]:
    """Tell of photos that were added just now and look like others of their unit.

    ``added`` are their contents by the ids of their items, which are flushed. The photo that was
    here before is told of it too, where its item belongs to this side. Returns what is said of the
    items that have something new.
    """
    photos = _photos_among(work, added)
    if not photos:
        return {}
    owner = is_office(work.session)
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    units = select(EvidenceItem.unit_id).where(EvidenceItem.id.in_(list(photos))).distinct()
    for unit in work.session.scalars(units.order_by(EvidenceItem.unit_id)).all():
        holders = _holders(work, unit)
        prints = {str(n): mark for n, h in enumerate(holders) if (mark := print_of(h.look))}
        for number, one in enumerate(holders):
            if one.sha256 not in photos.get(one.item, ()):
                continue
            mark = prints.get(str(number))
            for name in alike_among(mark, prints) if mark is not None else ():
                other = holders[int(name)]
                if (other.item, other.sha256) == (one.item, one.sha256):
                    continue
                found[one.item, one.sha256].append(other.words)
                if other.sha256 not in photos.get(other.item, ()):
                    found[other.item, other.sha256].append(one.words)
    told: dict[str, tuple[Problem, ...]] = {}
    for (item_id, sha256), names in found.items():
        item = work.session.get_one(EvidenceItem, item_id)
        if bool(item.by_office) is not owner:
            continue
        fresh = sha256 in photos.get(item_id, ())
        problem = _tell(work, item, sha256, names, fresh=fresh)
        if fresh:
            told[item_id] = (problem,)
    work.session.flush()
    return told


def _photos_among(
    work: UnitOfWork, fresh: Mapping[str, Collection[str]]
) -> dict[str, frozenset[str]]:
    contents = {sha256 for some in fresh.values() for sha256 in some}
    query = select(Blob.sha256).where(
        Blob.sha256.in_(contents), Blob.photo["look"].as_string() > ""
    )
    photos = set(work.session.scalars(query))
    kept = {item: photos.intersection(some) for item, some in fresh.items()}
    return {item: frozenset(some) for item, some in kept.items() if some}


def _holders(work: UnitOfWork, unit_id: str) -> list[_Holder]:
    """Every photo of a unit that is not in the recycle bin; two queries."""
    look = Blob.photo["look"].as_string()
    title = (EvidenceItem.id, ItemRevision.title)
    live = (EvidenceItem.unit_id == unit_id, EvidenceItem.removed_at.is_(None), look > "")
    parts = (
        select(*title, Attachment.file_name, Attachment.blob_sha256, look)
        .select_from(EvidenceItem)
        .join(EvidenceItem.current)
        .join(Attachment, Attachment.revision_id == ItemRevision.id)
        .join(Blob, Blob.sha256 == Attachment.blob_sha256)
        .where(*live, Attachment.role == AttachmentRole.ATTACHMENT)
        .order_by(EvidenceItem.id, Attachment.position)
    )
    main = (
        select(*title, ItemRevision.file_name, ItemRevision.blob_sha256, look)
        .select_from(EvidenceItem)
        .join(EvidenceItem.current)
        .join(Blob, Blob.sha256 == ItemRevision.blob_sha256)
        .where(*live)
        .order_by(EvidenceItem.id)
    )
    second = work.session.execute(parts).all()
    several = {row[0] for row in second}
    first = work.session.execute(main).all()
    return [
        _Holder(item, name, file, sha256, mark, alone=item not in several)
        for item, name, file, sha256, mark in (*first, *second)
    ]


def _tell(
    work: UnitOfWork, item: EvidenceItem, sha256: str, names: Collection[str], *, fresh: bool
) -> Problem:
    """Say at a file of an item what it looks like, beside what was said of it before."""
    revision = next(r for r in item.revisions if r.number == item.current_revision)
    files: list[ItemRevision | Attachment] = [revision, *revision.attachments]
    said = Problem(ProblemKind.PHOTO_ALIKE, _detail({}, names))
    for file in files:
        if file.blob_sha256 != sha256:
            continue
        problems = [problem_of(stored) for stored in file.problems]
        kept = [one for one in problems if one.kind is not ProblemKind.PHOTO_ALIKE]
        before = next((one for one in problems if one.kind is ProblemKind.PHOTO_ALIKE), None)
        if before is not None and not before.settled:
            said = Problem(ProblemKind.PHOTO_ALIKE, _detail(before.detail, names))
        file.problems = [stored_problem(one) for one in (*kept, said)]
    if not fresh:
        touch(work, item)
        work.record(
            "item.looks_alike", item.id, title=revision.title, others=str(said.detail["others"])
        )
    return said


def _detail(before: Mapping[str, object], names: Iterable[str]) -> dict[str, str | int]:
    """What is said of some photos, and of more of them; 等 stands for those beyond a few."""
    others = str(before.get("others", ""))
    known = before.get("count", 0)
    count = known if isinstance(known, int) else 0
    for name in dict.fromkeys(names):
        if name in others:
            continue
        count += 1
        if count <= _NAMED:
            others = f"{others}、{name}" if others else name
    if count > _NAMED:
        others = others.removesuffix("等") + "等"
    return {"others": others, "count": count}
