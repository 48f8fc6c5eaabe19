"""What the tree shows, computed from a snapshot. Pure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from app.completeness.states import Filing, IndicatorState, Tally, total_of
from app.completeness.vocabulary import State
from app.framework.schema import Framework
from app.vocabulary import ResponsibilityRole
from ui.shared.filings import filings_of, slots_of, state_of_indicator, tally_of_indicator
from ui.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class IndicatorTreeRow:
    """An indicator over all units, or as one unit has to fill it.

    ``role`` is the unit's part in it, None over all units; ``owes``: it owes anything there.
    ``returned`` counts what came back and nobody worked on yet, ``answered`` what was worked on and
    not handed in again.
    """

    code: str
    heading: str
    statement: str
    categories: tuple[str, ...]
    methods: frozenset[str]
    state: State
    tally: Tally
    items: int
    years_missing: bool
    role: ResponsibilityRole | None = None
    owes: bool = True
    returned: int = 0
    answered: int = 0


@dataclass(frozen=True, slots=True)
class CategoryRow:
    """A category with the categories and indicators inside it; ``level`` starts at 0.

    A deeper level that is not in the document but only suggested by this program has no rows.
    """

    code: str
    name: str
    level: int
    tally: Tally
    inside: tuple["CategoryRow | IndicatorTreeRow", ...]
    returned: int = 0


def category_rows(
    snapshot: Snapshot, unit: str = "", *, leads_first: bool = False
) -> tuple[CategoryRow, ...]:
    """The whole tree; with a unit only what that unit answers for, and its own share of it.

    ``leads_first``: in each category what the unit leads comes first.
    """
    found: dict[str, list[IndicatorTreeRow]] = {}
    for state in snapshot.completeness.indicators:
        filings = filings_of(state, unit)
        if filings:
            row = _row(snapshot, state, filings, unit)
            found.setdefault(_shown_in(snapshot.framework, state.category_path), []).append(row)
    if leads_first:
        for rows in found.values():
            rows.sort(key=lambda row: row.role is not ResponsibilityRole.LEAD)
    return _inside(snapshot.framework, found, None, 0)


def _shown_in(framework: Framework, path: tuple[str, ...]) -> str:
    """The deepest category of a path that has a row."""
    return [code for n, code in enumerate(path) if not n or not framework.category(code).suggested][
        -1
    ]


def _inside(
    framework: Framework,
    found: Mapping[str, list[IndicatorTreeRow]],
    parent: str | None,
    level: int,
) -> tuple[CategoryRow, ...]:
    rows = []
    for category in framework.categories_in(parent):
        deeper = _inside(framework, found, category.code, level + 1)
        own = found.get(category.code, [])
        inside: tuple[CategoryRow | IndicatorTreeRow, ...] = (*own, *deeper)
        if inside:
            tally = total_of(row.tally for row in inside)
            returned = sum(row.returned for row in inside)
            rows.append(CategoryRow(category.code, category.name, level, tally, inside, returned))
    return tuple(rows)


def _row(
    snapshot: Snapshot,
    state: IndicatorState,
    filings: dict[str, Filing],
    unit: str,
) -> IndicatorTreeRow:
    indicator = snapshot.framework.indicator(state.code)
    returns = snapshot.returns.of_indicator(state.code, unit)
    return IndicatorTreeRow(
        code=state.code,
        heading=indicator.heading,
        statement=indicator.statement,
        categories=state.category_path,
        methods=frozenset(
            snapshot.framework.method_of(state.code, task_code) for task_code in filings
        ),
        state=state_of_indicator(state, unit),
        tally=tally_of_indicator(state, unit),
        items=sum(len(f.items) for f in filings.values()),
        years_missing=any(_years_missing(filings.values())),
        role=snapshot.registry.role_in(state.code, unit) if unit else None,
        owes=not unit or any(slot.owing for slot in slots_of(state, unit).values()),
        returned=sum(not row.reworked for row in returns),
        answered=sum(row.reworked for row in returns),
    )


def _years_missing(filings: object) -> Iterator[bool]:
    for filing in filings:  # type: ignore[attr-defined]
        for point in filing.points:
            yield bool(point.years_missing) and (bool(point.items) or point.point.per_year)
