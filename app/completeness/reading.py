"""From the database to the rows that completeness is worked out from."""

from collections.abc import Iterable, Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.completeness.assess import assess
from app.completeness.checklists import load_expectations
from app.completeness.expecting import Expectations
from app.completeness.marks import read_marks
from app.completeness.rows import FigureRow, HeldRow, MarkRow, Period, PlacementRow, indicator_rows
from app.completeness.states import Completeness, IndicatorState
from app.evidence.listing import FiledRow, list_filed
from app.evidence.numbering import BindingOrder
from app.framework.schema import Framework
from app.workspace.opening import Workspace
from app.workspace.registry import Registry
from models import Figure, Unit


def completeness_of(
    workspace: Workspace,
    last_year: int,
    registry: Registry | None = None,
    held: Iterable[HeldRow] = (),
) -> Completeness:
    """Work out the present completeness of a workspace.

    ``registry`` is not read again if it is given. ``held`` is what method tools hold.
    """
    with workspace.database.reading() as session:
        return read_completeness(
            session,
            workspace.facts.framework,
            registry or workspace.registry(),
            last_year,
            held,
        )


def read_completeness(
    session: Session,
    framework: Framework,
    registry: Registry,
    last_year: int,
    held: Iterable[HeldRow] = (),
) -> Completeness:
    """Work out the present completeness of a workspace; ``held`` is what method tools hold."""
    filed = list_filed(session, BindingOrder.of(framework, registry))
    figures, marks = read_figures(session), read_marks(session)
    expected = load_expectations(session)
    return assess_filed(framework, registry, last_year, filed, figures, marks, expected, held=held)


def assess_filed(
    framework: Framework,
    registry: Registry,
    last_year: int,
    filed: Iterable[FiledRow],
    figures: Iterable[FigureRow],
    marks: Iterable[MarkRow],
    expectations: Expectations,
    known: Mapping[str, IndicatorState] | None = None,
    held: Iterable[HeldRow] = (),
) -> Completeness:
    """Work out completeness from rows that were read before; ``known`` as in ``assess``."""
    rows = indicator_rows(framework, registry.units_of, registry.owing, registry.leads)
    placements = [placement_row(row) for row in filed]
    return assess(rows, placements, figures, Period(last_year), marks, known, expectations, held)


def read_figures(session: Session) -> tuple[FigureRow, ...]:
    """Every figure stated for a unit: its own, else the one that the office entered."""
    query = (
        select(Figure, Unit.name)
        .join(Unit, Figure.unit_id == Unit.id)
        .where(Figure.removed_at.is_(None))
        .order_by(Figure.by_office.desc(), Figure.id)
    )
    found = {
        (figure.place, figure.threshold, unit, figure.year): (figure.value, figure.basis)
        for figure, unit in session.execute(query)
    }
    return tuple(
        FigureRow(place, threshold, unit, value, year, basis)
        for (place, threshold, unit, year), (value, basis) in found.items()
    )


def placement_row(row: FiledRow) -> PlacementRow:
    """An item at its place, as completeness looks at it."""
    return PlacementRow(
        item=row.item,
        indicator=row.indicator,
        task_code=row.task_code,
        point=row.point,
        unit=row.unit,
        title=row.title,
        date=row.doc_date,
        blocked=row.blocked,
        file_name=row.file_name,
        years=row.years,
    )
