"""What can be wrong with a file, as values: stored with the item, shown with reason and remedy."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class ProblemKind(StrEnum):
    """Every trouble a file can bring; ``app.wording`` has a sentence and a remedy for each."""

    EMPTY_FILE = "empty_file"
    DAMAGED = "damaged"
    PASSWORD_REQUIRED = "password_required"
    UNSUPPORTED = "unsupported"
    WRONG_SUFFIX = "wrong_suffix"
    PHOTO_TINY = "photo_tiny"
    PHOTO_BLURRED = "photo_blurred"
    PHOTO_ALIKE = "photo_alike"  # another photo of the unit shows the same
    OUTSIDE_PERIOD = "outside_period"
    ADDRESS_MISSING = "address_missing"  # of evidence that was seen on the web
    LOOKUP_TIME_MISSING = "lookup_time_missing"
    DUPLICATE_CONTENT = "duplicate_content"
    INTERNAL_MARK = "internal_mark"
    SECRET_WIPED = "secret_wiped"  # its pages bear a mark of state secrecy; all copies were removed
    CONVERTER_MISSING = "converter_missing"
    CONVERSION_FAILED = "conversion_failed"
    TIMED_OUT = "timed_out"
    MEMORY_EXCEEDED = "memory_exceeded"
    OUTPUT_EXCEEDED = "output_exceeded"
    NESTED_TOO_DEEP = "nested_too_deep"
    CONTENT_TOO_LARGE = "content_too_large"
    READER_CRASHED = "reader_crashed"
    READER_MISSING = "reader_missing"  # a part of the program does not load
    PAGES_LOST = "pages_lost"
    TEXT_DISAGREES = "text_disagrees"
    REPAIRED = "repaired"
    RASTERISED = "rasterised"
    PAGES_CHOSEN = "pages_chosen"  # a person chose which pages are bound
    PAGE_SETUP_STALE = "page_setup_stale"  # it was made for pages that are others now
    SIGNATURE_NOT_CARRIED = "signature_not_carried"
    ATTACHMENTS_NOT_CARRIED = "attachments_not_carried"
    REGISTER_SHEET_ONLY = "register_sheet_only"
    ORIGINAL_MISSING = "original_missing"
    ORIGINAL_ALTERED = "original_altered"
    ARCHIVE_TOO_LARGE = "archive_too_large"
    ARCHIVE_TOOL_MISSING = "archive_tool_missing"
    ARCHIVE_MEMBER_UNSAFE = "archive_member_unsafe"
    PROGRAM = "program"
    SHORTCUT = "shortcut"
    WEB_SHORTCUT = "web_shortcut"  # it leads to a page of the web, whose address it tells
    DISK_IMAGE = "disk_image"

    # Findings (see ``FINDINGS``) that several formats share.
    NOT_LOOKED_THROUGH = "not_looked_through"
    MACROS = "macros"
    PICTURES_NOT_STORED = "pictures_not_stored"
    MEDIA_NOT_CARRIED = "media_not_carried"
    OUTSIDE_CONTENT = "outside_content"
    # Word processing and slides.
    PARTS_NOT_CARRIED = "parts_not_carried"
    TEXT_NOT_CARRIED = "text_not_carried"
    TRACKED_CHANGES = "tracked_changes"
    CHANGES_MARKED = "changes_marked"
    COMMENTS = "comments"
    HIDDEN_TEXT = "hidden_text"
    HIDDEN_SLIDES = "hidden_slides"
    ALL_SLIDES_HIDDEN = "all_slides_hidden"
    # Spreadsheets.
    NOTHING_TO_PRINT = "nothing_to_print"
    HIDDEN_SHEETS = "hidden_sheets"
    HIDDEN_ROWS = "hidden_rows"
    FILTERED_ROWS = "filtered_rows"
    HIDDEN_COLUMNS = "hidden_columns"
    ROWS_NOT_PRINTED = "rows_not_printed"
    COLUMNS_NOT_PRINTED = "columns_not_printed"
    NUMBERS_TOO_WIDE = "numbers_too_wide"
    FIT_UNREADABLE = "fit_unreadable"
    VALUES_NOT_STORED = "values_not_stored"
    FIELDS_NOT_STORED = "fields_not_stored"
    LINKED_WORKBOOKS = "linked_workbooks"
    # PDF.
    DYNAMIC_FORM = "dynamic_form"
    PORTFOLIO = "portfolio"
    REVIEW_NOTES = "review_notes"
    NOT_PRINTED = "not_printed"
    VALUES_NOT_SHOWN = "values_not_shown"
    SIGNATURE_NOT_SHOWN = "signature_not_shown"
    LAYERS_NOT_PRINTED = "layers_not_printed"
    FONTS_NOT_EMBEDDED = "fonts_not_embedded"
    NOT_LAID_BESIDE = "not_laid_beside"
    ACTIVE_LEFT_OUT = "active_left_out"
    OUTSIDE_NOT_CARRIED = "outside_not_carried"
    # Pictures, saved web pages and mail.
    FRAMES_NOT_CARRIED = "frames_not_carried"
    THUMBNAILS_LEFT_OUT = "thumbnails_left_out"
    PICTURE_CUT = "picture_cut"
    FRAMES_NOT_STORED = "frames_not_stored"
    DRAWINGS_NOT_CARRIED = "drawings_not_carried"
    DRAWING_WORDS_NOT_CARRIED = "drawing_words_not_carried"
    PAGE_WITHOUT_TEXT = "page_without_text"
    MAIL_ATTACHMENTS_LEFT = "mail_attachments_left"
    MAIL_TEXT_LOCKED = "mail_text_locked"
    # OFD and plain text.
    PARTS_NOT_DRAWN = "parts_not_drawn"
    PAGES_DARK = "pages_dark"
    CHARACTERS_NOT_SHOWN = "characters_not_shown"
    PRIVATE_CHARACTERS = "private_characters"
    TEXT_UNDECODED = "text_undecoded"
    TEXT_BLANK = "text_blank"
    # Archives and packages.
    ARCHIVE_EMPTY = "archive_empty"
    ARCHIVE_ONLY_FOLDERS = "archive_only_folders"
    ARCHIVE_ONLY_LEFTOVERS = "archive_only_leftovers"
    ARCHIVE_PART_MISSING = "archive_part_missing"
    ARCHIVE_METHOD_UNKNOWN = "archive_method_unknown"
    ARCHIVE_FORMAT_UNKNOWN = "archive_format_unknown"
    ARCHIVE_TOO_DEEP = "archive_too_deep"
    ARCHIVE_MEMBERS_LOST = "archive_members_lost"
    ARCHIVE_CLOSED = "archive_closed"


#: Kinds after which no page of the file itself can stand in the dossier until somebody acts.
BLOCKING = frozenset(
    {
        ProblemKind.EMPTY_FILE,
        ProblemKind.DAMAGED,
        ProblemKind.PASSWORD_REQUIRED,
        ProblemKind.CONVERTER_MISSING,
        ProblemKind.CONVERSION_FAILED,
        ProblemKind.TIMED_OUT,
        ProblemKind.MEMORY_EXCEEDED,
        ProblemKind.OUTPUT_EXCEEDED,
        ProblemKind.NESTED_TOO_DEEP,
        ProblemKind.CONTENT_TOO_LARGE,
        ProblemKind.READER_CRASHED,
        ProblemKind.READER_MISSING,
        ProblemKind.PAGES_LOST,
        ProblemKind.TEXT_DISAGREES,
        ProblemKind.ORIGINAL_MISSING,
        ProblemKind.ORIGINAL_ALTERED,
        ProblemKind.DYNAMIC_FORM,
        ProblemKind.NOTHING_TO_PRINT,
        ProblemKind.ARCHIVE_EMPTY,
        ProblemKind.ARCHIVE_ONLY_FOLDERS,
        ProblemKind.ARCHIVE_ONLY_LEFTOVERS,
        ProblemKind.ARCHIVE_PART_MISSING,
        ProblemKind.PROGRAM,
        ProblemKind.SHORTCUT,
        ProblemKind.WEB_SHORTCUT,
        ProblemKind.DISK_IMAGE,
    }
)

#: What is no evidence: it is not taken in, not bound, and not laid beside a dossier.
NOT_EVIDENCE = frozenset(
    {
        ProblemKind.PROGRAM,
        ProblemKind.SHORTCUT,
        ProblemKind.WEB_SHORTCUT,
        ProblemKind.DISK_IMAGE,
    }
)

#: Archives that nothing can be taken out of, now or ever.
HOLLOW = frozenset(
    {
        ProblemKind.ARCHIVE_EMPTY,
        ProblemKind.ARCHIVE_ONLY_FOLDERS,
        ProblemKind.ARCHIVE_ONLY_LEFTOVERS,
        ProblemKind.ARCHIVE_PART_MISSING,
    }
)

#: What a file holds that its bound pages do not show, or show otherwise than its author would
#: expect. A person may dismiss a finding with a reason; until then it is counted and told.
FINDINGS = frozenset(
    {
        ProblemKind.ATTACHMENTS_NOT_CARRIED,
        ProblemKind.NOT_LOOKED_THROUGH,
        ProblemKind.MACROS,
        ProblemKind.PICTURES_NOT_STORED,
        ProblemKind.MEDIA_NOT_CARRIED,
        ProblemKind.OUTSIDE_CONTENT,
        # Word processing and slides.
        ProblemKind.PARTS_NOT_CARRIED,
        ProblemKind.TEXT_NOT_CARRIED,
        ProblemKind.TRACKED_CHANGES,
        ProblemKind.COMMENTS,
        ProblemKind.HIDDEN_TEXT,
        ProblemKind.HIDDEN_SLIDES,
        ProblemKind.ALL_SLIDES_HIDDEN,
        # Spreadsheets.
        ProblemKind.HIDDEN_SHEETS,
        ProblemKind.HIDDEN_ROWS,
        ProblemKind.FILTERED_ROWS,
        ProblemKind.HIDDEN_COLUMNS,
        ProblemKind.ROWS_NOT_PRINTED,
        ProblemKind.COLUMNS_NOT_PRINTED,
        ProblemKind.NUMBERS_TOO_WIDE,
        ProblemKind.FIT_UNREADABLE,
        ProblemKind.VALUES_NOT_STORED,
        ProblemKind.FIELDS_NOT_STORED,
        ProblemKind.LINKED_WORKBOOKS,
        # PDF.
        ProblemKind.PORTFOLIO,
        ProblemKind.REVIEW_NOTES,
        ProblemKind.NOT_PRINTED,
        ProblemKind.VALUES_NOT_SHOWN,
        ProblemKind.SIGNATURE_NOT_SHOWN,
        ProblemKind.LAYERS_NOT_PRINTED,
        ProblemKind.OUTSIDE_NOT_CARRIED,
        # Pictures, saved web pages and mail.
        ProblemKind.FRAMES_NOT_CARRIED,
        ProblemKind.FRAMES_NOT_STORED,
        ProblemKind.DRAWINGS_NOT_CARRIED,
        ProblemKind.DRAWING_WORDS_NOT_CARRIED,
        ProblemKind.PAGE_WITHOUT_TEXT,
        ProblemKind.MAIL_ATTACHMENTS_LEFT,
        ProblemKind.MAIL_TEXT_LOCKED,
        # OFD and plain text.
        ProblemKind.PARTS_NOT_DRAWN,
        ProblemKind.PAGES_DARK,
        ProblemKind.CHARACTERS_NOT_SHOWN,
        ProblemKind.PRIVATE_CHARACTERS,
        ProblemKind.TEXT_UNDECODED,
        ProblemKind.TEXT_BLANK,
        # Archives and packages.
        ProblemKind.ARCHIVE_TOO_LARGE,
        ProblemKind.ARCHIVE_TOOL_MISSING,
        ProblemKind.ARCHIVE_METHOD_UNKNOWN,
        ProblemKind.ARCHIVE_FORMAT_UNKNOWN,
        ProblemKind.ARCHIVE_TOO_DEEP,
        ProblemKind.ARCHIVE_MEMBERS_LOST,
        ProblemKind.ARCHIVE_CLOSED,
        ProblemKind.ARCHIVE_EMPTY,
        ProblemKind.ARCHIVE_ONLY_FOLDERS,
        ProblemKind.ARCHIVE_ONLY_LEFTOVERS,
        ProblemKind.ARCHIVE_PART_MISSING,
    }
)


#: What else a person may look at and let be: told at the item, while its pages show all there is.
REMARKS = frozenset({ProblemKind.PHOTO_TINY, ProblemKind.PHOTO_BLURRED, ProblemKind.PHOTO_ALIKE})


@dataclass(frozen=True, slots=True)
class Dismissal:
    """A person looked at a finding or a remark and says why it needs no more care.

    ``at`` is an ISO time with its zone.
    """

    reason: str
    by: str
    at: str


@dataclass(frozen=True, slots=True)
class Problem:
    """One trouble with one file.

    ``detail`` holds what the sentence in ``app.names.problems`` names (JSON values only), for
    instance ``{"found": "RTF", "suffix": ".doc"}``. Findings and remarks can be dismissed.
    """

    kind: ProblemKind
    detail: Mapping[str, str | int | float | bool] = field(default_factory=dict)
    dismissal: Dismissal | None = None

    @property
    def blocking(self) -> bool:
        """True if the file's own pages cannot be shown until somebody acts."""
        return self.kind in BLOCKING

    @property
    def finding(self) -> bool:
        """True if it tells of content that the bound pages do not show as it is in the file."""
        return self.kind in FINDINGS

    @property
    def remark(self) -> bool:
        """True if a person may let it be, and the pages show all there is."""
        return self.kind in REMARKS

    @property
    def settled(self) -> bool:
        """True if somebody has looked at it and let it be."""
        return self.dismissal is not None

    @property
    def open_finding(self) -> bool:
        """True if it is a finding that nobody has dismissed."""
        return self.finding and not self.settled


