"""What ``juanzong status`` prints as JSON: stable English keys."""

from typing import Any

from app.completeness.rows import FigureRow, MarkRow
from app.completeness.states import (
    Completeness,
    Filing,
    IndicatorState,
    PointState,
    SlotState,
    Stray,
    Tally,
    ThresholdState,
)

Json = dict[str, Any]


def status_json(completeness: Completeness) -> Json:
    """The whole: counts by every side, each indicator down to its points, and the strays."""
    return {
        "state": completeness.state.value,
        "whole": tally_json(completeness.whole),
        "kinds": {kind: tally_json(t) for kind, t in completeness.kinds.items()},
        "categories": {code: tally_json(t) for code, t in completeness.categories.items()},
        "methods": {method or "": tally_json(t) for method, t in completeness.methods.items()},
        "units": {unit: tally_json(t) for unit, t in completeness.units.items()},
        "slots": tally_json(completeness.slots_total),
        "indicators": [indicator_json(i) for i in completeness.indicators],
        "strays": [stray_json(s) for s in completeness.strays],
    }


def tally_json(tally: Tally) -> Json:
    """Counts; ``covered + waiting + missing == total``."""
    return {
        "total": tally.total,
        "covered": tally.covered,
        "waiting": tally.waiting,
        "missing": tally.missing,
        "gaps": tally.gaps,
        "not_applicable": tally.exempt,
        "percent": tally.percent,
    }


def indicator_json(state: IndicatorState) -> Json:
    """One indicator with its tasks over all units, and each slot in brief."""
    return {
        "code": state.code,
        "kind": state.kind,
        "category": state.category_path[0],
        "category_path": list(state.category_path),
        "state": state.state.value,
        **tally_json(state.tally),
        "thresholds": [_threshold_json(t) for t in state.thresholds],
        "tasks": [
            {
                "key": str(task.key),
                "task": task.task_code,
                "method": task.method,
                **filing_json(task.filing),
                "slots": [
                    {"unit": slot.unit, "items": len(slot.filing.items), **_slot_json(slot)}
                    for slot in task.slots
                ],
            }
            for task in state.tasks
        ],
    }


def filing_json(filing: Filing) -> Json:
    """The state and the points of a task or a slot."""
    return {
        "state": filing.state.value,
        **tally_json(filing.tally),
        "items": list(filing.items),
        "unassigned": list(filing.unassigned),
        "points": [point_json(p) for p in filing.points],
    }


def point_json(state: PointState) -> Json:
    """One point: what covers it, and what is missing."""
    return {
        "key": str(state.key),
        "number": state.point.number,
        "text": state.point.text,
        "state": state.state.value,
        "covered": state.covered,
        "not_applicable": [mark_json(mark) for mark in state.marks],
        "items": list(state.items),
        "tools": [
            {
                "table": row.table,
                "kind": row.kind,
                "unit": row.unit,
                "rows": row.count,
                "years": list(row.years),
            }
            for row in state.held
        ],
        "waiting_items": list(state.waiting_items),
        "expected": list(state.expected),
        "expected_lacking": list(state.lacking_entries),
        "said_complete": state.said_complete,
        "since_year": state.point.since_year,
        "per_year": state.point.per_year,
        "years_missing": list(state.years_missing),
        "thresholds": [_threshold_json(t) for t in state.thresholds],
    }


def mark_json(mark: MarkRow) -> Json:
    """Who has marked a point, or its slot, as not applying, and why."""
    return {
        "unit": mark.unit,
        "point": mark.point,
        "reason": mark.reason,
        "by_office": mark.by_office,
    }


def stray_json(stray: Stray) -> Json:
    """A row that finds no proper place, and why."""
    row = stray.row
    if isinstance(row, FigureRow):
        return {
            "reason": stray.reason.value,
            "place": row.place,
            "threshold": row.threshold,
            "unit": row.unit,
        }
    if isinstance(row, MarkRow):
        return {"reason": stray.reason.value, "task": str(row.task), "mark": mark_json(row)}
    return {
        "reason": stray.reason.value,
        "item": row.item,
        "task": str(row.task),
        "point": row.point,
        "unit": row.unit,
    }


def _slot_json(slot: SlotState) -> Json:
    """The points that the unit owes; ``lead`` and ``owing`` say what part it has."""
    return {
        "lead": slot.lead,
        "owing": slot.owing,
        "state": slot.filing.state.value,
        **tally_json(slot.tally),
    }


def _threshold_json(state: ThresholdState) -> Json:
    threshold = state.threshold
    return {
        "text": threshold.text,
        "comparator": threshold.comparator.value,
        "value": threshold.value,
        "unit": threshold.unit,
        "lacking": state.lacking,
        "years": list(state.years),
        "years_lacking": list(state.years_lacking),
        "figures": [_figure_json(f) for f in state.figures],
        "unmet": [_figure_json(f) for f in state.unmet],
    }


def _figure_json(figure: FigureRow) -> Json:
    return {"unit": figure.unit, "value": figure.value, "year": figure.year or None}
