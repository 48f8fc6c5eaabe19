import json
import sys

import pytest
from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QDialogButtonBox, QMessageBox

from tests.gui.conftest import close_in, open_in
from ui import crash, dialogs
from ui.crash import CrashDialog, CrashHook
from ui.preferences import RecentWorkspace
from ui.theme import SCALES, Scheme
from ui.welcome.new_workspace import NewWorkspaceDialog


def test_bundled_font_and_qts_words_are_chinese(qtbot, theme):
    assert "Noto Sans SC" in QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese)
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(buttons)
    assert buttons.button(QDialogButtonBox.StandardButton.Cancel).text() == "取消"


def test_starts_with_the_welcome_page(window):
    assert window.stack.currentWidget() is window.welcome
    assert not window.rail.isVisible()
    assert not window.menus.close_action.isEnabled()


def test_enter_presses_the_button_that_has_the_keyboard(window, qtbot):
    wanted = []
    window.welcome.task_requested.disconnect()
    window.welcome.task_requested.connect(lambda: wanted.append("task"))
    qtbot.keyClick(window.welcome.task_button, Qt.Key.Key_Return)
    assert wanted == ["task"]


def test_first_run_makes_and_opens_a_workspace(window, qtbot, tmp_path):
    window.welcome.new_button.click()
    dialog = window.findChild(NewWorkspaceDialog)
    assert not dialog.create_button.isEnabled()
    dialog.office.setChecked(True)
    dialog.county.setText("示例县")
    dialog.folder.selectAll()
    dialog.folder.insert(str(tmp_path / "工作区"))
    qtbot.waitUntil(dialog.create_button.isEnabled, timeout=20_000)
    dialog.create_button.click()
    qtbot.waitUntil(lambda: window.context is not None, timeout=20_000)
    facts = window.context.session.snapshot.facts
    assert (facts.county, facts.unit_name) == ("示例县", None)
    assert window.rail.isVisible()
    assert "示例县 · 创建办" in window.windowTitle()


def test_first_run_of_a_unit_is_by_pinyin_initials(window, qtbot, tmp_path):
    window.ways_in.new_workspace()
    dialog = window.findChild(NewWorkspaceDialog)
    qtbot.waitUntil(lambda: dialog.unit.count() > 0, timeout=20_000)
    dialog.county.setText("示例县")
    dialog.unit_role.setChecked(True)
    assert dialog.answers() is None
    dialog.unit.setEditText("sfj")
    dialog.unit.lineEdit().editingFinished.emit()
    assert dialog.unit.name == "县司法局"
    assert dialog.answers().folder.name == "示例县司法局"
    dialog.folder.selectAll()
    dialog.folder.insert(str(tmp_path / "工作区"))
    dialog.create_button.click()
    qtbot.waitUntil(lambda: window.context is not None, timeout=20_000)
    page = window.stack.currentWidget()
    assert window.context.session.snapshot.facts.unit_name == "县司法局"
    assert page is not window.welcome


def test_existing_folder_is_refused_in_words(window, qtbot, tmp_path, office, monkeypatch):
    told = []
    monkeypatch.setattr(dialogs, "tell", lambda _parent, text, detail="": told.append(text))
    window.ways_in.new_workspace()
    dialog = window.findChild(NewWorkspaceDialog)
    dialog.office.setChecked(True)
    dialog.county.setText("示例县")
    dialog.folder.selectAll()
    dialog.folder.insert(str(office))
    qtbot.waitUntil(dialog.create_button.isEnabled, timeout=20_000)
    dialog.create_button.click()
    qtbot.waitUntil(lambda: bool(told))
    assert "已经是一个卷宗工作区" in told[0]
    assert dialog.create_button.isEnabled()
    dialog.reject()


def test_recent_workspaces_are_remembered_and_forgotten(window, office, qtbot, preferences):
    open_in(window, office, qtbot)
    close_in(window, qtbot)
    assert [r.path for r in preferences.recent()] == [str(office)]
    assert window.welcome.model.rowCount() == 1
    assert window.welcome.recent.hasFocus()
    qtbot.keyClick(window.welcome.recent, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.context is not None, timeout=20_000)
    close_in(window, qtbot)
    window.welcome.forget_requested.emit(str(office))
    assert window.welcome.model.rowCount() == 0
    assert office.exists()


def test_damaged_settings_are_no_obstacle(preferences, tmp_path):
    kept = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    kept.setValue("workspaces/recent", "[{]")
    assert preferences.recent() == []
    preferences.remember(RecentWorkspace("/a", "示例县", "", "2026-01-01T00:00:00+00:00"))
    assert json.loads(kept.value("workspaces/recent"))[0]["county"] == "示例县"


