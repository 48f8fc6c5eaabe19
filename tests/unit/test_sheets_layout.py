from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.sheets.content import (
    Catalogue,
    CatalogueHeading,
    CatalogueRow,
    Cover,
    Divider,
    EndNote,
    EndSheet,
    IndicatorSheet,
    MasterCatalogue,
    MasterRow,
    Placeholder,
    PointLine,
    RegisterSheet,
    Spine,
    TaskBlock,
    UnitLine,
)
from app.sheets.page import A4, MEDIUM, MM, Page, RuleMark, TextMark
from app.sheets.register_sheet import shown_duration, shown_size
from app.sheets.rendering import lay_out, measure_sheet
from app.sheets.spine import lay_out_spines
from app.sheets.table import CELL, Column, Row, fitted
from app.typesetting.text import one_line
from tests.support.sheets import (
    COVER,
    END_SHEET,
    EVERY_KIND,
    INDICATOR_SHEET,
    PLACEHOLDER,
    SPINE,
    TITLE,
    catalogue,
)

ODD = "县政府（2021）〔15〕号，。、“”《》—…；： abcXYZ-/._0镕𬭎𨭎😀\n\t\x00"
short = st.text(st.sampled_from(ODD), max_size=40)
long = st.text(st.sampled_from(ODD), max_size=400)
huge = st.builds(lambda part, times: part * times, long, st.integers(1, 12))
counts = st.integers(0, 99_999)
rows = st.builds(CatalogueRow, short, counts, short, short, long, short, short, short)
contents = st.one_of(
    st.builds(
        Cover, huge, short, huge, short, short, counts, counts, long, long,
        st.integers(1, 9), st.integers(1, 9), st.booleans(),
    ),
    st.builds(
        IndicatorSheet, short, short, huge,
        st.lists(
            st.builds(
                TaskBlock, short, huge,
                st.lists(st.builds(PointLine, counts, huge, st.booleans(), long), max_size=4).map(
                    tuple
                ),
            ),
            max_size=3,
        ).map(tuple),
        st.lists(st.builds(UnitLine, short, short), max_size=5).map(tuple), long,
    ),
    st.builds(
        Catalogue, long, huge,
        st.lists(st.one_of(rows, st.builds(CatalogueHeading, huge)), max_size=12).map(tuple),
    ),
    st.builds(Divider, huge, short, huge, counts, short),
    st.builds(Placeholder, huge, huge, huge, huge, short),
    st.builds(RegisterSheet, huge, short, counts, st.none() | st.floats(0, 1e6), st.just("ab")),
    st.builds(
        EndSheet, long, counts, counts, counts, counts, counts, counts,
        st.lists(st.builds(EndNote, short, huge), max_size=4).map(tuple),
        short, huge, short, st.none() | st.dates(),
    ),
    st.builds(
        MasterCatalogue, long, huge,
        st.lists(
            st.builds(MasterRow, counts, short, huge, short, counts, counts, short, short),
            max_size=6,
        ).map(tuple),
    ),
)  # fmt: skip


def assert_inside_margins(pages):
    """Everything stands on the paper, at least 25 mm from the binding and 15 mm elsewhere."""
    for page in pages:
        for mark in page.marks:
            left, top, right, bottom = mark.box()
            assert left >= 25 * MM - 0.01, mark
            assert top >= 15 * MM - 0.01, mark
            assert right <= page.width - 15 * MM + 0.01, mark
            assert bottom <= page.height - 15 * MM + 0.01, mark


def assert_lines_apart(pages):
    """No two lines of type lie over each other."""
    for page in pages:
        boxes = [mark.box() for mark in page.marks if isinstance(mark, TextMark) and mark.line.text]
        boxes.sort(key=lambda box: box[1])
        for index, (left, top, right, bottom) in enumerate(boxes):
            for other in boxes[index + 1 :]:
                if other[1] >= bottom - 0.5:
                    break
                assert other[0] >= right - 0.5 or other[2] <= left + 0.5, (left, top, other)


