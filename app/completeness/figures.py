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
class Place:
    """Where a threshold stands: ``key`` as figures are stored, and the thresholds there."""

    key: str
    thresholds: tuple[Threshold, ...]


def place_of(framework: Framework, code: str, task_code: str | None, point: int | None) -> Place:
    """The place of a point's thresholds, or of the statement's if no task is named.

    Raises:
        IndicatorUnknown, MethodNotRequired, PointUnknown: there is no such place.
    """
    indicator = framework.indicator(code)
    if task_code is None:
        return Place(indicator.code, indicator.thresholds)
    number = point or 1
    found = framework.point(indicator.code, task_code, number)
    return Place(str(PointKey(indicator.code, task_code, number)), found.thresholds)


def state_figure(
    work: UnitOfWork, place: Place, unit_id: str, value: float, text: str | None = None
) -> Threshold:
    """Record a unit's figure for a threshold; a figure stated before is replaced.

    ``text`` picks the threshold by a part of its wording; a place with one threshold needs none.

    Raises:
        ThresholdUnknown: the place has no such threshold, or several fit.
        OwnedByUnit: the unit stated the figure itself.
    """
    threshold = _threshold_of(place, text)
    figure = _own_figure(work, place, unit_id, threshold)
    before = None if figure is None or figure.removed_at is not None else figure.value
    if figure is None:
        figure = Figure(place=place.key, threshold=threshold.text, unit_id=unit_id)
        work.session.add(figure)
    else:
        figure.version += 1
    figure.value = value
    figure.changed_at, figure.removed_at = work.now, None
    work.session.flush()
    work.record("figure.stated", place.key, threshold=threshold.text, before=before, value=value)
    return threshold


def withdraw_figure(work: UnitOfWork, place: Place, unit_id: str, text: str | None = None) -> None:
    """Take back a figure that was stated; nothing happens if there is none.

    The row stays, so that a package withdraws the figure wherever it was handed in.

    Raises:
        ThresholdUnknown, OwnedByUnit: see ``state_figure``.
    """
    threshold = _threshold_of(place, text)
    figure = _own_figure(work, place, unit_id, threshold)
    if figure is not None and figure.removed_at is None:
        figure.removed_at = figure.changed_at = work.now
        figure.version += 1
        work.session.flush()
        work.record("figure.withdrawn", place.key, threshold=threshold.text, before=figure.value)


def put_figures(
    workspace: Workspace, unit: str, figures: Iterable[tuple[Place, str, float | None]]
) -> None:
    """Record figures of a unit for thresholds of these texts, all or none; None takes one back.

    Raises:
        UnitUnknown: there is no such unit.
        ThresholdUnknown, OwnedByUnit: see ``state_figure``.
        WorkspaceReadOnly: the workspace is open for reading only.
    """
    unit_id = workspace.registry().unit(unit).id
    with workspace.database.writing() as work:
        for place, text, value in figures:
            if value is None:
                withdraw_figure(work, place, unit_id, text)
            else:
                state_figure(work, place, unit_id, value, text)
        work.commit()


def _threshold_of(place: Place, text: str | None) -> Threshold:
    exact = [t for t in place.thresholds if t.text == text]
    fitting = exact or [t for t in place.thresholds if text is None or text in t.text]
    if len(fitting) != 1:
        raise ThresholdUnknown(place.key, text or "", tuple(t.text for t in place.thresholds))
    return fitting[0]


def _own_figure(
    work: UnitOfWork, place: Place, unit_id: str, threshold: Threshold
) -> Figure | None:
    """The figure that this side has stated, perhaps withdrawn since.

    The office does not overrule a unit's own.
    """
    query = select(Figure).where(
        Figure.place == place.key, Figure.threshold == threshold.text, Figure.unit_id == unit_id
    )
    stated = {figure.by_office: figure for figure in work.session.scalars(query)}
    by_office = is_office(work.session)
    if by_office and False in stated and stated[False].removed_at is None:
        raise OwnedByUnit(threshold.text)
    return stated.get(by_office)
