"""``juanzong framework …``: list, show, validate and install."""

from pathlib import Path
from typing import Annotated

import typer

from app.cli.arguments import AsJson, command
from app.cli.output.console import Output
from app.cli.output.framework_json import (
    counts,
    entry_json,
    framework_json,
    installed_json,
    invalid_json,
    valid_json,
)
from app.cli.output.tables import simple_table
from app.framework.catalogue import install_framework, list_frameworks, load_framework
from app.framework.errors import FrameworkInvalid
from app.framework.loader import load_file
from app.framework.schema import Framework
from app.names.tasks import task_terms
from app.wording.frameworks import describe_finding

PackFile = Annotated[Path, typer.Argument(metavar="文件", help="指标体系文件（.yaml）")]


def list_all(as_json: AsJson = False) -> None:
    """列出本机可用的指标体系。"""
    with command(as_json=as_json) as output:
        entries = list_frameworks()
        table = simple_table("代码", "版本", "名称", "指标", "任务", "来源")
        for entry in entries:
            framework = entry.framework
            if framework is None:
                output.line(f"{entry.path} 不能使用：", "red")
                for finding in entry.findings:
                    output.line(f"  {describe_finding(finding)}", "red")
                continue
            tasks = sum(len(i.tasks) for i in framework.indicators)
            table.add_row(
                framework.code,
                framework.version,
                framework.title,
                str(len(framework.indicators)),
                str(tasks),
                f"{framework.source.title} {framework.source.number}",
            )
        output.table(table)
        output.document([entry_json(e) for e in entries])


def show(
    name: Annotated[str, typer.Argument(metavar="代码或文件", help="如 lushan-2021")],
    as_json: AsJson = False,
) -> None:
    """查看一套指标体系：指标、任务、要点、责任单位、阶段。"""
    with command(as_json=as_json) as output:
        framework = load_framework(name)
        _show(framework, output)
        output.document(framework_json(framework))


def _show(framework: Framework, output: Output) -> None:
    output.line(f"{framework.title}（{framework.reference}）", "bold")
    output.line(f"来源：{framework.source.title} {framework.source.number}")
    output.line(_in_words(framework))
    for indicator in framework.indicators:
        output.line("")
        output.line(f"{indicator.heading}（{framework.kind(indicator.kind).name}）", "bold")
        output.line(indicator.statement)
        for task in indicator.tasks:
            output.line(f"  {framework.task_name(indicator.code, task.code)}")
            for term in task_terms(task):
                output.line(f"    {term}")
            for point in task.points:
                output.line(f"    {point.number}. {point.text}")
        output.line(f"  责任单位：{indicator.responsible_text}")
    output.line("")
    for stage in framework.stages:
        output.line(f"{stage.number}. {stage.name}（{stage.deadline_text}）")


def validate(file: PackFile, as_json: AsJson = False) -> None:
    """检验一个指标体系文件，有错时指出行号和字段。"""
    with command(as_json=as_json) as output:
        try:
            framework = load_file(file)
        except FrameworkInvalid as error:
            for finding in error.findings:
                output.line(f"{file}：{describe_finding(finding)}", "red")
            output.document(invalid_json(error))
            raise typer.Exit(1) from None
        output.line(f"{file} 合格：{framework.title}（{framework.reference}）")
        output.line(_in_words(framework))
        output.document(valid_json(framework))


def install(file: PackFile, as_json: AsJson = False) -> None:
    """安装一个指标体系文件，之后可用代码引用。"""
    with command(as_json=as_json) as output:
        installed = install_framework(file)
        done = "本机已有相同内容" if installed.already_there else "已安装"
        output.line(f"{done}：{installed.framework.reference}，{installed.path}")
        output.document(installed_json(installed))


def _in_words(framework: Framework) -> str:
    total = counts(framework)
    parts = [
        f"{method.name} {count}"
        for method in framework.methods
        if (count := total["tasks_by_method"][method.id])
    ]
    if total["tasks_without_method"]:
        parts.append(f"不写明方式的 {total['tasks_without_method']}")
    kinds = "，".join(f"{k.name} {total['indicators'][k.id]} 项" for k in framework.kinds)
    by_method = "、".join(parts)
    return f"{kinds}；核验任务 {total['tasks']} 条（{by_method}）；材料要点 {total['points']} 个"
