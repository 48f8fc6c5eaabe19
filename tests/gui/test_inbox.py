"""The inbox in the window: the watcher, places by keyboard, undo, what is moved out."""

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLabel

from app.evidence.places import Target
from app.framework.keys import TaskKey
from app.intake.inbox.arrivals import FILED, MOVED_OUT
from app.intake.inbox.watch import WatchSettings
from tests.gui.conftest import close_in
from ui.inbox.digits import spot_by_digit
from ui.inbox.list_view import InboxModel
from ui.inbox.rows import InboxList
from ui.widgets.indicator_search import TaskSpot

TARGET = Target("60", "material_check", "县司法局", 1)
QUICK = WatchSettings(stable_seconds=0.1, scan_seconds=0.3)
WEB, MATERIAL = "web_check", "material_check"


@pytest.fixture
def page(opened):
    """The inbox page, with a watcher that is quicker than people need."""
    keeper = opened.context.session.inbox
    assert keeper.close()
    keeper.start(QUICK)
    opened.show_page("inbox")
    return opened.stack.currentWidget()


@pytest.fixture
def put(opened):
    """Lay a file into the inbox."""

    def lay(name, text=""):
        path = opened.context.session.inbox.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text or f"关于{name}的说明\n", encoding="utf-8")
        return path

    return lay


def names(page):
    return [row.name for row in page.model.rows]


def wait_for(page, qtbot, wanted):
    qtbot.waitUntil(lambda: names(page) == wanted, timeout=30_000)


def filed(opened):
    return opened.context.session.snapshot.filed.get(TaskKey.parse("60/material_check"), ())


def wait_idle(opened, qtbot):
    session = opened.context.session
    qtbot.waitUntil(lambda: session.is_quiet, timeout=30_000)


def test_the_model_keeps_qts_rules(page, put, qtbot):
    put("甲.txt")
    wait_for(page, qtbot, ["甲.txt"])
    model = InboxModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show(page.model.rows)
    model.show(())


def test_what_has_a_place_files_itself_and_is_told(page, opened, put, qtbot):
    path = put("60/材料查证/县司法局/2/通知.txt")
    said = opened.notice.text
    qtbot.waitUntil(lambda: "收件箱：收取 1 件" in said.text(), timeout=30_000)
    qtbot.waitUntil(lambda: len(filed(opened)) == 1, timeout=20_000)
    assert filed(opened)[0].point == 2
    assert not path.exists()
    assert names(page) == []


def test_a_file_at_the_root_waits_with_what_it_seems_to_be(page, opened, put, qtbot):
    put(
        "关于案卷评查的通知.txt",
        "示例县司法局文件\n示法办〔2021〕12号\n关于案卷评查的通知\n2021年4月9日\n",
    )
    wait_for(page, qtbot, ["关于案卷评查的通知.txt"])
    row = page.model.rows[0]
    assert "示法办〔2021〕12号" in row.guesses
    assert row.facts.startswith("纯文本")
    assert page.tabs.tabText(0) == "待归集 1"
    badge = opened.rail.button("inbox").findChild(QLabel)
    assert (badge.text(), badge.isVisible()) == ("1", True)
    pane = page.preview.pane
    qtbot.waitUntil(lambda: "案卷评查" in pane.text.toPlainText(), timeout=10_000)


