"""What an exam came to: who passed, how points are spread, how good each question was. Pure."""

import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import sqrt

from app.verification.exam.exams import FIRST, MAKEUP, Exam
from app.verification.exam.marking import Marked, mark_sheet
from app.verification.exam.people import Attendance, Person
from models.exams import QuestionKind

#: The bounds of the bands of points, in hundredths of the total: below 60, 60–69 …
BANDS = (0, 60, 70, 80, 90)
#: What share of the candidates are the upper and the lower group, in hundredths.
GROUP = 27


@dataclass(frozen=True, slots=True)
class Result:
    """What somebody's sheet came to; ``marked`` None: absent, or nothing was entered yet."""

    person: Person
    marked: Marked | None
    passed: bool | None

    @property
    def total(self) -> float | None:
        """The points; None where they are not complete."""
        return None if self.marked is None or self.marked.open else self.marked.total


@dataclass(frozen=True, slots=True)
class Tally:
    """A sitting in numbers; ``passed`` is out of ``scored``, those whose points are complete."""

    drawn: int
    present: int
    absent: int
    scored: int
    passed: int

    @property
    def waiting(self) -> int:
        """How many are neither absent nor scored yet."""
        return self.drawn - self.absent - self.scored


@dataclass(frozen=True, slots=True)
class Spread:
    """How the points of a sitting are spread; ``bands`` count from the lowest."""

    bands: tuple[int, ...]
    mean: float
    median: float
    deviation: float  # of the candidates as a whole
    least: float
    most: float


@dataclass(frozen=True, slots=True)
class ItemStatistics:
    """How a question did.

    Attributes:
        number: on the list.
        answered: how many sheets had it.
        right: how many brought all of its points.
        difficulty: the share of its points that was brought (p); 1 is the easiest.
        discrimination: p of the upper group less p of the lower one (D).
        correlation: of its points with the total (point-biserial); None where all brought the same.
        group: how many are in the upper group, and in the lower one.
    """

    number: int
    kind: QuestionKind
    answered: int
    right: int
    difficulty: float
    discrimination: float
    correlation: float | None
    group: int


def results_of(exam: Exam, people: Iterable[Person], sitting: int = FIRST) -> tuple[Result, ...]:
    """Everybody who was drawn for a sitting, by number. Raises ``NoPaper``."""
    paper = exam.paper(sitting)
    by_version = {version.name: paper.printed(version.name) for version in paper.versions}
    first = by_version[paper.versions[0].name]
    mark = paper.total * exam.rules.pass_percent / 100 if exam.rules is not None else 0.0
    found = []
    for person in people:
        if person.sitting != sitting or not person.chosen:
            continue
        marked = None
        if person.attendance is Attendance.PRESENT:
            printed = by_version.get(person.paper_version, first)
            marked = mark_sheet(printed, person.answers, person.scores)
        complete = marked is not None and not marked.open
        passed = marked.total >= mark if marked is not None and complete else None
        found.append(Result(person, marked, passed))
    return tuple(sorted(found, key=lambda result: (result.person.number, result.person.position)))


def tally_of(results: Iterable[Result]) -> Tally:
    """A sitting in numbers."""
    rows = tuple(results)
    return Tally(
        drawn=len(rows),
        present=sum(r.person.attendance is Attendance.PRESENT for r in rows),
        absent=sum(r.person.attendance is Attendance.ABSENT for r in rows),
        scored=sum(r.passed is not None for r in rows),
        passed=sum(r.passed is True for r in rows),
    )


def passed_in_all(exam: Exam, people: Iterable[Person]) -> tuple[int, int]:
    """How many passed in either sitting, and how many were drawn at all."""
    rows = tuple(people)
    first = results_of(exam, rows)
    done = {r.person.number for r in first if r.passed}
    if MAKEUP in exam.papers:
        done |= {r.person.number for r in results_of(exam, rows, MAKEUP) if r.passed}
    return len(done), len(first)


def spread_of(results: Iterable[Result], total: float) -> Spread | None:
    """How the points are spread; None where nobody's are complete."""
    points = [r.total for r in results if r.total is not None]
    if not points:
        return None
    bands = [0] * len(BANDS)
    for one in points:
        share = 100 * one / total if total else 0.0
        bands[max(n for n, low in enumerate(BANDS) if share >= low)] += 1
    return Spread(
        tuple(bands),
        statistics.fmean(points),
        statistics.median(points),
        statistics.pstdev(points),
        min(points),
        max(points),
    )


def item_statistics(results: Iterable[Result]) -> tuple[ItemStatistics, ...]:
    """How each question did, in the order of the list.

    The upper and the lower group are 27 % of the candidates each, at least one; of those with equal
    points the lower number comes first.
    """
    complete = [r for r in results if r.total is not None and r.marked is not None]
    ranked = sorted(complete, key=lambda r: (-(r.total or 0.0), r.person.number))
    size = max(1, (GROUP * len(ranked) + 50) // 100) if len(ranked) > 1 else 0
    totals = [r.total or 0.0 for r in ranked]
    columns: dict[int, list[tuple[float, float]]] = {}
    for result in ranked:
        assert result.marked is not None
        for mark in result.marked.marks:
            columns.setdefault(mark.question, []).append((mark.points or 0.0, mark.most))
    kinds = _kinds(ranked)
    found = []
    for number in sorted(columns):
        points = [one for one, _ in columns[number]]
        most = columns[number][0][1]
        upper, lower = points[:size], points[len(points) - size :]
        found.append(
            ItemStatistics(
                number,
                kinds[number],
                len(points),
                sum(one == most for one in points),
                sum(points) / (most * len(points)),
                (sum(upper) - sum(lower)) / (most * size) if size else 0.0,
                correlation(points, totals),
                size,
            )
        )
    return tuple(found)


def correlation(first: Sequence[float], second: Sequence[float]) -> float | None:
    """Pearson's coefficient, of a right-or-wrong question the point-biserial one; None for none."""
    if len(first) < 2:
        return None
    mean, other = statistics.fmean(first), statistics.fmean(second)
    both = sum((a - mean) * (b - other) for a, b in zip(first, second, strict=True))
    wide = sum((a - mean) ** 2 for a in first) * sum((b - other) ** 2 for b in second)
    return both / sqrt(wide) if wide > 0 else None


def _kinds(results: Sequence[Result]) -> dict[int, QuestionKind]:
    return {
        mark.question: mark.kind
        for result in results[:1]
        if result.marked is not None
        for mark in result.marked.marks
    }
