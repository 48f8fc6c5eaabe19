"""When something was, as people say it."""

from datetime import date, datetime

from ui.translation import tr


def moment_in_words(moment: datetime, today: date) -> str:
    """今天 10:32, 昨天 10:32, or the whole day and time."""
    local = moment.astimezone()
    days = (today - local.date()).days
    if days == 0:
        return tr("今天 {time}", time=f"{local:%H:%M}")
    if days == 1:
        return tr("昨天 {time}", time=f"{local:%H:%M}")
    return f"{local:%Y-%m-%d %H:%M}"
