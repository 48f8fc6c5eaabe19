"""Writing and reading self-check statements; a unit owns its statements."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.framework.schema import Framework
from app.selfcheck.checks import CheckLine, StatementRow, UnitCheck
from app.selfcheck.errors import ScoreInvalid
from app.workspace.access import demand_own, is_office
from app.workspace.errors import NotResponsible
from app.workspace.opening import Workspace
from app.workspace.registry import Registry, UnitRow
from models import SelfCheck
from models.vocabulary import SelfAssessment

_NAMESPACE = uuid.UUID("0192b6d0-9c44-7a10-b0f6-2f6a1e8d7730")
#: Scores are not public; this only keeps slips of the keyboard out.
HIGHEST_SCORE = 1000.0


@dataclass(frozen=True, slots=True)
class StatementEdit:
    """Changes to a statement; None leaves a field as it is.

    ``no_assessment`` and ``no_score`` take the one or the other away.
    """

    assessment: SelfAssessment | None = None
    statement: str | None = None
    problems: str | None = None
    score: float | None = None
    no_score: bool = False
    no_assessment: bool = False


def state(workspace: Workspace, unit: str, indicator: str, edit: StatementEdit) -> None:
    """Say how far a unit is under an indicator; in the office's workspace in the unit's stead.

    Raises:
        IndicatorUnknown, UnitUnknown: there is no such indicator or unit.
        NotResponsible: the unit does not answer for the indicator.
        UnitOnly: it is another unit.
        ScoreInvalid: the score is out of the possible.
        WorkspaceReadOnly: the workspace is open for reading only.
    """
    registry = workspace.registry()
    row_of = registry.unit(unit)
    code = workspace.facts.framework.indicator(indicator).code
    if code not in registry.indicators_of(row_of.name):
        raise NotResponsible(row_of.name, code)
    demand_own(workspace, row_of.id)
    if edit.score is not None and not 0 <= edit.score <= HIGHEST_SCORE:
        raise ScoreInvalid(f"{edit.score:g}")
    by_office = is_office(workspace)
    with workspace.database.writing() as work:
        row_id = statement_id(row_of.id, code, by_office=by_office)
        row = work.session.get(SelfCheck, row_id)
        if row is None:
            row = SelfCheck(
                id=row_id,
                unit_id=row_of.id,
                indicator_code=code,
                by_office=by_office,
                statement="",
                problems="",
                version=0,
            )
            work.session.add(row)
        row.assessment = None if edit.no_assessment else edit.assessment or row.assessment
        row.statement = row.statement if edit.statement is None else edit.statement.strip()
        row.problems = row.problems if edit.problems is None else edit.problems.strip()
        row.score = None if edit.no_score else row.score if edit.score is None else edit.score
        row.stated_by, row.changed_at, row.removed_at = work.actor, work.now, None
        row.version += 1
        work.record(
            "selfcheck.stated",
            row.id,
            unit=row_of.name,
            indicator=code,
            assessment=row.assessment.value if row.assessment else "",
            statement=row.statement,
            problems=row.problems,
            score=row.score,
        )
        work.commit()


def withdraw_statement(workspace: Workspace, unit: str, indicator: str) -> None:
    """Take this side's statement back; nothing happens if there is none. Raises as ``state``."""
    row_of = workspace.registry().unit(unit)
    demand_own(workspace, row_of.id)
    code = workspace.facts.framework.indicator(indicator).code
    with workspace.database.writing() as work:
        row_id = statement_id(row_of.id, code, by_office=is_office(workspace))
        row = work.session.get(SelfCheck, row_id)
        if row is None or row.removed_at is not None:
            return
        row.removed_at = row.changed_at = work.now
        row.version += 1
        work.record("selfcheck.withdrawn", row.id, unit=row_of.name, indicator=code)
        work.commit()


def statement_id(unit_id: str, indicator: str, *, by_office: bool) -> str:
    """The id of a statement: the same wherever this side makes it."""
    side = "office" if by_office else "unit"
    return str(uuid.uuid5(_NAMESPACE, f"{unit_id}/{indicator}/{side}"))


def read_statements(session: Session) -> Mapping[tuple[str, str], StatementRow]:
    """Every statement by unit id and indicator; the unit's own comes before the office's."""
    query = (
        select(SelfCheck)
        .where(SelfCheck.removed_at.is_(None))
        .order_by(SelfCheck.by_office.desc(), SelfCheck.id)
    )
    return {
        (row.unit_id, row.indicator_code): StatementRow(
            row.unit_id,
            row.indicator_code,
            row.by_office,
            row.assessment,
            row.statement,
            row.problems,
            row.score,
            row.stated_by,
            row.changed_at,
        )
        for row in session.scalars(query)
    }


def read_check(session: Session, framework: Framework, registry: Registry, unit: str) -> UnitCheck:
    """A unit's self-check. Raises ``UnitUnknown``."""
    return _check(registry.unit(unit), framework, registry, read_statements(session))


def read_checks(
    session: Session, framework: Framework, registry: Registry
) -> tuple[UnitCheck, ...]:
    """The self-check of every unit that answers for something, in the registered order."""
    statements = read_statements(session)
    checks = (_check(unit, framework, registry, statements) for unit in registry.units)
    return tuple(check for check in checks if check.lines)


def _check(
    unit: UnitRow,
    framework: Framework,
    registry: Registry,
    statements: Mapping[tuple[str, str], StatementRow],
) -> UnitCheck:
    roles = {
        code: part.role
        for code, parts in registry.responsible.items()
        for part in parts
        if part.unit == unit.name
    }
    return UnitCheck(
        unit.id,
        unit.name,
        tuple(
            CheckLine(
                indicator.code,
                indicator.heading,
                indicator.statement,
                roles[indicator.code],
                statements.get((unit.id, indicator.code)),
                any(
                    unit.name in registry.leads(indicator.code, task.code)
                    or unit.name in registry.owing(indicator.code, task.code).units
                    for task in indicator.tasks
                ),
            )
            for indicator in framework.indicators
            if indicator.code in roles
        ),
    )
