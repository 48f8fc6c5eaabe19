import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.filetypes.delimited import Dialect, dialect_of, dialect_of_file, rows_of_file


def rows_in(path: Path, content: str, encoding: str = "utf-8") -> list[list[str]]:
    path.write_bytes(content.encode(encoding))
    return list(rows_of_file(path, encoding, dialect_of_file(path, encoding)))


@pytest.mark.parametrize(
    ("content", "rows"),
    [
        ("单位,事项\r\n甲,检查;处罚;强制\r\n乙,许可;征收;检查\r\n", [["甲", "检查;处罚;强制"]]),
        ('单位,"事项"\n甲,"检查;处罚;强制"\n乙,"许可;征收;检查"\n', [["甲", "检查;处罚;强制"]]),
        ("单位\t金额\t说明\n甲\t1,234,567.00\t已入库,已核对\n", [["甲", "1,234,567.00"]]),
        ("sep=;\r\n单位;件数,起\r\n甲;1,5\r\n", [["甲", "1,5"]]),
        ('"sep=\t"\n单位\t数\n甲\t1,5\n', [["甲", "1,5"]]),
        ("单位;数;率\n甲;1;0,5\n乙;2;0,7\n", [["甲", "1", "0,5"]]),
        ("单位|数\n甲|1\n乙|2\n", [["甲", "1"]]),
        ("单位\t金额,元\n甲\t1,5\n乙\t2,5\n", [["甲", "1,5"]]),
        ("姓名,证件,性别\n张,410423198001010011\t,男\n", [["张", "410423198001010011", "男"]]),
        ('编号,内容\n1,="00123"\n', [["1", "00123"]]),
        ("编号,证件\n1,410423198001010011\n", [["1", "410423198001010011"]]),
        ("日期,数\n2021-04-09,007\n", [["2021-04-09", "007"]]),
        ('"单位","地址"\n"甲","人民路1号, 2号楼"\n', [["甲", "人民路1号, 2号楼"]]),
        ('单位, "地址"\n甲, "人民路1号, 2号楼"\n', [["甲", "人民路1号, 2号楼"]]),
        ('单位,备注\n甲,"第一行\n第二行"\n', [["甲", "第一行\n第二行"]]),
        ('单位,备注\n甲,"他说""好"""\n', [["甲", '他说"好"']]),
        ('单位,备注\n甲,5" 管\n乙,无\n', [["甲", '5" 管']]),
        ("单位，全角\n甲，乙\n", [["甲，乙"]]),
        ("一列\n甲\n乙\n", [["甲"]]),
        ("表一 统计表\n单位,数,注\n甲,1,无\n乙,2,无\n", [["单位", "数", "注"]]),
    ],
)
def test_cells_are_those_that_a_spreadsheet_shows(tmp_path, content, rows):
    found = rows_in(tmp_path / "a.csv", content)
    assert found[1 : len(rows) + 1] == [row + found[1][len(row) :] for row in rows]
    assert len(found[1]) == len(found[0]) or "表一" in content


def test_ragged_rows_and_trailing_delimiters_keep_their_cells(tmp_path):
    found = rows_in(tmp_path / "a.csv", "单位,数,\n甲,1\n乙,2,多,余\n,,\n")
    assert found == [["单位", "数", ""], ["甲", "1"], ["乙", "2", "多", "余"], ["", "", ""]]


def test_quotation_that_never_ends_swallows_nothing(tmp_path):
    found = rows_in(tmp_path / "a.csv", '单位,备注\n甲,"未闭合\n乙,无\n丙,"好"\n丁,"完\n')
    assert found[1:] == [["甲", '"未闭合'], ["乙", "无"], ["丙", "好"], ["丁", '"完']]


def test_byte_order_mark_is_no_part_of_the_first_cell(tmp_path):
    assert rows_in(tmp_path / "a.csv", "\ufeff单位,数\n甲,1\n")[0] == ["单位", "数"]


#: Words and numbers with marks behind them: of cells made of marks alone nobody could tell.
CELLS = st.builds(
    str.__add__,
    st.sampled_from(["法治", "建设", "12", "a"]),
    st.text(st.sampled_from('法治政府建设,;|，。 012.-a"'), max_size=8),
)


@given(
    st.integers(2, 5).flatmap(
        lambda width: st.lists(
            st.lists(CELLS, min_size=width, max_size=width), min_size=3, max_size=8
        )
    ),
    st.sampled_from(",\t;"),
)
def test_what_a_program_wrote_comes_back(tmp_path_factory, rows, delimiter):
    target = io.StringIO()
    csv.writer(target, delimiter=delimiter, quoting=csv.QUOTE_ALL).writerows(rows)
    path = tmp_path_factory.getbasetemp() / "table.csv"
    path.write_bytes(target.getvalue().encode())
    dialect = dialect_of_file(path, "utf-8")
    assert dialect.delimiter == delimiter
    assert list(rows_of_file(path, "utf-8", dialect)) == rows


@given(st.text(max_size=200))
def test_any_text_has_a_dialect(text):
    assert isinstance(dialect_of(text), Dialect)
