"""Help inside the window, the first tour, and how the window begins."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QTextBrowser

from app.manual import plain_markdown
from tests.gui.conftest import close_in, open_in
from ui.help.manual_window import ManualWindow
from ui.help.places import heading_for
from ui.help.tour import Tour, place_beside
from ui.main_window import MainWindow
from ui.pages import PAGES
from ui.sight import placed


def manual(window):
    return next(d for d in window.findChildren(ManualWindow) if d.isVisible())


@pytest.mark.parametrize("key", [spec.entry.key for spec in PAGES])
def test_f1_opens_the_part_about_the_page(opened, qtbot, key):
    opened.activateWindow()
    opened.show_page(key)
    qtbot.waitUntil(lambda: opened.context.session.is_quiet)
    qtbot.keyClick(opened, Qt.Key.Key_F1)
    shown = manual(opened)
    assert shown.title == heading_for(key, office=True)
    assert shown.title in shown.page.toPlainText()
    shown.close()


def test_the_manual_is_searched_and_its_links_are_followed(opened, qtbot):
    opened.menus.help_requested.emit()
    shown = manual(opened)
    shown.search.setText("生僻字")
    assert shown.list.count() >= 1
    assert "生僻字" in shown.page.toPlainText()
    assert shown.page.textCursor().selectedText() == "生僻字"
    shown.search.setText("没有这样的字句")
    assert shown.list.count() == 0
    assert shown.nothing.isVisibleTo(shown)
    shown.turn_to("卷宗使用手册")
    link = next(
        it
        for block in blocks(shown.page)
        for it in block
        if it.charFormat().anchorHref() == "#常用的键"
    )
    shown.page.anchorClicked.emit(link.charFormat().anchorHref())
    assert shown.title == "常用的键"
    shown.close()


def blocks(page: QTextBrowser):
    block = page.document().begin()
    while block.isValid():
        yield [it.fragment() for it in block]
        block = block.next()


def test_keys_and_methods_are_those_of_here(opened, qtbot):
    opened.show_page("review")
    qtbot.waitUntil(lambda: opened.context.session.is_quiet)
    opened.menus.keys_requested.emit()
    text = manual(opened).page.toPlainText()
    assert "下一个待审" in text
    opened.menus.methods_requested.emit()
    shown = manual(opened)
    for method in opened.context.session.snapshot.framework.methods:
        assert method.name in shown.page.toPlainText()
    shown.close()


def test_the_tour_is_offered_once_and_can_be_skipped(opened, qtbot):
    opened.activateWindow()
    opened.helping.offer_tour()
    tour = opened.findChild(Tour)
    assert tour.isVisible()
    seen = [tour.title.text()]
    for _ in range(3):
        tour.next.click()
        seen.append(tour.title.text())
    assert len(set(seen)) == 4
    with qtbot.waitSignal(tour.ended):
        tour.skip.click()
    opened.helping.offer_tour()
    qtbot.waitUntil(lambda: opened.findChild(Tour) is None)


def test_the_tour_ends_by_itself_and_stays_in_the_window(opened, qtbot, theme):
    opened.menus.tour_requested.emit()
    tour = opened.findChild(Tour)
    body = tour.parentWidget()
    stops = 0
    with qtbot.waitSignal(tour.ended):
        while stops < 20 and not tour.isHidden():
            assert body.rect().contains(tour.geometry())
            tour.next.click()
            stops += 1
    assert stops == 7


def test_the_recent_list_stands_in_the_menu(opened, office, qtbot):
    opened.menus.recent_menu.aboutToShow.emit()
    (action,) = opened.menus.recent_menu.actions()
    assert "示例县" in action.text()
    close_in(opened, qtbot)
    action.trigger()
    qtbot.waitUntil(lambda: opened.context is not None, timeout=20_000)
    qtbot.waitUntil(lambda: opened.is_complete, timeout=20_000)


def test_the_next_start_opens_what_was_open(preferences, theme, office, qtbot):
    def start():
        made = MainWindow(preferences, theme)
        made.show()
        return made

    def leave(window):
        assert window.context.session.close()
        assert window.close()
        window.deleteLater()

    first = start()
    assert not first.reopen_last()
    leave(open_in(first, office, qtbot))
    second = start()
    assert second.reopen_last()
    qtbot.waitUntil(lambda: second.is_complete, timeout=20_000)
    second.menus.close_requested.emit()  # done with it
    qtbot.waitUntil(lambda: second.context is None, timeout=20_000)
    assert second.close()
    third = start()
    assert not third.reopen_last()
    leave(open_in(third, office, qtbot))
    fourth = start()
    fourth.menus.reopen_action.setChecked(False)
    assert not fourth.reopen_last()
    assert fourth.close()
    fourth.deleteLater()


@pytest.mark.parametrize(
    ("frame", "wanted"),
    [
        (QRect(100, 100, 1280, 720), QRect(100, 100, 1280, 720)),
        (QRect(2000, 100, 1280, 720), QRect(2000, 100, 1280, 720)),  # on the second screen
        (QRect(5000, 100, 1280, 720), QRect(43, 24, 1280, 720)),
        (QRect(100, -900, 1280, 720), QRect(43, 24, 1280, 720)),
        (QRect(-3000, 0, 1920, 1080), QRect(0, 0, 1366, 768)),
    ],
)
def test_the_window_is_never_out_of_sight(frame, wanted):
    screens = [QRect(0, 0, 1366, 768), QRect(1366, 0, 1920, 1080)]
    assert placed(frame, screens) == wanted


def test_the_card_lies_beside_what_it_speaks_of():
    room = QRect(0, 0, 1000, 600)
    assert place_beside(QRect(0, 100, 80, 60), 300, 200, room).left() == 91
    assert place_beside(QRect(900, 100, 80, 60), 300, 200, room).right() == 887
    middle = place_beside(room, 300, 200, room)
    assert room.contains(middle)


def test_foreign_words_are_no_markup(qapp):
    for words in ("**重** <b>要</b> [点](x) | `a` # 1", "1. 甲_乙_丙 &lt; ~~删~~ - + !"):
        document = QTextDocument()
        document.setMarkdown(plain_markdown(words))
        assert document.toPlainText() == words
