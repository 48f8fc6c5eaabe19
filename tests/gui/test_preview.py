"""The preview: pages, pictures, text and conversions, on real files, with real events."""

import io
import os
from random import Random

import pikepdf
import pytest
from PIL import Image
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from reportlab.pdfgen.canvas import Canvas

from app.evidence.places import Target
from app.filekind import FileKind, FileType
from app.filetypes import sniff
from app.framework.keys import TaskKey
from app.intake.attach import attach_files
from app.intake.requests import AttachRequest
from app.jobs import SilentJob
from app.typesetting.fonts import FontRole, base_font_name
from tests.gui.conftest import reread
from ui import dialogs
from ui.preview.layout import Fit
from ui.preview.pane import PreviewPane
from ui.shared.targets import ItemTarget


@pytest.fixture
def pane(opened, qtbot):
    made = PreviewPane(opened.context)
    made.resize(460, 640)
    made.show()
    qtbot.addWidget(made)
    return made


def show(pane, path, qtbot):
    with qtbot.waitSignal(pane.settled, timeout=30_000):
        pane.show_file(path, sniff(path, path.name), path.name)
    qtbot.waitUntil(lambda: not pane.pages.drawer.busy, timeout=30_000)


def make_pdf(path, pages=3, words="evidence"):
    canvas = Canvas(str(path), pagesize=(595, 842))
    for number in range(1, pages + 1):
        canvas.setFillColorRGB(0, 0, 0)
        canvas.drawString(100, 700, f"{words} on page {number}")
        canvas.setFillColorRGB(1, 0, 0)
        canvas.rect(0, 0, 595, 100, stroke=0, fill=1)
        canvas.showPage()
    canvas.save()
    return path


def colour_at(pane, across, down, page=0):
    """The colour that is painted at a share of a page."""
    place = pane.pages.column.places[page].rect
    x = place.left() + round(across * place.width()) - pane.pages.horizontalScrollBar().value()
    y = place.top() + round(down * place.height()) - pane.pages.verticalScrollBar().value()
    return pane.pages.viewport().grab().toImage().pixelColor(QPoint(x, y)).name()


def test_a_pdf_is_drawn_and_walked_through(pane, qtbot, tmp_path):
    show(pane, make_pdf(tmp_path / "三页.pdf"), qtbot)
    view = pane.pages
    assert pane.stack.currentWidget() is view
    assert view.page_count == 3
    view.set_fit(Fit.PAGE)
    qtbot.waitUntil(lambda: colour_at(pane, 0.5, 0.95) == "#ff0000", timeout=10_000)
    assert colour_at(pane, 0.5, 0.5) == "#ffffff"
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    assert view.page == 1
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.page == 2
    box = pane.toolbar.page
    box.setFocus()
    box.selectAll()
    qtbot.keyClicks(box, "1")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert view.page == 0
    assert not pane.toolbar.earlier.isEnabled()
    qtbot.waitUntil(lambda: not view.drawer.busy, timeout=10_000)


def wheel(view, steps, modifiers):
    spot = QPointF(view.viewport().rect().center())
    event = QWheelEvent(
        spot,
        view.viewport().mapToGlobal(spot),
        QPoint(),
        QPoint(0, 120 * steps),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), event)


def test_zoom_by_wheel_keys_and_fit(pane, qtbot, tmp_path):
    show(pane, make_pdf(tmp_path / "a.pdf"), qtbot)
    view = pane.pages
    fitted = view.scale
    assert view.column.places[0].rect.width() == view.viewport().width() - 20
    wheel(view, 2, Qt.KeyboardModifier.ControlModifier)
    assert view.fit is Fit.FREE
    assert view.scale > fitted * 1.2
    pane.toolbar.larger.trigger()
    larger = view.scale
    qtbot.keyClick(view, Qt.Key.Key_Minus)
    assert view.scale < larger
    pane.toolbar.fit_width.trigger()
    assert view.scale == pytest.approx(fitted)
    view.set_scale(8.0)
    assert view.horizontalScrollBar().maximum() > 0
    assert len(view.orders(view.column.places[0], view.seen())) < 8, "only what is seen"
    qtbot.waitUntil(lambda: not view.drawer.busy, timeout=20_000)


