"""What a person states about an item."""

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from app.evidence.errors import AddressNotUnderstood, DateNotUnderstood
from app.guessing.dates import EARLIEST_YEAR, find_any, only_day, with_strokes
from app.guessing.numbers import number_of_line
from app.guessing.plain_text import clean, plain
from app.web_addresses import web_address
from app.web_origin import UNCHANGED, OriginEdit, split_moment


@dataclass(frozen=True, slots=True)
class Description:
    """What a person states about an item; a stated field is no guess. None leaves it to guess."""

    title: str | None = None
    doc_number: str | None = None
    issuer: str | None = None
    doc_date: str | None = None
    origin: OriginEdit = UNCHANGED


#: Everything is left to guess.
NOTHING_STATED = Description()


def normalised(description: Description, today: date) -> Description:
    """A description in the forms that are stored: official number, ISO date, single spaces.

    Raises:
        DateNotUnderstood: a date is none, or lies in the future.
        AddressNotUnderstood: the address is none of the web.
    """
    number = description.doc_number
    return Description(
        title=clean(description.title) or None if description.title is not None else None,
        doc_number=(number_of_line(number) or clean(number)) if number is not None else None,
        issuer=clean(description.issuer) if description.issuer is not None else None,
        doc_date=(
            stated_date(description.doc_date, today) if description.doc_date is not None else None
        ),
        origin=stated_origin(description.origin, today),
    )


def stated_origin(origin: OriginEdit, today: date) -> OriginEdit:
    """An origin in the forms that are stored.

    Raises:
        DateNotUnderstood: a date is none, or lies in the future.
        AddressNotUnderstood: an address is none of the web.
    """
    given = {
        name: _ORIGIN_FORMS.get(name, _one_line)(value, today)
        for name, value in origin.stated().items()
    }
    return replace(origin, **given)


def stated_moment(text: str, today: date) -> str:
    """A stated moment as ISO, "2026-11-30T15:04"; a day alone is one too. "" stays "".

    Raises:
        DateNotUnderstood: it is none, or no whole day is named.
    """
    day, time = split_moment(plain(text))
    found = stated_date(day, today)
    if (found and len(found) < len("2026-11-30")) or (not time and ":" in day):
        raise DateNotUnderstood(text)
    return f"{found}T{time}" if found and time else found


def _address(text: str, _today: date) -> str:
    if not text.strip():
        return ""
    found = web_address(text)
    if found is None:
        raise AddressNotUnderstood(clean(text))
    return found


def _one_line(text: str, _today: date) -> str:
    return clean(text)


_ORIGIN_FORMS = {
    "address": _address,
    "final_address": _address,
    "published_on": lambda text, today: stated_date(text, today),
    "looked_up_at": stated_moment,
}


#: Days since the end of 1899, as tables count them; from 1990 on they have five digits.
_TABLES_BEGIN = date(1899, 12, 30)
_SERIAL_DAY = re.compile(r"([34567]\d{4})(?:\.\d+)?")
_YEAR_AND_MONTH = re.compile(r"((?:19|20)\d\d)(0[1-9]|1[0-2])")


def stated_date(text: str, today: date) -> str:
    """A stated date as ISO, whole or partial; "" stays "". Raises ``DateNotUnderstood``.

    Whatever documents write is understood, and besides what tables make of it: 44295, 2021-4,
    202104, 2021/4/9 0:00:00; and what fingers make of it: 2021 4 9, 2021，4，9.
    """
    folded = with_strokes(plain(text).strip())
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
    return replace(description, title=f"{description.title}（{position}）")
