"""What reviews found, as rectification notices: one for each case that fell short."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from app.rectification.service import NoticeDraft, open_notice_in
from app.rectification.stored import grow
from app.unit_of_work import UnitOfWork
from app.verification.case_review.draws import DrawnCase
from app.verification.case_review.papers import defect_words, tasks_served
from app.verification.case_review.scores import Reviewed
from app.verification.case_review.scoring import CaseState
from app.workspace.access import demand_office
from app.workspace.opening import Workspace
from models import RectificationNotice


@dataclass(frozen=True, slots=True)
class CaseProblem:
    """A case that fell short, and the words of its notice."""

    case: DrawnCase
    problem: str


@dataclass(frozen=True, slots=True)
class Opened:
    """The notices that were opened, and the cases left alone: with a notice already, or no task."""

    notices: tuple[str, ...]
    known: tuple[DrawnCase, ...]
    placeless: tuple[DrawnCase, ...]


def problems_of(reviewed: Reviewed, unit: str = "") -> tuple[CaseProblem, ...]:
    """The decided cases with defects, of all units or of one. Pure."""
    found = []
    for case in reviewed.draw.cases:
        outcome = reviewed.outcomes[case.draw_id, case.case_id]
        if outcome.state is not CaseState.DECIDED or unit not in {"", case.unit}:
            continue
        words = defect_words(reviewed.draw.sheet_of(case), outcome)
        if words:
            problem = f"案卷评查“{reviewed.draw.name}”：{case.number} 不符合：{words}"
            found.append(CaseProblem(case, problem))
    return tuple(found)


def open_notices(
    workspace: Workspace,
    reviewed: Reviewed,
    problems: Sequence[CaseProblem],
    *,
    demand: str = "",
    deadline: str = "",
) -> Opened:
    """Open a notice for each problem, all or none; one that has a notice already gets no other.

    Raises:
        OfficeOnly: the workspace is a unit's.
        DayNotUnderstood: the deadline is no day.
        WorkspaceReadOnly: the workspace is open for reading only.
    """
    demand_office(workspace)
    framework, registry = workspace.facts.framework, workspace.registry()
    opened, known, placeless = [], [], []
    with workspace.database.writing() as work:
        there = _told(work)
        for problem in problems:
            case = problem.case
            tasks = tasks_served(reviewed.draw.sheet_of(case), framework, registry, case.unit)
            unit_id = registry.unit(case.unit).id
            if (unit_id, problem.problem) in there:
                known.append(case)
            elif not tasks:
                placeless.append(case)
            else:
                draft = NoticeDraft(
                    unit_id,
                    tasks[0].indicator,
                    problem.problem,
                    demand,
                    deadline,
                    task_code=tasks[0].task_code,
                )
                opened.append(open_notice_in(work, workspace, draft))
        if opened:
            work.commit()
    return Opened(tuple(opened), tuple(known), tuple(placeless))


def withdraw_notices(workspace: Workspace, notices: Sequence[str]) -> None:
    """Take back notices that were just opened. Raises: see ``open_notices``."""
    demand_office(workspace)
    with workspace.database.writing() as work:
        for notice in notices:
            row = work.session.get(RectificationNotice, notice)
            if row is not None and row.removed_at is None:
                row.removed_at = work.now
                grow(work, row)
                work.record("notice.removed", row.id, number=row.number)
        work.commit()


def _told(work: UnitOfWork) -> frozenset[tuple[str, str]]:
    """The units and problems of the notices that are there."""
    query = select(RectificationNotice.unit_id, RectificationNotice.problem).where(
        RectificationNotice.removed_at.is_(None)
    )
    return frozenset((unit, problem) for unit, problem in work.session.execute(query))
