"""Which points look-ups answer."""

from collections import defaultdict
from collections.abc import Iterator

from sqlalchemy.orm import Session

from app.completeness.rows import HeldRow
from app.framework.keys import TaskKey
from app.framework.schema import Framework
from app.storage.layout import Layout
from app.verification.notes import Note, read_notes
from app.verification.slots import Slot, only_points
from app.verification.web_check.lookups import LOOKUPS, Lookup
from app.verification.web_check.standing import TargetState, found_by, state_of
from app.verification.web_check.targets import has_target, read_targets
from app.workspace.registry import Registry
from models.verification import LookupResult, WebLookup


def held_rows(
    session: Session, framework: Framework, _registry: Registry, _layout: Layout | None
) -> Iterator[HeldRow]:
    """The look-ups of a unit answer the only point of a task if everything was found.

    That is: something was looked up, every line of the unit's list was found, and no look-up
    contradicts the requirement. A task with several points is answered by no look-up, because
    nobody said which point it is about.
    """
    lookups = read_notes(session, LOOKUPS)
    if not lookups:
        return
    points = only_points(framework)
    targets, found = read_targets(session), found_by(lookups)
    by_slot: dict[Slot, list[Note[Lookup]]] = defaultdict(list)
    for row in lookups:
        by_slot[row.slot].append(row)
    for slot, rows in by_slot.items():
        task = TaskKey(slot.indicator, slot.task_code)
        lines = [line for line in targets if has_target(line, slot)]
        all_found = all(state_of(line, found, slot.unit) is TargetState.CONFIRMED for line in lines)
        # A line may have been looked up in vain before it was found.
        loose = [row for row in rows if row.said.target not in {line.id for line in lines}]
        confirmed = all(row.said.result is LookupResult.CONFIRMED for row in loose)
        if task in points and all_found and confirmed:
            table = WebLookup.__tablename__
            yield HeldRow(*task, points[task], slot.unit, table, len(rows), home=task)
