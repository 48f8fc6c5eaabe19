"""报送: packages there and back in the window, with real workspaces and real files."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest

from app.checkup.checking import check_workspace
from app.completeness.marks import MarkPlace, mark_not_applicable
from app.evidence.items import remove_items
from app.exchange.handing_in import read_handing_in
from app.exchange.kinds import PackageKind
from app.exchange.service import PackRequest
from app.framework.keys import SlotKey
from app.review.listing import read_board
from app.review.service import Ruling, decide
from models.vocabulary import ReviewDecision
from tests.gui.conftest import agree_to_submit, open_in
from tests.support.county import (
    JOB,
    LAST_YEAR,
    copy_county,
    make_county,
    open_county,
    own_work,
    seen_by_office,
)
from ui import dialogs
from ui.exchange import destination
from ui.exchange.drives import Drive, is_drive, is_removable, is_system, list_drives
from ui.exchange.make_dialog import MakeDialog
from ui.exchange.submit_dialog import SubmitDialog, note_lines, slot_words
from ui.undo import Step
from ui.welcome.from_task import FromTaskDialog
from ui.widgets.outcome_list import Mark

UNITS = ("县司法局", "县公安局")
LAW = "县司法局"
POLICE = "县公安局"


@pytest.fixture(scope="module")
def county_template(tmp_path_factory):
    root = tmp_path_factory.mktemp("county") / "县"
    make_county(root, UNITS)
    return root


@pytest.fixture
def county(county_template, tmp_path):
    root = tmp_path / "县"
    copy_county(county_template, root)
    return root


@pytest.fixture
def stick(county):
    return county / "U盘"


def exchange_page(window, path, qtbot):
    open_in(window, path, qtbot)
    qtbot.waitUntil(lambda: window.is_complete, timeout=20_000)
    window.show_page("exchange")
    page = window.stack.currentWidget()
    quiet(page, qtbot)
    return page


def left(window, qtbot):
    window.close_workspace()
    qtbot.waitUntil(lambda: window.context is None, timeout=20_000)


def quiet(page, qtbot):
    qtbot.waitUntil(lambda: page.window().context.session.is_quiet, timeout=30_000)


def opened(page, paths, qtbot):
    page.open(paths)
    qtbot.waitUntil(lambda: bool(page.receive.arrivals), timeout=30_000)
    quiet(page, qtbot)
    return page.receive


def merged(view, qtbot):
    view.merge_action.trigger()
    qtbot.waitUntil(lambda: view.heading.text() == "合并的结果", timeout=30_000)
    qtbot.waitUntil(lambda: view.window().context.session.is_quiet, timeout=30_000)


def submit(county, unit, name, *titles):
    """A submission package of a unit on the stick, made as the unit makes it."""
    with open_county(county, UNITS) as partners:
        partner = partners.named(unit)
        for title in titles:
            partner.attach(title, f"{title}的内容")
        return partner.submit(partners.stick / name)


def test_what_lies_in_the_units_bin_is_not_counted_as_evidence(window, county, stick, qtbot):
    with open_county(county, UNITS) as partners:
        partner = partners.named(LAW)
        partner.attach("留下的", "留下的内容")
        gone = partner.attach("移除的", "移除的内容")
        remove_items(partner.workspace, [gone])
        package = partner.submit(stick / "1.zip")
    view = opened(exchange_page(window, county / "创建办", qtbot), [package], qtbot)
    note = view.list.outcomes.lines[0].note
    assert note.startswith("新增材料 1 件，另有 1 件已在对方的回收站里")
    rights = {line.text: line.right for line in view.changes.outcomes.lines}
    assert rights["《移除的》"] == "在对方的回收站里"
    confirm_all(view)
    merged(view, qtbot)
    assert "新增材料 1 件" in view.list.outcomes.lines[0].note


def sound(model):
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    tester.deleteLater()


def test_handing_in_is_a_step_that_shows_what_is_wrong(window, county, stick, qtbot):
    with open_county(county, UNITS) as partners:
        law = partners.named(LAW)
        law.attach("普法总结", "一年的普法工作")
        unnamed = law.attach("IMG_0231", "拍的照片", indicator="63")
    page = exchange_page(window, county / LAW, qtbot)
    unit = page.view
    unit.form.destination.choose(stick)
    unit.pack_action.trigger()
    dialog = next(d for d in unit.findChildren(SubmitDialog) if d.isVisible())
    assert dialog.total.text().startswith("正式报送 2 处，材料 2 件；1 处有问题")
    assert str(stick) in dialog.where.text()
    assert dialog.left.isVisible()
    assert "还没有材料的要点" in dialog.left.text()
    shown = dialog.list.currentItem().text()  # it begins where something is wrong
    assert shown.startswith("指标 63")
    assert "题名还是文件名 1 件" in shown
    assert any(line.right == "题名还是文件名" for line in dialog.notes.outcomes.lines)
    assert any(line.right == "还缺" for line in dialog.notes.outcomes.lines)
    dialog.sound_action.trigger()
    assert {slot.indicator for slot in dialog.chosen} == {"60"}
    assert dialog.total.text().startswith("正式报送 1 处，材料 1 件")
    dialog.accept()
    qtbot.waitUntil(lambda: unit.result.heading.text() == "已校验，可以拔出", timeout=30_000)
    quiet(page, qtbot)
    workspace = window.context.session.services.workspace
    with workspace.database.reading() as session:
        board = read_board(session, workspace.facts.framework, workspace.registry(), LAW)
    assert {row.slot.indicator for row in board.queue} == {"60"}
    # Going to what is to be put right closes the step and hands nothing in.
    unit.pack_action.trigger()
    dialog = next(d for d in unit.findChildren(SubmitDialog) if d.isVisible())
    dialog.go_action.trigger()
    assert window.stack.currentWidget().detail.code == "63"
    assert window.stack.currentWidget().detail.panel.chosen_rows[0].item == unnamed
    assert len(list(stick.glob("报送包-*.zip"))) == 1
    # Sent only to be looked at, nothing is handed in, and there is nothing to choose.
    window.show_page("exchange")
    unit.form.draft.setChecked(True)
    unit.pack_action.trigger()
    dialog = next(d for d in unit.findChildren(SubmitDialog) if d.isVisible())
    assert not dialog.list.isVisible()
    assert not dialog.go_action.isEnabled()
    assert "不算正式报送" in dialog.total.text()
    dialog.reject()


def test_a_submission_goes_to_the_office_and_comes_back(window, county, stick, qtbot):
    with open_county(county, UNITS) as partners:
        partners.named(LAW).attach("普法总结", "一年的普法工作")
    # The unit makes its package.
    page = exchange_page(window, county / LAW, qtbot)
    unit = page.view
    assert unit.counts.text().startswith("正式报送 1 处；随包送去材料记录 1 件、原件 1 份")
    assert "普法总结" in unit.slots.outcomes.lines[0].note
    unit.form.destination.choose(stick)
    assert unit.pack_action.isEnabled()
    unit.pack_action.trigger()
    agree_to_submit(unit)
    qtbot.waitUntil(lambda: unit.result.heading.text() == "已校验，可以拔出", timeout=30_000)
    (package,) = stick.glob("报送包-*.zip")
    quiet(page, qtbot)
    assert unit.history.table.lines.rowCount() == 2
    sound(unit.history.table.lines)
    left(window, qtbot)

    # The office receives it by a drop, compares the key, merges, and returns the item.
    page = exchange_page(window, county / "创建办", qtbot)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(package))])
    page.dropEvent(
        QDropEvent(
            QPoint(50, 50),
            Qt.DropAction.CopyAction,
            mime,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )
    view = page.receive
    qtbot.waitUntil(lambda: bool(view.arrivals), timeout=30_000)
    quiet(page, qtbot)
    assert view.title.text() == f"{LAW}　报送包第 1 号"
    assert len(view.prints.theirs.text().split()) == 6
    assert view.prints.own.text() != view.prints.theirs.text()
    assert not view.merge_action.isEnabled()
    view.prints.box.click()
    assert view.merge_action.isEnabled()
    merged(view, qtbot)
    assert view.list.outcomes.lines[0].right == "已合并"
    standing = next(s for s in page.view.table.lines.rows if s.unit.name == LAW)
    assert (standing.waiting, standing.received.sequence) == (1, 1)
    assert standing.key is not None
    sound(page.view.table.lines)
    workspace = page.window().context.session.services.workspace
    slot = SlotKey("60", "material_check", standing.unit.id)
    (item,) = (row.item for row in page.window().context.session.snapshot.filed[slot.task])
    returned = ReviewDecision.RETURNED
    decide(
        workspace,
        [
            Ruling(slot, returned, item=item, reasons=("unsealed",), note="见第 2 页"),
            Ruling(slot, returned, reasons=("missing",)),
        ],
    )
    page.view.show_snapshot(page.window().context.session.snapshot)
    quiet(page, qtbot)
    page.view.return_action.trigger()
    dialog = page.findChild(MakeDialog)
    assert dialog.units == (LAW,)
    dialog.form.destination.choose(stick)
    dialog.accept()
    qtbot.waitUntil(lambda: page.view.result.heading.text() == "已校验，可以拔出", timeout=30_000)
    (answer,) = stick.glob("退回包-*.zip")
    quiet(page, qtbot)
    left(window, qtbot)

    # The unit opens the answer and lands on what came back.
    page = exchange_page(window, county / LAW, qtbot)
    view = opened(page, [answer], qtbot)
    texts = {line.text for line in view.changes.outcomes.lines}
    number = page.window().context.session.snapshot.filed[slot.task][0].number
    assert texts == {
        f"指标 60　材料查证　{number}　《普法总结》　退回　未盖章、未签字或非正式文本；见第 2 页",
        "指标 60　材料查证　退回　缺少要点要求的材料",
    }
    assert not view.prints.box.isVisible()
    merged(view, qtbot)
    view.go_action.trigger()
    returned = window.stack.currentWidget().view
    qtbot.waitUntil(lambda: returned.model.rowCount() == 2, timeout=20_000)
    assert returned.view.currentIndex().row() == 0
    assert "指标 60" in str(returned.view.currentIndex().data())


def test_one_bad_package_never_stops_the_rest(window, county, stick, qtbot):
    submit(county, LAW, "一.zip", "总结")
    submit(county, POLICE, "二.zip", "通报")
    damaged = stick / "坏.zip"
    shutil.copy(stick / "一.zip", damaged)
    raw = bytearray(damaged.read_bytes())
    raw[len(raw) // 2] ^= 0xFF
    damaged.write_bytes(raw)
    for task in stick.glob("任务*"):
        task.unlink()
    page = exchange_page(window, county / "创建办", qtbot)
    view = opened(page, [stick], qtbot)
    marks = [line.mark for line in view.list.outcomes.lines]
    assert marks == [Mark.PARTIAL, Mark.PARTIAL, Mark.BAD]
    refused = view.list.outcomes.lines[2]
    assert refused.right == "不能用"
    assert "坏.zip" in refused.note
    for row in (0, 1):
        view.list.setCurrentIndex(view.list.outcomes.index(row))
        view.prints.box.click()
    merged(view, qtbot)
    assert view.status.text() == "共 3 个包：合并 2 个，没有合并 1 个。"
    sound(view.list.outcomes)
    # Both at once are taken back by one step.
    undo = page.window().context.undo
    assert undo.undo_text == "合并 2 个包"
    with qtbot.waitSignal(undo.told, timeout=20_000):
        view.undo_action.trigger()
    quiet(page, qtbot)
    assert not page.window().context.session.snapshot.filed
    with qtbot.waitSignal(undo.told, timeout=20_000):
        undo.redo()
    quiet(page, qtbot)
    assert sum(map(len, page.window().context.session.snapshot.filed.values())) == 2


def merged_three(window, county, stick, qtbot):
    """Two packages of one unit and one of another, merged in one go."""
    paths = [
        submit(county, LAW, "1.zip", "甲"),
        submit(county, LAW, "2.zip", "乙"),
        submit(county, POLICE, "3.zip", "丙"),
    ]
    page = exchange_page(window, county / "创建办", qtbot)
    view = opened(page, paths, qtbot)
    confirm_all(view)
    merged(view, qtbot)
    assert "合并 3 个" in view.status.text()
    return page, view


def confirm_all(view):
    for row in range(len(view.arrivals)):
        view.list.setCurrentIndex(view.list.outcomes.index(row))
        if view.prints.box.isVisible() and not view.prints.box.isChecked():
            view.prints.box.click()


def titles_of(page):
    filed = page.window().context.session.snapshot.filed.values()
    return {row.title for rows in filed for row in rows}


def test_a_batch_with_two_packages_of_one_unit_is_taken_back_whole(window, county, stick, qtbot):
    page, view = merged_three(window, county, stick, qtbot)
    assert titles_of(page) == {"甲", "乙", "丙"}
    view.undo_action.trigger()
    qtbot.waitUntil(lambda: view.heading.text() == "合并已撤销", timeout=20_000)
    assert "已撤销：合并 3 个包" in view.status.text()
    quiet(page, qtbot)
    assert titles_of(page) == set()
    assert not view.undo_action.isEnabled()
    # Nothing on the page still says that anything was merged.
    assert {(x.mark, x.right) for x in view.list.outcomes.lines} == {(Mark.NONE, "合并已撤销")}
    assert not view.go_action.isVisible()
    page.window().context.undo.redo()
    qtbot.waitUntil(lambda: view.heading.text() == "合并的结果", timeout=20_000)
    quiet(page, qtbot)
    assert {x.right for x in view.list.outcomes.lines} == {"已合并"}
    assert view.go_action.isVisible()
    assert titles_of(page) == {"甲", "乙", "丙"}


def test_a_batch_that_something_rests_on_stays_whole_with_the_reason(
    window, county, stick, qtbot, monkeypatch
):
    page, view = merged_three(window, county, stick, qtbot)
    told = []
    monkeypatch.setattr(dialogs, "tell", lambda _parent, text, _more="": told.append(text))
    workspace = page.window().context.session.services.workspace
    standing = next(s for s in page.view.table.lines.rows if s.unit.name == POLICE)
    slot = SlotKey("60", "material_check", standing.unit.id)
    decide(workspace, [Ruling(slot, ReviewDecision.RETURNED, reasons=("missing",))])
    view.undo_action.trigger()
    qtbot.waitUntil(lambda: bool(told), timeout=20_000)
    assert told[0] == f"这 3 个包都没有撤销：{POLICE} 的这次合并之后已作出审核决定"
    quiet(page, qtbot)
    assert titles_of(page) == {"甲", "乙", "丙"}
    assert page.window().context.undo.undo_text == "合并 3 个包"  # the step is still there


def test_taking_a_merge_back_takes_back_nothing_else(window, county, stick, qtbot):
    path = submit(county, LAW, "1.zip", "甲")
    page = exchange_page(window, county / "创建办", qtbot)
    view = opened(page, [path], qtbot)
    confirm_all(view)
    merged(view, qtbot)
    undo = page.window().context.undo
    assert view.undo_action.isEnabled()
    undo.push(Step("别的事", lambda: None, lambda: None))
    assert not view.undo_action.isEnabled()
    with qtbot.waitSignal(undo.told, timeout=20_000):
        undo.undo()
    assert view.undo_action.isEnabled()
    quiet(page, qtbot)


def test_a_changed_key_is_refused_with_both_fingerprints(window, county, stick, qtbot, tmp_path):
    first = submit(county, LAW, "一.zip", "总结")
    with open_county(county, UNITS) as partners:
        partners.office.merge(first)
        law = partners.named(LAW)
        before = law.identity.keys().public.fingerprint
        partners.named(POLICE).identity.save_keys(tmp_path / "k.json", "correct horse battery")
        law.identity.restore_keys(tmp_path / "k.json", "correct horse battery")
        law.attach("新的", "内容")
        second = law.submit(stick / "二.zip")
    page = exchange_page(window, county / "创建办", qtbot)
    view = opened(page, [second], qtbot)
    assert view.list.outcomes.lines[0].right == "密钥变了，不能合并"
    assert view.prints.heading.text() == f"{LAW} 的密钥变了，没有合并"
    assert view.prints.known.text() == before
    assert view.prints.theirs.text() not in {"", before}
    assert not view.prints.box.isVisible()
    assert not view.merge_action.isEnabled()
    view.prints.settings_action.trigger()
    settings = window.stack.currentWidget()
    section = settings.identity
    qtbot.waitUntil(lambda: len(section.partners.trusted.lines.rows) > 0, timeout=20_000)
    assert before in {row.fingerprint for row in section.partners.trusted.lines.rows}


def test_a_merge_is_taken_back_from_the_history(window, county, stick, qtbot, monkeypatch):
    first = submit(county, LAW, "一.zip", "总结")
    with open_county(county, UNITS) as partners:
        partners.office.merge(first)
    page = exchange_page(window, county / "创建办", qtbot)
    history = page.view.history
    history.kind.setCurrentIndex(history.kind.findData("received"))
    assert [row.peer_name for row in history.table.lines.rows] == [LAW]
    history.table.choose(lambda row: row.undoable)
    assert history.undo_action.isEnabled()
    monkeypatch.setattr(dialogs, "ask", lambda *_words, **_more: True)
    with qtbot.waitSignal(history.undone, timeout=20_000):
        history.undo_action.trigger()
    quiet(page, qtbot)
    assert not page.window().context.session.snapshot.filed
    assert not history.undo_action.isEnabled()


def test_a_ledger_tells_what_was_made_for_whom(window, county, stick, qtbot):
    page = exchange_page(window, county / "创建办", qtbot)
    request = PackRequest(PackageKind.TASK, stick, seal=True)
    page.view.packing.start(request, UNITS)
    with qtbot.waitSignal(page.view.packing.made, timeout=30_000):
        pass
    lines = page.view.result.list.outcomes.lines
    assert [(line.text, line.right) for line in lines] == [(u, "没有做成") for u in UNITS]
    assert "公钥" in lines[0].note
    assert page.view.result.heading.text() == "没有做成"
    quiet(page, qtbot)


def test_a_cancelled_round_leaves_a_whole_ledger(window, county, stick, qtbot):
    page = exchange_page(window, county / "创建办", qtbot)
    packing = page.view.packing
    packing.start(PackRequest(PackageKind.TASK, stick), UNITS)
    packing.task.cancel()
    with qtbot.waitSignal(packing.made, timeout=30_000):
        pass
    assert len(page.view.result.list.outcomes.lines) == len(UNITS)
    quiet(page, qtbot)


def test_units_are_found_by_initials(window, county, qtbot):
    page = exchange_page(window, county / "创建办", qtbot)
    QTest.keyClicks(page.view.search, "xsfj")
    assert [s.unit.name for s in page.view.table.lines.rows] == [LAW]
    table = page.view.table
    table.selectRow(0)
    assert page.view.units_for(PackageKind.TASK) == (LAW,)
    # Sorted by what was sent last, the chosen unit stays chosen.
    page.view.search.clear()
    table.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    sound(table.lines)
    assert {s.unit.name for s in table.lines.rows[:2]} == set(UNITS)
    assert [s.unit.name for s in table.chosen()] == [LAW]
    table.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
    assert [s.unit.name for s in table.lines.rows] == [s.unit.name for s in page.view.standings]


def test_units_with_something_new_stand_first(window, county, qtbot):
    view = exchange_page(window, county / "创建办", qtbot).view
    *others, last = view.standings
    view.show_standing((*others, replace(last, waiting=1)))
    names = [s.unit.name for s in view.table.lines.rows]
    assert names == [last.unit.name, *(s.unit.name for s in others)]


def test_nothing_is_made_or_merged_while_reading_only(window, county, stick, qtbot):
    package = submit(county, LAW, "一.zip", "总结")
    window.open_workspace(county / "创建办", read_only=True)
    qtbot.waitUntil(lambda: window.context is not None and window.is_complete, timeout=20_000)
    window.show_page("exchange")
    page = window.stack.currentWidget()
    quiet(page, qtbot)
    assert not page.view.task_action.isEnabled()
    assert not page.view.open_action.isEnabled()
    page.open([package])
    assert window.notice.text.text() == "工作区是只读打开的，不能接收数据包"
    assert page.stack.currentWidget() is page.view


def test_without_a_stick_packages_go_to_the_desktop(opened, qtbot, tmp_path, monkeypatch):
    desktop = tmp_path / "Desktop"
    desktop.mkdir()
    monkeypatch.setattr(destination, "_desktop", lambda: desktop)
    chosen = destination.DestinationChooser(opened.context)
    qtbot.addWidget(chosen)
    chosen.show_drives((Drive(Path("/"), "", removable=False, free=1, total=2, fat=False),))
    assert chosen.folder == desktop
    chosen.show_drives((Drive(Path("/media/u/S"), "S", removable=True, free=1, total=2, fat=True),))
    assert chosen.drives.findData(desktop) < 0


def test_drives_are_told_from_what_the_system_mounts():
    assert is_removable("/media/u/STICK")
    assert not is_removable("/home")
    assert is_drive("/", "ext4")
    assert is_system("/")
    assert not is_system("/media/u/STICK")
    assert not any(drive.path == Path("/") for drive in list_drives())
    assert not is_drive("/snap/core/1", "squashfs")
    assert not is_drive("/boot/efi", "vfat")


def test_a_lost_computers_work_goes_back(window, county, stick, qtbot, monkeypatch):
    path = submit(county, LAW, "一.zip", "案卷评查通知")
    page = exchange_page(window, county / "创建办", qtbot)
    view = page.view
    view.table.choose(lambda s: s.unit.name == LAW)
    assert not view.recovery_action.isEnabled()
    receive = opened(page, [path], qtbot)
    receive.prints.box.click()
    merged(receive, qtbot)
    receive.back_action.trigger()
    view.table.choose(lambda s: s.unit.name == POLICE)
    assert not view.recovery_action.isEnabled()
    view.table.choose(lambda s: s.unit.name == LAW)
    view.recovery_action.trigger()
    dialog = page.findChild(MakeDialog)
    assert dialog.units == (LAW,)
    assert not dialog.form.seal.isVisible()
    dialog.form.destination.choose(stick)
    dialog.accept()
    qtbot.waitUntil(lambda: view.result.heading.text() == "已校验，可以拔出", timeout=30_000)
    (package,) = stick.glob("恢复包-县司法局-*.zip")
    quiet(page, qtbot)
    left(window, qtbot)
    shutil.rmtree(county / LAW)

    # On the new computer there is nothing but the package.
    monkeypatch.setattr(dialogs, "choose_files", lambda *_words: [package])
    window.welcome.task_button.click()
    dialog = window.findChild(FromTaskDialog)
    qtbot.waitUntil(lambda: "的恢复包，第 2 号" in dialog.about.text(), timeout=20_000)
    assert "带原件 1 份" in dialog.about.text()
    dialog.folder.setText(str(county / LAW))
    dialog.box.click()
    dialog.create_button.click()
    qtbot.waitUntil(lambda: window.context is not None, timeout=30_000)
    qtbot.waitUntil(lambda: window.is_complete, timeout=20_000)
    window.show_page("library")
    qtbot.waitUntil(lambda: window.context.session.is_quiet, timeout=30_000)
    left(window, qtbot)
    with open_county(county, UNITS) as partners:
        unit = partners.named(LAW)
        assert own_work(unit) == seen_by_office(partners.office, unit.unit_id)
        assert check_workspace(unit.workspace, JOB).sound


def test_what_does_not_apply_is_handed_in_as_that(county, qapp):
    with open_county(county, UNITS) as partners:
        partner = partners.named(LAW)
        task = partner.workspace.facts.framework.task("60", "material_check")
        mark_not_applicable(partner.workspace, MarkPlace(LAW, "60", task.code), "没有执法职能")
        (line,), _left = read_handing_in(partner.workspace, partner.unit_id, LAST_YEAR)
    assert slot_words(line) == f"指标 60　材料查证　不涉及 {len(task.points)} 个要点"
    notes = note_lines(line)
    assert {note.note for note in notes} == {"不涉及：没有执法职能"}
    assert len(notes) == len(task.points)
