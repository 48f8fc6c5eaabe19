"""Lists that are handed in as files: read in one way, whoever asks for them."""

import csv
import io
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from app.table_files.errors import TableUnreadable
from app.table_files.headings import find_heading
from app.table_files.reading import Limits, Line, copied_lines, read_list_file, text_lines
from app.wording.errors import describe_error

LIMITS = Limits(rows=50, columns=4)
CELL = st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=6)


def sheets(path, limits=LIMITS):
    return list(read_list_file(path, limits).sheets())


@given(
    rows=st.lists(st.lists(CELL, min_size=3, max_size=3), min_size=1, max_size=5),
    delimiter=st.sampled_from(",;\t"),
)
def test_what_tables_write_is_read_back(rows, delimiter):
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter, quoting=csv.QUOTE_ALL).writerows(rows)
    text = f"sep={delimiter}\r\n" + out.getvalue()
    assert list(text_lines(text)) == [(n, row) for n, row in enumerate(rows, 2)]


def test_lines_keep_their_numbers(tmp_path):
    path = tmp_path / "a.csv"
    path.write_bytes('题名,说明\n\n甲,"一\n二"\n乙,三\n'.encode("gb18030"))
    assert sheets(path) == [
        (Line(1, ("题名", "说明")), Line(3, ("甲", "一\n二")), Line(5, ("乙", "三")))
    ]


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_the_columns_part_by_what_the_file_uses(mark):
    lines = list(text_lines(f"指标{mark}名称\n60{mark}甲，乙\n"))
    assert lines == [(1, ["指标", "名称"]), (2, ["60", "甲，乙"])]


def test_copied_cells_keep_empty_lines():
    assert list(copied_lines("a\tb\r\n\r\nc,d\n")) == [["a", "b"], [], ["c,d"]]


def test_a_workbook_gives_what_a_person_would_type(tmp_path):
    book = Workbook()
    book.active.append([1350000.0, 2.5, datetime(2026, 3, 1), datetime(2026, 3, 1, 9, 5), "多"])
    book.active.append([None, " "])
    book.active.append(["甲"])
    hidden = book.create_sheet()
    hidden.append(["选项"])
    hidden.sheet_state = "hidden"
    book.create_sheet()
    book.save(tmp_path / "a.xlsx")
    first = Line(1, ("1350000", "2.5", "2026-03-01", "2026-03-01 09:05"))
    assert sheets(tmp_path / "a.xlsx") == [(first, Line(3, ("甲", "", "", ""))), ()]
    assert sheets(tmp_path / "a.xlsx", Limits(rows=1, columns=1)) == [(Line(1, ("1350000",)),), ()]


def test_what_is_no_list_is_refused_in_words(tmp_path):
    files = {
        "坏.xlsx": b"PK\x03\x04broken",
        "旧.xls": b"\xd0\xcf\x11\xe0",
        "图.csv": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20,
        "大.csv": b"a" * 2000,
        "长.csv": b'a,"' + b"x" * 200_000,
    }
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / "夹.xlsx").mkdir()
    for name in (*files, "夹.xlsx", "没有.xlsx"):
        limit = 1000 if name == "大.csv" else 1 << 20
        with pytest.raises(TableUnreadable) as refused:
            sheets(tmp_path / name, Limits(rows=9, file_bytes=limit))
        assert name in describe_error(refused.value).reason
        assert refused.value.detail


def test_the_heading_is_found_below_a_title():
    names = {"path": ("文件", "路径"), "looked_up_at": ("检索时间",)}
    rows = [("某县材料清单",), ("文 件*：", "备注", "Looked-up-at", "路径"), ("a", "b", "", "d")]
    found = find_heading(rows, names, ("path", "looked_up_at"))
    assert (found.columns, found.below) == (("path", "", "looked_up_at", "path"), 2)
    assert found.named(rows[2]) == {"path": "a"}
    assert found.named(("", "", "9点", "d")) == {"path": "d", "looked_up_at": "9点"}
    assert find_heading(rows[:1], names, ("path",)).missing == ("path",)
    assert find_heading([("备注",), ("文件",)], names, tuple(names)).missing == ("looked_up_at",)
