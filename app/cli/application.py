"""All commands under their names; each one's code is loaded when it is called for."""

import os
import pathlib
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from importlib import import_module
from typing import Any, ClassVar, TextIO

import typer

from app.cli.console import use_utf8
from app.cli.localise import ChineseCommand, ChineseGroup, run
from app.errors import MemoryShort
from app.isolation import keep_libraries_quiet
from app.system_errors import refused_by_system
from app.wording import describe_error

#: Said without what words are made of elsewhere: loading that needs memory itself.
_MEMORY_SHORT = "本机可用内存不足，这一步没有做成。请关闭其他程序后重试；已经存入的内容没有受影响。"


class LazyGroup(ChineseGroup):
    """A group whose commands are named here and loaded on demand, so that each starts quickly."""

    places: ClassVar[Mapping[str, str]] = {}

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ANN401, D102
        return list(self.places)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ANN401, D102
        place = self.places.get(cmd_name)
        if place is None:
            return None
        module, _, name = place.partition(":")
        found = getattr(import_module(module), name)
        if isinstance(found, typer.Typer):
            command = typer.main.get_command(found)
        else:
            single = typer.Typer(add_completion=False)
            single.command(cmd_name, cls=ChineseCommand)(found)
            command = typer.main.get_command(single)
        command.name = cmd_name
        return command


class _Root(LazyGroup):
    places: ClassVar[Mapping[str, str]] = {
        "init": "app.cli.workspace_commands:init",
        "indicators": "app.cli.indicator_commands:indicators",
        "attach": "app.cli.attach_commands:attach",
        "status": "app.cli.indicator_commands:status",
        "figure": "app.cli.indicator_commands:figure",
        "mark": "app.cli.indicator_commands:mark",
        "compile": "app.cli.compile_commands:compile_dossiers",
        "check": "app.cli.workspace_commands:check",
        "watch": "app.cli.inbox_commands:watch",
        "inbox": "app.cli.application:inbox_app",
        "units": "app.cli.application:units_app",
        "backup": "app.cli.application:backup_app",
        "settings": "app.cli.workspace_commands:settings",
        "stages": "app.cli.stages_commands:stages",
        "report": "app.cli.report_commands:report",
        "item": "app.cli.application:item_app",
        "framework": "app.cli.application:framework_app",
        "review": "app.cli.application:review_app",
        "rectify": "app.cli.application:rectify_app",
        "selfcheck": "app.cli.application:selfcheck_app",
        "pack": "app.cli.application:pack_app",
        "identity": "app.cli.application:identity_app",
        "log": "app.cli.log_commands:show",
        "inspect": "app.cli.exchange_commands:inspect",
        "merge": "app.cli.exchange_commands:merge",
        "packages": "app.cli.exchange_commands:packages",
    }


class _Inbox(LazyGroup):
    places: ClassVar[Mapping[str, str]] = {
        "list": "app.cli.waiting_commands:list_all",
        "assign": "app.cli.waiting_commands:assign",
        "out": "app.cli.waiting_commands:out",
        "back": "app.cli.waiting_commands:back",
    }


class _Packs(LazyGroup):
    places: ClassVar[Mapping[str, str]] = {
        "task": "app.cli.exchange_commands:pack_task",
        "submission": "app.cli.exchange_commands:pack_submission",
        "return": "app.cli.exchange_commands:pack_return",
        "recovery": "app.cli.exchange_commands:pack_recovery",
    }


class _Items(LazyGroup):
    places: ClassVar[Mapping[str, str]] = {
        "list": "app.cli.item_commands:list_all",
        "edit": "app.cli.item_commands:edit",
        "revise": "app.cli.item_commands:revise",
        "companion": "app.cli.item_commands:companion",
        "attachment": "app.cli.item_commands:attachment",
        "place": "app.cli.item_commands:place",
        "findings": "app.cli.finding_commands:findings",
        "dismiss": "app.cli.finding_commands:dismiss",
        "bind": "app.cli.finding_commands:bind",
        "take-out": "app.cli.embedded_commands:take_out",
        "remove": "app.cli.item_commands:remove",
        "restore": "app.cli.item_commands:restore",
        "move": "app.cli.library_commands:move",
        "copy": "app.cli.library_commands:copy",
        "bin": "app.cli.library_commands:bin_list",
        "restore-place": "app.cli.library_commands:restore_places",
        "revisions": "app.cli.library_commands:revisions",
        "compare": "app.cli.library_commands:compare",
        "duplicates": "app.cli.library_commands:duplicates",
        "export": "app.cli.library_commands:export",
    }


class _Reviews(LazyGroup):
    places: ClassVar[Mapping[str, str]] = {
        "list": "app.cli.review_commands:list_all",
        "matrix": "app.cli.review_commands:matrix",
        "next": "app.cli.review_commands:next_one",
        "show": "app.cli.review_commands:show",
        "submit": "app.cli.review_commands:submit",
        "withdraw": "app.cli.review_commands:withdraw",
        "accept": "app.cli.review_commands:accept",
        "return": "app.cli.review_commands:give_back",
        "returned": "app.cli.review_commands:returned",
        "undo": "app.cli.review_commands:undo",
        "redo": "app.cli.review_commands:redo",
        "reasons": "app.cli.review_commands:reasons",
    }


