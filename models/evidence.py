"""The evidence: originals, items and revisions, where each is placed, what does not apply."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import Base, new_id
from models.ids import ItemId, PlacementId, UnitId
from models.vocabulary import AttachmentRole

#: The default of ``by_office``: rows made in the office's workspace are the office's.
_BY_OFFICE = text("EXISTS (SELECT 1 FROM workspace_info WHERE role = 'office')")


class Blob(Base):
    """An original (原件): its bytes lie in the store under ``sha256`` and never change.

    ``photo`` is what a photo says of itself (``app.photos.facts``); None for everything else, and
    for what an earlier version took in.
    """

    __tablename__ = "blob"

    sha256: Mapped[str] = mapped_column(primary_key=True)
    sm3: Mapped[str]
    size: Mapped[int] = mapped_column(BigInteger)
    kind: Mapped[str]  # app.filekind.FileKind
    media_type: Mapped[str]
    suffix: Mapped[str]
    label: Mapped[str]
    stored_at: Mapped[datetime]
    photo: Mapped[dict[str, str] | None] = mapped_column(JSON(none_as_null=True))


class EvidenceItem(Base):
    """A catalogue entry (件). ``version`` grows with each change; ``removed_at``: recycle bin.

    ``by_office`` marks what the creation office entered in the unit's stead (代为填报): the office
    owns it, and no package of the unit touches it. The same applies to placements and figures.
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
    #: The current revision. A query that shows items as they are now joins this and nothing else.
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
    ``binding`` holds what a person chose about how the content is bound, the setup of pages of its
    files (``app.page_setup``), and what is noted of its photos (``app.photos.notes``); empty: as
    usual.
    ``origin`` says where on the web it was seen (``app.web_origin``); empty: nothing is said.
    ``reason`` says why it took the place of the one before, for whoever judges it.
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
    origin: Mapped[dict[str, str]] = mapped_column(JSON, default=dict)
    reason: Mapped[str] = mapped_column(default="")
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

    The task is stored by the indicator's code and its own code, the point by its number in the
    task. So the placement stays valid in a newer version of the indicator set. ``years`` are those
    that a person chose for the item there; None: title, date and file name tell.
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
    years: Mapped[list[int] | None] = mapped_column(JSON(none_as_null=True))
    version: Mapped[int] = mapped_column(default=1)
    created_at: Mapped[datetime]
    changed_at: Mapped[datetime]
    removed_at: Mapped[datetime | None]
    item: Mapped[EvidenceItem] = relationship(back_populates="placements")


class Figure(Base):
    """The figure a unit states for a threshold that the text names (82 for "不低于80%").

    ``place`` is the key of a point ("68/material_check/4"), or the code of an indicator whose
    statement holds the threshold. ``year`` is the one that the figure is of, where each year has
    its own; 0 for a figure of no single year. The unit's own figure comes before the office's.
    ``removed_at``: it was withdrawn; stating it again revives the row. ``basis`` says what the
    figure was worked out from, if the program did so.
    """

    __tablename__ = "figure"
    __table_args__ = (UniqueConstraint("place", "threshold", "year", "unit_id", "by_office"),)

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    place: Mapped[str]
    threshold: Mapped[str]
    year: Mapped[int] = mapped_column(default=0)
    unit_id: Mapped[UnitId] = mapped_column(ForeignKey("unit.id"))
    by_office: Mapped[bool] = mapped_column(default=_BY_OFFICE)
    value: Mapped[float]
    basis: Mapped[str] = mapped_column(default="")
    version: Mapped[int] = mapped_column(default=1)
    changed_at: Mapped[datetime]
    removed_at: Mapped[datetime | None]


class NotApplicable(Base):
    """A mark that a slot, or one point of it, does not apply to the unit (不涉及), and why.

    ``point_number`` is None for the slot as a whole. Each writer has at most one row that is not
    removed for a place; the unit's own comes before the office's. A mark settles a point only while
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


class CompletePoint(Base):
    """A point whose material is said to be complete for a unit, whatever its checklist says.

    Said by the unit, or by the office in its stead. Each writer has at most one row that is not
    removed for a point.
    """

    __tablename__ = "complete_point"
    __table_args__ = (Index("ix_complete_point_slot", "indicator_code", "task_code", "unit_id"),)

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    indicator_code: Mapped[str]
    task_code: Mapped[str]
    point_number: Mapped[int]
    unit_id: Mapped[UnitId] = mapped_column(ForeignKey("unit.id"))
    by_office: Mapped[bool] = mapped_column(default=False)
    said_by: Mapped[str]
    version: Mapped[int] = mapped_column(default=1)
    changed_at: Mapped[datetime]
    removed_at: Mapped[datetime | None]
