"""What people suggested in open answers, as rectification notices that say where they come from."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import select

from app.names.verification.interview import suggestion_words
from app.rectification.service import NoticeDraft, open_notice_in, set_removed_in
from app.unit_of_work import UnitOfWork
from app.verification.interview.entering import RoundSheets
from app.verification.interview.errors import NothingSuggested
from app.verification.interview.results import OpenAnswer, by_topic, results_of
from app.verification.material_check.registers.masking import masked_text
from app.workspace.access import demand_office
from app.workspace.opening import Workspace
from models import RectificationNotice


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Answers that are put right together, and the words of their notice."""

    answers: tuple[OpenAnswer, ...]
    problem: str


@dataclass(frozen=True, slots=True)
class OpenedNotices:
    """The ids of the notices that were opened, and the suggestions that had one already."""

    notices: tuple[str, ...]
    known: tuple[Suggestion, ...]


def suggestions_of(there: RoundSheets) -> tuple[OpenAnswer, ...]:
    """The answers to the questions that ask for suggestions; without such, all in words. Pure."""
    results = results_of(there.round.said, there.numbered).questions
    asking = [result for result in results if result.question.suggestion] or results
    return tuple(words for result in asking for words in result.words)


def one_by_one(there: RoundSheets, answers: Iterable[OpenAnswer]) -> tuple[Suggestion, ...]:
    """A notice for each answer. Pure."""
    return tuple(Suggestion((answer,), _problem(there, "", [answer])) for answer in answers)


def together(
    there: RoundSheets, answers: Iterable[OpenAnswer], topic: str = ""
) -> tuple[Suggestion, ...]:
    """A notice for each topic, or for the one of this name; what has no topic gets none. Pure."""
    return tuple(
        Suggestion(group.answers, _problem(there, group.topic.name, group.answers))
        for group in by_topic(there.round.said.topics, answers)
        if group.topic is not None and topic in {"", group.topic.name}
    )


def open_notices(
    workspace: Workspace,
    there: RoundSheets,
    suggestions: Sequence[Suggestion],
    *,
    demand: str = "",
    deadline: str = "",
) -> OpenedNotices:
    """Open a notice for each suggestion, all or none; one that has a notice already gets no other.

    Raises:
        NothingSuggested: there is none.
        OfficeOnly: the workspace is a unit's.
        DayNotUnderstood: the deadline is no day.
        WorkspaceReadOnly: the workspace is open for reading only.
    """
    demand_office(workspace)
    if not suggestions:
        raise NothingSuggested
    slot = there.round.slot
    unit_id = workspace.registry().unit(slot.unit).id
    opened: list[str] = []
    known: list[Suggestion] = []
    with workspace.database.writing() as work:
        told = _told(work, unit_id)
        for suggestion in suggestions:
            if suggestion.problem in told:
                known.append(suggestion)
                continue
            draft = NoticeDraft(
                unit_id,
                slot.indicator,
                suggestion.problem,
                demand,
                deadline,
                task_code=slot.task_code,
            )
            opened.append(open_notice_in(work, workspace, draft))
        if opened:
            work.commit()
    return OpenedNotices(tuple(opened), tuple(known))


def remove_notices(workspace: Workspace, notices: Sequence[str], *, removed: bool) -> None:
    """Take back the notices that were opened together, or bring them back.

    Raises: see ``app.rectification.service.remove_notice``.
    """
    with workspace.database.writing() as work:
        for notice in notices:
            set_removed_in(work, workspace, notice, removed=removed)
        work.commit()


def _told(work: UnitOfWork, unit_id: str) -> set[str]:
    """The problems that the unit has notices of."""
    query = select(RectificationNotice.problem).where(
        RectificationNotice.removed_at.is_(None), RectificationNotice.unit_id == unit_id
    )
    return set(work.session.scalars(query))


def _problem(there: RoundSheets, topic: str, answers: Sequence[OpenAnswer]) -> str:
    said = there.round.said
    return suggestion_words(
        said.name,
        topic,
        [
            (
                answer.number,
                said.questionnaire.number_of(answer.question),
                masked_text(answer.words),
            )
            for answer in answers
        ],
    )
