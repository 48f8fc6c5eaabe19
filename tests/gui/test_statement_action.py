"""未发生情形说明 from the menu of the points: for this indicator and unit only."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ui.shared.targets import TaskTarget


def test_the_statement_of_an_indicator_is_made_from_its_points(opened, qtbot, tmp_path):
    opened.show_page("indicators", TaskTarget("60", "material_check"))
    page = opened.stack.currentWidget()
    panel = page.detail.panel
    assert not panel.statement.isVisible()
    page.turn_to("27", "material_check")
    assert panel.statement.isVisible()
    assert panel.statement in panel.points.actions()
    panel.unit.choose("县司法局")
    panel.statement.trigger()
    dialog = page.controller.papers
    qtbot.waitUntil(dialog.isVisible)
    assert dialog.paper.name == "no-case-statement"
    assert dialog.choices.chosen.units == ("县司法局",)
    dialog.choices.folder.setText(str(tmp_path / "文书"))
    QTest.mouseClick(dialog.make, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.outcomes.isVisible(), timeout=20_000)
    (made,) = (tmp_path / "文书").iterdir()
    assert made.name.startswith("27-材料查证-要点1 县司法局")
    dialog.reject()
