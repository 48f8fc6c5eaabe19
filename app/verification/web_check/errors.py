"""What is refused about lists of what must be found on the web."""

from dataclasses import dataclass

from app.errors import UsageError


@dataclass(eq=False)
class AddressNotWeb(UsageError):
    """The text is no address of a page on the web."""

    text: str


@dataclass(eq=False)
class TargetPresent(UsageError):
    """The list has this line already."""

    shows: str


@dataclass(eq=False)
class TooManyTargets(UsageError):
    """The lists have more lines than packages take."""

    most: int
