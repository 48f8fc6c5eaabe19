from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QPushButton

from app.conversion.office.batch import OfficeFault
from app.conversion.office.trial import OfficeTrial
from app.dossier_options import ArchiveFields, Numbering
from app.jobs import SilentJob
from app.settings import load_settings
from app.storage.backup_note import make_note, write_note
from app.storage.defects import Defect, DefectKind
from app.workspace.backup import back_up
from app.workspace.backups import make_backup
from app.workspace.unit_editing import change_units
from app.workspace.unit_ids import unit_id
from app.workspace.unit_state import UnitState
from tests.support.workspaces import COUNTY, add_item
from ui import dialogs
from ui.settings.filing import example_of
from ui.settings.libreoffice import describe_trial
from ui.settings.unit_models import MembersModel, UnitTableModel
from ui.theme import Scheme
from ui.widgets.number_edit import NumberEdit
from ui.widgets.outcome_list import Mark

TOWNS = "各乡（镇、街道）"


@pytest.fixture
def page(opened):
    opened.show_page("settings")
    return opened.stack.currentWidget()


def stored(opened):
    workspace = opened.context.session.services.workspace
    with workspace.database.reading() as session:
        return load_settings(session, workspace.facts.county, workspace.facts.framework.programme)


def wait_idle(opened, qtbot):
    session = opened.context.session
    qtbot.waitUntil(
        lambda: session.is_quiet,
        timeout=30_000,
    )


def registry(opened):
    return opened.context.session.services.workspace.registry()


def members(opened, group=TOWNS):
    return next(g.members for g in registry(opened).groups if g.name == group)


def button(widget, text):
    return next(b for b in widget.findChildren(QPushButton) if b.text() == text)


# --- 案卷和装订 ---


