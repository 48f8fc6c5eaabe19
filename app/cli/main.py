"""The entry point ``juanzong``: commands in Chinese, exit codes 0 to 3."""

import multiprocessing
import sys
from collections.abc import Sequence

import typer

from app.cli import evidence_commands, framework_commands, workspace_commands
from app.cli.console import use_utf8
from app.cli.localise import ChineseCommand, ChineseGroup, run

app = typer.Typer(
    cls=ChineseGroup,
    help="卷宗：法治政府建设示范创建迎检材料整理与装订。本软件为非涉密软件，严禁存储、处理涉密信息。",
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode="rich",
)
framework_app = typer.Typer(
    cls=ChineseGroup, help="指标体系：列出、查看、检验、安装、换版。", no_args_is_help=True
)

for _command in (
    workspace_commands.init,
    evidence_commands.indicators,
    evidence_commands.attach,
    evidence_commands.status,
    evidence_commands.compile_dossiers,
    workspace_commands.check,
    evidence_commands.watch,
    workspace_commands.units,
    workspace_commands.settings,
):
    _name = "compile" if _command is evidence_commands.compile_dossiers else None
    app.command(_name, cls=ChineseCommand)(_command)
for _command in (
    framework_commands.list_all,
    framework_commands.show,
    framework_commands.validate,
    framework_commands.install,
    framework_commands.upgrade,
):
    _name = "list" if _command is framework_commands.list_all else None
    framework_app.command(_name, cls=ChineseCommand)(_command)
app.add_typer(framework_app, name="framework")


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and leave with its exit code."""
    multiprocessing.freeze_support()
    use_utf8()
    code, complaint = run(app, arguments, "juanzong")
    if complaint:
        sys.stderr.write(complaint + "\n")
    sys.exit(code)


if __name__ == "__main__":
    main()