def test_a_place_is_typed_and_taken_back(page, opened, put, qtbot):
    path = put("通知.txt")
    wait_for(page, qtbot, ["通知.txt"])
    # Typed fast, before the question can open: nothing of it may be lost on the way.
    qtbot.keyClicks(page.view, "60")
    assert page.dialog is None
    qtbot.keyClick(page.view, Qt.Key.Key_Return)
    picker = page.dialog.picker
    assert picker.search.text() == "60"
    picker.unit.choose("县司法局")
    qtbot.keyClicks(picker.spots, "3")
    qtbot.keyClick(picker.spots, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(filed(opened)) == 1, timeout=30_000)
    assert filed(opened)[0].point == 3
    assert not path.exists()
    inbox = page.window().context.session.inbox.folder
    assert len(list((inbox / FILED).rglob("通知.txt"))) == 1
    wait_for(page, qtbot, [])
    wait_idle(opened, qtbot)
    assert opened.menus.undo_action.text() == "撤销 归集 1 件"
    opened.menus.undo_requested.emit()
    wait_for(page, qtbot, ["通知.txt"])
    assert path.exists()
    qtbot.waitUntil(lambda: not filed(opened), timeout=10_000)
    wait_idle(opened, qtbot)
    opened.menus.redo_requested.emit()
    qtbot.waitUntil(lambda: len(filed(opened)) == 1, timeout=10_000)
    wait_for(page, qtbot, [])
    wait_idle(opened, qtbot)


