"""Arguments that several commands share, and what every command runs inside of."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from app.cli.output.console import Output
from app.errors import JuanzongError
from app.system_errors import REFUSALS, refused_by_system

WorkspacePath = Annotated[
    Path, typer.Argument(metavar="工作区", help="工作区文件夹", show_default=False)
]
OnlyIndicator = Annotated[
    str | None, typer.Option("--indicator", help="只看这项指标的", show_default=False)
]
OnlyUnit = Annotated[
    str | None, typer.Option("--unit", help="只看这个责任单位的", show_default=False)
]
AsJson = Annotated[bool, typer.Option("--json", help="输出 JSON，供其他程序读取")]


@contextmanager
def command(*, as_json: bool) -> Iterator[Output]:
    """Run a command: a typed error is worded and becomes the exit code."""
    output = Output(as_json=as_json)
    try:
        yield output
    except BrokenPipeError:
        raise  # whoever read our words went away; there is nobody to tell
    except (JuanzongError, *REFUSALS) as error:
        told = error if isinstance(error, JuanzongError) else refused_by_system(error)
        output.error(told)
        raise typer.Exit(told.exit_code) from None
