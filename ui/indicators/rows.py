"""What the tree shows, reckoned from a snapshot. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.completeness.states import Filing, IndicatorState, Tally, joined, total_of
from app.completeness.vocabulary import State
from app.vocabulary import VerificationMethod
from ui.shared.filings import filings_of
from ui.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """An indicator over all units, or as one unit has to fill it."""

    code: str
    heading: str
    statement: str
    category: str
    methods: frozenset[VerificationMethod]
    state: State
    tally: Tally
    items: int
    years_missing: bool


@dataclass(frozen=True, slots=True)
class CategoryRow:
    """A first-level category with its indicators."""

    code: str
    name: str
    tally: Tally
    indicators: tuple[IndicatorRow, ...]


def category_rows(snapshot: Snapshot, unit: str = "") -> tuple[CategoryRow, ...]:
    """The whole tree; with a unit only what that unit answers for, and its own share of it."""
    found: dict[str, list[IndicatorRow]] = {c.code: [] for c in snapshot.framework.categories}
    for state in snapshot.completeness.indicators:
        filings = filings_of(state, unit)
        if filings:
            found[state.category].append(_row(snapshot, state, filings, whole=not unit))
    return tuple(
        CategoryRow(
            category.code,
            category.name,
            total_of(row.tally for row in found[category.code]),
            tuple(found[category.code]),
        )
        for category in snapshot.framework.categories
        if found[category.code]
    )


def _row(
    snapshot: Snapshot,
    state: IndicatorState,
    filings: dict[VerificationMethod, Filing],
    *,
    whole: bool,
) -> IndicatorRow:
    indicator = snapshot.framework.indicator(state.code)
    return IndicatorRow(
        code=state.code,
        heading=indicator.heading,
        statement=indicator.statement,
        category=state.category,
        methods=frozenset(filings),
        state=state.state if whole else joined([f.state for f in filings.values()]),
        tally=total_of(f.tally for f in filings.values()),
        items=sum(len(f.items) for f in filings.values()),
        years_missing=any(_years_missing(filings.values())),
    )


def _years_missing(filings: object) -> Iterator[bool]:
    for filing in filings:  # type: ignore[attr-defined]
        for point in filing.points:
            yield bool(point.years_missing) and (bool(point.items) or point.point.per_year)
