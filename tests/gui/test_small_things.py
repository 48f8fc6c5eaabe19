"""Small things that people saw: what is counted, ticked, kept and named."""

from dataclasses import fields
from datetime import UTC, date, datetime
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from app.dossier.output.ledger import LedgerEntry, LedgerState, close_ledger
from app.dossier.output.lists import read_ledger, write_ledger
from app.filekind import FileKind, FileType
from app.intake.inbox.waiting import WaitingFile
from app.intake.stamps import FileStamp
from app.problems import Problem, ProblemKind
from tests.gui.conftest import page_of
from ui.desk.rows import blocked_items
from ui.inbox.rows import InboxList, InboxRow, in_place, waiting_row
from ui.review.rows import first_worth_a_look
from ui.shared.targets import TaskTarget
from ui.widgets.ticking import TickByName
from ui.wording import days_in_words, how_long


def test_a_title_just_typed_is_no_guess(filled, qtbot):
    page = page_of(filled, "indicators")
    page.arrive(TaskTarget("60", "material_check"))
    row = next(r for r in page.detail.panel.model.rows if "title" in r.guesses)
    page.detail.panel.choose_item(row.item)
    form = page.side.form
    qtbot.waitUntil(lambda: not form.notes["title"].isHidden())
    form.title.setPlainText("示例县行政执法案卷评查工作报告")
    assert form.notes["title"].isHidden()
    assert not form.title.property("guessed")
    assert not any("题名" in words for words in form.guessed)
    form.title.setPlainText(row.title)
    assert not form.notes["title"].isHidden()


def test_the_desk_counts_files_that_cannot_be_bound(filled, qtbot):
    page = page_of(filled, "desk")
    snapshot = filled.context.session.snapshot
    assert blocked_items(snapshot) == 1  # 空.pdf
    qtbot.waitUntil(lambda: "文件要换或要处理的 1 件" in page.tally.text())
    problem = page._context.theme.colours.problem
    assert f"color:{problem}" + '">待处理 0' not in page.tally.text()


def waiting(*problems):
    archive = FileType(FileKind.ARCHIVE, "application/zip", ".zip", "ZIP 压缩包")
    return WaitingFile(
        Path("来件.zip"),
        FileStamp(10, 1),
        archive,
        problems=problems,
    )


def test_an_archive_in_the_inbox_is_opened_and_promises_no_sheet(qapp):
    row = waiting_row(waiting(Problem(ProblemKind.ARCHIVE_CLOSED)))
    assert not row.serious
    assert row.trouble == "归集时自动解开，里面的文件各成一件"
    assert "登记页" not in row.trouble


def test_rows_that_come_in_follow_those_that_are_there():
    def row(name):
        return InboxRow(Path(name), name, FileKind.OTHER, "")

    a, b, c = row("a"), row("b"), row("c")
    assert in_place([a, b, c], [c, b]) == [c, b, a]
    assert in_place([a, c], []) == [a, c]


@pytest.mark.parametrize(
    ("days", "words"),
    [(1, "1 天"), (99, "99 天"), (100, "3 个月"), (729, "24 个月"), (1855, "5 年")],
)
def test_a_long_time_is_told_as_people_say_it(qapp, days, words):
    assert how_long(days) == words
    assert days_in_words(-days) == f"已过 {words}"


def test_a_cell_opens_where_something_is():
    def slot(*, waits=False, items=0, marks=0):
        return SimpleNamespace(waits=waits, holds=bool(items or marks))

    empty, filled, marked, waits = slot(), slot(items=2), slot(marks=1), slot(waits=True)
    assert first_worth_a_look([empty, filled]) is filled
    assert first_worth_a_look([empty, marked, filled]) is marked
    assert first_worth_a_look([empty, filled, waits]) is waits
    assert first_worth_a_look([empty]) is empty


def test_a_click_on_the_name_ticks(qtbot):
    view = QListWidget()
    qtbot.addWidget(view)
    TickByName(view)
    item = QListWidgetItem("县司法局")
    item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable)
    item.setCheckState(Qt.CheckState.Unchecked)
    view.addItem(item)
    view.show()
    rect = view.visualItemRect(item)
    name, box = (
        QPoint(rect.left() + 60, rect.center().y()),
        QPoint(rect.left() + 8, rect.center().y()),
    )
    for at, state in (
        (name, Qt.CheckState.Checked),
        (name, Qt.CheckState.Unchecked),
        (box, Qt.CheckState.Checked),
        (box, Qt.CheckState.Unchecked),
    ):
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
        assert item.checkState() is state


def test_the_account_is_there_after_a_restart(tmp_path):
    included, doubt = LedgerState.INCLUDED, ("有隐藏的工作表",)
    every = LedgerEntry("表.xlsx", "60", included, "换过", 3, doubt, "60-20-1", "县司法局")
    assert all(getattr(every, each.name) for each in fields(LedgerEntry))
    entries = (every, LedgerEntry("空.pdf", "60", LedgerState.FAILED, "文件是空的", findings=()))
    ledger = close_ledger(2, entries)
    write_ledger(tmp_path, ledger, datetime(2026, 3, 1, tzinfo=UTC))
    assert read_ledger(tmp_path) == ledger
    (tmp_path / "清点单.json").write_text('{"inputs": 3, "entries": []}', encoding="utf-8")
    assert read_ledger(tmp_path) is None
    (tmp_path / "清点单.json").write_text("{", encoding="utf-8")
    assert read_ledger(tmp_path) is None


def test_what_was_filed_is_listed_and_leads_to_the_item(opened, qtbot):
    page = page_of(opened, "inbox")
    inbox = opened.context.session.inbox
    qtbot.waitUntil(lambda: inbox.watching)
    folder = inbox.folder / "60材料查证" / "县司法局"
    folder.mkdir(parents=True)
    (folder / "评查通知.txt").write_text("关于开展案卷评查的通知\n", encoding="utf-8")
    inbox.look_now()
    qtbot.waitUntil(lambda: any(opened.context.session.snapshot.filed.values()), timeout=30_000)
    page.look.trigger()
    qtbot.waitUntil(lambda: page.tabs.tabText(3) == "已归集 1", timeout=10_000)
    page.tabs.setCurrentIndex(3)
    assert page.box is InboxList.FILED
    assert page.model.rows[0].name == "60材料查证/县司法局/评查通知.txt"
    page.view.setCurrentIndex(page.model.index(0))
    assert not page.back.isEnabled()
    assert not page.erase.isEnabled()
    page._on_activated()
    assert opened.stack.currentWidget() is page_of(opened, "indicators")


def test_today():
    assert days_in_words((date(2026, 1, 2) - date(2026, 1, 1)).days) == "还有 1 天"
