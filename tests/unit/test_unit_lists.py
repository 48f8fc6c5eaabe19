import io
import zipfile
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from app.errors import NameUnfit
from app.table_files.errors import TableUnreadable
from app.wording.workspace import describe_bad_line, describe_unit_change
from app.workspace.errors import GroupUnknown, UnitNameTaken
from app.workspace.unit_ids import unit_id
from app.workspace.unit_lists import UnitEntry, merge_list, read_unit_file, read_unit_text
from app.workspace.unit_state import (
    GroupState,
    LineTrouble,
    RegistryState,
    UnitChangeKind,
    UnitState,
    changes_between,
    fitting_groups,
    put_back,
)

COUNTY = "示例县"
NOON = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
TOWNS, TOWN_HALLS = "各乡（镇、街道）", "各乡（镇）政府"
GROUPS = ("县直各单位", "县直各相关单位", TOWNS, TOWN_HALLS)


def unit(name, *aliases):
    return UnitState(unit_id(COUNTY, name), name, aliases)


@pytest.fixture
def state():
    units = (unit("县司法局"), unit("县应急管理局", "县应急局"), unit("城关镇"))
    groups = tuple(
        GroupState(g, g, (unit_id(COUNTY, "城关镇"),) if g == TOWNS else ()) for g in GROUPS
    )
    return RegistryState(units, groups)


# --- reading ---


@pytest.mark.parametrize(
    "text",
    [
        "城关镇\n河东乡\n\n",
        "1、城关镇\n2. 河东乡",
        "（1）城关镇\r\n（2）河东乡",
        "城关镇、河东乡",
        "城关镇；河东乡；",
        "序号\t单位名称\n1\t城关镇\n2\t河东乡",
        "\ufeff单位，简称\n城关镇，\n河东乡，",
        "1\t城关镇\n2\t河东乡",
        " 城关镇 \n城关镇\n河东乡",
    ],
)
def test_every_usual_way_of_writing_a_list(text):
    assert [e.name for e in read_unit_text(text)] == ["城关镇", "河东乡"]


def test_columns_are_read_with_and_without_a_heading():
    expected = UnitEntry("城关镇", ("城关", "城关镇政府"), (TOWNS,), "张三", "12345", 1)
    rows = f"城关镇\t城关、城关镇政府\t{TOWNS}\t张三\t12345"
    assert read_unit_text(rows) == (expected,)
    turned = (
        f"电话\t联络人\t单位集合\t单位名称\t简称\n12345\t张三\t{TOWNS}\t城关镇\t城关；城关镇政府"
    )
    assert read_unit_text(turned)[0].aliases == expected.aliases
    assert read_unit_text(turned)[0].groups == (TOWNS,)
    assert read_unit_text(turned)[0].phone == "12345"


def test_a_name_with_a_list_in_brackets_stays_whole():
    assert read_unit_text("一组\t\t各乡（镇、街道）、县直各单位")[0].groups == (TOWNS, "县直各单位")


@given(st.text(max_size=200))
def test_no_text_breaks_the_reader(text):
    for entry in read_unit_text(text):
        assert entry.name


def xlsx(path, rows, sheets=1):
    book = Workbook()
    for row in rows:
        book.worksheets[-1].append(row)
    for _ in range(sheets - 1):
        book.create_sheet(index=0)
    book.save(path)
    return path


def test_a_table_with_title_and_serial_numbers_is_read(tmp_path):
    rows = [
        ["示例县各乡镇联络员名单"],
        ["序号", "单位名称", "联络人", "联系电话"],
        [1, "城关镇", "张三", 13800000000],
        [2, "河东乡", "李四", "0375-1234567"],
    ]
    found = read_unit_file(xlsx(tmp_path / "名单.xlsx", rows, sheets=2))
    assert [(e.name, e.contact, e.phone) for e in found] == [
        ("城关镇", "张三", "13800000000"),
        ("河东乡", "李四", "0375-1234567"),
    ]
    assert found[0].line == 3


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_text_file_is_read_in_any_usual_encoding(tmp_path, encoding):
    path = tmp_path / "名单.csv"
    path.write_text(
        "单位名称,简称\n示例县城关镇人民政府,城关镇\n示例县河东乡人民政府,河东乡\n",
        encoding=encoding,
    )
    assert [e.aliases for e in read_unit_file(path)] == [("城关镇",), ("河东乡",)]


def bomb():
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/workbook.xml", b"<workbook/>")
        package.writestr("xl/worksheets/sheet1.xml", b"0" * (65 << 20))
    return made.getvalue()


def package(**parts):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as whole:
        for name, content in parts.items():
            whole.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return made.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"PK\x03\x04 cut short",
        bytes(range(256)) * 8,
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
        package(word__document_xml=b"<w/>"),
        package(xl__workbook_xml=b"<workbook"),
        package(xl__workbook_xml=b'<!DOCTYPE x [<!ENTITY a "aaaa">]><workbook>&a;</workbook>'),
        package(xl__workbook_xml=b"<workbook/>", **{f"p{n}": b"" for n in range(2001)}),
        bomb(),
    ],
    ids=["empty", "cut", "noise", "ole", "word", "broken", "entities", "parts", "bomb"],
)
def test_hostile_and_wrong_files_are_refused_in_words(tmp_path, content):
    path = tmp_path / "名单.xlsx"
    path.write_bytes(content)
    with pytest.raises(TableUnreadable) as caught:
        read_unit_file(path)
    assert caught.value.detail


