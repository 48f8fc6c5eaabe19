import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from app.evidence.places import Target
from ui.widgets.indicator_dialog import IndicatorDialog
from ui.widgets.indicator_picker import IndicatorsModel, SpotsModel, target_text
from ui.widgets.indicator_search import found_indicators, spots_of

MATERIAL = "material_check"


@pytest.fixture
def dialog(opened, theme, preferences, qtbot):
    def make(unit="县司法局"):
        context = opened.context
        made = IndicatorDialog(
            context.session.snapshot,
            theme,
            preferences,
            title="移动 1 件材料",
            verb="移到这里",
            unit=unit,
            parent=opened,
        )
        qtbot.addWidget(made)
        made.open()
        qtbot.waitUntil(made.isVisible)
        return made

    return make


def chosen_by(dialog):
    heard = []
    dialog.chosen.connect(heard.append)
    return heard


def test_models_keep_qts_rules(framework):
    found, spots = IndicatorsModel(), SpotsModel()
    testers = [
        QAbstractItemModelTester(m, QAbstractItemModelTester.FailureReportingMode.Fatal)
        for m in (found, spots)
    ]
    found.show(framework.indicators)
    spots.show(spots_of(framework, framework.indicator("60")))
    found.show(())
    spots.show(())
    assert len(testers) == 2


def test_a_number_is_the_beginning_of_a_code_and_the_very_code_comes_first(framework):
    codes = [i.code for i in found_indicators(framework, {}, "6")]
    assert codes == ["6", *(str(n) for n in range(60, 70))]
    assert [i.code for i in found_indicators(framework, {}, "加1")] == ["加1"]


def test_every_word_must_be_found(framework):
    words = {i.code: i.statement.lower() for i in framework.indicators}
    both = found_indicators(framework, words, "案卷评查 监督")
    assert [i.code for i in both] == ["60"]
    assert found_indicators(framework, words, "没有这样的词") == ()


def test_places_of_an_indicator(framework):
    spots = spots_of(framework, framework.indicator("60"))
    assert [(s.task_code, s.point) for s in spots] == [
        (MATERIAL, None),
        (MATERIAL, 1),
        (MATERIAL, 2),
        (MATERIAL, 3),
    ]
    single = spots_of(framework, framework.indicator("1"))
    assert [s.point for s in single] == [None, None, None]
    assert all(s.text for s in single)


def test_keys_alone_choose_a_place(dialog, qtbot, framework):
    made = dialog()
    heard = chosen_by(made)
    picker = made.picker
    qtbot.waitUntil(picker.search.hasFocus)
    qtbot.keyClicks(picker.search, "60")
    qtbot.keyClick(picker.search, Qt.Key.Key_Return)
    assert picker.spots.hasFocus()
    qtbot.keyClick(picker.spots, Qt.Key.Key_2)
    assert made.where.text() == "第60项指标 · 材料查证 · 要点 2 · 县司法局"
    qtbot.keyClick(picker.spots, Qt.Key.Key_Return)
    assert heard == [Target("60", MATERIAL, "县司法局", 2)]
    assert not made.isVisible()
    assert target_text(framework, heard[0]) == made.where.text()


def test_arrows_in_the_search_box_walk_through_what_was_found(dialog, qtbot):
    made = dialog()
    qtbot.keyClicks(made.picker.search, "6")
    qtbot.keyClick(made.picker.search, Qt.Key.Key_Down)
    assert made.picker.indicator.code == "60"
    qtbot.keyClick(made.picker.search, Qt.Key.Key_Up)
    qtbot.keyClick(made.picker.search, Qt.Key.Key_Up)
    assert made.picker.indicator.code == "6"


def test_the_last_place_is_lit_the_next_time(dialog, qtbot):
    first = dialog()
    qtbot.keyClicks(first.picker.search, "60")
    qtbot.keyClick(first.picker.search, Qt.Key.Key_Return)
    qtbot.keyClick(first.picker.spots, Qt.Key.Key_3)
    qtbot.keyClick(first.picker.spots, Qt.Key.Key_Return)
    second = dialog(unit="县民政局")
    heard = chosen_by(second)
    second.accept_button.click()
    assert heard == [Target("60", MATERIAL, "县民政局", 3)]


def test_nothing_found_offers_nothing(dialog, qtbot):
    made = dialog()
    heard = chosen_by(made)
    qtbot.keyClicks(made.picker.search, "zzqq")
    assert not made.accept_button.isEnabled()
    assert "没有找到" in made.where.text()
    qtbot.keyClick(made.picker.search, Qt.Key.Key_Return)
    made.picker.choose()
    assert heard == []


def test_pinyin_initials_find_the_unit_and_the_indicator(dialog, qtbot):
    made = dialog(unit="")
    qtbot.keyClicks(made.picker.search, "ajpc")
    assert "60" in [i.code for i in made.picker.model.rows]
    edit = made.picker.unit.lineEdit()
    edit.selectAll()
    qtbot.keyClicks(edit, "xmzj")
    edit.editingFinished.emit()
    assert made.picker.target.unit == "县民政局"
