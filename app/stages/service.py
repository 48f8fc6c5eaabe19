"""Looking at the stages, changing their dates, and writing the calendar."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from app.completeness.states import Completeness
from app.errors import FolderNotWritable, TargetExists
from app.paths import extended
from app.rectification.reading import read_register
from app.rectification.vocabulary import NoticeState
from app.replacing import replace_with
from app.stages.calendar import CalendarEntry, EntryKind, entries_of
from app.stages.ics import calendar_file
from app.stages.progress import UnitStage, unit_stages, works_of
from app.stages.schedule import (
    Schedule,
    StageChange,
    changed,
    default_schedule,
    restored,
    shifted,
)
from app.stages.store import load_schedule, save_schedule
from app.terms import indicator_heading
from app.workspace.access import demand_office
from app.workspace.opening import Workspace


@dataclass(frozen=True, slots=True)
class StageView:
    """The stages, where every unit stands in them, and what is due on which day."""

    today: date
    schedule: Schedule
    rows: tuple[UnitStage, ...]
    entries: tuple[CalendarEntry, ...]


def view_stages(workspace: Workspace, completeness: Completeness) -> StageView:
    """Read the stages as they stand now; a unit's workspace shows its own unit only."""
    facts, today = workspace.facts, workspace.today()
    with workspace.database.reading() as session:
        schedule = load_schedule(session, facts.framework)
        register = read_register(session, today, facts.unit_id)
    units = {
        unit: tally for unit, tally in completeness.units.items() if facts.unit_name in {None, unit}
    }
    due = [
        CalendarEntry(
            row.notice.deadline,
            EntryKind.RECTIFICATION,
            f"rectification-{row.notice.id}",
            f"整改时限：{row.notice.unit}　{indicator_heading(row.notice.indicator)}",
            row.notice.problem,
        )
        for row in register
        if row.notice.deadline is not None and row.state is not NoticeState.CLOSED
    ]
    rows = unit_stages(works_of(units), schedule, today)
    return StageView(today, schedule, rows, entries_of(schedule, due))


def change_stage(workspace: Workspace, number: int, change: StageChange) -> Schedule:
    """Change a stage; only the office sets dates.

    Raises:
        OfficeOnly: the workspace is a unit's.
        StageUnknown, StageDatesInvalid: see ``app.stages.schedule.changed``.
        WorkspaceReadOnly: the workspace is open for reading only.
    """
    return _keep(workspace, lambda present: changed(present, number, change))


def shift_stages(workspace: Workspace, year: int) -> Schedule:
    """Move all stages so that the first deadline lies in ``year``. Raises as ``change_stage``."""
    return _keep(workspace, lambda present: shifted(present, year))


def reset_stages(workspace: Workspace) -> Schedule:
    """Take the indicator set's own dates again. Raises as ``change_stage``."""
    return _keep(workspace, lambda _: default_schedule(workspace.facts.framework))


def reset_stage(workspace: Workspace, number: int) -> Schedule:
    """Take the indicator set's own dates of one stage again. Raises as ``change_stage``."""
    default = default_schedule(workspace.facts.framework)
    return _keep(workspace, lambda present: restored(present, default, number))


def put_schedule(workspace: Workspace, schedule: Schedule) -> Schedule:
    """Take a schedule as it is, as after undoing a change. Raises as ``change_stage``."""
    return _keep(workspace, lambda _: schedule)


def export_calendar(
    workspace: Workspace, completeness: Completeness, target: Path, *, overwrite: bool = False
) -> int:
    """Write the calendar; returns how many entries it has.

    Raises:
        TargetExists: a file is there and ``overwrite`` is off.
        FolderNotWritable: the disk does not take it.
    """
    if not overwrite and extended(target).exists():
        raise TargetExists(target)
    place = workspace.destination(target.parent)
    facts = workspace.facts
    entries = view_stages(workspace, completeness).entries
    name = f"{facts.unit_name or facts.county}{facts.framework.programme}"
    content = calendar_file(entries, facts.id, name, workspace.database.now())
    place.make()
    try:
        replace_with(target, lambda part: part.write_bytes(content))
        place.settle([target])
    except OSError as error:
        raise FolderNotWritable(target.parent, error.strerror or str(error)) from error
    return len(entries)


def _keep(workspace: Workspace, change: Callable[[Schedule], Schedule]) -> Schedule:
    demand_office(workspace)
    framework = workspace.facts.framework
    with workspace.database.writing() as work:
        new = change(load_schedule(work.session, framework))
        save_schedule(work, framework, new)
        work.commit()
    return new
