"""What the fields of a package's records may hold; each kind is declared once, here.

What a package brings (JSON) is refused when a screen, a paper or a later package could not show
it. What the database already holds is only cleaned: a workspace that took in an impossible value
under an earlier version must still be able to merge and to pack.
"""

import math
import re
import unicodedata
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Annotated, Any

from pydantic import AfterValidator, AliasChoices, AwareDatetime, Field, ValidationInfo
from pydantic_core import PydanticCustomError

from app.capture.addresses import LONGEST as LONGEST_ADDRESS
from app.verification.exam.schema import Blueprint
from app.verification.material_check.registers.masking import masked
from app.verification.material_check.registers.schema import ColumnType
from app.web_addresses import web_address
from models.texts import HIDING, REORDERING, stored_text

#: The types of the faults that ``app.exchange.merge.faults`` gives a name.
CONTROL, DIRECTION, DAY, MOMENT, NUMBER, FINITE, CODE, ADDRESS = (
    "control_character",
    "direction_character",
    "impossible_day",
    "impossible_moment",
    "impossible_number",
    "not_finite",
    "impossible_code",
    "impossible_address",
)

#: Records are made on computers whose clock may be wrong; no clock is wrong by more.
FIRST_YEAR, LAST_YEAR = 1970, 2199
#: File systems know stranger times: FILETIME begins in 1601, ext4 ends in 2446.
_FIRST_FILE_YEAR, _LAST_FILE_YEAR = 1601, 2999
_FIRST_DOCUMENT_YEAR = 1800
#: Figures beyond this are slips; a double still holds every whole number below it.
_LARGEST = 1e15
#: Counters stay far enough below the limit of the column, so that they can go on counting.
_LARGEST_COUNT = 1_000_000_000
_LARGEST_PLACE = 1 << 31

_PARTIAL = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")
#: Indicators and tasks, as an indicator set may code them (``app.framework.values``).
_INDICATOR = re.compile(r"[^\s/\\\x00-\x1f\x7f]{1,16}")
_TASK = re.compile(r"[^\s/\\\x00-\x1f\x7f]{1,32}")


def _arriving(check: Callable[[Any], None]) -> AfterValidator:
    """Check what comes as JSON; what the database holds passes."""

    def checked(value: Any, info: ValidationInfo) -> Any:  # noqa: ANN401 (of any field)
        if info.mode == "json" and value is not None:
            check(value)
        return value

    return AfterValidator(checked)


def _fault(kind: str) -> PydanticCustomError:
    return PydanticCustomError(kind, "not a possible value")


def _readable(text: str, info: ValidationInfo) -> str:
    if info.mode != "json":
        return stored_text(text)
    if HIDING.search(text):
        raise _fault(CONTROL)
    return unicodedata.normalize("NFC", text)


def _in_order(text: str) -> None:
    if REORDERING.search(text):
        raise _fault(DIRECTION)


def _utc(moment: datetime, info: ValidationInfo) -> datetime:
    if info.mode == "json" and not FIRST_YEAR <= moment.year <= LAST_YEAR:
        raise _fault(MOMENT)
    return moment.astimezone(UTC)


def _file_utc(moment: datetime, info: ValidationInfo) -> datetime:
    if info.mode == "json" and not _FIRST_FILE_YEAR <= moment.year <= _LAST_FILE_YEAR:
        raise _fault(MOMENT)
    return moment.astimezone(UTC)


def _day(text: str) -> None:
    """A whole ISO day, or "" for none."""
    if text and (not _iso_day(text) or not 1900 <= int(text[:4]) <= LAST_YEAR):
        raise _fault(DAY)


def _document_day(text: str) -> None:
    """An ISO day, whole or cut short after the year or the month, or "" for none."""
    if not text:
        return
    whole = text + "-01-01"[3 * text.count("-") :]
    if not _PARTIAL.fullmatch(text) or not _iso_day(whole[:10]):
        raise _fault(DAY)
    if not _FIRST_DOCUMENT_YEAR <= int(text[:4]) <= LAST_YEAR:
        raise _fault(DAY)


def _iso_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _wall_moment(text: str) -> None:
    """An ISO day, alone or with hours and minutes by the clock on the wall, or "" for none."""
    day, separated, time = text.partition("T")
    _day(day)
    if separated and (not day or not re.fullmatch("([01][0-9]|2[0-3]):[0-5][0-9]", time)):
        raise _fault(MOMENT)


def _web_address(text: str) -> None:
    if text and web_address(text) != text:
        raise _fault(ADDRESS)


def _shared_day(day: date) -> None:
    if not 1900 <= day.year <= LAST_YEAR:
        raise _fault(DAY)


def _moment_text(text: str) -> None:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise _fault(MOMENT) from None
    if moment.tzinfo is None or not FIRST_YEAR <= moment.year <= LAST_YEAR:
        raise _fault(MOMENT)


def _finite(number: float) -> None:
    if not math.isfinite(number):
        raise _fault(FINITE)
    if abs(number) > _LARGEST:
        raise _fault(NUMBER)


def _count(number: int) -> None:
    if number > _LARGEST_COUNT:
        raise _fault(NUMBER)


def _place_number(number: int) -> None:
    if abs(number) >= _LARGEST_PLACE:
        raise _fault(NUMBER)


def _copies(number: int) -> None:
    if not 1 <= number <= 100_000:
        raise _fault(NUMBER)


def _percent(number: int) -> None:
    if not 0 <= number <= 100:
        raise _fault(NUMBER)


def _indicator(code: str) -> None:
    if not _INDICATOR.fullmatch(code):
        raise _fault(CODE)


def _task(code: str) -> None:
    if not _TASK.fullmatch(code):
        raise _fault(CODE)


