"""Pages of an item in the window: turned at the preview, set up in the dialog, taken back."""

import pypdfium2
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.evidence.listing import list_filed
from app.evidence.places import Target
from app.intake.attach import attach_files
from app.intake.requests import AttachRequest
from app.jobs import SilentJob
from app.page_setup import AS_THEY_ARE, Cut, PageSetup, Paper, page_setup
from app.preview.showing import NamedOriginal
from tests.gui.conftest import reread
from tests.support.documents import text_pdf
from tests.unit.test_conversion_tilts import page as scanned_page
from ui.shared.targets import ItemTarget

UNIT = "县司法局"


@pytest.fixture
def attached(opened, qtbot):
    """Attach a file and turn to it; returns its item."""

    def attach(path):
        services = opened.context.session.services
        request = AttachRequest((path,), Target("60", "material_check", UNIT, 1))
        report = attach_files(services.workspace, services.workers, request, SilentJob())
        item = report.outcomes[0].item_id
        reread(opened, qtbot)
        page = page_of(opened)
        with qtbot.waitSignal(page.side.pane.settled, timeout=60_000):
            page.arrive(ItemTarget(item))
        return item

    return attach


def page_of(window):
    window.show_page("indicators")
    return window.stack.currentWidget()


def pane_of(window):
    return page_of(window).side.pane


def row_of(window, item):
    with window.context.session.services.workspace.database.reading() as session:
        return next(row for row in list_filed(session) if row.item == item)


def dialog_for(window, qtbot):
    pane = pane_of(window)
    pane.toolbar.set_up.trigger()
    qtbot.waitUntil(lambda: pane.setter.dialog is not None, timeout=10_000)
    dialog = pane.setter.dialog
    qtbot.waitUntil(lambda: dialog.draft is not None and not dialog.busy, timeout=60_000)
    return dialog


@pytest.fixture
def report(tmp_path):
    return text_pdf(tmp_path / "评查报告.pdf", ["一", "二", "三"])


def test_a_turned_page_is_kept_shown_and_taken_back(opened, attached, report, qtbot):
    item = attached(report)
    pane = pane_of(opened)
    pane.pages.go_to(1)
    QTest.keyClick(
        opened, Qt.Key.Key_R, Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
    )
    qtbot.waitUntil(
        lambda: (
            pane.pages.shown is not None
            and pane.pages.shown.sizes[1].width > pane.pages.shown.sizes[1].height
        ),
        timeout=60_000,
    )
    assert row_of(opened, item).pages == page_setup(3, turns={2: 90})
    assert pane.pages.page == 1
    sizes = pane.pages.shown.sizes
    assert sizes[0].width < sizes[0].height
    # Two quick turns count twice, though the row was read before.
    pane.toolbar.turn.trigger()
    pane.toolbar.turn.trigger()
    qtbot.waitUntil(lambda: row_of(opened, item).pages.turn_of(2) == 270, timeout=60_000)
    for _ in range(3):
        opened.context.undo.undo()
        qtbot.waitUntil(lambda: opened.context.session.is_quiet, timeout=20_000)
    qtbot.waitUntil(lambda: row_of(opened, item).pages == AS_THEY_ARE, timeout=20_000)
    qtbot.waitUntil(lambda: not pane.busy, timeout=60_000)


def test_pages_and_paper_are_chosen_with_a_reason(opened, attached, report, qtbot):
    item = attached(report)
    dialog = dialog_for(opened, qtbot)
    assert dialog.strip.count() == 3
    dialog.range.setFocus()
    QTest.keyClicks(dialog.range, "2-5")
    assert "这份文件有 3 页" in dialog.wrong.text()
    dialog.range.clear()
    QTest.keyClicks(dialog.range, "2,3")
    assert "第 1 页不装订" in dialog.wrong.text()
    assert not dialog.agree.isEnabled()
    dialog.reason.lineEdit().insert("封面不装")
    dialog.paper.setCurrentIndex(dialog.paper.findData(Paper.OWN.value))
    dialog.paper.activated.emit(dialog.paper.currentIndex())
    dialog.strip.setCurrentRow(2)
    QTest.mouseClick(dialog.left, Qt.MouseButton.LeftButton)
    assert dialog.agree.isEnabled()
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    wanted = page_setup(
        3, bound=[2, 3], reason="封面不装", turns={3: 270}, paper=Paper.OWN, size=(185, 260)
    )
    qtbot.waitUntil(lambda: row_of(opened, item).pages == wanted, timeout=20_000)
    pane = pane_of(opened)
    qtbot.waitUntil(lambda: pane.pages.page_count == 2, timeout=60_000)
    assert "只装订第2—3页" in pane.note.text()
    # The second page shown is the third of the file: the dialog opens there.
    pane.pages.go_to(1)
    again = dialog_for(opened, qtbot)
    assert again.strip.currentRow() == 2
    assert again.range.text() == "2-3"
    again.reset.click()
    again.accept()
    qtbot.waitUntil(lambda: row_of(opened, item).pages == AS_THEY_ARE, timeout=20_000)
    # What was written is shown before the way back is kept.
    qtbot.waitUntil(lambda: opened.context.session.is_quiet, timeout=20_000)
    opened.context.undo.undo()
    qtbot.waitUntil(lambda: row_of(opened, item).pages == wanted, timeout=20_000)
    qtbot.waitUntil(lambda: not pane.busy, timeout=60_000)


