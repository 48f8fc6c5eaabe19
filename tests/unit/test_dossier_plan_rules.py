"""What every plan keeps to, over the whole option matrix, without a PDF."""

from collections import Counter
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from app.dossier.gathering.rows import (
    PlanItem,
)
from app.dossier.output.accounting import ledger_of
from app.dossier.planning.grouping import draft_dossiers, wanted
from app.dossier.planning.plan import DossierPlan, SheetKind, VolumePlan
from app.dossier_options import DossierOptions, Numbering, Scope
from app.sheets.content import (
    Cover,
)
from tests.support.dossiers import page_of, plan_dossiers
from tests.support.plan_rows import (
    METHODS,
    UNITS,
    catalogue_rows,
    item,
    measure,
    rows,
)

_items = st.lists(
    st.builds(
        item,
        revision=st.integers(0, 14).map(lambda n: f"r{n}"),
        pages=st.lists(st.integers(0, 9), min_size=1, max_size=3).map(tuple),
        number=st.integers(1, 3),
        method=st.sampled_from(tuple(METHODS)),
        unit=st.sampled_from(UNITS),
    ),
    max_size=30,
).map(lambda items: _same_pieces(items))


def _same_pieces(items: list[PlanItem]) -> list[PlanItem]:
    """One revision has the same files wherever it is placed."""
    first: dict[str, PlanItem] = {}
    return [
        replace(one, pieces=first.setdefault(one.revision, one).pieces, title=one.title)
        for one in items
    ]


_options = st.builds(
    DossierOptions,
    scope=st.sampled_from(Scope),
    indicators=st.sampled_from([(), ("1",), ("2", "3")]),
    units=st.sampled_from([(), ("县公安局",)]),
    numbering=st.sampled_from(Numbering),
    duplex_blanks=st.booleans(),
    volume_limit=st.sampled_from([1, 5, 12, 200]),
)


@settings(max_examples=300, deadline=None)
@given(items=_items, options=_options)
def test_every_plan_keeps_the_rules(items: list[PlanItem], options: DossierOptions) -> None:
    plans = plan_dossiers(rows(*items), options, measure, 2026)
    expected = [
        one
        for one in items
        if (not options.indicators or one.indicator in options.indicators)
        and (not options.units or one.unit in options.units)
    ]
    placed = Counter(
        (row.item.revision, row.item.indicator, row.item.task_code, row.item.unit)
        for plan in plans
        for volume in plan.volumes
        for row in volume.items
    )
    assert placed == Counter((o.revision, o.indicator, o.task_code, o.unit) for o in expected)
    for plan in plans:
        _bound_once(plan)
        lacking = any(p.problem for v in plan.volumes for row in v.items for p in row.item.pieces)
        assert plan.complete is not lacking
        for volume in plan.volumes:
            _sheets_in_a_row(volume)
            _numbers_in_a_row(volume)
            _catalogue_is_right(volume)
            _sides_and_fronts(volume, options)
            _navigation_is_right(volume)
            _within_limit(volume, options)
    everything = wanted(rows(*items), options)
    inputs = sum(len(p.files) + (p.replaced is not None) for one in expected for p in one.pieces)
    ledger = ledger_of(everything, draft_dossiers(everything, options), inputs)
    assert ledger.inputs == inputs
    numbered = sum(plan.page_count for plan in plans)
    placeholders = sum(
        s.page_count
        for plan in plans
        for v in plan.volumes
        for s in v.sheets
        if s.kind is SheetKind.PLACEHOLDER
    )
    assert sum(entry.pages for entry in ledger.entries) == numbered - placeholders


def _bound_once(plan: DossierPlan) -> None:
    own = [row.item.revision for v in plan.volumes for row in v.items if not row.repeated]
    assert len(own) == len(set(own))
    assert set(own) == {row.item.revision for v in plan.volumes for row in v.items}


