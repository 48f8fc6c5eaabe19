"""Days as people type them, in the form that is stored."""

from datetime import date

from app.guessing.dates import typed_day
from app.rectification.errors import DayNotUnderstood

#: A deadline lies ahead, but not beyond any plan.
_LATEST = date(2099, 12, 31)


def stated_day(text: str, latest: date = _LATEST) -> str:
    """A whole day as ISO ("2026-6-30", "2026年6月30日"); "" stays "".

    Raises:
        DayNotUnderstood: it is none, or lies after ``latest``.
    """
    day = typed_day(text, latest)
    if day is None:
        raise DayNotUnderstood(text)
    return day
