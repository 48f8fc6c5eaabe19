"""A computer's clock that was set back, or was ahead before.

Everything is ordered by numbers, so a wrong clock spoils no order and refuses nothing. But what is
entered now bears a wrong time for good: the log cannot be corrected later. So it is told.
"""

from datetime import datetime, timedelta

#: Clocks of the computers that a workspace wanders between differ a little.
CLOCK_TOLERANCE = timedelta(hours=26)


def clock_is_behind(newest: datetime | None, now: datetime) -> bool:
    """True if the newest entry of the log is of a day that has not come yet."""
    return newest is not None and newest > now + CLOCK_TOLERANCE
