"""How much room numbers and texts take."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.workbooks.formulas import is_volatile, with_fixed_day, without_changing_codes
from app.workbooks.model import Area, Cell, Sheet, Style, Workbook
from app.workbooks.number_width import needed_general_width, shown_width
from app.workbooks.room import heights_needed, lines_needed, too_narrow


@pytest.mark.parametrize(
    ("number", "code", "shown"),
    [
        (44297, "yyyy-mm-dd", "2021-04-11"),
        (44297, 'yyyy"年"m"月"d"日"', "2021年4月11日"),
        (44297, "yyyy\\-mm\\-dd;@", "2021-04-11"),
        (44297.5, "yyyy/m/d h:mm", "2021/4/11 12:00"),
        (44297, "[$-F800]aaaa", "星期日"),
        (0.5, "h:mm AM/PM", "12:00 PM"),
        (1234567.891, "#,##0.00", "1,234,567.89"),
        (1234567.891, "0", "1234568"),
        (-1234.5, "#,##0.00", "-1,234.50"),
        (0.123, "0.00%", "12.30%"),
        (1234, '[$¥-804]#,##0.00"元"', "¥1,234.00元"),
        (7, "000000", "000007"),
        (12345678, "0.00E+00", "1.23E+07"),
        (1500000, "#,##0,", "1,500"),
        (3, '0"件"', "3件"),
        (0, '0;-0;"无"', "无"),
    ],
)
def test_width_of_a_number_is_near_that_of_its_text(number, code, shown):
    wide = sum(0.6 if c in " .,:-/" else 2.0 if ord(c) > 0x2E80 else 1.0 for c in shown)
    assert shown_width(number, code) == pytest.approx(wide, abs=1.6)


@given(st.floats(allow_nan=False, allow_infinity=False), st.text(max_size=30))
def test_any_format_has_a_width(number, code):
    assert shown_width(number, code) >= 0


@pytest.mark.parametrize(("number", "width"), [(1 / 3, 1), (-12.5, 3), (123456, 6), (4.1e17, 11)])
def test_number_without_a_format_needs_its_whole_digits(number, width):
    assert needed_general_width(number) == width


def test_merged_and_shrunken_numbers_are_no_trouble():
    styles = [Style("0"), Style("0", shrunk=True)]
    cells = [Cell(1, 1, 1e9, "", 0), Cell(2, 1, 1e9, "", 1), Cell(3, 1, 1e9, "", 0)]
    sheet = Sheet("表", cells=cells, default_width=6, merged=[Area(1, 1, 1, 2)])
    sheet.cells.append(Cell(3, 2, None, "文", 0))
    narrow = too_narrow(Workbook([sheet], styles), sheet)
    assert narrow.cells == 1
    assert narrow.widths == {1: 10}


def test_rows_get_heights_where_none_is_stored():
    styles = [Style(wrapped=True), Style(size=20), Style()]
    long = "关于进一步加强行政执法监督工作的若干意见"  # 20 characters, 40 digits wide
    cells = [Cell(row, 1, None, long, 0) for row in (1, 2, 3)]
    cells += [Cell(4, 1, None, "大字", 1), Cell(5, 1, None, "普通", 2)]
    sheet = Sheet("表", cells=cells, default_width=11, heights={2: 15.0}, hidden_rows={3})
    heights = heights_needed(Workbook([sheet], styles), sheet)
    assert set(heights) == {1, 4}
    assert heights[1] == pytest.approx(4 * 11 * 1.35 + 2)
    assert heights[4] == pytest.approx(27)


@given(st.text(max_size=60), st.floats(1, 80))
def test_lines_hold_their_text(text, room):
    assert lines_needed(text, room) >= text.count("\n") + 1


@pytest.mark.parametrize(
    ("formula", "volatile"),
    [
        ("TODAY()-A1", True),
        ("YEAR( now ( ))", True),
        ("_xlfn.RANDARRAY(3)", True),
        ("RANDBETWEEN(1,9)", True),
        ('IF(A1="TODAY()",1,2)', False),
        ("MYTODAY()", False),
        ("OFFSET(A1,1,0)", False),
    ],
)
def test_formulas_of_the_day_are_known(formula, volatile):
    assert is_volatile(formula) is volatile


def test_day_in_a_formula_is_fixed_outside_texts():
    assert with_fixed_day('TODAY()>"TODAY()"', 44297.5) == '(44297)>"TODAY()"'
    assert with_fixed_day("A1<now()", None) == "A1<NA()"


@pytest.mark.parametrize(
    ("margin", "kept"),
    [
        ("&R打印日期 &D", "&R打印日期 "),
        ("&L&F &C第&P页，共&N页&R&T", "&L &C第&P页，共&N页&R"),
        ("&A &&D &Z", "&A &&D "),
        ('&"D,常规"&12&K01+000甲&d', '&"D,常规"&12&K01+000甲'),
    ],
)
def test_day_and_file_name_leave_a_header(margin, kept):
    assert without_changing_codes(margin) == kept
