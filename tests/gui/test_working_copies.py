"""Changing an item in WPS or Word: a copy is opened, saved, offered, taken, put away."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from app.evidence.items import remove_items
from app.evidence.places import Target
from app.evidence.revisions import list_revisions
from app.intake.attach import attach_files
from app.intake.copies.model import CopyState
from app.intake.requests import AttachRequest
from app.jobs import SilentJob
from app.workspace.copy_notes import PUT_AWAY
from tests.gui.conftest import close_in, open_in, page_of, reread
from tests.support import documents
from ui import dialogs
from ui.shared.targets import ItemTarget
from ui.shared.working_copies import TakeDialog


@pytest.fixture
def outside(monkeypatch):
    """The files that other programs were asked to open."""
    seen = []
    monkeypatch.setattr(dialogs, "open_path", lambda path: seen.append(path) or True)
    return seen


@pytest.fixture
def item(opened, qtbot, tmp_path):
    """A Word document at indicator 60."""
    services = opened.context.session.services
    path = documents.word(tmp_path / "关于评查的通知.docx")
    request = AttachRequest((path,), Target("60", "material_check", "县司法局", 2))
    outcome = attach_files(services.workspace, services.workers, request, SilentJob()).outcomes[0]
    reread(opened, qtbot)
    return outcome.item_id


def side_at(window, item):
    page = page_of(window, "indicators")
    page.arrive(ItemTarget(item))
    return page


def save(path, *paragraphs):
    """Save as the editors do: beside it, then in its place."""
    written = documents.word(path.with_name("~WRD1.docx"), paragraphs)
    written.rename(path.with_name("~WRD1.tmp")).replace(path)


def states(window):
    return [copy.state for copy in window.context.session.copies.copies]


def edited(window, item, outside, qtbot):
    """Open a copy by the keyboard from the list, and save a change in it."""
    page = side_at(window, item)
    page.detail.panel.view.setFocus()
    modifiers = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(page.detail.panel.view, Qt.Key.Key_M, modifiers)
    qtbot.waitUntil(lambda: bool(outside), timeout=20_000)
    save(outside[-1], "关于评查的通知", "补上第三季度")
    qtbot.waitUntil(lambda: states(window) == [CopyState.CHANGED], timeout=20_000)
    return page


def press(widget, text, qtbot):
    def button():
        found = widget.findChildren(QPushButton)
        return next((b for b in found if b.text() == text and b.isVisible()), None)

    qtbot.waitUntil(lambda: button() is not None, timeout=5_000)
    qtbot.mouseClick(button(), Qt.MouseButton.LeftButton)


def revisions(window, item):
    with window.context.session.services.workspace.reading() as session:
        return list_revisions(session, item)


def test_what_was_saved_is_offered_at_the_item_and_taken_with_a_reason(
    opened, item, outside, qtbot
):
    page = edited(opened, item, outside, qtbot)
    workspace = opened.context.session.services.workspace
    assert outside[0] == workspace.layout.copies / "1" / "关于评查的通知.docx"
    offers = page.side.offers
    qtbot.waitUntil(offers.isVisible, timeout=5_000)
    assert "改过" in offers.lines[0].words.text()
    qtbot.waitUntil(lambda: "可以作为新版本" in opened.notice.text.text(), timeout=5_000)
    press(offers, "作为新版本…", qtbot)
    dialog = next(d for d in offers.findChildren(TakeDialog) if d.isVisible())
    QTest.keyClicks(dialog.text, "Q3 2021")
    press(dialog, "作为新版本", qtbot)
    qtbot.waitUntil(lambda: len(revisions(opened, item)) == 2, timeout=30_000)
    assert revisions(opened, item)[0].reason == "Q3 2021"
    qtbot.waitUntil(lambda: states(opened) == [CopyState.SAME], timeout=20_000)
    qtbot.waitUntil(lambda: "没有改动" in offers.lines[0].words.text(), timeout=5_000)

    opened.context.undo.undo()
    qtbot.waitUntil(lambda: states(opened) == [CopyState.CHANGED], timeout=20_000)
    assert len(revisions(opened, item)) == 3
    opened.context.undo.redo()
    qtbot.waitUntil(lambda: states(opened) == [CopyState.SAME], timeout=20_000)


def test_later_and_discarding_can_be_taken_back(opened, item, outside, qtbot):
    page = edited(opened, item, outside, qtbot)
    offers = page.side.offers
    press(offers, "再等等", qtbot)
    qtbot.waitUntil(lambda: states(opened) == [CopyState.PUT_OFF], timeout=20_000)
    opened.context.undo.undo()
    qtbot.waitUntil(lambda: states(opened) == [CopyState.CHANGED], timeout=20_000)
    press(offers, "丢弃", qtbot)
    qtbot.waitUntil(lambda: not states(opened), timeout=20_000)
    qtbot.waitUntil(lambda: not offers.isVisible(), timeout=5_000)
    away = opened.context.session.services.workspace.layout.copies / PUT_AWAY
    assert [p.name for p in away.rglob("*.docx")] == ["关于评查的通知.docx"]
    opened.context.undo.undo()
    qtbot.waitUntil(lambda: states(opened) == [CopyState.CHANGED], timeout=20_000)
    qtbot.waitUntil(offers.isVisible, timeout=5_000)
    assert outside[0].exists()


def test_the_desk_lists_it_and_leads_there_after_a_restart(opened, item, outside, qtbot, office):
    edited(opened, item, outside, qtbot)
    close_in(opened, qtbot)
    open_in(opened, office, qtbot)
    qtbot.waitUntil(lambda: states(opened) == [CopyState.CHANGED], timeout=20_000)
    desk = page_of(opened, "desk")
    qtbot.waitUntil(desk.offers.isVisible, timeout=5_000)
    assert "《关于印发实施方案的通知》" in desk.offers.lines[0].words.text()
    press(desk.offers, "去看", qtbot)
    page = opened.stack.currentWidget()
    assert page.side.offers.lines[0].copy.item == item


def test_an_item_removed_meanwhile_is_told_on_the_desk(opened, item, outside, qtbot):
    edited(opened, item, outside, qtbot)
    remove_items(opened.context.session.services.workspace, [item])
    reread(opened, qtbot)
    desk = page_of(opened, "desk")
    qtbot.waitUntil(
        lambda: any("回收站" in line.words.text() for line in desk.offers.lines), timeout=20_000
    )
    line = desk.offers.lines[0]
    assert not line.take.isEnabled()
    assert line.away.isEnabled()


def test_a_changed_read_only_copy_is_offered(opened, item, outside, qtbot):
    page = side_at(opened, item)
    page.side.pane.toolbar.open.trigger()
    qtbot.waitUntil(lambda: bool(outside), timeout=20_000)
    outside[0].chmod(0o600)
    save(outside[0], "去掉只读改的")
    qtbot.waitUntil(lambda: states(opened) == [CopyState.CHANGED], timeout=20_000)
    qtbot.waitUntil(page.side.offers.isVisible, timeout=5_000)
    press(page.side.offers, "作为新版本…", qtbot)
    dialog = next(d for d in page.side.offers.findChildren(TakeDialog) if d.isVisible())
    QTest.keyClick(dialog.text, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(revisions(opened, item)) == 2, timeout=30_000)


def test_reading_only_offers_no_copy(opened, item, outside, qtbot, office):
    close_in(opened, qtbot)
    opened.open_workspace(office, read_only=True)
    qtbot.waitUntil(lambda: opened.is_complete, timeout=20_000)
    page = side_at(opened, item)
    qtbot.waitUntil(lambda: page.side.pane.subject is not None, timeout=20_000)
    assert not page.side.pane.toolbar.edit.isEnabled()
    page.side.pane.toolbar.edit.trigger()
    assert outside == []


def test_pages_without_items_of_their_own_offer_none(opened, qtbot):
    from ui.preview.pane import PreviewPane

    pane = PreviewPane(opened.context, opened)
    assert not pane.toolbar.edit.isVisible()
    assert pane.toolbar.edit_button.isHidden()
