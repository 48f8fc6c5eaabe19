"""Which items are asked where they were seen on the web, and what was said last."""

from collections.abc import Iterable
from typing import Protocol

from app.evidence.library import LibraryRow
from app.evidence.listing import FiledRow
from app.framework.keys import TaskKey
from app.framework.schema import Framework
from app.web_origin import METHOD, NOWHERE, WebOrigin

#: So many addresses are offered again.
_RECENT = 30


class Seen(Protocol):
    """An item of any list, with what it says of where it was seen."""

    @property
    def origin(self) -> WebOrigin: ...  # noqa: D102


def tasks_of(row: object) -> frozenset[TaskKey]:
    """The tasks that an item of any list lies under."""
    if isinstance(row, FiledRow):
        return frozenset({row.task})
    if isinstance(row, LibraryRow):
        return frozenset(TaskKey(place.indicator, place.task_code) for place in row.places)
    return frozenset()


def is_checked_on_the_web(framework: Framework, task: TaskKey) -> bool:
    """True if evidence for a task must say where it was seen."""
    return framework.method_of(*task) == METHOD


def asks_origin(row: Seen, framework: Framework) -> bool:
    """True if an item says where it was seen, or should."""
    return bool(row.origin) or any(is_checked_on_the_web(framework, t) for t in tasks_of(row))


def recent_origins(rows: Iterable[FiledRow]) -> tuple[WebOrigin, ...]:
    """What was said last of items with an address, the newest first; each address once."""
    told = sorted((r for r in rows if r.origin.address), key=lambda r: r.changed_at, reverse=True)
    found: dict[str, WebOrigin] = {}
    for row in told:
        found.setdefault(row.origin.address, row.origin)
    return tuple(found.values())[:_RECENT]


def last_origin(rows: Iterable[FiledRow]) -> WebOrigin:
    """What was said last of an item with an address; of none, nothing."""
    return next(iter(recent_origins(rows)), NOWHERE)
