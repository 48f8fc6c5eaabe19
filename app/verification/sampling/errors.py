"""What can be wrong with a draw."""

from dataclasses import dataclass

from app.errors import UsageError


@dataclass(eq=False)
class SeedNotUsable(UsageError):
    """The seed is empty, too long, or has a line break or an invisible character."""

    most: int


@dataclass(eq=False)
class DrawnTwice(UsageError):
    """The same item stands on the list more than once, so it could be drawn twice."""

    items: tuple[str, ...]


@dataclass(eq=False)
class ItemNotUsable(UsageError):
    """An item, or the name of a group, has a line break in it."""

    item: str


@dataclass(eq=False)
class NotEnoughToDraw(UsageError):
    """More are to be drawn than there are, or fewer than none."""

    wanted: int
    present: int


@dataclass(eq=False)
class GroupTooSmall(UsageError):
    """More are to be drawn from a group than it has, or fewer than none."""

    group: str
    wanted: int
    present: int


@dataclass(eq=False)
class StratumUnknown(UsageError):
    """A number is given for a group that the list does not have."""

    group: str
