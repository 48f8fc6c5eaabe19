"""What the 指标说明 says of points is what the completeness says, for all units and for some."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.completeness.assess import assess
from app.completeness.rows import FigureRow, MarkRow, Period, PlacementRow, indicator_rows
from app.completeness.states import Filing
from app.dossier.gathering.reading import Evidence, EvidenceRow, StoredFile
from app.dossier.gathering.resolving import Inputs, resolve
from app.dossier.planning.grouping import draft_dossiers
from app.dossier.planning.point_states import not_applicable, with_points
from app.dossier_options import DossierOptions, Scope
from app.filekind import FileKind, FileType
from app.framework.expansion import ResponsibleUnit
from app.framework.keys import PointKey, TaskKey
from app.workspace.registry import Registry, UnitRow
from models.vocabulary import ResponsibilityRole
from tests.support.workspaces import lushan

FRAMEWORK = lushan()
CODES = ("60", "68")
MATERIAL = "material_check"
UNITS = ("县司法局", "县公安局", "县财政局")
LEAD = ResponsibilityRole.LEAD
REGISTRY = Registry(
    tuple(UnitRow(name, name) for name in UNITS),
    (),
    {code: tuple(ResponsibleUnit(unit, LEAD) for unit in UNITS) for code in CODES},
)
TEXT = FileType(FileKind.TEXT, "text/plain", ".txt", "文本")
POINTS = {code: [p.number for p in FRAMEWORK.task(code, MATERIAL).points] for code in CODES}
(DEMAND,) = FRAMEWORK.indicator("60").thresholds[:1]


def row(number: int, code: str, point: int | None, unit: str, date: str = "") -> EvidenceRow:
    file = StoredFile(f"{number}.txt", f"{number:064x}", "", 1, TEXT)
    item, revision, title = f"i{number}", f"r{number}", f"材料{number}"
    return EvidenceRow(
        item, revision, code, MATERIAL, MATERIAL, point, unit, title, "", "", date, 1, "",
        file, (), (), removed=False,
    )  # fmt: skip


def inputs_of(evidence: Evidence, options: DossierOptions, own: str | None = None) -> Inputs:
    return Inputs(evidence, FRAMEWORK, REGISTRY, options, "示例县", 2021, own)


def told(inputs: Inputs, blocked: frozenset[str] = frozenset()):
    """By dossier, indicator, method and point, what the sheet says."""
    resolved = resolve(inputs, {}, root=None)
    found = {}
    drafts = draft_dossiers(resolved.rows, inputs.options)
    for draft in with_points(drafts, inputs, blocked):
        for section in draft.sections:
            indicator = section.indicator
            for task in indicator.tasks:
                for line in task.points:
                    found[draft.key, indicator.code, task.code, line.number] = line
    return found


def word(line) -> str:
    return "不涉及" if not line.applies else "已有" if line.covered else "缺"


def expected(filing: Filing) -> dict[int, str]:
    return {
        p.point.number: "不涉及" if p.not_applicable else "已有" if p.covered else "缺"
        for p in filing.points
    }


places = st.tuples(st.sampled_from(CODES), st.sampled_from(UNITS))
rows = st.lists(
    st.tuples(places, st.integers(0, 4), st.sampled_from(["", "2019", "2021-03"])), max_size=8
)
marks = st.lists(st.tuples(places, st.integers(0, 4), st.sampled_from(["甲", "乙"])), max_size=10)
figures = st.lists(
    st.tuples(st.sampled_from(UNITS), st.sampled_from([0.0, 1.0, 2.0])),
    max_size=3,
    unique_by=lambda one: one[0],
)


def point_of(code: str, number: int) -> int | None:
    points = POINTS[code]
    return points[(number - 1) % len(points)] if number else None


@settings(deadline=None, max_examples=60)
@given(
    rows, marks, figures, st.sampled_from(list(Scope)),
    st.sampled_from([(), UNITS[:1], UNITS[:2]]), st.sampled_from([None, UNITS[1]]),
)  # fmt: skip
def test_the_sheet_says_what_the_status_says(placed, marked, stated, scope, chosen, own):
    evidence_rows = tuple(
        row(n, code, point_of(code, number), own or unit, date)
        for n, ((code, unit), number, date) in enumerate(placed)
    )
    made = {
        (code, point_of(code, number), unit): MarkRow(
            code, MATERIAL, point_of(code, number), unit, reason
        )
        for (code, unit), number, reason in marked
    }
    figure_rows = tuple(FigureRow("60", DEMAND.text, unit, value) for unit, value in stated)
    evidence = Evidence(evidence_rows, figure_rows, tuple(made.values()))
    options = DossierOptions(scope=scope, units=chosen)
    found = told(inputs_of(evidence, options, own))
    status = assess(
        indicator_rows(FRAMEWORK, REGISTRY.units_of),
        [PlacementRow(r.item, r.indicator, r.task_code, r.point, r.unit, r.title, r.date)
         for r in evidence_rows],
        figure_rows,
        Period(2021),
        evidence.marks,
    )  # fmt: skip
    for (key, code, method, number), line in found.items():
        task = status.task(TaskKey(code, method))
        unit = key.partition(":")[2] if scope is Scope.UNIT else None
        one = unit or (chosen[0] if len(chosen) == 1 else None) or (own if not chosen else None)
        if one is not None:
            filing = next(s.filing for s in task.slots if s.unit == one)
        elif chosen:
            continue  # several of the units: no status speaks of just these
        else:
            filing = task.filing
        if number in expected(filing):
            assert word(line) == expected(filing)[number]
            point = next(p for p in filing.points if p.point.number == number)
            assert line.partial == (not point.covered and len(point.items) > 0)
            if word(line) == "不涉及":
                state = next(p for p in filing.points if p.point.number == number)
                assert all(mark.reason in line.note for mark in state.marks)


def test_a_units_dossier_says_that_a_point_does_not_apply_to_it():
    marked = MarkRow("60", MATERIAL, 2, "县公安局", "没有这项职能")
    evidence = Evidence((row(1, "60", 1, "县公安局"), row(2, "60", 1, "县司法局")), (), (marked,))
    by_unit = told(inputs_of(evidence, DossierOptions(scope=Scope.UNIT)))
    own = by_unit["unit:县公安局", "60", MATERIAL, 2]
    assert (own.applies, own.note) == (False, "没有这项职能（县公安局）")
    assert by_unit["unit:县司法局", "60", MATERIAL, 2].applies
    whole = told(inputs_of(evidence, DossierOptions()))["indicator:60", "60", MATERIAL, 2]
    assert (whole.covered, whole.note) == (False, "县公安局不涉及（没有这项职能）")
    # In the unit's own workspace, and with only its material, it is about the unit, too.
    for inputs in (
        inputs_of(evidence, DossierOptions(), "县公安局"),
        inputs_of(evidence, DossierOptions(units=("县公安局",))),
    ):
        assert not told(inputs)["indicator:60", "60", MATERIAL, 2].applies


def test_a_mark_that_the_office_has_not_accepted_is_told():
    pending = MarkRow("60", MATERIAL, 2, "县公安局", "没有这项职能")
    evidence = replace(Evidence((row(1, "60", 1, "县公安局"),), (), ()), pending_marks=(pending,))
    line = told(inputs_of(evidence, DossierOptions()))["indicator:60", "60", MATERIAL, 2]
    assert (line.covered, line.note) == (False, "县公安局标为不涉及，尚未审核通过")


def test_an_indicator_that_does_not_apply_at_all_does_not_lack_material():
    tasks = [t.code for t in FRAMEWORK.indicator("60").tasks]
    everybody = [MarkRow("60", m, None, unit, "本县没有") for unit in UNITS for m in tasks]
    inputs = inputs_of(Evidence((), (), tuple(everybody)), DossierOptions())
    assert not_applicable(inputs, (), CODES) == ("60",)
    inputs = inputs_of(Evidence((), (), tuple(everybody[:-1])), DossierOptions())
    assert not_applicable(inputs, (), CODES) == ()


@pytest.mark.parametrize("scope", [Scope.INDICATOR, Scope.COMBINED])
def test_stated_figures_are_on_the_sheet(scope):
    holder = next(
        (i, t, p) for i in FRAMEWORK.indicators for t in i.tasks for p in t.points if p.thresholds
    )
    indicator, task, point = holder
    demand = point.thresholds[0]
    met, short = (demand.value, demand.value - 1)
    if not demand.comparator.holds(met, demand.value):
        met, short = demand.value + 1, demand.value
    if demand.comparator.holds(short, demand.value):
        short = demand.value + 1
    registry = Registry(
        REGISTRY.units, (), {indicator.code: tuple(ResponsibleUnit(u, LEAD) for u in UNITS)}
    )
    place = str(PointKey(indicator.code, task.code, point.number))
    figures = (
        FigureRow(place, demand.text, "县司法局", met),
        FigureRow(place, demand.text, "县公安局", short),
    )
    placed = replace(row(1, indicator.code, point.number, "县司法局"), task_code=task.code)
    evidence = Evidence((placed,), figures, ())
    inputs = replace(inputs_of(evidence, DossierOptions(scope=scope)), registry=registry)
    resolved = resolve(inputs, {}, root=None)
    (draft,) = with_points(draft_dossiers(resolved.rows, inputs.options), inputs, ())
    (filled,) = [t for t in draft.sections[0].indicator.tasks if t.code == task.code]
    lines = {line.unit: line for line in filled.figures}
    assert {unit: line.met for unit, line in lines.items()} == {"县司法局": True, "县公安局": False}
    assert lines["县司法局"].value == f"{met:g}{demand.unit}"
    assert {(line.point, line.demand) for line in lines.values()} == {(point.number, demand.text)}
