"""Days as people type them after an option."""

from datetime import date

from app.rectification.days import stated_day


def typed_day(text: str | None) -> date | None:
    """The day, or None for none. Raises ``DayNotUnderstood``."""
    stated = stated_day(text or "")
    return date.fromisoformat(stated) if stated else None
