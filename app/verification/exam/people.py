"""Who sits an exam: the list, the draw, seats and numbers, who was absent, 补考."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.names.verification.exam import row_words
from app.verification import typed
from app.verification.exam.errors import (
    NobodyForMakeup,
    NobodyListed,
    PeopleListRefused,
    PersonUnknown,
    TooFewPeople,
)
from app.verification.exam.exams import EXAMS, FIRST, MAKEUP, Draw, Exam, find_exam
from app.verification.exam.marking import mark_sheet
from app.verification.exam.papers import VERSIONS
from app.verification.exam.places import METHOD
from app.verification.notes import (
    Note,
    NoteChanges,
    NoteKind,
    alter_note,
    change_notes,
)
from app.verification.sampling import draw, shuffled
from app.verification.slots import Slot
from app.workspace.opening import Workspace
from models import Unit
from models.exams import MOST_PEOPLE, ExamPerson
from models.exams import Attendance as Attendance

#: What stands in a list's first line where it has a heading.
HEADINGS: Mapping[str, tuple[str, ...]] = {
    "name": ("姓名", "名字", "人员", "考生"),
    "department": ("单位", "工作单位", "所在单位", "部门", "科室"),
    "post": ("职务", "岗位", "职级", "职务职级"),
}


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody on the list of an exam; see ``models.exams.ExamPerson``."""

    exam: str
    name: str
    department: str = ""
    post: str = ""
    number: str = ""
    seat: str = ""
    paper_version: str = ""
    sitting: int = FIRST
    attendance: Attendance = Attendance.LISTED
    answers: Mapping[str, str] = field(default_factory=dict)
    scores: Mapping[str, float] = field(default_factory=dict)
    position: int = 0

    @property
    def chosen(self) -> bool:
        """True if the person was drawn, whether present or not."""
        return self.attendance is not Attendance.LISTED


@dataclass(frozen=True, slots=True)
class ListFault:
    """A line of a pasted list that cannot be taken; ``twice``: an earlier line has the same."""

    line: int
    twice: int = 0


def parse_people(
    rows: Iterable[Sequence[str]],
) -> tuple[tuple[tuple[str, str, str], ...], tuple[ListFault, ...]]:
    """Name, unit and post of each line, and the lines that cannot be. Pure.

    A first line with 姓名 says the order of the columns; without one it is 姓名, 单位, 职务.
    """
    places = {"name": 0, "department": 1, "post": 2}
    found: list[tuple[str, str, str]] = []
    faults: list[ListFault] = []
    seen: dict[tuple[str, str], int] = {}
    for line, row in enumerate(rows, 1):
        cells = [" ".join(cell.split()) for cell in row]
        if not any(cells):
            continue
        if not found and not faults and set(cells) & set(HEADINGS["name"]):
            places = {
                key: next((n for n, cell in enumerate(cells) if cell in names), -1)
                for key, names in HEADINGS.items()
            }
            continue
        name, department, post = (
            cells[places[key]] if 0 <= places[key] < len(cells) else "" for key in HEADINGS
        )
        if not name:
            faults.append(ListFault(line))
        elif (earlier := seen.setdefault((name, department), line)) != line:
            faults.append(ListFault(line, earlier))
        else:
            found.append((name, department, post))
    return tuple(found), tuple(faults)


def read_people(session: Session, exam: str) -> tuple[Note[Person], ...]:
    """Everybody on the list of an exam by its id, in the order of the list."""
    table = ExamPerson
    query = (
        select(table, Unit.name)
        .join(Unit, Unit.id == table.unit_id)
        .where(table.exam_id == exam, table.removed_at.is_(None))
        .order_by(table.sitting, table.position, table.id)
    )
    return tuple(
        Note(row.id, Slot(unit, "", ""), row.by_office, _said(row))
        for row, unit in session.execute(query)
    )


