"""The entry point ``juanzong``: commands in Chinese, exit codes 0 to 3."""

import multiprocessing
import sys
from collections.abc import Callable, Sequence

import typer

from app.cli import (
    evidence_commands,
    framework_commands,
    inbox_commands,
    indicator_commands,
    item_commands,
    workspace_commands,
)
from app.cli.console import use_utf8
from app.cli.localise import ChineseCommand, ChineseGroup, run
from app.isolation import keep_libraries_quiet

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

item_app = typer.Typer(
    cls=ChineseGroup,
    help="证据件：列出、改正、换版本、附打印件、移除、恢复。",
    no_args_is_help=True,
)

_COMMANDS: dict[str, Callable[..., None]] = {
    "init": workspace_commands.init,
    "indicators": indicator_commands.indicators,
    "attach": evidence_commands.attach,
    "status": indicator_commands.status,
    "figure": indicator_commands.figure,
    "compile": evidence_commands.compile_dossiers,
    "check": workspace_commands.check,
    "watch": inbox_commands.watch,
    "units": workspace_commands.units,
    "settings": workspace_commands.settings,
}
_FRAMEWORK_COMMANDS: dict[str, Callable[..., None]] = {
    "list": framework_commands.list_all,
    "show": framework_commands.show,
    "validate": framework_commands.validate,
    "install": framework_commands.install,
    "upgrade": framework_commands.upgrade,
}
_ITEM_COMMANDS: dict[str, Callable[..., None]] = {
    "list": item_commands.list_all,
    "edit": item_commands.edit,
    "revise": item_commands.revise,
    "companion": item_commands.companion,
    "attachment": item_commands.attachment,
    "place": item_commands.place,
    "remove": item_commands.remove,
    "restore": item_commands.restore,
}
for _name, _command in _COMMANDS.items():
    app.command(_name, cls=ChineseCommand)(_command)
for _name, _command in _FRAMEWORK_COMMANDS.items():
    framework_app.command(_name, cls=ChineseCommand)(_command)
for _name, _command in _ITEM_COMMANDS.items():
    item_app.command(_name, cls=ChineseCommand)(_command)
app.add_typer(item_app, name="item")
app.add_typer(framework_app, name="framework")


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and leave with its exit code."""
    multiprocessing.freeze_support()
    use_utf8()
    keep_libraries_quiet()
    code, complaint = run(app, arguments, "juanzong")
    if complaint:
        sys.stderr.write(complaint + "\n")
    sys.exit(code)


if __name__ == "__main__":
    main()
