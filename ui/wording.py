"""The app layer's names and sentences in the language of the window.

The Chinese texts are in ``app.terms``, ``app.names`` and ``app.wording``; here they pass through
``tr``. Pages take them only from here.
"""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import TypeVar

from app import shares, terms
from app.answer_sheets.model import Doubt, Refusal
from app.dossier_options import Numbering
from app.exchange import kinds
from app.names import (
    answer_sheets,
    captures,
    completeness,
    concerns,
    county_files,
    obligations,
    page_setup,
    printing,
    problems,
    rechecks,
    review,
    stages,
    tasks,
    verification,
)
from app.names import evidence as evidence_names
from app.names.verification import case_review, exam, interview, registers, web_check
from app.wording import (
    copies,
    dossiers,
    errors,
    evidence,
    exchange,
    identity,
    intake,
    jobs,
    log,
    merge,
    records,
    system,
    workspace,
)
from ui.translation import QT_TR_NOOP, tr

K = TypeVar("K")


class Names(Mapping[K, str]):
    """A table of Chinese names that returns each in the language of the window."""

    def __init__(self, names: Mapping[K, str]) -> None:
        self._names = names

    def __getitem__(self, key: K) -> str:
        return tr(self._names[key])

    def __iter__(self) -> Iterator[K]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


def named(name: str) -> str:
    """The indicator set's name for a task, a method or a kind.

    The usual names are shown in the language of the window, all others as they are in the set.
    """
    return tr(name)


def indicator_heading(code: str) -> str:
    """What an indicator is called in headings and lines of lists."""
    return terms.indicator_heading(code, tr)


def task_heading(indicator: str, task: str, *more: str) -> str:
    """What a task is called in headings and lines of lists; ``more`` are parts that follow."""
    return terms.task_heading(indicator, named(task), *more, translate=tr)


PRINT_STATE_NAMES = Names(printing.PRINT_STATE_NAMES)
ROLE_NAMES = Names(terms.ROLE_NAMES)
RULE_NAMES = Names(obligations.RULE_NAMES)
RULE_MEANINGS = Names(obligations.RULE_MEANINGS)
STATE_NAMES = Names(completeness.STATE_NAMES)
STAGE_NAMES = Names(review.STAGE_NAMES)
BINDING_MODE_NAMES = Names(evidence_names.BINDING_MODE_NAMES)
DECISION_NAMES = Names(review.DECISION_NAMES)
ITEM_STANDING_NAMES = Names(review.STANDING_NAMES)
RETURNED_WITH_NAMES = Names(review.RETURNED_WITH_NAMES)
NOTICE_STATE_NAMES = Names(review.NOTICE_STATE_NAMES)
LACK_NAMES = Names(review.LACK_NAMES)
ASSESSMENT_NAMES = Names(review.ASSESSMENT_NAMES)
PACKAGE_KIND_NAMES = Names(kinds.KIND_NAMES)
UNSEALED = Names(exchange.UNSEALED)
PACKAGE_STATE_NAMES = Names(merge.PACKAGE_STATE_NAMES)
PACKAGE_STANDING_NAMES = Names(merge.STANDING_NAMES)
CHANGE_NAMES = Names(merge.CHANGE_NAMES)
RECORD_NAMES = Names(records.RECORD_NAMES)
TOOL_VALUES = {records: Names(words) for records, words in verification.VALUES.items()}
STANDING_NAMES = Names(rechecks.STANDING_NAMES)
WEAKNESS_NAMES = Names(identity.WEAKNESS_NAMES)
FILL_STATES = Names(registers.FILL_STATES)
QUESTION_KINDS = Names(interview.KINDS)
CASE_VERDICTS = Names(case_review.VERDICTS)
CASE_GRADES = Names(case_review.GRADES)
CASE_STATES = Names(case_review.STATES)
CASE_DIFFERENCES = Names(case_review.DIFFERENCES)
CASE_NOTICES = Names(case_review.NOTICES)
ALGORITHM_WORDS = Names(case_review.ALGORITHM_WORDS)
CASE_SEATS = Names(case_review.VALUES["case_scores"])
ORIGIN_NAMES = Names(terms.ORIGIN_NAMES)
PROGRESS_NAMES = Names(stages.STANDING_NAMES)
CUT_NAMES = Names(page_setup.CUT_NAMES)
PAPER_NAMES = Names(page_setup.PAPER_NAMES)
EDITION_NAMES = Names(dossiers.EDITION_NAMES)
NUMBERING_NAMES = Names(
    {
        Numbering.SINGLE_SIDED: QT_TR_NOOP("单面印：都在右下角"),
        Numbering.DUPLEX_OUTER: QT_TR_NOOP("双面印：在外侧"),
        Numbering.TOP_RIGHT: QT_TR_NOOP("单面印：都在右上角"),
        Numbering.TOP_OUTER: QT_TR_NOOP("双面印：在外侧上角"),
    }
)

