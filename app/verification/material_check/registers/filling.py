"""The figures of indicators that registers fill: what they say, and what was stated."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.completeness.figures import FigureSaid, ThresholdPlace, place_of, put_figures, threshold_of
from app.completeness.rows import Period, since_year_of
from app.completeness.years import figure_years
from app.framework.errors import IndicatorUnknown, MethodNotRequired, PointUnknown, ThresholdUnknown
from app.framework.schema import Framework
from app.framework.values import Threshold
from app.names.verification.registers import basis_words, reckoning_words, value_words
from app.ownership import is_office
from app.verification.material_check.registers.rates import (
    RateTable,
    Reckoned,
    reckon_all,
    rounded,
)
from app.verification.material_check.registers.rows import Book
from app.verification.material_check.registers.schema import Fill, Rate
from app.workspace.opening import Workspace
from models import Figure

#: What a rate comes to where no row counts.
NOTHING = "—"
#: The place of a figure, its threshold and its year.
Stated = Mapping[tuple[str, str, int], "StatedFigure"]


class FillState(StrEnum):
    """How a figure stands to what the register says."""

    NOTHING = "nothing"
    OPEN = "open"
    SAME = "same"
    DIFFERS = "differs"


@dataclass(frozen=True, slots=True)
class StatedFigure:
    """A figure that counts, and what it rests on."""

    value: float
    basis: str
    own: bool


@dataclass(frozen=True, slots=True)
class Proposal:
    """A figure as the register says it.

    Attributes:
        rate: where it comes from.
        place: where the figure stands.
        threshold: what it is for.
        year: the year that it is of; 0 for none.
        reckoned: what it was worked out from.
        value: as it would be stated; None if no row counts.
        basis: what it rests on, in words; "" without a value.
        stated: the figure that counts now.
    """

    rate: Rate
    place: ThresholdPlace
    threshold: Threshold
    year: int
    reckoned: Reckoned
    value: float | None
    basis: str
    stated: StatedFigure | None

    @property
    def state(self) -> FillState:
        """How the figure that is stated stands to this one."""
        if self.stated is not None and self.value != self.stated.value:
            # What was filled from rows that are gone rests on nothing any more.
            gone = self.value is None and not self.stated.basis
            return FillState.NOTHING if gone else FillState.DIFFERS
        if self.value is None:
            return FillState.NOTHING
        return FillState.OPEN if self.stated is None else FillState.SAME

    @property
    def met(self) -> bool | None:
        """True if the value keeps to the threshold; None without one."""
        if self.value is None:
            return None
        return self.threshold.comparator.holds(self.value, self.threshold.value)


def read_stated(session: Session, unit_id: str) -> Stated:
    """The figures of a unit that count: its own, else those of the office."""
    office = is_office(session)
    query = (
        select(Figure)
        .where(Figure.removed_at.is_(None), Figure.unit_id == unit_id)
        .order_by(Figure.by_office.desc())
    )
    return {
        (row.place, row.threshold, row.year): StatedFigure(
            row.value, row.basis, row.by_office is office
        )
        for row in session.scalars(query)
    }


def proposals(
    framework: Framework, book: Book, stated: Stated, last_year: int
) -> tuple[Proposal, ...]:
    """Every figure that a unit's register fills, year by year where figures are so. Pure."""
    return tuple(
        proposal
        for table in reckon_all(book.register, book.judged)
        for fill in table.rate.fills
        if fill.framework == framework.code
        for proposal in _proposed(framework, book, table, fill, stated, last_year)
    )


def fill(workspace: Workspace, unit: str, wanted: Sequence[Proposal]) -> tuple[FigureSaid, ...]:
    """State the figures as the register says them; returns what takes that back.

    Raises: see ``put_figures``.
    """
    put_figures(
        workspace,
        unit,
        [
            FigureSaid(p.place, p.threshold.text, p.value, p.year, p.basis)
            for p in wanted
            if p.value is not None
        ],
    )
    return tuple(_as_before(proposal) for proposal in wanted if proposal.value is not None)


def reckoned_words(rate: Rate, reckoned: Reckoned, *, with_left_out: bool = False) -> str:
    """What a rate was worked out from, in words; with the rows that do not count if wanted."""
    return reckoning_words(
        rate.kind.value,
        counted=reckoned.counted,
        counted_name=rate.counted_name,
        of=reckoned.of,
        of_name=rate.of_name,
        measure=rate.measure,
        left_out=reckoned.left_out if with_left_out else 0,
    )


def shown_value(rate: Rate, reckoned: Reckoned, threshold: Threshold | None = None) -> str:
    """What a rate comes to with its unit; "—" if no row counts."""
    if reckoned.value is None:
        return NOTHING
    return value_words(format(rounded(reckoned.value, threshold), "f"), rate.unit)


def _as_before(proposal: Proposal) -> FigureSaid:
    """The figure that this side had stated; None takes the new one back."""
    place, text, year = proposal.place, proposal.threshold.text, proposal.year
    stated = proposal.stated
    if stated is None or not stated.own:
        return FigureSaid(place, text, None, year)
    return FigureSaid(place, text, stated.value, year, stated.basis)


def _proposed(
    framework: Framework,
    book: Book,
    table: RateTable,
    fill: Fill,
    stated: Stated,
    last_year: int,
) -> Iterator[Proposal]:
    try:
        place = place_of(framework, fill.indicator, fill.task, fill.point)
        threshold = threshold_of(place, fill.threshold)
    except (IndicatorUnknown, MethodNotRequired, PointUnknown, ThresholdUnknown):
        return  # another version of the set, which does not ask for it
    indicator = framework.indicator(fill.indicator)
    point = framework.point(indicator.code, fill.task, fill.point or 1) if fill.task else None
    years: Iterable[int] = figure_years(
        threshold, point, since_year_of(indicator), Period(last_year)
    )
    for year in years or (0,):
        reckoned = table.years.get(year, _NOBODY) if year else table.whole
        value, basis = None, ""
        if reckoned.value is not None:
            value = float(rounded(reckoned.value, threshold))
            words = shown_value(table.rate, reckoned, threshold)
            said = reckoned_words(table.rate, reckoned, with_left_out=True)
            basis = basis_words(book.register.title, year, said, words)
        yield Proposal(
            table.rate,
            place,
            threshold,
            year,
            reckoned,
            value,
            basis,
            stated.get((place.key, threshold.text, year)),
        )


_NOBODY = Reckoned(None, 0, 0, 0)
