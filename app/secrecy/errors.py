"""Why words are refused."""

from app.errors import UsageError


class SecretWords(UsageError):
    """The typed text has a mark of state secrecy; nothing of it was stored."""
