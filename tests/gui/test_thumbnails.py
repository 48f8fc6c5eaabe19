"""The grid of small pictures: photos and first pages, drawn in the background and kept."""

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from app.jobs import SilentJob
from app.preview.showing import NamedOriginal
from app.preview.thumbnails import EDGE, thumbnail
from tests.gui.conftest import page_of, reread
from tests.gui.test_indicators import MATERIAL, attach, wait_idle
from tests.support.documents import text_pdf
from ui.shared.targets import TaskTarget


@pytest.fixture
def page(opened, qtbot, tmp_path):
    photo, scan = tmp_path / "评查现场.jpg", tmp_path / "评查通知.pdf"
    Image.new("RGB", (1600, 900), (200, 30, 30)).save(photo)
    text_pdf(scan, ["关于开展案卷评查工作的通知"])
    broken = tmp_path / "坏.pdf"
    broken.write_bytes(b"%PDF-1.4 nothing more")
    attach(opened, [photo, scan, broken], point=1)
    reread(opened, qtbot)
    page = page_of(opened, "indicators")
    page.arrive(TaskTarget("60", MATERIAL))
    yield page
    wait_idle(opened, qtbot)


def folder_of(opened):
    return opened.context.session.services.workspace.layout.cache / "thumbnails-1"


def test_the_grid_draws_what_is_in_sight_and_keeps_it(page, opened, qtbot, preferences):
    panel = page.detail.panel
    assert not folder_of(opened).exists()  # nothing is drawn for the list
    panel.grid.trigger()
    qtbot.waitUntil(lambda: len(list(folder_of(opened).glob("*.png"))) == 2, timeout=30_000)
    wait_idle(opened, qtbot)
    by_name = {row.file_name: row.sha256 for row in panel.model.rows}
    drawn = QImage(str(folder_of(opened) / f"{by_name['评查现场.jpg']}.png"))
    assert max(drawn.width(), drawn.height()) == EDGE
    red = drawn.pixelColor(100, 100)
    assert (red.red() > 180, red.blue() < 60) == (True, True)
    # Tiles lie beside each other, and one is chosen as in the list.
    first, second = (panel.view.visualRect(panel.model.index(n)) for n in (0, 1))
    assert first.top() == second.top()
    assert second.left() >= first.right()
    qtbot.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=second.center())
    assert panel.chosen_rows == [panel.model.rows[1]]
    assert preferences.recalled("indicators/grid") == "on"
    panel.grid.trigger()
    first, second = (panel.view.visualRect(panel.model.index(n)) for n in (0, 1))
    assert first.left() == second.left()
    assert preferences.recalled("indicators/grid") == ""


def test_a_kept_picture_is_read_and_a_broken_file_has_none(page, opened, qtbot):
    session = opened.context.session
    services = session.services
    rows = {row.file_name: row for row in page.detail.panel.model.rows}

    def made(name):
        row = rows[name]
        original = NamedOriginal(row.sha256, row.kind, row.file_name)
        return thumbnail(
            services.workspace, session.viewer, lambda: services.conversion, original, SilentJob()
        )

    assert made("坏.pdf") is None
    content = made("评查通知.pdf")
    kept = folder_of(opened) / f"{rows['评查通知.pdf'].sha256}.png"
    assert kept.read_bytes() == content
    kept.write_bytes(b"kept")
    assert made("评查通知.pdf") == b"kept"
