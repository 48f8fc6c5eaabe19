"""A digest of what a revision is: its file, its parts, and what the catalogue says about it.

Two revisions with the same digest are the same to whoever judges them.
"""

import hashlib
import json
from collections import defaultdict
from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import ColumnElement, Text, func, select, type_coerce
from sqlalchemy.orm import InstrumentedAttribute, Session

from app.page_setup import setups_of
from app.photos.notes import NOTES, notes_of
from app.web_origin import WebOrigin
from models import Attachment, ItemRevision, WithheldOriginal

#: Enough that two versions of an item never look alike by chance; it is no seal.
_LENGTH = 16
#: Where a revision keeps how the pages of its files are set up.
_PAGES = '"pages"'
#: A JSON column that says nothing, as text.
_NOTHING = "{}"
#: And what is noted of its photos; how many share a page is no evidence.
_PHOTOS = f'"{NOTES}"'
_SAID = ("title", "doc_number", "issuer", "doc_date", "copies", "remark")


def digest_of(content: list[Any]) -> str:
    """The digest of some values."""
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:_LENGTH]


def revision_digest(row: Any, parts: Collection[list[Any]]) -> str:  # noqa: ANN401 (a row of a query)
    """The digest of a revision; ``row`` has ``content``, the fields and what ``as_text`` reads."""
    # A revision without a reason has the digest that it had before there were reasons.
    why = [["reason", row.reason]] if row.reason else []
    said = (getattr(row, name) for name in _SAID)
    more = [*why, *_seen_at(row), *_setups(row, parts), *_notes(row, parts)]
    return digest_of([row.content, *said, *parts, *more])


def _seen_at(row: Any) -> list[list[Any]]:  # noqa: ANN401
    """Where on the web it was seen; nothing where nobody said, as before anybody could."""
    if row.origin == _NOTHING:
        return []
    origin = WebOrigin.of_stored(json.loads(row.origin))
    return [["origin", *sorted(origin.stored().items())]] if origin else []


def _setups(row: Any, parts: Collection[list[Any]]) -> list[list[Any]]:  # noqa: ANN401
    """How the pages of the files are set up; nothing where nothing is, as before there were any."""
    if _PAGES not in row.binding:
        return []
    files = {row.content, *(sha256 for _, sha256, _ in parts)}
    stored = json.loads(row.binding)
    found = sorted((sha256, one.key) for sha256, one in setups_of(stored).items())
    return [["pages", sha256, key] for sha256, key in found if sha256 in files]


def _notes(row: Any, parts: Collection[list[Any]]) -> list[list[Any]]:  # noqa: ANN401
    """What is noted of the photos; nothing where nothing is, as before there were notes."""
    if _PHOTOS not in row.binding:
        return []
    files = {row.content, *(sha256 for _, sha256, _ in parts)}
    found = sorted((sha256, one.key) for sha256, one in notes_of(json.loads(row.binding)).items())
    return [["photo", sha256, key] for sha256, key in found if sha256 in files]


def as_text() -> tuple[ColumnElement[str], ...]:
    """How content is bound and where it was seen, as ``revision_digest`` takes them.

    As text, since most revisions say nothing of either.
    """
    columns = {"binding": ItemRevision.binding, "origin": ItemRevision.origin}
    return tuple(type_coerce(column, Text).label(name) for name, column in columns.items())


def named(address: InstrumentedAttribute[str]) -> ColumnElement[str]:
    """An original as its unit names it, though the unit may never have brought it.

    The unit's own digest names it so, and both sides must come to one digest.
    """
    return func.coalesce(WithheldOriginal.sha256, address)


def read_parts(session: Session, revisions: Collection[str]) -> Mapping[str, list[list[Any]]]:
    """The second files of revisions; all are read, as they are few beside the items."""
    query = (
        select(
            Attachment.revision_id,
            Attachment.role,
            named(Attachment.blob_sha256),
            Attachment.file_name,
        )
        .outerjoin(WithheldOriginal, WithheldOriginal.address == Attachment.blob_sha256)
        .order_by(Attachment.revision_id, Attachment.position)
    )
    parts: dict[str, list[list[Any]]] = defaultdict(list)
    for revision_id, role, sha256, name in session.execute(query):
        if revision_id in revisions:
            parts[revision_id].append([role.value, sha256, name])
    return parts


def read_digests(session: Session, item_id: str) -> Mapping[int, str]:
    """The digest of every revision of an item, by its number."""
    query = (
        select(
            ItemRevision.id,
            ItemRevision.number,
            named(ItemRevision.blob_sha256).label("content"),
            *(getattr(ItemRevision, name) for name in (*_SAID, "reason")),
            *as_text(),
        )
        .outerjoin(WithheldOriginal, WithheldOriginal.address == ItemRevision.blob_sha256)
        .where(ItemRevision.item_id == item_id)
        .order_by(ItemRevision.number)
    )
    rows = session.execute(query).all()
    parts = read_parts(session, {row.id for row in rows})
    return {row.number: revision_digest(row, parts.get(row.id, ())) for row in rows}
