"""``print-plan``: which volumes to print, on what paper, how often."""

from pathlib import Path
from typing import Annotated

import typer

from app.cli.arguments import AsJson, WorkspacePath, command
from app.cli.opening import open_services
from app.cli.output.progress import watched_job
from app.cli.output.tables import simple_table
from app.names.printing import PRINT_STATE_NAMES


def print_plan(
    workspace: WorkspacePath,
    folder: Annotated[
        Path | None,
        typer.Option("--folder", help="卷宗所在的文件夹；不填则为工作区的 exports"),
    ] = None,
    copies: Annotated[
        int | None,
        typer.Option("--copies", min=1, max=99, help="打印份数；不填按设置", show_default=False),
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help="全部重印，没有改动的也列入")] = False,
    out: Annotated[
        Path | None,
        typer.Option("--out", help="写成文件：.xlsx 或 .pdf", show_default=False),
    ] = None,
    printed: Annotated[
        bool, typer.Option("--printed", help="记下这些卷已经打印，下次只列改动了的")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """打印计划：上次打印以来改动的卷、页数、A3 和彩色页、用纸、份数。"""
    from app.dossier.printing.service import read_print_plan, remember_print
    from app.dossier.printing.writing import totals_words, write_print_plan

    with command(as_json=as_json) as output:
        with (
            open_services(workspace, read_only=not printed) as services,
            watched_job(output) as job,
        ):
            settings = services.settings
            place = (folder or services.workspace.layout.exports).absolute()
            plan = read_print_plan(
                services.workspace,
                services.workers,
                services.cache,
                place,
                job,
                copies=copies or settings.print_copies,
                duplex=settings.numbering.duplex or settings.duplex_blanks,
                everything=everything,
            )
            if out is not None:
                write_print_plan(plan, out)
            if printed:
                remember_print(services.workspace, place, plan.due)
        table = simple_table("卷宗", "情况", "页", "张", "A3 页", "彩色页", "份数")
        for volume in plan.due:
            table.add_row(
                volume.file,
                PRINT_STATE_NAMES[volume.state],
                str(volume.pages),
                str(volume.sheets),
                volume.large_words,
                volume.coloured_words,
                str(volume.copies),
            )
        output.table(table)
        output.line(totals_words(plan) + "。", "bold")
        if printed:
            output.line(f"已记下 {len(plan.due)} 卷打印过。")
        output.document(
            {
                "pages": plan.pages,
                "sheets": plan.sheets,
                "large": plan.large,
                "coloured": plan.coloured,
                "volumes": [
                    {
                        "file": volume.file,
                        "state": volume.state.value,
                        "pages": volume.pages,
                        "sheets": volume.sheets,
                        "large": list(volume.large),
                        "coloured": list(volume.coloured),
                        "copies": volume.copies,
                    }
                    for volume in plan.volumes
                ],
            }
        )
