"""What the tree shows, reckoned from a snapshot. Pure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from app.completeness.states import Filing, IndicatorState, Tally, joined, total_of
from app.completeness.vocabulary import State
from app.framework.schema import Framework
from ui.shared.filings import filings_of
from ui.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """An indicator over all units, or as one unit has to fill it."""

    code: str
    heading: str
    statement: str
    categories: tuple[str, ...]
    methods: frozenset[str]
    state: State
    tally: Tally
    items: int
    years_missing: bool


@dataclass(frozen=True, slots=True)
class CategoryRow:
    """A category with the categories and the indicators that lie in it; ``level`` from 0.

    A deeper level that the document does not have, but only this program suggests, has no rows of
    its own.
    """

    code: str
    name: str
    level: int
    tally: Tally
    inside: tuple["CategoryRow | IndicatorRow", ...]


def category_rows(snapshot: Snapshot, unit: str = "") -> tuple[CategoryRow, ...]:
    """The whole tree; with a unit only what that unit answers for, and its own share of it."""
    found: dict[str, list[IndicatorRow]] = {}
    for state in snapshot.completeness.indicators:
        filings = filings_of(state, unit)
        if filings:
            row = _row(snapshot, state, filings, whole=not unit)
            found.setdefault(_shown_in(snapshot.framework, state.category_path), []).append(row)
    return _inside(snapshot.framework, found, None, 0)


def _shown_in(framework: Framework, path: tuple[str, ...]) -> str:
    """The deepest category of a path that has a row."""
    return [code for n, code in enumerate(path) if not n or not framework.category(code).suggested][
        -1
    ]


def _inside(
    framework: Framework, found: Mapping[str, list[IndicatorRow]], parent: str | None, level: int
) -> tuple[CategoryRow, ...]:
    rows = []
    for category in framework.categories_in(parent):
        deeper = _inside(framework, found, category.code, level + 1)
        own = found.get(category.code, [])
        inside: tuple[CategoryRow | IndicatorRow, ...] = (*own, *deeper)
        if inside:
            tally = total_of(row.tally for row in inside)
            rows.append(CategoryRow(category.code, category.name, level, tally, inside))
    return tuple(rows)


def _row(
    snapshot: Snapshot,
    state: IndicatorState,
    filings: dict[str, Filing],
    *,
    whole: bool,
) -> IndicatorRow:
    indicator = snapshot.framework.indicator(state.code)
    return IndicatorRow(
        code=state.code,
        heading=indicator.heading,
        statement=indicator.statement,
        categories=state.category_path,
        methods=frozenset(
            snapshot.framework.method_of(state.code, task_code) for task_code in filings
        ),
        state=state.state if whole else joined([f.state for f in filings.values()]),
        tally=total_of(f.tally for f in filings.values()),
        items=sum(len(f.items) for f in filings.values()),
        years_missing=any(_years_missing(filings.values())),
    )


def _years_missing(filings: object) -> Iterator[bool]:
    for filing in filings:  # type: ignore[attr-defined]
        for point in filing.points:
            yield bool(point.years_missing) and (bool(point.items) or point.point.per_year)
