"""What the inspection edition tells of an indicator: what is there and where, never what is not.

Pure: everything comes from the draft, in which what the office has not accepted is no more.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from app.dossier.gathering.rows import PlanIndicator, PlanItem, PlanTask
from app.dossier.planning.grouping import DossierDraft
from app.names.verification.registers import basis_for_inspectors
from app.sheets.content import FigureLine, NoteForm, NoteLine, PointLine

_OTHERS = "其他材料"
_STATED = "由填报单位报送"
_UNITS_NAMED = 2

#: The marks of one task by point (None: of the task as a whole): reasons, and who gives them.
_Marks = Mapping[int | None, Mapping[str, list[str]]]


def shown_to_inspectors(draft: DossierDraft) -> DossierDraft:
    """The draft with points that name their items, and figures that name their basis.

    Lines of notes that say what is still to be done are left out.
    """
    items: dict[str, dict[str, list[PlanItem]]] = defaultdict(lambda: defaultdict(list))
    for section in draft.sections:
        for item in section.items:
            items[item.indicator][item.task_code].append(item)
    marks: dict[tuple[str, str], dict[int | None, dict[str, list[str]]]] = defaultdict(
        lambda: defaultdict(lambda: defaultdict(list))
    )
    for mark in draft.marks:
        marks[mark.indicator, mark.task][mark.point][mark.reason].append(mark.unit)

    def shown(indicator: PlanIndicator) -> PlanIndicator:
        own = items[indicator.code]
        everything = [item for found in own.values() for item in found]
        return replace(
            indicator,
            tasks=tuple(
                _task(task, own[task.code], marks[indicator.code, task.name])
                for task in indicator.tasks
            ),
            figures=_for_inspectors(_based(line, everything) for line in indicator.figures),
        )

    return replace(
        draft,
        sections=tuple(
            replace(
                section,
                indicator=shown(section.indicator),
                notes=tuple(
                    _without_internal(*note) for note in section.notes if not note[1].unfinished
                ),
            )
            for section in draft.sections
        ),
        left_out=(),
    )


def with_bases(draft: DossierDraft) -> DossierDraft:
    """The draft of the working edition, with figures that name their basis."""
    items: dict[str, list[PlanItem]] = defaultdict(list)
    for section in draft.sections:
        for item in section.items:
            items[item.indicator].append(item)

    def based(indicator: PlanIndicator) -> PlanIndicator:
        own = items[indicator.code]
        tasks = tuple(
            replace(task, figures=_of_task(task, [i for i in own if i.task_code == task.code]))
            for task in indicator.tasks
        )
        figures = tuple(_based(line, own) for line in indicator.figures)
        return replace(indicator, tasks=tasks, figures=figures)

    sections = (replace(each, indicator=based(each.indicator)) for each in draft.sections)
    return replace(draft, sections=tuple(sections))


def _of_task(task: PlanTask, items: Sequence[PlanItem]) -> tuple[FigureLine, ...]:
    """The figures of a task, each with the material of its point or else of the task."""
    return tuple(
        _based(line, [i for i in items if i.point == line.point] or items) for line in task.figures
    )


def _without_internal(form: NoteForm, line: NoteLine) -> tuple[NoteForm, NoteLine]:
    """A tool's sheet without what is said in the house; the widest column takes the room."""
    kept = [n for n, column in enumerate(form.columns) if not column.internal]
    if len(kept) == len(form.columns):
        return form, line
    columns = [form.columns[n] for n in kept]
    free = sum(column.width for column in form.columns) - sum(column.width for column in columns)
    widest = max(range(len(columns)), key=lambda n: columns[n].width)
    columns[widest] = replace(columns[widest], width=columns[widest].width + free)
    cells = tuple(line.cells[n] for n in kept)
    return replace(form, columns=tuple(columns)), replace(line, cells=cells)


def _task(task: PlanTask, items: Sequence[PlanItem], marks: _Marks) -> PlanTask:
    points = []
    known = set()
    for line in task.points:
        if line.others:
            continue
        known.add(line.number)
        there = [item for item in items if item.point == line.number]
        note = line.note if not line.applies else _said(marks, line.number)
        bound = "；".join(filter(None, (number_runs(i.number for i in there), line.held)))
        points.append(replace(line, covered=True, items=bound, note=note))
    rest = [item for item in items if item.point not in known]
    if rest:
        numbers = number_runs(item.number for item in rest)
        last = max(known, default=0) + 1
        points.append(PointLine(last, _OTHERS, covered=True, items=numbers, others=True))
    figures = _for_inspectors(_of_task(task, items))
    return replace(task, points=tuple(points), figures=figures)


def _said(marks: _Marks, point: int) -> str:
    """Who has said why a point does not apply to them, if it applies to others."""
    said: dict[str, list[str]] = defaultdict(list)
    for where in (None, point):
        for reason, units in marks.get(where, {}).items():
            said[reason] += [unit for unit in units if unit not in said[reason]]
    return "；".join(f"{_named(units)}不涉及（{reason}）" for reason, units in said.items())


def _named(units: Sequence[str]) -> str:
    return "、".join(units) if len(units) <= _UNITS_NAMED else f"{len(units)}个单位"


def _based(line: FigureLine, items: Iterable[PlanItem]) -> FigureLine:
    numbers = number_runs(item.number for item in items if item.unit == line.unit)
    named = (line.basis, f"材料 {numbers}" if numbers else "")
    return replace(line, basis="；".join(filter(None, named)) or _STATED)


def _for_inspectors(lines: Iterable[FigureLine]) -> tuple[FigureLine, ...]:
    return tuple(replace(line, basis=basis_for_inspectors(line.basis)) for line in lines)


def number_runs(numbers: Iterable[str]) -> str:
    """编号 as people list them: "60-1、60-3 至 60-5"."""
    runs: list[tuple[str, int, int]] = []
    found = [match for number in numbers if (match := re.fullmatch(r"(.*-)(\d+)", number))]
    for head, rank in dict.fromkeys((match[1], int(match[2])) for match in found):
        if runs and runs[-1][0] == head and runs[-1][2] == rank - 1:
            runs[-1] = (head, runs[-1][1], rank)
        else:
            runs.append((head, rank, rank))
    shown = (
        f"{head}{first}"
        if first == last
        else f"{head}{first}{'、' if last == first + 1 else ' 至 '}{head}{last}"
        for head, first, last in runs
    )
    return "、".join(shown)
