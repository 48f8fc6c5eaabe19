import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from app.completeness.figures import place_of, state_figure
from app.framework.keys import TaskKey
from ui.shared.targets import TaskTarget
from ui.widgets.elided import ElidedLabel

MATERIAL = "material_check"


@pytest.fixture
def place(opened):
    """An indicator with a threshold at a point of its material check, and a unit of it."""
    snapshot = opened.context.session.snapshot
    for indicator in snapshot.framework.indicators:
        for task in indicator.tasks:
            if task.code == MATERIAL and any(p.thresholds for p in task.points):
                unit = snapshot.registry.responsible[indicator.code][0].unit
                return indicator.code, unit
    raise AssertionError("no threshold in the set")


def figures(opened, code):
    completeness = opened.context.session.snapshot.completeness
    task = completeness.task(TaskKey(code, MATERIAL))
    return [f.value for p in task.filing.points for t in p.thresholds for f in t.figures]


def test_a_figure_is_stated_corrected_and_taken_back(opened, place, qtbot):
    code, unit = place
    opened.show_page("indicators", TaskTarget(code, MATERIAL))
    panel = opened.stack.currentWidget().detail.panel
    panel.unit.choose(unit)
    editor = panel.figures
    assert editor.isVisible()
    edit = editor.edits[0]

    def type_in(text):
        edit.clear()
        qtbot.keyClicks(edit, text)
        qtbot.keyClick(edit, Qt.Key.Key_Return)

    # As a Chinese keyboard writes them: in full width.
    typed = QInputMethodEvent()
    typed.setCommitString("１２")
    QApplication.sendEvent(edit, typed)
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: figures(opened, code) == [12.0], timeout=10_000)
    qtbot.waitUntil(lambda: edit.text() == "12")
    type_in("91.5")
    qtbot.waitUntil(lambda: figures(opened, code) == [91.5], timeout=10_000)
    opened.menus.undo_action.trigger()
    qtbot.waitUntil(lambda: figures(opened, code) == [12.0], timeout=10_000)
    opened.menus.undo_action.trigger()
    qtbot.waitUntil(lambda: figures(opened, code) == [], timeout=10_000)
    qtbot.waitUntil(lambda: edit.text() == "")
    opened.menus.redo_action.trigger()
    qtbot.waitUntil(lambda: figures(opened, code) == [12.0], timeout=10_000)
    session = opened.context.session
    qtbot.waitUntil(lambda: session.is_quiet)


def test_another_units_figure_is_not_shown(opened, place, qtbot):
    code, unit = place
    opened.show_page("indicators", TaskTarget(code, MATERIAL))
    page = opened.stack.currentWidget()
    page.detail.panel.unit.choose(unit)
    edit = page.detail.panel.figures.edits[0]
    qtbot.keyClicks(edit, "12")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: figures(opened, code) == [12.0], timeout=10_000)
    others = range(page.detail.panel.unit.count())
    if len(others) > 1:
        name = next(
            page.detail.panel.unit.itemText(n)
            for n in others
            if page.detail.panel.unit.itemText(n) != unit
        )
        page.detail.panel.unit.choose(name)
        page.detail.panel.unit.picked.emit(name)
        assert edit.text() == ""
    session = opened.context.session
    qtbot.waitUntil(lambda: session.is_quiet)


def test_a_place_without_thresholds_shows_no_editor(opened):
    opened.show_page("indicators", TaskTarget("1", "web_check"))
    assert not opened.stack.currentWidget().detail.panel.figures.isVisible()


def test_the_lines_of_another_indicator_are_gone_at_once(opened, qtbot):
    opened.show_page("indicators", TaskTarget("60", MATERIAL))
    editor = opened.stack.currentWidget().detail.panel.figures

    def seen():
        return [each.text() for each in editor.findChildren(ElidedLabel) if each.isVisible()]

    qtbot.waitUntil(lambda: len(seen()) == 1, timeout=10_000)
    before = seen()
    opened.show_page("indicators", TaskTarget("63", MATERIAL))
    assert not set(before) & set(seen())
    qtbot.waitUntil(lambda: "40学时" in "".join(seen()), timeout=10_000)


def test_each_year_has_a_box_that_is_checked_by_itself(opened, qtbot):
    workspace = opened.context.session.services.workspace
    unit = workspace.registry().unit(workspace.registry().units_of("67", MATERIAL)[0])
    place = place_of(workspace.facts.framework, "67", MATERIAL, 2)
    with workspace.database.writing() as work:  # as an earlier edition stated it
        state_figure(work, place, unit.id, 90.0)
        work.commit()
    opened.show_page("indicators", TaskTarget("67", MATERIAL))
    panel = opened.stack.currentWidget().detail.panel
    panel.unit.choose(unit.name)
    panel.unit.picked.emit(unit.name)
    editor = panel.figures

    def box(year):
        about = f"满意度达到95%以上，{year} 年" if year else f"满意度达到95%以上，{unit.name}"
        return next(e for e in editor.edits if e.accessibleName().startswith(about))

    qtbot.waitUntil(lambda: len(editor.edits) > 12, timeout=10_000)
    assert box(0).text() == "90"
    assert box(0).property("wrong")

    def stated():
        session = opened.context.session
        return {f.year: f.value for f in session.snapshot.figures}

    for year, text in ((2019, "96"), (2020, "94")):
        qtbot.keyClicks(box(year), text)
        qtbot.keyClick(box(year), Qt.Key.Key_Return)
        qtbot.waitUntil(lambda y=year, t=text: stated().get(y) == float(t), timeout=10_000)
    qtbot.waitUntil(lambda: box(2020).property("wrong"), timeout=10_000)
    assert not box(2019).property("wrong")
    box(0).clear()
    qtbot.keyClick(box(0), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: stated() == {2019: 96.0, 2020: 94.0}, timeout=10_000)
    opened.menus.undo_action.trigger()
    qtbot.waitUntil(lambda: stated() == {0: 90.0, 2019: 96.0, 2020: 94.0}, timeout=10_000)
    session = opened.context.session
    qtbot.waitUntil(lambda: session.is_quiet)