def test_no_workspace_is_said_in_words(window, qtbot, tmp_path, monkeypatch):
    told = []
    monkeypatch.setattr(dialogs, "tell", lambda _parent, text, detail="": told.append(text))
    window.open_workspace(tmp_path)
    qtbot.waitUntil(lambda: bool(told), timeout=20_000)
    assert "不是卷宗工作区" in told[0]
    assert window.welcome.isEnabled()


def test_locked_workspace_opens_for_reading(window, office, workspace_lock, qtbot, monkeypatch):
    monkeypatch.setattr(dialogs, "ask", lambda *_args, **_kw: True)
    open_in(window, office, qtbot)
    assert window.context.session.read_only
    assert "只读" in window.windowTitle()


@pytest.fixture
def workspace_lock(office):
    from app.workspace.opening import open_workspace

    with open_workspace(office) as held:
        yield held


def test_closing_asks_while_a_job_runs(opened, qtbot, monkeypatch):
    import threading

    begun = threading.Event()

    def work(job):
        begun.set()
        while True:
            job.check_cancelled()

    session = opened.context.session
    task = session.task(work, title="收取文件")
    session.files.start(task)
    assert begun.wait(10)
    asked = []

    def answer(*args, **_kw):
        asked.append(args)
        return len(asked) > 1

    monkeypatch.setattr(dialogs, "ask", answer)
    assert not opened.close_workspace()
    assert opened.context is not None
    assert "收取文件" in asked[0][2]
    close_in(opened, qtbot)


def test_lock_is_free_after_closing(opened, office, qtbot):
    from app.workspace.opening import open_workspace

    close_in(opened, qtbot)
    with open_workspace(office) as again:
        assert again.facts.county == "示例县"


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
@pytest.mark.parametrize("scale", [100, 200])
def test_look_follows_the_choice(opened, theme, scheme, scale):
    theme.choose(scheme, scale)
    assert theme.is_dark == (scheme is Scheme.DARK)
    assert opened.font().pointSizeF() == pytest.approx(10 * scale / 100)
    assert not opened.grab().isNull()


def test_text_size_has_bounds(opened, theme, preferences):
    for _ in range(10):
        opened.menus.scale_step.emit(1)
    assert theme.scale == SCALES[-1] == preferences.scale
    opened.menus.scale_step.emit(0)
    assert theme.scale == 100


def test_crash_report_can_be_copied(qtbot, tmp_path, monkeypatch):
    hook = CrashHook(tmp_path / "log")
    seen = []

    def look():
        dialog = QGuiApplication.topLevelWindows() and _dialog()
        dialog.copy_button.click()
        seen.append(QGuiApplication.clipboard().text())
        dialog.reject()

    def _dialog():
        from PySide6.QtWidgets import QApplication

        return next(w for w in QApplication.topLevelWidgets() if isinstance(w, CrashDialog))

    QTimer.singleShot(0, look)
    monkeypatch.setattr(crash.log, "critical", lambda *_a, **_k: None)
    try:
        raise RuntimeError("出错了")
    except RuntimeError as error:
        hook.caught(type(error), error, error.__traceback__)
    qtbot.waitUntil(lambda: bool(seen))
    assert "RuntimeError: 出错了" in seen[0]


def test_questions_name_their_answers(qtbot):
    QTimer.singleShot(0, lambda: _press("只读打开"))
    assert dialogs.ask(None, "问？", "说明", "只读打开")
    QTimer.singleShot(0, lambda: _press("取消"))
    assert not dialogs.ask(None, "问？", "说明", "只读打开")


def _press(text):
    from PySide6.QtWidgets import QApplication

    box = next(w for w in QApplication.topLevelWidgets() if isinstance(w, QMessageBox))
    next(b for b in box.buttons() if b.text().startswith(text)).click()


def test_window_is_imported_without_the_services():
    """The window comes up before the heavy parts are read."""
    import subprocess

    code = (
        "import sys, ui.main_window; "
        "heavy = {'sqlalchemy', 'pikepdf', 'reportlab', 'app.bootstrap', 'pypinyin'}; "
        "sys.exit(bool(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], check=False)
    assert done.returncode == 0


def test_an_installation_can_be_checked(office, tmp_path):
    """Every page is built in a program of its own, as after installing it somewhere."""
    import os
    import subprocess

    home = {"HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path), "APPDATA": str(tmp_path)}
    command = [sys.executable, "-m", "ui.main", "--check", str(office)]
    assert subprocess.run(command, env={**os.environ, **home}, check=False).returncode == 0
