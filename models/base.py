"""The base of all models: naming convention, identifiers, and how times and text are stored."""

import enum
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import DateTime, Dialect, Enum, MetaData, Text, TypeDecorator
from sqlalchemy.orm import DeclarativeBase
from uuid6 import uuid7

from models.ids import ItemId, PlacementId, UnitId
from models.texts import stored_text

NAMING_CONVENTION = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


def new_id() -> str:
    """Make an identifier: a UUIDv7 in text form, so that workspaces merge without collision."""
    return str(uuid7())


def utc_now() -> datetime:
    """The present moment, aware, in UTC."""
    return datetime.now(UTC)


#: What can be told in any time zone.
_EARLIEST, _LATEST = datetime(2, 1, 1), datetime(9998, 12, 31)


class UtcDateTime(TypeDecorator[datetime]):
    """An aware moment, stored in UTC; a naive one is refused."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: D102
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a stored time must know its zone")
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: D102
        if value is None:
            return None
        # A day from either end of the calendar cannot be shown in local time. No program stores
        # such a time any more; one that an earlier edition merged comes back as far off, and
        # the check of a workspace tells it.
        return min(max(value, _EARLIEST), _LATEST).replace(tzinfo=UTC)


class NfcText(TypeDecorator[str]):
    """Text as ``stored_text`` makes it, so that equal words compare equal and can be shown."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: D102
        return None if value is None else stored_text(value)


def _values(vocabulary: type[enum.Enum]) -> list[str]:
    return [str(member.value) for member in vocabulary]


class Base(DeclarativeBase):
    """The declarative base."""

    metadata = MetaData(naming_convention=NAMING_CONVENTION)
    type_annotation_map: dict[Any, Any] = {  # noqa: RUF012 (SQLAlchemy's own attribute)
        datetime: UtcDateTime,
        str: NfcText,
        UnitId: NfcText,
        ItemId: NfcText,
        PlacementId: NfcText,
        enum.Enum: Enum(
            enum.Enum,
            native_enum=False,
            create_constraint=False,
            length=32,
            values_callable=_values,
        ),
    }
