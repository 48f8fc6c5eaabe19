"""The evidence: originals, items and revisions, where each is placed, what does not apply."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import Base, new_id
from models.ids import ItemId, PlacementId, UnitId
from models.vocabulary import AttachmentRole

#: Whoever's workspace it is enters the row: a column's value unless one is given.
_BY_OFFICE = text("EXISTS (SELECT 1 FROM workspace_info WHERE role = 'office')")


class Blob(Base):
    """An original (原件): its bytes lie in the store under ``sha256`` and never change."""

    __tablename__ = "blob"

    sha256: Mapped[str] = mapped_column(primary_key=True)
    sm3: Mapped[str]
    size: Mapped[int] = mapped_column(BigInteger)
    kind: Mapped[str]  # app.filekind.FileKind
    media_type: Mapped[str]
    suffix: Mapped[str]
    label: Mapped[str]
    stored_at: Mapped[datetime]


class EvidenceItem(Base):
    """A catalogue entry (件). ``version`` grows with each change; ``removed_at``: recycle bin.

    ``by_office`` marks what the creation office entered in the unit's stead (代为填报): the office
    owns it, and no package of the unit touches it. Of placements and figures the same is true.
    """

    __tablename__ = "evidence_item"

    id: Mapped[ItemId] = mapped_column(primary_key=True, default=new_id)
    unit_id: Mapped[UnitId] = mapped_column(ForeignKey("unit.id"), index=True)
    by_office: Mapped[bool] = mapped_column(default=_BY_OFFICE)
    current_revision: Mapped[int] = mapped_column(default=1)
    version: Mapped[int] = mapped_column(default=1)
    created_at: Mapped[datetime]
    changed_at: Mapped[datetime]
    removed_at: Mapped[datetime | None]
    revisions: Mapped[list["ItemRevision"]] = relationship(
        back_populates="item", order_by="ItemRevision.number"
    )
    placements: Mapped[list["Placement"]] = relationship(
        back_populates="item", order_by="Placement.position"
    )
    #: The revision that counts; a query joins it and nothing else to show an item as it is now.
    current: Mapped["ItemRevision"] = relationship(
        primaryjoin="and_(ItemRevision.item_id == EvidenceItem.id,"
        " ItemRevision.number == EvidenceItem.current_revision)",
        foreign_keys="[ItemRevision.item_id, ItemRevision.number]",
        viewonly=True,
        uselist=False,
    )


class ItemRevision(Base):
    """One state of an item's main file and description; a newer file makes a new revision.

    ``doc_date`` is ISO, whole or cut short ("2021-04-09", "2021-04", "2021", "").
    ``guesses`` maps each field that nobody has confirmed to where the guess came from.
    ``problems`` is a list of ``{"kind", "detail"}`` as found when the file was attached; a finding
    that a person has dismissed has ``"dismissed": {"reason", "by", "at"}``.
    ``binding`` holds what a person chose about how the content is bound; empty: as usual.
    """

    __tablename__ = "item_revision"
    __table_args__ = (UniqueConstraint("item_id", "number"),)

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    item_id: Mapped[ItemId] = mapped_column(ForeignKey("evidence_item.id"), index=True)
    number: Mapped[int]
    blob_sha256: Mapped[str] = mapped_column(ForeignKey("blob.sha256"), index=True)
    file_name: Mapped[str]
    file_modified_at: Mapped[datetime | None]
    title: Mapped[str]
    doc_number: Mapped[str] = mapped_column(default="")
    issuer: Mapped[str] = mapped_column(default="")
    doc_date: Mapped[str] = mapped_column(default="")
    copies: Mapped[int] = mapped_column(default=1)
    remark: Mapped[str] = mapped_column(default="")
    guesses: Mapped[dict[str, str]] = mapped_column(JSON, default=dict)
    problems: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)
    binding: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    created_at: Mapped[datetime]
    created_by: Mapped[str]
    item: Mapped[EvidenceItem] = relationship(back_populates="revisions")
    attachments: Mapped[list["Attachment"]] = relationship(
        order_by="Attachment.position", cascade="all, delete-orphan"
    )


class Attachment(Base):
    """A second file of a revision: a part of the item, or the PDF printed from it."""

    __tablename__ = "attachment"

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    revision_id: Mapped[str] = mapped_column(ForeignKey("item_revision.id"), index=True)
    position: Mapped[int]
    role: Mapped[AttachmentRole]
    blob_sha256: Mapped[str] = mapped_column(ForeignKey("blob.sha256"), index=True)
    file_name: Mapped[str]
    problems: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)


class Placement(Base):
    """An item put under a task, and under one of its points (归位), for a unit.

    The task goes by indicator code and its own, the point by its number in the task, so that the
    placement outlives a newer edition of the indicator set.
    """

    __tablename__ = "placement"
    __table_args__ = (Index("ix_placement_task", "indicator_code", "task_code", "unit_id"),)

    id: Mapped[PlacementId] = mapped_column(primary_key=True, default=new_id)
    item_id: Mapped[ItemId] = mapped_column(ForeignKey("evidence_item.id"), index=True)
    indicator_code: Mapped[str]
    task_code: Mapped[str]
    point_number: Mapped[int | None]
    unit_id: Mapped[UnitId] = mapped_column(ForeignKey("unit.id"), index=True)
    by_office: Mapped[bool] = mapped_column(default=_BY_OFFICE)
    position: Mapped[int]
    version: Mapped[int] = mapped_column(default=1)
    created_at: Mapped[datetime]
    changed_at: Mapped[datetime]
    removed_at: Mapped[datetime | None]
    item: Mapped[EvidenceItem] = relationship(back_populates="placements")


class Figure(Base):
    """The figure a unit states for a threshold that the text names (82 for "不低于80%").

    ``place`` is the key of a point ("68/material_check/4"), or the code of an indicator whose
    statement holds the threshold. The unit's own figure comes before the office's. ``removed_at``:
    it was withdrawn; stating it again revives the row.
    """

    __tablename__ = "figure"
    __table_args__ = (UniqueConstraint("place", "threshold", "unit_id", "by_office"),)

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    place: Mapped[str]
    threshold: Mapped[str]
    unit_id: Mapped[UnitId] = mapped_column(ForeignKey("unit.id"))
    by_office: Mapped[bool] = mapped_column(default=_BY_OFFICE)
    value: Mapped[float]
    version: Mapped[int] = mapped_column(default=1)
    changed_at: Mapped[datetime]
    removed_at: Mapped[datetime | None]


class NotApplicable(Base):
    """A mark that a slot, or one point of it, does not apply to the unit (不涉及), and why.

    ``point_number`` is None for the slot as a whole. There is no more than one live row of a writer
    for a place; the unit's own comes before the office's. A mark settles a point only while
    nothing lies there.
    """

    __tablename__ = "not_applicable"
    __table_args__ = (Index("ix_not_applicable_slot", "indicator_code", "task_code", "unit_id"),)

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    indicator_code: Mapped[str]
    task_code: Mapped[str]
    point_number: Mapped[int | None]
    unit_id: Mapped[UnitId] = mapped_column(ForeignKey("unit.id"))
    by_office: Mapped[bool] = mapped_column(default=False)
    reason: Mapped[str]
    marked_by: Mapped[str]
    version: Mapped[int] = mapped_column(default=1)
    changed_at: Mapped[datetime]
    removed_at: Mapped[datetime | None]
