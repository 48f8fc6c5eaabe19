"""Values that an earlier edition merged, and that no package may bring any more."""

from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import ValidationError
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.exchange.payload import first_fault
from app.exchange.records import OfficeRecords, Part, UnitRecords, rows_of
from app.exchange.slicing import office_records, unit_records
from models import Unit


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
    """Name every record here that a package would be refused for, of all units."""
    for unit_id in session.scalars(select(Unit.id)).all():
        for records in (
            unit_records(session, unit_id, by_office=False),
            office_records(session, unit_id),
        ):
            yield from _in(records)


def _in(records: UnitRecords | OfficeRecords) -> Iterator[ImpossibleValue]:
    for kind, rows in rows_of(records).items():
        for row in rows:
            if found := _fault(row):
                yield ImpossibleValue(kind, row.id, found)


def _fault(record: Part) -> str:
    try:
        type(record).model_validate_json(record.model_dump_json())
    except ValidationError as error:
        return str(first_fault(error))
    return ""
