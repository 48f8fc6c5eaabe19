"""What the 整改 page shows and takes, in words. Pure."""

from collections.abc import Iterable, Mapping
from datetime import date

from app.evidence.listing import FiledRow
from app.rectification.days import stated_day
from app.rectification.errors import DayNotUnderstood, ProblemWordless
from app.rectification.reading import RegisterRow
from ui.translation import tr
from ui.wording import describe_error, describe_notice_state

#: Who writes which fields.
OFFICE_FIELDS = ("problem", "demand", "deadline")
UNIT_FIELDS = ("measure", "person", "done_on")


def words_of(row: RegisterRow) -> tuple[str, ...]:
    """A problem as the columns of the register."""
    notice, reply = row.notice, row.reply
    return (
        str(notice.number),
        notice.unit,
        notice.indicator,
        notice.problem,
        reply.person if reply else "",
        notice.deadline.isoformat() if notice.deadline else "",
        describe_notice_state(row),
    )


def stored_of(row: RegisterRow) -> dict[str, str]:
    """What the fields hold before anything is typed."""
    notice, reply = row.notice, row.reply
    return {
        "problem": notice.problem,
        "demand": notice.demand,
        "deadline": notice.deadline.isoformat() if notice.deadline else "",
        "measure": reply.measure if reply else "",
        "person": reply.person if reply else "",
        "done_on": reply.done_on.isoformat() if reply and reply.done_on else "",
    }


def refused(fields: Mapping[str, str], today: date) -> dict[str, str]:
    """Why fields cannot be stored as they were typed, by their names."""
    wrong = {}
    if not fields.get("problem", "-"):
        wrong["problem"] = describe_error(ProblemWordless()).reason
    for name, text in fields.items():
        if name in {"deadline", "done_on"}:
            try:
                stated_day(text, *((today,) if name == "done_on" else ()))
            except DayNotUnderstood as error:
                sentence = describe_error(error)
                wrong[name] = tr("，").join((sentence.reason, sentence.remedy))
    return wrong


def offered(rows: Iterable[FiledRow], unit: str, indicator: str) -> tuple[FiledRow, ...]:
    """Each item of a unit once, those under the indicator first."""
    found: dict[str, FiledRow] = {}
    own = (row for row in rows if row.unit == unit)
    for row in sorted(own, key=lambda row: row.indicator != indicator):
        found.setdefault(row.item, row)
    return tuple(found.values())
