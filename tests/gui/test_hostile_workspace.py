"""Every page of a workspace in which every name tries to be HTML or a shortcut."""

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from tests.gui.conftest import close_in, open_in
from tests.gui.hostile_county import choose_rows, county, look, trap
from tests.gui.plain_text_guard import hostile, interpreted, signs
from ui import dialogs
from ui.pages import PAGES

__all__ = ["county", "trap"]


@pytest.mark.parametrize("side", ["office", "unit"])
def test_no_page_takes_a_name_for_more_than_its_letters(window, county, qtbot, side):
    office, unit, package, _ = county
    open_in(window, office if side == "office" else unit, qtbot)
    session = window.context.session
    met = 0
    for spec in PAGES:
        window.show_page(spec.entry.key)
        page = window.stack.currentWidget()
        look(qtbot, session)
        choose_rows(page, qtbot, session)
        met += signs(page) > 0
    assert met >= 6
    if side == "office":
        window.show_page("exchange", (package,))
        look(qtbot, session)
    close_in(window, qtbot)


@pytest.mark.parametrize("say", ["ask", "tell"])
def test_no_message_takes_a_name_for_more_than_its_letters(qapp, trap, say):
    bad, found = hostile(trap[0]), []

    def look_and_go() -> None:
        box = QApplication.activeModalWidget()
        found.extend([signs(box), *interpreted(box)])
        box.close()

    QTimer.singleShot(0, look_and_go)
    if say == "ask":
        dialogs.ask(None, bad, bad + "\n" + bad, "好")
    else:
        dialogs.tell(None, bad, bad)
    assert found == [2]
