"""What the other side entered is greyed out, with the reason and the way out; the rest is not."""

import pytest

from app.evidence.placements import place_item
from app.evidence.places import Target
from app.ownership import Whose, unguarded, whose
from app.workspace.opening import open_workspace
from models import EvidenceItem
from tests.gui.conftest import open_in
from tests.support.workspaces import add_item
from ui.library.rows import Scope
from ui.library.targets import LibraryTarget
from ui.shared.targets import ItemTarget, TaskTarget

UNIT = "县司法局"
MATERIAL = "material_check"


@pytest.fixture
def items(office, tmp_path):
    """Two items under 60: the unit's own, as merging brings it in, and one of the office's."""
    with open_workspace(office) as workspace:
        made = []
        for name in ("单位的.txt", "代填的.txt"):
            path = tmp_path / name
            path.write_text(name, encoding="utf-8")
            with workspace.database.writing() as work:
                item = add_item(work, workspace, path, unit=UNIT, indicator="60", point=1)
                made.append(item)
                work.commit()
        with workspace.database.writing() as work, unguarded(work.session):
            item = work.session.get(EvidenceItem, made[0])
            item.by_office = False
            for placement in item.placements:
                placement.by_office = False
            work.commit()
    return made


def test_each_side_owns_what_it_entered():
    assert whose(by_office=False, office=False) is whose(by_office=True, office=True) is Whose.OWN
    assert whose(by_office=False, office=True) is Whose.UNIT
    assert whose(by_office=True, office=False) is Whose.OFFICE


def test_the_office_cannot_touch_a_units_item_and_hears_why(items, window, office, qtbot):
    open_in(window, office, qtbot)
    window.show_page("indicators")
    page = window.stack.currentWidget()
    panel = page.detail.panel
    page.arrive(ItemTarget(items[0]))
    qtbot.waitUntil(lambda: [r.item for r in panel.chosen_rows] == [items[0]])
    for action in (panel.remove, panel.move_on, panel.companion, panel.earlier, panel.later):
        assert not action.isEnabled()
        assert "由责任单位填报，创建办不能改动" in action.toolTip()
        assert "退回" in action.toolTip()
    assert panel.copy_on.isEnabled()
    form = page.side.form
    assert form.title.isReadOnly()
    assert not form.save.isEnabled()
    assert "退回" in form.title.toolTip()
    assert not form.point.isEnabled()

    page.arrive(ItemTarget(items[1]))
    qtbot.waitUntil(lambda: [r.item for r in panel.chosen_rows] == [items[1]])
    assert panel.remove.isEnabled()
    assert "退回" not in panel.remove.toolTip()
    assert panel.remove.toolTip().endswith("（Ctrl+Del）")
    assert not panel.earlier.isEnabled()  # the order is the unit's too
    assert not form.title.isReadOnly()
    assert form.title.toolTip() == ""


def test_the_office_may_move_its_own_placement_of_a_units_item(items, window, office, qtbot):
    with open_workspace(office) as workspace:
        place_item(workspace, items[0], Target("1", MATERIAL, UNIT))
    open_in(window, office, qtbot)
    window.show_page("indicators")
    page = window.stack.currentWidget()
    panel = page.detail.panel
    page.arrive(TaskTarget("1", MATERIAL, items[0]))
    qtbot.waitUntil(lambda: [r.item for r in panel.chosen_rows] == [items[0]])
    assert panel.move_on.isEnabled()
    assert panel.remove.isEnabled()
    assert page.side.form.title.isReadOnly()


def test_the_library_likewise(items, window, office, qtbot):
    open_in(window, office, qtbot)
    window.show_page("library")
    page = window.stack.currentWidget()
    browser, detail = page.browser, page.detail
    for item, mine in zip(items, (False, True), strict=True):
        page.arrive(LibraryTarget(Scope.ALL, item=item))
        qtbot.waitUntil(lambda item=item: detail.item == item, timeout=20_000)
        for action in (browser.remove, browser.move_on, detail.revise, detail.move_on):
            assert action.isEnabled() is mine, action.text()
            assert ("创建办不能改动" in action.toolTip()) is not mine
        assert browser.copy.isEnabled()
    browser.table.selectAll()
    assert not browser.remove.isEnabled()
