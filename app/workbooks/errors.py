"""Why a spreadsheet was not read."""


class WorkbookUnreadable(Exception):
    """The file is damaged or of a format that is not read here."""


class WorkbookTooLarge(Exception):
    """The file holds more than is looked through."""


#: What openpyxl lets through when a table is damaged or made to harm.
TABLE_TROUBLE = (
    KeyError,
    ValueError,
    TypeError,
    AttributeError,
    IndexError,
    SyntaxError,
    OSError,
    EOFError,
    NotImplementedError,
    RuntimeError,
)


def is_too_deep(error: Exception) -> bool:
    """Say whether a table was refused for its depth, which its library tells like a mistake."""
    return isinstance(error, RecursionError) or "Excessive depth" in str(error)
