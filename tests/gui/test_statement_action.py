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


def test_a_certificate_is_made_for_the_chosen_point(opened, office, qtbot, tmp_path):
    folder = office / "certificates"
    folder.mkdir()
    (folder / "faulty.yaml").write_text("format: 1\n", "utf-8")
    opened.show_page("indicators", TaskTarget("81", "material_check"))
    page = opened.stack.currentWidget()
    panel = page.detail.panel
    assert panel.certificate in panel.points.actions()
    panel.unit.choose("县司法局")
    panel.points.setCurrentIndex(panel.points.model().index(0, 0))
    panel.certificate.trigger()
    dialog = page.controller.papers
    qtbot.waitUntil(dialog.isVisible)
    assert dialog.paper.name == "certificate-account"
    assert "要点 1" in dialog.choices.use.text()
    faulty = dialog.papers.item(dialog.papers.count() - 1)
    assert faulty.text().startswith("faulty.yaml")
    assert not faulty.flags() & Qt.ItemFlag.ItemIsSelectable
    dialog.choices.folder.setText(str(tmp_path / "文书"))
    QTest.mouseClick(dialog.make, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.outcomes.isVisible(), timeout=20_000)
    (made,) = (tmp_path / "文书").iterdir()
    assert made.name.startswith("81-材料查证-要点1 县司法局关于2018年以来开展行政调解工作")
    dialog.reject()
