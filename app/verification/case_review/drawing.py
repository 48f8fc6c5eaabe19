"""Drawing cases by unit, category and year, so that everyone can repeat it. Pure.

Each stratum is drawn by itself, from the numbers of its cases in the order of their characters,
with the seed and the name of the stratum. So a unit can repeat its share without the other units.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from app.verification.case_review.cases import Case, by_stratum
from app.verification.sampling import draw

#: The name of the algorithm in records; another one would get another name.
ALGORITHM = "juanzong-strata-1"


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which cases are drawn from, and how many.

    Attributes:
        total: so many in all, shared out by the sizes of the strata, at least one of each if there
            are enough.
        each: instead, so many of each stratum.
        year: cases closed in this year; 0 for all.
        units: these units; empty for all.
        categories: these categories; empty for all.
    """

    total: int = 0
    each: int = 0
    year: int = 0
    units: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()

    def admits(self, case: Case) -> bool:
        """True if a case is one of those that are asked for."""
        return (
            self.year in {0, case.year}
            and (not self.units or case.unit in self.units)
            and (not self.categories or case.category in self.categories)
        )


@dataclass(frozen=True, slots=True)
class Stratum:
    """The cases of one unit, category and year: their numbers, and those that were drawn."""

    unit: str
    category: str
    year: int
    wanted: int
    population: tuple[str, ...]
    drawn: tuple[str, ...]

    @property
    def digest(self) -> str:
        """The list of all cases in one number, to compare two lists by."""
        return digest_of(self.population)


@dataclass(frozen=True, slots=True)
class Population:
    """The cases that can be drawn, and how many cannot: with faults, or not closed."""

    cases: tuple[Case, ...]
    faulty: int
    not_closed: int


def digest_of(numbers: Iterable[str]) -> str:
    """The SHA-256 of numbers of cases, one a line, in the order of their characters."""
    return hashlib.sha256("\n".join(sorted(numbers)).encode()).hexdigest()


def population_of(cases: Iterable[Case], wanted: Wanted) -> Population:
    """The cases that a draw is made from: closed, without faults, and asked for."""
    found, faulty, not_closed = [], 0, 0
    for case in cases:
        if case.faulty:
            # Its year may be wrong, or unknown: it counts for every year.
            faulty += wanted.admits(case) or case.year == 0
        elif not case.closed:
            not_closed += Wanted(units=wanted.units, categories=wanted.categories).admits(case)
        elif wanted.admits(case):
            found.append(case)
    return Population(tuple(found), faulty, not_closed)


def share_out(sizes: Sequence[int], total: int) -> tuple[int, ...]:
    """How many of each stratum are drawn: by its share, the greatest remainders first.

    Where there are enough, each gets at least one. Among equal remainders the first one comes
    first; nobody gets more than there are.
    """
    whole = sum(sizes)
    total = min(total, whole)
    if not total:
        return (0,) * len(sizes)
    least = [int(size > 0 and total >= sum(s > 0 for s in sizes)) for size in sizes]
    rest, room = total - sum(least), [s - one for s, one in zip(sizes, least, strict=True)]
    shares = [Fraction(rest * size, max(sum(room), 1)) for size in room]
    found = [one + int(share) for one, share in zip(least, shares, strict=True)]
    order = sorted(range(len(sizes)), key=lambda n: (-(shares[n] - int(shares[n])), n))
    for number in order[: total - sum(found)]:
        found[number] += 1
    return tuple(found)


def draw_strata(seed: str, cases: Sequence[Case], wanted: Wanted) -> tuple[Stratum, ...]:
    """Draw the cases: every stratum, also one of which none was drawn."""
    strata = by_stratum(cases)
    if wanted.each:
        counts = tuple(min(wanted.each, len(found)) for found in strata.values())
    else:
        counts = share_out([len(found) for found in strata.values()], wanted.total)
    return tuple(
        draw_stratum(seed, key, [case.number for case in found], count)
        for (key, found), count in zip(strata.items(), counts, strict=True)
    )


def draw_stratum(
    seed: str, key: tuple[str, str, int], numbers: Iterable[str], count: int
) -> Stratum:
    """Draw so many of the cases of one unit, category and year."""
    ordered = tuple(sorted(numbers))
    unit, category, year = key
    drawn = draw(f"{seed}|{unit}|{category}|{year}", ordered, count)
    return Stratum(unit, category, year, count, ordered, drawn)


def repeats(seed: str, stratum: Stratum) -> bool:
    """True if the seed and the list give what was drawn."""
    key = (stratum.unit, stratum.category, stratum.year)
    again = draw_stratum(seed, key, stratum.population, stratum.wanted)
    return again.drawn == stratum.drawn


def changed_since(stratum: Stratum, cases: Mapping[tuple[str, str, int], Sequence[Case]]) -> bool:
    """True if the register has other cases now than those that were drawn from."""
    now = cases.get((stratum.unit, stratum.category, stratum.year), ())
    return digest_of(case.number for case in now if not case.faulty) != stratum.digest
