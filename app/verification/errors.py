"""The typed errors that all method tools share; each method has its own beside them."""

from dataclasses import dataclass

from app.errors import RowUnknown, UsageError


@dataclass(eq=False)
class ToolNotOffered(UsageError):
    """The task's method is not the tool's."""

    indicator: str
    task: str
    method: str


class NoteField(str):
    """The name of a field of a tool's row; worded as people know it."""

    __slots__ = ()


@dataclass(eq=False)
class NoteIncomplete(UsageError):
    """A line that must be filled in is empty."""

    field: NoteField


@dataclass(eq=False)
class NoteTooLong(UsageError):
    """A line has more characters than packages take."""

    field: NoteField
    most: int


@dataclass(eq=False)
class NumberNotPossible(UsageError):
    """A number is below 0 or beyond the greatest one."""

    field: NoteField
    most: int


@dataclass(eq=False)
class DayNotPossible(UsageError):
    """The text is no day."""

    text: str


@dataclass(eq=False)
class ChoiceUnknown(UsageError):
    """The text is none of those that can be chosen."""

    text: str
    offered: tuple[str, ...]


@dataclass(eq=False)
class NoteUnknown(RowUnknown):
    """No row of the tool has this id."""

    note: str


@dataclass(eq=False)
class TooManyNotes(UsageError):
    """The unit would have more rows of one tool than packages take."""

    most: int