share_words = partial(shares.share_words, translate=tr)
describe_error = partial(errors.describe_error, translate=tr, at_window=True)
describe_fault = partial(captures.describe_fault, translate=tr)
describe_capture = partial(captures.describe_capture, translate=tr)
describe_standing = partial(web_check.describe_standing, translate=tr)
group_words = partial(interview.group_words, translate=tr)
number_words = interview.number_words
row_fault_words = partial(interview.row_fault_words, translate=tr)
describe_copy = partial(copies.describe_copy, translate=tr)
describe_problem = partial(problems.describe_problem, translate=tr)
describe_mended = partial(evidence.describe_mended, translate=tr)
describe_present = partial(evidence.describe_present, translate=tr)
describe_exclusion = partial(intake.describe_exclusion, translate=tr)
task_terms = partial(tasks.task_terms, translate=tr)
describe_file_change = partial(county_files.describe_file_change, translate=tr)
describe_left_out = partial(county_files.describe_left_out, translate=tr)
describe_obligations = partial(obligations.describe_obligations, translate=tr)
YEAR_STATE_NAMES = Names(completeness.YEAR_STATE_NAMES)
year_words = partial(completeness.year_words, translate=tr)
describe_point = partial(completeness.describe_point, translate=tr)
question_fault_words = partial(exam.question_fault_words, translate=tr)
points_words = exam.points_words
figure_value = partial(completeness.figure_value, translate=tr)
days_in_words = partial(stages.days_in_words, translate=tr)
how_long = partial(stages.how_long, translate=tr)
problem_name = partial(problems.problem_name, translate=tr)
defect_name = partial(workspace.defect_name, translate=tr)
stage_name = partial(jobs.stage_name, translate=tr)
field_name = partial(evidence.field_name, translate=tr)
describe_field_change = partial(evidence.describe_field_change, translate=tr)
describe_photo_note = partial(evidence.describe_photo_note, translate=tr)
action_name = partial(log.action_name, translate=tr)
describe_entry = partial(log.describe_entry, translate=tr)
LogNames = log.LogNames
tell_entry = partial(log.tell_entry, translate=tr)
describe_counts = partial(merge.describe_counts, translate=tr)
describe_notice = partial(merge.describe_notice, translate=tr)
describe_difference = partial(review.describe_difference, translate=tr)
describe_rows = partial(verification.describe_rows, translate=tr)
describe_notice_state = partial(review.describe_notice_state, translate=tr)
describe_unit_change = partial(workspace.describe_unit_change, translate=tr)
describe_concerns = partial(concerns.describe_concerns, translate=tr)
describe_doubts = partial(workspace.describe_doubts, translate=tr)
describe_bad_line = partial(workspace.describe_bad_line, translate=tr)
backup_reason = partial(workspace.backup_reason, translate=tr)
defect_remedy = partial(workspace.defect_remedy, translate=tr)
defect_subjects = partial(workspace.defect_subjects, translate=tr)


def person_name(name: str) -> str:
    """A person's registered name; if nobody was registered, the words for that."""
    return tr(name) if name == terms.UNNAMED_PERSON else name


def partner_name(name: str) -> str:
    """A unit as registered, or the office in the language of the window."""
    return tr(name) if name in terms.WORKSPACE_ROLE_NAMES.values() else name


def system_words(error: OSError) -> str:
    """What the system says of a failure."""
    return system_words_of(error.strerror or str(error))


def system_words_of(detail: str) -> str:
    """The same of the words that an error of ours carries."""
    return tr(system.system_words(detail))


def scan_doubt_words(doubt: Doubt) -> str:
    """Why a person must look at a question of a scanned sheet."""
    return tr(answer_sheets.DOUBTS[doubt])


def scan_refusal_words(reason: Refusal) -> str:
    """Why a scanned page was not read, and what helps."""
    return tr("；").join(tr(words) for words in answer_sheets.REFUSALS[reason])
