"""Defects of case files become notices of 整改: one for each unit and standard, with the cases."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.names.verification.case_defects import DEMAND, problem_words
from app.rectification.reading import read_register
from app.rectification.service import NoticeDraft, open_notice_in, set_removed_in
from app.rectification.vocabulary import NoticeState
from app.verification.case_review.cases import METHOD
from app.verification.case_review.scores import Reviewed
from app.verification.case_review.scoring import CaseState
from app.verification.case_review.sheet_schema import ReviewSheet
from app.workspace.opening import Workspace
from app.workspace.registry import Registry


@dataclass(frozen=True, slots=True)
class CaseProblem:
    """A standard that cases of a unit did not meet; ``of`` decided cases were reviewed by it."""

    unit: str
    category: str
    standard: str
    text: str
    basic: bool
    cases: tuple[str, ...]
    of: int

    @property
    def words(self) -> str:
        """The problem as a notice says it."""
        return problem_words(self.category, self.text, self.cases, self.of)


def problems_of(reviewed: Reviewed, unit: str = "") -> tuple[CaseProblem, ...]:
    """The problems of the decided cases, by unit; basic standards come first. Pure."""
    decided: dict[tuple[str, str], int] = {}
    found: dict[tuple[str, str, str], list[str]] = {}
    sheets: dict[tuple[str, str], ReviewSheet] = {}
    for case in reviewed.draw.cases:
        outcome = reviewed.outcomes[case.draw_id, case.case_id]
        if outcome.state is not CaseState.DECIDED or unit not in {"", case.unit}:
            continue
        place = (case.unit, case.category)
        decided[place] = decided.get(place, 0) + 1
        sheets.setdefault(place, reviewed.draw.sheet_of(case))
        for standard in (*outcome.failed, *outcome.defects):
            found.setdefault((*place, standard), []).append(case.number)
    return tuple(
        CaseProblem(
            *place,
            one.id,
            one.text,
            one in sheet.basics,
            tuple(found[(*place, one.id)]),
            decided[place],
        )
        for place, sheet in sheets.items()
        for one in (*sheet.basics, *sheet.generals)
        if (*place, one.id) in found
    )


def open_case_notices(
    workspace: Workspace, reviewed: Reviewed, problems: Sequence[CaseProblem], deadline: str = ""
) -> tuple[str, ...]:
    """Open a notice for each problem that has no open one yet, all or none; returns their ids.

    Raises:
        OfficeOnly: the workspace is a unit's.
        DayNotUnderstood: the deadline is no day.
        WorkspaceReadOnly: the workspace is open for reading only.
    """
    registry = workspace.registry()
    sheets = {
        (case.unit, case.category): reviewed.draw.sheet_of(case) for case in reviewed.draw.cases
    }
    with workspace.database.writing() as work:
        there = {
            (row.notice.unit, row.notice.problem)
            for row in read_register(work.session, workspace.today())
            if row.state is not NoticeState.CLOSED
        }
        opened = []
        for problem in problems:
            place = _place(workspace, registry, problem.unit, sheets[problem.unit, problem.category])
            if place is None or (problem.unit, problem.words) in there:
                continue
            indicator, task = place
            draft = NoticeDraft(
                registry.unit(problem.unit).id,
                indicator,
                problem.words,
                demand=DEMAND,
                deadline=deadline,
                task_code=task,
                found_by=reviewed.draw.name,
            )
            opened.append(open_notice_in(work, workspace, draft))
        if opened:
            work.commit()
        return tuple(opened)


def mark_case_notices(workspace: Workspace, notices: Sequence[str], *, removed: bool) -> None:
    """Take notices back that were opened together, or bring them back. Raises as above."""
    with workspace.database.writing() as work:
        for notice in notices:
            set_removed_in(work, workspace, notice, removed=removed)
        work.commit()


def _place(
    workspace: Workspace, registry: Registry, unit: str, sheet: ReviewSheet
) -> tuple[str, str] | None:
    """The first task with case reviews that the sheet serves and the unit answers for."""
    framework = workspace.facts.framework
    served = sheet.serves.get(framework.code, ())
    for indicator in framework.indicators:
        for task in indicator.tasks if indicator.code in served else ():
            if task.method == METHOD and unit in registry.units_of(indicator.code, task.code):
                return indicator.code, task.code
    return None
