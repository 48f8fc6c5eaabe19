"""The plan's arithmetic over the whole option matrix, without a PDF."""

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.completeness.rows import MarkRow
from app.conversion.model import RenditionOrigin, SourceBookmark
from app.dossier.accounting import count_inputs, ledger_of
from app.dossier.grouping import draft_dossiers, wanted, without_evidence
from app.dossier.options import ArchiveFields, DossierOptions, Numbering, Scope
from app.dossier.plan import DossierPlan, SheetKind, VolumePlan
from app.dossier.planner import plan_dossiers
from app.dossier.rows import (
    LeftOut,
    Piece,
    PieceFile,
    PlanIndicator,
    PlanItem,
    PlanRows,
    PlanTask,
)
from app.problems import Problem, ProblemKind
from app.sheets.content import (
    Catalogue,
    CatalogueRow,
    Cover,
    Divider,
    EndSheet,
    PointLine,
    SheetContent,
    UnitLine,
)
from models.vocabulary import VerificationMethod

METHODS = (
    VerificationMethod.WEB_CHECK,
    VerificationMethod.MATERIAL_CHECK,
    VerificationMethod.SITE_CHECK,
)
UNITS = ("县司法局", "县公安局", "县民政局")


def measure(content: SheetContent) -> int:
    """Stands in for the layout of sheets: the catalogue grows with its rows."""
    if isinstance(content, Catalogue):
        return 1 + len(content.lines) // 20
    if isinstance(content, EndSheet):
        return 1 + len(content.notes) // 10
    return 1


def indicator(number: int) -> PlanIndicator:
    tasks = tuple(
        PlanTask(method, f"要求{number}", (PointLine(1, "要点", covered=True),))
        for method in METHODS
    )
    return PlanIndicator(
        str(number),
        number,
        f"第{number}项指标",
        "一、政府职能",
        f"建立行政执法监督机制之{number}，每年一次",
        tasks,
        (UnitLine("县司法局", "牵头"),),
        "鲁法办〔2021〕1号",
    )


def file(name: str) -> PieceFile:
    return PieceFile(f"{name}.pdf", name.rjust(64, "0"), name.rjust(64, "f"), 1000)


def piece(name: str, pages: int, **more: object) -> Piece:
    if pages:
        return Piece(name, (file(name),), pages, origin=RenditionOrigin.ORIGINAL, **more)
    problem = Problem(ProblemKind.PASSWORD_REQUIRED, {"label": "PDF"})
    return Piece(name, (file(name),), 0, problem=problem)


def item(
    revision: str,
    pages: tuple[int, ...] = (1,),
    number: int = 1,
    method: VerificationMethod = VerificationMethod.MATERIAL_CHECK,
    unit: str = "县司法局",
    **more: object,
) -> PlanItem:
    pieces = tuple(piece(f"{revision}-{n}", count) for n, count in enumerate(pages))
    fields: dict[str, object] = {
        "title": f"关于{revision}的通知",
        "doc_number": "鲁法办〔2021〕1号",
        "issuer": "县司法局",
        "date": "2021-04-09",
        **more,
    }
    return PlanItem(revision, str(number), method, unit, pieces=pieces, **fields)


def rows(*items: PlanItem, indicators: int = 3, left_out: tuple[LeftOut, ...] = ()) -> PlanRows:
    return PlanRows(
        "示例县法治政府建设示范创建材料",
        tuple(indicator(n) for n in range(1, indicators + 1)),
        UNITS,
        items,
        left_out,
    )


def only_volume(plans: tuple[DossierPlan, ...]) -> VolumePlan:
    ((volume,),) = [plan.volumes for plan in plans]
    return volume


def catalogue_rows(volume: VolumePlan) -> list[CatalogueRow]:
    catalogue = next(s.content for s in volume.sheets if s.kind is SheetKind.CATALOGUE)
    assert isinstance(catalogue, Catalogue)
    return [line for line in catalogue.lines if isinstance(line, CatalogueRow)]


