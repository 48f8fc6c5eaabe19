"""``juanzong selfcheck …``: what each unit says about itself (自查自评)."""

from typing import Annotated, Any

import typer

from app.cli.arguments import AsJson, WorkspacePath, command
from app.cli.opening import open_workspace
from app.cli.output.tables import simple_table
from app.names.review import ASSESSMENT_NAMES
from app.review.errors import UnitNotNamed
from app.selfcheck.checks import CheckLine, UnitCheck
from app.selfcheck.errors import AssessmentUnknown
from app.selfcheck.service import (
    StatementEdit,
    read_check,
    read_checks,
    state,
    withdraw_statement,
)
from app.workspace.opening import Workspace
from models.vocabulary import SelfAssessment

UnitName = Annotated[
    str | None,
    typer.Option("--unit", help="责任单位；责任单位自己的工作区可不填", show_default=False),
]
Indicator = Annotated[str, typer.Option("--indicator", help="指标编号")]


def list_all(workspace: WorkspacePath, as_json: AsJson = False) -> None:
    """各单位自查进度：填了几项，自评如何。"""
    with command(as_json=as_json) as output:
        with open_workspace(workspace, read_only=True) as opened:
            own = opened.facts.unit_name
            with opened.database.reading() as session:
                checks = read_checks(session, opened.facts.framework, opened.registry())
        shown = [check for check in checks if own in {None, check.unit}]
        table = simple_table("责任单位", "指标", "已填", "%", *ASSESSMENT_NAMES.values())
        for check in shown:
            counts = (check.assessments.get(a, 0) for a in ASSESSMENT_NAMES)
            figures = (check.total, check.done, check.percent, *counts)
            table.add_row(check.unit, *map(str, figures))
        output.table(table)
        output.document([_check_json(check) for check in shown])


def show(workspace: WorkspacePath, unit: UnitName = None, as_json: AsJson = False) -> None:
    """一个单位的自查自评，逐项列出。"""
    with command(as_json=as_json) as output:
        with open_workspace(workspace, read_only=True) as opened:
            named = _unit(opened, unit)
            with opened.database.reading() as session:
                check = read_check(session, opened.facts.framework, opened.registry(), named)
        table = simple_table("指标", "自评", "分", "自查情况", "存在问题")
        for line in check.lines:
            said = line.statement
            table.add_row(
                line.heading,
                ASSESSMENT_NAMES[said.assessment] if said and said.assessment else "未填",
                f"{said.score:g}" if said and said.score is not None else "",
                said.statement if said else "",
                said.problems if said else "",
            )
        output.table(table)
        output.line(f"{check.unit}：{check.total} 项，已填 {check.done} 项。", "bold")
        output.document({**_check_json(check), "lines": [_line_json(x) for x in check.lines]})


def set_one(
    workspace: WorkspacePath,
    indicator: Indicator,
    unit: UnitName = None,
    assessment: Annotated[
        str | None,
        typer.Option("--assessment", help="自评：完成、基本完成、未完成", show_default=False),
    ] = None,
    statement: Annotated[
        str | None, typer.Option("--statement", help="自查情况", show_default=False)
    ] = None,
    problems: Annotated[
        str | None, typer.Option("--problems", help="存在问题", show_default=False)
    ] = None,
    score: Annotated[
        float | None, typer.Option("--score", help="自评分", show_default=False)
    ] = None,
    as_json: AsJson = False,
) -> None:
    """填写一项指标的自查自评；只改写明的各栏。"""
    with command(as_json=as_json) as output, open_workspace(workspace) as opened:
        judged = _assessment(assessment) if assessment else None
        named = _unit(opened, unit)
        state(opened, named, indicator, StatementEdit(judged, statement, problems, score))
        code = opened.facts.framework.indicator(indicator).code
        with opened.database.reading() as session:
            check = read_check(session, opened.facts.framework, opened.registry(), named)
        line = next(line for line in check.lines if line.indicator == code)
        output.line("已填写。" if line.complete else "已填写，还不完整。")
        output.document(_line_json(line))


def clear(
    workspace: WorkspacePath, indicator: Indicator, unit: UnitName = None, as_json: AsJson = False
) -> None:
    """撤回一项指标的自查自评。"""
    with command(as_json=as_json) as output, open_workspace(workspace) as opened:
        withdraw_statement(opened, _unit(opened, unit), indicator)
        output.line("已撤回。")
        output.document({"indicator": indicator})


def _unit(opened: Workspace, unit: str | None) -> str:
    named = unit or opened.facts.unit_name
    if not named:
        raise UnitNotNamed
    return opened.registry().unit(named).name


def _assessment(text: str) -> SelfAssessment:
    for assessment, name in ASSESSMENT_NAMES.items():
        if text in {name, assessment.value}:
            return assessment
    raise AssessmentUnknown(text)


def _check_json(check: UnitCheck) -> dict[str, Any]:
    return {
        "unit": check.unit,
        "indicators": check.total,
        "done": check.done,
        "percent": check.percent,
        "missing": list(check.missing),
        "assessments": {a.value: n for a, n in check.assessments.items()},
    }


def _line_json(line: CheckLine) -> dict[str, Any]:
    said = line.statement
    return {
        "indicator": line.indicator,
        "role": line.role.value,
        "complete": line.complete,
        "assessment": said.assessment.value if said and said.assessment else None,
        "statement": said.statement if said else "",
        "problems": said.problems if said else "",
        "score": said.score if said else None,
        "by_office": said.by_office if said else None,
    }