def test_words_are_found_marked_and_stepped_through(pane, qtbot, tmp_path):
    show(pane, make_pdf(tmp_path / "a.pdf", pages=30), qtbot)
    pane.pages.setFocus()
    qtbot.keyClick(pane.pages, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    bar = pane.search_bar
    assert bar.isVisible()
    qtbot.keyClicks(bar.words, "EVIDENCE on page 2")
    qtbot.waitUntil(lambda: len(pane.search.hits) == 11 and not pane.search.running, timeout=20_000)
    assert bar.count.text() == "1/11"
    assert pane.pages.page == 1
    qtbot.keyClick(bar.words, Qt.Key.Key_Return)
    assert (bar.count.text(), pane.pages.page) == ("2/11", 19)
    qtbot.keyClick(bar.words, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(bar.words, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert (bar.count.text(), pane.pages.page) == ("11/11", 28)
    bar.words.setText("nowhere")
    qtbot.waitUntil(lambda: bar.count.text() == "没有找到", timeout=20_000)
    qtbot.keyClick(bar.words, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    qtbot.waitUntil(lambda: not pane.pages.drawer.busy, timeout=20_000)


def test_chinese_words_that_run_over_a_line_are_found(pane, qtbot, tmp_path):
    font = base_font_name(FontRole.BODY)
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=(595, 842))
    canvas.setFont(font, 16)
    canvas.drawString(400, 700, "关于开展行政")
    canvas.drawString(100, 670, "复议工作的通知")
    canvas.save()
    show(pane, tmp_path / "a.pdf", qtbot)
    pane.search_bar.open()
    pane.search_bar.words.setText("行政复议")
    qtbot.waitUntil(lambda: len(pane.search.hits) == 1, timeout=20_000)
    assert len(pane.search.hits[0].boxes) == 2


def test_scans_say_that_there_is_no_text(pane, qtbot, tmp_path):
    picture = io.BytesIO()
    Image.new("RGB", (200, 280), "navy").save(picture, "PDF")
    (tmp_path / "扫描.pdf").write_bytes(picture.getvalue())
    show(pane, tmp_path / "扫描.pdf", qtbot)
    pane.search_bar.open()
    pane.search_bar.words.setText("通知")
    qtbot.waitUntil(lambda: "扫描件" in pane.search_bar.count.text(), timeout=20_000)


def test_a_locked_pdf_says_so_and_what_to_do(pane, qtbot, tmp_path):
    make_pdf(tmp_path / "a.pdf")
    with pikepdf.open(tmp_path / "a.pdf") as pdf:
        pdf.save(tmp_path / "锁.pdf", encryption=pikepdf.Encryption(user="u", owner="o"))
    show(pane, tmp_path / "锁.pdf", qtbot)
    assert pane.stack.currentWidget() is pane.message
    assert "密码" in pane.message.text.text()
    assert "取消密码" in pane.message.detail.text()


def test_a_broken_file_says_so(pane, qtbot, tmp_path):
    (tmp_path / "坏.pdf").write_bytes(b"%PDF-1.7\n" + Random(1).randbytes(3000))
    with qtbot.waitSignal(pane.settled, timeout=60_000):
        pane.show_file(
            tmp_path / "坏.pdf", FileType(FileKind.PDF, "application/pdf", ".pdf", "PDF"), "坏.pdf"
        )
    assert pane.stack.currentWidget() is pane.message
    assert "损坏" in pane.message.text.text()
    assert pane.toolbar.save.isEnabled()


def test_a_photo_stands_upright_and_turns_in_the_view_only(pane, qtbot, tmp_path):
    photo = Image.new("RGB", (600, 400), "blue")
    photo.paste("red", (0, 0, 300, 400))
    exif = Image.Exif()
    exif[0x0112] = 6  # the camera was held upright: the left side is the top
    photo.save(tmp_path / "照片.jpg", exif=exif, quality=95)
    before = (tmp_path / "照片.jpg").read_bytes()
    show(pane, tmp_path / "照片.jpg", qtbot)
    rect = pane.pages.column.places[0].rect
    assert rect.height() > rect.width()
    red, blue = "#fe0000", "#0000fe"
    qtbot.waitUntil(lambda: colour_at(pane, 0.5, 0.1) == red, timeout=10_000)
    assert colour_at(pane, 0.5, 0.9) == blue
    pane.toolbar.turn.trigger()
    rect = pane.pages.column.places[0].rect
    assert rect.width() > rect.height()
    qtbot.waitUntil(lambda: colour_at(pane, 0.9, 0.5) == red, timeout=10_000)
    assert colour_at(pane, 0.1, 0.5) == blue
    assert (tmp_path / "照片.jpg").read_bytes() == before


def test_a_tiff_has_pages(pane, qtbot, tmp_path):
    pages = [Image.new("L", (300, 200 + 100 * n), 40 * n) for n in range(3)]
    pages[0].save(tmp_path / "多页.tif", save_all=True, append_images=pages[1:])
    show(pane, tmp_path / "多页.tif", qtbot)
    assert [size.height for size in pane.pages.shown.sizes] == [200, 300, 400]


def test_text_is_read_in_its_encoding(pane, qtbot, tmp_path):
    (tmp_path / "说明.txt").write_bytes("关于案卷评查的说明\n".encode("gb18030") * 50)
    show(pane, tmp_path / "说明.txt", qtbot)
    assert pane.stack.currentWidget() is pane.text
    assert pane.text.toPlainText().startswith("关于案卷评查的说明")
    pane.search_bar.open()
    pane.search_bar.words.setText("评查")
    qtbot.waitUntil(lambda: pane.search_bar.count.text() == "1/50", timeout=10_000)


def test_walking_quickly_prepares_only_the_last(pane, opened, qtbot, tmp_path):
    files = [make_pdf(tmp_path / f"{n}.pdf", pages=1) for n in range(50)]
    begun = []
    pane.loader.begun.connect(lambda: begun.append(pane.subject.name))
    kind = sniff(files[0], "a.pdf")
    for path in files:
        pane.show_file(path, kind, path.name)
        QApplication.processEvents()
    qtbot.waitUntil(lambda: pane.pages.shown is not None, timeout=20_000)
    assert pane.pages.shown.file.path == files[-1]
    assert begun[-1] == "49.pdf"
    assert len(begun) < 10
    qtbot.waitUntil(lambda: not pane.pages.drawer.busy, timeout=10_000)


def test_nothing_is_prepared_while_nobody_looks(pane, qtbot, tmp_path):
    pane.hide()
    path = make_pdf(tmp_path / "a.pdf")
    pane.show_file(path, sniff(path, path.name), path.name)
    assert not pane.busy
    with qtbot.waitSignal(pane.settled, timeout=20_000):
        pane.show()
    assert pane.pages.page_count == 3
    qtbot.waitUntil(lambda: not pane.pages.drawer.busy, timeout=10_000)


def attach(opened, paths):
    services = opened.context.session.services
    request = AttachRequest(tuple(paths), Target("60", "material_check", "县司法局"))
    attach_files(services.workspace, services.workers, request, SilentJob())


def refreshed(opened, qtbot):
    reread(opened, qtbot)
    return opened.context.session.snapshot.filed[TaskKey.parse("60/material_check")]


@pytest.mark.office
def test_office_files_are_converted_once(pane, opened, qtbot, tmp_path):
    docx = pytest.importorskip("docx")
    document = docx.Document()
    document.add_paragraph("关于开展行政复议工作的通知")
    document.save(tmp_path / "通知.docx")
    attach(opened, [tmp_path / "通知.docx"])
    (row,) = refreshed(opened, qtbot)
    converting = []
    pane.loader.converting.connect(lambda: converting.append(1))
    with qtbot.waitSignal(pane.settled, timeout=120_000):
        pane.show_item(row)
    assert converting
    assert pane.pages.page_count == 1
    pane.clear()
    with qtbot.waitSignal(pane.settled, timeout=10_000):
        pane.show_item(row)
    qtbot.waitUntil(lambda: not pane.pages.drawer.busy, timeout=10_000)


@pytest.mark.samples
def test_ofd_files_are_converted(pane, qtbot, samples):
    path = sorted((samples / "ofd").glob("*.ofd"))[0]
    show(pane, path, qtbot)
    assert pane.pages.page_count >= 1


def test_copies_are_handed_out_and_never_the_original(pane, opened, qtbot, tmp_path, monkeypatch):
    attach(opened, [make_pdf(tmp_path / "评查 通知.pdf")])
    (row,) = refreshed(opened, qtbot)
    with qtbot.waitSignal(pane.settled, timeout=20_000):
        pane.show_item(row)
    outside = []
    monkeypatch.setattr(dialogs, "open_path", lambda path: outside.append(path) or True)
    pane.toolbar.open.trigger()
    qtbot.waitUntil(lambda: bool(outside), timeout=10_000)
    workspace = opened.context.session.services.workspace
    assert outside[0].name == "评查 通知.pdf"
    assert workspace.layout.originals not in outside[0].parents
    assert not os.access(outside[0], os.W_OK) or os.geteuid() == 0
    assert outside[0].stat().st_mode & 0o222 == 0
    target = tmp_path / "另存.pdf"
    monkeypatch.setattr(dialogs, "choose_target", lambda *_a: target)
    pane.toolbar.save.trigger()
    qtbot.waitUntil(target.exists, timeout=10_000)
    assert target.read_bytes() == workspace.originals.path(row.sha256).read_bytes()
    qtbot.waitUntil(lambda: "已另存" in opened.notice.text.text(), timeout=10_000)
    qtbot.waitUntil(lambda: not pane.pages.drawer.busy, timeout=10_000)


def test_the_indicator_page_shows_the_chosen_item(opened, qtbot, tmp_path):
    attach(opened, [make_pdf(tmp_path / "甲.pdf"), make_pdf(tmp_path / "乙.pdf", words="other")])
    rows = refreshed(opened, qtbot)
    opened.show_page("indicators")
    page = opened.stack.currentWidget()
    page.arrive(ItemTarget(rows[1].item))
    pane = page.side.pane
    qtbot.waitUntil(lambda: pane.pages.page_count == 3, timeout=30_000)
    assert pane.subject.name == rows[1].file_name
    view = page.detail.panel.view
    view.selectAll()
    assert "选中了 2 件" in pane.message.detail.text()
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert not pane.isVisible()
    assert opened.context.preferences.recalled("item-side") == "description"
    page.side.toggle.trigger()
    assert pane.isVisible()
    qtbot.waitUntil(lambda: not pane.pages.drawer.busy, timeout=10_000)
