"""Words of the method tools: their rows, the fields of these, and what was done with them.

Each method has a module with the same five tables; here they are one.
"""

from collections.abc import Mapping

from app.names.verification import (
    case_review,
    exam,
    interview,
    material_check,
    site_check,
    web_check,
)
from app.translating import Translate, chinese

_METHODS = (web_check, site_check, material_check, interview, case_review, exam)

#: By the list in packages: what the rows are called, and how the number of them is.
RECORDS: Mapping[str, tuple[str, str]] = {k: v for m in _METHODS for k, v in m.RECORDS.items()}
#: By the name of the table.
TABLES: Mapping[str, str] = {k: v for m in _METHODS for k, v in m.TABLES.items()}
#: By the name of the table: a number of its rows; the others count as ``ROWS_MEASURE``.
MEASURES: Mapping[str, str] = {
    "site": "{count} 处",
    "register_row": "{count} 行",
}
ROWS_MEASURE = "{count} 条"


def name_rows(table: str, title: str = "", translate: Translate = chinese) -> str:
    """What rows of a tool are called; a register by its ``title``, where it is known."""
    return title or translate(TABLES.get(table, table))


def count_rows(table: str, count: int, translate: Translate = chinese) -> str:
    """A number of rows with their measure word: 4 条, 2 处."""
    return translate(MEASURES.get(table, ROWS_MEASURE)).format(count=count)


def describe_rows(table: str, count: int, title: str = "", translate: Translate = chinese) -> str:
    """What a tool holds in a slot: 网络检索记录 4 条."""
    name = name_rows(table, title, translate)
    return f"{name} {count_rows(table, count, translate)}"


#: Fields of the rows that no other record has.
FIELDS: Mapping[str, str] = {k: v for m in _METHODS for k, v in m.FIELDS.items()}
#: Entries of the log; each begins with ``app.changed.NOTED``.
ACTIONS: Mapping[str, str] = {k: v for m in _METHODS for k, v in m.ACTIONS.items()}
#: By the list in packages: the words for the values that can be chosen.
VALUES: Mapping[str, Mapping[str, str]] = {k: v for m in _METHODS for k, v in m.VALUES.items()}
