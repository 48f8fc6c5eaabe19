"""``figure``, ``mark``: a unit states a figure, or says that a task does not concern it."""

from typing import Annotated

import typer

from app.cli.arguments import AsJson, WorkspacePath, command
from app.cli.opening import open_workspace
from app.completeness.figures import place_of, state_figure
from app.completeness.marks import MarkPlace, mark_not_applicable, withdraw_mark
from app.review.errors import UnitNotNamed


def figure(
    workspace: WorkspacePath,
    value: Annotated[float, typer.Argument(metavar="数值", help="如 82、100、45")],
    indicator: Annotated[str, typer.Option("--indicator", help="指标编号")],
    unit: Annotated[
        str | None,
        typer.Option("--unit", help="责任单位；责任单位自己的工作区可不填", show_default=False),
    ] = None,
    method: Annotated[
        str | None,
        typer.Option(
            "--method", "--task", help="核验方式或任务；不填则为指标原文的要求", show_default=False
        ),
    ] = None,
    point: Annotated[
        int | None, typer.Option("--point", help="材料要点", show_default=False)
    ] = None,
    threshold: Annotated[
        str | None,
        typer.Option("--threshold", help="量化要求的说法，可只写一部分", show_default=False),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """填报量化要求的实际数值，如满意率、办复率。"""
    with command(as_json=as_json) as output, open_workspace(workspace) as opened:
        named = unit or opened.facts.unit_name or ""
        chosen = opened.registry().unit(named)
        framework = opened.facts.framework
        wanted = framework.find_task(indicator, method).code if method else None
        place = place_of(framework, indicator, wanted, point)
        with opened.database.writing() as work:
            stated = state_figure(work, place, chosen.id, value, threshold)
            work.commit()
        met = stated.comparator.holds(value, stated.value)
        verdict = "达到要求" if met else "未达到要求"
        output.line(f"已填：{stated.text}，{chosen.name} {value:g}{stated.unit}（{verdict}）")
        output.document(
            {
                "place": place.key,
                "threshold": stated.text,
                "unit": chosen.name,
                "value": value,
                "met": met,
            }
        )


def mark(
    workspace: WorkspacePath,
    indicator: Annotated[str, typer.Option("--indicator", help="指标编号")],
    method: Annotated[str, typer.Option("--method", "--task", help="核验方式或任务，如 材料查证")],
    reason: Annotated[
        str, typer.Option("--reason", help="为什么不涉及，如 本单位没有行政执法职能")
    ] = "",
    point: Annotated[
        int | None,
        typer.Option("--point", help="材料要点；不填则为这条核验任务的全部", show_default=False),
    ] = None,
    unit: Annotated[
        str | None,
        typer.Option("--unit", help="责任单位；责任单位自己的工作区可不填", show_default=False),
    ] = None,
    withdraw: Annotated[bool, typer.Option("--withdraw", help="取消原来的标注")] = False,
    as_json: AsJson = False,
) -> None:
    """把一条核验任务或其中一个材料要点标为“本单位不涉及”，并写明原因。"""
    with command(as_json=as_json) as output, open_workspace(workspace) as opened:
        named = unit or opened.facts.unit_name
        if not named:
            raise UnitNotNamed
        place = MarkPlace(named, indicator, method, point)
        if withdraw:
            place = withdraw_mark(opened, place)
        else:
            place = mark_not_applicable(opened, place, reason)
        task = opened.facts.framework.task_name(place.indicator, place.task_code)
        where = f"要点 {place.point}" if place.point is not None else "全部要点"
        told = f"{place.unit}　指标{place.indicator}　{task}　{where}"
        output.line(f"已取消：{told}" if withdraw else f"已标为不涉及：{told}")
        output.document(
            {
                "unit": place.unit,
                "indicator": place.indicator,
                "task": place.task_code,
                "point": place.point,
                "not_applicable": not withdraw,
            }
        )
