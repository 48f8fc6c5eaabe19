"""身份与口令, locking, the log, and a workspace made from a task package."""

import csv
import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QDialog

from app.eventlog import Entry, append_events
from app.exchange.kinds import PackageKind
from app.exchange.sending import pack_task
from app.identity.people import add_person, list_people
from app.identity.service import Identity
from app.identity.trust import Peer, confirm, list_trusted
from app.jobs import SilentJob
from app.workspace.opening import open_workspace
from tests.gui.conftest import open_in
from ui import dialogs
from ui.log.dialog import LogDialog
from ui.settings.identity.dialogs import PassphraseDialog, PersonDialog
from ui.settings.sitting import SittingDialog
from ui.welcome.from_task import FromTaskDialog

PASSPHRASE = "correct horse battery"


def section_of(window, path, qtbot):
    open_in(window, path, qtbot)
    qtbot.waitUntil(lambda: window.is_complete, timeout=20_000)
    window.show_page("settings", "identity")
    section = window.stack.currentWidget().identity
    qtbot.waitUntil(lambda: section.keys.reading is not None, timeout=20_000)
    return section


def left(window, qtbot):
    window.close_workspace()
    qtbot.waitUntil(lambda: window.context is None, timeout=20_000)


def quiet(window, qtbot):
    qtbot.waitUntil(lambda: window.context.session.is_quiet, timeout=20_000)


def dialog_of(kind, parent, qtbot):
    qtbot.waitUntil(lambda: any(d.isVisible() for d in parent.findChildren(kind)), timeout=20_000)
    return next(d for d in parent.findChildren(kind) if d.isVisible())


def people(window):
    with window.context.session.services.workspace.database.reading() as session:
        return list_people(session, with_retired=True)


# --- pass-phrase ---------------------------------------------------------------------------------


def test_a_passphrase_stands_before_the_workspace(window, office, qtbot):
    section = section_of(window, office, qtbot)
    assert not section.keys.lock_action.isEnabled()
    section.keys.set_action.trigger()
    dialog = dialog_of(PassphraseDialog, section, qtbot)
    QTest.keyClicks(dialog.new, "short")
    assert "至少要 10 个字符" in dialog.wrong.text()
    assert not dialog.agree.isEnabled()
    dialog.new.setText(PASSPHRASE)
    dialog.again.setText(PASSPHRASE + "x")
    assert not dialog.agree.isEnabled()
    dialog.again.setText(PASSPHRASE)
    dialog.accept()
    qtbot.waitUntil(section.keys.lock_action.isEnabled, timeout=20_000)
    assert section.keys.set_action.text() == "更改口令…"
    quiet(window, qtbot)
    # Locking hides everything at once.
    section.keys.lock_action.trigger()
    assert window.stack.currentWidget() is window.lock_page
    assert window.rail.isHidden() or not window.rail.isVisible()
    window.show_page("indicators")
    assert window.stack.currentWidget() is window.lock_page
    left(window, qtbot)

    open_in(window, office, qtbot)
    page = window.lock_page
    assert window.stack.currentWidget() is page
    QTest.keyClicks(page.field, "wrong horse battery")
    QTest.keyClick(page.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "口令不对" in page.wrong.text(), timeout=20_000)
    assert window.stack.currentWidget() is page
    page.field.setText(PASSPHRASE)
    QTest.keyClick(page.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.stack.currentWidget() is not page, timeout=20_000)
    assert window.rail.isVisible()
    quiet(window, qtbot)


def test_a_passphrase_is_taken_away_only_with_it(window, office, qtbot, monkeypatch):
    with open_workspace(office) as workspace:
        Identity(workspace).set_passphrase(PASSPHRASE)
    told = []
    monkeypatch.setattr(dialogs, "tell", lambda _parent, text, detail="": told.append(text))
    open_in(window, office, qtbot)
    window.lock_page.field.setText(PASSPHRASE)
    QTest.keyClick(window.lock_page.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.stack.currentWidget() is not window.lock_page, timeout=20_000)
    qtbot.waitUntil(lambda: window.is_complete, timeout=20_000)
    window.show_page("settings", "identity")
    section = window.stack.currentWidget().identity
    qtbot.waitUntil(section.keys.remove_action.isEnabled, timeout=20_000)
    for given, protected in (("something else", True), (PASSPHRASE, False)):
        section.keys.remove_action.trigger()
        dialog = dialog_of(PassphraseDialog, section, qtbot)
        dialog.old.setText(given)
        dialog.accept()
        quiet(window, qtbot)
        assert window.context.session.services.identity.protected is protected
    assert told == ["口令不对"]