def add_people(
    workspace: Workspace, exam: str, rows: Iterable[Sequence[str]]
) -> NoteChanges[Person]:
    """Put a pasted list behind those who are on it; returns what takes it back.

    Raises:
        ExamUnknown: there is no such exam.
        PeopleListRefused: lines have no name, or come twice; nobody was taken.
        TooManyNotes, WorkspaceReadOnly: see ``change_notes``.
    """
    found, faults = parse_people(rows)
    with workspace.database.reading() as session:
        note = find_exam(session, exam)
        there = read_people(session, note.id)
    present = {(p.said.name, p.said.department) for p in there if p.said.sitting == FIRST}
    words = [row_words(fault.line, _fault_words(fault)) for fault in faults]
    words += [
        f"{name}：名单上已有" for name, department, _ in found if (name, department) in present
    ]
    if words:
        raise PeopleListRefused(tuple(words))
    if not found:
        raise NobodyListed(note.said.name)
    last = max((p.said.position for p in there), default=0)
    added = [
        Person(note.id, name, department, post, position=last + number)
        for number, (name, department, post) in enumerate(found, 1)
    ]
    return change_people(workspace, note, NoteChanges(added=added))


def draw_people(
    workspace: Workspace, exam: str, count: int | None, seed: str
) -> NoteChanges[Person]:
    """Draw candidates by chance, all of the list if no number is given: numbers, seats, versions.

    Seats follow the order of the draw, neighbours get different versions. Returns what takes back
    the seats; the draw itself is kept with the exam.

    Raises:
        NobodyListed, TooFewPeople: the list is empty, or too short.
        PaperInUse: answers were entered.
    """
    from app.verification.exam.errors import PaperInUse

    with workspace.database.reading() as session:
        note = find_exam(session, exam)
        people = [p for p in read_people(session, note.id) if p.said.sitting == FIRST]
    if not people:
        raise NobodyListed(note.said.name)
    if answered := sum(bool(p.said.answers) for p in people):
        raise PaperInUse(note.said.name, answered)
    wanted = len(people) if count is None else count
    if not 1 <= wanted <= len(people):
        raise TooFewPeople(wanted, len(people))
    drawn = set(drawn_of(seed, [p.said for p in people], wanted))
    order = {position: place for place, position in enumerate(_seated(seed, drawn), 1)}
    versions = VERSIONS[: note.said.rules.versions] if note.said.rules is not None else VERSIONS[:2]
    altered = {p.id: _placed(p.said, order.get(p.said.position), versions) for p in people}
    changes = change_people(workspace, note, NoteChanges(altered=altered))
    said = replace(note.said, draw=Draw(seed, wanted, len(people)))
    alter_note(workspace, EXAMS, note.id, said)
    return changes


def drawn_of(seed: str, people: Sequence[Person], count: int) -> tuple[int, ...]:
    """The positions on the list that a seed draws. Pure.

    A name of the draw is the position and nothing else, so that anybody repeats it by the list.
    """
    return tuple(int(name) for name in draw(seed, [str(p.position) for p in people], count))


def mark_attendance(
    workspace: Workspace,
    exam: str,
    numbers: Iterable[str],
    attendance: Attendance,
    sitting: int = FIRST,
) -> NoteChanges[Person]:
    """Say of people who was present or absent. Raises ``PersonUnknown``."""
    with workspace.database.reading() as session:
        note = find_exam(session, exam)
        people = by_number(read_people(session, note.id), sitting)
    altered = {}
    for number in numbers:
        person = people.get(number.strip())
        if person is None:
            raise PersonUnknown(number, note.said.name)
        gone = attendance is Attendance.ABSENT
        said = replace(person.said, attendance=attendance)
        altered[person.id] = replace(said, answers={}, scores={}) if gone else said
    return change_people(workspace, note, NoteChanges(altered=altered))


