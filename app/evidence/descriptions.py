"""What a person states about an item."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from app.evidence.errors import DateNotUnderstood
from app.guessing.dates import EARLIEST_YEAR, find_any, only_day
from app.guessing.numbers import number_of_line
from app.guessing.plain_text import clean, plain


@dataclass(frozen=True, slots=True)
class Description:
    """What a person states about an item; a stated field is no guess. None leaves it to guess."""

    title: str | None = None
    doc_number: str | None = None
    issuer: str | None = None
    doc_date: str | None = None


def normalised(description: Description, today: date) -> Description:
    """A description in the forms that are stored: official number, ISO date, single spaces.

    Raises:
        DateNotUnderstood: the date is none, or lies in the future.
    """
    number = description.doc_number
    return Description(
        title=clean(description.title) or None if description.title is not None else None,
        doc_number=(number_of_line(number) or clean(number)) if number is not None else None,
        issuer=clean(description.issuer) if description.issuer is not None else None,
        doc_date=(
            stated_date(description.doc_date, today) if description.doc_date is not None else None
        ),
    )


#: Days since the end of 1899, as tables count them; from 1990 on they have five digits.
_TABLES_BEGIN = date(1899, 12, 30)
_SERIAL_DAY = re.compile(r"([34567]\d{4})(?:\.\d+)?")
_YEAR_AND_MONTH = re.compile(r"((?:19|20)\d\d)(0[1-9]|1[0-2])")


def stated_date(text: str, today: date) -> str:
    """A stated date as ISO, whole or partial; "" stays "". Raises ``DateNotUnderstood``.

    Whatever documents write is understood, and besides what tables make of it: 44295, 2021-4,
    202104, 2021/4/9 0:00:00.
    """
    folded = plain(text).strip()
    if not folded:
        return ""
    serial = _SERIAL_DAY.fullmatch(folded)
    if serial:
        day = _TABLES_BEGIN + timedelta(days=int(serial[1]))
        if day <= today and day.year >= EARLIEST_YEAR:
            return day.isoformat()
        raise DateNotUnderstood(text)
    whole = only_day(folded, today)
    if whole:
        return whole
    found = find_any(_YEAR_AND_MONTH.sub(r"\1-\2", folded) if folded.isdigit() else folded, today)
    if found is None or found.start != 0 or found.end < len(folded.rstrip(" .日号月年度份")):
        raise DateNotUnderstood(text)
    return found.iso


def numbered(description: Description, position: int, count: int) -> Description:
    """The description of one of ``count`` files that were described together."""
    if description.title is None or count < 2:
        return description
    title = f"{description.title}（{position}）"
    return Description(title, description.doc_number, description.issuer, description.doc_date)
