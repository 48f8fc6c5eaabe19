"""Typer's own texts in Chinese: headings, help, and errors of usage."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import typer
from typer import core
from typer._click import exceptions as usage

from app.visible_text import visible


def _no_type(_parameter: object, ctx: object) -> None:
    """Leave out the column of Python's type names; each help text says what to write."""


_TYPE_COLUMN = "display_type_rich"
for _class in (core.TyperArgument, core.TyperOption):
    setattr(_class, _TYPE_COLUMN, _no_type)

USAGE_EXIT_CODE = 2
_QUOTED = re.compile(r"'([^']+)'|\(([^()]+)\)$")


def _speak_chinese() -> None:
    """Set Typer's words; it prints them through its module's constants, and only in help."""
    from typer import rich_utils

    rich_utils.ARGUMENTS_PANEL_TITLE = "参数"
    rich_utils.OPTIONS_PANEL_TITLE = "选项"
    rich_utils.COMMANDS_PANEL_TITLE = "命令"
    rich_utils.ERRORS_PANEL_TITLE = "用法有误"
    rich_utils.DEFAULT_STRING = "[默认：{}]"
    rich_utils.REQUIRED_LONG_STRING = "[必填]"


class EmptyPath(usage.BadParameter):
    """A path was given as an empty text, as from a variable of a script that was never set."""


class ChineseCommand(core.TyperCommand):
    """A command whose help is Chinese throughout, and that takes no empty text for a path."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:  # noqa: ANN401, D102
        typed, _, _ = self.make_parser(ctx).parse_args(list(args))
        rest = super().parse_args(ctx, args)
        param: Any  # Typer's own class is private
        for param in self.params:
            # Python takes an empty path for the present folder, with all that is in it.
            given = zip(
                _each(typed.get(param.name)), _each(ctx.params.get(param.name)), strict=False
            )
            if any(text == "" and isinstance(value, Path) for text, value in given):
                raise EmptyPath("", ctx=ctx, param=param)
        return rest

    def get_usage(self, ctx: Any) -> str:  # noqa: ANN401, D102 (Typer's own class is private)
        return _chinese_usage(super().get_usage(ctx))

    def get_help_option(self, ctx: Any) -> Any:  # noqa: ANN401, D102
        return _chinese_help(super().get_help_option(ctx))

    def format_help(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401, D102
        _speak_chinese()
        super().format_help(ctx, formatter)


class ChineseGroup(core.TyperGroup):
    """A group of commands whose help is Chinese throughout."""

    def get_usage(self, ctx: Any) -> str:  # noqa: ANN401, D102
        return _chinese_usage(super().get_usage(ctx))

    def get_help_option(self, ctx: Any) -> Any:  # noqa: ANN401, D102
        return _chinese_help(super().get_help_option(ctx))

    def format_help(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401, D102
        _speak_chinese()
        super().format_help(ctx, formatter)


def _each(values: Any) -> Sequence[Any]:  # noqa: ANN401 (one value of any type, or several)
    return values if isinstance(values, list | tuple) else (values,)


def run(app: typer.Typer, arguments: Sequence[str] | None, name: str) -> tuple[int, str]:
    """Run the command line; gives the exit code and, for wrong usage, what to say about it."""
    command = typer.main.get_command(app)
    try:
        result = command.main(
            args=None if arguments is None else list(arguments),
            prog_name=name,
            standalone_mode=False,
        )
    except usage.NoArgsIsHelpError as error:
        return USAGE_EXIT_CODE, error.ctx.get_help()
    except usage.UsageError as error:
        return USAGE_EXIT_CODE, _describe(error, name)
    return (result if isinstance(result, int) else 0), ""


def _describe(error: usage.UsageError, name: str) -> str:
    path = error.ctx.command_path if error.ctx else name
    # What was typed is quoted, and may hold what a terminal obeys.
    return visible(f"{_reason(error)}。用 {path} --help 查看用法。")


def _reason(error: usage.UsageError) -> str:
    match error:
        case usage.MissingParameter(param=param) if param is not None:
            return f"缺少 {param.metavar or param.opts[0]}"
        case EmptyPath(param=param) if param is not None:
            return (
                f"{param.metavar or param.opts[0]} 是空的：请写明路径，当前文件夹写作 . ；"
                "在脚本里，请检查变量有没有值"
            )
        case usage.BadParameter(param=param) if param is not None:
            return f"{param.metavar or param.opts[0]} 的值不合要求{_wanted(param)}"
        case usage.NoSuchOption(option_name=option, possibilities=near):
            hint = f"，是不是 {'、'.join(near)}" if near else ""
            return f"没有选项 {option}{hint}"
        case usage.BadOptionUsage(option_name=option):
            return f"选项 {option} 的用法不对"
        case _:
            # The message is English, but what it quotes is what the person typed.
            named = _QUOTED.search(error.message)
            typed = next(filter(None, named.groups()), "") if named else ""
            return f"命令或参数不认识：{typed}" if typed else "命令写法不对"


def _wanted(parameter: Any) -> str:  # noqa: ANN401 (Typer's own class is private)
    """Which values a parameter takes, where Typer knows it."""
    described = getattr(parameter, "type_descriptor", None)
    choices = getattr(described, "choices", None)
    if choices:
        return f"，可用：{'、'.join(str(getattr(choice, 'value', choice)) for choice in choices)}"
    limits = getattr(described, "parameter_info", None)
    least, most = getattr(limits, "min", None), getattr(limits, "max", None)
    if least is not None and most is not None:
        return f"，应在 {least:g} 到 {most:g} 之间"
    return f"，不能小于 {least:g}" if least is not None else ""


def _chinese_usage(text: str) -> str:
    words = {
        "Usage:": "用法：",
        "[OPTIONS]": "[选项]",
        "COMMAND [ARGS]...": "命令 [参数]…",
        "...": "…",
    }
    for english, chinese in words.items():
        text = text.replace(english, chinese)
    return re.sub(r"\{([^{}|]+)\}", r"\1", text)  # around what must be given


def _chinese_help(option: Any) -> Any:  # noqa: ANN401
    if option is not None:
        option.help = "显示这段说明"
    return option
