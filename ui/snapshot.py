"""The workspace at a moment, frozen: read in a thread, shown by every page."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from app.bootstrap import Services
from app.completeness.states import Completeness
from app.evidence.listing import FiledRow, list_filed
from app.evidence.numbering import BindingOrder
from app.framework.keys import TaskKey
from app.framework.schema import Framework
from app.stages.schedule import Schedule
from app.stages.store import load_schedule
from app.workspace.opening import Facts
from app.workspace.registry import Registry


@dataclass(frozen=True)
class Snapshot:
    """Everything that pages show of a workspace.

    Attributes:
        facts: whose workspace it is, and its indicator set.
        registry: units, groups, responsibilities.
        completeness: how far everything is.
        filed: the items at each task, by the task's key, in order.
        words: what a search looks through, by indicator code: text and pinyin initials. Empty at
            first: gathering them takes longer than reading all the rest.
        schedule: the stages with the county's dates.
        today: the date on the wall when it was read.
    """

    facts: Facts
    registry: Registry
    completeness: Completeness
    filed: Mapping[TaskKey, tuple[FiledRow, ...]]
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
    registry = workspace.registry()
    with workspace.database.reading() as session:
        rows = list_filed(session, BindingOrder.of(workspace.facts.framework, registry))
        schedule = load_schedule(session, workspace.facts.framework)
    filed: dict[TaskKey, list[FiledRow]] = defaultdict(list)
    for row in rows:
        filed[row.task].append(row)
    tasks = {key: tuple(found) for key, found in filed.items()}
    return Snapshot(
        facts=workspace.facts,
        registry=registry,
        completeness=services.completeness(registry, rows),
        filed=tasks,
        words={},
        schedule=schedule,
        today=workspace.today(),
    )


def with_words(snapshot: Snapshot) -> Snapshot:
    """The snapshot with what a search looks through; to be called in a thread as well."""
    # The dictionary of pinyin is large, and the first page is up before it is needed.
    from ui.search_words import search_words

    return replace(
        snapshot, words=search_words(snapshot.framework, snapshot.registry, snapshot.filed)
    )
