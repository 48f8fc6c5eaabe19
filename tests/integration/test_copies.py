"""Working copies: made, saved as editors save, offered, taken, put away; nothing typed is lost."""

import json
import os
import subprocess
import sys
import threading
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select

from app.bootstrap import open_services
from app.checkup.checking import check_workspace
from app.errors import OwnedByUnit, WorkspaceReadOnly
from app.evidence.errors import ItemUnknown
from app.evidence.items import current, remove_items, restore_items
from app.evidence.places import Target
from app.intake.attach import attach_files
from app.intake.copies.deciding import (
    bring_back,
    copy_of_number,
    give_back,
    offer_again,
    put_away,
    put_away_again,
    put_off,
    take_again,
    take_copy,
)
from app.intake.copies.looking import Copies, look_at_copies
from app.intake.copies.making import make_copy
from app.intake.copies.model import CopyState
from app.intake.copies.watch import CopyWatcher
from app.intake.errors import (
    ClassifiedRefused,
    CopyGone,
    CopyNotWhole,
    CopyUnknown,
    CopyWithoutItem,
    RevisionUnchanged,
)
from app.intake.inbox.wiping import wipe
from app.intake.parts.revising import revise_item
from app.intake.requests import AttachRequest
from app.jobs import SilentJob
from app.preview.copies import copy_for_opening
from app.workspace.copy_notes import KEPT_DAYS, PUT_AWAY, CopyNotesFile
from app.workspace.left_behind import clear_left_behind
from app.workspace.opening import open_workspace
from models import EvidenceItem
from tests.support import documents
from tests.support.workspaces import demand_sound

TARGET = Target("60", "材料查证", "县司法局")
JOB = SilentJob()
REPO = Path(__file__).resolve().parents[2]


@pytest.fixture
def item(workspace, workers, tmp_path):
    return attach(workspace, workers, documents.word(tmp_path / "关于印发方案的通知.docx"))


@pytest.fixture(autouse=True)
def _sound_afterwards(workspace):
    yield
    assert check_workspace(workspace, JOB).sound


def attach(workspace, workers, path):
    outcome = attach_files(workspace, workers, AttachRequest((path,), TARGET), JOB).outcomes[0]
    assert outcome.item_id, outcome
    return outcome.item_id


def revision_of(workspace, item):
    with workspace.reading() as session:
        return current(session, item, removed_too=True)[1]


def save_as_word_does(path, *paragraphs):
    """Write a temporary file, move the document aside, and rename; with the lock file beside it."""
    lock = path.with_name(f"~${path.name[2:]}")
    lock.write_bytes(b"\x04user")
    written = documents.word(path.with_name("~WRD0003.docx"), paragraphs)
    temporary = written.rename(path.with_name("~WRD0003.tmp"))
    aside = path.with_name("~WRL0001.tmp")
    path.rename(aside)
    temporary.rename(path)
    aside.unlink()
    return lock


def only(workspace):
    (copy,) = look_at_copies(workspace)
    return copy


def test_a_copy_is_writable_has_a_known_name_and_outlives_the_program(workspace, workers, item):
    made = make_copy(workspace, workers, item, JOB)
    assert made.path == workspace.layout.copies / "1" / "关于印发方案的通知.docx"
    assert (
        made.path.read_bytes()
        == workspace.originals.path(revision_of(workspace, item).blob_sha256).read_bytes()
    )
    assert os.access(made.path, os.W_OK)
    clear_left_behind(workspace.layout, alone=True)  # the next start of the program
    copy = only(workspace)
    assert (copy.item, copy.path, copy.state) == (item, made.path, CopyState.SAME)
    assert make_copy(workspace, workers, item, JOB).path == made.path, "there is one at a time"


