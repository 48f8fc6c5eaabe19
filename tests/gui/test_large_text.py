"""At double size, on a small screen, every page fits into the window's width."""

import pytest

from app.workspace.making import create_workspace
from tests.gui.conftest import open_in
from tests.gui.cut_off import cut_off, overlapping
from tests.support.workspaces import COUNTY
from ui.pages import PAGES
from ui.theme import Scheme

_WIDTH, _HEIGHT = 1366, 740


def overflowing(window, qtbot):
    """The pages that would have to be scrolled sideways."""
    qtbot.waitUntil(lambda: window.is_complete, timeout=30_000)
    wide = {}
    for spec in PAGES:
        window.show_page(spec.entry.key)
        page = window.stack.currentWidget()
        qtbot.waitUntil(page.isVisible)
        qtbot.wait(50)  # style sheets give their sizes with the first painting
        needed, room = page.minimumSizeHint().width(), window.stack.parentWidget().width()
        if needed > room:
            wide[spec.entry.key] = (needed, room)
    return wide


@pytest.mark.parametrize("unit", [None, "县司法局"])
def test_no_page_is_wider_than_the_window(window, theme, qtbot, tmp_path, framework, unit):
    path = tmp_path / "工作区"
    create_workspace(path, framework, COUNTY, unit)
    open_in(window, path, qtbot)
    window.resize(_WIDTH, _HEIGHT)
    theme.choose(Scheme.DARK, 200)
    assert overflowing(window, qtbot) == {}


@pytest.mark.parametrize("unit", [None, "县司法局"])
def test_on_no_page_is_anything_cut_off_or_covered(window, theme, qtbot, tmp_path, framework, unit):
    path = tmp_path / "工作区"
    create_workspace(path, framework, COUNTY, unit)
    open_in(window, path, qtbot)
    window.resize(_WIDTH, _HEIGHT)
    theme.choose(Scheme.DARK, 200)
    wrong = {}
    for spec in PAGES:
        window.show_page(spec.entry.key)
        qtbot.waitUntil(lambda: window.context.session.is_quiet)
        qtbot.wait(100)  # style sheets give their sizes with the first painting
        if found := cut_off(window) + overlapping(window):
            wrong[spec.entry.key] = found
    assert wrong == {}


def test_the_preview_of_the_review_takes_the_place_of_the_matrix(opened, theme, qtbot):
    opened.resize(_WIDTH, _HEIGHT)
    opened.show_page("review")
    view = opened.stack.currentWidget().view
    assert view.preview.pane.isVisible()
    theme.choose(Scheme.LIGHT, 200)
    qtbot.waitUntil(lambda: not view.preview.pane.isVisible())
    assert view.matrix.isVisible()
    view.preview.toggle.trigger()
    assert view.preview.pane.isVisible()
    assert not view.matrix.isVisible()
    view.preview.toggle.trigger()
    assert view.matrix.isVisible()
    theme.choose(Scheme.LIGHT, 100)
    qtbot.waitUntil(view.preview.pane.isVisible)
    assert view.matrix.isVisible()
