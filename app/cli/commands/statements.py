"""``figure``, ``mark``: a unit states a figure, or says that a task does not concern it."""

from typing import Annotated

import typer

from app.cli.arguments import AsJson, WorkspacePath, command
from app.cli.opening import open_services, open_workspace
from app.completeness.errors import FigureNotNamed
from app.completeness.figures import place_of, state_figure, threshold_of, withdraw_figure
from app.completeness.marks import demanded, list_places, put_marks
from app.completeness.rows import FigureRow, Period, since_year_of
from app.completeness.years import figure_years, is_yearly
from app.dossier.planning.naming import number_list
from app.framework.listed import listed_indicators
from app.names.completeness import figure_value
from app.review.errors import UnitNotNamed
from app.terms import task_heading


def figure(
    workspace: WorkspacePath,
    indicator: Annotated[str, typer.Option("--indicator", help="指标编号")],
    value: Annotated[
        float | None,
        typer.Argument(metavar="数值", help="如 82、100、45；取消时不写", show_default=False),
    ] = None,
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
    year: Annotated[
        int | None,
        typer.Option(
            "--year",
            help="哪一年的数值；原文要求“每年”“20XX年以来”的逐年填",
            min=1990,
            max=2199,
            show_default=False,
        ),
    ] = None,
    withdraw: Annotated[bool, typer.Option("--withdraw", help="取消原来填的数值")] = False,
    as_json: AsJson = False,
) -> None:
    """填报量化要求的实际数值，如满意率、办复率。"""
    with command(as_json=as_json) as output, open_services(workspace) as services:
        opened = services.workspace
        named = unit or opened.facts.unit_name or ""
        chosen = opened.registry().unit(named)
        framework = opened.facts.framework
        wanted = framework.find_task(indicator, method).code if method else None
        place = place_of(framework, indicator, wanted, point)
        if (value is None) is not withdraw:
            raise FigureNotNamed
        stated = threshold_of(place, threshold)
        gone = False
        with opened.database.writing() as work:
            if value is None:
                gone = withdraw_figure(work, place, chosen.id, threshold, year or 0)
            else:
                state_figure(work, place, chosen.id, value, threshold, year or 0)
            work.commit()
        met = None
        if value is None:
            of_year = f" {year}年" if year else ""
            told = "已取消" if gone else "本来没有填"
            output.line(f"{told}：{stated.text}，{chosen.name}{of_year}")
        else:
            met = stated.comparator.holds(value, stated.value)
            verdict = "达到要求" if met else "未达到要求"
            told = figure_value(FigureRow(place.key, "", "", value, year or 0), stated.unit)
            output.line(f"已填：{stated.text}，{chosen.name} {told}（{verdict}）")
        asked = framework.point(indicator, wanted, point or 1) if wanted else None
        if value is not None and is_yearly(stated, asked):
            since = since_year_of(framework.indicator(indicator))
            years = figure_years(stated, asked, since, Period(services.last_year()))
            if year not in years:
                named_years = number_list(list(years))
                output.line(f"这项要求按年度填报，请用 --year 逐年填写：{named_years}年", "yellow")
        output.document(
            {
                "place": place.key,
                "threshold": stated.text,
                "unit": chosen.name,
                "value": value,
                "year": year,
                "met": met,
            }
        )


def mark(
    workspace: WorkspacePath,
    indicator: Annotated[
        list[str], typer.Option("--indicator", help="指标编号，可写几项，如 3、5-9；可重复")
    ],
    method: Annotated[
        list[str] | None,
        typer.Option(
            "--method",
            "--task",
            help="核验方式或任务，如 材料查证，可重复；不填则为本单位负责的全部任务",
            show_default=False,
        ),
    ] = None,
    reason: Annotated[
        str, typer.Option("--reason", help="为什么不涉及，如 本单位没有行政执法职能")
    ] = "",
    point: Annotated[
        list[int] | None,
        typer.Option(
            "--point", help="材料要点，可重复；不填则为核验任务的全部", show_default=False
        ),
    ] = None,
    unit: Annotated[
        str | None,
        typer.Option("--unit", help="责任单位；责任单位自己的工作区可不填", show_default=False),
    ] = None,
    withdraw: Annotated[bool, typer.Option("--withdraw", help="取消原来的标注")] = False,
    as_json: AsJson = False,
) -> None:
    """把核验任务或其中的材料要点标为“本单位不涉及”，并写明原因；可以一次标几项，要么全标上，要么都不变。"""
    with command(as_json=as_json) as output, open_workspace(workspace) as opened:
        named = unit or opened.facts.unit_name
        if not named:
            raise UnitNotNamed
        framework = opened.facts.framework
        codes = listed_indicators(framework, indicator)
        places = list_places(framework, opened.registry(), named, codes, method or (), point or ())
        changed = put_marks(opened, demanded(opened, places, None if withdraw else reason))
        touched = {said.place for said in changed}
        for place in places:
            where = f"要点 {place.point}" if place.point is not None else "全部要点"
            task = framework.task_name(place.indicator, place.task_code)
            told = f"{place.unit}　{task_heading(place.indicator, task, where)}"
            done = "已取消" if withdraw else "已标为不涉及"
            output.line(f"{done if place in touched else '没有变动'}：{told}")
        if len(places) > 1:
            output.line(f"共 {len(places)} 处，变动 {len(touched)} 处", "bold")
        listed = [
            {
                "unit": place.unit,
                "indicator": place.indicator,
                "task": place.task_code,
                "point": place.point,
                "not_applicable": not withdraw,
                "changed": place in touched,
            }
            for place in places
        ]
        output.document({**listed[0], "places": listed})
