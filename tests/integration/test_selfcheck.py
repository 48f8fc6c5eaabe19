"""Self-check statements and how complete a unit's self-check is."""

import pytest

from app.errors import UnitUnknown
from app.framework.errors import IndicatorUnknown
from app.selfcheck.errors import ScoreInvalid
from app.selfcheck.service import (
    StatementEdit,
    read_check,
    read_checks,
    state,
    statement_id,
    withdraw_statement,
)
from app.workspace.errors import NotResponsible, UnitOnly
from models import SelfCheck
from models.vocabulary import SelfAssessment
from tests.support.workspaces import NOON, make_workspace

UNIT = "县司法局"


def check_of(workspace, unit=UNIT):
    with workspace.database.reading() as session:
        return read_check(session, workspace.facts.framework, workspace.registry(), unit)


def line_of(workspace, code="60"):
    return next(line for line in check_of(workspace).lines if line.indicator == code)


def test_a_statement_is_complete_when_it_says_what_is_lacking(workspace):
    before = check_of(workspace)
    assert (before.done, before.complete, "60" in before.missing) == (0, False, True)
    state(workspace, UNIT, "60", StatementEdit(SelfAssessment.MOSTLY, "已开展普法"))
    assert not line_of(workspace).complete
    state(workspace, UNIT, "60", StatementEdit(problems="两所学校未覆盖", score=8.5))
    line = line_of(workspace)
    assert line.complete
    assert line.statement is not None
    assert (line.statement.score, line.statement.statement) == (8.5, "已开展普法")
    state(workspace, UNIT, "第60项", StatementEdit(no_score=True))
    assert line_of(workspace).statement.score is None
    after = check_of(workspace)
    assert after.done == 1
    assert after.assessments == {SelfAssessment.MOSTLY: 1}
    assert "60" not in after.missing
    withdraw_statement(workspace, UNIT, "60")
    assert check_of(workspace).done == 0


def test_every_unit_has_its_indicators(workspace):
    with workspace.database.reading() as session:
        registry = workspace.registry()
        checks = read_checks(session, workspace.facts.framework, registry)
    assert {c.unit for c in checks} <= {u.name for u in registry.units}
    for check in checks:
        assert {line.indicator for line in check.lines} == registry.indicators_of(check.unit)
        # Its word is asked for where it leads or owes; it may speak of the others too.
        asked = {line.indicator for line in check.lines if line.asked}
        assert asked == registry.led_by(check.unit) | (
            registry.without_lead() & registry.indicators_of(check.unit)
        )
        assert (check.total, set(check.missing)) == (len(asked), asked)


def test_a_unit_speaks_only_of_what_it_answers_for(workspace, tmp_path, framework):
    registry = workspace.registry()
    foreign = next(
        i.code for i in framework.indicators if i.code not in registry.indicators_of(UNIT)
    )
    with pytest.raises(NotResponsible):
        state(workspace, UNIT, foreign, StatementEdit(statement="x"))
    with pytest.raises(ScoreInvalid):
        state(workspace, UNIT, "60", StatementEdit(score=-1))
    with pytest.raises(IndicatorUnknown):
        state(workspace, UNIT, "没有", StatementEdit())
    with pytest.raises(UnitUnknown):
        state(workspace, "没有", "60", StatementEdit())
    with make_workspace(tmp_path / "单位", framework, UNIT) as own:
        state(own, UNIT, "60", StatementEdit(SelfAssessment.ACHIEVED, "已完成"))
        assert line_of(own).complete
        other = next(u for u, c in _units_of(registry) if u != UNIT)
        code = next(c for u, c in _units_of(registry) if u == other)
        with pytest.raises(UnitOnly):
            state(own, other, code, StatementEdit(statement="x"))


def test_the_units_own_statement_comes_before_the_offices(workspace):
    state(workspace, UNIT, "60", StatementEdit(SelfAssessment.NOT_YET, "代填", "缺"))
    unit_id = workspace.registry().unit(UNIT).id
    with workspace.database.writing() as work:
        work.session.add(
            SelfCheck(
                id=statement_id(unit_id, "60", by_office=False),
                unit_id=unit_id,
                indicator_code="60",
                assessment=SelfAssessment.ACHIEVED,
                statement="自己填",
                stated_by="联络员",
                changed_at=NOON,
            )
        )
        work.commit()
    assert line_of(workspace).statement.statement == "自己填"


def _units_of(registry):
    return [(part.unit, code) for code, parts in registry.responsible.items() for part in parts]