def test_saving_reaches_the_database_and_the_next_compile(opened, page, qtbot):
    filing = page.filing
    page.turn_to("filing")
    assert not filing.save_action.isEnabled()
    qtbot.keyClicks(filing.texts["fonds_code"], "X001")
    filing.texts["filed_on"].setText("2026-03-01")
    filing.numbering.setCurrentIndex(1)
    filing.limit.set_value(150)
    qtbot.mouseClick(button(filing, "保存设置"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: stored(opened).fonds_code == "X001", timeout=10_000)
    assert stored(opened).filed_on.isoformat() == "2026-03-01"
    assert stored(opened).numbering is Numbering.DUPLEX_OUTER
    wait_idle(opened, qtbot)
    assert not filing.save_action.isEnabled()
    opened.show_page("dossiers")
    assert opened.stack.currentWidget().choices.options().volume_limit == 150


@pytest.mark.parametrize(("name", "value"), [("filed_on", "昨天"), ("last_year", "很久以前")])
def test_wrong_values_are_said_and_not_saved(page, name, value):
    page.filing.texts[name].setText(value)
    assert "写得不对" in page.filing.wrong.text()
    assert not page.filing.save_action.isEnabled()
    page.filing.texts[name].clear()
    assert page.filing.wrong.text() == ""


def test_the_example_follows_what_is_typed(page):
    assert "留空" in page.filing.example.text()
    page.filing.texts["fonds_code"].setText("X001")
    page.filing.texts["category_code"].setText("FZ")
    assert "X001-FZ-060·2" in page.filing.example.text()
    page.filing.texts["filing_number_template"].setText("{year}-{volume_code}")
    assert example_of(ArchiveFields(filing_number_template="{year}"), 2026).endswith("2026")


def test_look_is_remembered(page, theme, preferences):
    page.look.scheme.setCurrentIndex(2)
    page.look.scale.setCurrentIndex(2)
    page.look.scale.activated.emit(2)
    assert theme.is_dark
    assert (preferences.scheme, preferences.scale) == (Scheme.DARK, 130)


@pytest.mark.parametrize(("typed", "held"), [("", 1), ("0", 1), ("77", 77), ("99999", 10_000)])
def test_a_number_keeps_its_bounds(qtbot, typed, held):
    edit = NumberEdit(1, 10_000)
    qtbot.addWidget(edit)
    edit.setText(typed)
    assert edit.value == held
    edit.editingFinished.emit()
    assert edit.text() == str(held)


@pytest.mark.parametrize("scale", [100, 200])
def test_no_section_is_cut_off(opened, page, theme, qtbot, scale):
    theme.choose(Scheme.LIGHT, scale)
    for row in range(page.list.count()):
        page.list.setCurrentRow(row)
        wait_idle(opened, qtbot)
        area = page.stack.currentWidget()
        inside = area.widget()
        assert inside.minimumSizeHint().width() <= inside.width()
        assert area.horizontalScrollBar().maximum() == 0
    assert page.list.sizeHintForColumn(0) <= page.list.width()


# --- 单位 ---


@pytest.fixture
def units(opened, page, qtbot):
    page.turn_to("units")
    qtbot.waitUntil(lambda: page.units.model.rowCount() > 0, timeout=10_000)
    return page.units


def test_a_pasted_list_is_previewed_taken_in_and_taken_back(opened, units, qtbot):
    qtbot.mouseClick(button(units, "导入名单…"), Qt.MouseButton.LeftButton)
    dialog = units.dialog
    assert not dialog.ok.isEnabled()
    dialog.editor.text.setPlainText("城关镇\t城关\n河东乡\n县应急局\n")
    qtbot.waitUntil(dialog.ok.isEnabled)
    assert "新登记 2 个单位" in dialog.editor.summary.text()
    qtbot.mouseClick(dialog.ok, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: members(opened) == ("城关镇", "河东乡"), timeout=10_000)
    assert members(opened, "各乡（镇）政府") == ("城关镇", "河东乡")
    wait_idle(opened, qtbot)
    opened.menus.undo_action.trigger()
    qtbot.waitUntil(lambda: members(opened) == (), timeout=10_000)
    wait_idle(opened, qtbot)
    opened.menus.redo_action.trigger()
    qtbot.waitUntil(lambda: members(opened) == ("城关镇", "河东乡"), timeout=10_000)
    wait_idle(opened, qtbot)


def test_a_bad_file_is_said_in_words(units, qtbot, tmp_path, monkeypatch):
    bad = tmp_path / "名单.xlsx"
    bad.write_bytes(b"PK\x03\x04 cut")
    told = []
    monkeypatch.setattr(dialogs, "choose_files", lambda *_: [bad])
    monkeypatch.setattr(dialogs, "tell", lambda _parent, text, detail="": told.append(text))
    units.import_action.trigger()
    qtbot.mouseClick(units.dialog.editor.file_button, Qt.MouseButton.LeftButton)
    assert "名单.xlsx" in told[0]
    units.dialog.reject()


def test_a_unit_is_registered_renamed_and_retired(opened, units, qtbot):
    units.add_action.trigger()
    units.dialog.name.setText("县审计局")
    assert "已经是" in units.dialog.hint.text()
    assert not units.dialog.ok.isEnabled()
    units.dialog.name.setText("露峰街道办事处")
    assert TOWNS in units.dialog.hint.text()
    qtbot.keyClick(units.dialog.name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: members(opened) == ("露峰街道办事处",), timeout=10_000)
    wait_idle(opened, qtbot)

    units.filter.setText("lfjd")
    assert [r.unit.name for r in units.model.rows] == ["露峰街道办事处"]
    units.table.selectRow(0)
    units.edit_action.trigger()
    units.dialog.name.setText("露峰街道")
    units.dialog.contact.setText("张三")
    qtbot.mouseClick(units.dialog.ok, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: members(opened) == ("露峰街道",), timeout=10_000)
    assert registry(opened).unit("露峰街道办事处").name == "露峰街道"
    wait_idle(opened, qtbot)

    units.table.selectRow(0)
    qtbot.mouseClick(button(units, "停用"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: members(opened) == (), timeout=10_000)
    wait_idle(opened, qtbot)
    assert units.model.rows == ()
    units.retired.setChecked(True)
    units.table.selectRow(0)
    qtbot.mouseClick(button(units, "恢复使用"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: members(opened) == ("露峰街道",), timeout=10_000)
    wait_idle(opened, qtbot)


def test_ticking_puts_units_into_a_group(opened, units, qtbot):
    units.tabs.setCurrentIndex(1)
    units.group.setCurrentIndex(units.group.findData(TOWNS))
    units.group.activated.emit(units.group.currentIndex())
    units.member_filter.setText("xsfj")
    assert [u.name for u in units.members.shown] == ["县司法局"]
    units.member_list.setCurrentIndex(units.members.index(0))
    qtbot.keyClick(units.member_list, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: members(opened) == ("县司法局",), timeout=10_000)
    wait_idle(opened, qtbot)
    assert "（1）" in units.group.currentText()
    units.member_list.setCurrentIndex(units.members.index(0))
    qtbot.keyClick(units.member_list, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: members(opened) == (), timeout=10_000)
    wait_idle(opened, qtbot)


def test_models_keep_qts_rules(units):
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    table, listed = UnitTableModel(), MembersModel()
    testers = [QAbstractItemModelTester(m, fatal) for m in (table, listed)]
    table.show(units.model.rows)
    table.sift("xsfj", retired=True)
    state = units._state
    listed.show(state, state.groups[0], units._words)
    listed.sift("没有")
    assert table.rowCount(QModelIndex()) == 1
    assert len(testers) == 2


# --- 备份 ---


def test_a_restored_backup_shows_the_old_state(opened, page, qtbot, monkeypatch):
    page.turn_to("backups")
    backups = page.backups
    qtbot.mouseClick(button(backups, "立即备份"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "备份好了" in backups.result.text(), timeout=20_000)
    wait_idle(opened, qtbot)
    workspace = opened.context.session.services.workspace
    made = UnitState(unit_id(COUNTY, "城关镇"), "城关镇")
    change_units(workspace, lambda s: s.adding(made))
    assert "城关镇" in {u.name for u in registry(opened).units}

    asked = []
    monkeypatch.setattr(dialogs, "ask", lambda *a: asked.append(a[1]) or True)
    place = next(n for n, line in enumerate(backups.list.outcomes.lines) if "手动" in line.text)
    backups.list.setCurrentIndex(backups.list.outcomes.index(place))
    before = opened.context
    qtbot.mouseClick(button(backups, "恢复到这一份…"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(
        lambda: opened.context is not None and opened.context is not before, timeout=30_000
    )
    assert asked
    assert "城关镇" not in {u.name for u in registry(opened).units}
    assert "已恢复到" in opened.notice.text.text()
    again = opened.stack.currentWidget().backups
    qtbot.waitUntil(
        lambda: any("恢复之前" in line.text for line in again.list.outcomes.lines), timeout=10_000
    )
    wait_idle(opened, qtbot)


def test_a_restore_tells_of_originals_that_it_could_not_mend(
    opened, page, qtbot, tmp_path, monkeypatch
):
    told = []
    monkeypatch.setattr(dialogs, "tell", lambda _parent, *words: told.append(words))
    file = tmp_path / "报告.txt"
    file.write_text("报告", encoding="utf-8")
    workspace = opened.context.session.services.workspace
    with workspace.database.writing() as work:
        add_item(work, workspace, file, unit="县司法局", indicator="60")
        work.commit()
    backup = make_backup(workspace, SilentJob()).backup.path
    (sha256,) = workspace.originals.stored()
    kept = workspace.originals.path(sha256)
    kept.chmod(0o600)
    kept.write_text("改动", encoding="utf-8")
    before = opened.context
    opened.restore_workspace(backup)
    qtbot.waitUntil(
        lambda: opened.context is not None and opened.context is not before, timeout=30_000
    )
    qtbot.waitUntil(lambda: bool(told), timeout=10_000)
    assert told[0][0] == "工作区恢复了，但有原件在备份里也找不到完好的"
    assert told[0][1].startswith("1 份原件的内容被改动：报告.txt\n")
    wait_idle(opened, qtbot)


def test_a_refused_restore_opens_the_workspace_again(opened, page, qtbot, tmp_path, monkeypatch):
    told = []
    monkeypatch.setattr(dialogs, "tell", lambda _parent, text, detail="": told.append(text))
    rubbish = tmp_path / "juanzong-20260301T000000-manual.db"
    rubbish.write_bytes(b"rubbish" * 1000)
    before = opened.context
    opened.restore_workspace(rubbish)
    qtbot.waitUntil(
        lambda: opened.context is not None and opened.context is not before, timeout=30_000
    )
    assert "备份读不出来" in told[0]


def test_the_second_disk_is_remembered_and_used(opened, page, qtbot, tmp_path, monkeypatch):
    page.turn_to("backups")
    monkeypatch.setattr(dialogs, "choose_folder", lambda *_: tmp_path / "移动硬盘")
    qtbot.mouseClick(button(page.backups, "浏览…"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: stored(opened).backup_folder is not None, timeout=10_000)
    wait_idle(opened, qtbot)
    page.backups.make_action.trigger()
    qtbot.waitUntil(lambda: "另一个磁盘" in page.backups.result.text(), timeout=20_000)
    wait_idle(opened, qtbot)
    assert list((tmp_path / "移动硬盘").glob("*/backups/*.db"))
    qtbot.mouseClick(button(page.backups, "不用"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: stored(opened).backup_folder is None, timeout=10_000)
    wait_idle(opened, qtbot)


# --- 文件转换, 文件夹 ---


def test_the_office_path_is_tried_kept_and_used(opened, page, qtbot, tmp_path):
    page.turn_to("office")
    before = opened.context.session.services.conversion
    qtbot.keyClicks(page.office.path, str(tmp_path / "nowhere"))
    qtbot.mouseClick(button(page.office, "测试"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "没有找到" in page.office.result.text(), timeout=20_000)
    wait_idle(opened, qtbot)
    services = opened.context.session.services
    assert stored(opened).office_program == tmp_path / "nowhere"
    assert services.settings.conversion().office_program == tmp_path / "nowhere"
    assert services.conversion is not before


def test_a_trial_is_told_in_words():
    program = Path("/opt/libreoffice/program/soffice")
    assert "7.4.7" in describe_trial(OfficeTrial(program, "LibreOffice 7.4.7", 3.21))
    assert "3.2 秒" in describe_trial(OfficeTrial(program, "LibreOffice 7.4.7", 3.21))
    for fault in OfficeFault:
        assert describe_trial(OfficeTrial(program, "", 1, fault))


def test_folders_open_in_the_file_manager(page, opened, qtbot, monkeypatch):
    seen = []
    monkeypatch.setattr(dialogs, "open_path", lambda path: seen.append(path) or True)
    page.turn_to("folders")
    for each in page.folders.findChildren(QPushButton):
        qtbot.mouseClick(each, Qt.MouseButton.LeftButton)
    layout = opened.context.session.services.workspace.layout
    assert seen == [layout.root, layout.inbox, layout.exports, layout.backups]


def test_the_inbox_is_not_watched_if_that_is_switched_off(opened, page, qtbot):
    page.turn_to("folders")
    root = opened.context.session.services.workspace.layout.root
    assert opened.context.session.inbox.watching
    page.folders.watch.click()
    qtbot.waitUntil(lambda: not stored(opened).watch_inbox, timeout=10_000)
    wait_idle(opened, qtbot)
    before = opened.context
    opened.open_workspace(root)
    qtbot.waitUntil(
        lambda: opened.context is not None and opened.context is not before, timeout=20_000
    )
    assert not opened.context.session.inbox.watching


def test_a_backup_with_noted_damage_is_told_in_the_list(opened, qtbot):
    """The desk sends people here to choose a sound one."""
    layout = opened.context.session.services.workspace.layout
    made = back_up(layout, datetime(2031, 1, 1, tzinfo=UTC), "manual")
    note = make_note(made, (), (Defect(DefectKind.CONTENT_CHANGED, "review"),))
    write_note(made, note)
    opened.show_page("settings", "backups")
    section = opened.stack.currentWidget().backups
    lines = section.list.outcomes
    qtbot.waitUntil(lambda: any(not line.value.sound for line in lines.lines), timeout=20_000)
    told = {line.value.sound: line for line in lines.lines}
    assert told[False].mark is Mark.BAD
    assert "请选更早的一份" in told[False].note
    assert told[True].mark is Mark.NONE
