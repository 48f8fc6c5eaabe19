"""Where a content is used already: in words for people, and item by item."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256 as sha256_of

from sqlalchemy import false, select, true
from sqlalchemy.orm import Session

from app.evidence.numbering import BindingOrder
from app.evidence.numbers_reading import read_numbers
from app.evidence.places import Place
from app.framework.keys import ItemId, PlacementId
from app.framework.schema import Framework
from app.terms import task_heading
from models import Attachment, EvidenceItem, ItemRevision, Placement

#: Files without content are all alike; only the name tells one from another.
_EMPTY = sha256_of(b"").hexdigest()


@dataclass(frozen=True, slots=True)
class PresentItem:
    """An item that lies at a place already, with just the content that was to be added there."""

    item_id: ItemId
    placement_id: PlacementId
    title: str


#: Content, name (of empty files only), indicator, method, point, unit.
_Key = tuple[str, str, str, str, int | None, str]


class Uses:
    """Where some contents are in use; what is added meanwhile is noted as well."""

    def __init__(self, session: Session, framework: Framework, contents: Iterable[str]) -> None:
        """Ask once for all ``contents`` (by SHA-256). The recycle bin does not count."""
        self._framework = framework
        self._words: dict[str, list[str]] = {}
        self._present: dict[_Key, PresentItem] = {}
        wanted = list(contents)
        if not wanted:
            return
        item = ItemRevision.item_id, ItemRevision.title, ItemRevision.file_name
        main = (
            select(ItemRevision.blob_sha256.label("content"), *item, true().label("main"))
            .select_from(EvidenceItem)
            .join(EvidenceItem.current)
            .where(ItemRevision.blob_sha256.in_(wanted), EvidenceItem.removed_at.is_(None))
        )
        parts = (
            select(Attachment.blob_sha256, *item, false())
            .select_from(EvidenceItem)
            .join(EvidenceItem.current)
            .join(Attachment, Attachment.revision_id == ItemRevision.id)
            .where(Attachment.blob_sha256.in_(wanted), EvidenceItem.removed_at.is_(None))
        )
        used = main.union(parts).subquery()
        query = (
            select(used, Placement)
            .join(Placement, Placement.item_id == used.c.item_id)
            .where(Placement.removed_at.is_(None))
            .order_by(Placement.indicator_code, Placement.task_code, Placement.position)
        )
        for content, item_id, title, file_name, is_main, placement in session.execute(query):
            self._say(content, placement.indicator_code, placement.task_code, title)
            if is_main:
                key = (
                    *_name(content, file_name),
                    placement.indicator_code,
                    placement.task_code,
                    placement.point_number,
                    placement.unit_id,
                )
                self._present.setdefault(key, PresentItem(item_id, placement.id, title))

    def in_words(self, content: str) -> tuple[str, ...]:
        """Where a content is in use: 指标60 材料查证：…."""
        return tuple(self._words.get(content, ()))

    def at(self, place: Place, content: str, file_name: str) -> PresentItem | None:
        """The item of just this content at just this place: indicator, method, point and unit."""
        return self._present.get(_key(place, content, file_name))

    def note(self, place: Place, content: str, file_name: str, item: PresentItem) -> None:
        """Count an item that has just been added."""
        self._say(content, place.indicator, place.task_code, item.title)
        self._present.setdefault(_key(place, content, file_name), item)

    def _say(self, content: str, indicator: str, task_code: str, title: str) -> None:
        task = self._framework.task_name(indicator, task_code)
        words = f"{task_heading(indicator, task)}：{title}"
        if words not in self._words.setdefault(content, []):
            self._words[content].append(words)


def numbers_of(
    session: Session, placement_ids: Sequence[str], order: BindingOrder
) -> dict[str, str]:
    """The 编号 of some placements."""
    codes = select(Placement.indicator_code).where(Placement.id.in_(placement_ids))
    wanted = set(placement_ids)
    places = read_numbers(session, order, codes)
    return {p.placement: p.number for p in places if p.placement in wanted}


def _key(place: Place, content: str, file_name: str) -> _Key:
    named = _name(content, file_name)
    return (*named, place.indicator, place.task_code, place.point, place.unit_id)


def _name(content: str, file_name: str) -> tuple[str, str]:
    return content, file_name if content == _EMPTY else ""
