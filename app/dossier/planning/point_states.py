"""The state of the points as the 指标说明 shows it; worked out only where it is printed."""

import hashlib
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from app.completeness.assess import assess
from app.completeness.rows import MarkRow, Period, PlacementRow, indicator_rows
from app.completeness.states import Filing, IndicatorState, PointState, ThresholdState
from app.completeness.vocabulary import State
from app.dossier.gathering.resolving import Inputs
from app.dossier.gathering.rows import PlanIndicator
from app.dossier.planning.grouping import DossierDraft
from app.dossier.planning.inspection import shown_to_inspectors, with_bases
from app.dossier.planning.naming import number_list
from app.framework.keys import PointKey, indicator_of
from app.names.completeness import describe_held, figure_value
from app.sheets.content import FigureLine, PointLine
from app.workspace.obligations import Owing, OwingRule

#: So many units are named in a point's note; more are counted, and named on the end sheet.
_UNITS_NAMED = 2

Share = tuple[str, ...]


def standings(inputs: Inputs, blocked: Collection[str]) -> dict[str, str]:
    """For each indicator a digest of everything that the state of its points depends on."""
    facts: dict[str, list[object]] = defaultdict(list)
    for row in inputs.evidence.rows:
        if row.goes_in:
            place = (row.item, row.task_code, row.point, row.unit, row.date, row.item in blocked)
            facts[row.indicator].append(place)
    for figure in inputs.evidence.figures:
        facts[indicator_of(figure.place)].append(figure)
    for mark in (*inputs.evidence.marks, *inputs.evidence.pending_marks):
        facts[mark.indicator].append(mark)
        # Dossiers of earlier editions know of no other rule than that all owe.
        if inputs.registry.obligations.of(mark.indicator) is not OwingRule.EVERYONE:
            facts[mark.indicator].append(inputs.registry.owing(mark.indicator, mark.task_code))
    for key, entries in inputs.evidence.expectations.lists.items():
        facts[indicator_of(key)].append((key, entries))
    for key, unit in inputs.evidence.expectations.said:
        facts[indicator_of(key)].append((key, unit))
    head = (inputs.framework.fingerprint, inputs.last_year, inputs.concerned)
    return {
        code: hashlib.sha256(repr((head, sorted(map(repr, found)))).encode("utf-8")).hexdigest()
        for code, found in facts.items()
    }


def with_points(
    drafts: Collection[DossierDraft], inputs: Inputs, blocked: Collection[str]
) -> list[DossierDraft]:
    """The drafts with the state of each point filled in, and the figures stated.

    A dossier of some units, or one made in a unit's workspace, tells of these units' share.
    """
    codes: dict[Share, set[str]] = defaultdict(set)
    for draft in drafts:
        codes[_share(draft, inputs)] |= {s.indicator.code for s in draft.sections}
    filled: dict[tuple[Share, str], PlanIndicator] = {}
    states = {share: states_of(inputs, blocked, wanted, share) for share, wanted in codes.items()}

    def fill(indicator: PlanIndicator, share: Share) -> PlanIndicator:
        key = share, indicator.code
        if key not in filled:
            filled[key] = _filled(indicator, states[share][indicator.code], share, inputs)
        return filled[key]

    found = [
        replace(
            draft,
            sections=tuple(
                replace(section, indicator=fill(section.indicator, _share(draft, inputs)))
                for section in draft.sections
            ),
        )
        for draft in drafts
    ]
    show = shown_to_inspectors if inputs.options.for_inspection else with_bases
    return [show(draft) for draft in found]


def not_applicable(
    inputs: Inputs, blocked: Collection[str], codes: Iterable[str]
) -> tuple[str, ...]:
    """Those of some indicators that do not apply to anybody that the compile is about."""
    wanted = tuple(codes)
    states = states_of(inputs, blocked, wanted, inputs.concerned)
    return tuple(code for code in wanted if states[code].state is State.NOT_APPLICABLE)


def states_of(
    inputs: Inputs, blocked: Collection[str], codes: Collection[str], share: Share
) -> Mapping[str, IndicatorState]:
    """The state of indicators over all units that answer for them, or over a share of these."""
    evidence = inputs.evidence
    placements = [
        PlacementRow(
            row.item,
            row.indicator,
            row.task_code,
            row.point,
            row.unit,
            row.title,
            row.date,
            blocked=row.item in blocked,
            file_name=row.main.name,
            years=row.years,
        )
        for row in evidence.rows
        if row.indicator in codes and row.goes_in and (not share or row.unit in share)
    ]
    rows = indicator_rows(
        inputs.framework,
        lambda code, task: [
            unit for unit in inputs.registry.units_of(code, task) if not share or unit in share
        ],
        lambda code, task: _shared(inputs.registry.owing(code, task), share),
    )
    states = assess(
        [row for row in rows if row.code in codes],
        placements,
        [figure for figure in evidence.figures if not share or figure.unit in share],
        Period(inputs.last_year),
        evidence.marks,
        expectations=evidence.expectations,
        held=[row for row in evidence.held if not share or row.unit in share],
    )
    return {indicator.code: indicator for indicator in states.indicators}


