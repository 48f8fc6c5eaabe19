"""What can be wrong with an indicator pack, as values; ``app.wording`` has the sentences."""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class FindingKind(StrEnum):
    """Every fault that a pack can have: in its bytes, its YAML, its fields, its references."""

    UNREADABLE = "unreadable"
    TOO_LARGE = "too_large"
    TOO_MANY_VALUES = "too_many_values"
    MORE = "more"  # stands for the faults after those that are listed
    ENCODING = "encoding"
    EMPTY = "empty"
    SYNTAX = "syntax"
    SYNTAX_TAB = "syntax_tab"
    SYNTAX_COLON = "syntax_colon"
    SYNTAX_INDENT = "syntax_indent"
    SYNTAX_QUOTE = "syntax_quote"
    SYNTAX_BRACKET = "syntax_bracket"
    CONTROL_CHARACTER = "control_character"
    ALIAS = "alias"
    TAG = "tag"
    TOO_DEEP = "too_deep"
    SEVERAL_DOCUMENTS = "several_documents"
    COMPLEX_KEY = "complex_key"
    DUPLICATE_KEY = "duplicate_key"

    MISSING = "missing"
    UNKNOWN_FIELD = "unknown_field"
    NEEDS_TEXT = "needs_text"
    NEEDS_LIST = "needs_list"
    NEEDS_MAPPING = "needs_mapping"
    NEEDS_NUMBER = "needs_number"
    NEEDS_DATE = "needs_date"
    NEEDS_BOOLEAN = "needs_boolean"
    BLANK = "blank"
    TOO_LONG = "too_long"
    OUT_OF_RANGE = "out_of_range"
    NOT_A_CHOICE = "not_a_choice"
    BAD_PATTERN = "bad_pattern"
    UNIT_OR_GROUP = "unit_or_group"
    INVALID = "invalid"

    DUPLICATE_INDICATOR = "duplicate_indicator"
    KIND_MISMATCH = "kind_mismatch"
    UNKNOWN_CATEGORY = "unknown_category"
    UNKNOWN_CATEGORY_GROUP = "unknown_category_group"
    DUPLICATE_CATEGORY = "duplicate_category"
    DUPLICATE_METHOD = "duplicate_method"
    DUPLICATE_TASK = "duplicate_task"
    DUPLICATE_ID = "duplicate_id"
    BAD_CODE_PATTERN = "bad_code_pattern"
    UNKNOWN_PARENT = "unknown_parent"
    NO_SUCH_LEVEL = "no_such_level"
    NOBODY_RESPONSIBLE = "nobody_responsible"
    POINT_ORDER = "point_order"
    DUPLICATE_THRESHOLD = "duplicate_threshold"
    UNKNOWN_UNIT = "unknown_unit"
    UNKNOWN_GROUP = "unknown_group"
    NAME_CLASH = "name_clash"
    DUPLICATE_RESPONSIBLE = "duplicate_responsible"
    STAGE_ORDER = "stage_order"

    UNKNOWN_COLUMN = "unknown_column"
    CHOICES_MISPLACED = "choices_misplaced"
    PARTIAL_MISPLACED = "partial_misplaced"
    TOO_MANY_QUESTIONS = "too_many_questions"


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault of a pack.

    ``line`` counts from 1 (0: the fault has no line). ``field`` is the way to the value, list
    places counted from 1 as a reader would: ``indicators[60].tasks[1].method``. ``detail`` holds
    what the sentence in ``app.wording`` names.
    """

    line: int
    field: str
    kind: FindingKind
    detail: Mapping[str, str] = dataclasses.field(default_factory=dict)
