"""The watched inbox: what lies still is taken in and moved aside; nothing vanishes."""

import errno
import threading
from pathlib import Path

import pytest
from watchdog.observers import Observer

from app import folder_watch
from app.checkup.checking import check_workspace
from app.evidence.places import Target
from app.intake.attach import attach_files
from app.intake.inbox.arrivals import FILED, NOT_FILED
from app.intake.inbox.watch import Inbox, InboxWatcher, WatchSettings
from app.intake.report import AttachState
from app.intake.requests import AttachRequest
from app.jobs import CancelToken, SilentJob
from app.wording.errors import describe_error
from app.workspace.opening import open_workspace
from models import EvidenceItem, ItemRevision, Placement
from tests.support import documents
from tests.support.workspaces import copy_workspace, rows

JOB = SilentJob()


@pytest.fixture
def own(unit_template, tmp_path):
    """A unit's own workspace."""
    with open_workspace(copy_workspace(unit_template, tmp_path / "县司法局")) as workspace:
        yield workspace
        assert check_workspace(workspace, JOB).sound


@pytest.fixture
def inbox(own, workers):
    return Inbox(own, workers, describe_error, WatchSettings(stable_seconds=3.0))


def put(inbox, name, content="内容"):
    path = inbox.folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    return documents.text(path, content)


def aside(inbox, workspace, folder):
    place = inbox.folder / folder / workspace.today().isoformat()
    return {p.relative_to(place).as_posix() for p in place.rglob("*") if p.is_file()}


def steps(inbox, *moments):
    return [inbox.step(float(moment), JOB) for moment in moments][-1]


def test_a_file_that_lies_still_is_filed_and_moved_aside(own, inbox):
    path = put(inbox, "指标60 执法监督检查/材料查证/2/通知.txt")
    assert steps(inbox, 0).settling == 1
    assert path.exists()
    report = steps(inbox, 3)
    assert [o.state for o in report.outcomes] == [AttachState.ADDED]
    (placement,) = rows(own, Placement)
    assert (placement.indicator_code, placement.point_number) == ("60", 2)
    assert not path.exists()
    assert aside(inbox, own, FILED) == {"指标60 执法监督检查/材料查证/2/通知.txt"}
    assert steps(inbox, 6, 9).outcomes == ()


def test_a_file_at_the_root_waits(own, inbox):
    put(inbox, "散件.txt")
    put(inbox, "60/网络检索/放错.txt")
    report = steps(inbox, 0, 3, 6)
    assert [one.path for one in report.unplaced] == [
        Path("60/网络检索/放错.txt"),
        Path("散件.txt"),
    ]
    assert rows(own, EvidenceItem) == []
    assert (inbox.folder / "散件.txt").exists()


def test_what_fails_is_put_aside_with_a_note(own, inbox):
    folder = inbox.folder / "60" / "材料查证"
    folder.mkdir(parents=True)
    documents.archive(folder / "包.zip", {"../外.txt": b"x", "好.txt": b"y"})
    steps(inbox, 0, 3)
    # The archive is kept beside what could be had, so that the rest is not lost.
    assert {r.file_name for r in rows(own, ItemRevision)} == {"好.txt", "包.zip"}
    assert aside(inbox, own, NOT_FILED) == {"60/材料查证/包.zip", "60/材料查证/包.zip.说明.txt"}
    (note,) = inbox.folder.rglob("*.说明.txt")
    assert "请自行解压" in note.read_text(encoding="utf-8-sig")


@pytest.mark.parametrize("members", [{}, {"县司法局/": b""}, {"__MACOSX/._a": b"1"}])
def test_an_archive_that_gives_nothing_stays_in_the_inbox_with_its_reason(own, inbox, members):
    folder = inbox.folder / "60" / "材料查证"
    folder.mkdir(parents=True)
    documents.archive(folder / "空.zip", members)
    steps(inbox, 0, 3)
    assert rows(own, EvidenceItem) == []
    assert aside(inbox, own, FILED) == set()
    assert aside(inbox, own, NOT_FILED) == {"60/材料查证/空.zip", "60/材料查证/空.zip.说明.txt"}
    (note,) = inbox.folder.rglob("*.说明.txt")
    assert "压缩包" in note.read_text(encoding="utf-8-sig")


def test_parts_of_an_archive_wait_for_each_other(own, inbox, tmp_path):
    whole = documents.archive(tmp_path / "全.zip", {"通知.txt": "内容".encode()}).read_bytes()
    folder = inbox.folder / "60" / "材料查证"
    folder.mkdir(parents=True)
    (folder / "全.zip.002").write_bytes(whole[50:])
    report = steps(inbox, 0, 3)
    assert [(u.path.name, u.error.missing) for u in report.unplaced] == [
        ("全.zip.002", "全.zip.001")
    ]
    (folder / "全.zip.001").write_bytes(whole[:50])
    assert steps(inbox, 4).settling == 2  # the other part is still being copied
    steps(inbox, 8)
    assert [r.file_name for r in rows(own, ItemRevision)] == ["通知.txt"]
    assert aside(inbox, own, FILED) == {"60/材料查证/全.zip.001", "60/材料查证/全.zip.002"}