@given(contents)
@settings(max_examples=300, deadline=None)
def test_nothing_is_ever_outside_the_margins_or_over_other_text(content):
    pages = lay_out(content)
    assert pages
    assert_inside_margins(pages)
    assert_lines_apart(pages)


@pytest.mark.parametrize("content", EVERY_KIND, ids=lambda c: type(c).__name__)
def test_real_sheets_keep_their_margins(content):
    assert_inside_margins(lay_out(content))
    assert_lines_apart(lay_out(content))


@given(st.lists(st.builds(Spine, *([short] * 5), long, st.sampled_from([10, 15, 20])), max_size=12))
@settings(max_examples=100, deadline=None)
def test_spines_stay_on_the_paper(spines):
    for page in lay_out_spines(spines):
        for mark in page.marks:
            left, top, right, bottom = mark.box()
            assert left >= 0
            assert top >= 0
            assert right <= page.width
            assert bottom <= page.height


def lines_of(page):
    return [mark.line.text for mark in page.marks if isinstance(mark, TextMark)]


def text_of(content):
    return "".join("".join(lines_of(page)) for page in lay_out(content)).replace(" ", "")


@given(long)
@settings(max_examples=100, deadline=None)
def test_a_catalogue_prints_every_title_whole(title):
    row = CatalogueRow("k", 1, "", "", title, "", "1")
    printed = text_of(Catalogue("", "", (row,)))
    assert one_line(title).replace(" ", "") in printed


def test_usual_sheets_take_one_page():
    assert [measure_sheet(content) for content in EVERY_KIND if content is not EVERY_KIND[2]] == [
        1, 1, 1, 1, 1, 1, measure_sheet(EVERY_KIND[7]), 1,
    ]  # fmt: skip


def test_a_cover_with_a_title_of_120_characters_is_one_page():
    assert measure_sheet(replace(COVER, title="行政执法责任制" * 17 + "方")) == 1


def test_an_empty_cover_leaves_lines_to_write_on():
    empty = Cover("", "", "", "", "", 0, 0, "", "")
    (page,) = lay_out(empty)
    (full,) = lay_out(COVER)
    rules = [mark for mark in page.marks if type(mark).__name__ == "RuleMark"]
    assert len(rules) == len([m for m in full.marks if type(m).__name__ == "RuleMark"])


def test_only_an_incomplete_cover_says_so():
    assert "不完整" in text_of(COVER)
    assert "不完整" not in text_of(replace(COVER, incomplete=False))


def test_the_catalogue_repeats_its_head_and_says_so():
    pages = lay_out(catalogue(300))
    assert len(pages) > 20
    for number, page in enumerate(pages, 1):
        lines = lines_of(page)
        assert {"顺序号", "文号", "责任者", "题名", "日期", "页号", "备注"} <= set(lines)
        assert ("卷内文件目录（续）" in lines) == (number > 1)
        assert f"共 {len(pages)} 页　第 {number} 页" in lines


def test_every_row_of_the_catalogue_is_one_link():
    pages = lay_out(catalogue(300))
    keys = [link.key for page in pages for link in page.links]
    assert keys == [f"item-{n}" for n in range(1, 301)]
    for page in pages:
        for link in page.links:
            assert link.box[2] - link.box[0] == pytest.approx(170 * MM)


def test_a_row_over_two_pages_links_from_both():
    row = CatalogueRow("long", 1, "", "", "行政执法" * 400, "", "1")
    pages = lay_out(Catalogue("", "", (row,)))
    assert len(pages) > 1
    assert [[link.key for link in page.links] for page in pages] == [["long"]] * len(pages)


