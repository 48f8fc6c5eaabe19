"""Rounds of interviews in dossiers: how they went, what was answered, and who was drawn."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from sqlalchemy.orm import Session

from app.names.verification import interview as names
from app.names.verification.interview import group_words, number_words
from app.shares import NO_SHARE, share_words
from app.sheets.content import NoteColumn, NoteForm, NoteLine
from app.verification.interview.entering import RoundSheets
from app.verification.interview.results import (
    OpenAnswer,
    QuestionResult,
    Results,
    by_topic,
    cross_table,
    results_of,
)
from app.verification.interview.rounds import ROUNDS, DrawRecord, Round
from app.verification.interview.schema import QuestionKind
from app.verification.interview.sheets import AnswerSheet, read_sheets
from app.verification.material_check.registers.masking import masked as masked_cell
from app.verification.material_check.registers.masking import masked_text
from app.verification.material_check.registers.schema import ColumnType
from app.verification.notes import Note, read_notes

_ROUND = NoteForm("随机访谈情况表", (NoteColumn("项目", 40), NoteColumn("内容", 118)))
_ANSWERS = NoteForm(
    "随机访谈统计表",
    (
        NoteColumn("题号", 14, centred=True),
        NoteColumn("题目", 62),
        NoteColumn("答案", 46),
        NoteColumn("结果", 36, centred=True),
    ),
)
_GROUPS = NoteForm(
    "随机访谈分组情况表",
    (
        NoteColumn("组别", 50),
        NoteColumn("有效答卷", 34, centred=True),
        NoteColumn("作答", 34, centred=True),
        NoteColumn("满意度", 40, centred=True),
    ),
)
_WORDS = NoteForm(
    "随机访谈意见建议",
    (
        NoteColumn("归类", 26),
        NoteColumn("题号", 14, centred=True),
        NoteColumn("内容", 78),
        NoteColumn("答卷", 40),
    ),
)
_DRAW = NoteForm(
    "随机访谈对象抽取记录",
    (
        NoteColumn("名单序号", 22, centred=True),
        NoteColumn("组别", 50),
        NoteColumn("姓名（名称）", 50),
        NoteColumn("电话", 36, centred=True, internal=True),
    ),
)


def sheet_lines(session: Session, _own: Path | None) -> Iterator[tuple[NoteForm, NoteLine]]:
    """The sheets of all rounds, those of one round after the other."""
    rounds = read_notes(session, ROUNDS)
    if not rounds:
        return
    by_round: dict[str, list[Note[AnswerSheet]]] = {}
    for sheet in read_sheets(session):
        by_round.setdefault(sheet.said.round, []).append(sheet)
    found = [RoundSheets(note, tuple(by_round.get(note.id, ()))) for note in rounds]
    for there in found:
        yield from _overview(there)
    for there in found:
        if there.sheets:
            yield from _answers(there)
    for there in found:
        yield from _groups(there)
    for there in found:
        yield from _words(there)
    for there in found:
        for number, draw in enumerate(there.round.said.draws, 1):
            yield from _drawn(there, number, draw)


def overview_of(there: RoundSheets, results: Results) -> Iterator[tuple[str, str]]:
    """How a round went, a line for each thing that is known of it."""
    said, response = there.round.said, results.response
    questionnaire = said.questionnaire
    yield names.QUESTIONNAIRE, names.edition_words(questionnaire.title, questionnaire.edition)
    yield names.AUDIENCE, questionnaire.audience
    days = dict.fromkeys(filter(None, (said.held_from, said.held_to)))
    if days or said.location:
        yield names.HELD, "　".join(filter(None, ("—".join(days), said.location)))
    if said.draw is not None:
        yield (
            names.DRAWN,
            names.draw_words(
                sum(group.listed for group in said.draw.groups),
                len(said.draw.people),
                said.draw.seed,
                len(said.draws),
            ),
        )
    if response.total:
        yield names.TOTAL, str(response.total)
    if response.asked:
        yield names.ASKED, str(response.asked)
    yield names.RETURNED, names.returned_words(response.returned, response.valid)
    for title, share in (
        (names.MEASURES["returned"], response.return_rate),
        (names.VALID_RATE, response.valid_rate),
        (names.MEASURES["interviewed"], response.interview_rate),
    ):
        if share.of:
            yield title, share_words(share.counted, share.of)
    overall = results.overall
    if overall is not None and overall.satisfaction is not None:
        share = overall.satisfaction
        yield (
            names.overall_words(overall.number),
            share_words(share.counted, share.of),
        )


def result_rows(result: QuestionResult) -> Iterator[tuple[str, str]]:
    """What was answered to a question, and how often; its rates and means."""
    for option in result.options:
        yield option.text, share_words(option.share.counted, option.share.of)
    if result.satisfaction is not None:
        share = result.satisfaction
        yield names.MEASURES["satisfaction"], share_words(share.counted, share.of)
    if result.numbers is not None:
        numbers = result.numbers
        unit = result.question.unit
        mean = number_words(numbers.mean, unit)
        yield names.MEAN, names.counted_words(mean, numbers.count)
        if result.question.kind is QuestionKind.NUMBER:
            yield names.MEDIAN, number_words(numbers.median, unit)
            least, most = (number_words(n, unit) for n in (numbers.least, numbers.most))
            yield names.BOUNDS, f"{least}—{most}"
    if result.question.kind is QuestionKind.OPEN:
        yield names.WORDS, share_words(result.answered.counted, result.answered.of)


def open_answers(results: Results) -> tuple[OpenAnswer, ...]:
    """All that was answered in words."""
    return tuple(words for result in results.questions for words in result.words)


def _line(
    there: RoundSheets,
    cells: tuple[str, ...],
    *,
    group: str = "",
    unfinished: bool = False,
    masked: tuple[str, ...] = (),
) -> NoteLine:
    slot = there.round.slot
    return NoteLine(
        slot.indicator,
        slot.task_code,
        slot.unit,
        cells,
        group or there.round.said.name,
        unfinished=unfinished,
        masked=masked,
    )


def _overview(there: RoundSheets) -> Iterator[tuple[NoteForm, NoteLine]]:
    results = results_of(there.round.said, there.numbered)
    planned_only = not there.sheets
    for cells in overview_of(there, results):
        yield _ROUND, _line(there, cells, unfinished=planned_only)
    reasons: dict[str, list[int]] = {}
    for sheet in there.sheets:
        if sheet.said.void:
            reasons.setdefault(sheet.said.void, []).append(sheet.said.number)
    for reason, numbers in reasons.items():
        cells = (names.VOID, names.void_words(reason, numbers))
        yield _ROUND, _line(there, cells, unfinished=True)
    if there.unsettled:
        numbers = [sheet.said.number for sheet in there.unsettled]
        cells = (names.UNSETTLED, names.listed_words(numbers))
        yield _ROUND, _line(there, cells, unfinished=True)


def _answers(there: RoundSheets) -> Iterator[tuple[NoteForm, NoteLine]]:
    for result in results_of(there.round.said, there.numbered).questions:
        for place, (answer, words) in enumerate(result_rows(result)):
            number = str(result.number) if place == 0 else ""
            text = result.question.text if place == 0 else ""
            yield _ANSWERS, _line(there, (number, text, answer, words))


def _groups(there: RoundSheets) -> Iterator[tuple[NoteForm, NoteLine]]:
    overall = there.round.said.questionnaire.overall
    if overall is None:
        return
    table = cross_table(there.round.said, there.numbered, overall.id)
    if len(table) < 2:
        return
    for group in table:
        share, answered = group.result.satisfaction, group.result.answered
        cells = (
            group_words(group.group),
            str(answered.of),
            str(answered.counted),
            share_words(share.counted, share.of) if share is not None else NO_SHARE,
        )
        yield _GROUPS, _line(there, cells)


def _words(there: RoundSheets) -> Iterator[tuple[NoteForm, NoteLine]]:
    said = there.round.said
    found = open_answers(results_of(said, there.numbered))
    for group in by_topic(said.topics, found):
        name = group.topic.name if group.topic is not None else ""
        for place, (asked, words, numbers) in enumerate(alike(said, group.answers)):
            shown = name if place == 0 else ""
            cells = (shown, str(asked), words, names.sheets_words(numbers))
            outside = (*cells[:2], masked_text(words), cells[3])
            yield _WORDS, _line(there, cells, masked=outside)


def alike(said: Round, answers: Iterable[OpenAnswer]) -> tuple[tuple[int, str, list[int]], ...]:
    """Answers in the same words together: number of the question, words, numbers of the sheets.

    Answers to open questions come before what stands behind 其他.
    """
    found: dict[tuple[int, str], list[int]] = {}
    for answer in answers:
        key = (said.questionnaire.number_of(answer.question), answer.words)
        found.setdefault(key, []).append(answer.number)
    asked = {number: q.kind for number, q in enumerate(said.questionnaire.questions, 1)}
    order = sorted(found, key=lambda key: asked.get(key[0]) is not QuestionKind.OPEN)
    return tuple((*key, found[key]) for key in order)


def _drawn(
    there: RoundSheets, number: int, draw: DrawRecord
) -> Iterator[tuple[NoteForm, NoteLine]]:
    about = names.draw_heading(
        there.round.said.name,
        number,
        draw.drawn_at,
        draw.drawn_by,
        draw.seed,
        draw.digest,
        draw.reason,
        counts=[(group_words(g.group), g.listed, g.drawn) for g in draw.groups],
    )
    for person in draw.people:
        cells = (str(person.place), group_words(person.group), person.name, person.phone)
        outside = (
            *cells[:2],
            masked_cell(ColumnType.PERSON, person.name),
            masked_cell(ColumnType.PHONE, person.phone),
        )
        yield _DRAW, _line(there, cells, group=about, masked=outside)