def _sheets_in_a_row(volume: VolumePlan) -> None:
    page = 0
    for sheet in volume.sheets:
        assert sheet.first_page == page
        assert sheet.page_count >= 1
        assert (sheet.content is None) != (sheet.piece is None)
        page += sheet.page_count
    assert page == volume.physical_pages
    kinds = [sheet.kind for sheet in volume.sheets]
    assert kinds[0] is SheetKind.COVER
    assert kinds[-1] is SheetKind.END
    assert kinds.count(SheetKind.CATALOGUE) == 1


def _numbers_in_a_row(volume: VolumePlan) -> None:
    numbers = [
        sheet.first_number + n
        for sheet in volume.sheets
        if sheet.first_number is not None
        for n in range(sheet.page_count)
    ]
    assert numbers == list(range(1, volume.page_count + 1))
    numbered = {s.kind for s in volume.sheets if s.first_number is not None}
    assert numbered <= {SheetKind.PAGES, SheetKind.PLACEHOLDER}
    for kind in (SheetKind.PAGES, SheetKind.PLACEHOLDER):
        assert all(s.first_number is not None for s in volume.sheets if s.kind is kind)
    cover = volume.sheets[0].content
    assert isinstance(cover, Cover)
    assert cover.page_count == volume.page_count
    assert cover.item_count == sum(not row.repeated for row in volume.items)


def _catalogue_is_right(volume: VolumePlan) -> None:
    lines = catalogue_rows(volume)
    assert [line.sequence for line in lines] == list(range(1, len(volume.items) + 1))
    first_numbers = {
        sheet.key: sheet.first_number
        for sheet in reversed(volume.sheets)
        if sheet.first_number is not None
    }
    own = [row for row in volume.items if not row.repeated]
    for line, row in zip(lines, volume.items, strict=True):
        assert line.key == row.key
        if row.bound_in is not None:
            assert line.page == ""
            assert f"见第{row.bound_in[0]}卷第{row.bound_in[1]}页" in line.remark
        elif row.same_as is not None:
            assert f"同序号{row.same_as}" in line.remark
            assert line.page == str(volume.items[row.same_as - 1].first_number)
        else:
            assert first_numbers[row.key] == row.first_number
            first, _, last = line.page.partition("—")
            assert int(first) == row.first_number
            assert page_of(volume, row.first_number) < volume.physical_pages
            if last:
                assert row is own[-1]
                assert int(last) == volume.page_count
            elif row is own[-1]:
                assert row.first_number == row.last_number


def _sides_and_fronts(volume: VolumePlan, options: DossierOptions) -> None:
    if options.numbering.duplex:
        assert page_of(volume, 1) % 2 == 0
        assert options.number_on_right(0)
        assert not options.number_on_right(1)
    else:
        assert options.number_on_right(1)
    if options.duplex_blanks:
        for sheet in volume.sheets:
            if sheet.first_number is None and sheet.kind is not SheetKind.BLANK:
                assert sheet.first_page % 2 == 0
        for before, after in zip(volume.sheets, volume.sheets[1:], strict=False):
            if before.kind is SheetKind.DIVIDER:
                assert after.kind is SheetKind.BLANK
    elif not options.numbering.duplex:
        assert all(sheet.kind is not SheetKind.BLANK for sheet in volume.sheets)


def _navigation_is_right(volume: VolumePlan) -> None:
    level = -1
    for mark in volume.bookmarks:
        assert 0 <= mark.page < volume.physical_pages
        assert mark.level <= level + 1
        level = mark.level
    assert volume.bookmarks[0].title == "封面"
    assert volume.bookmarks[-1].title == "卷内备考表"
    starts = [label.first_page for label in volume.labels]
    assert starts == sorted(set(starts))
    assert volume.labels[0].first_page == 0
    for number in range(1, volume.page_count + 1):
        page = page_of(volume, number)
        label = [x for x in volume.labels if x.first_page <= page][-1]
        assert (label.style, label.prefix) == ("D", "")
        assert label.start + page - label.first_page == number


def _within_limit(volume: VolumePlan, options: DossierOptions) -> None:
    own = [row for row in volume.items if not row.repeated]
    assert own
    if options.scope is not Scope.COMBINED:
        assert volume.page_count <= options.volume_limit or len(own) == 1
