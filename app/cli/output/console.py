"""What a command prints: Chinese lines for people, one JSON document for programs."""

import json
import re
import sys
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, Any

from app.errors import JuanzongError
from app.visible_text import visible

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

    from app.names.sentence import Sentence


class Output:
    """Where a command's words go. With ``as_json``, people's lines are dropped.

    Rich is loaded once a terminal or a table needs it: half of all commands speak to programs.
    """

    def __init__(
        self,
        *,
        as_json: bool = False,
        console: "Console | None" = None,
        errors: "Console | None" = None,
    ) -> None:
        self.as_json = as_json
        self._console = console
        self._errors = errors

    @property
    def console(self) -> "Console":
        """What stdout shows."""
        self._console = self._console or _console()
        return self._console

    @property
    def errors(self) -> "Console":
        """What stderr shows."""
        self._errors = self._errors or _console(stderr=True)
        return self._errors

    def line(self, text: str, style: str = "") -> None:
        """Print a line for people, with nothing in it that they cannot see."""
        if self.as_json:
            return
        if self._console is None and not sys.stdout.isatty():
            sys.stdout.write(visible(text) + "\n")
            sys.stdout.flush()
        else:
            _print(self.console, text, style)

    def table(self, table: "Table") -> None:
        """Print a table for people."""
        if not self.as_json:
            self.console.print(table)

    def document(self, data: object) -> None:
        """Print the JSON document for programs."""
        if self.as_json:
            sys.stdout.write(_json(data, indent=2) + "\n")

    def json_line(self, data: object) -> None:
        """Print one of several documents: one line each, as they come."""
        if self.as_json:
            sys.stdout.write(_json(data) + "\n")
            sys.stdout.flush()

    def error(self, error: JuanzongError) -> None:
        """Say what went wrong and what to do: to people on stderr, to programs as JSON."""
        self.document({"error": error_json(error)})
        self.complain(error)

    def warn(self, words: str) -> None:
        """Say on stderr what people should know, whatever the command prints."""
        _print(self.errors, words, "yellow")

    def complain(self, error: JuanzongError) -> None:
        """Say on stderr what went wrong and what to do."""
        _print(self.errors, str(_told(error)), "red")


def _console(*, stderr: bool = False) -> "Console":
    from rich.console import Console

    return Console(stderr=stderr, highlight=False, soft_wrap=True)


def _print(console: "Console", text: str, style: str) -> None:
    from app.cli.output.tables import literal

    console.print(literal(text), style=style)


def _json(data: object, indent: int | None = None) -> str:
    """JSON in which characters that cannot be seen stand as escapes, so that no data are lost."""
    text = json.dumps(data, ensure_ascii=False, indent=indent)
    if visible(text, keep_lines=True) == text:
        return text
    return "".join(
        char if char == "\n" or visible(char) == char else json.dumps(char)[1:-1] for char in text
    )


def error_json(error: JuanzongError) -> dict[str, Any]:
    """An error for programs."""
    sentence = _told(error)
    return {
        "kind": _snake(type(error).__name__),
        "reason": sentence.reason,
        "remedy": sentence.remedy,
        "data": _data_of(error),
    }


def _told(error: JuanzongError) -> "Sentence":
    # The sentences know every capability's errors; most commands need none of them.
    from app.wording.errors import describe_error

    return describe_error(error)


def use_utf8() -> None:
    """Write UTF-8 into pipes and files on every system; a console keeps its own encoding."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is None:
            continue
        if stream.isatty():
            reconfigure(errors="replace")
        else:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def _snake(name: str) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()


def _data_of(error: JuanzongError) -> dict[str, Any]:
    if not is_dataclass(error):
        return {}
    return {f.name: _plain(getattr(error, f.name)) for f in fields(error)}


def _plain(value: object) -> object:
    if value is None or isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, Mapping):
        return {str(k): _plain(v) for k, v in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(v) for v in value]
    if is_dataclass(value):
        return {f.name: _plain(getattr(value, f.name)) for f in fields(value)}
    return str(value)
