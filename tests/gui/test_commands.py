"""Changes and long work as every page begins them: what is said, taken back, cancelled."""

from threading import Event

import pytest

from app.evidence.errors import ItemUnknown
from app.jobs import Progress
from ui import dialogs
from ui.commands import Undoable, run, start


@pytest.fixture
def context(opened):
    return opened.context


def test_a_change_is_said_and_can_be_taken_back_and_made_again(context, qtbot):
    done = []

    def do():
        done.append("做")
        return len(done)

    way = Undoable(text=lambda n: f"改 {n} 处", undo=lambda n: done.append(f"撤 {n}"))
    run(context, do, way)
    qtbot.waitUntil(lambda: context.undo.undo_text == "改 1 处")
    assert context.notice.text.text() == "已改 1 处"
    context.notice.button.click()
    qtbot.waitUntil(lambda: context.undo.redo_text == "改 1 处" and len(done) == 2)
    context.undo.redo()
    qtbot.waitUntil(lambda: len(done) == 3)
    assert done == ["做", "撤 1", "做"]


def test_what_changed_nothing_is_said_and_leaves_no_step(context, qtbot):
    after = []
    way = Undoable(
        text="改",
        undo=lambda _found: None,
        said="没有变动",
        changed=lambda found: found,
        then=after.append,
    )
    run(context, tuple, way)
    qtbot.waitUntil(lambda: after == [()])
    assert context.notice.text.text() == "没有变动"
    assert context.notice.button.isHidden()
    assert context.undo.undo_text == ""


def test_a_change_that_fails_is_explained_and_leaves_no_step(context, qtbot, monkeypatch):
    told = []
    monkeypatch.setattr(dialogs, "tell", lambda _over, *words: told.append(words))

    def do():
        raise ItemUnknown("没有的")

    run(context, do, Undoable(text="改", undo=lambda _result: None))
    qtbot.waitUntil(lambda: bool(told))
    assert told[0][0]
    assert context.undo.undo_text == ""


def test_long_work_shows_its_progress_and_can_be_stopped(context, qtbot):
    heard, going, never = [], Event(), Event()

    def job(job):
        job.report(Progress("convert", 1, 4, "某件"))
        going.set()
        while not never.wait(0.01):
            job.check_cancelled()

    start(
        context,
        "做很久的事",
        job,
        lambda _result: heard.append("做完"),
        cancelled=lambda: heard.append("停下"),
        finished=lambda: heard.append("结束"),
    )
    assert context.strip.title.text() == "做很久的事"
    qtbot.waitUntil(lambda: going.is_set() and context.strip.bar.maximum() == 4)
    context.strip.stop.click()
    qtbot.waitUntil(lambda: heard == ["停下", "结束"])
    assert context.strip.isHidden()
