"""Answers and points, entered at the keyboard, from a table, or from answer sheets."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from app.names.verification.exam import answer_words
from app.table_files.errors import TableUnreadable
from app.verification.exam.errors import AnswersRefused
from app.verification.exam.exams import FIRST, Exam, find_exam
from app.verification.exam.marking import AnswerFault, read_answer, score_fault
from app.verification.exam.people import Attendance, Person, by_number, change_people, read_people
from app.verification.notes import Note, NoteChanges
from app.workspace.opening import Workspace

#: Headings of a table of answers: the number of the candidate, and what stands for absence.
_NUMBERS = frozenset({"考号", "准考证号", "编号", "答题卡编号"})
_ATTENDANCE, _SCORED = "到考", "分"
_ABSENT = frozenset({"缺考", "未到", "缺"})


@dataclass(frozen=True, slots=True)
class Entry:
    """What one sheet says: answers and points by the number of the question in its version.

    Only what is named is changed; "" takes an answer back. ``paper_version`` "": as it was.
    """

    number: str
    answers: Mapping[str, str]
    scores: Mapping[str, float]
    absent: bool = False
    paper_version: str = ""


@dataclass(frozen=True, slots=True)
class EntryFault:
    """What is wrong with an answer of an entry; ``question`` "" for the entry itself."""

    number: str
    question: str
    given: str
    fault: AnswerFault | None


def settle(
    exam: Exam, people: Mapping[str, Note[Person]], entries: Iterable[Entry], sitting: int = FIRST
) -> tuple[dict[str, Person], tuple[EntryFault, ...]]:
    """By the ids of their rows, what people are to have; and what is wrong. Pure.

    Raises ``NoPaper`` before there is one.
    """
    paper = exam.paper(sitting)
    known = {version.name for version in paper.versions}
    found: dict[str, Person] = {}
    faults: list[EntryFault] = []
    for entry in entries:
        person = people.get(entry.number)
        if person is None or (entry.paper_version and entry.paper_version not in known):
            faults.append(EntryFault(entry.number, "", entry.paper_version, None))
            continue
        said = found.get(person.id, person.said)
        if entry.absent:
            found[person.id] = replace(said, attendance=Attendance.ABSENT, answers={}, scores={})
            continue
        version = entry.paper_version or said.paper_version
        printed = {str(each.number): each for each in paper.printed(version)}
        answers, scores = dict(said.answers), dict(said.scores)
        for question, text in entry.answers.items():
            if question not in printed:
                faults.append(EntryFault(entry.number, question, text, AnswerFault.NO_QUESTION))
                continue
            given, fault = read_answer(printed[question], text)
            if fault is not None:
                faults.append(EntryFault(entry.number, question, text, fault))
            elif given:
                answers[question] = given
            else:
                answers.pop(question, None)
        for question, points in entry.scores.items():
            given = f"{points:g}"
            if question not in printed:
                faults.append(EntryFault(entry.number, question, given, AnswerFault.NO_QUESTION))
            elif (fault := score_fault(printed[question], points)) is not None:
                faults.append(EntryFault(entry.number, question, given, fault))
            else:
                scores[question] = points
        found[person.id] = replace(
            said,
            answers=answers,
            scores=scores,
            paper_version=version,
            attendance=Attendance.PRESENT,
        )
    return found, tuple(faults)


def enter(
    workspace: Workspace, exam: str, entries: Sequence[Entry], sitting: int = FIRST
) -> NoteChanges[Person]:
    """Store what sheets say, all or nothing; returns what takes it back.

    Answer sheets that were scanned come the same way: the number on the sheet is ``number``.

    Raises:
        ExamUnknown, NoPaper: there is no such exam, or it has no paper yet.
        AnswersRefused: names every answer that cannot be; nothing was stored.
    """
    with workspace.database.reading() as session:
        note = find_exam(session, exam)
        people = by_number(read_people(session, note.id), sitting)
    changed, faults = settle(note.said, people, entries, sitting)
    if faults:
        raise AnswersRefused(tuple(fault_words(fault) for fault in faults))
    return change_people(workspace, note, NoteChanges(altered=changed))


def import_answers(
    workspace: Workspace, exam: str, path: Path, sitting: int = FIRST
) -> tuple[int, NoteChanges[Person]]:
    """Take answers and points from a table; returns how many sheets, and what takes it back.

    The heading has 考号, then the numbers of questions; "21分" are the points of question 21,
    试卷 the version, 到考 says who was absent.

    Raises:
        TableUnreadable, SecretWords: see ``read_table``.
        AnswersRefused: names every cell that cannot be; nothing was stored.
    """
    from app.verification.material_check.registers.tables import read_table

    entries, faults = entries_of(path.name, read_table(path))
    if faults:
        raise AnswersRefused(tuple(fault_words(fault) for fault in faults))
    return len(entries), enter(workspace, exam, entries, sitting)


def entries_of(
    name: str, rows: Sequence[Sequence[str]]
) -> tuple[tuple[Entry, ...], tuple[EntryFault, ...]]:
    """What a table says. Pure. Raises ``TableUnreadable`` without a heading."""
    start = next((n for n, row in enumerate(rows) if set(row) & _NUMBERS), None)
    if start is None:
        raise TableUnreadable(name, "第一行没有“考号”")
    heads = [head.strip().removeprefix("第").removesuffix("题") for head in rows[start]]
    place = next(n for n, head in enumerate(rows[start]) if head in _NUMBERS)
    entries: list[Entry] = []
    faults: list[EntryFault] = []
    for row in rows[start + 1 :]:
        cells = dict(zip(heads, (cell.strip() for cell in row), strict=False))
        number = row[place].strip() if place < len(row) else ""
        if not number:
            continue
        number = number.zfill(3) if number.isdecimal() else number
        answers = {head: text for head, text in cells.items() if head.isdecimal() and text}
        scores: dict[str, float] = {}
        for head, text in cells.items():
            question = head.removesuffix(_SCORED).removesuffix("题")
            if not head.endswith(_SCORED) or not question.isdecimal() or not text:
                continue
            try:
                scores[question] = float(text)
            except ValueError:
                faults.append(EntryFault(number, question, text, AnswerFault.NO_POINTS))
        absent = cells.get(_ATTENDANCE, "") in _ABSENT
        version = cells.get("试卷", "").removesuffix("卷").upper()
        entries.append(Entry(number, answers, scores, absent, version))
    return tuple(entries), tuple(faults)


def fault_words(fault: EntryFault) -> str:
    """What is wrong with an entry, in words."""
    if fault.fault is None:
        if fault.given:
            return f"考号 {fault.number}：没有 {fault.given} 卷"
        return f"考号 {fault.number}：没有这名考生，或没有抽中"
    return answer_words(fault.number, fault.question, fault.given, fault.fault.value)
