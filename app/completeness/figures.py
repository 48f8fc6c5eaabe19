"""Stating the figures that thresholds ask for."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import select

from app.errors import OwnedByUnit
from app.framework.errors import ThresholdUnknown
from app.framework.keys import PointKey
from app.framework.schema import Framework
from app.framework.values import Threshold
from app.ownership import is_office
from app.unit_of_work import UnitOfWork
from app.workspace.opening import Workspace
from models import Figure


@dataclass(frozen=True, slots=True)
class ThresholdPlace:
    """Where a threshold stands: ``key`` as figures are stored, and the thresholds there."""

    key: str
    thresholds: tuple[Threshold, ...]


def place_of(
    framework: Framework, code: str, task_code: str | None, point: int | None
) -> ThresholdPlace:
    """The place of a point's thresholds, or of the statement's if no task is named.

    Raises:
        IndicatorUnknown, MethodNotRequired, PointUnknown: there is no such place.
    """
    indicator = framework.indicator(code)
    if task_code is None:
        return ThresholdPlace(indicator.code, indicator.thresholds)
    number = point or 1
    found = framework.point(indicator.code, task_code, number)
    return ThresholdPlace(str(PointKey(indicator.code, task_code, number)), found.thresholds)


def state_figure(
    work: UnitOfWork,
    place: ThresholdPlace,
    unit_id: str,
    value: float,
    text: str | None = None,
    year: int = 0,
    basis: str = "",
) -> Threshold:
    """Record a unit's figure for a threshold; a figure stated before is replaced.

    ``text`` picks the threshold by a part of its wording; a place with one threshold needs none.
    ``year`` is the one that the figure is of; 0 for none. ``basis`` says what it was worked out
    from; a person who states a figure says none.

    Raises:
        ThresholdUnknown: the place has no such threshold, or several fit.
        OwnedByUnit: the unit stated the figure itself.
    """
    threshold = threshold_of(place, text)
    figure = _own_figure(work, place, unit_id, threshold, year)
    before = None if figure is None or figure.removed_at is not None else figure.value
    if figure is None:
        figure = Figure(place=place.key, threshold=threshold.text, year=year, unit_id=unit_id)
        work.session.add(figure)
    else:
        figure.version += 1
    figure.value, figure.basis = value, basis
    figure.changed_at, figure.removed_at = work.now, None
    work.session.flush()
    _record(work, "figure.stated", place, threshold, year, before=before, value=value, basis=basis)
    return threshold


def withdraw_figure(
    work: UnitOfWork,
    place: ThresholdPlace,
    unit_id: str,
    text: str | None = None,
    year: int = 0,
) -> bool:
    """Take back a figure that was stated; False if there is none.

    The row stays, so that a package withdraws the figure wherever it was handed in.

    Raises:
        ThresholdUnknown, OwnedByUnit: see ``state_figure``.
    """
    threshold = threshold_of(place, text)
    figure = _own_figure(work, place, unit_id, threshold, year)
    found = figure is not None and figure.removed_at is None
    if figure is not None and found:
        figure.removed_at = figure.changed_at = work.now
        figure.version += 1
        work.session.flush()
        _record(work, "figure.withdrawn", place, threshold, year, before=figure.value)
    return found


@dataclass(frozen=True, slots=True)
class FigureSaid:
    """A figure for the threshold of this text, of a year or (0) of none; None takes it back.

    ``basis`` is what it was worked out from.
    """

    place: ThresholdPlace
    text: str
    value: float | None
    year: int = 0
    basis: str = ""


def put_figures(workspace: Workspace, unit: str, figures: Iterable[FigureSaid]) -> None:
    """Record figures of a unit, all or none.

    Raises:
        UnitUnknown: there is no such unit.
        ThresholdUnknown, OwnedByUnit: see ``state_figure``.
        WorkspaceReadOnly: the workspace is open for reading only.
    """
    unit_id = workspace.registry().unit(unit).id
    with workspace.database.writing() as work:
        for said in figures:
            if said.value is None:
                withdraw_figure(work, said.place, unit_id, said.text, said.year)
            else:
                state_figure(
                    work, said.place, unit_id, said.value, said.text, said.year, said.basis
                )
        work.commit()


def _record(
    work: UnitOfWork,
    action: str,
    place: ThresholdPlace,
    threshold: Threshold,
    year: int,
    *,
    basis: str = "",
    **values: float | None,
) -> None:
    of_year = {"year": year} if year else {}
    based = {"basis": basis} if basis else {}
    work.record(action, place.key, threshold=threshold.text, **of_year, **based, **values)


def threshold_of(place: ThresholdPlace, text: str | None) -> Threshold:
    """The threshold of a place that ``text`` picks. Raises ``ThresholdUnknown``."""
    exact = [t for t in place.thresholds if t.text == text]
    fitting = exact or [t for t in place.thresholds if text is None or text in t.text]
    if len(fitting) != 1:
        raise ThresholdUnknown(place.key, text or "", tuple(t.text for t in place.thresholds))
    return fitting[0]


def _own_figure(
    work: UnitOfWork, place: ThresholdPlace, unit_id: str, threshold: Threshold, year: int
) -> Figure | None:
    """The figure that this side has stated, perhaps withdrawn since.

    The office does not overrule a unit's own.
    """
    query = select(Figure).where(
        Figure.place == place.key,
        Figure.threshold == threshold.text,
        Figure.year == year,
        Figure.unit_id == unit_id,
    )
    stated = {figure.by_office: figure for figure in work.session.scalars(query)}
    by_office = is_office(work.session)
    if by_office and False in stated and stated[False].removed_at is None:
        raise OwnedByUnit(threshold.text)
    return stated.get(by_office)