def call_makeup(workspace: Workspace, exam: str) -> NoteChanges[Person]:
    """Put everybody who was absent or failed on the list of 补考, under the same number.

    Raises:
        NobodyForMakeup: there is nobody who is not on it yet.
        NoPaper: the exam has no paper.
    """
    with workspace.database.reading() as session:
        note = find_exam(session, exam)
        people = read_people(session, note.id)
    called = by_number(people, MAKEUP)
    paper, mark = note.said.paper(), note.said.pass_mark
    due = []
    for person in by_number(people, FIRST).values():
        said = person.said
        absent = said.attendance is Attendance.ABSENT
        marked = mark_sheet(paper.printed(said.paper_version), said.answers, said.scores)
        failed = bool(said.answers) and not marked.open and marked.total < mark
        if (absent or failed) and said.number not in called:
            due.append(said)
    if not due:
        raise NobodyForMakeup(note.said.name)
    versions = VERSIONS[: note.said.rules.versions if note.said.rules is not None else 1]
    added = [
        replace(
            said,
            sitting=MAKEUP,
            attendance=Attendance.DRAWN,
            seat=str(seat),
            paper_version=versions[(seat - 1) % len(versions)],
            answers={},
            scores={},
        )
        for seat, said in enumerate(due, len(called) + 1)
    ]
    return change_people(workspace, note, NoteChanges(added=added))


def by_number(people: Iterable[Note[Person]], sitting: int = FIRST) -> dict[str, Note[Person]]:
    """Who was drawn, by the number, of one sitting."""
    return {p.said.number: p for p in people if p.said.sitting == sitting and p.said.number}


def change_people(
    workspace: Workspace, exam: Note[Exam], changes: NoteChanges[Person]
) -> NoteChanges[Person]:
    """Change people of an exam, all or none; the log has one entry. Returns what takes it back."""
    return change_notes(workspace, PEOPLE, exam.slot, changes, exam=exam.said.name)


def _seated(seed: str, drawn: Iterable[int]) -> tuple[int, ...]:
    return tuple(int(name) for name in shuffled(seed, tuple(map(str, drawn)), group="seats"))


def _placed(said: Person, place: int | None, versions: str) -> Person:
    if place is None:
        return replace(said, number="", seat="", paper_version="", attendance=Attendance.LISTED)
    return replace(
        said,
        number=f"{place:03d}",
        seat=str(place),
        paper_version=versions[(place - 1) % len(versions)],
        attendance=Attendance.DRAWN,
    )


def _fault_words(fault: ListFault) -> str:
    return f"与第 {fault.twice} 行是同一个人" if fault.twice else "没有姓名"


def _cleaned(said: Person) -> Person:
    return replace(
        said,
        name=typed.line("name", said.name, needed=True),
        department=typed.line("department", said.department),
        post=typed.line("post", said.post),
        number=typed.line("number", said.number),
        seat=typed.line("seat", said.seat),
    )


def _said(row: ExamPerson) -> Person:
    return Person(
        exam=row.exam_id,
        name=row.name,
        department=row.department,
        post=row.post,
        number=row.number,
        seat=row.seat,
        paper_version=row.paper_version,
        sitting=row.sitting,
        attendance=Attendance(row.attendance),
        answers=dict(row.answers),
        scores=dict(row.scores),
        position=row.position,
    )


def _put(row: ExamPerson, said: Person) -> None:
    row.exam_id, row.name, row.department, row.post = (
        said.exam,
        said.name,
        said.department,
        said.post,
    )
    row.number, row.seat, row.paper_version = said.number, said.seat, said.paper_version
    row.sitting, row.attendance = said.sitting, said.attendance.value
    row.answers, row.scores = dict(said.answers), dict(said.scores)
    row.position = said.position


def _told(said: Person) -> Mapping[str, Any]:
    return {"number": said.number}  # the log travels; names stay at home


#: Who sits the exams.
PEOPLE = NoteKind(
    method=METHOD,
    table=ExamPerson,
    action="exam_people",
    order=("exam_id", "sitting", "position"),
    cleaned=_cleaned,
    said=_said,
    put=_put,
    told=_told,
    most=MOST_PEOPLE,
)
