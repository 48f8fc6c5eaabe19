"""由谁交材料 and 要交什么: the office's choice with its undo, a unit's desk, filter and sort."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.vocabulary import ResponsibilityRole
from app.workspace.making import create_workspace
from app.workspace.obligations import BEFORE, Obligations, OwingRule
from app.workspace.obligations_editing import change_obligations
from tests.gui.conftest import open_in, page_of, reread
from tests.support.workspaces import COUNTY
from ui.desk.duties import PageTarget, duty_rows
from ui.papers.dialog import PapersDialog
from ui.review.filters import Part
from ui.settings.owing import ShownIndicators
from ui.shared.targets import FilterTarget, PartFilter, ProgressFilter

UNIT = "县司法局"
LEAD, PARTICIPANT = ResponsibilityRole.LEAD, ResponsibilityRole.PARTICIPANT


@pytest.fixture
def own(window, tmp_path, framework, qtbot):
    """The window with a unit's workspace."""
    create_workspace(tmp_path / "单位", framework, COUNTY, UNIT)
    return open_in(window, tmp_path / "单位", qtbot)


@pytest.fixture
def section(opened):
    opened.show_page("settings", "owing")
    return opened.stack.currentWidget().owing


def present(window) -> Obligations:
    return window.context.session.snapshot.registry.obligations


def until(window, qtbot, wanted: Obligations) -> None:
    qtbot.waitUntil(lambda: present(window) == wanted, timeout=20_000)


def test_the_office_chooses_for_all_and_takes_it_back(opened, section, qtbot):
    assert section.rules[OwingRule.LEADS].isChecked()
    before = opened.context.session.snapshot.completeness.units
    QTest.mouseClick(section.rules[OwingRule.EVERYONE], Qt.MouseButton.LeftButton)
    until(opened, qtbot, Obligations(OwingRule.EVERYONE))
    after = opened.context.session.snapshot.completeness.units
    assert all(after[unit].total >= before[unit].total for unit in before)
    assert sum(t.total for t in after.values()) > 2 * sum(t.total for t in before.values())
    opened.context.undo.undo()
    until(opened, qtbot, Obligations())
    assert section.rules[OwingRule.LEADS].isChecked()
    assert opened.context.session.snapshot.completeness.units == before


def test_some_indicators_get_a_rule_of_their_own(opened, section, qtbot):
    section.shown.setCurrentIndex(section.shown.findData(ShownIndicators.WITHOUT_LEAD))
    alone = [line.code for line in section.table.lines.rows]
    assert len(alone) == 17
    assert {line.leads for line in section.table.lines.rows} == {""}
    section.table.selectAll()
    section.rule_actions[OwingRule.HOLDERS].trigger()
    until(opened, qtbot, Obligations(own=dict.fromkeys(sorted(alone), OwingRule.HOLDERS)))
    assert {line.owed_by for line in section.table.lines.rows} == {0}
    section.shown.setCurrentIndex(section.shown.findData(ShownIndicators.OWN))
    section.table.selectAll()
    section.rule_actions[None].trigger()
    until(opened, qtbot, Obligations())


def test_an_earlier_workspace_asks_once(opened, section, qtbot):
    workspace = opened.context.session.services.workspace
    change_obligations(workspace, lambda _: BEFORE)
    reread(opened, qtbot)
    until(opened, qtbot, BEFORE)
    assert section.told.isVisible()
    (asked,) = [r for r in duty_rows(opened.context.session.snapshot) if "由谁交" in r.text]
    assert asked.target == PageTarget("settings", "owing")
    QTest.mouseClick(section.rules[OwingRule.LEADS], Qt.MouseButton.LeftButton)
    until(opened, qtbot, Obligations())
    assert not section.told.isVisible()
    assert not [r for r in duty_rows(opened.context.session.snapshot) if "由谁交" in r.text]


