"""What sheets come to: the score of each, where two differ, and what counts in the end. Pure.

The rule: a failed basic standard makes the case 不合格. Points are lost on general standards;
standards that do not apply leave the base, and what remains is converted to 100. A sheet on which
one general standard has no points yields no score. Scores have two decimals, half rounds up. Where
two reviewers differ, the arbiter's sheet counts; else the mean of both.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from app.verification.case_review.sheet_schema import GeneralStandard, ReviewSheet
from models.case_review import Seat as Seat
from models.case_review import Verdict as Verdict

_HUNDREDTH = Decimal("0.01")


class Grade(StrEnum):
    """优秀, 合格, 不合格."""

    EXCELLENT = "excellent"
    PASSED = "passed"
    FAILED = "failed"


class Difference(StrEnum):
    """In what two reviewers differ, so that an arbiter must judge."""

    BASIC = "basic"
    GRADE = "grade"
    POINTS = "points"


class CaseState(StrEnum):
    """How far the review of a case is."""

    OPEN = "open"
    UNDER_WAY = "under_way"
    DISPUTED = "disputed"
    DECIDED = "decided"


@dataclass(frozen=True, slots=True)
class Mark:
    """What a reviewer says of one standard; ``lost`` None: all points of a failed standard."""

    standard: str
    verdict: Verdict
    lost: Decimal | None = None
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Assessment:
    """What one sheet comes to.

    Attributes:
        open: the standards that are not judged yet.
        failed: the basic standards that are not met.
        defects: the general standards that are not met.
        base: the points of the standards that apply; None on a sheet without points.
        lost: the points that were lost of them.
        score: converted to 100; None on a sheet without points, or where none of them applies.
        grade: None where it cannot be told yet.
    """

    open: tuple[str, ...]
    failed: tuple[str, ...]
    defects: tuple[str, ...]
    base: Decimal | None
    lost: Decimal
    score: Decimal | None
    grade: Grade | None

    @property
    def complete(self) -> bool:
        """True if every standard is judged."""
        return not self.open


@dataclass(frozen=True, slots=True)
class Outcome:
    """What counts for a case.

    Attributes:
        state: how far its review is; all that follows is empty until it is decided.
        score: see ``Assessment``; the mean of both reviewers, or the arbiter's.
        grade: see ``Assessment``.
        failed: the basic standards that one of the sheets that count found not met.
        defects: the same of the general standards.
        differences: in what the reviewers differ.
        arbitrated: the arbiter's sheet counts.
    """

    state: CaseState
    score: Decimal | None = None
    grade: Grade | None = None
    failed: tuple[str, ...] = ()
    defects: tuple[str, ...] = ()
    differences: tuple[Difference, ...] = ()
    arbitrated: bool = False


def rounded(value: Decimal) -> Decimal:
    """Two decimals, half rounds up."""
    return value.quantize(_HUNDREDTH, ROUND_HALF_UP)


def points_of(standard: GeneralStandard) -> Decimal | None:
    """The points that the county gave a standard."""
    return None if standard.points is None else Decimal(str(standard.points))


def assess(sheet: ReviewSheet, marks: Sequence[Mark]) -> Assessment:
    """What a sheet comes to; marks of standards that it does not have count for nothing."""
    by_standard = {mark.standard: mark for mark in marks}
    opened = tuple(s.id for s in sheet.standards if s.id not in by_standard)
    failed = tuple(s.id for s in sheet.basics if _verdict(by_standard, s.id) is Verdict.FAILED)
    defects = tuple(s.id for s in sheet.generals if _verdict(by_standard, s.id) is Verdict.FAILED)
    base, lost = Decimal(0), Decimal(0)
    for standard in sheet.generals:
        mark = by_standard.get(standard.id)
        points = points_of(standard)
        if mark is None or points is None or mark.verdict is Verdict.NOT_APPLICABLE:
            continue
        base += points
        if mark.verdict is Verdict.FAILED:
            lost += points if mark.lost is None else min(max(mark.lost, Decimal(0)), points)
    score = None
    if sheet.scored and not opened and base:
        score = rounded((base - lost) * 100 / base)
    return Assessment(
        opened,
        failed,
        defects,
        base if sheet.scored else None,
        lost,
        score,
        _grade(sheet, score, failed=bool(failed)),
    )


def differences(
    sheet: ReviewSheet, first: Assessment, second: Assessment
) -> tuple[Difference, ...]:
    """In what two sheets differ so far that an arbiter must judge."""
    found = []
    if bool(first.failed) != bool(second.failed):
        found.append(Difference.BASIC)
    elif first.grade is not second.grade:
        found.append(Difference.GRADE)
    if (first.score is None) != (second.score is None):
        found.append(Difference.POINTS)
    elif first.score is not None and second.score is not None:
        apart = abs(first.score - second.score)
        if sheet.limit is not None and apart > Decimal(str(sheet.limit)):
            found.append(Difference.POINTS)
    return tuple(found)


def outcome(
    sheet: ReviewSheet, concluded: Mapping[Seat, Sequence[Mark]], *, begun: bool = True
) -> Outcome:
    """What counts for a case, by the sheets that were concluded.

    ``begun``: some sheet was begun, concluded or not.
    """
    if Seat.FIRST not in concluded or Seat.SECOND not in concluded:
        return Outcome(CaseState.UNDER_WAY if begun or concluded else CaseState.OPEN)
    first, second = (assess(sheet, concluded[seat]) for seat in (Seat.FIRST, Seat.SECOND))
    found = differences(sheet, first, second)
    if found and Seat.ARBITER not in concluded:
        return Outcome(CaseState.DISPUTED, differences=found)
    if found:
        verdict = assess(sheet, concluded[Seat.ARBITER])
        return Outcome(
            CaseState.DECIDED,
            verdict.score,
            verdict.grade,
            verdict.failed,
            verdict.defects,
            found,
            arbitrated=True,
        )
    score = None
    if first.score is not None and second.score is not None:
        score = rounded((first.score + second.score) / 2)
    failed = {*first.failed, *second.failed}
    defects = {*first.defects, *second.defects}
    return Outcome(
        CaseState.DECIDED,
        score,
        first.grade,
        tuple(s.id for s in sheet.basics if s.id in failed),
        tuple(s.id for s in sheet.generals if s.id in defects),
    )


def _verdict(marks: Mapping[str, Mark], standard: str) -> Verdict | None:
    mark = marks.get(standard)
    return mark.verdict if mark is not None else None


def _grade(sheet: ReviewSheet, score: Decimal | None, *, failed: bool) -> Grade | None:
    if failed:
        return Grade.FAILED
    if score is None or sheet.excellent is None or sheet.passing is None:
        return None
    if score >= Decimal(str(sheet.excellent)):
        return Grade.EXCELLENT
    return Grade.PASSED if score >= Decimal(str(sheet.passing)) else Grade.FAILED
