"""The workspace itself: whose it is, its settings, its units, and the log of what was done."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import Base, new_id
from models.ids import UnitId
from models.vocabulary import ResponsibilityRole, WorkspaceRole


class WorkspaceInfo(Base):
    """The single row that says whose workspace this is and by which indicator set it works."""

    __tablename__ = "workspace_info"
    __table_args__ = (CheckConstraint("single = 1", name="single_row"),)

    single: Mapped[int] = mapped_column(primary_key=True, default=1)
    id: Mapped[str] = mapped_column(default=new_id)
    role: Mapped[WorkspaceRole]
    county: Mapped[str]
    unit_id: Mapped[UnitId | None] = mapped_column(ForeignKey("unit.id"))
    framework_id: Mapped[str] = mapped_column(ForeignKey("framework.id"))
    created_at: Mapped[datetime]


class FrameworkRecord(Base):
    """A version of an indicator set as this workspace took it in; ``content`` is its JSON."""

    __tablename__ = "framework"

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    code: Mapped[str]
    version: Mapped[str]
    title: Mapped[str]
    content: Mapped[str]
    content_sha256: Mapped[str]
    installed_at: Mapped[datetime]


class Setting(Base):
    """One remembered choice; the value is JSON."""

    __tablename__ = "setting"

    key: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[Any] = mapped_column(JSON)


class Unit(Base):
    """A responsible unit (责任单位) under its full name."""

    __tablename__ = "unit"

    id: Mapped[UnitId] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    category: Mapped[str] = mapped_column(default="")
    retired_at: Mapped[datetime | None]
    aliases: Mapped[list["UnitAlias"]] = relationship(
        back_populates="unit", cascade="all, delete-orphan", order_by="UnitAlias.name"
    )


class UnitAlias(Base):
    """Another name that documents use for a unit."""

    __tablename__ = "unit_alias"

    name: Mapped[str] = mapped_column(primary_key=True)
    unit_id: Mapped[UnitId] = mapped_column(ForeignKey("unit.id", ondelete="CASCADE"))
    unit: Mapped[Unit] = relationship(back_populates="aliases")


class UnitGroup(Base):
    """A set of units that the indicator set names as one (县直各单位); the county fills it."""

    __tablename__ = "unit_group"

    code: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    members: Mapped[list["UnitGroupMember"]] = relationship(
        cascade="all, delete-orphan", order_by="UnitGroupMember.position"
    )


class UnitGroupMember(Base):
    """A unit in a group."""

    __tablename__ = "unit_group_member"

    group_code: Mapped[str] = mapped_column(
        ForeignKey("unit_group.code", ondelete="CASCADE"), primary_key=True
    )
    unit_id: Mapped[UnitId] = mapped_column(
        ForeignKey("unit.id", ondelete="CASCADE"), primary_key=True
    )
    position: Mapped[int]


class Responsibility(Base):
    """A unit's or a group's part in an indicator (责任分工), in the document's order.

    With ``task_code`` it is a part in that one task, in place of the indicator's.
    """

    __tablename__ = "responsibility"
    __table_args__ = (
        CheckConstraint("(unit_id IS NULL) <> (group_code IS NULL)", name="unit_or_group"),
    )

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    indicator_code: Mapped[str] = mapped_column(index=True)
    task_code: Mapped[str | None]
    position: Mapped[int]
    role: Mapped[ResponsibilityRole]
    unit_id: Mapped[UnitId | None] = mapped_column(ForeignKey("unit.id"))
    group_code: Mapped[str | None] = mapped_column(ForeignKey("unit_group.code"))


class Event(Base):
    """An entry of the append-only log (操作记录); each hash covers the entry and the last hash."""

    __tablename__ = "event"

    sequence: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    id: Mapped[str] = mapped_column(unique=True, default=new_id)
    at: Mapped[datetime]
    actor: Mapped[str]
    action: Mapped[str]
    subject: Mapped[str]
    data: Mapped[str]  # canonical JSON, because its bytes are hashed
    previous_hash: Mapped[str]
    hash: Mapped[str]


class ContentSeal(Base):
    """The check sum of a table's rows (see ``models.seals``), or of the tables' definitions."""

    __tablename__ = "content_seal"

    name: Mapped[str] = mapped_column(primary_key=True)
    rows: Mapped[int] = mapped_column(BigInteger)
    total: Mapped[int] = mapped_column(BigInteger)
