"""A workspace that is open for reading only: a lasting sign, and nothing that seems to write."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QWidget

from app.bootstrap import open_services
from app.errors import WorkspaceNotWritable
from app.evidence.places import Target
from app.intake.attach import attach_files
from app.intake.requests import AttachRequest
from app.jobs import SilentJob
from app.workspace.opening import open_workspace
from tests.gui.conftest import close_in
from ui import dialogs
from ui.actions import writes
from ui.pages import PAGES
from ui.read_only import ReadOnlyBar

#: What may be pressed in a workspace that is only read, by the words on it.
READING = {
    "",  # the icons in fields
    "上一处",
    "上一项",
    "下一处",
    "下一种核验方式",
    "下一项",
    "关闭查找",
    "处理…",
    "显示全部",
    "查找指标",
    "返回",
    "预览",
    "缩略图",
    "刷新",
    "复查网址…",
    "更多",  # a menu; what writes in it is disabled
    "打开文件夹",
    "下一个方面",
    "列",
    "另存原件…",
    "列出打印计划",
    "案卷题名",
    "查找材料",
    "转到",
    "上一行",
    "下一行",
    "审核意见表…",
    "生成证明、说明…",
    "到指标查看",
    "只看超期",
    "整改通知…",
    "到 身份与口令",
    "打开所在文件夹",
    "查找单位",
    "知道了",
    "上个月",
    "下个月",
    "今天",
    "催报通知…",
    "导出日历…",
    "加“草稿”水印",
    "封面等单独成张，背面留白",
    "开始体检",
    "换文件夹",
    "编制卷宗",
    "长期保存格式（PDF/A-2b）",
    "打开",
    "操作记录…",
    "测试",
}


@pytest.fixture
def worked_in(office: Path, make_file) -> Path:
    """An office's workspace with an item, and a file in its inbox."""
    with open_services(office) as services:
        request = AttachRequest(
            (make_file("通知.txt"),), Target("60", "material_check", "县司法局", 2)
        )
        attach_files(services.workspace, services.workers, request, SilentJob())
        (services.workspace.layout.inbox / "来件.txt").write_text("见附件", encoding="utf-8")
    return office


@pytest.fixture
def reading(window, worked_in, qtbot, monkeypatch) -> Iterator[object]:
    """The window with a workspace that another program holds."""
    monkeypatch.setattr(dialogs, "ask", lambda *_: True)
    with open_workspace(worked_in):
        window.open_workspace(worked_in)
        qtbot.waitUntil(lambda: window.is_complete, timeout=20_000)
        qtbot.waitUntil(lambda: window.context.session.is_quiet, timeout=20_000)
        yield window
        close_in(window, qtbot)


def pressable(page: QWidget) -> set[str]:
    """The words on all that is enabled."""
    found = {a.text() for a in page.findChildren(QAction) if a.isEnabled() and a.isVisible()}
    for button in page.findChildren(QAbstractButton):
        if button.isEnabled() and button.isVisible():
            found.add(button.text() or button.accessibleName() or button.toolTip())
    return found


def choose_all(page: QWidget, qtbot, session) -> None:
    for view in page.findChildren(QAbstractItemView):
        if view.isVisible() and view.model() is not None and view.model().rowCount():
            view.setCurrentIndex(view.model().index(0, 0))
            qtbot.waitUntil(lambda: session.is_quiet, timeout=20_000)


def test_nothing_that_writes_can_be_pressed_and_all_of_it_says_why(reading, qtbot):
    session = reading.context.session
    assert session.read_only
    told, found = 0, {}
    for spec in PAGES:
        reading.show_page(spec.entry.key)
        page = reading.stack.currentWidget()
        qtbot.waitUntil(lambda: session.is_quiet, timeout=20_000)
        choose_all(page, qtbot, session)
        for target in (*page.findChildren(QAction), *page.findChildren(QWidget)):
            if writes(target):
                assert not target.isEnabled(), target
                assert "只读" in target.toolTip(), target
                told += 1
        if wrong := pressable(page) - READING:
            found[spec.entry.key] = wrong
    assert told > 60
    assert not found, str({k: sorted(v) for k, v in found.items()})


def test_the_sign_stays_on_every_page_and_goes_with_the_workspace(reading, qtbot, worked_in):
    bar = reading.read_only_bar
    for spec in PAGES:
        reading.show_page(spec.entry.key)
        assert bar.isVisible()
        assert "正在使用这个工作区" in bar.text.text()
        assert "重新打开" in bar.text.text()
    close_in(reading, qtbot)
    assert not bar.isVisible()


def test_it_can_be_opened_again_for_writing(window, worked_in, qtbot, monkeypatch):
    monkeypatch.setattr(dialogs, "ask", lambda *_: True)
    with open_workspace(worked_in):
        window.open_workspace(worked_in)
        qtbot.waitUntil(lambda: window.is_complete, timeout=20_000)
    qtbot.mouseClick(window.read_only_bar.again, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(
        lambda: window.is_complete and not window.context.session.read_only, timeout=20_000
    )
    assert not window.read_only_bar.isVisible()
    close_in(window, qtbot)


def test_compiling_asks_for_another_folder_by_itself(reading, qtbot, tmp_path, monkeypatch):
    elsewhere, asked = tmp_path / "别处", []

    def choose(*words: object) -> Path | None:
        asked.append(words)
        return elsewhere if len(asked) == 2 else None

    monkeypatch.setattr(dialogs, "choose_folder", choose)
    reading.show_page("dossiers")
    page = reading.stack.currentWidget()
    qtbot.waitUntil(lambda: page.compile_action.isEnabled(), timeout=20_000)
    page.compile_action.trigger()  # somebody thinks better of it
    assert len(asked) == 1
    page.compile_action.trigger()
    qtbot.waitUntil(lambda: page.dossiers.model().rowCount() > 0, timeout=60_000)
    assert list(elsewhere.rglob("*.pdf"))
    assert len(asked) == 2


def test_a_folder_in_the_workspace_is_no_other_folder(reading, qtbot, monkeypatch):
    told = []
    root = reading.context.session.services.workspace.layout.root
    monkeypatch.setattr(dialogs, "choose_folder", lambda *_: root / "新的")
    monkeypatch.setattr(dialogs, "tell", lambda *words: told.append(words))
    reading.show_page("dossiers")
    page = reading.stack.currentWidget()
    qtbot.waitUntil(lambda: page.compile_action.isEnabled(), timeout=20_000)
    page.compile_action.trigger()
    assert len(told) == 1
    assert not (root / "新的").exists()


def test_the_sign_names_the_disk_in_the_reader_s_words(qapp):
    bar = ReadOnlyBar()
    bar.tell(WorkspaceNotWritable(Path("/媒体"), "Read-only file system"))
    assert "磁盘或 U 盘是只读的" in bar.text.text()
    assert "复制" in bar.text.text()
