"""Pictures and files from the clipboard, wherever files can be added."""

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.gui.test_indicators import MATERIAL, wait_idle
from ui.shared.pasting import Paster
from ui.shared.targets import TaskTarget


@pytest.fixture
def clipboard(qapp):
    yield qapp.clipboard()
    qapp.clipboard().clear()


@pytest.fixture
def page(opened):
    opened.show_page("indicators")
    page = opened.stack.currentWidget()
    page.arrive(TaskTarget("60", MATERIAL))
    page.detail.panel.unit.choose("县司法局")
    return page


def screenshot(colour="steelblue", alpha=255):
    image = QImage(320, 200, QImage.Format.Format_ARGB32)
    tint = QColor(colour)
    tint.setAlpha(alpha)
    image.fill(tint)
    return image


@pytest.mark.parametrize("focus", ["points", "view", "tree"])
def test_ctrl_v_takes_a_screenshot_in_wherever_the_focus_is(page, opened, clipboard, qtbot, focus):
    panel = page.detail.panel
    clipboard.setImage(screenshot())
    at = {"points": panel.points, "view": panel.view, "tree": page.browse.tree}[focus]
    opened.activateWindow()
    at.setFocus()
    QTest.keyClick(at, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(panel.model.rows) == 1, timeout=30_000)
    (row,) = panel.model.rows
    assert row.title.startswith("截图 ")
    assert row.file_name.endswith(".png")
    # Its title is asked for at once, and what is typed replaces the name that the program made.
    form = page.side.form
    qtbot.waitUntil(lambda: QApplication.focusWidget() is form.title)
    QTest.keyClicks(form.title, "publicity")
    assert form.title.toPlainText() == "publicity"
    form.save_now()
    qtbot.waitUntil(lambda: panel.model.rows[0].title == "publicity", timeout=10_000)
    wait_idle(opened, qtbot)


def test_text_fields_keep_their_ctrl_v(page, opened, clipboard, qtbot):
    clipboard.setText("案卷")
    page.browse.search.setFocus()
    QTest.keyClick(page.browse.search, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert page.browse.search.text() == "案卷"
    assert not page.detail.panel.model.rows


def test_an_empty_clipboard_says_what_to_do(page, opened, clipboard):
    clipboard.setText("只是文字")
    page.detail.panel.adding.paste.trigger()
    assert "没有文件或图片" in opened.notice.text.text()


def test_what_programs_put_there_becomes_files(qapp, tmp_path):
    paster = Paster()
    there = tmp_path / "聊天图片.png"
    assert screenshot().save(str(there))
    # A chat program names the file, and adds the picture.
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(there))])
    mime.setImageData(screenshot())
    assert paster.paste(mime).paths == (there,)
    # The file is gone; the picture is still there.
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / "已删除.png"))])
    mime.setImageData(screenshot())
    pasted = paster.paste(mime)
    assert pasted.pictures
    assert QImage(str(pasted.paths[0])).size() == screenshot().size()
    # Only HTML with a file of this computer.
    mime = QMimeData()
    mime.setHtml(f'<img src="{QUrl.fromLocalFile(str(there)).toString()}">')
    assert paster.paste(mime).paths == (there,)
    # Only HTML with a web address: nothing is fetched, and the person is told what to do.
    mime = QMimeData()
    mime.setHtml('<img src="https://example.com/a.png">')
    refused = paster.paste(mime)
    assert not refused.paths
    assert "复制图片" in refused.reason
    # A bitmap of Windows without the head of a file.
    bitmap = tmp_path / "a.bmp"
    assert screenshot().convertToFormat(QImage.Format.Format_RGB32).save(str(bitmap))
    mime = QMimeData()
    name = 'application/x-qt-windows-mime;value="DeviceIndependentBitmap"'
    mime.setData(name, bitmap.read_bytes()[14:])
    assert paster.paste(mime).pictures


def test_a_picture_whose_dots_have_no_opacity_is_not_blank(qapp):
    mime = QMimeData()
    mime.setImageData(screenshot("steelblue", alpha=0))
    (path,) = Paster().paste(mime).paths
    assert not QImage(str(path)).hasAlphaChannel()


def test_the_inbox_takes_pictures_and_files(opened, clipboard, qtbot, make_file):
    opened.show_page("inbox")
    page, folder = opened.stack.currentWidget(), opened.context.session.inbox.folder
    clipboard.setImage(screenshot())
    page.paste.trigger()
    qtbot.waitUntil(lambda: len(list(folder.glob("截图*.png"))) == 1, timeout=10_000)
    path = make_file("会议纪要.txt")
    for count in (1, 2):
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(path))])
        clipboard.setMimeData(mime)
        page.paste.trigger()
        qtbot.waitUntil(lambda n=count: len(list(folder.glob("会议纪要*"))) == n, timeout=10_000)
        wait_idle(opened, qtbot)
