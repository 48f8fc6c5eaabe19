"""Files and folders that the system should open: what is said where it cannot."""

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from app.dossier.output.start_page import INDEX_HTML
from tests.conftest import REPO
from tests.gui.conftest import page_of
from ui import dialogs


@pytest.fixture
def told(qapp):
    """What message boxes say; each is closed as soon as it is up."""
    found: list[str] = []

    def look() -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            found.append(f"{box.text()}\n{box.informativeText()}")
            box.accept()

    timer = QTimer()
    timer.setInterval(20)
    timer.timeout.connect(look)
    timer.start()
    yield found
    timer.stop()


@pytest.mark.parametrize(
    ("name", "remedy"),
    [
        ("索引.html", "请安装浏览器"),
        ("卷.pdf", "PDF 阅读器"),
        ("计划.xlsx", "WPS"),
        ("日程.ics", "请安装能打开这种文件的程序"),
        ("", "文件管理器"),
    ],
)
def test_where_nothing_opens_it_the_remedy_and_the_place_are_said(
    told, tmp_path: Path, name: str, remedy: str
):
    path = tmp_path / name
    if name:
        path.touch()
    assert not dialogs.show_path(None, path)  # the offscreen system has no programs
    (words,) = told
    assert "没有能打开它的程序" in words
    assert remedy in words
    assert str(path) in words


def test_what_is_gone_is_not_blamed_on_a_program(told, tmp_path: Path):
    dialogs.show_paths(None, [tmp_path / "卷一.pdf", tmp_path / "卷二.pdf"])
    (words,) = told
    assert "已经不在那里" in words
    assert "卷一.pdf" in words


def test_the_index_says_why_it_does_not_open(opened, told, tmp_path: Path):
    page = page_of(opened, "dossiers")
    (tmp_path / INDEX_HTML).write_text("<html></html>", encoding="utf-8")
    page.folder.setText(str(tmp_path))
    page.index_action.setEnabled(True)
    page.index_action.trigger()
    (words,) = told
    assert "请安装浏览器，或打开旁边同名的 PDF" in words


def test_only_these_places_take_the_answer_of_the_system_themselves():
    """Others go through ``show_path``, so that nobody is left without a word."""
    found = {
        path.relative_to(REPO).as_posix()
        for path in (REPO / "ui").rglob("*.py")
        if "open_path(" in path.read_text(encoding="utf-8")
        or "openUrl(" in path.read_text(encoding="utf-8")
    }
    assert found == {"ui/dialogs.py", "ui/preview/copying.py", "ui/shared/working_copies.py"}
