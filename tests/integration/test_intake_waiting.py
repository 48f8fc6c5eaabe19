"""What waits in the inbox: looked at, assigned, taken back, moved out and put back."""

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select

from app.checkup.checking import check_workspace
from app.errors import FileUnreadable
from app.evidence.errors import ItemUnknown
from app.evidence.places import Target
from app.framework.errors import IndicatorUnknown
from app.intake.errors import ClassifiedRefused
from app.intake.inbox.arrivals import FILED, MOVED_OUT, Unplaced, list_inbox
from app.intake.inbox.waiting import (
    list_aside,
    look_at_waiting,
    move_out,
    put_back,
    reassign,
    unassign,
)
from app.intake.inbox.watch import Inbox
from app.jobs import Cancelled, CancelToken, SilentJob
from app.wording.errors import describe_error
from models import EvidenceItem
from tests.support import documents

JOB = SilentJob()
PLACE = Target("60", "材料查证", "县司法局", 2)


@pytest.fixture
def box(workspace):
    yield workspace.layout.inbox
    assert check_workspace(workspace, JOB).sound


def items(workspace):
    with workspace.database.reading() as session:
        return [item.removed_at is None for item in session.scalars(select(EvidenceItem))]


def lying(box):
    return {path.as_posix() for path in list_inbox(box)}


def test_waiting_files_are_looked_at_once(workspace, workers, box):
    documents.text(box / "通知.txt", "示法办〔2021〕12号\n")
    documents.text(box / "内部.txt", "机密★1年\n")
    waiting = [Unplaced(Path(name)) for name in ("通知.txt", "内部.txt", "没有.txt")]
    first, secret = look_at_waiting(workspace, workers, waiting, {}, JOB)
    assert first.guess.doc_number.value == "示法办〔2021〕12号"
    assert isinstance(secret.error, ClassifiedRefused)
    assert secret.file_type is None
    known = {one.path: one for one in (first, secret)}
    again = look_at_waiting(workspace, workers, waiting, known, JOB)
    assert all(one is known[one.path] for one in again)


def test_an_archive_that_waits_is_not_said_to_stay_closed(workspace, workers, box):
    documents.archive(box / "材料.zip", {"通知.txt": b"1"})
    (waiting,) = look_at_waiting(workspace, workers, [Unplaced(Path("材料.zip"))], {}, JOB)
    assert waiting.problems == ()


def test_a_part_of_an_archive_takes_the_others_along(workspace, workers, box):
    whole = documents.archive(box / "材料.zip", {"通知.txt": b"1"})
    data = whole.read_bytes()
    whole.unlink()
    (box / "材料.zip.001").write_bytes(data[:40])
    (box / "材料.zip.002").write_bytes(data[40:])
    assigned = Inbox(workspace, workers, describe_error).assign([Path("材料.zip.001")], PLACE, JOB)
    assert [o.file for o in assigned.outcomes if o.item_id] == ["材料.zip.001/通知.txt"]
    assert lying(box) == set()
    unassign(workspace, assigned)
    assert lying(box) == {"材料.zip.001", "材料.zip.002"}


def test_a_saved_page_takes_its_folder_along(workspace, box):
    documents.text(box / "解读.html", "<html></html>")
    (box / "解读_files").mkdir()
    documents.text(box / "解读_files" / "a.js", "x")
    moved = move_out(workspace, [Path("解读.html")])
    assert not (box / "解读_files").exists()
    assert len(list_aside(workspace, MOVED_OUT)) == 2
    put_back(workspace, [now for before, now in moved if before == Path("解读.html")])
    assert (box / "解读_files" / "a.js").exists()
    assert lying(box) == {"解读.html"}


def test_an_assignment_is_taken_back_and_made_again(workspace, workers, box):
    documents.text(box / "通知.txt", "一")
    assigned = Inbox(workspace, workers, describe_error).assign([Path("通知.txt")], PLACE, JOB)
    assert items(workspace) == [True]
    assert lying(box) == set()
    assert [now.parts[0] for _, now in assigned.moved] == [FILED]
    unassign(workspace, assigned)
    assert items(workspace) == [False]
    assert lying(box) == {"通知.txt"}
    reassign(workspace, assigned)
    assert items(workspace) == [True]
    assert lying(box) == set()


def test_a_wrong_place_moves_nothing(workspace, workers, box):
    documents.text(box / "通知.txt", "一")
    with pytest.raises(IndicatorUnknown):
        Inbox(workspace, workers, describe_error).assign(
            [Path("通知.txt")], Target("96", "材料查证"), JOB
        )
    assert lying(box) == {"通知.txt"}


def test_what_was_entered_before_a_cancellation_does_not_wait_any_more(workspace, workers, box):
    for number in range(40):
        documents.text(box / f"{number}.txt", f"第{number}份")
    token = CancelToken()

    class Job(SilentJob):
        def report(self, progress):
            token.cancel()

    paths = [Path(f"{number}.txt") for number in range(40)]
    with pytest.raises(Cancelled):
        Inbox(workspace, workers, describe_error).assign(paths, PLACE, Job(token))
    assert len(items(workspace)) + len(lying(box)) == 40
    assert items(workspace)


def test_what_is_moved_out_comes_back_to_its_folder(workspace, box):
    for text in ("一", "二"):
        (box / "60").mkdir(exist_ok=True)
        documents.text(box / "60" / "杂物.txt", text)
        move_out(workspace, [Path("60/杂物.txt")])
    assert lying(box) == set()
    aside = list_aside(workspace, MOVED_OUT)
    assert [file.path.name for file in aside] == ["杂物.txt", "杂物（2）.txt"]
    put_back(workspace, [file.path for file in aside])
    assert lying(box) == {"60/杂物.txt", "60/杂物（2）.txt"}
    assert list_aside(workspace, MOVED_OUT) == ()


def test_many_files_are_moved_out_or_none(workspace, box):
    for name in "甲乙丙":
        documents.text(box / f"{name}.txt", name)
    before = lying(box)
    with pytest.raises(FileUnreadable):
        move_out(workspace, [Path("甲.txt"), Path("没有.txt"), Path("丙.txt")])
    assert lying(box) == before
    moved = move_out(workspace, [Path("甲.txt"), Path("丙.txt")])
    assert lying(box) == {"乙.txt"}
    put_back(workspace, [now for _, now in moved])
    assert lying(box) == before


def test_an_assignment_whose_files_cannot_go_back_stays(workspace, workers, box):
    documents.text(box / "通知.txt", "一")
    assigned = Inbox(workspace, workers, describe_error).assign([Path("通知.txt")], PLACE, JOB)
    assert items(workspace) == [True]
    unknown = replace(assigned.outcomes[0], item_id="没有")
    broken = replace(assigned, outcomes=(*assigned.outcomes, unknown))
    where = lying(box)
    with pytest.raises(ItemUnknown):
        unassign(workspace, broken)
    assert items(workspace) == [True]
    assert lying(box) == where
