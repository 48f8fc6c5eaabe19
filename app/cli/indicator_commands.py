"""``indicators``, ``status``, ``figure``, ``mark``: what is asked for, and how far it is there."""

from typing import Annotated, Any

import typer

from app.bootstrap import Services
from app.cli.arguments import AsJson, OnlyUnit, WorkspacePath, command
from app.cli.console import Output, simple_table
from app.cli.opening import open_services, open_workspace
from app.completeness.figures import place_of, state_figure
from app.completeness.marks import MarkPlace, mark_not_applicable, withdraw_mark
from app.completeness.states import Completeness, Filing, IndicatorState, PointState, Tally
from app.completeness.summary import status_json
from app.evidence.listing import FiledRow, FindingCount, count_findings, list_filed
from app.evidence.numbering import BindingOrder
from app.framework.lookup import parse_method
from app.framework.schema import EvidencePoint, Framework, Indicator
from app.review.errors import UnitNotNamed
from app.terms import METHOD_NAMES
from app.wording import STATE_NAMES, describe_point, problem_name
from app.workspace.registry import Registry
from models.vocabulary import VerificationMethod

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
        wanted = parse_method(method) if method else None
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
                output.line(f"  {task['method_name']}")
                for point in task["points"]:
                    output.line(f"    {point['number']}. {point['text']}")
        output.line(f"共 {len(rows)} 项指标，{sum(len(r['tasks']) for r in rows)} 条核验任务。")
        output.document(rows)