def test_a_missing_file_is_refused_in_words(tmp_path):
    with pytest.raises(TableUnreadable):
        read_unit_file(tmp_path / "没有.xlsx")


# --- merging ---


def test_a_list_adds_completes_and_groups(state):
    entries = read_unit_text("名称\t别名\t单位集合\n河东乡\t河东\t\n县应急局\t应急局\t县直各单位")
    merged = merge_list(state, entries, COUNTY, (TOWNS, TOWN_HALLS))
    assert merged.bad == ()
    words = [describe_unit_change(c) for c in changes_between(state, merged.state)]
    assert words == [
        "县应急管理局 增加别名 应急局",
        "登记 河东乡",
        "河东乡 增加别名 河东",
        "县应急管理局 加入 县直各单位",
        "河东乡 加入 各乡（镇、街道）",
        "河东乡 加入 各乡（镇）政府",
    ]
    assert (
        changes_between(
            merged.state, merge_list(merged.state, entries, COUNTY, (TOWNS, TOWN_HALLS)).state
        )
        == ()
    )


def test_a_whole_list_lets_others_leave_the_group(state):
    merged = merge_list(state, read_unit_text("河东乡"), COUNTY, (TOWNS,), whole=True)
    kinds = [(c.kind, c.name) for c in changes_between(state, merged.state)]
    assert (UnitChangeKind.LEFT, "城关镇") in kinds
    assert merged.state.group(TOWNS).members == (unit_id(COUNTY, "河东乡"),)


def test_bad_lines_are_told_and_the_others_used(state):
    text = "河东乡\n12\t2\n甲\n新局\t县司法局\n西关镇\t\t没有这个集合"
    merged = merge_list(state, read_unit_text(text), COUNTY, (TOWNS,), whole=True)
    assert [(b.line, b.trouble) for b in merged.bad] == [
        (2, LineTrouble.NAME_INVALID),
        (3, LineTrouble.NAME_INVALID),
        (4, LineTrouble.NAME_TAKEN),
        (5, LineTrouble.GROUP_UNKNOWN),
    ]
    assert all(describe_bad_line(b) for b in merged.bad)
    assert merged.state.find("河东乡") is not None
    assert merged.state.find("新局") is None
    # Nobody leaves a group because of a line that could not be read.
    assert unit_id(COUNTY, "城关镇") in merged.state.group(TOWNS).members


def test_renaming_keeps_the_old_name_as_alias(state):
    old = state.named("县应急局")
    renamed = state.renaming(old.id, "县应急局")
    assert renamed.unit(old.id).name == "县应急局"
    assert renamed.unit(old.id).aliases == ("县应急管理局",)
    assert renamed.renaming(old.id, "县应急管理局") == state


@pytest.mark.parametrize("name", ["", " ", "局", "123", "甲" * 61, "换\n行"])
def test_impossible_names_are_refused(state, name):
    with pytest.raises(NameUnfit):
        state.renaming(state.units[0].id, name + "")


def test_names_have_one_owner(state):
    with pytest.raises(UnitNameTaken) as caught:
        state.aliasing(state.units[0].id, ["县应急局"])
    assert caught.value.owner == "县应急管理局"
    with pytest.raises(GroupUnknown):
        state.joining(state.units[0].id, "没有")


def test_retiring_keeps_everything(state):
    town = state.named("城关镇")
    retired = state.retiring(town.id, NOON)
    assert retired.unit(town.id).retired_at == NOON
    assert town.id in retired.group(TOWNS).members
    assert retired.reviving(town.id) == state
    back = merge_list(retired, read_unit_text("城关镇"), COUNTY)
    assert [c.kind for c in changes_between(retired, back.state)] == [UnitChangeKind.REVIVED]


_NAMES = st.sampled_from(["县司法局", "县应急局", "城关镇", "河东乡", "西关镇", "县公安局"])
_ENTRIES = st.lists(
    st.builds(
        UnitEntry,
        _NAMES,
        st.lists(st.sampled_from(["甲甲", "乙乙", "县应急局"]), max_size=2).map(tuple),
        st.lists(st.sampled_from(GROUPS), max_size=2).map(tuple),
    ),
    max_size=6,
)


@given(_ENTRIES, st.booleans())
def test_taking_back_restores_and_doing_again_repeats(entries, whole):
    before = RegistryState(
        (unit("县司法局"), unit("县应急管理局", "县应急局"), unit("城关镇")),
        tuple(GroupState(g, g, ()) for g in GROUPS),
    )
    after = merge_list(before, entries, COUNTY, (TOWNS,), whole=whole).state
    undone = put_back(after, before, after, NOON)
    known = {u.id for u in before.units}
    assert tuple(u for u in undone.units if u.id in known) == before.units
    assert all(u.retired_at == NOON for u in undone.units if u.id not in known)
    assert undone.groups == before.groups
    assert put_back(undone, after, before, NOON) == after


@pytest.mark.parametrize(
    ("name", "groups"),
    [
        ("城关镇", (TOWNS, TOWN_HALLS)),
        ("河东乡人民政府", (TOWNS, TOWN_HALLS)),
        ("露峰街道办事处", (TOWNS,)),
        ("县档案馆", ("县直各单位", "县直各相关单位")),
    ],
)
def test_groups_by_the_look_of_a_name(name, groups):
    assert fitting_groups(name, GROUPS) == groups
