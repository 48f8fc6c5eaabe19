"""Plans of single dossiers, spelled out, without a PDF."""

from dataclasses import replace

import pytest

from app.conversion.model import SourceBookmark
from app.dossier.gathering.rows import (
    LeftOut,
    PlanMark,
)
from app.dossier.output.accounting import ledger_of
from app.dossier.planning.grouping import draft_dossiers, without_evidence
from app.dossier.planning.plan import SheetKind
from app.dossier_options import ArchiveFields, DossierOptions, Scope
from app.sheets.content import (
    Cover,
    Divider,
    EndSheet,
)
from tests.support.dossiers import plan_dossiers
from tests.support.plan_rows import catalogue_rows, item, measure, only_volume, piece, rows

# --- the option matrix -------------------------------------------------------------------------

# --- what an archivist looks at ----------------------------------------------------------------


def test_an_indicator_dossier_stands_in_the_usual_order() -> None:
    plans = plan_dossiers(
        rows(
            item("甲", (3,), method="site_check"),
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
    again = replace(here, task_code="site_check")
    other = item("乙", (2,), method="site_check")
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
    left = LeftOut("旧稿.docx", "1", "县司法局", "material_check", "已移入回收站")
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
                "指标 1　材料查证　要点1，县司法局、县公安局（没有这项职能）。",
                "指标 1　实地核验　全部要点，县公安局（已划走）。",
            ],
        ),
        (
            DossierOptions(units=("县司法局",)),
            ["指标 1　材料查证　要点1，县司法局（没有这项职能）。"],
        ),
        (DossierOptions(scope=Scope.UNIT), ["指标 1　材料查证　要点1，县司法局（没有这项职能）。"]),
        (
            DossierOptions(scope=Scope.METHOD),
            ["指标 1　材料查证　要点1，县司法局、县公安局（没有这项职能）。"],
        ),
    ],
)
def test_the_end_sheet_says_what_does_not_apply_and_to_whom(options, told) -> None:
    first, other = "material_check", "site_check"
    marks = (
        PlanMark("1", "材料查证", first, 1, "县司法局", "没有这项职能"),
        PlanMark("1", "材料查证", first, 1, "县公安局", "没有这项职能"),
        PlanMark("1", "实地核验", other, None, "县公安局", "已划走"),
    )
    marked = replace(rows(item("甲"), indicators=1), marks=marks)
    volume = only_volume(plan_dossiers(marked, options, measure, 2026))
    end = volume.sheets[-1].content
    assert isinstance(end, EndSheet)
    assert [note.text for note in end.notes if note.subject == "不涉及"] == told


@pytest.mark.parametrize(("count", "first_unit"), [(399, 501), (400, 5001), (2000, 5001)])
def test_numbers_of_dossiers_leave_room_for_every_indicator(count, first_unit) -> None:
    many = rows(item("甲", number=count), indicators=count)
    (own,) = draft_dossiers(many, DossierOptions())
    (unit,) = draft_dossiers(many, DossierOptions(scope=Scope.UNIT))
    (method,) = draft_dossiers(many, DossierOptions(scope=Scope.METHOD))
    (combined,) = draft_dossiers(many, DossierOptions(scope=Scope.COMBINED))
    assert (own.ordinal, unit.ordinal) == (count, first_unit)
    assert own.ordinal < combined.ordinal < method.ordinal < unit.ordinal