@pytest.mark.parametrize("changed", [False, True])
def test_an_old_copy_goes_only_if_its_content_is_stored(workspace, workers, item, changed):
    made = make_copy(workspace, workers, item, JOB)
    if changed:
        documents.word(made.path, ["改过"])
    long_ago = made.path.stat().st_mtime - (KEPT_DAYS + 1) * 24 * 3600
    os.utime(made.path, (long_ago, long_ago))
    lock = made.path.with_name("~$通知.docx")
    lock.touch()
    clear_left_behind(workspace.layout, alone=True)
    assert made.path.exists(), "a program may have it open"
    lock.unlink()
    clear_left_behind(workspace.layout, alone=True)
    assert made.path.exists() is changed
    assert [copy.state for copy in look_at_copies(workspace)] == [CopyState.CHANGED] * changed


def test_what_was_saved_becomes_the_new_version_and_can_be_taken_back(workspace, workers, item):
    made = make_copy(workspace, workers, item, JOB)
    before = revision_of(workspace, item)
    lock = save_as_word_does(made.path, "关于印发方案的通知", "改过的正文")
    copy = only(workspace)
    assert (copy.state, copy.open, copy.offered) == (CopyState.CHANGED, True, True)
    lock.unlink()
    taken = take_copy(workspace, workers, only(workspace), JOB, " 改了 第二段 ")
    after = revision_of(workspace, item)
    assert (after.number, after.reason) == (before.number + 1, "改了 第二段")
    assert after.file_name == before.file_name
    assert after.blob_sha256 != before.blob_sha256
    assert only(workspace).state is CopyState.SAME, "taken, and open for going on"
    give_back(workspace, taken)
    assert revision_of(workspace, item).blob_sha256 == before.blob_sha256
    assert only(workspace).state is CopyState.CHANGED, "it is offered again"
    take_again(workspace, taken)
    assert revision_of(workspace, item).blob_sha256 == after.blob_sha256
    assert only(workspace).state is CopyState.SAME
    save_as_word_does(made.path, "再改一次")
    again = only(workspace)
    assert (again.state, again.overtaken) == (CopyState.CHANGED, False)


def test_an_unchanged_copy_is_refused_as_a_version(workspace, workers, item):
    made = make_copy(workspace, workers, item, JOB)
    os.utime(made.path)  # saved without a change
    assert only(workspace).state is CopyState.SAME
    with pytest.raises(RevisionUnchanged):
        take_copy(workspace, workers, only(workspace), JOB)


