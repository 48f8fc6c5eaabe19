"""The window shows an indicator set of another shape as that set names things."""

import pytest

from app.framework.keys import TaskKey
from app.workspace.making import create_workspace
from tests.gui.conftest import open_in, page_of
from tests.support.other_set import other_set
from tests.support.workspaces import COUNTY
from ui.indicators.rows import CategoryRow
from ui.shared.targets import FilterTarget, TaskTarget
from ui.widgets.row_list import ROW


@pytest.fixture
def opened(window, tmp_path, qtbot):
    path = tmp_path / "考核"
    create_workspace(path, other_set(), COUNTY)
    return open_in(window, path, qtbot)


def test_the_tree_has_every_level_of_the_set(opened):
    page = page_of(opened, "indicators")
    model = page.browse.model
    rows = [index.data(ROW) for index in model.categories()]
    assert all(isinstance(row, CategoryRow) for row in rows)
    assert [row.level for row in rows[:4]] == [0, 1, 2, 1]
    assert len(rows) == 5 + 15 + 15
    assert (len(model.shown), model.longest_code) == (150, "1.1.10")
    index = model.index_of("2.3.1")
    assert [above.data(ROW).code for above in model.above(index)] == ["2.3.0", "2.3", "2"]
    page.browse.choose("2.3.1")
    assert page.detail.code == "2.3.1"
    assert page.detail.category.text() == "执法监督 · 执法监督监督 · 监督要求"


def test_tabs_and_filter_name_the_sets_methods(opened, qtbot):
    page = page_of(opened, "indicators")
    page.turn_to("2.3.1", "台账")
    tabs = [page.detail.tabs.tabText(n) for n in range(3)]
    assert [text.split()[0] for text in tabs] == ["电话调查", "复核", "推进台账"]
    assert page.detail.task_code == "台账"
    assert page.detail.panel.unit.name == "县财政局"
    method = page.browse.method
    assert [method.itemText(n) for n in range(method.count())][1:9] == [
        m.name for m in other_set().methods
    ]
    assert method.itemText(9) == "不写明方式的任务"
    page.arrive(FilterTarget(method="panel_talk"))
    assert 0 < len(page.browse.model.shown) < 150
    page.browse.clear_filter()
    qtbot.keyClicks(page.browse.search, "2.3.1")
    qtbot.waitUntil(lambda: page.browse.model.shown[0].code == "2.3.1", timeout=10_000)


def test_a_file_is_added_to_a_task_without_a_method(opened, qtbot, tmp_path):
    file = tmp_path / "台账.txt"
    file.write_text("推进台账\n", encoding="utf-8")
    page = page_of(opened, "indicators")
    page.arrive(TaskTarget("2.3.1", "台账"))
    page.controller.attach([file], 1)
    session, key = opened.context.session, TaskKey("2.3.1", "台账")
    qtbot.waitUntil(
        lambda: session.is_quiet and bool(session.snapshot.filed.get(key)), timeout=30_000
    )
    (row,) = session.snapshot.filed[key]
    assert (row.unit, row.number) == ("县财政局", "2.3.1-2-1")
    library = page_of(opened, "library")
    qtbot.waitUntil(lambda: library.browser.model.rowCount() == 1, timeout=20_000)
    assert "2.3.1 推进台账" in library.browser.model.shown[0].texts.values()


@pytest.mark.parametrize(
    "key", ["desk", "review", "rectification", "exchange", "stages", "dossiers"]
)
def test_every_page_opens(opened, qtbot, key):
    page = page_of(opened, key)
    session = opened.context.session
    qtbot.waitUntil(lambda: session.is_quiet, timeout=30_000)
    assert page.isVisible()
