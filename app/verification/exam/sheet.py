"""考试情况表: what dossiers bind of exams behind the divider of their task."""

from collections.abc import Iterator
from pathlib import Path

from sqlalchemy.orm import Session

from app.names.verification.exam import (
    ATTENDANCES,
    BAND_NAMES,
    KINDS,
    points_words,
    version_name,
)
from app.shares import share_words
from app.sheets.content import NoteColumn, NoteForm, NoteLine
from app.verification.exam.exams import FIRST, MAKEUP, Exam, read_exams
from app.verification.exam.people import Person, read_people
from app.verification.exam.statistics import (
    Result,
    item_statistics,
    passed_in_all,
    results_of,
    spread_of,
    tally_of,
)
from app.verification.material_check.registers.masking import masked
from app.verification.material_check.registers.schema import ColumnType
from app.verification.notes import Note

SUMMARY = NoteForm("考试情况表", (NoteColumn("项目", 38, centred=True), NoteColumn("情况", 120)))
SCORES = NoteForm(
    "考试成绩表",
    (
        NoteColumn("考号", 18, centred=True),
        NoteColumn("姓名", 22, centred=True),
        NoteColumn("单位", 50, takes=True),
        NoteColumn("试卷", 18, centred=True),
        NoteColumn("成绩", 20, centred=True),
        NoteColumn("结果", 30, centred=True),
    ),
)


def sheet_lines(session: Session, _own: Path | None) -> Iterator[tuple[NoteForm, NoteLine]]:
    """The sheets of every exam, each behind the task that it belongs to."""
    for note in reversed(read_exams(session)):
        people = [person.said for person in read_people(session, note.id)]
        if FIRST not in note.said.papers:
            continue
        head = " ".join(filter(None, (note.said.name, note.said.held_on)))
        for item, told in summary(note.said, people):
            yield SUMMARY, _line(note, (item, told), head)
        for result, sitting in _scored(note.said, people):
            cells = _cells(result, sitting)
            hidden = (cells[0], masked(ColumnType.PERSON, cells[1]), *cells[2:])
            yield SCORES, _line(note, cells, head, masked=hidden)


def summary(exam: Exam, people: list[Person]) -> Iterator[tuple[str, str]]:
    """What an exam came to, line by line: never a percentage without its counts."""
    paper, results = exam.paper(), results_of(exam, people)
    tally = tally_of(results)
    if exam.held_on:
        yield "考试时间", " ".join(filter(None, (exam.held_on, exam.starts_at)))
    if exam.room:
        yield "考试地点", exam.room
    counts: dict[str, int] = {}
    for question in paper.questions:
        name = KINDS[question.kind.value]
        counts[name] = counts.get(name, 0) + 1
    kinds = "、".join(f"{name} {count} 题" for name, count in counts.items())
    versions = "、".join(version_name(version.name) for version in paper.versions)
    yield "试卷", f"{kinds}；满分 {points_words(paper.total)} 分；{versions}；抽题种子 {paper.seed}"
    if exam.draw is not None:
        draw = exam.draw
        yield "抽取人员", f"名单 {draw.of} 人，抽取 {draw.count} 人；抽取种子 {draw.seed}"
    yield "参考人数", f"应考 {tally.drawn} 人，参考 {tally.present} 人，缺考 {tally.absent} 人"
    if tally.scored:
        mark = points_words(exam.pass_mark)
        rate = share_words(tally.passed, tally.scored)
        yield "合格率", f"{rate}；{mark} 分合格"
    spread = spread_of(results, paper.total)
    if spread is not None:
        bands = "，".join(
            f"{name} {count} 人" for name, count in zip(BAND_NAMES, spread.bands, strict=True)
        )
        yield "成绩分布", bands
        yield (
            "平均和离散",
            f"平均 {spread.mean:.1f} 分，中位数 {points_words(spread.median)} 分，"
            f"标准差 {spread.deviation:.1f}，最高 {points_words(spread.most)} 分，"
            f"最低 {points_words(spread.least)} 分",
        )
    if MAKEUP in exam.papers:
        again = tally_of(results_of(exam, people, MAKEUP))
        if again.drawn:
            passed, of = passed_in_all(exam, people)
            rate = share_words(again.passed, again.scored)
            yield (
                "补考",
                f"应补考 {again.drawn} 人，参加 {again.present} 人，缺考 {again.absent} 人，"
                f"合格 {rate}；连同补考合格 {share_words(passed, of)}",
            )


def item_lines(exam: Exam, people: list[Person]) -> Iterator[tuple[str, ...]]:
    """How each question did, as a table shows it."""
    paper = exam.paper()
    for item in item_statistics(results_of(exam, people)):
        question = paper.questions[item.number - 1]
        yield (
            str(item.number),
            KINDS[item.kind.value],
            question.chapter,
            share_words(item.right, item.answered),
            f"{item.difficulty:.2f}",
            f"{item.discrimination:.2f}",
            "—" if item.correlation is None else f"{item.correlation:.2f}",
        )


def outcome_words(result: Result) -> str:
    """合格, 不合格, 待评分, or whether the person came."""
    if result.passed is not None:
        return "合格" if result.passed else "不合格"
    if result.marked is not None:
        return "待评分"
    return ATTENDANCES[result.person.attendance.value]


def _scored(exam: Exam, people: list[Person]) -> Iterator[tuple[Result, int]]:
    for sitting in (FIRST, MAKEUP):
        if sitting in exam.papers:
            for result in results_of(exam, people, sitting):
                yield result, sitting


def _cells(result: Result, sitting: int) -> tuple[str, ...]:
    person = result.person
    total = "—" if result.total is None else points_words(result.total)
    outcome = outcome_words(result)
    version = version_name(person.paper_version) if person.paper_version else ""
    suffix = "（补考）" if sitting == MAKEUP else ""
    return person.number, person.name, person.department, version, total, f"{outcome}{suffix}"


def _line(
    note: Note[Exam], cells: tuple[str, ...], head: str, *, masked: tuple[str, ...] = ()
) -> NoteLine:
    slot = note.slot
    return NoteLine(slot.indicator, slot.task_code, slot.unit, cells, head, masked=masked)