def _indicator_row(
    framework: Framework,
    registry: Registry,
    indicator: Indicator,
    wanted: VerificationMethod | None,
) -> dict[str, Any]:
    return {
        "code": indicator.code,
        "kind": indicator.kind.value,
        "heading": indicator.heading,
        "category": framework.category(indicator.category).name,
        "statement": indicator.statement,
        "tasks": [
            {
                "method": task.method.value,
                "method_name": METHOD_NAMES[task.method],
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
        "thresholds": [t.model_dump(mode="json") for t in point.thresholds],
    }


def status(workspace: WorkspacePath, unit: OnlyUnit = None, as_json: AsJson = False) -> None:
    """查看齐备情况：哪些要点有材料，缺什么，哪些文件待处理。"""
    with command(as_json=as_json) as output:
        with open_services(workspace, read_only=True) as services:
            completeness = services.completeness()
            facts = services.workspace.facts
            named = unit or facts.unit_name
            chosen = services.workspace.registry().unit(named).name if named else None
            filed = _filed(services, chosen)
        if chosen:
            _show_unit(output, completeness, chosen)
        else:
            _show_whole(output, completeness, facts.framework)
        waiting = [_waiting(row) for row in filed if row.blocked]
        for entry in waiting:
            names = "、".join(problem_name(kind) for kind in entry["problems"])
            output.line(f"待处理 指标{entry['indicator']}：{entry['file']}（{names}）", "yellow")
        found = count_findings(filed)
        _show_findings(output, found)
        output.document(
            {
                "unit": chosen,
                **status_json(completeness),
                "pending": waiting,
                "findings": {
                    "open": found.open,
                    "items": found.items,
                    "dismissed": found.dismissed,
                    "by_kind": {kind.value: count for kind, count in found.by_kind.items()},
                },
            }
        )


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
        typer.Option("--method", help="核验方式；不填则为指标原文的要求", show_default=False),
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
        wanted = parse_method(method) if method else None
        place = place_of(opened.facts.framework, indicator, wanted, point)
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
    method: Annotated[str, typer.Option("--method", help="核验方式，如 材料查证")],
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
        place = MarkPlace(named, indicator, parse_method(method), point)
        if withdraw:
            place = withdraw_mark(opened, place)
        else:
            place = mark_not_applicable(opened, place, reason)
        where = f"要点 {place.point}" if place.point is not None else "全部要点"
        told = f"{place.unit}　指标{place.indicator}　{METHOD_NAMES[place.method]}　{where}"
        output.line(f"已取消：{told}" if withdraw else f"已标为不涉及：{told}")
        output.document(
            {
                "unit": place.unit,
                "indicator": place.indicator,
                "method": place.method.value,
                "point": place.point,
                "not_applicable": not withdraw,
            }
        )


def _filed(services: Services, unit: str | None) -> list[FiledRow]:
    workspace = services.workspace
    order = BindingOrder.of(workspace.facts.framework, workspace.registry())
    with workspace.database.reading() as session:
        return [row for row in list_filed(session, order) if unit in {None, row.unit}]


def _waiting(row: FiledRow) -> dict[str, Any]:
    return {
        "item": row.item,
        "number": row.number,
        "indicator": row.indicator,
        "method": row.method.value,
        "unit": row.unit,
        "file": row.file_name,
        "problems": [problem.kind.value for problem in row.problems],
    }


def _show_findings(output: Output, found: FindingCount) -> None:
    if found.open:
        kinds = "、".join(f"{problem_name(kind)} {n}" for kind, n in found.by_kind.items())
        output.line(f"存疑 {found.open} 条，涉及 {found.items} 件（{kinds}）", "yellow")
    if found.dismissed:
        output.line(f"已核实的存疑 {found.dismissed} 条")


def _show_whole(output: Output, completeness: Completeness, framework: Framework) -> None:
    whole = completeness.whole
    output.line(
        f"材料要点 {whole.total} 个：已有材料 {whole.proved}{_exempt(whole)}，"
        f"待处理 {whole.waiting}，缺 {whole.missing}（{whole.percent}%）",
        "bold",
    )
    table = simple_table("类目", "要点", "已有", "不涉及", "待处理", "缺", "%")
    for code, tally in completeness.categories.items():
        table.add_row(framework.category(code).name, *_cells(tally))
    for method, tally in completeness.methods.items():
        table.add_row(METHOD_NAMES[method], *_cells(tally))
    output.table(table)
    table = simple_table("指标", "状态", "已齐/要点", "缺口")
    for indicator in completeness.indicators:
        tally = indicator.tally
        if any(task.filing.items or _marked(task.filing) for task in indicator.tasks):
            gaps = "；".join(_gaps(indicator))
            table.add_row(
                indicator.code,
                STATE_NAMES[indicator.state],
                f"{tally.covered}/{tally.total}",
                gaps,
            )
    output.table(table)


def _show_unit(output: Output, completeness: Completeness, unit: str) -> None:
    tally = completeness.units.get(unit, Tally())
    output.line(
        f"{unit}：材料要点 {tally.total} 个，已有材料 {tally.proved}{_exempt(tally)}，"
        f"待处理 {tally.waiting}，缺 {tally.missing}（{tally.percent}%）",
        "bold",
    )
    slots = completeness.slots(unit)
    marked = any(_marked(slot.filing) for slot in slots)
    columns = ("指标", "核验方式", "状态", "已齐/要点", "还缺")
    table = simple_table(*columns, *(["不涉及"] if marked else []))
    for slot in slots:
        missing = [p for p in slot.filing.points if not p.covered]
        count = slot.filing.tally
        table.add_row(
            slot.indicator,
            METHOD_NAMES[slot.method],
            STATE_NAMES[slot.filing.state],
            f"{count.covered}/{count.total}",
            "；".join(f"{p.point.number}. {p.point.text}" for p in missing),
            *(["；".join(_own_reasons(slot.filing))] if marked else []),
        )
    output.table(table)


def _gaps(indicator: IndicatorState) -> list[str]:
    found = []
    for task in indicator.tasks:
        name = METHOD_NAMES[task.method]
        found += [
            f"{name} {point.point.number} {_told(point)}"
            for point in task.filing.points
            if not point.covered or point.has_gap or point.marks
        ]
        if task.filing.unassigned:
            found.append(f"{name} 有 {len(task.filing.unassigned)} 件未归要点")
    return found


def _told(point: PointState) -> str:
    missing = "" if point.items or point.not_applicable else "缺材料"
    return "；".join(filter(None, (missing, describe_point(point))))


def _cells(tally: Tally) -> tuple[str, ...]:
    values = (tally.total, tally.proved, tally.exempt, tally.waiting, tally.missing, tally.percent)
    return tuple(map(str, values))


def _exempt(tally: Tally) -> str:
    return f"，不涉及 {tally.exempt}" if tally.exempt else ""


def _marked(filing: Filing) -> bool:
    return any(point.marks for point in filing.points)


def _own_reasons(filing: Filing) -> list[str]:
    """Why points of a slot do not apply, each reason once with the points that it is said of."""
    points: dict[str, list[str]] = {}
    for point in filing.points:
        for said in dict.fromkeys(row.reason for row in point.marks):
            points.setdefault(said, []).append(str(point.point.number))
    return [f"要点{'、'.join(numbers)}：{said}" for said, numbers in points.items()]
