"""The years that a person chooses for an item: kept, sent, taken back, and seen in the table."""

import openpyxl
import pytest

from app.completeness.reading import read_completeness
from app.completeness.vocabulary import YearState
from app.completeness.year_matrix import YearRow, with_year, year_rows, years_in
from app.errors import OwnedByUnit
from app.eventlog import LogFilter, read_log
from app.evidence.chosen_years import choose_years
from app.evidence.errors import PlacementUnknown, YearNotPossible
from app.evidence.listing import FiledRow, list_filed
from app.evidence.moving import move_placements, put_back
from app.evidence.places import Target
from app.evidence.points import choose_points
from app.framework.keys import PointKey
from app.verification.material_check.year_file import write_years
from app.workspace.opening import Workspace
from models import Placement

#: Asks for each year, and does not say since when: the last three are looked at.
KEY = PointKey("92", "material_check", 1)
#: Asks for each year since 2016.
FIRM = PointKey("67", "material_check", 2)
LAST = 2021


def filed(workspace: Workspace) -> list[FiledRow]:
    with workspace.reading() as session:
        return [row for row in list_filed(session) if row.task == KEY.task]


def row_of(workspace: Workspace, unit: str = "", key: PointKey = KEY) -> YearRow:
    with workspace.reading() as session:
        state = read_completeness(session, workspace.facts.framework, workspace.registry(), LAST)
        rows = year_rows(state, list_filed(session), LAST, unit, [key.task])
    return next(row for row in rows if row.key == key)


def states(row: YearRow) -> dict[int, YearState]:
    return {cell.year: cell.state for cell in row.cells}


def gaps(row: YearRow) -> list[int]:
    return [cell.year for cell in row.cells if cell.state is not YearState.HELD]


@pytest.fixture
def items(unit):
    """One item that names a year, and one that names none."""
    for name in ("2019年度办理情况", "办理情况汇总"):
        unit.attach(name, name, KEY.indicator, unit=unit.name)
    return {row.title: row.placement for row in filed(unit.workspace)}


def test_a_chosen_year_travels_and_is_taken_back(county, unit, items):
    office, silent = county.office, items["办理情况汇总"]
    before = row_of(unit.workspace, unit.name)
    assert [row.placement for row in before.undated] == [silent]
    assert gaps(before) == [2020, 2021]
    done = choose_years(unit.workspace, {silent: (2020, 2018, 2020)})
    assert done.before == {silent: None}
    after = row_of(unit.workspace, unit.name)
    assert (gaps(after), after.undated) == ([2021], ())
    assert [row.placement for row in after.cell(2020).items] == [silent]
    office.merge(unit.submit(county.stick / "1.zip", full=True))
    for name in ("", unit.name):
        assert gaps(row_of(office.workspace, name)) == [2021]
    with pytest.raises(OwnedByUnit):
        choose_years(office.workspace, {silent: (2016,)})
    office.exchange.undo()
    assert filed(office.workspace) == []
    assert choose_years(unit.workspace, done.before).before == {silent: (2018, 2020)}
    assert gaps(row_of(unit.workspace, unit.name)) == [2020, 2021]
    with unit.workspace.reading() as session:
        actions = [entry.action for entry in read_log(session, LogFilter())]
    assert actions.count("item.years_chosen") == 2


def chosen_at(workspace: Workspace, placement: str) -> list[int] | None:
    with workspace.reading() as session:
        return session.get_one(Placement, placement).years


