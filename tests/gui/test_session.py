"""An open workspace in the window: what comes late, and what is still begun while it closes."""

import threading

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from app.changed import Area
from app.errors import UnitUnknown
from app.eventlog import LogEntry
from app.evidence.items import ItemEdit, edit_item
from app.evidence.listing import list_filed
from app.framework.keys import TaskKey
from app.review.reasons import add_reason
from app.stages.service import shift_stages
from app.workspace.opening import open_workspace
from tests.gui.conftest import reread
from tests.gui.test_indicators import attach
from ui.change_bus import ChangeBus
from ui.session import Session, open_in_thread
from ui.tasks import Task


@pytest.fixture
def session(qapp, office):
    """A session by itself; nothing of what comes after opening has been done."""
    made = Session(open_in_thread(office, ChangeBus()))
    yield made
    assert made.close()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert watchers() == []


def watchers():
    return [thread for thread in threading.enumerate() if thread.name == "inbox"]


def turn():
    """Let everything be heard that has been posted."""
    for _ in range(3):
        QCoreApplication.sendPostedEvents()
        QCoreApplication.processEvents()


def test_what_completes_the_opening_late_starts_no_watch_in_a_closed_workspace(session):
    session.complete()
    assert session.reads.wait(20_000)  # what it has to say has not been heard yet
    assert session.close()
    turn()
    assert watchers() == []


def test_the_words_of_the_opening_do_not_put_back_what_was_read_since(session, qtbot):
    first = session.snapshot
    session.refresh()
    session.complete()
    qtbot.waitUntil(lambda: session.is_quiet)
    assert session.snapshot.words
    assert session.snapshot.filed is not first.filed


def test_a_refresh_wanted_before_the_opening_is_complete_is_not_lost(session, qtbot):
    read, first = [], session.snapshot
    session.refreshed.connect(read.append)
    session.refresh()
    session.refresh()
    session.complete()
    qtbot.waitUntil(lambda: session.is_quiet)
    assert len({id(snapshot.filed) for snapshot in read} - {id(first.filed)}) == 2


def test_one_inbox_has_one_watch(session, qtbot):
    session.inbox.start()
    session.inbox.start()
    assert len(watchers()) == 1
    assert session.inbox.close()
    assert watchers() == []


def test_nothing_is_begun_in_a_workspace_that_is_closed(session):
    begun = []
    assert session.close()
    session.refresh()
    session.bus.announce((LogEntry("item.attached", "件", {}),))
    session.read(lambda: begun.append("read"), begun.append)
    session.write(lambda: begun.append("write"), begun.append)
    session.files.start(Task(lambda _job: begun.append("files")))
    for runner in (session.files, session.writes, session.reads):
        assert runner.wait(20_000)
    turn()
    assert begun == []


def test_who_waits_hears_of_a_change_before_it_is_told(session, qtbot):
    heard = []
    session.bus.changed.connect(heard.append)
    session.refreshed.connect(lambda _snapshot: heard.append("refreshed"))
    session.write(lambda: shift_stages(session.services.workspace, 2031), heard.append)
    qtbot.waitUntil(lambda: session.is_quiet and len(heard) > 2)
    schedule, changed, refreshed = heard
    assert schedule.stages
    assert changed.areas == {Area.STAGES}
    assert refreshed == "refreshed"
    assert session.snapshot.schedule.stages[0].deadline.year == 2031


def test_what_was_done_before_a_failure_is_told(session, qtbot):
    """And nothing is told where nothing was committed."""
    told, troubles = [], []
    session.bus.changed.connect(told.append)
    session.troubled.connect(troubles.append)

    def half():
        add_reason(session.services.workspace, "缺盖章页")
        raise UnitUnknown("没有", ())

    session.write(half)
    session.write(lambda: edit_item(session.services.workspace, "没有", ItemEdit(title="题名")))
    qtbot.waitUntil(lambda: len(troubles) == 2 and session.is_quiet)
    assert [changed.areas for changed in told] == [{Area.REASONS}]


def test_long_work_is_told_meanwhile_and_at_its_end(session, qtbot):
    """Each commit is announced, but pages are not kept busy with every single one."""
    told, go_on, workspace = [], threading.Event(), session.services.workspace
    session.bus.changed.connect(told.append)

    def job(_job):
        for text in ("理由一", "理由二", "理由三"):
            add_reason(workspace, text)
        go_on.wait(20)
        shift_stages(workspace, 2031)

    session.files.start(Task(job))
    qtbot.waitUntil(lambda: len(told) == 1, timeout=20_000)
    assert told[0].areas == {Area.REASONS}
    go_on.set()
    qtbot.waitUntil(lambda: session.is_quiet, timeout=20_000)
    assert [changed.areas for changed in told] == [{Area.REASONS}, {Area.STAGES}]


def test_what_could_not_be_read_is_read_the_next_time(session, qtbot):
    first, troubles = session.snapshot.schedule, []
    session.troubled.connect(troubles.append)
    database = session.services.workspace.database
    shift_stages(session.services.workspace, 2031)
    rename(database, "setting", "away")
    qtbot.waitUntil(lambda: len(troubles) == 1 and session.is_quiet, timeout=20_000)
    rename(database, "away", "setting")
    assert session.snapshot.schedule == first
    session.bus.announce((LogEntry("mark.set", "60", {}),))
    qtbot.waitUntil(lambda: session.snapshot.schedule != first, timeout=20_000)


def rename(database, table, to):
    with database.engine.begin() as connection:
        connection.exec_driver_sql(f"ALTER TABLE {table} RENAME TO {to}")


def test_what_was_entered_is_written_though_the_workspace_is_closed_at_once(
    opened, office, qtbot, make_file
):
    attach(opened, [make_file("通知.txt")])
    reread(opened, qtbot)
    session = opened.context.session
    workspace = session.services.workspace
    (row,) = session.snapshot.filed[TaskKey.parse("60/material_check")]
    entered = threading.Event()
    session.write(lambda: entered.wait(10))  # so that the next one has not begun when it closes
    session.write(lambda: edit_item(workspace, row.item, ItemEdit(title="改过的题名")))
    session.close(0)
    entered.set()
    assert session.close()
    opened.close_workspace()
    with open_workspace(office) as again, again.database.reading() as reader:
        assert [found.title for found in list_filed(reader)] == ["改过的题名"]
