"""What papers of case reviews are made from: a draw, its cases, and what reviewers found."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class CaseStratumLine:
    """The cases of a unit, category and year: how many there are, and which were drawn."""

    unit: str
    category: str
    year: int
    population: int
    drawn: tuple[str, ...]
    digest: str


@dataclass(frozen=True, slots=True)
class CaseStandardLine:
    """A standard and what is said of it; "" where nobody may know, or nobody said anything.

    ``points`` is "" where the county gave none. ``met`` is what counts: True, False, or None for
    what does not apply or is not decided.
    """

    basic: bool
    group: str
    text: str
    basis: str
    points: str
    first: str
    second: str
    arbiter: str
    remark: str
    met: bool | None


@dataclass(frozen=True, slots=True)
class CaseFormLine:
    """A review sheet as the county has it now, to be printed blank."""

    title: str
    rule: str
    standards: tuple[CaseStandardLine, ...]


@dataclass(frozen=True, slots=True)
class DrawnCaseLine:
    """A case that was drawn; names of people are masked.

    ``score`` and ``grade`` are "" until they are known; ``state`` is their stage in words.
    """

    unit: str
    number: str
    category: str
    title: str
    party: str
    handler: str
    filed: str
    closed: str
    sheet: str
    decided: bool
    arbitrated: bool
    state: str
    score: str
    grade: str
    standards: tuple[CaseStandardLine, ...]
    comments: tuple[str, ...]
    summaries: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CaseCountLine:
    """A unit, a category or a category of a unit, counted; shares stand beside their counts."""

    rank: int
    unit: str
    category: str
    cases: int
    decided: str
    excellent: str
    passed: str
    failed: str
    mean: str
    defects: int


@dataclass(frozen=True, slots=True)
class CaseDefectLine:
    """A standard that cases did not meet; ``share`` with its counts."""

    category: str
    kind: str
    text: str
    basis: str
    share: str
    count: int
    units: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class CaseReviewLine:
    """A draw and what its reviews came to."""

    round_id: str
    name: str
    seed: str
    algorithm: str
    drawn_by: str
    drawn_on: date
    population: int
    left_out: int
    rule: str
    strata: tuple[CaseStratumLine, ...]
    cases: tuple[DrawnCaseLine, ...]
    whole: CaseCountLine
    disputed: int
    ungraded: int
    units: tuple[CaseCountLine, ...]
    categories: tuple[CaseCountLine, ...]
    parts: tuple[CaseCountLine, ...]
    defects: tuple[CaseDefectLine, ...]


def chosen_draw(lines: tuple[CaseReviewLine, ...], round_id: str) -> tuple[CaseReviewLine, ...]:
    """The lines with the draw of this id last, which papers speak of; "" changes nothing."""
    wanted = tuple(line for line in lines if line.round_id == round_id)
    return (*(line for line in lines if line.round_id != round_id), *wanted)
