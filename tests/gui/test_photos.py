"""Photos described in the window: from the keyboard, the same as above, with undo."""

from datetime import datetime

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from app.evidence.photos import list_photos
from app.intake.parts.adding import add_attachment
from app.jobs import SilentJob
from app.names.photos import ELEMENT_NAMES
from tests.gui.conftest import page_of, reread
from tests.gui.test_indicators import MATERIAL, attach, wait_idle
from tests.support.documents.photos import KUNMING, photo
from ui import dialogs
from ui.photos.grid import HEADS
from ui.photos.rows import FIELDS
from ui.shared.targets import TaskTarget

TAKEN = datetime(2021, 5, 6, 10, 20)
TITLE, PLACE, TAKEN_BY = (1 + FIELDS.index(name) for name in ("title", "place", "taken_by"))


@pytest.fixture
def page(opened, qtbot, tmp_path):
    files = [
        photo(tmp_path / f"IMG_{n}.jpg", n, (1200, 900), taken=TAKEN, gps=KUNMING) for n in range(3)
    ]
    attach(opened, files, point=1)
    reread(opened, qtbot)
    page = page_of(opened, "indicators")
    page.arrive(TaskTarget("60", MATERIAL))
    yield page
    wait_idle(opened, qtbot)


def asked(page, qtbot):
    page.detail.panel.view.selectAll()
    page.parts.photos.trigger()
    qtbot.waitUntil(lambda: page.parts.describer.dialog is not None, timeout=10_000)
    return page.parts.describer.dialog


def typed(dialog, qtbot, text):
    """Type into the cell that is current: the first key opens it."""
    qtbot.keyClicks(dialog.grid, text[:1])
    qtbot.keyClicks(QApplication.focusWidget(), text[1:])


def tabbed(dialog, qtbot, text):
    """Tab ends a cell and opens the next one, where all is chosen; type over it."""
    column = dialog.grid.currentIndex().column()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: dialog.grid.currentIndex().column() == column + 1)
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QLineEdit))
    qtbot.keyClicks(QApplication.focusWidget(), text)


def stored(opened, page):
    items = [row.item for row in page.detail.panel.model.rows]
    with opened.context.session.services.workspace.reading() as session:
        return list_photos(session, items)