def test_a_unit_looks_and_does_not_choose(own):
    own.show_page("settings", "owing")
    section = own.stack.currentWidget().owing
    assert not any(button.isEnabled() for button in section.rules.values())
    assert "创建办" in section.rules[OwingRule.LEADS].toolTip()
    section.table.selectAll()
    assert not any(action.isEnabled() for action in section.rule_actions.values())


def test_the_desk_says_what_the_unit_has_to_hand_in(own, qtbot):
    page = page_of(own, "desk")
    registry = own.context.session.snapshot.registry
    led, every = registry.led_by(UNIT), registry.indicators_of(UNIT)
    head = page.owed.head.text()
    assert f"本单位牵头 {len(led)} 项，参与 {len(every) - len(led)} 项" in head
    rows = page.owed.table.lines.rows
    total = own.context.session.snapshot.completeness.units[UNIT].total
    assert sum(len(line.missing) for line in rows) == total
    others = [line.role is PARTICIPANT for line in rows]
    assert others == sorted(others)  # one deadline for all, so what it leads comes first
    page.owed.table.clicked.emit(page.owed.table.lines.index(0, 0))
    assert own.stack.currentWidget().detail.code == rows[0].indicator
    own.show_page("desk")
    page.owed.print_action.trigger()
    dialog = own.findChild(PapersDialog)
    assert dialog.paper.name == "owed-list"
    dialog.close()


def test_the_tree_is_filtered_and_sorted_by_the_unit_s_part(own):
    own.show_page("indicators", FilterTarget(part=PartFilter.LEAD))
    browse = own.stack.currentWidget().browse
    registry = own.context.session.snapshot.registry
    assert {row.code for row in browse.model.shown} == registry.led_by(UNIT)
    every = registry.indicators_of(UNIT)
    for part, wanted in (
        (PartFilter.PARTICIPANT, every - registry.led_by(UNIT)),
        (PartFilter.OWED, registry.led_by(UNIT) | (registry.without_lead() & every)),
        (PartFilter.ANY, every),
    ):
        browse.part.setCurrentIndex(browse.part.findData(part))
        assert {row.code for row in browse.model.shown} == wanted
    browse.part.setCurrentIndex(browse.part.findData(PartFilter.LEADS_FIRST))
    by_category = {}
    for row in browse.model.shown:
        by_category.setdefault(row.categories[-1], []).append(row.role is not LEAD)
    assert all(found == sorted(found) for found in by_category.values())
    assert own.context.preferences.recalled("indicators-order") == PartFilter.LEADS_FIRST
    # What is only to be added to is not among what is lacking.
    own.show_page("indicators", FilterTarget(wanted=ProgressFilter.UNFINISHED))
    assert all(row.owes for row in browse.model.shown)
    assert f"牵头 {len(registry.led_by(UNIT))} 项" in _told(browse)


def _told(browse) -> str:
    browse.clear_filter()
    return browse.count.text()


def test_the_office_sees_in_the_matrix_who_leads_and_filters_by_it(opened, qtbot):
    opened.show_page("review")
    office = opened.stack.currentWidget().view
    qtbot.waitUntil(lambda: office.board is not None, timeout=20_000)
    registry = opened.context.session.snapshot.registry
    cells = office.board.cells
    led = {pair for pair, cell in cells.items() if cell.lead}
    assert {code for code, unit in led if unit == UNIT} == registry.led_by(UNIT)
    matrix = office.matrix.matrix
    leader, other = next(iter(led)), next(p for p, c in cells.items() if not c.lead and not c.owes)
    assert "牵头" in matrix.data(matrix.place_of(*leader), Qt.ItemDataRole.ToolTipRole)
    assert "可以补充" in matrix.data(matrix.place_of(*other), Qt.ItemDataRole.ToolTipRole)
    part = office.filters.part
    part.setCurrentIndex(part.findData(Part.LEAD))
    assert matrix.cell(matrix.place_of(*leader)) is not None
    assert matrix.cell(matrix.place_of(*other)) is None
    part.setCurrentIndex(part.findData(Part.PARTICIPANT))
    assert matrix.cell(matrix.place_of(*leader)) is None
