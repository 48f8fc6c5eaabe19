"""Many items described and confirmed at once: one transaction, taken back as one."""

import pytest
from PIL import Image
from sqlalchemy import func, select

from app.evidence.bulk import BulkEdit, change_many, edits_of, make_again, take_back
from app.evidence.errors import DateNotUnderstood
from app.evidence.items import ItemEdit
from app.evidence.listing import list_filed
from app.evidence.places import Target
from app.evidence.title_patterns import TitlePattern
from app.intake.attach import attach_files
from app.intake.requests import AttachRequest
from app.jobs import SilentJob
from models import Event
from tests.support import documents

TARGET = Target("60", "材料查证", "县司法局")


@pytest.fixture
def filed(workspace, workers, tmp_path):
    scan = tmp_path / "扫描件001.png"
    Image.new("RGB", (900, 1200), "white").save(scan)
    texts = [
        documents.text(tmp_path / f"{stem}.txt", f"内容 {stem}")
        for stem in ("评查现场照片 2021-05-06", "关于评查的通知")
    ]
    paths = [scan, *texts]
    attach_files(workspace, workers, AttachRequest(tuple(paths), TARGET), SilentJob())
    return lambda: _rows(workspace)


def _rows(workspace):
    with workspace.database.reading() as session:
        return sorted(list_filed(session), key=lambda row: row.file_name)


def events(workspace):
    with workspace.database.reading() as session:
        return session.scalar(select(func.count()).select_from(Event))


def described(rows):
    return [(r.title, r.issuer, r.doc_date, r.copies, r.remark, r.point, r.guesses) for r in rows]


def test_only_what_is_wanted_changes_and_all_of_it_is_taken_back(workspace, filed):
    before = filed()
    wanted = BulkEdit(issuer="县司法局", copies=2, title=TitlePattern("评查材料（{序号}）"))
    moves = [(r.placement, Target(r.indicator, r.task_code, r.unit, 2)) for r in before]
    done = change_many(workspace, edits_of(before, wanted), moves)
    after = filed()
    assert done.count == 3
    assert {r.issuer for r in after} == {"县司法局"}
    assert {(r.copies, r.point) for r in after} == {(2, 2)}
    assert sorted(r.title for r in after) == [f"评查材料（{n}）" for n in (1, 2, 3)]
    assert [r.doc_date for r in after] == [r.doc_date for r in before]
    assert all("issuer" not in r.guesses and "title" not in r.guesses for r in after)
    take_back(workspace, done)
    assert described(filed()) == described(before)
    make_again(workspace, done)
    assert described(filed()) == described(after)


def test_confirming_many_leaves_a_title_that_says_nothing(workspace, filed):
    done = change_many(workspace, edits_of(filed(), BulkEdit(confirm=True)))
    guesses = {row.file_name: set(row.guesses) for row in filed()}
    assert guesses["扫描件001.png"] == {"title"}
    assert guesses["评查现场照片 2021-05-06.txt"] == set()
    assert done.count == 2  # nothing but that title was guessed of the first
    # A title that is made for it is stated, and so confirmed.
    wanted = BulkEdit(confirm=True, title=TitlePattern("现场检查笔录"))
    change_many(workspace, edits_of(filed(), wanted))
    assert not any(row.guesses for row in filed())


def test_if_one_is_refused_nothing_changes(workspace, filed):
    before, count = filed(), events(workspace)
    edits = {row.item: ItemEdit(issuer="县司法局") for row in before}
    edits[before[-1].item] = ItemEdit(doc_date="某日")
    with pytest.raises(DateNotUnderstood):
        change_many(workspace, edits)
    assert described(filed()) == described(before)
    assert events(workspace) == count
