"""``init``, ``check`` and ``settings``: the workspace itself."""

from pathlib import Path
from typing import Annotated

import typer
from pydantic import ValidationError

from app.checkup.checking import CheckReport, check_workspace
from app.cli.arguments import AsJson, WorkspacePath, command
from app.cli.opening import open_workspace
from app.cli.output.console import Output
from app.cli.output.progress import watched_job
from app.cli.output.tables import simple_table
from app.cli.passphrase import NO_PASSPHRASE
from app.errors import DatabaseDamaged, SettingInvalid
from app.framework.catalogue import load_framework
from app.settings import WorkspaceSettings, change_settings, load_settings
from app.stages.store import load_last_year
from app.storage.defects import Defect, DefectKind, grouped
from app.terms import WORKSPACE_ROLE_NAMES
from app.wording.tables import table_name
from app.wording.workspace import defect_name, defect_subjects
from app.workspace.content import accept_content
from app.workspace.making import create_workspace


def init(
    workspace: WorkspacePath,
    county: Annotated[str, typer.Option(help="县（市、区）名称，如 示例县")],
    framework: Annotated[
        str, typer.Option(help="指标体系代码或文件，见 framework list")
    ] = "lushan-2021",
    unit: Annotated[
        str | None, typer.Option(help="责任单位名称；不填则为创建办的工作区", show_default=False)
    ] = None,
    unit_groups: Annotated[
        list[str] | None,
        typer.Option(
            "--unit-group",
            help="指标体系没有写到本单位时，把它登记到哪个单位集合，可重复",
            show_default=False,
        ),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """新建工作区：创建办的，或一个责任单位的。"""
    with command(as_json=as_json) as output:
        chosen = load_framework(framework)
        create_workspace(workspace, chosen, county, unit, unit_groups=unit_groups or ())
        with open_workspace(workspace) as opened:
            facts = opened.facts
            layout = opened.layout
        owner = facts.unit_name or WORKSPACE_ROLE_NAMES[facts.role]
        output.line(f"已新建 {facts.county}（{owner}）的工作区：{layout.root}")
        output.line(f"指标体系：{chosen.title}，{len(chosen.indicators)} 项")
        output.line("本软件为非涉密软件，严禁存储、处理涉密信息。")
        output.document(
            {
                "path": str(layout.root),
                "id": facts.id,
                "role": facts.role.value,
                "county": facts.county,
                "unit": facts.unit_name,
                "framework": chosen.reference,
            }
        )


def check(
    workspace: WorkspacePath,
    accept: Annotated[
        bool,
        typer.Option(
            "--accept", help="认可被改动过的数据表的现有内容（已逐条核对、又没有备份可恢复时）"
        ),
    ] = False,
    as_json: AsJson = False,
) -> None:
    """体检：核对每份原件和每条记录，有问题时逐条列出。"""
    with command(as_json=as_json) as output:
        if accept:
            with open_workspace(workspace) as opened:
                tables = accept_content(opened)
            names = "、".join(map(table_name, tables))
            output.line(f"已认可现有内容的数据表：{names or '没有需要认可的'}")
        report = _checked(workspace, output)
        for group in grouped(report.defects):
            style = "" if group.harmless else "red"
            more = "（全部列在 --json 里）" if group.count > len(group.subjects) else ""
            output.line(f"{defect_name(group.kind)}：{defect_subjects(group)}{more}", style)
        verdict = "工作区完好" if report.sound else "工作区有问题，请按上列逐条处理或从备份恢复"
        output.line(
            f"{verdict}。原件 {report.originals} 份，材料 {report.items} 件，"
            f"操作记录 {report.events} 条。"
        )
        if report.protected is False:
            output.line(f"口令：{NO_PASSPHRASE}。请用 identity passphrase 设置。")
        output.document(
            {
                "sound": report.sound,
                "originals": report.originals,
                "items": report.items,
                "events": report.events,
                "defects": [
                    {"kind": f.kind.value, "subject": f.subject, "harmless": f.harmless}
                    for f in report.defects
                ],
            }
        )
        if not report.sound:
            raise typer.Exit(1)


def _checked(path: Path, output: Output) -> CheckReport:
    try:
        with open_workspace(path, read_only=True) as opened, watched_job(output) as job:
            return check_workspace(opened, job)
    except DatabaseDamaged as error:
        defect = Defect(DefectKind.DATABASE_DAMAGED, error.detail)
        return CheckReport(0, 0, 0, (defect,))


def settings(
    workspace: WorkspacePath,
    changes: Annotated[
        list[str] | None,
        typer.Argument(metavar="名称=值", help="要改的设置，如 fonds_name=示例县司法局"),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """查看或修改工作区的设置：案卷封面各项、页号位置、每卷页数上限等。"""
    with command(as_json=as_json) as output:
        with open_workspace(workspace, read_only=not changes) as opened:
            database = opened.database
            names = opened.facts.county, opened.facts.framework.programme
            if changes:
                present = change_settings(database, *names, lambda now: _changed(now, changes))
            else:
                with database.reading() as session:
                    present = load_settings(session, *names)
            framework, today = opened.facts.framework, opened.today()
            with database.reading() as session:
                by_stages = load_last_year(session, framework, None, today)
        table = simple_table("名称", "说明", "值")
        for name, value in present.model_dump(mode="json").items():
            label = WorkspaceSettings.model_fields[name].title or name
            if name == "last_year" and value is None:
                value = f"（不填则为 {by_stages}）"
            table.add_row(name, label, "" if value is None else str(value))
        output.table(table)
        output.document(present.model_dump(mode="json"))


def _changed(present: WorkspaceSettings, changes: list[str]) -> WorkspaceSettings:
    values = present.model_dump()
    for change in changes:
        name, separator, value = change.partition("=")
        if not separator or name not in values:
            raise SettingInvalid(change, tuple(values))
        values[name] = value or WorkspaceSettings.model_fields[name].default
    try:
        return WorkspaceSettings.model_validate(values)
    except ValidationError as error:
        name = str(error.errors()[0]["loc"][0])
        raise SettingInvalid(f"{name}={values[name]}", tuple(values)) from error