def test_locking_without_a_passphrase_says_where_to_set_one(opened, qtbot):
    opened.menus.lock_action.trigger()
    assert opened.notice.text.text() == "还没有设口令，锁不上"
    assert opened.stack.currentWidget() is not opened.lock_page


def test_keys_are_saved_and_restored(window, office, qtbot, monkeypatch, tmp_path):
    section = section_of(window, office, qtbot)
    target = tmp_path / "密钥.json"
    monkeypatch.setattr(dialogs, "choose_target", lambda *_words: target)
    monkeypatch.setattr(dialogs, "choose_file", lambda *_words: target)
    section.keys.save_action.trigger()
    dialog = dialog_of(PassphraseDialog, section, qtbot)
    dialog.new.setText(PASSPHRASE)
    dialog.again.setText(PASSPHRASE)
    dialog.accept()
    qtbot.waitUntil(target.is_file, timeout=20_000)
    quiet(window, qtbot)
    saved = json.loads(target.read_text(encoding="utf-8"))["fingerprint"]
    qtbot.waitUntil(lambda: section.keys.fingerprint.text() == saved, timeout=20_000)
    section.keys.restore_action.trigger()
    dialog = dialog_of(PassphraseDialog, section, qtbot)
    dialog.old.setText(PASSPHRASE)
    dialog.accept()
    qtbot.waitUntil(lambda: window.notice.text.text() == "密钥已恢复", timeout=20_000)
    quiet(window, qtbot)
    assert section.keys.fingerprint.text() == saved


# --- people and partners -------------------------------------------------------------------------


