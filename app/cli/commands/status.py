"""``status``: how complete the evidence is."""

from app.cli.arguments import AsJson, OnlyUnit, WorkspacePath, command
from app.cli.opening import open_services
from app.cli.output.console import Output
from app.cli.output.tables import simple_table
from app.completeness.checklists import load_expectations
from app.completeness.marks import read_marks
from app.completeness.reading import assess_filed, read_figures
from app.completeness.states import Completeness, Filing, IndicatorState, PointState, Tally
from app.completeness.summary import Json, status_json
from app.evidence.listing import FiledRow, FindingCount, count_findings, list_filed
from app.evidence.numbering import BindingOrder
from app.framework.schema import Framework
from app.names.completeness import STATE_NAMES, describe_point
from app.names.problems import problem_name
from app.names.verification.web_check import describe_standing
from app.terms import indicator_heading
from app.verification.answers import read_held
from app.verification.web_check.standing import Standing, standing_in


def status(workspace: WorkspacePath, unit: OnlyUnit = None, as_json: AsJson = False) -> None:
    """查看齐备情况：哪些要点有材料，缺什么，哪些文件待处理。"""
    with command(as_json=as_json) as output:
        with open_services(workspace, read_only=True) as services:
            opened = services.workspace
            facts, registry = opened.facts, opened.registry()
            named = unit or facts.unit_name
            chosen = registry.unit(named).name if named else None
            order = BindingOrder.of(facts.framework, registry)
            with opened.database.reading() as session:
                filed = list_filed(session, order)
                completeness = assess_filed(
                    facts.framework,
                    registry,
                    services.last_year(),
                    filed,
                    read_figures(session),
                    read_marks(session),
                    expectations=load_expectations(session),
                    held=read_held(session, facts.framework, registry, opened.layout),
                )
                targets = standing_in(session, registry, chosen or "")
        shown = [row for row in filed if chosen in {None, row.unit}]
        waiting = [_waiting(row) for row in shown if row.blocked]
        found = count_findings(shown)
        if as_json:
            document = _document(completeness, chosen, waiting, found)
            output.document(document | {"targets": _targets_json(targets)})
            return
        if chosen:
            _show_unit(output, completeness, facts.framework, chosen)
        else:
            _show_whole(output, completeness, facts.framework)
        for entry in waiting:
            names = "、".join(problem_name(kind) for kind in entry["problems"])
            where = indicator_heading(entry["indicator"])
            output.line(f"待处理　{where}：{entry['file']}（{names}）", "yellow")
        _show_findings(output, found)
        if targets.total:
            output.line(f"网络检索{describe_standing(*targets.told)}")


def _targets_json(standing: Standing) -> Json:
    return {
        "total": standing.total,
        "looked_up": standing.done,
        "contradicted": standing.contradicted,
        "nothing": standing.nothing,
    }


def _document(
    completeness: Completeness, unit: str | None, waiting: list[Json], found: FindingCount
) -> Json:
    return {
        "unit": unit,
        **status_json(completeness),
        "pending": waiting,
        "findings": {
            "open": found.open,
            "items": found.items,
            "dismissed": found.dismissed,
            "by_kind": {kind.value: count for kind, count in found.by_kind.items()},
        },
    }


def _waiting(row: FiledRow) -> Json:
    return {
        "item": row.item,
        "number": row.number,
        "indicator": row.indicator,
        "method": row.task_code,
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
    for category in framework.categories_in(None):
        if tally := completeness.categories.get(category.code):
            table.add_row(category.name, *_cells(tally))
    for method, tally in completeness.methods.items():
        table.add_row(framework.method_name(method), *_cells(tally))
    output.table(table)
    table = simple_table("指标", "状态", "已齐/要点", "缺口")
    for indicator in completeness.indicators:
        tally = indicator.tally
        if any(task.filing.anything or _marked(task.filing) for task in indicator.tasks):
            gaps = "；".join(_gaps(indicator, framework))
            table.add_row(
                indicator.code,
                STATE_NAMES[indicator.state],
                f"{tally.covered}/{tally.total}",
                gaps,
            )
    output.table(table)


def _show_unit(output: Output, completeness: Completeness, framework: Framework, unit: str) -> None:
    tally = completeness.units.get(unit, Tally())
    output.line(
        f"{unit}：材料要点 {tally.total} 个，已有材料 {tally.proved}{_exempt(tally)}，"
        f"待处理 {tally.waiting}，缺 {tally.missing}（{tally.percent}%）",
        "bold",
    )
    every = completeness.slots(unit)
    slots = [s for s in every if s.owing or s.filing.anything or _marked(s.filing)]
    marked = any(_marked(slot.filing) for slot in slots)
    columns = ("指标", "核验方式", "职责", "状态", "已齐/要点", "还缺")
    table = simple_table(*columns, *(["不涉及"] if marked else []))
    for slot in slots:
        missing = [p for p in slot.owed if not p.covered]
        count = slot.tally
        table.add_row(
            slot.indicator,
            framework.task_name(*slot.task),
            "牵头" if slot.lead else "参与",
            STATE_NAMES[slot.filing.state],
            f"{count.covered}/{count.total}" if count.total else "补充",
            "\n".join(f"{p.point.number}．{p.point.text}" for p in missing),
            *(["；".join(_own_reasons(slot.filing))] if marked else []),
        )
    output.table(table)
    if more := len({s.indicator for s in every} - {s.indicator for s in slots}):
        output.line(f"另有 {more} 项指标可以补充材料，不补不欠。")


def _gaps(indicator: IndicatorState, framework: Framework) -> list[str]:
    found = []
    for task in indicator.tasks:
        name = framework.task_name(*task.key)
        found += [
            f"{name} {point.point.number} {_told(point)}"
            for point in task.filing.points
            if not point.covered or point.has_gap or point.marks
        ]
        if task.filing.unassigned:
            found.append(f"{name} 有 {len(task.filing.unassigned)} 件未归要点")
    return found


def _told(point: PointState) -> str:
    missing = "" if point.anything or point.not_applicable else "缺材料"
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
