"""The state of the points as the 指标说明 tells it: reckoned only where it will be printed."""

import hashlib
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from app.completeness.assess import assess
from app.completeness.rows import MarkRow, Period, PlacementRow, indicator_rows
from app.completeness.states import Filing, PointState
from app.dossier.grouping import Draft
from app.dossier.naming import number_list
from app.dossier.resolving import Inputs
from app.dossier.rows import PlanIndicator
from app.framework.schema import task_key
from app.sheets.content import PointLine

#: So many units are named in a point's note; more are counted, and named on the end sheet.
_UNITS_NAMED = 2


def standings(inputs: Inputs, blocked: Collection[str]) -> dict[str, str]:
    """By indicator, a mark of everything on which the state of its points depends."""
    facts: dict[str, list[object]] = defaultdict(list)
    for row in inputs.evidence.rows:
        if row.goes_in:
            place = (row.item, row.method, row.point, row.unit, row.date, row.item in blocked)
            facts[row.indicator].append(place)
    for figure in inputs.evidence.figures:
        facts[figure.place.partition("/")[0]].append(figure)
    for mark in inputs.evidence.marks:
        facts[mark.indicator].append(mark)
    head = (inputs.framework.fingerprint, inputs.last_year)
    return {
        code: hashlib.sha256(repr((head, sorted(map(repr, found)))).encode("utf-8")).hexdigest()
        for code, found in facts.items()
    }


def with_points(drafts: Collection[Draft], inputs: Inputs, blocked: Collection[str]) -> list[Draft]:
    """The drafts with the state of each point filled in, and what does not apply."""
    codes = {section.indicator.code for draft in drafts for section in draft.sections}
    lines = _point_lines(codes, inputs, blocked)
    marks: dict[str, list[MarkRow]] = defaultdict(list)
    for mark in inputs.evidence.marks:
        marks[mark.task].append(mark)
    filled: dict[str, PlanIndicator] = {}

    def fill(indicator: PlanIndicator) -> PlanIndicator:
        if indicator.code not in filled:
            tasks = tuple(
                replace(task, points=lines[key], marks=tuple(marks.get(key, ())))
                for task in indicator.tasks
                for key in [task_key(indicator.code, task.method)]
            )
            filled[indicator.code] = replace(indicator, tasks=tasks)
        return filled[indicator.code]

    return [
        replace(
            draft,
            sections=tuple(
                replace(section, indicator=fill(section.indicator)) for section in draft.sections
            ),
        )
        for draft in drafts
    ]


def _point_lines(
    codes: Collection[str], inputs: Inputs, blocked: Collection[str]
) -> Mapping[str, tuple[PointLine, ...]]:
    placements = [
        PlacementRow(
            row.item,
            row.indicator,
            row.method,
            row.point,
            row.unit,
            row.title,
            row.date,
            blocked=row.item in blocked,
            file_name=row.main.name,
        )
        for row in inputs.evidence.rows
        if row.indicator in codes and row.goes_in
    ]
    rows = indicator_rows(inputs.framework, inputs.registry.units_of())
    states = assess(
        [row for row in rows if row.code in codes],
        placements,
        inputs.evidence.figures,
        Period(inputs.last_year),
        inputs.evidence.marks,
    )
    return {
        task.key: tuple(_task_lines(task.filing))
        for indicator in states.indicators
        for task in indicator.tasks
    }


def _task_lines(filing: Filing) -> Iterator[PointLine]:
    """The points; material that nobody has assigned to one is told, lest it read as missing."""
    count = len(filing.unassigned)
    for point in filing.points:
        line = _point_line(point)
        open_question = count and not point.items and not point.not_applicable
        note = "；".join(filter(None, (line.note, "另有材料未归要点，待核")))
        yield replace(line, note=note) if open_question else line
    if count:
        number = max(point.point.number for point in filing.points) + 1
        yield PointLine(number, "未归到具体要点的材料", covered=True, note=f"共 {count} 件")


def _point_line(state: PointState) -> PointLine:
    if state.not_applicable:
        reasons = "；".join(dict.fromkeys(mark.reason for mark in state.marks))
        return PointLine(
            state.point.number, state.point.text, covered=True, note=reasons, applies=False
        )
    notes = []
    if state.items:
        notes.append(f"共 {len(state.items)} 件")
    if state.waiting_items:
        notes.append(f"{len(state.waiting_items)} 件未能成页")
    if state.items and state.years_missing:
        notes.append(f"缺 {number_list(list(state.years_missing))} 年")
    notes += [f"未达“{one.threshold.text}”" for one in state.thresholds if one.unmet]
    if units := list(dict.fromkeys(mark.unit for mark in state.marks)):
        named = "、".join(units) if len(units) <= _UNITS_NAMED else f"{len(units)} 个单位"
        notes.append(f"{named}不涉及")
    return PointLine(
        state.point.number, state.point.text, covered=state.covered, note="；".join(notes)
    )