def test_a_group_heading_is_never_last_on_a_page():
    for count in range(1, 40):
        lines = [CatalogueRow(str(n), n, "", "", "题名", "", "1") for n in range(count)]
        lines += [CatalogueHeading("随机访谈"), CatalogueRow("z", 99, "", "", "题名" * 40, "", "9")]
        for page in lay_out(Catalogue("", "", tuple(lines))):
            printed = lines_of(page)
            if "随机访谈" in printed:
                assert "99" in printed


def test_totals_are_not_alone_on_a_page():
    for count in range(1, 30):
        rows = tuple(MasterRow(n, "", TITLE, "", 1, 1, "", "") for n in range(count))
        last = lay_out(MasterCatalogue("", "", rows))[-1]
        assert str(count - 1) in lines_of(last)


def test_missing_points_stand_out():
    (page,) = lay_out(INDICATOR_SHEET)
    roles = {m.line.text: m.line.role for m in page.marks if isinstance(m, TextMark)}
    assert roles["典型案卷3件以上"] == "heading"
    assert roles["2018年以来行政执法监督工作情况说明"] == "table"


def test_the_placeholder_says_what_why_and_what_to_do():
    text = text_of(PLACEHOLDER)
    for part in ("本件缺页", PLACEHOLDER.file_name, PLACEHOLDER.sha256, "取消密码后另存"):
        assert part in text


def test_the_end_sheet_closes_its_ledger():
    (page,) = lay_out(END_SHEET)
    lines = lines_of(page)
    assert [lines[lines.index("应装材料") + n] for n in range(4, 8)] == [
        "42 份",
        "40 份",
        "其中 2 份存疑",
        "1 份",
    ]
    assert END_SHEET.fingerprint in lines
    assert "2021年4月28日" in lines


def test_signatures_stand_on_the_last_page():
    notes = tuple(EndNote(f"第{n}件", "已转为图像页并保留文字层") for n in range(80))
    pages = lay_out(replace(END_SHEET, notes=notes))
    assert len(pages) > 2
    assert ["立卷人堃某某检查人立卷时间" in "".join(lines_of(page)) for page in pages] == [
        False
    ] * (len(pages) - 1) + [True]
    assert "卷内备考表（续）" in lines_of(pages[-1])


@pytest.mark.parametrize("count", range(8, 24))
def test_the_signed_page_has_more_than_one_note(count):
    notes = tuple(EndNote(f"第{n}件", "有 1 处隐藏文字") for n in range(count))
    last = lay_out(replace(END_SHEET, notes=notes))[-1]
    assert sum("隐藏文字" in line for line in lines_of(last)) > 1


def test_spines_have_their_real_width():
    pages = lay_out_spines([replace(SPINE, thickness_mm=width) for width in (10, 15, 20)])
    assert len(pages) == 1
    frames = [m.box() for m in pages[0].marks if type(m).__name__ == "FrameMark"]
    assert [round((right - left) / MM) for left, _, right, _ in frames] == [10, 15, 20]
    assert all(bottom - top < A4[1] for _, top, _, bottom in frames)


def test_sizes_and_durations_are_shown_as_people_say_them():
    assert shown_size(0) == "0 字节"
    assert shown_size(1536) == "1.5 KB（1,536 字节）"
    assert shown_size(734_003_200) == "700.0 MB（734,003,200 字节）"
    assert shown_duration(0.2) == "1秒"
    assert shown_duration(754.2) == "12分34秒"
    assert shown_duration(3600) == "1小时"


def words_of(page: Page) -> list[str]:
    return [mark.line.text for mark in page.marks if isinstance(mark, TextMark)]


@pytest.mark.parametrize("count", range(1, 60))
def test_no_page_of_a_table_has_one_row_only(count: int):
    rows = tuple(
        MasterRow(n, f"Z-{n:03d}", "建立行政执法日常检查监督机制", "2021年", 1, 2, "30年", "")
        for n in range(1, count + 1)
    )
    pages = lay_out(MasterCatalogue("示例县档案馆", "案卷目录", rows))
    for page in pages[1:]:
        assert len([w for w in words_of(page) if w.startswith("Z-")]) > 1
    assert sum(w.startswith("Z-") for page in pages for w in words_of(page)) == count


