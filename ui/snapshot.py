"""The workspace at a moment, frozen: read in a thread, shown by every page."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from app.bootstrap import Services
from app.completeness.states import Completeness
from app.evidence.listing import FiledRow, list_filed
from app.framework.schema import Framework
from app.stages.schedule import Schedule
from app.stages.store import load_schedule
from app.terms import METHOD_NAMES
from app.workspace.opening import Facts
from app.workspace.registry import Registry
from ui.pinyin import initials


@dataclass(frozen=True)
class Snapshot:
    """Everything that pages show of a workspace.

    Attributes:
        facts: whose workspace it is, and its indicator set.
        registry: units, groups, responsibilities.
        completeness: how far everything is.
        filed: the items at each task, by the task's key, in order.
        words: what a search looks through, by indicator code: text and pinyin initials.
        schedule: the stages with the county's dates.
        today: the date on the wall when it was read.
    """

    facts: Facts
    registry: Registry
    completeness: Completeness
    filed: Mapping[str, tuple[FiledRow, ...]]
    words: Mapping[str, str]
    schedule: Schedule
    today: date

    @property
    def framework(self) -> Framework:
        """The indicator set."""
        return self.facts.framework


def read_snapshot(services: Services) -> Snapshot:
    """Read everything; takes a moment, so call it in a thread."""
    workspace = services.workspace
    registry = workspace.registry()
    with workspace.database.reading() as session:
        rows = list_filed(session)
        schedule = load_schedule(session, workspace.facts.framework)
    filed: dict[str, list[FiledRow]] = defaultdict(list)
    for row in rows:
        filed[row.task].append(row)
    tasks = {key: tuple(found) for key, found in filed.items()}
    return Snapshot(
        facts=workspace.facts,
        registry=registry,
        completeness=services.completeness(),
        filed=tasks,
        words=_words(workspace.facts.framework, registry, tasks),
        schedule=schedule,
        today=services.clock().astimezone().date(),
    )


def _words(
    framework: Framework, registry: Registry, filed: Mapping[str, tuple[FiledRow, ...]]
) -> dict[str, str]:
    titles: dict[str, list[str]] = defaultdict(list)
    for rows in filed.values():
        for row in rows:
            titles[row.indicator] += [row.title, row.file_name, row.doc_number]
    categories = {c.code: c.name for c in framework.categories}
    found = {}
    for indicator in framework.indicators:
        spelt = [
            indicator.heading,
            indicator.statement,
            categories[indicator.category],
            *(METHOD_NAMES[t.method] for t in indicator.tasks),
            *(p.text for t in indicator.tasks for p in t.points),
            # Only the units that the document names: a group would make every search hit.
            *(u.unit for u in registry.responsible.get(indicator.code, ()) if not u.group),
        ]
        plain = [*spelt, *(t.requirement for t in indicator.tasks), *titles[indicator.code]]
        letters = [initials(text) for text in spelt]
        found[indicator.code] = "\n".join([*plain, *letters]).lower()
    return found
