"""What the tools of verification methods note for a unit (see ``app.methods``)."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, new_id
from models.ids import UnitId


class MethodRow(Base):
    """A row of a method's tool: a unit's at one task, or the office's in its stead.

    Only the side that entered it changes it. A row that was taken back stays, with ``removed_at``,
    so that packages take it back everywhere.
    """

    __abstract__ = True

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    indicator_code: Mapped[str]
    task_code: Mapped[str]
    unit_id: Mapped[UnitId] = mapped_column(ForeignKey("unit.id"))
    by_office: Mapped[bool] = mapped_column(default=False)
    version: Mapped[int] = mapped_column(default=1)
    changed_at: Mapped[datetime]
    removed_at: Mapped[datetime | None]

    @property
    def title(self) -> str:
        """What people know the row by."""
        raise NotImplementedError


class LookupResult(StrEnum):
    """What was found on the web."""

    CONFIRMED = "confirmed"
    CONTRADICTED = "contradicted"
    NOTHING = "nothing"


class WebLookup(MethodRow):
    """Something that a person looked up on the web (网络检索); ``looked_up_on`` is an ISO day."""

    __tablename__ = "web_lookup"
    __table_args__ = (Index("ix_web_lookup_slot", "indicator_code", "task_code", "unit_id"),)

    address: Mapped[str]
    sought: Mapped[str]
    looked_up_on: Mapped[str]
    looked_up_by: Mapped[str]
    result: Mapped[str]
    note: Mapped[str] = mapped_column(default="")

    @property
    def title(self) -> str:
        """See ``MethodRow``."""
        return self.sought
