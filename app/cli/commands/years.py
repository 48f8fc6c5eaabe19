"""``years``: what lies in each year of the points that ask for years."""

from pathlib import Path
from typing import Annotated, Any

import typer

from app.cli.arguments import AsJson, OnlyUnit, WorkspacePath, command
from app.cli.naming import named_item
from app.cli.opening import open_services
from app.cli.output.tables import simple_table
from app.completeness.reading import read_completeness
from app.completeness.year_matrix import YearRow, year_rows, years_in
from app.evidence.chosen_years import choose_years
from app.evidence.errors import YearNotPossible
from app.evidence.listing import list_filed
from app.evidence.numbering import BindingOrder
from app.framework.listed import listed_indicators
from app.names.completeness import year_words
from app.verification.answers import read_held
from app.verification.material_check.year_file import write_years


def years(
    workspace: WorkspacePath,
    unit: OnlyUnit = None,
    indicator: Annotated[
        list[str] | None,
        typer.Option(
            "--indicator", help="指标编号，可写几项，如 3、5-9；可重复", show_default=False
        ),
    ] = None,
    item: Annotated[
        str | None,
        typer.Option(
            "--item", help="材料的编号或标识，同 --set、--auto 一起用", show_default=False
        ),
    ] = None,
    chosen: Annotated[
        str | None,
        typer.Option(
            "--set", help="这件材料算哪几年，用顿号分开；写空的为哪年都不算", show_default=False
        ),
    ] = None,
    auto: Annotated[bool, typer.Option("--auto", help="不再指定，照题名、日期认年份")] = False,
    out: Annotated[
        Path | None, typer.Option("--out", help="写成 .xlsx 文件，可以打印", show_default=False)
    ] = None,
    as_json: AsJson = False,
) -> None:
    """按年份查看材料：每个要点每年有几件、缺哪年，也可指定材料的年份。"""
    with command(as_json=as_json) as output:
        changes = item is not None and (chosen is not None or auto)
        with open_services(workspace, read_only=not changes) as services:
            opened = services.workspace
            facts, registry = opened.facts, opened.registry()
            named = unit or facts.unit_name
            name = registry.unit(named).name if named else ""
            codes = listed_indicators(facts.framework, indicator or ())
            order = BindingOrder.of(facts.framework, registry)
            changed = 0
            if item is not None and changes:
                found = named_item(opened, item)
                wanted = None if auto else _years(chosen or "")
                with opened.reading() as session:
                    places = [
                        row.placement
                        for row in list_filed(session, items=[found])
                        if name in {"", row.unit} and (not codes or row.indicator in codes)
                    ]
                changed = choose_years(opened, dict.fromkeys(places, wanted)).count
            last_year = services.last_year()
            with opened.reading() as session:
                filed = list_filed(session, order)
                held = read_held(session, facts.framework, registry, opened.layout)
                state = read_completeness(session, facts.framework, registry, last_year, held)
        rows = [
            row
            for row in year_rows(state, filed, last_year, name)
            if not codes or row.key.indicator in codes
        ]
        if changes:
            output.line(f"已变动 {changed} 处" if changed else "没有变动：已经是这样")
        if out is not None:
            write_years(out, rows, facts.framework, name)
        shown = years_in(rows)
        table = simple_table("指标", "核验方式", "要点", *map(str, shown), "不明")
        for row in rows:
            table.add_row(
                row.key.indicator,
                facts.framework.task_name(*row.key.task),
                str(row.key.number),
                *(year_words(row.cell(year)) for year in shown),
                str(len(row.undated)) if row.undated else "",
            )
        output.table(table)
        lacking = sum(bool(row.missing) for row in rows)
        output.line(f"{len(rows)} 个要点要看年份，{lacking} 个有缺的年份。")
        if out is not None:
            output.line(f"已写入 {out}")
        output.document({"changed": changed, "unit": name, "points": [_json(r) for r in rows]})


def _years(text: str) -> tuple[int, ...]:
    words = text.replace("，", "、").replace(",", "、").split("、")
    found = [word.strip().removesuffix("年") for word in words if word.strip()]
    wrong = next((word for word in found if not (word.isascii() and word.isdecimal())), None)
    if wrong is not None:
        raise YearNotPossible(wrong)
    return tuple(map(int, found))


def _json(row: YearRow) -> dict[str, Any]:
    return {
        "key": str(row.key),
        "text": row.text,
        "missing": list(row.missing),
        "years": {
            str(cell.year): {
                "state": cell.state.value,
                "items": [item.item for item in cell.items],
            }
            for cell in row.cells
        },
        "undated": [item.item for item in row.undated],
    }