def test_pages_are_left_out_and_taken_in_by_key(opened, attached, report, qtbot):
    attached(report)
    dialog = dialog_for(opened, qtbot)
    dialog.strip.selectAll()
    QTest.mouseClick(dialog.bind, Qt.MouseButton.LeftButton)
    assert "至少要装订一页" in dialog.wrong.text()
    dialog.strip.setCurrentRow(0)
    assert dialog.bind.text() == "装订"
    QTest.mouseClick(dialog.bind, Qt.MouseButton.LeftButton)
    assert dialog.range.text() == "1"
    dialog.reject()


def test_a_crooked_scan_is_measured_and_seen_before_it_is_kept(opened, attached, tmp_path, qtbot):
    crooked = scanned_page().rotate(2, Image.Resampling.BICUBIC, fillcolor=235)
    crooked.resize((1280, 1800)).save(tmp_path / "扫描件.pdf", resolution=150)
    item = attached(tmp_path / "扫描件.pdf")
    dialog = dialog_for(opened, qtbot)
    QTest.mouseClick(dialog.straight, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: 1 in dialog.draft.tilts, timeout=60_000)
    assert dialog.draft.tilts[1] == pytest.approx(200, abs=20)
    assert "已摆正" in dialog.note.text()
    assert dialog.straight.text() == "不摆正"
    assert row_of(opened, item).pages == AS_THEY_ARE
    dialog.accept()
    qtbot.waitUntil(lambda: row_of(opened, item).pages.tilts != (), timeout=20_000)
    pane = pane_of(opened)
    qtbot.waitUntil(lambda: not pane.busy and not pane.pages.drawer.busy, timeout=60_000)
    original = opened.context.session.services.workspace.originals.path(row_of(opened, item).sha256)
    assert len(pypdfium2.PdfDocument(original)) == 1


def test_a_turned_photo_is_turned_in_the_grid_too(opened, attached, tmp_path, qtbot):
    Image.new("RGB", (800, 500), "navy").save(tmp_path / "照片.jpg")
    item = attached(tmp_path / "照片.jpg")
    page, pane = page_of(opened), pane_of(opened)
    pane.toolbar.turn_left.trigger()
    qtbot.waitUntil(lambda: row_of(opened, item).pages.turn_of(1) == 270, timeout=60_000)
    row = row_of(opened, item)
    original = NamedOriginal(row.sha256, row.kind, row.file_name, pages=row.pages)
    qtbot.waitUntil(lambda: page.thumbnails.of(original) is not None, timeout=60_000)
    picture = page.thumbnails.of(original)
    assert picture.height() > picture.width()
    qtbot.waitUntil(lambda: not pane.busy, timeout=60_000)


def test_what_is_not_an_item_turns_in_the_view_only(opened, report, qtbot):
    pane = pane_of(opened)
    assert pane.toolbar.set_up_button.isHidden()
    assert "只转画面" in pane.toolbar.turn.toolTip()


def test_a_long_picture_is_put_on_one_page(opened, attached, tmp_path, qtbot):
    Image.new("RGB", (1080, 9_000), "white").save(tmp_path / "截图.png")
    item = attached(tmp_path / "截图.png")
    dialog = dialog_for(opened, qtbot)
    cut = dialog.strip.count()
    assert cut > 3
    assert dialog.cut.isVisibleTo(dialog)
    dialog.cut.setFocus()
    QTest.keyClick(dialog.cut, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: dialog.draft is not None and not dialog.busy, timeout=60_000)
    assert dialog.strip.count() == 1
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    wanted = PageSetup(cut=Cut.WHOLE)
    qtbot.waitUntil(lambda: row_of(opened, item).pages == wanted, timeout=20_000)
    pane = pane_of(opened)
    session = opened.context.session

    def settled():
        return session.is_quiet and not pane.busy and pane.toolbar.turn.isEnabled()

    qtbot.waitUntil(settled, timeout=60_000)
    pane.toolbar.turn.trigger()
    turned = page_setup(1, turns={1: 90}, cut=Cut.WHOLE)
    qtbot.waitUntil(lambda: row_of(opened, item).pages == turned, timeout=60_000)
    qtbot.waitUntil(settled, timeout=60_000)
    again = dialog_for(opened, qtbot)
    assert again.strip.count() == 1
    again.reset.click()
    qtbot.waitUntil(lambda: again.strip.count() == cut and not again.busy, timeout=60_000)
    again.accept()
    qtbot.waitUntil(lambda: row_of(opened, item).pages == AS_THEY_ARE, timeout=20_000)
    qtbot.waitUntil(settled, timeout=60_000)
    opened.context.undo.undo()
    qtbot.waitUntil(lambda: row_of(opened, item).pages == turned, timeout=20_000)
    qtbot.waitUntil(lambda: not pane.busy, timeout=60_000)


def test_only_pictures_are_offered_to_be_cut(opened, attached, report, qtbot):
    attached(report)
    dialog = dialog_for(opened, qtbot)
    assert not dialog.cut.isVisibleTo(dialog)
    dialog.reject()
