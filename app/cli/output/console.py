"""What a command prints: Chinese lines for people, one JSON document for programs."""

import json
import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from typing import TYPE_CHECKING, Any

from rich.console import Console, RenderableType
from rich.style import StyleType
from rich.table import Table
from rich.text import Text

from app.errors import JuanzongError
from app.visible_text import visible

if TYPE_CHECKING:
    from app.names.sentence import Sentence


@dataclass
class Output:
    """Where a command's words go. With ``as_json``, people's lines are dropped."""

    as_json: bool = False
    console: Console = field(default_factory=lambda: Console(highlight=False, soft_wrap=True))
    errors: Console = field(
        default_factory=lambda: Console(stderr=True, highlight=False, soft_wrap=True)
    )

    def line(self, text: str, style: str = "") -> None:
        """Print a line for people, with nothing in it that they cannot see."""
        if not self.as_json:
            self.console.print(literal(text), style=style)

    def table(self, table: Table) -> None:
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
        self.errors.print(literal(words), style="yellow")

    def complain(self, error: JuanzongError) -> None:
        """Say on stderr what went wrong and what to do."""
        self.errors.print(literal(str(_told(error))), style="red")


class PlainTable(Table):
    """A table whose cells are literal: no name is taken for markup, or hides or reorders it."""

    def add_row(
        self,
        *cells: RenderableType | None,
        style: StyleType | None = None,
        end_section: bool = False,
    ) -> None:
        """Add a row, as in ``Table``."""
        literally = (literal(cell) if isinstance(cell, str) else cell for cell in cells)
        super().add_row(*literally, style=style, end_section=end_section)


def literal(text: str) -> Text:
    """Words for the terminal as they stand: "[/附件]" is no markup, nothing in them is unseen."""
    return Text(visible(text))


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


def simple_table(*headings: str) -> Table:
    """A table without frames, as it reads well in narrow terminals and in files."""
    table = PlainTable(box=None, header_style="bold", pad_edge=False)
    for heading in headings:
        table.add_column(heading, overflow="fold")
    return table


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