def _shared(owing: Owing, share: Share) -> Owing:
    """Who of a share owes the points of a task."""
    return replace(owing, units=tuple(u for u in owing.units if not share or u in share))


def _share(draft: DossierDraft, inputs: Inputs) -> Share:
    return (draft.unit,) if draft.unit else inputs.concerned


def _filled(
    indicator: PlanIndicator, state: IndicatorState, share: Share, inputs: Inputs
) -> PlanIndicator:
    pending: dict[PointKey, list[str]] = defaultdict(list)
    for mark in inputs.evidence.pending_marks:
        if mark.indicator == indicator.code and (not share or mark.unit in share):
            task = inputs.framework.task(mark.indicator, mark.task_code)
            for point in task.points:
                if mark.point in {None, point.number}:
                    key = PointKey(mark.indicator, mark.task_code, point.number)
                    pending[key].append(mark.unit)
    tasks = {task.task_code: task.filing for task in state.tasks}
    return replace(
        indicator,
        tasks=tuple(
            replace(
                task,
                points=tuple(_task_lines(tasks[task.code], pending)),
                figures=tuple(
                    line
                    for point in tasks[task.code].points
                    for line in _figure_lines(point.thresholds, point.point.number)
                ),
            )
            for task in indicator.tasks
        ),
        figures=tuple(_figure_lines(state.thresholds, None)),
        share=share,
    )


def _task_lines(filing: Filing, pending: Mapping[PointKey, list[str]]) -> Iterator[PointLine]:
    """The points; material that belongs to no point is mentioned, so it does not seem missing."""
    count = len(filing.unassigned)
    for point in filing.points:
        line = _point_line(point, pending.get(point.key, ()))
        open_question = count and not point.anything and not point.not_applicable
        note = "；".join(filter(None, (line.note, "另有材料未归要点，待核")))
        yield replace(line, note=note) if open_question else line
    if count:
        number = max(point.point.number for point in filing.points) + 1
        note = f"共 {count} 件"
        yield PointLine(number, "未归到具体要点的材料", covered=True, note=note, others=True)


def _point_line(state: PointState, pending: Iterable[str]) -> PointLine:
    number, text = state.point.number, state.point.text
    marked = _by_reason(state.marks)
    if state.not_applicable:
        note = "；".join(
            reason if len(marked) == 1 and len(units) > _UNITS_NAMED else f"{reason}（{named}）"
            for reason, units in marked.items()
            for named in [_named(units)]
        )
        return PointLine(number, text, covered=True, note=note, applies=False)
    notes = []
    if state.items:
        notes.append(f"共 {len(state.items)} 件")
    if state.held:
        notes.append(describe_held(state.held))
    if state.waiting_items:
        notes.append(f"{len(state.waiting_items)} 件未能成页")
    if state.anything and state.years_missing:
        notes.append(f"缺 {number_list(list(state.years_missing))} 年")
    if state.anything and state.lacking_entries:
        notes.append(f"还差{'、'.join(state.lacking_entries)}")
    notes += [f"未达“{one.threshold.text}”" for one in state.thresholds if one.unmet]
    notes += [
        f"“{one.threshold.text}”缺 {number_list(list(one.years_lacking))} 年数据"
        for one in state.thresholds
        if one.years_lacking
    ]
    notes += [f"{_named(units)}不涉及（{reason}）" for reason, units in marked.items()]
    if units := list(dict.fromkeys(pending)):
        notes.append(f"{_named(units)}标为不涉及，尚未审核通过")
    usable = len(state.items) > len(state.waiting_items) or state.held
    partial = not state.covered and bool(usable)
    return PointLine(
        number,
        text,
        covered=state.covered,
        note="；".join(notes),
        partial=partial,
        held=describe_held(state.held),
    )


def _by_reason(marks: Iterable[MarkRow]) -> Mapping[str, list[str]]:
    """Who has said that a point does not apply; units with one reason together."""
    units: dict[str, list[str]] = defaultdict(list)
    for mark in marks:
        if mark.unit not in units[mark.reason]:
            units[mark.reason].append(mark.unit)
    return units


def _named(units: list[str]) -> str:
    return "、".join(units) if len(units) <= _UNITS_NAMED else f"{len(units)} 个单位"


def _figure_lines(thresholds: Iterable[ThresholdState], point: int | None) -> Iterator[FigureLine]:
    """What was stated for each demand, unit by unit."""
    for state in thresholds:
        demand, measure = state.threshold.text, state.threshold.unit
        short = set(state.unmet)
        for figure in state.figures:
            value = figure_value(figure, measure)
            amount = figure_value(replace(figure, year=0), measure)
            met = figure not in short
            yield FigureLine(
                point, demand, figure.unit, value, met, figure.basis, figure.year, amount
            )
