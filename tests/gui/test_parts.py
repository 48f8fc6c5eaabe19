"""Attachments, photos joined to one item with captions, and split again, in the window."""

import pytest
from PIL import Image
from PySide6.QtCore import Qt

from tests.gui.conftest import page_of, reread
from tests.gui.test_indicators import MATERIAL, attach, wait_idle
from ui import dialogs
from ui.shared.targets import TaskTarget


@pytest.fixture
def page(opened, qtbot, tmp_path):
    photos = []
    for number in (1, 2, 3):
        photos.append(tmp_path / f"IMG_000{number}.jpg")
        Image.new("RGB", (1200, 900), (number * 60, 90, 90)).save(photos[-1])
    attach(opened, photos, point=1)
    reread(opened, qtbot)
    page = page_of(opened, "indicators")
    page.arrive(TaskTarget("60", MATERIAL))
    yield page
    wait_idle(opened, qtbot)


def rows(page):
    return page.detail.panel.model.rows


def test_photos_are_joined_with_captions_and_split_again(page, opened, qtbot):
    panel, parts = page.detail.panel, page.parts
    panel.view.selectAll()
    parts.join.trigger()
    dialog = parts.dialog
    assert dialog.captions == ["IMG_0001", "IMG_0002", "IMG_0003"]
    dialog.name.setText("案卷评查现场照片")
    dialog.caption.clear()
    qtbot.keyClicks(dialog.caption, "first")
    qtbot.keyClick(dialog.caption, Qt.Key.Key_Return)  # goes on, and does not agree
    assert dialog.isVisible()
    assert dialog.list.currentRow() == 1
    dialog.down.click()
    dialog.agree.click()
    qtbot.waitUntil(lambda: len(rows(page)) == 1, timeout=10_000)
    (row,) = rows(page)
    assert (row.title, row.parts, row.file_name) == ("案卷评查现场照片", 2, "first.jpg")
    qtbot.waitUntil(lambda: panel.chosen_rows == [row], timeout=10_000)
    # Its files can be looked at and named later.
    parts.arrange.trigger()
    qtbot.waitUntil(lambda: parts.dialog is not None, timeout=10_000)
    again = parts.dialog
    assert again.captions == ["first", "IMG_0003", "IMG_0002"]
    again.list.setCurrentRow(2)
    again.out.click()
    again.agree.click()
    qtbot.waitUntil(lambda: rows(page)[0].parts == 1, timeout=10_000)
    opened.context.undo.undo()
    qtbot.waitUntil(lambda: rows(page)[0].parts == 2, timeout=10_000)
    parts.split.trigger()
    qtbot.waitUntil(lambda: len(rows(page)) == 3, timeout=10_000)
    opened.context.undo.undo()
    qtbot.waitUntil(lambda: len(rows(page)) == 1, timeout=10_000)
    opened.context.undo.undo()
    qtbot.waitUntil(lambda: len(rows(page)) == 3, timeout=10_000)
    assert {r.title for r in rows(page)} == {"IMG_0001", "IMG_0002", "IMG_0003"}


def test_attachments_are_added_and_taken_back(page, opened, qtbot, monkeypatch, make_file):
    panel, parts = page.detail.panel, page.parts
    panel.view.setCurrentIndex(panel.model.index(0))
    files = [make_file("评查方案.txt"), make_file("评查名单.txt")]
    monkeypatch.setattr(dialogs, "choose_files", lambda *_: files)
    parts.add.trigger()
    qtbot.waitUntil(lambda: rows(page)[0].parts == 2, timeout=30_000)
    assert parts.split.isEnabled()
    wait_idle(opened, qtbot)
    opened.context.undo.undo()
    qtbot.waitUntil(lambda: rows(page)[0].parts == 0, timeout=10_000)
