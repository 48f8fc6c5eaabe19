"""What a draw came to: counts and grades by unit and category, ranking, common defects. Pure."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from app.verification.case_review.draws import Draw, DrawnCase
from app.verification.case_review.scores import Reviewed
from app.verification.case_review.scoring import CaseState, Grade, Outcome, rounded


@dataclass(frozen=True, slots=True)
class Tally:
    """Some cases, counted.

    Attributes:
        cases: that were drawn.
        decided: whose review is done; all that follows counts these.
        disputed: that wait for the arbiter.
        grades: how many of each grade.
        ungraded: without a grade, since the county gave no points or no bounds.
        basic: with a failed basic standard.
        defects: failed standards in all, basic and general.
        scores: the scores there are.
    """

    cases: int
    decided: int
    disputed: int
    grades: dict[Grade, int]
    ungraded: int
    basic: int
    defects: int
    scores: tuple[Decimal, ...]

    @property
    def mean(self) -> Decimal | None:
        """The mean of the scores, with two decimals; None if there is none."""
        return rounded(sum(self.scores, Decimal(0)) / len(self.scores)) if self.scores else None

    @property
    def done(self) -> bool:
        """True if every case is decided."""
        return self.decided == self.cases


@dataclass(frozen=True, slots=True)
class ResultLine:
    """A unit, a category, or a category of a unit; "" where it is about all of them.

    ``rank`` is the place among the units, 0 for none; equal ones share a place.
    """

    unit: str
    category: str
    tally: Tally
    rank: int = 0


@dataclass(frozen=True, slots=True)
class Defect:
    """A standard that cases did not meet; ``of`` decided cases were reviewed by its sheet.

    ``cases`` are the numbers of the cases, ``units`` how many of each unit.
    """

    category: str
    standard: str
    group: str
    text: str
    basic: bool
    count: int
    of: int
    cases: tuple[str, ...]
    units: dict[str, int]


@dataclass(frozen=True, slots=True)
class Results:
    """What a draw came to; ``units`` are in the order of their ranks."""

    draw: Draw
    whole: Tally
    units: tuple[ResultLine, ...]
    categories: tuple[ResultLine, ...]
    parts: tuple[ResultLine, ...]
    defects: tuple[Defect, ...]


def results_of(reviewed: Reviewed, unit: str = "") -> Results:
    """Count a draw, or one unit's share of it (which has no ranks then)."""
    cases = [case for case in reviewed.draw.cases if unit in {"", case.unit}]
    found = [(case, reviewed.outcomes[case.draw_id, case.case_id]) for case in cases]
    by_unit = _lines(found, lambda case: (case.unit, ""))
    return Results(
        reviewed.draw,
        tally_of([outcome for _, outcome in found]),
        by_unit if unit else ranked(by_unit),
        _lines(found, lambda case: ("", case.category)),
        _lines(found, lambda case: (case.unit, case.category)),
        _defects(reviewed.draw, found),
    )


def tally_of(outcomes: Sequence[Outcome]) -> Tally:
    """Count cases by what counts for them."""
    decided = [one for one in outcomes if one.state is CaseState.DECIDED]
    grades = Counter(one.grade for one in decided)
    return Tally(
        len(outcomes),
        len(decided),
        sum(one.state is CaseState.DISPUTED for one in outcomes),
        {grade: grades[grade] for grade in Grade},
        grades[None],
        sum(bool(one.failed) for one in decided),
        sum(len(one.failed) + len(one.defects) for one in decided),
        tuple(one.score for one in decided if one.score is not None),
    )


def ranked(lines: Iterable[ResultLine]) -> tuple[ResultLine, ...]:
    """The units by their mean score; where one has none, by failed basics, then by defects a case.

    Units of which no case is decided come last and have no rank.
    """
    every = tuple(lines)
    by_score = all(line.tally.mean is not None for line in every if line.tally.decided)

    def place(line: ResultLine) -> tuple[Decimal, ...]:
        tally = line.tally
        if by_score:
            return (-(tally.mean or Decimal(0)),)
        of = Decimal(tally.decided)
        return tally.basic / of, tally.defects / of

    decided = sorted((line for line in every if line.tally.decided), key=place)
    found: list[ResultLine] = []
    for number, line in enumerate(decided, 1):
        same = found and place(found[-1]) == place(line)
        rank = found[-1].rank if same else number
        found.append(ResultLine(line.unit, line.category, line.tally, rank))
    return (*found, *(line for line in every if not line.tally.decided))


def _lines(
    found: Sequence[tuple[DrawnCase, Outcome]], key: Callable[[DrawnCase], tuple[str, str]]
) -> tuple[ResultLine, ...]:
    grouped: dict[tuple[str, str], list[Outcome]] = {}
    for case, outcome in found:
        grouped.setdefault(key(case), []).append(outcome)
    return tuple(
        ResultLine(unit, category, tally_of(outcomes))
        for (unit, category), outcomes in grouped.items()
    )


def _defects(draw: Draw, found: Sequence[tuple[DrawnCase, Outcome]]) -> tuple[Defect, ...]:
    """The standards that were not met, the commonest first, basic ones before others."""
    of: Counter[str] = Counter()
    failing: dict[tuple[str, str], list[DrawnCase]] = {}
    for case, outcome in found:
        if outcome.state is not CaseState.DECIDED:
            continue
        of[case.category] += 1
        for standard in (*outcome.failed, *outcome.defects):
            failing.setdefault((case.category, standard), []).append(case)
    defects = []
    for (category, standard), cases in failing.items():
        sheet = draw.sheet_of(cases[0])
        basics = {one.id: one for one in sheet.basics}
        generals = {one.id: one for one in sheet.generals}
        basic = standard in basics
        defects.append(
            Defect(
                category,
                standard,
                "" if basic else generals[standard].group,
                basics[standard].text if basic else generals[standard].text,
                basic,
                len(cases),
                of[category],
                tuple(case.number for case in cases),
                dict(Counter(case.unit for case in cases)),
            )
        )
    return tuple(sorted(defects, key=lambda d: (-d.count, not d.basic, d.category, d.standard)))
