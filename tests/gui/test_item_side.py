"""The right side of the indicators' page: preview and description, beside each other or in turn."""

import pytest
from PySide6.QtCore import Qt

from app.framework.keys import TaskKey
from tests.gui.conftest import reread
from tests.gui.test_indicators import attach, page, wait_idle  # noqa: F401  (fixture)
from ui.shared.targets import ItemTarget
from ui.theme import Scheme


@pytest.fixture
def shown(page, opened, qtbot, make_file):  # noqa: F811
    """The page, with an item chosen whose title and date were guessed."""
    attach(opened, [make_file("关于开展案卷评查的通知 2021-04-09.txt")], point=2)
    reread(opened, qtbot)
    page.arrive(
        ItemTarget(
            page.window().context.session.snapshot.filed[TaskKey.parse("60/material_check")][0].item
        )
    )
    yield page
    wait_idle(opened, qtbot)


def test_a_title_is_typed_while_the_scan_is_seen(shown, opened, qtbot):
    side = shown.side
    assert (opened.width(), opened.height()) == (1366, 768)
    assert side.pane.isVisible()
    assert side.form.isVisible()
    assert not side.check.isVisible()  # the form says it
    for field in (side.form.title, side.form.doc_number, side.form.issuer):
        assert not field.visibleRegion().isEmpty()
    assert side.form.save_button.isVisible()
    assert side.pane.height() > 300
    # Either of them alone, as somebody likes it; the choice is remembered.
    side.tabs.setCurrentIndex(1)
    assert not side.form.isVisible()
    side.describe()
    assert side.form.title.hasFocus()
    assert side.pane.isVisible()
    side.toggle.trigger()
    assert not side.pane.isVisible()
    side.toggle.trigger()
    assert side.pane.isVisible()
    assert side.form.isVisible()
    assert opened.context.preferences.recalled("item-side") == "both"


def test_what_was_guessed_is_checked_beside_the_preview(shown, qtbot):
    side = shown.side
    side.tabs.setCurrentIndex(1)
    assert side.pane.isVisible()
    assert not side.form.isVisible()
    assert side.check.isVisible()
    assert "日期 2021-04-09" in side.guessed.text()
    side.form.save.trigger()
    qtbot.waitUntil(lambda: not side.check.isVisible(), timeout=10_000)
    assert side.form.guessed == ()


def test_checking_goes_on_to_the_next_item(shown, opened, qtbot, make_file):
    side, panel = shown.side, shown.detail.panel
    more = [make_file(f"关于评查的报告 2022-0{n}-09.txt") for n in (1, 2)]
    attach(opened, more, point=2)
    reread(opened, qtbot)
    seen = []
    for left in (2, 1, 0):
        seen.append(panel.chosen_rows[0].item)
        side.form.save.trigger()
        qtbot.waitUntil(
            lambda left=left: sum(bool(row.guesses) for row in panel.model.rows) == left,
            timeout=10_000,
        )
        wait_idle(opened, qtbot)
    assert len(set(seen)) == 3
    assert panel.view.hasFocus()  # and not whatever moved up to where the button was


def test_enter_describes_and_f3_looks_again(shown, qtbot):
    side, view = shown.side, shown.detail.panel.view
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert side.form.title.hasFocus()
    assert side.toggle.isChecked()
    side.toggle.trigger()
    assert not side.pane.isVisible()
    assert side.tabs.currentIndex() == 2
    side.toggle.trigger()
    assert side.pane.isVisible()
    assert side.tabs.currentIndex() == 0


def test_a_low_window_shows_one_at_a_time(shown, theme, qtbot):
    side = shown.side
    theme.choose(Scheme.LIGHT, 150)
    qtbot.waitUntil(lambda: not side.tabs.isTabVisible(0))
    shown.detail.panel.view.activated.emit(shown.detail.panel.model.index(0))
    assert side.form.isVisible()
    assert not side.pane.isVisible()
    side.tabs.setCurrentIndex(1)
    assert side.pane.isVisible()
    assert not side.form.isVisible()
    theme.choose(Scheme.LIGHT, 100)
    qtbot.waitUntil(lambda: side.form.isVisible() and side.pane.isVisible())


def test_a_tall_window_shows_both(shown, opened, qtbot):
    side = shown.side
    opened.resize(1920, 1080)
    qtbot.waitUntil(lambda: side.form.isVisible() and side.pane.isVisible())
    assert not side.tabs.isVisible()
    assert not side.check.isVisible()
    side.toggle.trigger()
    assert side.form.isVisible()
    assert not side.pane.isVisible()


def test_with_large_text_the_item_takes_the_place_of_the_list(shown, theme, qtbot):
    side, detail = shown.side, shown.detail
    theme.choose(Scheme.LIGHT, 200)
    qtbot.waitUntil(lambda: not side.isVisible())
    assert shown.minimumSizeHint().width() <= shown.window().stack.parentWidget().width()
    side.toggle.trigger()
    assert side.pane.isVisible()
    assert not detail.isVisible()
    side.toggle.trigger()
    assert detail.isVisible()
    detail.panel.view.activated.emit(detail.panel.model.index(0))
    assert side.form.isVisible()
    side.back_button.click()
    assert detail.isVisible()
    assert not side.isVisible()
