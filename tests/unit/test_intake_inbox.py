"""The inbox: whose place a folder names, and when a file lies still."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import NotOwnUnit
from app.framework.errors import IndicatorUnknown, MethodNotRequired, MethodUnknown, PointUnknown
from app.intake.inbox.arrivals import (
    Ready,
    Rules,
    SeenFile,
    Unplaced,
    list_inbox,
    place_for,
    scan,
    without,
)
from app.intake.stamps import FileStamp
from app.workspace.registry import Registry, UnitRow
from tests.support import documents
from tests.support.workspaces import lushan

FRAMEWORK = lushan()
UNITS = tuple(UnitRow(unit.name, unit.name, unit.aliases) for unit in FRAMEWORK.units)
RULES = Rules(FRAMEWORK, Registry(UNITS, (), {}), "县司法局")
STAMP, GROWN = FileStamp(10, 1), FileStamp(20, 2)
FILE = Path("60/材料查证/通知.docx")


@pytest.mark.parametrize(
    ("path", "code", "method", "point", "name"),
    [
        ("60/材料查证/a.pdf", "60", "material_check", None, "a.pdf"),
        ("第60项/material_check/a.pdf", "60", "material_check", None, "a.pdf"),
        (
            "指标60 执法监督检查/1材料查证/a.pdf",
            "60",
            "material_check",
            None,
            "a.pdf",
        ),
        ("60/材料查证/2/a.pdf", "60", "material_check", 2, "a.pdf"),
        ("60/材料查证/要点2/a.pdf", "60", "material_check", 2, "a.pdf"),
        ("60/材料查证/照片/a.jpg", "60", "material_check", None, "照片/a.jpg"),
        ("60材料查证/a.pdf", "60", "material_check", None, "a.pdf"),
        ("【60】材料查证/a.pdf", "60", "material_check", None, "a.pdf"),
        ("（60）材料查证/a.pdf", "60", "material_check", None, "a.pdf"),
        ("六十材料查证/a.pdf", "60", "material_check", None, "a.pdf"),
        ("第六十项 材料查证 2/a.pdf", "60", "material_check", 2, "a.pdf"),
        ("(60)/（材料查证）/a.pdf", "60", "material_check", None, "a.pdf"),
        ("60/材料查证资料/a.pdf", "60", "material_check", None, "a.pdf"),
        ("60-材料查证-要点2/a.pdf", "60", "material_check", 2, "a.pdf"),
        ("第60项 材料查证/要点2/a.pdf", "60", "material_check", 2, "a.pdf"),
        ("60 材料查证情况/材料查证/a.pdf", "60", "material_check", None, "a.pdf"),
        ("加1材料查证/a.pdf", "加1", "material_check", None, "a.pdf"),
        ("加1 表彰奖励/材料查证/a.pdf", "加1", "material_check", None, "a.pdf"),
        ("加分项1/材料查证/a.pdf", "加1", "material_check", None, "a.pdf"),
    ],
)
def test_folders_name_the_place(path, code, method, point, name):
    found = place_for(Path(path), RULES)
    assert isinstance(found, Ready), found
    assert (found.place.indicator, found.place.task_code) == (code, method)
    assert (found.place.point, found.name, found.place.unit) == (point, name, "县司法局")


@pytest.mark.parametrize(
    "path",
    ["县信访局/60/材料查证/a.pdf", "60/县信访局/材料查证/a.pdf", "60/材料查证/县信访局/a.pdf"],
)
def test_a_folder_may_name_the_unit(path):
    found = place_for(Path(path), Rules(FRAMEWORK, RULES.registry, None))
    assert isinstance(found, Ready), found
    assert found.place.unit == "县信访局"
    of_another_unit = place_for(Path(path), RULES)
    assert isinstance(of_another_unit, Unplaced)
    assert isinstance(of_another_unit.error, NotOwnUnit)


@pytest.mark.parametrize(
    ("path", "error"),
    [
        ("a.pdf", type(None)),
        ("60/a.pdf", type(None)),
        ("县信访局/a.pdf", type(None)),
        ("杂项/材料查证/a.pdf", IndicatorUnknown),
        ("96/材料查证/a.pdf", IndicatorUnknown),
        ("60/照片/a.pdf", MethodUnknown),
        ("60/网络检索/a.pdf", MethodNotRequired),
        ("60/材料查证/99/a.pdf", PointUnknown),
    ],
)
def test_what_has_no_place_waits_for_a_human(path, error):
    found = place_for(Path(path), RULES)
    assert not isinstance(found, Ready)
    assert isinstance(found.error, error)


def look(listed, seen, now):
    return scan(listed, seen, now, 3.0, RULES)


def test_a_file_is_touched_once_it_has_lain_still():
    first = look({FILE: STAMP}, {}, 100.0)
    assert first.settling == (FILE,)
    second = look({FILE: STAMP}, first.seen, 102.9)
    assert second.settling == (FILE,)
    third = look({FILE: STAMP}, second.seen, 103.0)
    assert [ready.path for ready in third.ready] == [FILE]


def test_a_file_that_grows_is_waited_for():
    first = look({FILE: STAMP}, {}, 0.0)
    second = look({FILE: GROWN}, first.seen, 10.0)
    assert second.settling == (FILE,)
    assert look({FILE: GROWN}, second.seen, 13.0).ready


def test_what_vanished_is_forgotten():
    first = look({FILE: STAMP}, {}, 0.0)
    assert look({}, first.seen, 1.0).seen == {}
    assert look({FILE: STAMP}, without(first.seen, [FILE]), 9.0).settling == (FILE,)


@given(
    st.dictionaries(
        st.sampled_from([FILE, Path("a.pdf"), Path("60/网络检索/b"), Path("60/材料查证/c")]),
        st.tuples(st.sampled_from([STAMP, GROWN]), st.sampled_from([STAMP, GROWN, None])),
    ),
    st.floats(0, 10),
)
def test_every_file_is_in_exactly_one_list(files, age):
    listed = {path: now for path, (now, _) in files.items()}
    seen = {path: SeenFile(before, 0.0) for path, (_, before) in files.items() if before}
    found = look(listed, seen, age)
    everything = [r.path for r in found.ready] + [u.path for u in found.unplaced]
    everything += list(found.settling)
    assert sorted(everything) == sorted(listed)
    assert set(found.seen) == set(listed)


def test_the_listing_passes_over_leftovers_links_and_what_is_done(tmp_path):
    for name in (
        "60/材料查证/通知.docx",
        "60/材料查证/~$通知.docx",
        "60/材料查证/下载.crdownload",
        "已归档/2026-01-01/a.txt",
        "未能归档/2026-01-01/b.txt",
        "Thumbs.db",
        "散件.txt",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        documents.text(path)
    (tmp_path / "链接").symlink_to(tmp_path / "60")
    assert set(list_inbox(tmp_path)) == {Path("60/材料查证/通知.docx"), Path("散件.txt")}
    assert list_inbox(tmp_path / "没有") == {}