def test_years_that_the_new_place_does_not_ask_for_are_dropped_and_come_back(unit, items):
    workspace, item = unit.workspace, items["办理情况汇总"]
    choose_years(workspace, {item: (2014, 2020)})
    firm = Target(FIRM.indicator, "材料查证", unit.name, FIRM.number)
    moved = move_placements(workspace, [item], firm)
    assert (moved.without_years, chosen_at(workspace, item)) == (1, [2020])
    put_back(workspace, moved.before)
    assert chosen_at(workspace, item) == [2014, 2020]
    framework = workspace.facts.framework
    timeless = next(
        point
        for point in framework.task("60", "material_check").points
        if point.since_year is None and not point.per_year
    )
    moved = move_placements(workspace, [item], Target("60", "材料查证", unit.name, timeless.number))
    assert (moved.without_years, chosen_at(workspace, item)) == (1, None)
    put_back(workspace, moved.before)
    assert chosen_at(workspace, item) == [2014, 2020]
    # Where nothing was chosen, or all of it is asked for, nothing is told.
    choose_years(workspace, {item: (2020,)})
    assert move_placements(workspace, [item], firm).without_years == 0
    assert chosen_at(workspace, item) == [2020]


def test_none_of_the_years_can_be_chosen_too(unit, items):
    dated = items["2019年度办理情况"]
    (row,) = [row for row in filed(unit.workspace) if row.placement == dated]
    assert with_year(row, LAST, 2020, there=True) == (2019, 2020)
    assert with_year(row, LAST, 2019, there=False) == ()
    choose_years(unit.workspace, {dated: ()})
    found = row_of(unit.workspace, unit.name)
    assert gaps(found) == [2019, 2020, 2021]
    assert dated in {row.placement for row in found.undated}


def test_each_year_that_is_owed_is_missing_until_something_proves_it(county):
    office, unit = county.office, "县人大办公室"
    assert row_of(office.workspace, unit, FIRM).missing == tuple(range(2016, 2022))
    office.attach("2019年度办理情况", "2019", FIRM.indicator, unit=unit)
    with office.workspace.reading() as session:
        (placement,) = [row.placement for row in list_filed(session) if row.unit == unit]
    choose_points(office.workspace, [placement], {FIRM.number})
    assert row_of(office.workspace, unit, FIRM).missing == (2016, 2017, 2018, 2020, 2021)
    choose_years(office.workspace, {placement: tuple(range(2016, 2022))})
    for name in ("", unit):
        assert row_of(office.workspace, name, FIRM).missing == ()


def test_what_cannot_be_chosen_changes_nothing(unit, items):
    first, second = items.values()
    with pytest.raises(YearNotPossible):
        choose_years(unit.workspace, {first: (2020,), second: (20,)})
    with pytest.raises(PlacementUnknown):
        choose_years(unit.workspace, {first: (2020,), "nobody's": (2020,)})
    assert {row.years for row in filed(unit.workspace)} == {None}
    assert choose_years(unit.workspace, {first: None}).count == 0


def test_hints_and_what_is_not_asked_for(unit):
    hint = PointKey("95", "material_check", 2)
    found = row_of(unit.workspace, "", hint)
    assert states(found) == dict.fromkeys((2019, 2020, 2021), YearState.UNSEEN)
    since = PointKey("82", "material_check", 1)
    assert set(states(row_of(unit.workspace, "", since)).values()) == {YearState.MISSING}
    assert years_in([found, row_of(unit.workspace, "", FIRM)]) == tuple(range(2016, 2022))
    assert found.cell(2016).state is YearState.OUTSIDE


def test_the_table_is_written(unit, items, tmp_path):
    rows = [row_of(unit.workspace, unit.name)]
    write_years(tmp_path / "年份.xlsx", rows, unit.workspace.facts.framework, unit.name)
    sheet = openpyxl.load_workbook(tmp_path / "年份.xlsx").active
    heads = [cell.value for cell in sheet[3]]
    cells = dict(zip(heads, sheet[4], strict=True))
    assert cells["2020"].value == "– 未见"
    assert cells["2019"].value == "✓ 1"
    firm = [row_of(unit.workspace, "", FIRM)]
    write_years(tmp_path / "年份.xlsx", firm, unit.workspace.facts.framework)
    cell = openpyxl.load_workbook(tmp_path / "年份.xlsx").active["D4"]
    assert (cell.value, cell.fill.start_color.rgb) == ("✗ 缺", "00F8D7DA")
    assert cells["年份不明"].value == "1"
