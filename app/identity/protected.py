"""Whether a workspace has a pass-phrase; small, because every opening asks."""

from sqlalchemy.orm import Session

from models import IdentityKey


def is_protected(session: Session) -> bool:
    """True if a pass-phrase was set."""
    row = session.get(IdentityKey, 1)
    return row is not None and row.protection is not None