def _figure_place(place: str) -> None:
    """An indicator ("68"), or one of its points ("68/material_check/4")."""
    code, *rest = place.split("/")
    _indicator(code)
    if not rest:
        return
    if len(rest) != 2 or not _TASK.fullmatch(rest[0]) or not re.fullmatch("[0-9]{1,4}", rest[1]):
        raise _fault(CODE)


def _figure_year(year: int) -> None:
    if year and not 1949 <= year <= 2199:
        raise _fault(DAY)


def _plain_rules(rules: Blueprint) -> None:
    text = rules.model_dump_json()
    if HIDING.search(text):
        raise _fault(CONTROL)
    _in_order(text)


def _masked_name(name: str, info: ValidationInfo) -> str:
    return name if info.mode == "json" else masked(ColumnType.PERSON, name)


def _detail(values: dict[str, Any]) -> None:
    """What the sentence about a problem names: a count is a number, a text can be shown."""
    for name, value in values.items():
        if HIDING.search(name) or (isinstance(value, str) and HIDING.search(value)):
            raise _fault(CONTROL)
        if isinstance(value, int | float) and not isinstance(value, bool):
            _finite(
                float(value) if abs(value) < _LARGEST * 2 else math.copysign(2 * _LARGEST, value)
            )
        if name == "count" and not (isinstance(value, int) and 0 <= value <= _LARGEST_COUNT):
            raise _fault(NUMBER)


Id = Annotated[str, Field(pattern=r"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$")]
#: What a decision is on: an item, or what a method tool holds (see ``app.review.basis``).
JudgedId = Annotated[
    str,
    Field(
        pattern=r"^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"
        r"|[a-z][a-z_]{0,30}(:[a-z][a-z0-9_]{0,31})?)$"
    ),
]
Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
#: Words that a person typed, in one line of a form.
Line = Annotated[str, Field(max_length=1000), AfterValidator(_readable)]
#: What a person noted of a photo, and what a photo says of itself.
NotedLine = Annotated[str, Field(max_length=400), AfterValidator(_readable)]
ShortLine = Annotated[str, Field(max_length=100), AfterValidator(_readable)]
#: Words that a person typed, of any number of lines.
Text = Annotated[str, Field(max_length=100_000), AfterValidator(_readable)]
#: What something is called: title, file name, unit. Nothing in it turns the reading direction.
Name = Annotated[Line, _arriving(_in_order)]
Moment = Annotated[AwareDatetime, AfterValidator(_utc)]
FileMoment = Annotated[AwareDatetime, AfterValidator(_file_utc)]
Number = Annotated[int, Field(ge=1, lt=1 << 31), _arriving(_count)]
Size = Annotated[int, Field(ge=0, lt=1 << 53)]
PointNumber = Annotated[int, Field(ge=1, lt=1 << 31)]
Point = PointNumber | None
Position = Annotated[int, _arriving(_place_number)]
Copies = Annotated[int, _arriving(_copies)]
Percent = Annotated[int, _arriving(_percent)]
Figure = Annotated[float, _arriving(_finite)]
#: An ISO day as text, "" for none.
Day = Annotated[Line, _arriving(_day)]
#: A day with the time of day, where it is known: "2026-11-30T15:04".
WallMoment = Annotated[Line, _arriving(_wall_moment)]
#: An address of the web, "" for none.
Address = Annotated[
    str,
    Field(max_length=LONGEST_ADDRESS),
    AfterValidator(_readable),
    _arriving(_in_order),
    _arriving(_web_address),
]
DocumentDay = Annotated[Line, _arriving(_document_day)]
SharedDay = Annotated[date, _arriving(_shared_day)]
MomentText = Annotated[Line, _arriving(_moment_text)]
IndicatorCode = Annotated[Line, _arriving(_indicator)]
#: Formats before 4 called it ``method``, since each task was named by its method.
TaskCode = Annotated[
    Line, _arriving(_task), Field(validation_alias=AliasChoices("task_code", "method"))
]
OptionalTaskCode = Annotated[
    Annotated[Line, _arriving(_task)] | None,
    Field(validation_alias=AliasChoices("task_code", "method")),
]
#: The year that a figure is of; 0 for none.
FigureYear = Annotated[int, _arriving(_figure_year)]
ItemYear = Annotated[int, Field(ge=1949, le=2199)]
FigurePlace = Annotated[Line, _arriving(_figure_place)]
Detail = Annotated[dict[str, bool | int | float | str], Field(max_length=40), _arriving(_detail)]
#: The cells of a register's row by the ids of their columns.
Cells = Annotated[
    dict[Annotated[Line, Field(min_length=1, max_length=64)], Line],
    Field(max_length=80),
]
#: The name of a person: packages carry as much of it as tells people apart.
MaskedName = Annotated[Name, AfterValidator(_masked_name)]
#: The rules of an exam: texts of several fields, none of which hides or turns anything.
ExamRules = Annotated[Blueprint, _arriving(_plain_rules)]
#: What stands on an answer sheet, by the number of the question.
SheetAnswers = Annotated[
    dict[
        Annotated[str, Field(pattern="^[1-9][0-9]{0,2}$")],
        Annotated[Line, Field(max_length=1000)],
    ],
    Field(max_length=300),
]
SheetScores = Annotated[
    dict[
        Annotated[str, Field(pattern="^[1-9][0-9]{0,2}$")],
        Annotated[float, Field(ge=0, le=200), _arriving(_finite)],
    ],
    Field(max_length=300),
]
#: ``[item id, point number or null, digest]`` (see ``app.review.basis``).
Basis = Annotated[
    list[
        tuple[Annotated[Line, Field(max_length=64)], Point, Annotated[Line, Field(max_length=64)]]
    ],
    Field(max_length=100_000),
]
