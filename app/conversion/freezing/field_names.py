"""Which fields of Word would show something else tomorrow, or on another computer."""

import re

#: Dates, times, names and properties, and what is computed from them. Page numbers, tables of
#: contents and references are not among them: they belong to the layout.
CHANGING = frozenset(
    {
        "DATE",
        "TIME",
        "CREATEDATE",
        "SAVEDATE",
        "PRINTDATE",
        "EDITTIME",
        "FILENAME",
        "FILESIZE",
        "TEMPLATE",
        "REVNUM",
        "AUTHOR",
        "LASTSAVEDBY",
        "USERNAME",
        "USERINITIALS",
        "USERADDRESS",
        "INFO",
        "DOCPROPERTY",
        "DOCVARIABLE",
        "IF",
        "COMPARE",
        "QUOTE",
    }
)

_FIRST_WORD = re.compile(r"\s*(=|[A-Za-z]+)")


def is_changing(instruction: str) -> bool:
    """Say whether a field with this instruction (``DATE yyyy``) is to keep its result."""
    word = _FIRST_WORD.match(instruction)
    return word is not None and (word.group(1) == "=" or word.group(1).upper() in CHANGING)
