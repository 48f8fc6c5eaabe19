"""Why a list that was handed in is not used."""

from dataclasses import dataclass

from app.errors import UsageError


@dataclass(eq=False)
class TableUnreadable(UsageError):
    """A file cannot be read as a list, or holds none of what is looked for.

    ``detail`` says why: in Chinese, or in the words of the operating system.
    """

    name: str
    detail: str
