from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QPushButton
from sqlalchemy import select

from app.dossier_options import Numbering, Scope
from app.evidence.places import Target
from app.intake.attach import attach_files
from app.intake.requests import AttachRequest
from app.jobs import SilentJob
from models import Event
from tests.gui.conftest import page_of
from ui import dialogs
from ui.desk.lists import RowsModel
from ui.dossiers.results import DossierModel
from ui.dossiers.rows import ledger_lines
from ui.widgets.outcome_list import OutcomeModel


def test_nothing_to_compile_is_said(opened):
    page = page_of(opened, "dossiers")
    assert "还没有材料" in page.forecast.text()
    assert not page.compile_action.isEnabled()


def test_choices_become_options(opened):
    choices = page_of(opened, "dossiers").choices
    choices.scope.setCurrentIndex(choices.scope.findData(Scope.UNIT))
    choices.indicators.setText("第60项，加1 24")
    choices.unit.choose("县司法局")
    choices.numbering.setCurrentIndex(1)
    choices.photos.setCurrentIndex(2)
    choices.limit.set_value(150)
    choices.draft.setChecked(True)
    options = choices.options()
    assert (options.scope, options.numbering) == (Scope.UNIT, Numbering.DUPLEX_OUTER)
    assert options.indicators == ("60", "加1", "24")
    assert options.units == ("县司法局",)
    assert (options.photos_per_page, options.volume_limit, options.watermark) == (4, 150, "草稿")


def test_unknown_indicator_is_said_and_stops_the_compile(filled):
    page = page_of(filled, "dossiers")
    assert page.compile_action.isEnabled()
    page.choices.indicators.setText("60、960")
    assert "960" in page.choices.wrong.text()
    assert not page.compile_action.isEnabled()


def test_compile_shows_dossiers_and_the_ledger(filled, qtbot, tmp_path):
    page = page_of(filled, "dossiers")
    assert "3 件材料" in page.forecast.text()
    assert "1 件待处理" in page.forecast.text()
    page.folder.setText(str(tmp_path / "卷宗"))
    page.compile_action.trigger()
    assert filled.strip.isVisible()
    assert not page.compile_action.isEnabled()
    qtbot.waitUntil(lambda: not page.controller.busy, timeout=60_000)
    assert page.model.rowCount() == 1
    dossier = page.model.data(page.model.index(0), 0)
    assert dossier.startswith("060")
    assert page.ledger.outcomes.rowCount() == 3
    assert "失败" in page.ledger.outcomes.index(0).data()
    assert "空.pdf" in page.ledger.outcomes.index(0).data()
    assert (tmp_path / "卷宗" / f"{dossier}.pdf").is_file()
    qtbot.waitUntil(lambda: not filled.strip.isVisible())
    assert "1 份材料没有装入" in filled.notice.text.text()


def test_changes_since_the_build_and_the_pages_are_told(filled, qtbot, tmp_path):
    page = page_of(filled, "dossiers")
    page.folder.setText(str(tmp_path / "卷宗"))
    page.compile_action.trigger()
    qtbot.waitUntil(lambda: not page.controller.busy, timeout=60_000)
    qtbot.waitUntil(lambda: "原件共" in page.forecast.text(), timeout=10_000)
    assert "1 个案卷" in page.forecast.text()
    assert not page.tabs.isTabVisible(1)
    extra = tmp_path / "补充材料.txt"
    extra.write_text("补充\n", encoding="utf-8")
    services, session = filled.context.session.services, filled.context.session
    request = AttachRequest((extra,), Target("60", "material_check", "县司法局", 2))
    attach_files(services.workspace, services.workers, request, SilentJob())
    session.refresh()
    qtbot.waitUntil(lambda: page.tabs.isTabVisible(1), timeout=20_000)
    line = page.changed.outcomes.lines[0]
    assert (line.right, "补充材料" in line.note) == ("新增 1 件", True)
    assert "新增 1 件" in page.model.note(page.model.rows[0])
    with services.workspace.database.reading() as reader:
        actions = [e.action for e in reader.scalars(select(Event))]
    assert actions.count("dossier.compiled") == 1


def test_check_tells_what_where_and_the_remedy(filled, qtbot, tmp_path, monkeypatch):
    page = page_of(filled, "dossiers")
    page.tabs.setCurrentWidget(page.check)
    button = page.check.findChildren(QPushButton)[-1]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert filled.strip.isVisible()
    qtbot.waitUntil(lambda: "全部完好" in page.check.summary.text(), timeout=20_000)
    assert not page.check.list.isVisible()
    store = filled.context.session.services.workspace.originals
    broken = store.path(next(store.stored()))
    broken.chmod(0o600)
    broken.write_bytes(b"altered")
    qtbot.waitUntil(page.check.check_action.isEnabled, timeout=20_000)
    qtbot.keyClick(page, Qt.Key.Key_F8)
    qtbot.waitUntil(lambda: "1 处问题" in page.check.summary.text(), timeout=20_000)
    line = page.check.list.outcomes.lines[0]
    assert line.right == "原件内容被改动"
    assert "备份" in line.note
    target = tmp_path / "体检结果.txt"
    monkeypatch.setattr(dialogs, "choose_target", lambda *_: target)
    page.check.save_action.trigger()
    assert "原件内容被改动" in target.read_text(encoding="utf-8-sig")
    page.check.copy_action.trigger()
    assert "原件内容被改动" in QGuiApplication.clipboard().text()


def test_a_cancelled_check_has_no_verdict(filled, qtbot):
    page = page_of(filled, "dossiers")
    page.tabs.setCurrentWidget(page.check)
    page.check.check_action.trigger()
    filled.strip.stop.click()
    qtbot.waitUntil(lambda: not page.check.busy, timeout=20_000)
    assert "没有做完" in page.check.summary.text()


def test_cancelling_leaves_no_half_dossier(filled, qtbot, tmp_path):
    page = page_of(filled, "dossiers")
    page.folder.setText(str(tmp_path / "卷宗"))
    page.compile_action.trigger()
    filled.strip.stop.click()
    qtbot.waitUntil(lambda: "停止" in filled.notice.text.text(), timeout=30_000)
    qtbot.waitUntil(lambda: not page.controller.busy, timeout=30_000)
    assert list((tmp_path / "卷宗").glob("*.pdf")) == []
    assert page.compile_action.isEnabled()


def test_models_keep_qts_rules():
    models = [DossierModel(), OutcomeModel(), RowsModel()]
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    testers = [QAbstractItemModelTester(model, fatal) for model in models]
    models[0].show((), after_compile=False)
    models[1].show(ledger_lines(()))
    models[2].show(())
    assert len(testers) == 3
