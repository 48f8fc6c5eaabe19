"""Why this side must not change what the other one entered; pages ask here before they offer it."""

from collections.abc import Iterable
from typing import Protocol

from app.ownership import Whose, refusal
from ui.wording import describe_error


class Titled(Protocol):
    """A row with a title and a file behind it."""

    @property
    def title(self) -> str: ...  # noqa: D102
    @property
    def file_name(self) -> str: ...  # noqa: D102


def hindrance(rows: Iterable[tuple[Titled, Whose]]) -> str:
    """Reason and way out for the first that is not this side's; "" if all may be changed."""
    for row, whose in rows:
        error = refusal(whose)
        if error is not None:
            return str(describe_error(error(row.title or row.file_name)))
    return ""


class OwnItem(Titled, Protocol):
    """A row that says whose item it is."""

    @property
    def whose(self) -> Whose: ...  # noqa: D102


class OwnPlace(Titled, Protocol):
    """A row that says whose place it is."""

    @property
    def placed(self) -> Whose: ...  # noqa: D102


def of_items(rows: Iterable[OwnItem]) -> str:
    """What keeps this side from describing, revising or removing items."""
    return hindrance((row, row.whose) for row in rows)


def of_places(rows: Iterable[OwnPlace]) -> str:
    """What keeps this side from moving items, or from putting them in order."""
    return hindrance((row, row.placed) for row in rows)