class _Rectifications(LazyGroup):
    places: ClassVar[Mapping[str, str]] = {
        "list": "app.cli.rectify_commands:list_all",
        "open": "app.cli.rectify_commands:open_one",
        "edit": "app.cli.rectify_commands:edit",
        "reply": "app.cli.rectify_commands:answer",
        "close": "app.cli.rectify_commands:close",
        "back": "app.cli.rectify_commands:back",
        "reopen": "app.cli.rectify_commands:reopen",
        "remove": "app.cli.rectify_commands:remove",
        "restore": "app.cli.rectify_commands:restore",
    }


class _SelfChecks(LazyGroup):
    places: ClassVar[Mapping[str, str]] = {
        "list": "app.cli.selfcheck_commands:list_all",
        "show": "app.cli.selfcheck_commands:show",
        "set": "app.cli.selfcheck_commands:set_one",
        "clear": "app.cli.selfcheck_commands:clear",
    }


class _Identity(LazyGroup):
    places: ClassVar[Mapping[str, str]] = {
        "show": "app.cli.identity_commands:show",
        "people": "app.cli.identity_commands:people",
        "passphrase": "app.cli.identity_commands:passphrase",
        "trust": "app.cli.identity_commands:trust",
        "save-keys": "app.cli.identity_commands:save_keys",
        "restore-keys": "app.cli.identity_commands:restore_keys",
    }


class _Frameworks(LazyGroup):
    places: ClassVar[Mapping[str, str]] = {
        "list": "app.cli.framework_commands:list_all",
        "show": "app.cli.framework_commands:show",
        "validate": "app.cli.framework_commands:validate",
        "install": "app.cli.framework_commands:install",
        "upgrade": "app.cli.framework_commands:upgrade",
    }


class _Units(LazyGroup):
    """``units WS`` alone is ``units list WS``."""

    places: ClassVar[Mapping[str, str]] = {
        "list": "app.cli.unit_commands:show",
        "import": "app.cli.unit_commands:import_list",
        "group": "app.cli.unit_commands:group",
        "rename": "app.cli.unit_commands:rename",
        "alias": "app.cli.unit_commands:alias",
        "retire": "app.cli.unit_commands:retire",
        "revive": "app.cli.unit_commands:revive",
    }

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:  # noqa: ANN401
        named = args[:1] and args[0] in self.places
        return super().resolve_command(ctx, args if named else ["list", *args])


class _Backups(LazyGroup):
    places: ClassVar[Mapping[str, str]] = {
        "list": "app.cli.backup_commands:list_all",
        "make": "app.cli.backup_commands:make",
        "restore": "app.cli.backup_commands:restore",
    }


def _group(cls: type[LazyGroup], words: str) -> typer.Typer:
    group = typer.Typer(
        cls=cls, help=words, add_completion=False, no_args_is_help=True, rich_markup_mode="rich"
    )
    group.callback()(lambda: None)
    return group


app = _group(
    _Root,
    "卷宗：法治政府建设示范创建迎检材料整理与装订。本软件为非涉密软件，严禁存储、处理涉密信息。",
)
inbox_app = _group(_Inbox, "收件箱：列出等着归集的、归到指标、移出、放回。")
item_app = _group(
    _Items, "证据件：列出、改正、换版本、附打印件、移动、比较、查重、另存、移除、恢复。"
)
review_app = _group(_Reviews, "审核：报送、通过、退回、下一个待审、进度表、退回原因。")
rectify_app = _group(_Rectifications, "整改：问题台账、整改情况、验收销号。")
selfcheck_app = _group(_SelfChecks, "自查自评：各单位逐项填写、进度。")
pack_app = _group(_Packs, "制作包：任务包、报送包、退回包、恢复包。")
identity_app = _group(_Identity, "身份：本工作区的密钥和口令、使用人、已确认的对方密钥。")
framework_app = _group(_Frameworks, "指标体系：列出、查看、检验、安装、换版。")
units_app = _group(_Units, "责任单位和单位集合：列出、导入名单、改名、停用、填写集合。")
backup_app = _group(_Backups, "备份：列出、立即备份、恢复。")


def run_command_line(arguments: Sequence[str] | None) -> int:
    """Run one command; returns its exit code."""
    _open_missing_streams()
    use_utf8()
    keep_libraries_quiet()
    try:
        code, complaint = run(app, arguments, "juanzong")
        sys.stdout.flush()
    except MemoryError:  # even for the words that the command would have found
        code, complaint = MemoryShort.exit_code, _MEMORY_SHORT
    except OSError as error:  # its words and its complaint could not be written
        sys.stdout = _nowhere()  # or the interpreter tries once more and fails in English
        told = refused_by_system(error)
        code, complaint = told.exit_code, str(describe_error(told))
    if complaint:
        # Where stderr is full or closed too, the exit code is all that is left to say.
        with suppress(OSError):
            sys.stderr.write(complaint + "\n")
            sys.stderr.flush()
    return code


def _open_missing_streams() -> None:
    """Give words a place to go where the caller closed stdout or stderr; Python leaves None."""
    sys.stdout = sys.stdout or _nowhere()
    sys.stderr = sys.stderr or _nowhere()


def _nowhere() -> TextIO:
    return pathlib.Path(os.devnull).open("w", encoding="utf-8")
