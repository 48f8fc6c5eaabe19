"""No two things of the window answer to the same keys while a page is in sight."""

import re
from collections import defaultdict

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QWidget

from tests.conftest import REPO
from tests.gui.conftest import page_of
from ui.pages import PAGES
from ui.shared.targets import ItemTarget


def _reach(action: QAction) -> list[QWidget]:
    """The widgets in sight by which an action hears its keys."""
    return [w for w in action.associatedObjects() if isinstance(w, QWidget) and w.isVisible()]


@pytest.mark.parametrize("key", [spec.entry.key for spec in PAGES])
def test_no_keys_are_claimed_twice(opened, key, qtbot):
    opened.show_page(key)
    qtbot.waitUntil(lambda: opened.stack.currentWidget() is not opened.welcome)
    assert not _claimed_twice(opened)


def test_no_keys_are_claimed_twice_while_an_item_is_shown(filled, qtbot):
    rows = [row for rows in filled.context.session.snapshot.filed.values() for row in rows]
    item = next(row.item for row in rows if row.file_name == "通知.txt")
    page = page_of(filled, "indicators")
    page.arrive(ItemTarget(item))
    qtbot.waitUntil(page.side.pane.toolbar.save.isEnabled, timeout=20_000)
    assert not _claimed_twice(filled)


def _claimed_twice(opened):
    everywhere = (Qt.ShortcutContext.WindowShortcut, Qt.ShortcutContext.ApplicationShortcut)
    claims: dict[str, set[str]] = defaultdict(set)
    menus = set(opened.menuBar().findChildren(QAction))
    for action in opened.findChildren(QAction):
        if action.shortcutContext() not in everywhere or not action.isEnabled():
            continue
        if action in menus or action.parent() is opened or _reach(action):
            for keys in action.shortcuts():
                claims[keys.toString()].add(f"{action.text()} {id(action)}")
    for button in opened.findChildren(QAbstractButton):
        if button.isVisible() and button.isEnabled() and not button.shortcut().isEmpty():
            text = f"{button.text()} {id(button)}"
            claims[button.shortcut().toString()].add(text)
    return {keys: claimed for keys, claimed in claims.items() if keys and len(claimed) > 1}


#: What programs take in the whole system while they run: Ctrl+Alt and a letter (QQ: A, F, L, O, S,
#: Z; WeChat: W; UKUI and DDE: A, D, I, L, O, R, S, T; Fcitx: B, E, H; players of music: many), and
#: single ones of WeChat, WeCom, DingTalk and input methods.
_TAKEN = re.compile(
    r"Ctrl\+Alt\+[A-Z0-9]|Alt\+A|Alt\+Shift\+[AS]|Shift\+Alt\+[AS]|Ctrl\+Shift\+[ABFKZ]"
    r"|(Ctrl|Shift)\+Space|Ctrl\+[.;`]|Ctrl\+Alt\+(Left|Right|Up|Down|Del|Tab|Space|F\d+)"
)
#: A second way to what has free keys as well.
_SPARE = {"Ctrl+Shift+Z"}


def test_no_keys_are_used_that_other_programs_take():
    found = {
        (path.relative_to(REPO).as_posix(), keys)
        for path in (REPO / "ui").rglob("*.py")
        for keys in re.findall(r'"([A-Z][A-Za-z]*(?:\+[^"\s]+)+)"', path.read_text("utf-8"))
        if _TAKEN.fullmatch(keys) and keys not in _SPARE
    }
    assert not found


def test_both_ways_to_redo_work(opened):
    shown = [keys.toString() for keys in opened.menus.redo_action.shortcuts()]
    assert shown == ["Ctrl+Y", "Ctrl+Shift+Z"]