def stored_problem(problem: Problem) -> dict[str, Any]:
    """A problem in the form in which a revision keeps it."""
    stored: dict[str, Any] = {"kind": problem.kind.value, "detail": dict(problem.detail)}
    if problem.dismissal is not None:
        dismissal = problem.dismissal
        stored["dismissed"] = {"reason": dismissal.reason, "by": dismissal.by, "at": dismissal.at}
    return stored


def problem_of(stored: Mapping[str, Any]) -> Problem:
    """A problem out of the form in which a revision keeps it."""
    dismissed = stored.get("dismissed")
    return Problem(
        ProblemKind(stored["kind"]),
        dict(stored.get("detail", {})),
        Dismissal(**dismissed) if dismissed else None,
    )


def united(*lists: Iterable[Problem]) -> tuple[Problem, ...]:
    """Several lists of problems of one file as one; of each kind the first that is named."""
    by_kind: dict[ProblemKind, Problem] = {}
    for problems in lists:
        for problem in problems:
            by_kind.setdefault(problem.kind, problem)
    return tuple(by_kind.values())


#: More names than these would fill a line and tell no more.
_NAMED = 5


def listed(names: Iterable[str], most: int = _NAMED) -> str:
    """The first of some names in one line; 等 stands for the rest."""
    every = list(names)
    return "、".join(every[:most]) + ("等" if len(every) > most else "")


def some_names(names: Iterable[str]) -> dict[str, str | int]:
    """The detail of a problem that tells of several files: how many, and what the first are called.

    The names are those at the end of their paths.
    """
    every = [name.rpartition("/")[2] for name in names]
    return {"count": len(every), "names": listed(every)}
