"""``juanzong case …``: 案卷题名, 文本出处 and 保管期限 of single indicators."""

from typing import Annotated

import typer

from app.cli.arguments import AsJson, WorkspacePath, command
from app.cli.opening import open_workspace
from app.cli.output.tables import simple_table
from app.dossier.case_names import CaseName, read_case_names, set_case_names
from app.dossier.cases import list_cases
from app.dossier.errors import CasesNotNamed, OneTitleForMany
from app.framework.listed import listed_indicators


def list_all(workspace: WorkspacePath, as_json: AsJson = False) -> None:
    """列出每项指标的案卷题名、文本出处和保管期限。"""
    with command(as_json=as_json) as output:
        with open_workspace(workspace, read_only=True) as opened, opened.database.reading() as read:
            cases = list_cases(read, opened.facts.framework, opened.facts.county)
        table = simple_table("指标", "案卷题名", "保管期限", "文本出处")
        for case in cases:
            table.add_row(case.code, case.shown_title, case.shown_retention, case.shown_source)
        output.table(table)
        output.document(
            [
                {
                    "indicator": case.code,
                    "title": case.shown_title,
                    "source": case.shown_source,
                    "own_title": case.own.title,
                    "own_source": case.own.source,
                    "retention": case.shown_retention,
                    "own_retention": case.own.retention,
                }
                for case in cases
            ]
        )


def name(
    workspace: WorkspacePath,
    indicator: Annotated[
        str | None, typer.Argument(metavar="指标", help="指标编号", show_default=False)
    ] = None,
    indicators: Annotated[
        list[str] | None,
        typer.Option(
            "--indicator", help="指标编号，可写几项，如 3、5-9；可重复", show_default=False
        ),
    ] = None,
    title: Annotated[
        str | None,
        typer.Option("--title", help="案卷题名；写空的恢复自动题名", show_default=False),
    ] = None,
    source: Annotated[
        str | None,
        typer.Option("--source", help="文本出处；写空的恢复默认", show_default=False),
    ] = None,
    retention: Annotated[
        str | None,
        typer.Option(
            "--retention",
            help="保管期限，如 永久、30年、10年；写空的按设置里的",
            show_default=False,
        ),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """修改案卷题名、文本出处或保管期限，印在封面、目录和指标说明上；可以一次改几项。"""
    with command(as_json=as_json) as output, open_workspace(workspace) as opened:
        framework = opened.facts.framework
        codes = listed_indicators(framework, ((indicator or ""), *(indicators or ())))
        if not codes:
            raise CasesNotNamed
        if title and len(codes) > 1:
            raise OneTitleForMany(title, len(codes))
        with opened.database.writing() as work:
            present = read_case_names(work.session)
            wanted = {}
            for code in codes:
                before = present.get(code, CaseName())
                wanted[code] = CaseName(
                    before.title if title is None else title,
                    before.source if source is None else source,
                    before.retention if retention is None else retention,
                )
            set_case_names(work, framework, wanted)
            work.commit()
        with opened.database.reading() as read:
            cases = [c for c in list_cases(read, framework, opened.facts.county) if c.code in codes]
        for case in cases:
            output.line(f"{case.heading}　{case.shown_title}　保管期限：{case.shown_retention}")
            output.line(case.shown_source)
        documents = [
            {
                "indicator": case.code,
                "title": case.own.title,
                "source": case.own.source,
                "retention": case.own.retention,
            }
            for case in cases
        ]
        output.document(documents[0] if indicator and not indicators else documents)
