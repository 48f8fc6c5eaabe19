"""State secrecy from end to end: asked, refused, wiped, and nothing left anywhere."""

import io
import json
from contextlib import contextmanager
from datetime import date

import py7zr
import pytest
from sqlalchemy import update

from app.checkup.checking import check_workspace
from app.conversion.model import ConversionSettings, Source
from app.conversion.registry import open_conversion
from app.evidence.descriptions import Description
from app.evidence.filing import ItemToFile, ReadyFile, file_items
from app.evidence.items import ItemEdit, edit_item
from app.evidence.places import Target, place_of
from app.filetypes import sniff
from app.intake.attach import attach_files
from app.intake.errors import SecrecyDoubtful
from app.intake.inbox.looking_again import look_again
from app.intake.inbox.wiping import WIPED, erase, finish_wiping, wipe
from app.intake.inspection import InspectionOrder, inspect
from app.intake.report import AttachState
from app.intake.requests import AttachRequest
from app.isolation import Workers
from app.jobs import SilentJob
from app.problems import ProblemKind
from app.secrecy.errors import SecretWords
from app.secrecy.typed import bears_mark
from app.web_origin import OriginEdit
from app.wording.errors import describe_error
from models import Blob, Event, ItemRevision, MergeSnapshot, PackageRecord
from models.vocabulary import PackageState
from tests.support import secrecy
from tests.support.workspaces import rows

JOB = SilentJob()
TARGET = Target("60", "材料查证", "县司法局", 1)
DOUBTFUL = f"{secrecy.FILLER}\n秘密\n{secrecy.FILLER}"


def attach(workspace, workers, path, **how):
    return attach_files(workspace, workers, AttachRequest((path,), TARGET, **how), JOB).outcomes


def traces(root, words, besides=()):
    """The files below a folder that hold some words as bytes, in any usual code."""
    wanted = [words.encode(coding) for coding in ("utf-8", "gb18030", "utf-16-le")]
    wanted.append(json.dumps(words)[1:-1].encode())
    return [
        path
        for path in root.rglob("*")
        if path.is_file()
        and path not in besides
        and any(each in path.read_bytes() for each in wanted)
    ]


def test_a_doubtful_file_is_taken_in_with_a_reason_only(workspace, workers, tmp_path):
    path = tmp_path / "小说.txt"
    path.write_text(DOUBTFUL, encoding="utf-8")
    (asked,) = attach(workspace, workers, path)
    assert asked.state is AttachState.UNDECIDED
    assert isinstance(asked.error, SecrecyDoubtful)
    assert "小说" not in repr(asked.error)
    assert rows(workspace, Blob) == list(workspace.originals.stored()) == []
    (added,) = attach(workspace, workers, path, cleared="小说的章名")
    assert added.state is AttachState.ADDED
    (entry,) = [e for e in rows(workspace, Event) if e.action == "secrecy.cleared"]
    assert (entry.subject, json.loads(entry.data)) == (added.item_id, {"reason": "小说的章名"})


def test_no_reason_takes_a_certain_mark_in(workspace, workers, tmp_path):
    path = tmp_path / "通知.txt"
    path.write_text("机密★1年\n蓝色独角兽", encoding="utf-8")
    (outcome,) = attach(workspace, workers, path, cleared="不涉密")
    assert outcome.state is AttachState.REFUSED
    assert traces(workspace.layout.root, "蓝色独角兽") == []


def test_typed_marks_are_refused(workspace, workers, tmp_path):
    path = tmp_path / "通知.txt"
    path.write_text("关于某事的通知", encoding="utf-8")
    (added,) = attach(workspace, workers, path)
    seen = ItemEdit(origin=OriginEdit(section="绝密★蓝色独角兽"))
    for edit in (
        ItemEdit(title="绝密★蓝色独角兽"),
        ItemEdit(remark="密级：机密\n蓝色独角兽"),
        seen,
    ):
        with pytest.raises(SecretWords) as refused:
            edit_item(workspace, added.item_id, edit)
        assert "密级标志" in describe_error(refused.value).reason
    assert traces(workspace.layout.root, "蓝色独角兽") == []
    edit_item(workspace, added.item_id, ItemEdit(title="商业秘密保护指引", remark="密级：无"))
    assert bears_mark("机密")
    assert not bears_mark("保守国家秘密")


@pytest.fixture
def earlier(workspace, workers, tmp_path, monkeypatch):
    """An item whose file an earlier version took in: it did not look as far."""
    path = tmp_path / "说明.fodt"
    path.write_bytes(secrecy.fodt("机密★1年\n蓝色独角兽"))
    with monkeypatch.context() as patch:
        patch.setattr("app.mark_search.looking.mark_in", lambda *_: None)
        patch.setattr("app.intake.inspection.judge", lambda *_: None)
        inspection = inspect(InspectionOrder(path, path.name, date(2026, 1, 1)))
    assert inspection.classified is None
    original = workspace.originals.import_file(path)
    place = place_of(workspace, TARGET)
    ready = ReadyFile(original, inspection.file_type, path.name, None, inspection.guess, ())
    with workspace.database.writing() as work:
        (filed,) = file_items(
            work, workspace.facts.framework, [ItemToFile(ready, place, Description(title="旧题名"))]
        )
        work.commit()
    return filed.item_id, original.sha256


