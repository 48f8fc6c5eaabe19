"""Describing many items at once in the window."""

import pytest
from PIL import Image
from PySide6.QtCore import Qt

from tests.gui.conftest import reread
from tests.gui.test_indicators import MATERIAL, attach, wait_idle
from ui.shared.targets import TaskTarget


@pytest.fixture
def page(opened, qtbot, make_file):
    notice = make_file("关于评查的通知 2021-04-09.txt")
    photos = [notice.with_name(f"IMG_02{n}.png") for n in (31, 32)]
    for number, photo in enumerate(photos):
        Image.new("RGB", (800, 600), (number, 90, 90)).save(photo)
    attach(opened, [*photos, notice])
    reread(opened, qtbot)
    opened.show_page("indicators")
    page = opened.stack.currentWidget()
    page.arrive(TaskTarget("60", MATERIAL))
    page.detail.panel.view.selectAll()
    yield page
    wait_idle(opened, qtbot)


def titles(page):
    return sorted(row.title for row in page.detail.panel.model.rows)


def test_only_ticked_fields_change_in_one_step(page, opened, qtbot):
    before = titles(page)
    form, saver = page.side.form, page.side.saver
    qtbot.keyClick(page.detail.panel.view, Qt.Key.Key_F2)
    dialog = saver.dialog
    assert dialog.isVisible()
    assert not dialog.agree.isEnabled()
    dialog.pattern.clear()
    qtbot.keyClicks(dialog.pattern, "zhaopian {")
    assert dialog.ticks["title"].isChecked()  # what is typed is meant
    dialog.pattern.setText("评查照片（{序号}）")
    dialog.pattern.textEdited.emit(dialog.pattern.text())
    dialog.issuer.setText("不算数")  # not ticked
    dialog.ticks["issuer"].setChecked(False)
    assert [row.after for row in dialog.table.lines.rows] == [f"评查照片（{n}）" for n in (1, 2, 3)]
    dialog.ticks["point"].setChecked(True)
    dialog.point.setCurrentIndex(1)
    dialog.agree.click()
    panel = page.detail.panel
    qtbot.waitUntil(lambda: {r.point for r in panel.model.rows} == {2}, timeout=10_000)
    assert titles(page) == [f"评查照片（{n}）" for n in (1, 2, 3)]
    assert {row.issuer for row in panel.model.rows} != {"不算数"}
    opened.context.undo.undo()
    qtbot.waitUntil(lambda: titles(page) == before, timeout=10_000)
    assert {row.point for row in panel.model.rows} == {None}
    assert not form.isHidden() or page.side.pane.isVisible()


def test_a_wrong_date_or_field_is_said_in_the_dialog(page, qtbot):
    page.side.form.bulk.trigger()
    dialog = page.side.saver.dialog
    qtbot.keyClicks(dialog.doc_date, "someday")
    assert "看不懂" in dialog.wrong.text()
    assert not dialog.agree.isEnabled()
    dialog.doc_date.setText("2021-05")
    dialog.doc_date.textEdited.emit("2021-05")
    assert dialog.agree.isEnabled()
    dialog.ticks["title"].setChecked(True)
    dialog.pattern.setText("{标题}")
    dialog.pattern.textEdited.emit("{标题}")
    assert "标题" in dialog.wrong.text()
    dialog.reject()


def test_ctrl_s_checks_all_that_are_chosen(page, opened, qtbot):
    panel, form = page.detail.panel, page.side.form
    assert form.save.text() == "核对无误（3 件）"
    form.save.trigger()
    qtbot.waitUntil(
        lambda: sum("title" in row.guesses for row in panel.model.rows) == 2, timeout=10_000
    )
    assert "2 件的题名还是文件名" in opened.notice.text.text()


def test_the_library_changes_many_too(page, opened, qtbot):
    opened.show_page("library")
    library = opened.stack.currentWidget()
    qtbot.waitUntil(lambda: library.browser.model.total == 3, timeout=10_000)
    library.browser.table.selectAll()
    assert library.detail.form.bulk.isEnabled()
    library.detail.form.bulk.trigger()
    saver = library.controller.saver
    assert "point" in saver.dialog.ticks  # all lie under one task
    saver.dialog.remark.setText("复印件")
    saver.dialog.ticks["remark"].setChecked(True)
    saver.dialog.agree.click()
    qtbot.waitUntil(
        lambda: {e.row.remark for e in library.browser.model.shown} == {"复印件"}, timeout=10_000
    )
