"""No two things of the window answer to the same keys while a page is in sight."""

from collections import defaultdict

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QWidget

from ui.pages import PAGES


def _reach(action: QAction) -> list[QWidget]:
    """The widgets in sight by which an action hears its keys."""
    return [w for w in action.associatedObjects() if isinstance(w, QWidget) and w.isVisible()]


@pytest.mark.parametrize("key", [spec.entry.key for spec in PAGES])
def test_no_keys_are_claimed_twice(opened, key, qtbot):
    opened.show_page(key)
    qtbot.waitUntil(lambda: opened.stack.currentWidget() is not opened.welcome)
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
    twice = {keys: claimed for keys, claimed in claims.items() if keys and len(claimed) > 1}
    assert not twice
