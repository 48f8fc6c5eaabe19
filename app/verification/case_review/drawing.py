"""Drawing cases by unit, category and year, so that everyone can repeat it. Pure.

The items of the draw are the numbers of cases, the groups are the strata. Each stratum is drawn by
itself (``app.verification.sampling``). So a unit can repeat its share without the other units.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from app.verification.case_review.cases import Case, by_stratum
from app.verification.sampling import allocate, stratified

#: The name of the method in records (``app.verification.sampling``); another one would get another.
ALGORITHM = "sha256-strata-1"
#: Unit, category and year of a stratum.
Key = tuple[str, str, int]


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


def counts_of(cases: Sequence[Case], wanted: Wanted) -> dict[Key, tuple[int, int]]:
    """How many cases each stratum has, and how many of them are drawn."""
    sizes = {key: len(found) for key, found in by_stratum(cases).items()}
    if wanted.each:
        return {key: (size, min(wanted.each, size)) for key, size in sizes.items()}
    total = min(max(wanted.total, 0), sum(sizes.values()))
    named = {group_of(key): key for key in sizes}
    counts = allocate(
        {name: sizes[key] for name, key in named.items()}, total, least=int(total >= len(sizes))
    )
    return {key: (sizes[key], counts[name]) for name, key in named.items()}


def draw_strata(seed: str, cases: Sequence[Case], wanted: Wanted) -> tuple[Stratum, ...]:
    """Draw the cases: every stratum, also one of which none was drawn.

    Raises:
        SeedNotUsable, ItemNotUsable: nothing is drawn.
    """
    counts = counts_of(cases, wanted)
    return tuple(
        draw_stratum(seed, key, [case.number for case in found], counts[key][1])
        for key, found in by_stratum(cases).items()
    )


def draw_stratum(seed: str, key: Key, numbers: Iterable[str], count: int) -> Stratum:
    """Draw so many of the cases of one unit, category and year.

    Raises: see ``draw_strata``.
    """
    ordered = tuple(sorted(numbers))
    unit, category, year = key
    name = group_of(key)
    drawn = stratified(seed, {name: ordered}, {name: count})[name]
    return Stratum(unit, category, year, count, ordered, drawn)


def group_of(key: Key) -> str:
    """The name of a stratum in the draw: 县公安局/行政处罚/2021."""
    unit, category, year = key
    return f"{unit}/{category}/{year}"


def repeats(seed: str, stratum: Stratum) -> bool:
    """True if the seed and the list give what was drawn."""
    key = (stratum.unit, stratum.category, stratum.year)
    return draw_stratum(seed, key, stratum.population, stratum.wanted).drawn == stratum.drawn


def changed_since(stratum: Stratum, cases: Mapping[tuple[str, str, int], Sequence[Case]]) -> bool:
    """True if the register has other cases now than those that were drawn from."""
    now = cases.get((stratum.unit, stratum.category, stratum.year), ())
    return digest_of(case.number for case in now if not case.faulty) != stratum.digest