def test_several_at_once_and_the_same_place_again(page, opened, put, qtbot):
    for name in ("1.txt", "2.txt", "10.txt"):
        put(name)
    wait_for(page, qtbot, ["1.txt", "2.txt", "10.txt"])
    page.view.selectAll()
    assert not page.repeat.isEnabled()
    page.view.setCurrentIndex(page.model.index(0))
    qtbot.keyClick(page.view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClicks(page.view, "6")
    qtbot.waitUntil(lambda: page.dialog is not None)  # as soon as the typing pauses
    picker = page.dialog.picker
    qtbot.keyClicks(picker.search, "0")
    qtbot.keyClick(picker.search, Qt.Key.Key_Return)
    qtbot.keyClicks(picker.spots, "1")
    qtbot.keyClick(picker.spots, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(filed(opened)) == 2, timeout=30_000)
    wait_for(page, qtbot, ["10.txt"])
    wait_idle(opened, qtbot)
    assert [row.name for row in page.chosen] == ["10.txt"]
    qtbot.keyClicks(page.view, ".")
    qtbot.waitUntil(lambda: len(filed(opened)) == 3, timeout=30_000)
    assert [row.file_name for row in filed(opened)] == ["1.txt", "2.txt", "10.txt"]
    assert {row.point for row in filed(opened)} == {1}
    wait_idle(opened, qtbot)


def test_what_is_no_evidence_is_moved_out_and_put_back(page, opened, put, qtbot):
    path = put("杂物.txt")
    wait_for(page, qtbot, ["杂物.txt"])
    page.view.setFocus()
    qtbot.keyClick(page.view, Qt.Key.Key_Delete)
    wait_for(page, qtbot, [])
    assert not path.exists()
    assert (
        len(list((page.window().context.session.inbox.folder / MOVED_OUT).rglob("杂物.txt"))) == 1
    )
    qtbot.waitUntil(lambda: page.tabs.tabText(2) == "已移出 1", timeout=10_000)
    page.tabs.setCurrentIndex(2)
    assert page.box is InboxList.MOVED_OUT
    assert names(page) == ["杂物.txt"]
    page.back.trigger()
    qtbot.waitUntil(path.exists, timeout=10_000)
    page.tabs.setCurrentIndex(0)
    wait_for(page, qtbot, ["杂物.txt"])
    wait_idle(opened, qtbot)


def test_a_mark_of_secrecy_keeps_a_file_where_it_is(page, opened, put, qtbot):
    path = put("人事安排.txt", "机密★1年\n正文\n")
    wait_for(page, qtbot, ["人事安排.txt"])
    row = page.model.rows[0]
    assert "密级" in row.trouble
    assert "线下" in row.trouble
    assert row.file_type is None
    assert not page.assign.isEnabled()
    assert not page.out.isEnabled()
    assert page.preview.pane.subject is None
    qtbot.keyClicks(page.view, "6")
    qtbot.keyClick(page.view, Qt.Key.Key_Return)
    assert page.dialog is None
    assert path.exists()


def test_what_could_not_be_taken_in_is_listed_with_its_reason(page, opened, put, qtbot):
    from tests.support import documents

    folder = page.window().context.session.inbox.folder / "60" / "材料查证" / "县司法局"
    folder.mkdir(parents=True)
    documents.archive(folder / "包.zip", {"../外.txt": b"x", "好.txt": b"y"})
    qtbot.waitUntil(lambda: len(filed(opened)) == 2, timeout=30_000)
    qtbot.waitUntil(lambda: not (folder / "包.zip").exists(), timeout=10_000)
    page.look.trigger()
    qtbot.waitUntil(lambda: page.tabs.tabText(1) == "没有收成 1", timeout=10_000)
    page.tabs.setCurrentIndex(1)
    assert "请自行解压" in page.model.rows[0].trouble
    wait_idle(opened, qtbot)


def test_the_watch_ends_with_the_workspace(page, opened, put, qtbot):
    keeper = opened.context.session.inbox
    assert keeper.watching
    assert "inbox" in {thread.name for thread in threading.enumerate()}
    close_in(opened, qtbot)
    assert "inbox" not in {thread.name for thread in threading.enumerate()}


@pytest.mark.parametrize(
    ("method", "digit", "wanted"),
    [(None, 1, (0, WEB)), (None, 2, (1, MATERIAL)), (None, 3, None), (MATERIAL, 2, (3, MATERIAL))],
)
def test_digits_choose_the_method_then_the_point(method, digit, wanted):
    spots = [
        TaskSpot(WEB, "网络检索", 1, ""),
        TaskSpot(MATERIAL, "材料查证", None, ""),
        TaskSpot(MATERIAL, "材料查证", 1, ""),
        TaskSpot(MATERIAL, "材料查证", 2, ""),
    ]
    assert spot_by_digit(spots, method, digit) == wanted


def test_with_one_method_every_digit_is_a_point():
    spots = [TaskSpot(MATERIAL, "材料查证", 1, ""), TaskSpot(MATERIAL, "材料查证", 2, "")]
    assert spot_by_digit(spots, None, 2) == (1, MATERIAL)
    assert spot_by_digit(spots, None, 9) is None


def test_files_with_a_mark_can_be_dealt_with(page, put, opened, qtbot, tmp_path, monkeypatch):
    put("甲.txt", "机密★1年\n通知\n")
    put("乙.txt", "正文。\n" * 200 + "秘密\n" + "正文。\n" * 200)
    put("丙.txt", "机密★1年\n方案\n")
    wait_for(page, qtbot, ["丙.txt", "乙.txt", "甲.txt"])

    def choose(name):
        page.view.setCurrentIndex(page.model.index(names(page).index(name)))

    choose("甲.txt")
    assert not page.assign.isEnabled()
    assert (page.clear.isVisible(), page.erase.isVisible()) == (False, True)
    monkeypatch.setattr("ui.dialogs.ask", lambda *_: True)
    page.erase.trigger()
    wait_for(page, qtbot, ["丙.txt", "乙.txt"])
    choose("丙.txt")
    monkeypatch.setattr("ui.dialogs.choose_folder", lambda *_: tmp_path)
    page.away.trigger()
    wait_for(page, qtbot, ["乙.txt"])
    assert (tmp_path / "丙.txt").read_text(encoding="utf-8") == "机密★1年\n方案\n"
    choose("乙.txt")
    assert page.clear.isVisible()
    assert not page.assign.isEnabled()
    monkeypatch.setattr("ui.dialogs.ask_text", lambda *_: "小说的章名")
    monkeypatch.setattr("ui.inbox.page.ask_place", lambda _, place: place(TARGET))
    page.clear.trigger()
    qtbot.waitUntil(lambda: len(filed(opened)) == 1, timeout=30_000)
    wait_idle(opened, qtbot)


def test_a_name_that_says_its_place_is_proposed_it(page, opened, put, qtbot):
    name = "69-材料查证-要点2 县司法局关于不存在的说明.txt"
    put(name)
    wait_for(page, qtbot, [name])
    page.view.setCurrentIndex(page.model.index(0))
    page.ask_place("")
    assert page.dialog.picker.target == Target("69", "material_check", "县司法局", 2)
    page.dialog.reject()
