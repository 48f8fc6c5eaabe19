"""Moving a workspace to another version of its indicator set, and reporting what changed."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import delete, select

from app.framework.changes import FrameworkDiff
from app.framework.diff import compare
from app.framework.keys import PointKey
from app.framework.schema import Framework
from app.ownership import unguarded
from app.settings import CHECKLISTS, load_choice, save_choice
from app.unit_of_work import UnitOfWork
from app.workspace.backup import back_up
from app.workspace.opening import Facts, Workspace
from app.workspace.registry import add_missing_units, seed_responsibilities
from models import (
    CompletePoint,
    FrameworkRecord,
    NotApplicable,
    Placement,
    Responsibility,
    WorkspaceInfo,
)
from models.vocabulary import WorkspaceRole


@dataclass(frozen=True, slots=True)
class MoveReport:
    """What a move changes: the set itself, and the placements that follow or lose their place.

    ``homeless`` holds the ids of items whose task the new version no longer has; they stay where
    they are, and a check names them until somebody places them anew.
    """

    diff: FrameworkDiff
    renumbered: int
    homeless: tuple[str, ...]


def preview_move(workspace: Workspace, new: Framework) -> MoveReport:
    """Say what ``move_to_framework`` would do; changes nothing."""
    diff = compare(workspace.facts.framework, new)
    with workspace.database.reading() as session:
        return _reported(session.scalars(select(Placement)).all(), new, diff)


def move_to_framework(workspace: Workspace, new: Framework) -> MoveReport:
    """Take the workspace to ``new`` in one transaction, after a backup of the database.

    Placements follow a point that moved within its task; the responsibilities become those of the
    new version; the county's own units and the members of its groups stay.
    """
    with workspace.database.writing() as work:
        back_up(workspace.layout, work.now, f"before-{new.code}-{new.version}")
        add_missing_units(work.session, new, workspace.facts.county)
        report = adopt_framework(work, workspace.facts, new)
        work.session.execute(delete(Responsibility))
        seed_responsibilities(work.session, new, workspace.facts.county)
        work.commit()
    workspace.reload_facts()
    return report


def adopt_framework(work: UnitOfWork, facts: Facts, new: Framework) -> MoveReport:
    """Make ``new`` the set that the workspace works by, and take the placements along.

    What was marked as not applying goes along with its point. Each side counts up the version of
    its own rows, moved or not, and leaves that of the others' alone: what the owner made of the
    new set then counts wherever it is merged.
    """
    diff = compare(facts.framework, new)
    placements = work.session.scalars(select(Placement)).all()
    report = _reported(placements, new, diff)
    record = _take_in(work, new)
    by_office = facts.role is WorkspaceRole.OFFICE
    with unguarded(work.session):
        marks = work.session.scalars(select(NotApplicable))
        for row in (*placements, *marks, *work.session.scalars(select(CompletePoint))):
            if row.by_office is by_office:
                row.version += 1
            if target := diff.moves.get(_key(row)):
                row.point_number = target.number
                row.changed_at = work.now
    lists = load_choice(work.session, CHECKLISTS)
    if lists:
        moves = {str(old): str(new) for old, new in diff.moves.items()}
        save_choice(work, CHECKLISTS, {moves.get(k, k): found for k, found in lists.items()})
    work.session.scalars(select(WorkspaceInfo)).one().framework_id = record.id
    work.record(
        "framework.moved",
        new.reference,
        before=diff.old,
        changes=len(diff.changes),
        renumbered=report.renumbered,
        homeless=len(report.homeless),
    )
    return report


def _reported(placements: Iterable[Placement], new: Framework, diff: FrameworkDiff) -> MoveReport:
    live = [p for p in placements if p.removed_at is None]
    renumbered = sum(_key(p) in diff.moves for p in live)
    homeless = dict.fromkeys(p.item_id for p in live if not _has_home(p, new, diff))
    return MoveReport(diff, renumbered, tuple(homeless))


def _take_in(work: UnitOfWork, new: Framework) -> FrameworkRecord:
    record = FrameworkRecord(
        code=new.code,
        version=new.version,
        title=new.title,
        content=new.to_json(),
        content_sha256=new.fingerprint,
        installed_at=work.now,
    )
    work.session.add(record)
    work.session.flush()
    return record


def _key(row: Placement | NotApplicable | CompletePoint) -> PointKey:
    return PointKey(row.indicator_code, row.task_code, row.point_number or 0)


def _has_home(placement: Placement, new: Framework, diff: FrameworkDiff) -> bool:
    if _key(placement) in diff.moves:
        return True
    code, task_code, number = placement.indicator_code, placement.task_code, placement.point_number
    if not new.has_task(code, task_code):
        return False
    return number is None or new.task(code, task_code).point(number) is not None
