"""All commands by name; the code of each is loaded when it is called."""

import gc
import os
import pathlib
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from typing import Any, ClassVar, TextIO

import typer

from app.cli.command_table import COMMANDS, Command, Group
from app.cli.localise import ChineseCommand, ChineseGroup, run
from app.cli.output.console import use_utf8
from app.errors import MemoryShort
from app.library_logs import keep_libraries_quiet
from app.system_errors import refused_by_system

#: Said without what words are made of elsewhere: loading that needs memory itself.
_MEMORY_SHORT = "本机可用内存不足，这一步没有做成。请关闭其他程序后重试；已经存入的内容没有受影响。"


class LazyGroup(ChineseGroup):
    """A group whose commands are loaded on demand, so that each starts quickly."""

    group: ClassVar[Group]

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ANN401, D102
        return list(self.group.members)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ANN401, D102
        match self.group.members.get(cmd_name):
            case Command(code=code):
                module, _, name = code.partition(":")
                found = typer.Typer(add_completion=False)
                function = getattr(import_module(f"app.cli.commands.{module}"), name)
                _collect_garbage()
                found.command(cmd_name, cls=ChineseCommand)(function)
            case Group() as group:
                found = _typer(group)
            case None:
                return None
        command = typer.main.get_command(found)
        command.name = cmd_name
        return command

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:  # noqa: ANN401, D102
        named = not self.group.default or (args and args[0] in self.group.members)
        return super().resolve_command(ctx, args if named else [self.group.default, *args])

    def format_help(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401, D102
        # A list of commands needs their lines only, and loading them all takes a second.
        members = self.group.members.items()
        listed = ChineseGroup(
            name=self.name,
            commands={name: ChineseCommand(name, help=one.words) for name, one in members},
            help=self.help,
            params=self.params,
            rich_markup_mode=self.rich_markup_mode,
        )
        listed.format_help(ctx, formatter)


def _collect_garbage() -> None:
    """Collect garbage from now on, but not in what is loaded already; see ``main``."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()


def _typer(group: Group) -> typer.Typer:
    made = typer.Typer(
        cls=type("Members", (LazyGroup,), {"group": group}),
        help=group.words,
        add_completion=False,
        no_args_is_help=True,
        rich_markup_mode="rich",
    )
    made.callback()(lambda: None)
    return made


app = _typer(COMMANDS)


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
        from app.wording.errors import describe_error

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
