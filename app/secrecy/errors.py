"""Why words are refused."""

from app.errors import UsageError


class SecretWords(UsageError):
    """What was typed bears a mark of state secrecy; nothing of it was stored."""
