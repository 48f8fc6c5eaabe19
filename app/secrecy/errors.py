"""Why words are refused."""

from dataclasses import dataclass

from app.errors import UsageError


@dataclass(eq=False)
class SecretWords(UsageError):
    """The typed text has a mark of state secrecy; nothing of it was stored."""