@contextmanager
def open_conversion_of(workspace):
    def on_secret(sha256):
        return bool(wipe(workspace, [sha256]))

    settings = ConversionSettings()
    with open_conversion(workspace.layout.cache, settings, Workers(), on_secret) as conversion:
        yield conversion


def demand_wiped(workspace, item_id, sha256):
    (revision,) = rows(workspace, ItemRevision)
    assert (revision.item_id, revision.title) == (item_id, WIPED)
    assert sha256 not in {blob.sha256 for blob in rows(workspace, Blob)}
    assert not workspace.originals.contains(sha256)
    assert not list(workspace.layout.cache.rglob(f"*{sha256}*"))
    assert not (workspace.layout.root / "juanzong.wiping.json").exists()
    assert [e.data for e in rows(workspace, Event) if e.action == "secrecy.wiped"] == ["{}"]
    assert check_workspace(workspace, JOB).sound


def test_looking_again_wipes(workspace, workers, earlier):
    look_again(workspace, workers, JOB)
    demand_wiped(workspace, *earlier)
    assert traces(workspace.layout.root, "蓝色独角兽") == []


def test_a_mark_on_converted_pages_wipes_before_anything_is_bound(workspace, earlier):
    item_id, sha256 = earlier
    with open_conversion_of(workspace) as conversion:
        path = workspace.originals.path(sha256)
        source = Source(sha256, path, "说明.fodt", sniff(path, "说明.fodt"), path.stat().st_size)
        (outcome,) = conversion.render([source], JOB).outcomes.values()
    assert outcome.problem.kind is ProblemKind.SECRET_WIPED
    demand_wiped(workspace, item_id, sha256)


def test_a_kill_within_wiping_is_made_good_at_the_next_start(workspace, earlier, monkeypatch):
    _, sha256 = earlier
    with monkeypatch.context() as patch:
        patch.setattr("app.intake.inbox.wiping._wipe_files", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            wipe(workspace, [sha256])
    assert workspace.originals.contains(sha256)
    finish_wiping(workspace)
    assert not workspace.originals.contains(sha256)
    assert not (workspace.layout.root / "juanzong.wiping.json").exists()


def test_erasing_leaves_no_file(tmp_path):
    path = tmp_path / "a.bin"
    path.write_bytes(b"x" * 3_000_000)
    path.chmod(0o400)
    erase(path)
    assert not path.exists()


def test_what_comes_back_is_wiped_again(workspace, earlier):
    """As restoring an older backup does: rows and original are there once more."""
    item_id, sha256 = earlier
    content = workspace.originals.path(sha256).read_bytes()
    blob = next(blob for blob in rows(workspace, Blob) if blob.sha256 == sha256)
    kept = {c.name: getattr(blob, c.name) for c in Blob.__table__.columns}
    wipe(workspace, [sha256])
    file = workspace.layout.root.parent / "again.fodt"
    file.write_bytes(content)
    workspace.originals.import_file(file)
    with workspace.database.writing() as work:
        work.session.add(Blob(**kept))
        work.session.flush()
        change = update(ItemRevision).where(ItemRevision.item_id == item_id)
        told = {"title": "旧题名", "remark": "蓝色独角兽", "reason": "蓝色独角兽"}
        work.session.execute(change.values(blob_sha256=sha256, **told))
        work.commit()
    finish_wiping(workspace)
    (revision,) = rows(workspace, ItemRevision)
    assert (revision.title, revision.remark, revision.reason) == (WIPED, "", "")
    assert not workspace.originals.contains(sha256)
    assert traces(workspace.layout.root, "蓝色独角兽") == []


def test_undoing_a_merge_brings_no_title_back(workspace, earlier):
    item_id, sha256 = earlier
    with workspace.database.writing() as work:
        words = dict.fromkeys(("kind", "peer", "peer_name", "workspace_id", "digest"), "x")
        now = {"made_at": work.now, "recorded_at": work.now}
        package = PackageRecord(
            id="p", sent=False, generation=1, sequence=1, state=PackageState.MERGED, **words, **now
        )
        work.session.add(package)
        work.session.flush()
        before = {"item_id": item_id, "title": "蓝色独角兽", "blob_sha256": sha256, "number": 1}
        before["reason"] = "蓝色独角兽"
        work.session.add(
            MergeSnapshot(
                package_id=package.id, table="item_revision", key=["x"], before=before, after=""
            )
        )
        work.commit()
    wipe(workspace, [sha256])
    (snapshot,) = rows(workspace, MergeSnapshot)
    assert (snapshot.before["title"], snapshot.before["number"]) == (WIPED, 1)
    assert traces(workspace.layout.root, "蓝色独角兽") == []


def test_a_locked_archive_in_a_mail_is_asked_about(workspace, workers, tmp_path):
    locked = io.BytesIO()
    with py7zr.SevenZipFile(locked, "w", password="秘" * 4, header_encryption=True) as archive:
        archive.writestr(b"x", "a.txt")
    path = tmp_path / "来信.eml"
    path.write_bytes(secrecy.mail(files={"附件.7z": locked.getvalue()}))
    (asked,) = attach(workspace, workers, path)
    assert asked.state is AttachState.UNDECIDED
    assert "附件.7z" in asked.error.mark
    added = attach(workspace, workers, path, cleared="问过寄件人")
    assert added[0].state is AttachState.ADDED
