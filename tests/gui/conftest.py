"""The window in tests: offscreen, with settings of its own, its threads joined at the end."""

import gc
import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSettings
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.evidence.places import Target
from app.intake.attach import attach_files
from app.intake.requests import AttachRequest
from app.jobs import SilentJob
from tests.support.workspaces import copy_workspace
from ui.application import dress
from ui.exchange.submit_dialog import SubmitDialog
from ui.main_window import MainWindow
from ui.preferences import Preferences
from ui.tasks import TaskRunner
from ui.theme import Scheme, Theme

_THEMES: dict[int, Theme] = {}


@pytest.fixture(autouse=True)
def _no_widget_is_taken_apart_in_a_thread() -> Iterator[None]:
    """Cyclic garbage is looked for between tests, on this thread, as ``ui.smoothness`` does it."""
    gc.disable()
    yield
    gc.collect(1)
    gc.enable()


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    return Preferences(settings)


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    made = _THEMES.get(id(qapp)) or dress(qapp)
    _THEMES[id(qapp)] = made
    made.choose(Scheme.LIGHT, 100)
    return made


@pytest.fixture
def runner(qapp: QApplication) -> Iterator[TaskRunner]:
    made = TaskRunner(None, workers=2)
    yield made
    assert made.shutdown()


@pytest.fixture
def office(tmp_path: Path, office_template: Path) -> Path:
    """The folder of an office's workspace."""
    return copy_workspace(office_template, tmp_path / "示例县创建")


@pytest.fixture
def window(preferences: Preferences, theme: Theme, qtbot: QtBot) -> Iterator[MainWindow]:
    """The window without a workspace."""
    made = MainWindow(preferences, theme)
    made.resize(1366, 768)
    made.show()
    yield made
    if made.context is not None:
        assert made.context.session.close()
        assert made.close_workspace()
    assert made.close()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert "inbox" not in {thread.name for thread in threading.enumerate()}


@pytest.fixture
def opened(window: MainWindow, office: Path, qtbot: QtBot) -> MainWindow:
    """The window with an office's workspace open."""
    return open_in(window, office, qtbot)


@pytest.fixture
def filled(opened: MainWindow, qtbot: QtBot, tmp_path: Path) -> MainWindow:
    """Three items at indicator 60, one of which is empty."""
    source = tmp_path / "来件"
    source.mkdir()
    (source / "通知.txt").write_text("关于开展案卷评查的通知\n", encoding="utf-8")
    (source / "报告.txt").write_text("案卷评查工作报告\n", encoding="utf-8")
    (source / "空.pdf").touch()
    services = opened.context.session.services
    request = AttachRequest((source,), Target("60", "material_check", "县司法局", 2))
    attach_files(services.workspace, services.workers, request, SilentJob())
    reread(opened, qtbot)
    return opened


def page_of(window: MainWindow, key: str) -> Any:
    window.show_page(key)
    return window.stack.currentWidget()


def open_in(window: MainWindow, path: Path, qtbot: QtBot) -> MainWindow:
    """Open a workspace; wait until all has been done that the first page does not wait for."""
    window.open_workspace(path)
    qtbot.waitUntil(lambda: window.is_complete, timeout=20_000)
    assert window.context is not None
    session = window.context.session
    qtbot.waitUntil(lambda: bool(session.snapshot.words) and session.is_quiet, timeout=20_000)
    return window


def agree_to_submit(unit: QWidget) -> None:
    """Agree to what a unit is about to hand in."""
    dialog = next(d for d in unit.findChildren(SubmitDialog) if d.isVisible())
    dialog.accept()


def reread(window: MainWindow, qtbot: QtBot) -> None:
    """Have the workspace read anew after something was changed beside the window."""
    assert window.context is not None
    session = window.context.session
    # A reading that is under way ends first: it knows nothing of the change.
    qtbot.waitUntil(lambda: session.is_quiet, timeout=20_000)
    with qtbot.waitSignal(session.refreshed, timeout=20_000):
        session.refresh()


def close_in(window: MainWindow, qtbot: QtBot) -> None:
    window.close_workspace()
    qtbot.waitUntil(lambda: window.context is None, timeout=20_000)


@pytest.fixture
def make_file(tmp_path: Path) -> Callable[..., Path]:
    """Write a small text file that differs from any other."""

    def make(name: str, text: str = "") -> Path:
        path = tmp_path / "来件" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text or f"关于{name}的说明\n", encoding="utf-8")
        return path

    return make
