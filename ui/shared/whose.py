"""Why this side must not change what the other side entered; pages check it before a change."""

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
    """Reason and remedy for the first row that is not this side's; "" if all can be changed."""
    for row, whose in rows:
        error = refusal(whose)
        if error is not None:
            return str(describe_error(error(row.title or row.file_name)))
    return ""


class OwnItem(Titled, Protocol):
    """A row that says who owns the item."""

    @property
    def whose(self) -> Whose: ...  # noqa: D102


class OwnPlace(Titled, Protocol):
    """A row that says who owns the place."""

    @property
    def placed(self) -> Whose: ...  # noqa: D102


def of_items(rows: Iterable[OwnItem]) -> str:
    """Why this side cannot describe, revise or remove items; "" if it can."""
    return hindrance((row, row.whose) for row in rows)


def of_places(rows: Iterable[OwnPlace]) -> str:
    """Why this side cannot move or reorder items; "" if it can."""
    return hindrance((row, row.placed) for row in rows)
