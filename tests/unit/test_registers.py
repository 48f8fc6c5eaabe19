"""台账: data files, cells, checks, rates, matching of columns, masking."""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.completeness.figures import place_of, threshold_of
from app.framework.values import Comparator, Threshold
from app.names.verification.registers import (
    FAULTS,
    FILL_STATES,
    TYPES,
    basis_for_inspectors,
    basis_words,
    reckoning_words,
)
from app.table_files.reading import text_lines
from app.verification.material_check.errors import RegisterFileInvalid, RegisterUnknown
from app.verification.material_check.registers.cells import FaultKind, number_of, settled
from app.verification.material_check.registers.faults import describe_fault
from app.verification.material_check.registers.files import (
    as_known,
    built_in,
    lay_out_files,
    load_registers,
    read_register,
    served_by,
)
from app.verification.material_check.registers.filling import FillState
from app.verification.material_check.registers.judging import judge, tidy
from app.verification.material_check.registers.masking import masked
from app.verification.material_check.registers.matching import match, take
from app.verification.material_check.registers.rates import reckon, reckon_all, rounded
from app.verification.material_check.registers.schema import Column, ColumnType, json_schema
from app.verification.material_check.registers.tables import joined_cells, split_cells

REGISTERS = {register.id: register for register in built_in()}
CASES = REGISTERS["litigation"]
CASE = {
    "filed": "2021-03-05",
    "number": "（2021）豫04行初5号",
    "plaintiff": "张三",
    "defendant": "县公安局",
    "instance": "一审",
    "due": "是",
    "attended": "是",
    "result": "驳回诉讼请求",
}


def column(kind: ColumnType, **more) -> Column:
    return Column(id="x", name="列", type=kind, **more)


def test_the_built_in_registers_serve_tasks_and_fill_figures_of_the_set(framework):
    filled = set()
    for register in REGISTERS.values():
        codes = {slot.indicator for slot in served_by(register, framework)}
        assert codes == set(register.serves[framework.code])
        assert sum(c.width for c in register.columns) > 0
        for rate in register.rates:
            for fill in rate.fills:
                place = place_of(framework, fill.indicator, fill.task, fill.point)
                found = threshold_of(place, fill.threshold)
                key = place.key, found.text
                assert key not in filled
                filled.add(key)
                assert found.unit == rate.unit
    assert len(REGISTERS) >= 20
    assert len(filled) >= 20


def test_the_schema_says_what_a_field_is_for():
    year = json_schema()["properties"]["year"]
    assert year["description"].startswith("用哪一列定年度")


def test_every_value_has_its_words():
    assert set(FAULTS) == {kind.value for kind in FaultKind}
    assert set(FILL_STATES) == {state.value for state in FillState}
    assert set(TYPES) == {kind.value for kind in ColumnType}


def test_a_countys_own_file_replaces_a_built_in_one_and_a_broken_one_is_told(tmp_path):
    folder = tmp_path / "registers"
    written = lay_out_files(folder)
    assert len(written) == len(REGISTERS)
    assert load_registers(folder).all == built_in()
    assert "台账的数据文件" in (folder / "说明.md").read_text("utf-8")
    own = folder / "01-litigation.yaml"
    own.write_text(own.read_text("utf-8").replace("行政应诉案件台账", "我县应诉台账"), "utf-8")
    assert lay_out_files(folder) == ()
    (folder / "more.yaml").write_text(
        "format: 1\nid: more\ntitle: 另一台账\ncolumns: [{id: a, name: 甲}]\n", "utf-8"
    )
    (folder / "02-suggestions.yaml").write_text(
        "format: 1\nid: suggestions\ntitle: 坏\ncolumns:\n"
        "  - {id: a, name: 甲, type: choice}\nyear: b\n",
        "utf-8",
    )
    found = load_registers(folder)
    assert found.find("litigation").title == "我县应诉台账"
    assert found.find("另一").id == "more"
    assert found.find("suggestions") == REGISTERS["suggestions"]
    (fault,) = found.invalid
    assert [finding.field for finding in fault.findings] == ["columns[1].choices", "year"]
    with pytest.raises(RegisterUnknown):
        found.find("台账")
    with pytest.raises(RegisterFileInvalid):
        read_register(folder)


@given(st.dates(date(1990, 1, 1), date(2099, 12, 31)))
def test_a_day_is_read_however_it_is_written(day):
    y, m, d = day.year, day.month, day.day
    for text in (
        day.isoformat(),
        f"{y}/{m}/{d}",
        f"{y}.{m}.{d}",
        f"{y}年{m}月{d}日",
        f"{y}{m:02}{d:02}",
        f"{day.isoformat()} 00:00:00",
    ):
        assert settled(column(ColumnType.DATE), text) == (day.isoformat(), None)


