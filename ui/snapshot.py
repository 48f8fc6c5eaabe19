"""The workspace at a moment, frozen: read in a thread, shown by every page."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain

from app.bootstrap import Services
from app.changed import Area, Changed
from app.completeness.marks import read_marks
from app.completeness.reading import assess_filed, read_figures
from app.completeness.rows import FigureRow, MarkRow
from app.completeness.states import Completeness, IndicatorState
from app.evidence.listing import FiledRow
from app.evidence.numbering import BindingOrder
from app.evidence.rereading import Filed, filed_again, read_filed
from app.framework.schema import Framework
from app.stages.schedule import Schedule
from app.stages.store import load_schedule
from app.workspace.opening import Facts
from app.workspace.registry import Registry, load_registry

#: What the snapshot is made of.
AREAS = (
    Area.FACTS,
    Area.UNITS,
    Area.SETTINGS,
    Area.STAGES,
    Area.ITEMS,
    Area.FIGURES,
    Area.MARKS,
)

#: All of it, but for the facts of the workspace: to read again what nobody announced.
ALL = Changed(frozenset(AREAS) - {Area.FACTS}, all_items=True)


@dataclass(frozen=True)
class Snapshot:
    """Everything that pages show of a workspace.

    Attributes:
        facts: whose workspace it is, and its indicator set.
        registry: units, groups, responsibilities.
        filed: the items at each task, by the task's key, in order.
        figures: what units state for thresholds.
        marks: what does not apply.
        completeness: how far everything is, until ``last_year``.
        words: what a search looks through, by indicator code: text and pinyin initials. Empty at
            first: gathering them takes longer than reading all the rest.
        schedule: the stages with the county's dates.
        today: the date on the wall when it was read.
    """

    facts: Facts
    registry: Registry
    filed: Filed
    figures: tuple[FigureRow, ...]
    marks: tuple[MarkRow, ...]
    last_year: int
    completeness: Completeness
    words: Mapping[str, str]
    schedule: Schedule
    today: date

    @property
    def framework(self) -> Framework:
        """The indicator set."""
        return self.facts.framework


def read_snapshot(services: Services) -> Snapshot:
    """Read everything but the ``words``; takes a moment, so call it in a thread."""
    workspace = services.workspace
    facts, today = workspace.facts, workspace.today()
    last_year = services.settings.last_year_by(today)
    with workspace.database.reading() as session:
        registry = load_registry(session)
        filed = read_filed(session, BindingOrder.of(facts.framework, registry))
        figures, marks = read_figures(session), read_marks(session)
        schedule = load_schedule(session, facts.framework)
    return Snapshot(
        facts=facts,
        registry=registry,
        filed=filed,
        figures=figures,
        marks=marks,
        last_year=last_year,
        completeness=assess_filed(
            facts.framework, registry, last_year, _rows(filed), figures, marks
        ),
        words={},
        schedule=schedule,
        today=today,
    )


def renewed(services: Services, before: Snapshot, changed: Changed) -> Snapshot:
    """The snapshot after a change, the same as if everything was read again; with ``words``.

    Only what changed is read; call it in a thread as well.
    """
    workspace = services.workspace
    if changed.touches(Area.FACTS):
        workspace.reload_facts()
        return with_words(read_snapshot(services))
    framework, today = before.framework, workspace.today()
    with workspace.database.reading() as session:
        registry = load_registry(session) if changed.touches(Area.UNITS) else before.registry
        order = BindingOrder.of(framework, registry)
        filed = filed_again(session, before.filed, changed, order)
        schedule = before.schedule
        if changed.touches(Area.STAGES):
            schedule = load_schedule(session, framework)
        figures = read_figures(session) if changed.touches(Area.FIGURES) else before.figures
        marks = read_marks(session) if changed.touches(Area.MARKS) else before.marks
    after = replace(
        before,
        registry=registry,
        filed=filed,
        figures=figures,
        marks=marks,
        last_year=services.settings.last_year_by(today),
        schedule=schedule,
        today=today,
    )
    return with_words(replace(after, completeness=_assessed(before, after)))


def _assessed(before: Snapshot, after: Snapshot) -> Completeness:
    """The completeness now; indicators at which nothing changed are taken over."""
    known: dict[str, IndicatorState] = {}
    asked = (before.registry, before.figures, before.marks, before.last_year)
    if asked == (after.registry, after.figures, after.marks, after.last_year):
        other = {
            key.indicator
            for key in {*before.filed, *after.filed}
            if before.filed.get(key) is not after.filed.get(key)
        }
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
        known,
    )


def _rows(filed: Filed) -> Iterable[FiledRow]:
    return chain.from_iterable(filed.values())


def with_words(snapshot: Snapshot) -> Snapshot:
    """The snapshot with what a search looks through; to be called in a thread as well."""
    # The dictionary of pinyin is large, and the first page is up before it is needed.
    from ui.search_words import search_words

    return replace(
        snapshot, words=search_words(snapshot.framework, snapshot.registry, snapshot.filed)
    )
