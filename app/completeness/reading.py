"""From the database to the rows that completeness is reckoned from."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import and_, exists, select
from sqlalchemy.orm import Session

from app.completeness.assess import assess
from app.completeness.rows import FigureRow, Period, PlacementRow, indicator_rows
from app.completeness.states import Completeness
from app.framework.schema import Framework
from app.problems import BLOCKING
from app.workspace.registry import Registry
from models import Attachment, EvidenceItem, Figure, ItemRevision, Placement, Unit
from models.vocabulary import AttachmentRole


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """An item at one of its places, as lists and reports show it."""

    placement: PlacementRow
    file_name: str
    doc_number: str
    issuer: str
    guessed: tuple[str, ...]
    problems: tuple[str, ...]
    changed_at: datetime


def read_completeness(
    session: Session, framework: Framework, registry: Registry, last_year: int
) -> Completeness:
    """Reckon the completeness of a workspace as it stands."""
    placements = [row.placement for row in read_evidence(session)]
    rows = indicator_rows(framework, registry.units_of())
    return assess(rows, placements, read_figures(session), Period(last_year))


def read_evidence(session: Session) -> tuple[EvidenceRow, ...]:
    """Every item that is not in the recycle bin, at every place it has, in one query."""
    has_companion = exists().where(
        and_(
            Attachment.revision_id == ItemRevision.id,
            Attachment.role == AttachmentRole.COMPANION_PDF,
        )
    )
    query = (
        select(Placement, EvidenceItem, ItemRevision, Unit.name, has_companion)
        .join(EvidenceItem, Placement.item_id == EvidenceItem.id)
        .join(
            ItemRevision,
            and_(
                ItemRevision.item_id == EvidenceItem.id,
                ItemRevision.number == EvidenceItem.current_revision,
            ),
        )
        .join(Unit, Placement.unit_id == Unit.id)
        .where(Placement.removed_at.is_(None), EvidenceItem.removed_at.is_(None))
        .order_by(Placement.indicator_code, Placement.method, Placement.position, Placement.id)
    )
    return tuple(
        _row(placement, item, revision, unit, companion=companion)
        for placement, item, revision, unit, companion in session.execute(query)
    )


def read_figures(session: Session) -> tuple[FigureRow, ...]:
    """Every figure that a unit has stated."""
    query = select(Figure, Unit.name).join(Unit, Figure.unit_id == Unit.id)
    return tuple(
        FigureRow(figure.place, figure.threshold, unit, figure.value)
        for figure, unit in session.execute(query)
    )


def _row(
    placement: Placement, item: EvidenceItem, revision: ItemRevision, unit: str, *, companion: bool
) -> EvidenceRow:
    kinds = tuple(str(problem["kind"]) for problem in revision.problems)
    return EvidenceRow(
        placement=PlacementRow(
            item=item.id,
            indicator=placement.indicator_code,
            method=placement.method,
            point=placement.point_number,
            unit=unit,
            title=revision.title,
            date=revision.doc_date,
            blocked=not companion and any(kind in BLOCKING for kind in kinds),
        ),
        file_name=revision.file_name,
        doc_number=revision.doc_number,
        issuer=revision.issuer,
        guessed=tuple(sorted(revision.guesses)),
        problems=kinds,
        changed_at=item.changed_at,
    )