def test_photos_are_described_from_the_keyboard(page, opened, qtbot):
    dialog = asked(page, qtbot)
    grid = dialog.grid
    assert dialog.model.data(dialog.model.index(0, PLACE)) == "北纬25°02′43″，东经102°42′35″"
    grid.setCurrentIndex(dialog.model.index(0, PLACE))
    typed(dialog, qtbot, "hall")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)  # on to the next photo
    qtbot.waitUntil(lambda: grid.currentIndex().row() == 1)
    assert grid.currentIndex().column() == PLACE
    qtbot.keyClick(dialog.grid, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert grid.currentIndex().row() == 2
    typed(dialog, qtbot, "gate")
    tabbed(dialog, qtbot, "Wang")
    tabbed(dialog, qtbot, "Zhang")
    # The same for all, also what is being typed.
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(dialog.grid, Qt.Key.Key_D, both)
    dialog.per_page.setCurrentIndex(dialog.per_page.findData(2))
    qtbot.keyClick(dialog.grid, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: stored(opened, page)[0].note.place == "hall", timeout=10_000)
    rows = stored(opened, page)
    assert [row.note.place for row in rows] == ["hall", "hall", "gate"]
    assert [row.note.people for row in rows] == [None, None, "Wang"]
    assert [row.note.taken_by for row in rows] == ["Zhang"] * 3
    assert [row.known.taken for row in rows] == ["2021年5月6日 10时20分"] * 3
    assert {row.layout for row in rows} == {2}
    wait_idle(opened, qtbot)
    opened.context.undo.undo()
    qtbot.waitUntil(lambda: stored(opened, page)[0].note.place is None, timeout=10_000)
    assert {row.layout for row in stored(opened, page)} == {None}
    wait_idle(opened, qtbot)
    # Who took the last ones is offered again.
    dialog = asked(page, qtbot)
    assert dialog.model.data(dialog.model.index(0, TAKEN_BY)) == "Zhang"
    dialog.reject()


def test_what_was_typed_does_not_go_without_a_question(page, opened, qtbot, monkeypatch):
    dialog = asked(page, qtbot)
    answers = iter([False, True])
    monkeypatch.setattr(dialogs, "ask", lambda *_: next(answers))
    dialog.grid.setCurrentIndex(dialog.model.index(0, TITLE))
    typed(dialog, qtbot, "name")
    dialog.reject()
    assert dialog.isVisible()
    assert dialog.model.data(dialog.model.index(0, TITLE)) == "name"
    dialog.reject()
    qtbot.waitUntil(lambda: page.parts.describer.dialog is None)
    assert stored(opened, page)[0].title == "IMG_0"


def test_what_was_typed_outlives_a_crash_and_ends_with_no(page, opened, qtbot, monkeypatch):
    dialog = asked(page, qtbot)
    dialog.grid.setCurrentIndex(dialog.model.index(0, TITLE))
    typed(dialog, qtbot, "name")
    dialog.grid.finish_typing()
    # As after a crash: the dialog is gone, and nobody was asked.
    page.parts.describer.dialog = None
    dialog.hide()
    dialog.deleteLater()
    again = asked(page, qtbot)
    assert again.model.data(again.model.index(0, TITLE)) == "name"
    assert again.changed
    monkeypatch.setattr(dialogs, "ask", lambda *_: True)
    qtbot.keyClick(again, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: page.parts.describer.dialog is None)
    last = asked(page, qtbot)
    assert not last.changed
    last.draft.take_kept("nonsense")
    last.draft.take_kept('[["x", 1]]')
    assert not last.changed
    last.reject()


def test_photos_of_an_item_are_put_in_order(page, opened, qtbot, tmp_path):
    services = opened.context.session.services
    item = page.detail.panel.model.rows[0].item
    for n in (7, 8):
        path = photo(tmp_path / f"part{n}.jpg", n)
        add_attachment(services.workspace, services.workers, item, path, SilentJob())
    reread(opened, qtbot)
    dialog = asked(page, qtbot)
    dialog.grid.setCurrentIndex(dialog.model.index(0, TITLE))
    assert not dialog.down.isEnabled()  # the main file keeps its place
    dialog.grid.setCurrentIndex(dialog.model.index(1, TITLE))
    qtbot.keyClick(dialog.grid, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert dialog.grid.currentIndex().row() == 2
    typed(dialog, qtbot, "first")
    dialog.agree.click()
    qtbot.waitUntil(lambda: stored(opened, page)[1].title == "part8", timeout=10_000)
    assert [row.title for row in stored(opened, page)][:3] == ["IMG_0", "part8", "first"]


def test_a_list_fills_the_grid(page, opened, qtbot, tmp_path, monkeypatch):
    listing = tmp_path / "list.csv"
    listing.write_text("照片,地点\nIMG_1,大厅\nIMG_2,同上\n没有,门口\n", encoding="utf-8")
    told = []
    monkeypatch.setattr(dialogs, "choose_file", lambda *_: listing)
    monkeypatch.setattr(dialogs, "tell", lambda _over, text, detail="": told.append(detail))
    dialog = asked(page, qtbot)
    qtbot.mouseClick(dialog.listing, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    qtbot.waitUntil(lambda: bool(told), timeout=10_000)
    assert told == ["第 4 行：没有"]
    places = [dialog.model.data(dialog.model.index(row, PLACE)) for row in range(3)]
    assert places[1:] == ["大厅", "大厅"]
    dialog.agree.click()
    qtbot.waitUntil(lambda: stored(opened, page)[1].note.place == "大厅", timeout=10_000)


def test_the_grid_calls_the_elements_as_papers_do():
    assert HEADS == ELEMENT_NAMES
    assert tuple(HEADS) == FIELDS