@given(st.decimals(-(10**9), 10**9, places=2))
def test_a_number_is_read_however_it_is_written(number):
    for text in (f"{number}", f"{number:,}", f"￥{number}", f"{number} 元"):
        assert number_of(text) == number
    value, fault = settled(column(ColumnType.MONEY), f"{number:,}")
    assert fault is None
    assert Decimal(value) == number


@given(st.text(max_size=60), st.sampled_from(list(ColumnType)))
def test_what_is_kept_is_kept_again_as_it_is(text, kind):
    made = column(kind, choices=("甲", "乙") if kind is ColumnType.CHOICE else ())
    once = settled(made, text)
    assert settled(made, once[0]) == once


def test_cells_that_are_wrong_stay_as_they_were_typed():
    wrong = {
        ColumnType.DATE: ("2021-02-30", "三月", "2021-03"),
        ColumnType.NUMBER: ("约5", "1e5", "5万", "1,23"),
        ColumnType.YES_NO: ("也许", "2"),
        ColumnType.YEAR: ("21", "1850年", "2021-03"),
        ColumnType.ID_NUMBER: ("410423199001011234", "123"),
        ColumnType.PHONE: ("无", "12"),
    }
    for kind, texts in wrong.items():
        for text in texts:
            value, fault = settled(column(kind), text)
            assert value == text
            assert fault is not None
    assert settled(column(ColumnType.ID_NUMBER), "11010519491231002x") == (
        "11010519491231002X",
        None,
    )
    assert settled(column(ColumnType.NUMBER, low=0), "-1")[1] is FaultKind.TOO_LOW


def test_a_row_says_what_is_wrong_with_it():
    rows = [
        CASE,
        CASE | {"heard": "2021-02-01", "judged": "2021-01-01"},
        {"number": "2", "due": "是", "result": "胜诉"},
    ]
    judged = judge(CASES, rows)
    assert judged[0].faults == ()
    assert [(f.kind, f.column, f.other) for f in judged[1].faults] == [
        (FaultKind.TOO_EARLY, "heard", "filed"),
        (FaultKind.TOO_EARLY, "judged", "heard"),
        (FaultKind.TWICE, "number", "1"),
    ]
    assert {f.column for f in judged[2].faults} >= {"filed", "plaintiff", "attended", "result"}
    assert [row.year for row in judged] == [2021, 2021, 0]
    assert describe_fault(CASES, judged[1].faults[2]) == "案号：与第 1 行重复"


def test_what_a_file_does_not_describe_stays():
    assert tidy(CASES, {"due": "√", "gone": "  甲 "}) == {"due": "是", "gone": "  甲 "}
    assert as_known(CASES, {"gone"}).columns[-1].name == "gone"


@given(
    st.lists(
        st.tuples(st.sampled_from((2019, 2020, 2021)), st.booleans(), st.booleans(), st.booleans()),
        max_size=40,
    )
)
def test_rates_count_what_a_person_would_count(rows):
    cases = [
        CASE
        | {"filed": f"{year}-05-01", "number": str(n)}
        | {"due": "是" if due else "否", "attended": "是" if came else "否"}
        | ({"result": "胜诉"} if bad else {})
        for n, (year, due, came, bad) in enumerate(rows)
    ]
    table = next(t for t in reckon_all(CASES, judge(CASES, cases)) if t.rate.id == "attendance")
    good = [row for row in rows if not row[3]]
    for year, found in (*table.years.items(), (None, table.whole)):
        of = [row for row in good if year in {None, row[0]} and row[1]]
        came = sum(row[2] for row in of)
        assert (found.counted, found.of) == (came, len(of))
        assert found.value == (Fraction(100 * came, len(of)) if of else None)
    assert table.whole.left_out == len(rows) - len(good)
    assert sum(found.of for found in table.years.values()) == table.whole.of


def test_sums_and_extremes():
    training = REGISTERS["training"]
    rows = [
        {"day": "2021-05-01", "topic": "甲", "hours": "8.5"},
        {"day": "2021-06-01", "topic": "乙", "hours": "16"},
        {"day": "2021-06-01", "topic": "丙", "hours": "很多"},
    ]
    (rate,) = training.rates
    judged = judge(training, rows)
    assert reckon(rate, judged).value == Fraction(49, 2)
    for kind, value in (("least", Fraction(17, 2)), ("most", Fraction(16))):
        found = reckon(rate.model_copy(update={"kind": kind}), judged)
        assert (found.value, found.of, found.left_out) == (value, 2, 1)
    assert reckon(rate, []).value is None


@given(
    st.fractions(0, 100),
    st.sampled_from(list(Comparator)),
    st.decimals(0, 100, places=3),
)
def test_no_rounding_meets_a_threshold(value, comparator, bound):
    threshold = Threshold(text="要求", comparator=comparator, value=float(bound), unit="%")
    shown = rounded(value, threshold)
    assert abs(Fraction(shown) - value) < Fraction(1, 100)
    if comparator.holds(float(shown), threshold.value):
        assert comparator.holds(float(value), threshold.value)