def test_people_are_registered_corrected_seated_and_retired(window, office, qtbot, monkeypatch):
    section = section_of(window, office, qtbot)
    section.people.add_action.trigger()
    dialog = dialog_of(PersonDialog, section, qtbot)
    assert not dialog.agree.isEnabled()
    dialog.name.setText("王芳")
    dialog.duty.setText("股长")
    dialog.accept()
    qtbot.waitUntil(lambda: len(section.people.people.lines.rows) == 1, timeout=20_000)
    section.people.people.selectRow(0)
    section.people.sit_action.trigger()
    qtbot.waitUntil(
        lambda: str(section.people.people.lines.index(0, 3).data()) == "现在使用", timeout=20_000
    )
    assert window.context.session.services.workspace.database.actor == "王芳"
    section.people.edit_action.trigger()
    dialog = dialog_of(PersonDialog, section, qtbot)
    dialog.phone.setText("0375-1")
    dialog.accept()
    qtbot.waitUntil(lambda: people(window)[0].phone == "0375-1", timeout=20_000)
    quiet(window, qtbot)
    monkeypatch.setattr(dialogs, "ask", lambda *_words, **_more: True)
    section.people.people.selectRow(0)
    section.people.retire_action.trigger()
    qtbot.waitUntil(lambda: people(window)[0].retired, timeout=20_000)
    quiet(window, qtbot)
    assert not section.people.edit_action.isEnabled()
    tester = QAbstractItemModelTester(
        section.people.people.lines, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    tester.deleteLater()


def test_who_sits_here_is_asked_once(window, office, qtbot):
    with open_workspace(office) as workspace, workspace.database.writing() as work:
        add_person(work, "王芳")
        add_person(work, "李明")
        work.commit()
    open_in(window, office, qtbot)
    dialog = dialog_of(SittingDialog, window, qtbot)
    dialog.list.setCurrentRow(1)
    dialog.accept()
    services = window.context.session.services
    qtbot.waitUntil(lambda: services.workspace.database.actor == "李明", timeout=20_000)
    quiet(window, qtbot)
    left(window, qtbot)
    open_in(window, office, qtbot)
    quiet(window, qtbot)
    assert not [d for d in window.findChildren(SittingDialog) if d.isVisible()]
    assert window.context.session.services.workspace.database.actor == "李明"


def test_trust_is_withdrawn(window, office, qtbot, monkeypatch):
    with open_workspace(office) as workspace, workspace.database.writing() as work:
        confirm(work, Peer("u-1", "县司法局"), bytes(range(32)))
        work.commit()
    section = section_of(window, office, qtbot)
    qtbot.waitUntil(lambda: len(section.partners.trusted.lines.rows) == 1, timeout=20_000)
    section.partners.trusted.selectRow(0)
    monkeypatch.setattr(dialogs, "ask", lambda *_words, **_more: True)
    section.partners.revoke_action.trigger()
    qtbot.waitUntil(lambda: not section.partners.trusted.lines.rows, timeout=20_000)
    with window.context.session.services.workspace.database.reading() as session:
        assert not list_trusted(session)


# --- the log -------------------------------------------------------------------------------------


@pytest.fixture
def log(window, office, qtbot):
    with open_workspace(office) as workspace, workspace.database.writing() as work:
        entries = [Entry("item.attached", f"件{n}", {"title": f"材料{n}"}) for n in range(1_200)]
        append_events(work.session, work.now, "李明", entries)
        work.commit()
    open_in(window, office, qtbot)
    quiet(window, qtbot)
    window.menus.log_action.trigger()
    dialog = dialog_of(LogDialog, window, qtbot)
    qtbot.waitUntil(lambda: dialog.model.rowCount() > 0, timeout=20_000)
    return dialog


def test_the_log_reads_on_as_one_scrolls(log, window, qtbot):
    assert log.model.rowCount() == 500
    assert log.counts.text() == "最新的 500 条，往下滚动继续读取"
    assert str(log.model.index(0, 4).data()) == "《材料1199》"
    log.table.scrollToBottom()
    qtbot.waitUntil(lambda: log.model.rowCount() >= 1_000, timeout=20_000)
    while not log.model.complete:
        log.table.scrollToBottom()
        qtbot.waitUntil(lambda: log.model.complete or log.model.canFetchMore(), timeout=20_000)
    numbers = [row.sequence for row in log.model.rows]
    assert numbers == sorted(numbers, reverse=True)
    assert numbers[-1] == 1
    tester = QAbstractItemModelTester(
        log.model, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    tester.deleteLater()


def test_the_log_is_sifted_and_exported(log, window, qtbot, monkeypatch, tmp_path):
    QTest.keyClicks(log.item, "x")
    log.item.setText("材料7")
    log.item.editingFinished.emit()
    qtbot.waitUntil(lambda: log.model.complete and log.model.rowCount() == 1, timeout=20_000)
    log.table.selectRow(0)
    assert "item.attached" in log.detail.toPlainText()
    log.item.clear()
    log.action.setCurrentIndex(log.action.findData("workspace.created"))
    qtbot.waitUntil(lambda: log.counts.text() == "共 1 条", timeout=20_000)
    log.action.setCurrentIndex(0)
    log.person.setCurrentIndex(log.person.findData("李明"))
    quiet(window, qtbot)
    target = tmp_path / "记录.csv"
    monkeypatch.setattr(dialogs, "choose_target", lambda *_words: target)
    log.export_action.trigger()
    qtbot.waitUntil(lambda: log.counts.text() == "已导出 1200 条：记录.csv", timeout=20_000)
    with target.open(encoding="utf-8-sig", newline="") as stream:
        assert len(list(csv.reader(stream))) == 1_201
    quiet(window, qtbot)


# --- a workspace from a task package -------------------------------------------------------------


def test_a_task_package_makes_the_units_workspace(
    window, office, workers, qtbot, monkeypatch, tmp_path
):
    with open_workspace(office) as workspace:
        keys = Identity(workspace).keys()
        unit = workspace.registry().unit("县司法局")
        package = tmp_path / "任务包.zip"
        pack_task(workspace, workers, unit, package, keys.signer, SilentJob())
    monkeypatch.setattr(dialogs, "choose_files", lambda *_words: [package])
    window.welcome.task_button.click()
    dialog = dialog_of(FromTaskDialog, window, qtbot)
    prints = keys.public.fingerprint
    qtbot.waitUntil(lambda: dialog.fingerprint.text() == prints, timeout=20_000)
    assert "县司法局" in dialog.about.text()
    folder = tmp_path / "本单位"
    dialog.folder.setText(str(folder))
    assert not dialog.create_button.isEnabled()
    dialog.box.click()
    assert dialog.create_button.isEnabled()
    dialog.create_button.click()
    qtbot.waitUntil(lambda: window.context is not None, timeout=30_000)
    facts = window.context.session.snapshot.facts
    assert (facts.unit_name, facts.unit_id) == ("县司法局", unit.id)
    assert window.context.session.services.exchange.history()[0].kind is PackageKind.TASK
    quiet(window, qtbot)


def test_what_is_no_task_package_is_said(window, qtbot, monkeypatch, make_file):
    told = []
    monkeypatch.setattr(dialogs, "tell", lambda _parent, text, detail="": told.append(text))
    monkeypatch.setattr(dialogs, "choose_files", lambda *_words: [make_file("x.zip", "nothing")])
    window.welcome.task_button.click()
    qtbot.waitUntil(lambda: bool(told), timeout=20_000)
    assert "不是卷宗的任务包" in told[0] or "包不完整" in told[0]
    assert not [d for d in window.findChildren(QDialog) if d.isVisible()]
