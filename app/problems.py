"""What can be wrong with a file, as values: kept with the item, shown with reason and remedy."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class ProblemKind(StrEnum):
    """Every trouble a file can bring; ``app.wording`` has a sentence and a remedy for each."""

    EMPTY_FILE = "empty_file"
    DAMAGED = "damaged"
    PASSWORD_REQUIRED = "password_required"
    UNSUPPORTED = "unsupported"
    WRONG_SUFFIX = "wrong_suffix"
    PHOTO_TINY = "photo_tiny"
    PHOTO_BLURRED = "photo_blurred"
    OUTSIDE_PERIOD = "outside_period"
    DUPLICATE_CONTENT = "duplicate_content"
    INTERNAL_MARK = "internal_mark"
    CONVERTER_MISSING = "converter_missing"
    CONVERSION_FAILED = "conversion_failed"
    TIMED_OUT = "timed_out"
    PAGES_LOST = "pages_lost"
    TEXT_DISAGREES = "text_disagrees"
    REPAIRED = "repaired"
    RASTERISED = "rasterised"
    SIGNATURE_NOT_CARRIED = "signature_not_carried"
    ATTACHMENTS_NOT_CARRIED = "attachments_not_carried"
    REGISTER_SHEET_ONLY = "register_sheet_only"
    ORIGINAL_MISSING = "original_missing"
    ARCHIVE_TOO_LARGE = "archive_too_large"
    ARCHIVE_TOOL_MISSING = "archive_tool_missing"
    ARCHIVE_MEMBER_UNSAFE = "archive_member_unsafe"

    # Findings (see ``FINDINGS``) that several formats share.
    NOT_LOOKED_THROUGH = "not_looked_through"
    PICTURES_NOT_STORED = "pictures_not_stored"
    PAGES_NOT_CARRIED = "pages_not_carried"
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
    # Pictures, saved web pages and mail.
    # OFD and plain text.
    # Archives and packages.


#: Kinds after which no page of the file itself can stand in the dossier until somebody acts.
BLOCKING = frozenset(
    {
        ProblemKind.EMPTY_FILE,
        ProblemKind.DAMAGED,
        ProblemKind.PASSWORD_REQUIRED,
        ProblemKind.CONVERTER_MISSING,
        ProblemKind.CONVERSION_FAILED,
        ProblemKind.TIMED_OUT,
        ProblemKind.PAGES_LOST,
        ProblemKind.TEXT_DISAGREES,
        ProblemKind.ORIGINAL_MISSING,
        ProblemKind.NOTHING_TO_PRINT,
    }
)

#: What a file holds that its bound pages do not show, or show otherwise than its author would
#: expect. A person may dismiss a finding with a reason; until then it is counted and told.
FINDINGS = frozenset(
    {
        ProblemKind.ATTACHMENTS_NOT_CARRIED,
        ProblemKind.NOT_LOOKED_THROUGH,
        ProblemKind.PICTURES_NOT_STORED,
        ProblemKind.PAGES_NOT_CARRIED,
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
        # Pictures, saved web pages and mail.
        # OFD and plain text.
        # Archives and packages.
    }
)


@dataclass(frozen=True, slots=True)
class Problem:
    """One trouble with one file.

    ``detail`` holds what the sentence in ``app.wording`` names (JSON values only), for instance
    ``{"found": "RTF", "suffix": ".doc"}``.
    """

    kind: ProblemKind
    detail: Mapping[str, str | int | float | bool] = field(default_factory=dict)

    @property
    def blocking(self) -> bool:
        """True if the file's own pages cannot be shown until somebody acts."""
        return self.kind in BLOCKING

    @property
    def finding(self) -> bool:
        """True if it tells of content that the bound pages do not show as it is in the file."""
        return self.kind in FINDINGS
