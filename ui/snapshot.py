"""The frozen state of the workspace at one moment: read in a thread, shown by every page."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain

from app.bootstrap import Services
from app.changed import Area, Changed
from app.completeness.checklists import load_expectations
from app.completeness.expecting import Expectations
from app.completeness.marks import read_marks
from app.completeness.reading import assess_filed, read_figures
from app.completeness.rows import FigureRow, HeldRow, MarkRow
from app.completeness.states import Completeness, IndicatorState
from app.evidence.arrangements import Arrangements
from app.evidence.arranging import read_arrangements, read_order
from app.evidence.listing import FiledRow
from app.evidence.numbering import BindingOrder
from app.evidence.rereading import Filed, filed_again, read_filed
from app.framework.schema import Framework
from app.review.listing import returned_rows
from app.review.returns import Returns
from app.stages.schedule import Schedule, inspected_in
from app.stages.store import load_last_year, load_schedule
from app.verification.answers import read_held
from app.verification.material_check.registers.files import RegisterTitles
from app.workspace.opening import Facts
from app.workspace.registry import Registry, load_registry

#: The parts of the snapshot.
AREAS = (
    Area.FACTS,
    Area.UNITS,
    Area.SETTINGS,
    Area.STAGES,
    Area.ITEMS,
    Area.FIGURES,
    Area.MARKS,
    Area.EXPECTED,
    Area.REVIEWS,
    Area.REASONS,
)
#: What the returns rest on.
_RETURNS = (Area.REVIEWS, Area.REASONS, Area.ITEMS, Area.MARKS, Area.NOTES, Area.UNITS)

#: All parts except the facts of the workspace: to read again what nobody announced.
ALL = Changed(frozenset(AREAS) - {Area.FACTS}, all_items=True)


@dataclass(frozen=True)
class Snapshot:
    """Everything that pages show of a workspace.

    Attributes:
        facts: whose workspace it is, and its indicator set.
        registry: units, groups, responsibilities.
        filed: the items at each task, by the task's key, in order.
        figures: what units state for thresholds.
        marks: the places that do not apply.
        expectations: what the office expects at points, and points that are said to be complete.
        completeness: how far everything is, until ``last_year``.
        words: the text that a search covers, by indicator code: text and pinyin initials. Empty at
            first: gathering them takes longer than reading all the rest.
        schedule: the stages with the county's dates.
        today: the local date when it was read.
        returns: what came back from review and is not answered; of one unit in its workspace.
        held: what method tools hold for points.
        arrangements: how the office orders what is bound, where it is not as usual.
    """

    facts: Facts
    registry: Registry
    filed: Filed
    figures: tuple[FigureRow, ...]
    marks: tuple[MarkRow, ...]
    expectations: Expectations
    last_year: int
    completeness: Completeness
    words: Mapping[str, str]
    schedule: Schedule
    today: date
    returns: Returns
    arrangements: Arrangements
    held: tuple[HeldRow, ...]

    @property
    def framework(self) -> Framework:
        """The indicator set."""
        return self.facts.framework


def read_snapshot(services: Services) -> Snapshot:
    """Read everything but the ``words``; takes a moment, so call it in a thread."""
    workspace = services.workspace
    facts, today = workspace.facts, workspace.today()
    with workspace.reading() as session:
        registry = load_registry(session)
        order = read_order(session, facts.framework, registry)
        filed = read_filed(session, order)
        figures, marks = read_figures(session), read_marks(session)
        expected = load_expectations(session)
        schedule = load_schedule(session, facts.framework)
        last_year = load_last_year(session, facts.framework, services.settings.last_year, today)
        titles = RegisterTitles(workspace.layout.registers)
        returns = Returns(returned_rows(session, facts.framework, facts.unit_id, titles))
        held = read_held(session, facts.framework, registry, workspace.layout)
    return Snapshot(
        facts=facts,
        registry=registry,
        filed=filed,
        figures=figures,
        marks=marks,
        expectations=expected,
        last_year=last_year,
        completeness=assess_filed(
            facts.framework,
            registry,
            last_year,
            _rows(filed),
            figures,
            marks,
            expected,
            held=held,
        ),
        words={},
        schedule=schedule,
        today=today,
        returns=returns,
        arrangements=order.arrangements,
        held=held,
    )


def renewed(services: Services, before: Snapshot, changed: Changed) -> Snapshot:
    """The snapshot after a change, equal to one that was read as a whole; with ``words``.

    Only what changed is read; call it in a thread as well.
    """
    workspace = services.workspace
    if changed.touches(Area.FACTS):
        workspace.reload_facts()
        return with_words(read_snapshot(services))
    framework, today = before.framework, workspace.today()
    chosen = services.settings.last_year
    with workspace.reading() as session:
        registry = load_registry(session) if changed.touches(Area.UNITS) else before.registry
        arrangements = read_arrangements(session) if changed.all_items else before.arrangements
        order = BindingOrder.of(framework, registry, arrangements)
        filed = filed_again(session, before.filed, changed, order)
        schedule = before.schedule
        if changed.touches(Area.STAGES):
            schedule = load_schedule(session, framework)
        figures = read_figures(session) if changed.touches(Area.FIGURES) else before.figures
        marks = read_marks(session) if changed.touches(Area.MARKS) else before.marks
        expected = before.expectations
        if changed.touches(Area.EXPECTED):
            expected = load_expectations(session)
        returns = before.returns
        if changed.touches(*_RETURNS):
            titles = RegisterTitles(workspace.layout.registers)
            unit_id = before.facts.unit_id
            returns = Returns(returned_rows(session, framework, unit_id, titles))
        held = before.held
        if changed.touches(Area.NOTES, Area.UNITS):
            held = read_held(session, framework, registry, workspace.layout)
    after = replace(
        before,
        registry=registry,
        filed=filed,
        figures=figures,
        marks=marks,
        expectations=expected,
        last_year=chosen or inspected_in(schedule, framework.source.date, today),
        schedule=schedule,
        today=today,
        returns=returns,
        arrangements=order.arrangements,
        held=held,
    )
    return with_words(replace(after, completeness=_assessed(before, after)))


def _assessed(before: Snapshot, after: Snapshot) -> Completeness:
    """The present completeness; indicators without a change are copied."""
    known: dict[str, IndicatorState] = {}
    if _asked(before) == _asked(after):
        other = {
            key.indicator
            for key in {*before.filed, *after.filed}
            if before.filed.get(key) is not after.filed.get(key)
        }
        other |= {row.indicator for row in {*before.held} ^ {*after.held}}
        if not other:
            return before.completeness
        known = {
            state.code: state for state in before.completeness.indicators if state.code not in other
        }
    return assess_filed(
        after.framework,
        after.registry,
        after.last_year,
        _rows(after.filed),
        after.figures,
        after.marks,
        after.expectations,
        known,
        after.held,
    )


def _asked(state: Snapshot) -> tuple[object, ...]:
    """All but the items that completeness is worked out from."""
    return state.registry, state.figures, state.marks, state.expectations, state.last_year


def _rows(filed: Filed) -> Iterable[FiledRow]:
    return chain.from_iterable(filed.values())


def with_words(snapshot: Snapshot) -> Snapshot:
    """The snapshot with its search words; call it in a thread as well."""
    # The dictionary of pinyin is large, and the first page is shown before it is needed.
    from ui.search_words import search_words

    return replace(
        snapshot, words=search_words(snapshot.framework, snapshot.registry, snapshot.filed)
    )
