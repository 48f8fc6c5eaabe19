import pytest

from app.dossier.options import Numbering
from app.settings import load_settings
from ui.theme import Scheme
from ui.widgets.number_edit import NumberEdit


@pytest.fixture
def page(opened):
    opened.show_page("settings")
    return opened.stack.currentWidget()


def stored(opened):
    workspace = opened.context.session.services.workspace
    with workspace.database.reading() as session:
        return load_settings(session, workspace.facts.county)


def test_saving_reaches_the_database_and_the_next_compile(opened, page, qtbot):
    assert not page.save_action.isEnabled()
    page.texts["fonds_code"].setText("X001")
    page.texts["filed_on"].setText("2026-03-01")
    page.numbering.setCurrentIndex(1)
    page.limit.set_value(150)
    page.save_action.trigger()
    qtbot.waitUntil(lambda: stored(opened).fonds_code == "X001", timeout=10_000)
    assert stored(opened).filed_on.isoformat() == "2026-03-01"
    assert stored(opened).numbering is Numbering.DUPLEX_OUTER
    session = opened.context.session
    qtbot.waitUntil(lambda: not session.jobs_at_work() and not session._reading)
    assert not page.save_action.isEnabled()
    opened.show_page("dossiers")
    assert opened.stack.currentWidget().choices.options().volume_limit == 150


@pytest.mark.parametrize(("name", "value"), [("filed_on", "昨天"), ("last_year", "很久以前")])
def test_wrong_values_are_said_and_not_saved(page, name, value):
    page.texts[name].setText(value)
    assert "写得不对" in page.wrong.text()
    assert not page.save_action.isEnabled()
    page.texts[name].clear()
    assert page.wrong.text() == ""


def test_look_is_remembered(page, theme, preferences):
    page.scheme.setCurrentIndex(2)
    page.scale.setCurrentIndex(2)
    page.scale.activated.emit(2)
    assert theme.is_dark
    assert (preferences.scheme, preferences.scale) == (Scheme.DARK, 130)


@pytest.mark.parametrize(("typed", "held"), [("", 1), ("0", 1), ("77", 77), ("99999", 10_000)])
def test_a_number_keeps_its_bounds(qtbot, typed, held):
    edit = NumberEdit(1, 10_000)
    qtbot.addWidget(edit)
    edit.setText(typed)
    assert edit.value == held
    edit.editingFinished.emit()
    assert edit.text() == str(held)