def test_a_figure_and_the_statistics_show_one_value():
    bound = Threshold(text="要求", comparator=Comparator.AT_LEAST, value=90.0, unit="%")
    rate = Fraction(1800, 19)  # 94.736…
    assert str(rounded(rate, bound)) == str(rounded(rate)) == "94.74"
    close = Fraction(899_999, 10_000)
    assert (str(rounded(close, bound)), str(rounded(close))) == ("89.99", "90")


@given(st.integers(1, 5000), st.integers(0, 5000))
def test_only_all_of_them_are_a_hundred_percent(of, counted):
    counted = min(of, counted)
    shown = rounded(Fraction(100 * counted, of))
    assert (shown == 100) is (counted == of)
    assert (shown == 0) is (counted == 0)


cells = st.text(st.characters(blacklist_categories=("Cs", "Cc")) | st.just("\n"), max_size=12)


@given(st.lists(st.lists(cells, min_size=2, max_size=5), min_size=1, max_size=6))
def test_copied_cells_come_back(rows):
    assert split_cells(joined_cells(rows)) == rows


def test_a_table_is_matched_by_its_headings():
    text = (
        "示例县行政应诉案件汇总表\t\t\t\n\n序号\t立案日期\t案 号*\t原告（上诉人）\t经办\n"
        "1\t2021-3-5\t甲\t张三\t李\n\t\t\t\t\n合计\t\t1\t\t\n"
    )
    rows = [cells for _, cells in text_lines(text)]
    matching = match(CASES, rows)
    assert matching.columns == ("", "filed", "number", "plaintiff", "")
    assert matching.unused == ("经办",)
    taken = take(rows, matching)
    assert taken.rows == ({"filed": "2021-3-5", "number": "甲", "plaintiff": "张三"},)
    assert taken.totals == 1
    remembered = match(CASES, rows, {"经办": "note", "立案日期": ""})
    assert remembered.columns == ("", "", "number", "plaintiff", "note")
    bare = match(CASES, [["2021-3-5", "甲"]])
    assert (bare.heading, bare.columns) == (-1, ("filed", "number"))
    assert match(CASES, [["甲", "张三"]], first=1).columns == ("number", "plaintiff")


@pytest.mark.parametrize(
    ("kind", "text", "shown"),
    [
        (ColumnType.PERSON, "张三", "张某"),
        (ColumnType.PERSON, "欧阳立村", "欧阳某某"),
        (ColumnType.PERSON, "王村、李小四", "王某、李某某"),
        (ColumnType.PERSON, "张三等12人", "张某等12人"),
        (ColumnType.PERSON, "李四13812345678", "李某138****5678"),
        (ColumnType.PERSON, "鲁山县某某有限公司", "鲁山县某某有限公司"),
        (ColumnType.PERSON, "买买提·艾力", "买买提·某"),
        (ColumnType.PHONE, "0375-5051234", "037*-***1234"),
        (ColumnType.ID_NUMBER, "11010519491231002X", "1****************X"),
        (ColumnType.TEXT, "联系13812345678", "联系138****5678"),
        (ColumnType.DATE, "2021-03-05", "2021-03-05"),
    ],
)
def test_personal_data_are_masked(kind, text, shown):
    assert masked(kind, text) == shown
    assert masked(kind, text) == masked(kind, text)


def test_what_holds_is_said_by_the_data_alone():
    (share,) = (rate for rate in REGISTERS["suggestions"].rates if rate.id == "in_time")
    received = {"kind": "人大代表建议", "number": "1", "subject": "甲", "received": "2021-01-01"}
    said = {"replied": "2021-03-01", "satisfied": "满意"}
    for deadline, counted in (("2021-03-01", 1), ("2021-02-28", 0)):
        rows = judge(REGISTERS["suggestions"], [received | said | {"deadline": deadline}])
        assert reckon(share, rows).counted == counted
    late = received | {"deadline": str(date(2021, 3, 1) + timedelta(days=1))}
    assert reckon(share, judge(REGISTERS["suggestions"], [late])).counted == 0


def test_inspectors_hear_what_a_figure_rests_on_but_not_of_rows_to_be_mended():
    def basis(left_out):
        said = reckoning_words(
            "share",
            counted=45,
            counted_name="出庭",
            of=50,
            of_name="应诉",
            measure="件",
            left_out=left_out,
        )
        return basis_words("行政应诉案件台账", 2021, said, "90%")

    assert "3 行待改" in basis(3)
    assert basis_for_inspectors(basis(3)) == basis_for_inspectors(basis(0)) == basis(0)
