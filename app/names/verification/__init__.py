"""Words of the method tools: their rows, the fields of these, and what was done with them.

Each method has a module with the same five tables; here they are one.
"""

from collections.abc import Mapping

from app.names.verification import exam, material_check, site_check, web_check

_METHODS = (web_check, site_check, material_check, exam)

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
#: Fields of the rows that no other record has.
FIELDS: Mapping[str, str] = {k: v for m in _METHODS for k, v in m.FIELDS.items()}
#: Entries of the log; each begins with ``app.changed.NOTED``.
ACTIONS: Mapping[str, str] = {k: v for m in _METHODS for k, v in m.ACTIONS.items()}
#: By the list in packages: the words for the values that can be chosen.
VALUES: Mapping[str, Mapping[str, str]] = {k: v for m in _METHODS for k, v in m.VALUES.items()}