# --- the option matrix -------------------------------------------------------------------------

_items = st.lists(
    st.builds(
        item,
        revision=st.integers(0, 14).map(lambda n: f"r{n}"),
        pages=st.lists(st.integers(0, 9), min_size=1, max_size=3).map(tuple),
        number=st.integers(1, 3),
        method=st.sampled_from(METHODS),
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
        (row.item.revision, row.item.indicator, row.item.method, row.item.unit)
        for plan in plans
        for volume in plan.volumes
        for row in volume.items
    )
    assert placed == Counter((o.revision, o.indicator, o.method, o.unit) for o in expected)
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
    inputs = count_inputs(expected, ())
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
            assert volume.page_of(row.first_number) < volume.physical_pages
            if last:
                assert row is own[-1]
                assert int(last) == volume.page_count
            elif row is own[-1]:
                assert row.first_number == row.last_number


def _sides_and_fronts(volume: VolumePlan, options: DossierOptions) -> None:
    if options.numbering is Numbering.DUPLEX_OUTER:
        assert volume.page_of(1) % 2 == 0
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
    elif options.numbering is Numbering.SINGLE_SIDED:
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
        page = volume.page_of(number)
        label = [x for x in volume.labels if x.first_page <= page][-1]
        assert (label.style, label.prefix) == ("D", "")
        assert label.start + page - label.first_page == number


def _within_limit(volume: VolumePlan, options: DossierOptions) -> None:
    own = [row for row in volume.items if not row.repeated]
    assert own
    if options.scope is not Scope.COMBINED:
        assert volume.page_count <= options.volume_limit or len(own) == 1


# --- what an archivist looks at ----------------------------------------------------------------


def test_an_indicator_dossier_stands_in_the_usual_order() -> None:
    plans = plan_dossiers(
        rows(
            item("甲", (3,), method=VerificationMethod.SITE_CHECK),
            item("乙", (2, 4)),
            item("丙", (1,)),
        ),
        DossierOptions(),
        measure,
        2026,
    )
    volume = only_volume(plans)
    kinds = [sheet.kind.value for sheet in volume.sheets]
    assert kinds == [
        "cover",
        "indicator",
        "catalogue",
        "divider",
        "pages",
        "pages",
        "pages",
        "divider",
        "pages",
        "end",
    ]
    # Methods keep the indicator's order, not the order of attaching.
    assert [row.item.revision for row in volume.items] == ["乙", "丙", "甲"]
    assert [line.page for line in catalogue_rows(volume)] == ["1", "7", "8—10"]
    assert [line.date for line in catalogue_rows(volume)] == ["20210409"] * 3
    assert volume.file_name == "001 建立行政执法监督机制之1.pdf"
    dividers = [s.content for s in volume.sheets if isinstance(s.content, Divider)]
    assert [(d.title, d.page_range, d.item_count) for d in dividers] == [
        ("材料查证", "第 1—7 页", 2),
        ("实地核验", "第 8—10 页", 1),
    ]
    assert [(x.first_page, x.style, x.prefix, x.start) for x in volume.labels] == [
        (0, "r", "", 1),
        (4, "D", "", 1),
        (11, "D", "隔页", 1),
        (12, "D", "", 8),
        (15, "D", "备考表", 1),
    ]
    assert [(b.title, b.page, b.level) for b in volume.bookmarks] == [
        ("封面", 0, 0),
        ("指标说明", 1, 0),
        ("卷内文件目录", 2, 0),
        ("材料查证", 3, 0),
        ("1　关于乙的通知", 4, 1),
        ("附件：乙-1.pdf", 6, 2),
        ("2　关于丙的通知", 10, 1),
        ("实地核验", 11, 0),
        ("3　关于甲的通知", 12, 1),
        ("卷内备考表", 15, 0),
    ]


def test_volumes_split_between_items_and_a_large_item_stands_alone() -> None:
    items = [item(f"r{n}", (pages,)) for n, pages in enumerate((120, 70, 20, 450, 30))]
    (plan,) = plan_dossiers(rows(*items), DossierOptions(), measure, 2026)
    assert [volume.page_count for volume in plan.volumes] == [190, 20, 450, 30]
    assert [volume.file_name[-9:] for volume in plan.volumes] == [
        f"（第{n}卷）.pdf" for n in range(1, 5)
    ]
    titles = [
        s.content.title for v in plan.volumes for s in v.sheets if isinstance(s.content, Divider)
    ]
    assert titles == ["材料查证", "材料查证（续）", "材料查证（续）", "材料查证（续）"]
    end = plan.volumes[2].sheets[-1].content
    assert isinstance(end, EndSheet)
    assert any("单独成卷" in note.text for note in end.notes)
    # The indicator is explained once, in the first volume.
    counts = [sum(s.kind is SheetKind.INDICATOR for s in v.sheets) for v in plan.volumes]
    assert counts == [1, 0, 0, 0]


def test_everything_in_one_file_is_never_split() -> None:
    items = [item(f"r{n}", (150,), number=n) for n in (1, 2, 3)]
    (plan,) = plan_dossiers(rows(*items), DossierOptions(scope=Scope.COMBINED), measure, 2026)
    (volume,) = plan.volumes
    assert volume.page_count == 450
    assert [b.title for b in volume.bookmarks if b.level == 0] == [
        "封面",
        "卷内文件目录",
        "第1项指标",
        "第2项指标",
        "第3项指标",
        "卷内备考表",
    ]


def test_the_same_evidence_is_bound_once() -> None:
    here = item("甲", (5,))
    again = replace(here, method=VerificationMethod.SITE_CHECK)
    other = item("乙", (2,), method=VerificationMethod.SITE_CHECK)
    volume = only_volume(plan_dossiers(rows(here, again, other), DossierOptions(), measure, 2026))
    lines = catalogue_rows(volume)
    assert [(x.page, x.remark) for x in lines] == [("1", ""), ("1", "同序号1"), ("6—7", "")]
    (small,) = plan_dossiers(
        rows(here, other, replace(again, unit="县公安局")),
        DossierOptions(volume_limit=5),
        measure,
        2026,
    )
    assert catalogue_rows(small.volumes[1])[1].remark == "见第1卷第1页"


def test_a_failed_file_gets_a_placeholder_and_marks_the_covers() -> None:
    (plan,) = plan_dossiers(
        rows(item("坏", (0,)), item("好", (2,))), DossierOptions(), measure, 2026
    )
    (volume,) = plan.volumes
    assert not plan.complete
    cover, end = volume.sheets[0].content, volume.sheets[-1].content
    assert isinstance(cover, Cover)
    assert isinstance(end, EndSheet)
    assert cover.incomplete
    assert (end.included, end.excluded, end.failed) == (1, 0, 1)
    assert [line.page for line in catalogue_rows(volume)] == ["1", "2—3"]
    assert catalogue_rows(volume)[0].remark == "缺页，见占位页"
    assert volume.master.remark == "不完整"


def test_bookmarks_of_the_source_are_nested_below_the_item() -> None:
    marks = (SourceBookmark("一、总则", 0, 0), SourceBookmark("（一）", 1, 1))
    one = replace(item("甲"), pieces=(piece("甲-0", 3, bookmarks=marks),))
    volume = only_volume(plan_dossiers(rows(one), DossierOptions(), measure, 2026))
    assert [(b.title, b.page, b.level) for b in volume.bookmarks[4:7]] == [
        ("1　关于甲的通知", 4, 1),
        ("一、总则", 4, 2),
        ("（一）", 5, 3),
    ]


def test_left_out_files_are_in_the_ledger_and_on_the_end_sheet() -> None:
    left = LeftOut("旧稿.docx", "1", "县司法局", VerificationMethod.MATERIAL_CHECK, "已移入回收站")
    everything = rows(item("甲"), left_out=(left,))
    volume = only_volume(plan_dossiers(everything, DossierOptions(), measure, 2026))
    end = volume.sheets[-1].content
    assert isinstance(end, EndSheet)
    assert end.excluded == 1
    assert end.notes[-1].text == "1份：已移入回收站。"
    ledger = ledger_of(everything, draft_dossiers(everything, DossierOptions()), 2)
    assert (ledger.included, ledger.excluded, ledger.failed) == (1, 1, 0)


def test_indicators_without_evidence_are_named() -> None:
    assert without_evidence(rows(item("甲", number=2)), DossierOptions()) == ("1", "3")


@pytest.mark.parametrize(
    ("fields", "volumes", "expected"),
    [
        (ArchiveFields(fonds_code="Z109", category_code="FZ"), 1, "Z109-FZ-060"),
        (ArchiveFields(fonds_code="Z109", category_code="FZ"), 2, "Z109-FZ-060·2"),
        (ArchiveFields(fonds_code="Z109"), 1, "Z109-060"),
        (ArchiveFields(category_code="FZ"), 1, ""),
        (
            ArchiveFields(
                fonds_code="Z109",
                category_code="WS",
                archive_code_template="{fonds_code}-{category_code}·{year}-{retention_code}-{volume_code}",
            ),
            1,
            "Z109-WS·2021-D30-060",
        ),
    ],
)
def test_archive_codes_follow_the_template(
    fields: ArchiveFields, volumes: int, expected: str
) -> None:
    assert fields.archive_code(fields.code_values(60, volumes, volumes, 2021)) == expected


def test_what_came_back_and_is_bound_all_the_same_is_told() -> None:
    everything = rows(item("甲", returned=True), item("乙"), item("丙", returned=True))
    volume = only_volume(plan_dossiers(everything, DossierOptions(), measure, 2026))
    end = volume.sheets[-1].content
    assert isinstance(end, EndSheet)
    told = [note.text for note in end.notes if note.subject == "审核退回"]
    assert told == ["本卷中 2 件审核退回未改，仍予装订：第1、3件。"]
    ledger = ledger_of(everything, draft_dossiers(everything, DossierOptions()), 3)
    assert [(e.state.value, e.reason) for e in ledger.entries] == [
        ("included", "审核退回未改，仍予装订"),
        ("included", ""),
        ("included", "审核退回未改，仍予装订"),
    ]


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (
            DossierOptions(),
            [
                "指标1材料查证要点1，县司法局、县公安局（没有这项职能）。",
                "指标1实地核验全部要点，县公安局（已划走）。",
            ],
        ),
        (DossierOptions(units=("县司法局",)), ["指标1材料查证要点1，县司法局（没有这项职能）。"]),
        (DossierOptions(scope=Scope.UNIT), ["指标1材料查证要点1，县司法局（没有这项职能）。"]),
        (
            DossierOptions(scope=Scope.METHOD),
            ["指标1材料查证要点1，县司法局、县公安局（没有这项职能）。"],
        ),
    ],
)
def test_the_end_sheet_says_what_does_not_apply_and_to_whom(options, told) -> None:
    first, other = VerificationMethod.MATERIAL_CHECK, VerificationMethod.SITE_CHECK
    marks = {
        first: (
            MarkRow("1", first, 1, "县司法局", "没有这项职能"),
            MarkRow("1", first, 1, "县公安局", "没有这项职能"),
        ),
        other: (MarkRow("1", other, None, "县公安局", "已划走"),),
    }
    everything = rows(item("甲"), indicators=1)
    tasks = tuple(
        replace(task, marks=marks.get(task.method, ())) for task in everything.indicators[0].tasks
    )
    marked = replace(everything, indicators=(replace(everything.indicators[0], tasks=tasks),))
    volume = only_volume(plan_dossiers(marked, options, measure, 2026))
    end = volume.sheets[-1].content
    assert isinstance(end, EndSheet)
    assert [note.text for note in end.notes if note.subject == "不涉及"] == told
