"""The figures of indicators that rounds fill: what the answers say, and what was stated."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.completeness.figures import FigureSaid, ThresholdPlace, place_of, put_figures, threshold_of
from app.completeness.rows import Period, since_year_of
from app.completeness.years import figure_years
from app.framework.errors import IndicatorUnknown, MethodNotRequired, PointUnknown, ThresholdUnknown
from app.framework.schema import Framework
from app.framework.values import Threshold
from app.names.verification.interview import figure_basis
from app.verification.interview.entering import RoundSheets
from app.verification.interview.results import Results, Share, results_of
from app.verification.interview.schema import Measure, QuestionnaireFill
from app.verification.material_check.registers.filling import FillState, Stated, StatedFigure
from app.verification.material_check.registers.rates import rounded
from app.workspace.opening import Workspace


@dataclass(frozen=True, slots=True)
class FigureProposal:
    """A figure as a round of interviews says it.

    Attributes:
        fill: which figure, and what it is worked out from.
        place: where the figure stands.
        threshold: what it is for.
        year: the year that it is of; 0 for none.
        share: numerator and denominator.
        value: as it would be stated; None if the denominator is 0.
        basis: what it rests on, in words; "" without a value.
        stated: the figure that counts now.
    """

    fill: QuestionnaireFill
    place: ThresholdPlace
    threshold: Threshold
    year: int
    share: Share
    value: float | None
    basis: str
    stated: StatedFigure | None

    @property
    def state(self) -> FillState:
        """How the figure that is stated stands to this one."""
        if self.value is None:
            return FillState.NOTHING
        if self.stated is None:
            return FillState.OPEN
        return FillState.SAME if self.stated.value == self.value else FillState.DIFFERS

    @property
    def met(self) -> bool | None:
        """True if the value keeps to the threshold; None without one."""
        if self.value is None:
            return None
        return self.threshold.comparator.holds(self.value, self.threshold.value)


def figure_proposals(
    framework: Framework, there: RoundSheets, stated: Stated, last_year: int
) -> tuple[FigureProposal, ...]:
    """Every figure that a round fills: those of its own indicator. Pure.

    Where figures are stated year by year, it fills that of the year in which it ended; what was
    asked after the last of these years, or on no known day, fills that of the last one.
    """
    slot, round_ = there.round.slot, there.round.said
    results = results_of(round_, there.numbered)
    return tuple(
        proposal
        for fill in round_.questionnaire.fills
        if fill.framework == framework.code and fill.indicator == slot.indicator
        for proposal in _proposed(framework, there, results, fill, stated, last_year)
    )


def fill_figures(
    workspace: Workspace, unit: str, wanted: Sequence[FigureProposal]
) -> tuple[FigureSaid, ...]:
    """State the figures as the answers say them; returns what takes that back.

    Raises: see ``put_figures``.
    """
    stating = [proposal for proposal in wanted if proposal.value is not None]
    said = [FigureSaid(p.place, p.threshold.text, p.value, p.year, p.basis) for p in stating]
    put_figures(workspace, unit, said)
    return tuple(_as_before(proposal) for proposal in stating)


def share_of(fill: QuestionnaireFill, results: Results) -> Share:
    """What a figure is worked out from."""
    match fill.measure:
        case Measure.INTERVIEWED:
            return results.response.interview_rate
        case Measure.RETURNED:
            return results.response.return_rate
    found = results.of(fill.question) if fill.question is not None else results.overall
    return found.satisfaction if found and found.satisfaction else Share(0, 0)


def _proposed(
    framework: Framework,
    there: RoundSheets,
    results: Results,
    fill: QuestionnaireFill,
    stated: Stated,
    last_year: int,
) -> Iterator[FigureProposal]:
    try:
        place = place_of(framework, fill.indicator, fill.task, fill.point)
        threshold = threshold_of(place, fill.threshold)
    except (IndicatorUnknown, MethodNotRequired, PointUnknown, ThresholdUnknown):
        return  # another version of the set, which does not ask for it
    round_ = there.round.said
    indicator = framework.indicator(fill.indicator)
    point = framework.point(indicator.code, fill.task, fill.point or 1) if fill.task else None
    years = figure_years(threshold, point, since_year_of(indicator), Period(last_year))
    year = 0
    if years:
        held = int((round_.held_to or round_.held_from or str(years[-1]))[:4])
        year = min(held, years[-1])
        if year not in years:
            return
    share = share_of(fill, results)
    value, basis = None, ""
    if share.percent is not None:
        shown = rounded(share.percent, threshold)
        value = float(shown)
        basis = figure_basis(
            fill.measure.value,
            title=round_.questionnaire.title,
            edition=round_.questionnaire.edition,
            name=round_.name,
            counted=share.counted,
            of=share.of,
            percent=format(shown, "f"),
            number=round_.questionnaire.number_of(fill.question or _overall(there)),
        )
    key = (place.key, threshold.text, year)
    yield FigureProposal(fill, place, threshold, key[2], share, value, basis, stated.get(key))


def _overall(there: RoundSheets) -> str:
    overall = there.round.said.questionnaire.overall
    return overall.id if overall is not None else ""


def _as_before(proposal: FigureProposal) -> FigureSaid:
    """The figure that this side had stated; None takes the new one back."""
    place, text, year = proposal.place, proposal.threshold.text, proposal.year
    stated = proposal.stated
    if stated is None or not stated.own:
        return FigureSaid(place, text, None, year)
    return FigureSaid(place, text, stated.value, year, stated.basis)
