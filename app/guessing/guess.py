"""Guesses at an item's 题名, 文号, 责任者 and 日期, each with where it was found."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from app.guessing.dates import find_any, labelled_day
from app.guessing.numbers import number_in_name, number_of_line
from app.guessing.organs import (
    is_decree,
    issuer_in_head,
    issuer_in_properties,
    organ_at_top,
    printed_on,
    signature,
)
from app.guessing.plain_text import clean, close_up_digits, lines_of, plain
from app.guessing.titles import (
    is_machine_name,
    organ_in_title,
    stem_of,
    title_in_content,
    title_in_name,
    title_in_properties,
)
from app.problems import Problem, ProblemKind

_HEAD_LINES = 15


class GuessSource(StrEnum):
    """Where a guess was found; it stays with the field until a person confirms the field."""

    CONTENT = "content"
    FILE_NAME = "file_name"
    FOLDER_NAME = "folder_name"
    PROPERTIES = "properties"
    WEB_FILE = "web_file"  # what the program that saved a page, or its site, left in the file
    MARGINS = "margins"  # what a browser printed above and below a page
    SHORTCUT = "shortcut"  # the shortcut to a page that lies beside the file


@dataclass(frozen=True, slots=True)
class Guessed:
    """A value that nobody has confirmed yet, and where it was found."""

    value: str
    source: GuessSource


@dataclass(frozen=True, slots=True)
class Guess:
    """What a file seems to be; None where nothing was found. ``doc_date`` is ISO, maybe partial.

    ``origin`` has the fields of a ``WebOrigin`` that were found, by their names.
    """

    title: Guessed | None = None
    doc_number: Guessed | None = None
    issuer: Guessed | None = None
    doc_date: Guessed | None = None
    origin: Mapping[str, Guessed] = field(default_factory=dict)

    def found(self) -> Iterator[tuple[str, Guessed]]:
        """The fields that were guessed, by name; those of its origin come last."""
        for name in ("title", "doc_number", "issuer", "doc_date"):
            value = getattr(self, name)
            if value is not None:
                yield name, value
        yield from self.origin.items()


@dataclass(frozen=True, slots=True)
class Properties:
    """What a file says about itself apart from its pages (core properties, Info, EXIF).

    ``titled``: the title is what readers see above the text, as that of a web page or a mail;
    those of other files are often left over from the file before.
    """

    title: str = ""
    author: str = ""
    company: str = ""
    taken_on: str = ""  # ISO day of a photo
    titled: bool = False


@dataclass(frozen=True, slots=True)
class FileWords:
    """The words of a file.

    Attributes:
        first: those of its first page.
        following: those of the pages or paragraphs after it, as far as they were read.
        margins: those of headers, footers, text boxes and captions.
        official: False for tables, slides and pictures, which have no signature block.
    """

    first: str = ""
    following: str = ""
    margins: str = ""
    official: bool = True


def guess(
    name: str, pages: FileWords, properties: Properties, today: date, folder: str = ""
) -> Guess:
    """Guess the catalogue entry of a file.

    Args:
        name: the file's own name.
        pages: the words that could be read out of it.
        properties: its own description.
        today: no document is dated later.
        folder: the name of the folder that it lay in, for names that a camera made up.
    """
    stem = clean(stem_of(name))
    first = lines_of(pages.first)
    every = first + lines_of(pages.following)
    title = _title(name, first, properties, folder, official=pages.official)
    signed_by, signed_on = signature(every, today) if pages.official else ("", "")
    return Guess(
        title=title,
        doc_number=_number(first if pages.official else [], stem),
        issuer=_issuer(first, signed_by, title, properties),
        doc_date=_date(stem, every, signed_on, properties, today, title),
    )


def _title(
    name: str, first: list[str], properties: Properties, folder: str, *, official: bool
) -> Guessed:
    own = title_in_properties(properties.title)
    if own and properties.titled:
        return Guessed(own, GuessSource.PROPERTIES)
    heading, certain = title_in_content(first, joining=official)
    if certain:
        return Guessed(heading, GuessSource.CONTENT)
    named = title_in_name(name)
    if named:
        return Guessed(named, GuessSource.FILE_NAME)
    if heading:
        return Guessed(heading, GuessSource.CONTENT)
    if own:
        return Guessed(own, GuessSource.PROPERTIES)
    stem = clean(stem_of(name))
    if folder and not is_machine_name(folder):
        return Guessed(f"{clean(folder)}（{stem}）", GuessSource.FOLDER_NAME)
    return Guessed(stem or clean(name), GuessSource.FILE_NAME)


def _number(first: list[str], stem: str) -> Guessed | None:
    for before, line in zip(["", *first], first[:_HEAD_LINES], strict=False):
        found = number_of_line(line)
        if found:
            decree = before if found.startswith("第") and is_decree(before) else ""
            return Guessed(decree + found, GuessSource.CONTENT)
    named = number_in_name(stem)
    return Guessed(named.value, GuessSource.FILE_NAME) if named else None


def _issuer(
    first: list[str], signed_by: str, title: Guessed, properties: Properties
) -> Guessed | None:
    for value, source in (
        (issuer_in_head(first), GuessSource.CONTENT),
        (signed_by, GuessSource.CONTENT),
        (organ_in_title(title.value), title.source),
        (organ_at_top(first, title.value), GuessSource.CONTENT),
        (issuer_in_properties(properties.author, properties.company), GuessSource.PROPERTIES),
    ):
        if value:
            return Guessed(value, source)
    return None


def _date(
    stem: str,
    every: list[str],
    signed_on: str,
    properties: Properties,
    today: date,
    title: Guessed,
) -> Guessed | None:
    number = number_in_name(stem)
    named = find_any(plain(number.rest if number else stem), today)
    titled = find_any(plain(title.value), today)
    for value, source in (
        (signed_on, GuessSource.CONTENT),
        (printed_on(every, today), GuessSource.CONTENT),
        (_labelled(every, today), GuessSource.CONTENT),
        (_not_after(properties.taken_on, today), GuessSource.PROPERTIES),
        (named.iso if named else "", GuessSource.FILE_NAME),
        (titled.iso if titled else "", title.source),
    ):
        if value:
            return Guessed(value, source)
    return None


def _not_after(iso: str, today: date) -> str:
    """A camera's day, unless its clock was ahead."""
    return iso if iso <= today.isoformat() else ""


def _labelled(every: list[str], today: date) -> str:
    labelled = (line for line in every[: 2 * _HEAD_LINES] if ":" in line or "：" in line)
    days = (labelled_day(close_up_digits(line), today) for line in labelled)
    return next((day for day in days if day), "")


def outside_period(doc_date: str, since_year: int | None) -> Problem | None:
    """The warning that a document is older than its point asks for; None if it is not.

    Args:
        doc_date: ISO, whole or partial; "" is not judged.
        since_year: the first year that the point asks for, if it names one.
    """
    if since_year is None or not doc_date[:4].isdigit() or int(doc_date[:4]) >= since_year:
        return None
    return Problem(ProblemKind.OUTSIDE_PERIOD, {"date": doc_date, "since_year": since_year})
