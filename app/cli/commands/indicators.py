"""``indicators``: what each indicator asks for."""

from typing import Annotated, Any

import typer

from app.cli.arguments import AsJson, OnlyUnit, WorkspacePath, command
from app.cli.opening import open_workspace
from app.framework.schema import Framework, Indicator
from app.framework.values import EvidencePoint
from app.workspace.registry import Registry

MethodOption = Annotated[
    str | None,
    typer.Option("--method", help="只看这种核验方式的，如 材料查证", show_default=False),
]


def indicators(
    workspace: WorkspacePath,
    unit: OnlyUnit = None,
    method: MethodOption = None,
    as_json: AsJson = False,
) -> None:
    """列出指标、核验任务、材料要点和责任单位。"""
    with command(as_json=as_json) as output:
        with open_workspace(workspace, read_only=True) as opened:
            registry, framework = opened.registry(), opened.facts.framework
            mine = unit or opened.facts.unit_name
        wanted = framework.find_method(method).id if method else None
        codes = registry.indicators_of(registry.unit(mine).name) if mine else None
        rows = [
            row
            for indicator in framework.indicators
            if codes is None or indicator.code in codes
            if (row := _indicator_row(framework, registry, indicator, wanted))["tasks"]
        ]
        for row in rows:
            output.line(f"{row['heading']}　{row['statement']}", "bold")
            for task in row["tasks"]:
                output.line(f"  {task['name']}")
                for point in task["points"]:
                    output.line(f"    {point['number']}. {point['text']}")
        output.line(f"共 {len(rows)} 项指标，{sum(len(r['tasks']) for r in rows)} 条核验任务。")
        output.document(rows)


def _indicator_row(
    framework: Framework,
    registry: Registry,
    indicator: Indicator,
    wanted: str | None,
) -> dict[str, Any]:
    return {
        "code": indicator.code,
        "kind": indicator.kind,
        "heading": indicator.heading,
        "category": framework.category_path(indicator.category)[0].name,
        "statement": indicator.statement,
        "tasks": [
            {
                "task": task.code,
                "name": framework.task_name(indicator.code, task.code),
                "method": task.method,
                "method_name": framework.method_name(task.method),
                "requirement": task.requirement,
                "points": [_point_row(p) for p in task.points],
            }
            for task in indicator.tasks
            if wanted in {None, task.method}
        ],
        "units": [
            {"name": part.unit, "role": part.role.value}
            for part in registry.responsible.get(indicator.code, ())
        ],
    }


def _point_row(point: EvidencePoint) -> dict[str, Any]:
    return {
        "number": point.number,
        "text": point.text,
        "since_year": point.since_year,
        "per_year": point.per_year,
        "thresholds": [
            # Not by pydantic, which would build all its serializers for that.
            {"text": t.text, "comparator": t.comparator.value, "value": t.value, "unit": t.unit}
            for t in point.thresholds
        ],
    }