def test_a_saved_page_takes_its_folder_along(own, inbox):
    put(inbox, "60/材料查证/政策解读.html", "<html><title>政策解读</title><body>正文</body></html>")
    put(inbox, "60/材料查证/政策解读_files/a.css", "p {}")
    report = steps(inbox, 0, 3)
    assert report.unplaced == ()
    assert [r.file_name for r in rows(own, ItemRevision)] == ["政策解读.html"]
    filed = {"60/材料查证/政策解读.html", "60/材料查证/政策解读_files/a.css"}
    assert aside(inbox, own, FILED) == filed


def test_a_classified_file_is_left_alone_and_named_nowhere(own, inbox):
    path = put(inbox, "60/材料查证/人事安排.txt", "机密★1年\n正文")
    report = steps(inbox, 0, 3)
    assert [o.state for o in report.outcomes] == [AttachState.REFUSED]
    assert path.exists()
    assert steps(inbox, 6, 9).outcomes == (), "it is not looked at again while it stays the same"
    assert list(own.originals.stored()) == []
    others = [p for p in own.layout.root.rglob("*") if p.is_file() and p != path]
    assert not any("人事安排".encode() in p.read_bytes() for p in others)
    path.write_text("可以公开的正文", encoding="utf-8")
    assert [o.state for o in steps(inbox, 12, 15).outcomes] == [AttachState.ADDED]


def test_the_same_name_again_is_kept_beside(own, inbox):
    for n in range(2):
        put(inbox, "60/材料查证/通知.txt", f"第{n}版")
        steps(inbox, 10 * n, 10 * n + 3)
    assert aside(inbox, own, FILED) == {"60/材料查证/通知.txt", "60/材料查证/通知（2）.txt"}
    assert len(rows(own, EvidenceItem)) == 2


def test_what_was_entered_before_a_crash_is_not_entered_again(own, inbox, workers):
    path = put(inbox, "60/材料查证/通知.txt")
    request = AttachRequest((path,), Target("60", "材料查证"))
    attach_files(own, workers, request, JOB)  # the program ended before it could move the file
    steps(inbox, 0, 3)
    assert len(rows(own, EvidenceItem)) == 1
    assert aside(inbox, own, FILED) == {"60/材料查证/通知.txt"}


def test_what_another_program_holds_open_is_moved_later(own, inbox, monkeypatch):
    path = put(inbox, "60/材料查证/通知.txt")
    real = Path.rename

    def held(self, target):
        raise PermissionError(13, "in use")

    monkeypatch.setattr(Path, "rename", held)
    steps(inbox, 0, 3, 6, 9)
    assert len(rows(own, EvidenceItem)) == 1
    monkeypatch.setattr(Path, "rename", real)
    steps(inbox, 12)
    assert not path.exists()
    assert len(rows(own, EvidenceItem)) == 1


def test_the_watcher_files_by_itself_and_stops_cleanly(own, workers):
    inbox = Inbox(own, workers, describe_error, WatchSettings(stable_seconds=0.2, scan_seconds=0.2))
    filed = threading.Event()
    watcher = InboxWatcher(inbox, lambda report: filed.set() if report.outcomes else None)
    watcher.start()
    try:
        put(inbox, "60/材料查证/通知.txt")
        assert filed.wait(60)
    finally:
        assert watcher.stop(30)
    assert len(rows(own, EvidenceItem)) == 1


def test_a_cancelled_job_ends_the_watch(own, workers):
    token = CancelToken()
    inbox = Inbox(own, workers, describe_error, WatchSettings(stable_seconds=0.1, scan_seconds=60))
    watcher = InboxWatcher(inbox, lambda _: token.cancel(), SilentJob(token))
    put(inbox, "散件.txt")
    watcher.run()
    assert rows(own, EvidenceItem) == []


def _none_left(*_args, **_kw):
    raise OSError(errno.EMFILE, "inotify instance limit reached")


class _WithoutFolders(Observer):
    start = _none_left


@pytest.mark.parametrize("observer", [_none_left, _WithoutFolders])
def test_without_events_the_clock_does_the_work(own, workers, observer, monkeypatch):
    monkeypatch.setattr(folder_watch, "Observer", observer)
    before = set(threading.enumerate())
    token = CancelToken()
    inbox = Inbox(own, workers, describe_error, WatchSettings(stable_seconds=0.1, scan_seconds=0.1))

    def heard(report):
        if report.outcomes:
            token.cancel()

    put(inbox, "60/材料查证/通知.txt")
    InboxWatcher(inbox, heard, SilentJob(token)).run()
    assert len(rows(own, EvidenceItem)) == 1
    left = set(threading.enumerate()) - before
    assert [thread for thread in left if type(thread).__module__.startswith("watchdog")] == []
