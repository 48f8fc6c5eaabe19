"""Words that are typed or come in with records: a certain mark is never stored."""

from collections.abc import Iterator

from sqlalchemy.orm import Session, UOWTransaction

from app.secrecy.errors import SecretWords
from app.secrecy.folding import TELLING
from app.secrecy.marks import Spot, Words, judge
from models import Event


def bears_mark(text: str) -> bool:
    """True if these words alone have a certain mark."""
    found = judge([Words(Spot.ALONE, text)]) if TELLING.search(text) else None
    return found is not None and found.certain


def refuse_secrets(session: Session, _context: UOWTransaction, _instances: object) -> None:
    """Look at every text that is about to be written, whatever wrote it; listens to flushes.

    Raises:
        SecretWords: one of them bears a certain mark; the transaction is undone.
    """
    for row in (*session.new, *session.dirty):
        # The log repeats in its own form what rows hold.
        if isinstance(row, Event):
            continue
        for value in list(vars(row).values()):
            if any(map(bears_mark, _texts_in(value))):
                raise SecretWords


def _texts_in(value: object) -> Iterator[str]:
    """A text, or every text that a column of JSON holds."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _texts_in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts_in(inner)
