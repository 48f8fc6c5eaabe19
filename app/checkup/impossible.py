"""Values that an earlier edition accepted from packages and that are refused today."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import TypeAdapter, ValidationError
from pydantic_core import to_json
from sqlalchemy import inspect, select
from sqlalchemy.orm import Session

from app.exchange.payload.documents import first_fault
from app.exchange.payload.records import (
    AttachmentPart,
    ItemRecord,
    Part,
    Record,
    RevisionPart,
)
from app.exchange.payload.table import KINDS
from models import Attachment, Base, ItemRevision

_Row = dict[str, Any]

#: So many records are read and validated in one go; SQLite takes as many keys in one question.
_MANY = 500


@dataclass(frozen=True, slots=True)
class ImpossibleValue:
    """A stored record with a field that cannot be shown as it is; ``kind`` is its list."""

    kind: str
    record: str
    field: str

    def __str__(self) -> str:
        """The subject of a defect."""
        return f"{self.kind}/{self.record} {self.field}"


def impossible_values(session: Session) -> Iterator[ImpossibleValue]:
    """Name every record here that a package would be refused for, of all units.

    Records are validated many at a time, as JSON made of plain columns: one by one, and through
    objects of the database, 10,000 items took 17 seconds.
    """
    for name, kind in KINDS.items():
        part = kind.record
        whole: TypeAdapter[list[Record]] = TypeAdapter(list[part])  # type: ignore[valid-type]
        for rows in _portions(session, part, kind.model):
            for index in _suspects(whole, rows):
                if found := _fault(part, rows[index]):
                    yield ImpossibleValue(name, str(rows[index]["id"]), found)


def _portions(session: Session, part: type[Record], model: type[Base]) -> Iterator[Sequence[_Row]]:
    """The rows of a table with the fields of its record; of an item, with all that hangs on it."""
    identifiers = session.scalars(select(inspect(model).primary_key[0])).all()
    for start in range(0, len(identifiers), _MANY):
        rows = _rows(session, part, model, "id", identifiers[start : start + _MANY])
        if part is ItemRecord:
            _add_revisions(session, rows)
        yield rows


def _add_revisions(session: Session, items: Sequence[_Row]) -> None:
    keys = [row["id"] for row in items]
    revisions = _rows(session, RevisionPart, ItemRevision, "item_id", keys)
    of_item: dict[str, list[_Row]] = defaultdict(list)
    of_revision: dict[str, list[_Row]] = defaultdict(list)
    for start in range(0, len(revisions), _MANY):
        keys = [row["id"] for row in revisions[start : start + _MANY]]
        for row in _rows(session, AttachmentPart, Attachment, "revision_id", keys):
            of_revision[row.pop("revision_id")].append(row)
    for row in revisions:
        row["attachments"] = of_revision[row["id"]]
        of_item[row.pop("item_id")].append(row)
    for item in items:
        item["revisions"] = of_item[item["id"]]


def _rows(
    session: Session, part: type[Part], model: type[Base], key: str, keys: Sequence[str]
) -> list[_Row]:
    """The columns that the record has a field for, and the one that was asked by."""
    columns = {c.key: c for c in inspect(model).columns if c.key in {*part.model_fields, key}}
    found = session.execute(select(*columns.values()).where(columns[key].in_(keys)))
    return [dict(zip(columns, row, strict=True)) for row in found]


def _suspects(whole: TypeAdapter[list[Record]], rows: Sequence[_Row]) -> list[int]:
    """The places of the records that are refused as they are stored."""
    try:
        whole.validate_json(to_json(rows, inf_nan_mode="constants"))
    except ValidationError as error:
        faults = error.errors(include_url=False, include_context=False, include_input=False)
        return sorted({int(fault["loc"][0]) for fault in faults})
    return []


def _fault(part: type[Record], row: _Row) -> str:
    """What a package would be refused for; what packing cleans by itself is none."""
    try:
        cleaned = part.model_validate(row)
        part.model_validate_json(cleaned.model_dump_json())
    except ValidationError as error:
        return str(first_fault(error))
    return ""
