"""检索清单 below the evidence of a task: filled, answered, opened, written and undone."""

import openpyxl
import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest

from app.verification.web_check.lookups import LookupResult
from app.verification.web_check.standing import bound_units
from app.verification.web_check.targets import TargetSaid
from ui import dialogs
from ui.shared.targets import TaskTarget
from ui.verification.web_check.lookups import LookupDialog
from ui.verification.web_check.target_list import TargetListDialog
from ui.verification.web_check.targets import TargetDialog, TargetPanel

PAGE = "http://www.example.gov.cn/qzqd"


@pytest.fixture
def page(opened):
    opened.show_page("indicators", TaskTarget("7", "web_check"))
    found = opened.stack.currentWidget()
    found.tools.follow()
    yield found
    for kind in (TargetDialog, TargetListDialog, LookupDialog):
        for dialog in found.findChildren(kind):
            dialog.reject()


@pytest.fixture
def panel(page):
    found = next(each for each in page.tools.shown if isinstance(each, TargetPanel))
    assert found.isVisible()
    return found


class Browser(QObject):
    """Takes the place of the system's browser."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(url.toString())


@pytest.fixture
def browser():
    found = Browser()
    QDesktopServices.setUrlHandler("http", found, "open")
    yield found
    QDesktopServices.unsetUrlHandler("http")


def settle(opened, qtbot):
    session = opened.context.session
    qtbot.waitUntil(lambda: session.is_quiet, timeout=20_000)


def said(panel) -> list[TargetSaid]:
    return [row.said for row in panel.rows]


def test_a_line_is_added_altered_removed_and_undone(opened, panel, qtbot):
    assert panel.head.text() == "检索清单：还没有"
    panel.add.trigger()
    dialog = panel.dialog
    qtbot.waitUntil(dialog.isVisible)
    QTest.keyClicks(dialog.shows, "qzqd")
    QTest.keyClicks(dialog.address, "ftp://x.cn")
    assert not dialog.agree.isEnabled()
    dialog.address.clear()
    QTest.keyClicks(dialog.address, "www.example.gov.cn/qzqd")
    QTest.mouseClick(dialog.agree, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(panel.rows) == 1, timeout=20_000)
    assert said(panel) == [TargetSaid(PAGE, "qzqd")]
    assert panel.rows[0].slot.unit == ""
    units = len(bound_units(opened.context.session.snapshot.registry, panel.rows[0]))
    assert panel.head.text() == f"清单 {units} 条，已检索 0 条"
    settle(opened, qtbot)
    assert not panel.detail.isVisible()
    panel.table.selectRow(0)
    assert panel.detail.isVisible()
    assert panel.detail.text().startswith(f"qzqd　{PAGE}　全部单位")
    panel.remove.trigger()
    qtbot.waitUntil(lambda: not panel.rows, timeout=20_000)
    settle(opened, qtbot)
    opened.context.undo.undo()
    qtbot.waitUntil(lambda: len(panel.rows) == 1, timeout=20_000)
    settle(opened, qtbot)
    opened.context.undo.undo()
    qtbot.waitUntil(lambda: not panel.rows, timeout=20_000)
    settle(opened, qtbot)


def test_a_pasted_table_and_the_proposal_become_lines(opened, panel, qtbot):
    QGuiApplication.clipboard().setText(
        "网址\t要看到什么\nwww.example.gov.cn/qzqd\t权责清单\njavascript:x\t坏的\n"
    )
    panel.paste()
    dialog = panel.list_dialog
    qtbot.waitUntil(dialog.isVisible)
    assert dialog.count.text() == "列入 1 条，1 行没有用上：javascript:x"
    QTest.mouseClick(dialog.suggest, Qt.MouseButton.LeftButton)
    assert [each.shows for each in dialog.said] == [
        "权责清单",
        "全部政府工作部门的权责清单",
        "全部政府工作部门的公共服务事项清单",
    ]
    assert panel.rows == []
    QTest.mouseClick(dialog.agree, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(panel.rows) == 3, timeout=20_000)
    settle(opened, qtbot)
    panel.ask_list("www.example.gov.cn/qzqd\t权责清单")
    assert panel.list_dialog.count.text() == "列入 0 条，重复的 1 条不列入"
    assert not panel.list_dialog.agree.isEnabled()
    panel.list_dialog.reject()
    opened.context.undo.undo()
    qtbot.waitUntil(lambda: not panel.rows, timeout=20_000)
    settle(opened, qtbot)


def test_a_file_is_imported(opened, panel, qtbot, tmp_path, monkeypatch):
    told = []
    monkeypatch.setattr(dialogs, "tell", lambda *words: told.append(words[1:]))
    book = openpyxl.Workbook()
    for row in (("指标", "检索内容", "网址"), (7, "权责清单", PAGE), (9, "收费目录", "")):
        book.active.append(row)
    book.save(tmp_path / "清单.xlsx")
    panel.ask_list()
    dialog = panel.list_dialog
    dialog.read_file(tmp_path / "清单.xlsx")
    qtbot.waitUntil(lambda: bool(dialog.said), timeout=20_000)
    assert dialog.said == (TargetSaid(PAGE, "权责清单"),)
    assert told == [("读到 1 条", "文件里有 1 条是其他指标的，没有放进来。")]
    settle(opened, qtbot)


def test_a_result_is_noted_for_its_line(opened, page, panel, qtbot, tmp_path, browser):
    registry = opened.context.session.snapshot.registry
    page.detail.panel.unit.choose(registry.units_of("7", "web_check")[0])
    page.tools.follow()
    panel.ask_list(f"{PAGE}\t权责清单\n\t公共服务事项清单")
    panel.list_dialog.accept()
    qtbot.waitUntil(lambda: len(panel.rows) == 2, timeout=20_000)
    settle(opened, qtbot)
    panel.table.selectRow(1)
    assert not panel.visit.isEnabled()
    panel.table.selectRow(0)
    panel.visit.trigger()
    assert browser.opened == [PAGE]
    panel.answer.trigger()
    dialog = panel.answer_dialog
    qtbot.waitUntil(dialog.isVisible)
    assert (dialog.address.text(), dialog.sought.text()) == (PAGE, "权责清单")
    dialog.outcome.setCurrentIndex(list(LookupResult).index(LookupResult.CONTRADICTED))
    QTest.mouseClick(dialog.agree, Qt.MouseButton.LeftButton)
    settle(opened, qtbot)
    qtbot.waitUntil(lambda: "不符合 1 条" in panel.head.text(), timeout=20_000)
    settle(opened, qtbot)
    panel.write(tmp_path / "清单.xlsx")
    qtbot.waitUntil((tmp_path / "清单.xlsx").is_file, timeout=20_000)
    settle(opened, qtbot)
    opened.context.undo.undo()
    qtbot.waitUntil(lambda: "不符合" not in panel.head.text(), timeout=20_000)
    settle(opened, qtbot)


def test_an_address_that_nothing_opens_is_told(theme, monkeypatch):
    told = []
    monkeypatch.setattr(dialogs, "tell", lambda *words: told.append(words[2]))
    assert not dialogs.open_page(None, "file:///etc/passwd")
    assert "file:///etc/passwd" in told[0]


def test_tabs_are_as_high_as_the_one_in_sight_and_leave_the_rest_to_the_evidence(
    opened, page, panel, qtbot
):
    store, slot = panel.store, panel.slot_of_new()
    for number in range(4):
        store.add(opened.context.session.services.workspace, slot, TargetSaid("", f"n{number}"))
    panel.read()
    settle(opened, qtbot)
    qtbot.waitUntil(lambda: len(panel.rows) == 4)
    tabs = panel.parentWidget().parentWidget()
    evidence = page.detail.panel.view
    qtbot.waitUntil(lambda: tabs.height() >= panel.minimumSizeHint().height())
    high, room = tabs.height(), evidence.height()
    tabs.setCurrentWidget(page.tools.shown[-1])
    qtbot.waitUntil(lambda: tabs.height() < high)
    qtbot.waitUntil(lambda: evidence.height() > room)
    assert tabs.geometry().top() - evidence.geometry().bottom() < 24