def test_half_a_file_is_never_taken(workspace, workers, item):
    made = make_copy(workspace, workers, item, JOB)
    whole = documents.word(made.path, ["新的"]).read_bytes()
    good = only(workspace)
    made.path.write_bytes(whole[: len(whole) // 2])
    assert only(workspace).state is CopyState.BROKEN
    for copy in (only(workspace), good):
        with pytest.raises(CopyNotWhole):
            take_copy(workspace, workers, copy, JOB)
    made.path.unlink()
    with pytest.raises(CopyGone):
        take_copy(workspace, workers, good, JOB)
    assert only(workspace).state is CopyState.MISSING
    clear_left_behind(workspace.layout, alone=True)
    assert look_at_copies(workspace) == ()
    assert not workspace.layout.copies_note.exists()


def test_a_document_saved_under_another_suffix_counts(workspace, workers, tmp_path):
    item = attach(workspace, workers, documents.rtf(tmp_path / "通知.doc"))
    made = make_copy(workspace, workers, item, JOB)
    later = documents.word(made.path.with_suffix(".docx"), ["另存的"])
    copy = only(workspace)
    assert (copy.state, copy.path) == (CopyState.CHANGED, later)
    take_copy(workspace, workers, copy, JOB)
    assert revision_of(workspace, item).file_name == later.name


def test_saving_is_waited_for(workspace, workers, item):
    made = make_copy(workspace, workers, item, JOB)
    copies = Copies(workspace, still=2.0)

    def state(now):
        return copies.step(now)[0].state

    assert [state(0.0), state(2.0)] == [CopyState.SETTLING, CopyState.SAME]
    documents.word(made.path, ["第一次"])
    assert state(3.0) is CopyState.SETTLING
    documents.word(made.path, ["第二次，更长一些的内容" * 50])
    assert [state(4.5), state(6.4), state(6.5)] == [
        CopyState.SETTLING,
        CopyState.SETTLING,
        CopyState.CHANGED,
    ]


def test_later_holds_until_it_is_saved_again(workspace, workers, item):
    made = make_copy(workspace, workers, item, JOB)
    documents.word(made.path, ["一"])
    done = put_off(workspace, only(workspace))
    assert only(workspace).state is CopyState.PUT_OFF
    offer_again(workspace, done)
    assert only(workspace).state is CopyState.CHANGED
    put_off(workspace, only(workspace))
    documents.word(made.path, ["一", "二"])
    assert only(workspace).state is CopyState.CHANGED


def test_putting_away_keeps_the_file_and_can_be_taken_back(workspace, workers, item):
    made = make_copy(workspace, workers, item, JOB)
    content = documents.word(made.path, ["改了很久"]).read_bytes()
    done = put_away(workspace, only(workspace))
    assert look_at_copies(workspace) == ()
    kept = workspace.layout.copies / PUT_AWAY / "1" / made.path.name
    assert kept.read_bytes() == content
    assert make_copy(workspace, workers, item, JOB).path.parent.name == "2", "no number comes twice"
    bring_back(workspace, done)
    assert copy_of_number(workspace, 1).state is CopyState.CHANGED
    assert made.path.read_bytes() == content
    put_away_again(workspace, done)
    assert [copy.number for copy in look_at_copies(workspace)] == [2]
    kept.unlink()
    kept.parent.rmdir()
    with pytest.raises(CopyGone):
        bring_back(workspace, done)
    with pytest.raises(CopyUnknown):
        copy_of_number(workspace, 1)


def test_an_item_removed_meanwhile_is_told(workspace, workers, item):
    made = make_copy(workspace, workers, item, JOB)
    documents.word(made.path, ["改过"])
    remove_items(workspace, [item])
    copy = only(workspace)
    assert (copy.removed, copy.offered) == (True, False)
    with pytest.raises(CopyWithoutItem):
        take_copy(workspace, workers, copy, JOB)
    with pytest.raises(CopyWithoutItem):
        take_copy(workspace, workers, replace(copy, removed=False), JOB)
    with pytest.raises(ItemUnknown):
        make_copy(workspace, workers, item, JOB)
    restore_items(workspace, [item])
    take_copy(workspace, workers, only(workspace), JOB)


def test_another_version_meanwhile_is_told(workspace, workers, item, tmp_path):
    made = make_copy(workspace, workers, item, JOB)
    documents.word(made.path, ["在副本里改的"])
    revise_item(workspace, workers, item, documents.word(tmp_path / "别处.docx", ["别处改的"]), JOB)
    copy = only(workspace)
    assert (copy.state, copy.overtaken) == (CopyState.CHANGED, True)


def test_a_copy_of_an_earlier_version_gives_way_only_while_unchanged(
    workspace, workers, item, tmp_path
):
    first = make_copy(workspace, workers, item, JOB)
    revise_item(workspace, workers, item, documents.word(tmp_path / "新.docx", ["新"]), JOB)
    second = make_copy(workspace, workers, item, JOB)
    assert (first.path.exists(), second.path.name) == (False, "新.docx")
    documents.word(second.path, ["在改"])
    revise_item(workspace, workers, item, documents.word(tmp_path / "更新.docx", ["更新"]), JOB)
    third = make_copy(workspace, workers, item, JOB)
    assert (third.path, third.again) == (second.path, True)


def test_a_mark_of_secrecy_typed_in_the_copy_is_refused(workspace, workers, item):
    made = make_copy(workspace, workers, item, JOB)
    documents.word(made.path, ["机密★1年", "关于某事的通知"])
    before = revision_of(workspace, item).number
    with pytest.raises(ClassifiedRefused):
        take_copy(workspace, workers, only(workspace), JOB)
    assert revision_of(workspace, item).number == before
    assert made.path.exists()


def test_a_read_only_copy_that_was_changed_is_offered_too(workspace, workers, item):
    now = revision_of(workspace, item)
    original = workspace.originals.path(now.blob_sha256)

    def opened():
        return copy_for_opening(
            workspace, workers, original, now.blob_sha256, now.file_name, JOB
        ).path

    path = opened()
    assert look_at_copies(workspace) == ()
    path.chmod(0o600)
    content = documents.word(path, ["去掉只读以后改的"]).read_bytes()
    copy = only(workspace)
    assert (copy.number, copy.item, copy.state) == (0, item, CopyState.CHANGED)
    other = opened()
    assert other != path, "opening it once more overwrites nothing"
    assert path.read_bytes() == content
    assert opened() == other
    clear_left_behind(workspace.layout, alone=True)  # the next start of the program
    copy = only(workspace)
    assert (copy.number, copy.item, copy.path.read_bytes()) == (1, item, content)
    assert not path.exists()
    taken = take_copy(workspace, workers, copy, JOB)
    assert revision_of(workspace, item).number == now.number + 1
    give_back(workspace, taken)
    assert only(workspace).offered


def test_a_changed_read_only_copy_is_taken_or_put_away_where_it_lies(workspace, workers, item):
    now = revision_of(workspace, item)
    original = workspace.originals.path(now.blob_sha256)
    path = copy_for_opening(workspace, workers, original, now.blob_sha256, now.file_name, JOB).path
    path.chmod(0o600)
    documents.word(path, ["甲"])
    done = put_away(workspace, only(workspace))
    assert look_at_copies(workspace) == ()
    bring_back(workspace, done)
    take_copy(workspace, workers, only(workspace), JOB)
    assert revision_of(workspace, item).number == now.number + 1


def test_lost_notes_lose_no_file(workspace, workers, item):
    made = make_copy(workspace, workers, item, JOB)
    documents.word(made.path, ["改过"])
    workspace.layout.copies_note.write_text("{", encoding="utf-8")
    clear_left_behind(workspace.layout, alone=True)
    copy = only(workspace)
    assert (copy.item, copy.offered, copy.path) == ("", False, made.path)
    with pytest.raises(CopyWithoutItem):
        take_copy(workspace, workers, copy, JOB)


def test_reading_only_refuses_every_change(workspace, workers, item):
    made = make_copy(workspace, workers, item, JOB)
    documents.word(made.path, ["改过"])
    with open_workspace(workspace.layout.root, read_only=True) as reader:
        copy = only(reader)
        assert copy.offered
        for act in (
            lambda: make_copy(reader, workers, item, JOB),
            lambda: take_copy(reader, workers, copy, JOB),
            lambda: put_away(reader, copy),
            lambda: put_off(reader, copy),
        ):
            with pytest.raises(WorkspaceReadOnly):
                act()


def test_the_other_sides_item_gets_no_copy(workspace, workers, item):
    with workspace.database.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE evidence_item SET by_office = 0")
    with pytest.raises(OwnedByUnit):
        make_copy(workspace, workers, item, JOB)
    with workspace.database.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE evidence_item SET by_office = 1")


def test_wiping_finds_copies(workspace, workers, item):
    now = revision_of(workspace, item).blob_sha256
    made = make_copy(workspace, workers, item, JOB)
    wipe(workspace, [now])
    assert not made.path.exists()
    assert not [p for p in workspace.layout.copies.rglob("*") if p.is_file()]


def test_wiping_moves_a_changed_copy_out(workspace, workers, item):
    now = revision_of(workspace, item).blob_sha256
    made = make_copy(workspace, workers, item, JOB)
    content = documents.word(made.path, ["改过"]).read_bytes()
    wipe(workspace, [now])
    assert not made.path.exists()
    moved = [p for p in workspace.layout.inbox.rglob(made.path.name) if p.is_file()]
    assert [p.read_bytes() for p in moved] == [content]


def test_the_watcher_tells_of_a_save(workspace, workers, item):
    made = make_copy(workspace, workers, item, JOB)
    workspace.layout.opened.mkdir(parents=True, exist_ok=True)
    heard = threading.Event()

    def on_report(copies):
        if copies and copies[0].state is CopyState.CHANGED:
            heard.set()

    watcher = CopyWatcher(Copies(workspace, still=0.2), on_report)
    watcher.start()
    try:
        save_as_word_does(made.path, "改过").unlink()
        assert heard.wait(60)
    finally:
        assert watcher.stop(30)


# --- kills ---------------------------------------------------------------------------------------

KILLED = """
import os, sys
from pathlib import Path
from app.intake.copies.deciding import put_away, take_copy
from app.intake.copies.looking import look_at_copies
from app.intake.copies.making import make_copy
from app.isolation import Workers
from app.jobs import SilentJob
from app.workspace.opening import open_workspace

if __name__ == "__main__":
    root, act, item, left = Path(sys.argv[1]), sys.argv[2], sys.argv[3], int(sys.argv[4])

    def hook(event, arguments):
        global left
        if event == "os.rename":
            left -= 1
            if left < 0:
                os._exit(9)

    with open_workspace(root) as workspace, Workers(1) as workers:
        sys.addaudithook(hook)
        if act == "make":
            make_copy(workspace, workers, item, SilentJob())
        elif act == "take":
            take_copy(workspace, workers, look_at_copies(workspace)[0], SilentJob())
        else:
            put_away(workspace, look_at_copies(workspace)[0])
    os._exit(0)
"""


@pytest.mark.parametrize("act", ["make", "take", "put_away"])
def test_a_kill_before_any_rename_loses_nothing(unit_template, workers, tmp_path, act):
    """The child is killed before its first rename, its second, and so on until it comes through."""
    from tests.support.workspaces import copy_workspace

    script = tmp_path / "killed.py"
    script.write_text(KILLED, encoding="utf-8")
    start = copy_workspace(unit_template, tmp_path / "start")
    with open_workspace(start) as own:
        outcome = attach_files(
            own,
            workers,
            AttachRequest((documents.word(tmp_path / "通知.docx"),), Target("60", "材料查证")),
            JOB,
        ).outcomes[0]
        item, typed = outcome.item_id, b""
        if act != "make":
            made = make_copy(own, workers, item, JOB)
            typed = documents.word(made.path, ["改了很久的内容"]).read_bytes()
    for left in range(20):
        root = copy_workspace(start, tmp_path / f"{act}{left}")
        done = subprocess.run(
            [sys.executable, script, root, act, item, str(left)],
            env={**os.environ, "PYTHONPATH": str(REPO)},
            stderr=subprocess.DEVNULL,
            check=False,
        )
        with open_services(root) as services:
            own = services.workspace
            demand_sound(own)
            copies = look_at_copies(own)
            if act == "make":
                assert all(copy.state is CopyState.SAME for copy in copies)
                assert make_copy(own, workers, item, JOB).path.is_file()
            else:
                files = [p for p in own.layout.copies.rglob("*.docx") if p.is_file()]
                assert [p.read_bytes() for p in files] == [typed]
                with own.reading() as session:
                    count = len(session.scalars(select(EvidenceItem)).all())
                assert count == 1
                if act == "take":
                    assert [copy.item for copy in copies] == [item]
                    if copies[0].state is CopyState.CHANGED:
                        take_copy(own, workers, copies[0], JOB)
                    assert look_at_copies(own)[0].state is CopyState.SAME
            notes = own.layout.copies_note
            assert not notes.exists() or json.loads(notes.read_text("utf-8"))["version"] == 1
            assert CopyNotesFile(own.layout).read().copies or not copies
        if done.returncode == 0:
            assert left > 0
            return
    pytest.fail("the child never came through")