@pytest.mark.parametrize("notes", range(1, 40))
def test_who_signs_sees_what_is_signed(notes: int):
    end = EndSheet("Z001", 1, 1, 1, 0, 0, 0, (), "0" * 64, "张三", "李四", None)
    many = tuple(EndNote(f"第{n}件", "由其他格式转成页面装订，原件另存。") for n in range(notes))
    *_, last = lay_out(replace(end, notes=many))
    words = words_of(last)
    assert any(word.startswith(f"{notes}. ") for word in words)
    assert "张三" in words


def test_columns_are_as_wide_as_their_content():
    row = MasterRow(1, "Z-1", "建立行政执法日常检查监督机制和通报制度", "2021年", 1, 2, "30年", "")
    (page,) = lay_out(MasterCatalogue("示例县档案馆", "案卷目录", (row,)))
    assert row.title in words_of(page)  # in one line, since the others leave room


def test_the_source_never_stands_alone():
    statement = "建立行政执法日常检查监督机制。"
    for count in range(1, 60):
        points = tuple(PointLine(n, "通知、方案、总结", covered=False) for n in range(1, count + 1))
        sheet = IndicatorSheet(
            "第60项指标",
            "五、行政执法",
            statement,
            (TaskBlock("材料查证", "查阅材料。", points),),
            (UnitLine("县司法局", "牵头"),),
            "文本出处：方案",
        )
        pages = lay_out(sheet)
        assert "文本出处：方案" in words_of(pages[0])
        assert all(len(words_of(page)) > 6 for page in pages)


def test_columns_share_what_is_spare_and_keep_the_width_of_the_table():
    columns = (
        Column("文号", 90, yields=True),
        Column("责任者", 60, yields=True),
        Column("题名", 150, takes=True),
        Column("备注", 40, yields=True),
    )
    rows = [Row(("", "示例县人民政府办公室", "关于印发工作方案的通知", "60-20-1"))]
    number, issuer, title, remark = fitted(columns, rows)
    assert number.width < 40
    assert len(CELL.broken("示例县人民政府办公室", issuer.width - 7.2)) == 2
    assert len(CELL.broken("示例县人民政府办公室", 60 - 8)) == 3
    assert len(CELL.broken("60-20-1", remark.width - 7.2)) == 1
    assert title.width >= 150
    assert sum(c.width for c in (number, issuer, title, remark)) == pytest.approx(340)


def test_a_column_that_lacks_little_is_served_before_one_that_lacks_much():
    columns = (
        Column("案号", 80, yields=True),
        Column("原告", 60, yields=True),
        Column("裁判日期", 50, yields=True),
        Column("案由", 60, takes=True),
    )
    rows = [Row(("（2021）示0000行初字第0000031号", "赵某某", "2021-08-21", "行政处罚"))]
    _, _, day, _ = fitted(columns, rows)
    assert len(CELL.broken("2021-08-21", 50 - 7.2)) == 2
    assert len(CELL.broken("2021-08-21", day.width - 7.2)) == 1


def test_adjoining_rows_share_their_upright_rules():
    pages = lay_out(catalogue(60))
    for page in pages:
        upright = [m for m in page.marks if isinstance(m, RuleMark) and m.x0 == m.x1]
        for rule in upright:
            joints = [m for m in upright if m.x0 == rule.x0 and m.y0 == rule.y1]
            assert all(joint.weight != rule.weight for joint in joints)
        edges = [m for m in upright if m.weight == MEDIUM]
        lying = [m for m in page.marks if isinstance(m, RuleMark) and m.y0 == m.y1]
        table_top, table_end = min(m.y0 for m in lying), max(m.y0 for m in lying)
        assert {(m.y0, m.y1) for m in edges} == {(table_top, table_end)}
        assert len(edges) == 2
