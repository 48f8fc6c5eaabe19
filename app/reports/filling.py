"""What is filled into a template: single values and tables, by their Chinese names. Pure."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from app.visible_text import visible

#: ``{{单位}}`` stands for a value, ``{{材料.题名}}`` for a column of the table 材料.
PLACEHOLDER = re.compile(r"\{\{([^{}]*)\}\}")

#: In a value: a new line inside the paragraph. "\n" begins a new paragraph of the same form.
LINE_BREAK = "\u2028"

#: A value of its own: keeps a paragraph in a paper without showing anything.
INVISIBLE = "\u200b"


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that stands in a paragraph of its own; where none can stand, its words do."""

    content: bytes = field(repr=False)
    width_mm: float
    words: str


Value = str | int | float | date | Picture


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under named columns; the columns are known even if there is no row."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...] = ()

    def scopes(self, name: str) -> Iterator[dict[str, Value]]:
        """Each row by the full names of its placeholders."""
        for row in self.rows:
            yield {f"{name}.{c}": v for c, v in zip(self.columns, row, strict=True)}


@dataclass(frozen=True, slots=True)
class Filling:
    """Everything that a template of a paper may ask for."""

    values: Mapping[str, Value]
    tables: Mapping[str, Table] = field(default_factory=dict)

    def knows(self, name: str) -> bool:
        """True if there is such a value or column."""
        table, dot, column = name.partition(".")
        if not dot:
            return name in self.values
        return table in self.tables and column in self.tables[table].columns


class TemplateFault(Exception):
    """What is wrong with a template, in Chinese, without a full stop."""

    def __init__(self, detail: str) -> None:
        super().__init__(detail)
        self.detail = detail


def names_in(text: str) -> tuple[str, ...]:
    """The placeholders of a text. Raises ``TemplateFault`` for braces that do not pair."""
    names = tuple(name.strip() for name in PLACEHOLDER.findall(text))
    rest = PLACEHOLDER.sub("", text)
    if "{{" in rest or "}}" in rest:
        raise TemplateFault(f"花括号不成对：{_around(rest)}")
    return names


def table_of(names: Iterable[str]) -> str | None:
    """The table whose columns are named; None if none is. Raises ``TemplateFault`` for two."""
    tables = list(dict.fromkeys(n.partition(".")[0] for n in names if "." in n))
    if len(tables) > 1:
        raise TemplateFault(f"同一行里不能混用两个表：{'、'.join(tables)}")
    return tables[0] if tables else None


def check_names(names: Iterable[str], filling: Filling) -> None:
    """Raise ``TemplateFault`` for a placeholder that the paper does not have."""
    unknown = [name for name in dict.fromkeys(names) if not filling.knows(name)]
    if unknown:
        named = "、".join(f"{{{{{name}}}}}" for name in unknown)
        raise TemplateFault(f"不认识的占位符 {named}")


def shown(value: Value) -> str:
    """A value as text; a date as papers write it."""
    if isinstance(value, date):
        return f"{value.year}年{value.month}月{value.day}日"
    if isinstance(value, float):
        return f"{value:g}"
    if isinstance(value, Picture):
        return printable(value.words)
    return printable(str(value))


def printable(text: str) -> str:
    """Text as people and office files take it: its line breaks, and nothing else unseen."""
    if text == INVISIBLE:
        return text
    shown = LINE_BREAK.join(visible(part, keep_lines=True) for part in text.split(LINE_BREAK))
    return "".join(c for c in shown if c not in "\ufffe\uffff")


def _around(text: str) -> str:
    place = min(p for p in (text.find("{{"), text.find("}}")) if p >= 0)
    return text[max(0, place - 6) : place + 14]
