"""Leaving a workspace while work is at hand: the window stays awake until the work has stopped."""

import threading

import pytest
from PySide6.QtCore import QTimer

from app.workspace.opening import open_workspace
from ui import dialogs


class _Stubborn:
    """A job that, once told to stop, still has to finish what it is at."""

    def __init__(self) -> None:
        self.begun, self.may_end = threading.Event(), threading.Event()

    def __call__(self, job):
        self.begun.set()
        self.may_end.wait(30)
        job.check_cancelled()


@pytest.fixture
def stubborn(opened, monkeypatch):
    monkeypatch.setattr(dialogs, "ask", lambda *_args, **_kw: True)
    job = _Stubborn()
    session = opened.context.session
    session.files.start(session.task(job, title="收取文件"))
    assert job.begun.wait(10)
    yield job
    job.may_end.set()


def test_the_window_is_awake_while_work_is_being_stopped(opened, stubborn, qtbot):
    assert not opened.close_workspace()
    assert opened.stack.currentWidget() is opened.leaving
    assert opened.leaving.heading.text() == "正在停止……"
    turns = []
    timer = QTimer(opened)
    timer.timeout.connect(lambda: turns.append(opened.leaving.isVisible()))
    timer.start(5)
    qtbot.waitUntil(lambda: len(turns) >= 10, timeout=5_000)
    timer.stop()
    assert all(turns)
    opened.show_page("settings")
    assert opened.stack.currentWidget() is opened.leaving
    stubborn.may_end.set()
    qtbot.waitUntil(lambda: opened.context is None, timeout=10_000)
    assert opened.stack.currentWidget() is opened.welcome


def test_what_was_wanted_is_done_after_the_work_has_stopped(opened, stubborn, office, qtbot):
    before = opened.context
    opened.open_workspace(office)
    assert opened.context is before
    stubborn.may_end.set()
    qtbot.waitUntil(lambda: opened.context not in {before, None}, timeout=20_000)
    qtbot.waitUntil(lambda: opened.is_complete, timeout=20_000)


def test_the_window_closes_by_itself_when_the_work_has_stopped(opened, stubborn, office, qtbot):
    assert not opened.close()
    assert not opened.close()  # pressed again out of impatience
    assert opened.isVisible()
    stubborn.may_end.set()
    qtbot.waitUntil(lambda: not opened.isVisible(), timeout=10_000)
    with open_workspace(office) as again:
        assert again.facts.county == "示例县"


def test_whoever_wants_to_wait_stays(opened, stubborn, monkeypatch, qtbot):
    monkeypatch.setattr(dialogs, "ask", lambda *_args, **_kw: False)
    assert not opened.close_workspace()
    assert not opened.leaving.active
    assert opened.context.session.jobs_at_work()
    stubborn.may_end.set()
    qtbot.waitUntil(lambda: not opened.context.session.jobs_at_work(), timeout=10_000)
