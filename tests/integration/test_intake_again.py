"""The same files handed in once more: told where they lie, doubled only when that is wanted."""

import shutil

import pytest

from app.checkup.checking import check_workspace
from app.cli.output.attach_report import outcome_lines
from app.evidence.items import remove_items, restore_items
from app.evidence.moving import move_placements
from app.evidence.places import Target
from app.intake.again import add_again
from app.intake.attach import attach_files
from app.intake.inbox.watch import Inbox, WatchSettings
from app.intake.manifest.filing import attach_manifest
from app.intake.parts.single import take_one
from app.intake.report import AttachState
from app.intake.requests import AttachRequest
from app.jobs import SilentJob
from app.problems import ProblemKind
from app.storage.defects import DefectKind
from app.wording.errors import describe_error
from app.wording.log import action_name
from models import Event, EvidenceItem, ItemRevision, Placement
from tests.support import documents
from tests.support.workspaces import rows

JOB = SilentJob()
TARGET = Target("60", "材料查证", "县司法局", 2)
ADDED, PRESENT = AttachState.ADDED, AttachState.PRESENT


@pytest.fixture
def attach(workspace, workers):
    def run(*paths, target=TARGET, again=False):
        request = AttachRequest(paths, target, again=again)
        return attach_files(workspace, workers, request, JOB)

    return run


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "评查"
    made.mkdir()
    for n in range(1, 41):  # several batches, and out of order by size
        documents.text(made / f"{n} 评查记录.txt", f"第{n}份" * (41 - n))
    return made


def states(report):
    return [outcome.state for outcome in report.outcomes]


def test_a_folder_handed_in_twice_is_not_doubled(workspace, attach, folder):
    first = attach(folder)
    report = attach(folder)
    assert states(report) == [PRESENT] * 40
    assert [o.number.rpartition("-")[2] for o in report.outcomes] == [str(n) for n in range(1, 41)]
    assert [o.item_id for o in report.outcomes] == [o.item_id for o in first.outcomes]
    assert report.inputs == sum(report.count(state) for state in AttachState) == 40
    assert report.clean
    assert len(rows(workspace, EvidenceItem)) == 40


def test_only_what_is_new_is_added(workspace, attach, folder):
    attach(folder)
    documents.text(folder / "41 评查报告.txt", "报告")
    report = attach(folder)
    assert report.count(PRESENT) == 40
    assert [o.file for o in report.added()] == ["评查/41 评查报告.txt"]


def test_any_other_place_takes_it_and_tells_of_the_first(attach, tmp_path):
    path = documents.text(tmp_path / "通知.txt")
    attach(path)
    for target in (
        Target("60", "材料查证", "县司法局", 1),
        Target("60", "材料查证", "县司法局"),
        Target("60", "材料查证", "县公安局", 2),
        Target("1", "材料查证", "县司法局"),
    ):
        (outcome,) = attach(path, target=target).outcomes
        assert outcome.state is ADDED, target
        assert ProblemKind.DUPLICATE_CONTENT in [p.kind for p in outcome.problems]
        assert outcome.used_at[0].startswith("指标 60　材料查证：")


def test_what_lies_in_the_bin_or_was_moved_away_is_no_hindrance(workspace, attach, tmp_path):
    path = documents.text(tmp_path / "通知.txt")
    (first,) = attach(path).outcomes
    remove_items(workspace, [first.item_id])
    (second,) = attach(path).outcomes
    assert second.state is ADDED
    restore_items(workspace, [first.item_id])
    (third,) = attach(path).outcomes
    assert (third.state, third.item_id) == (PRESENT, first.item_id)
    for placement in rows(workspace, Placement):
        move_placements(workspace, [placement.id], Target("1", "材料查证", "县司法局"))
    assert states(attach(path)) == [ADDED]


def test_equal_files_of_one_drop_become_one_item(workspace, attach, tmp_path):
    one = documents.text(tmp_path / "一.txt", "同一份")
    two = tmp_path / "二.txt"
    shutil.copy(one, two)
    report = attach(one, two)
    assert sorted(states(report)) == [ADDED, PRESENT]
    assert report.present()[0].item_id == report.added()[0].item_id
    assert report.present()[0].number.endswith("-1")
    assert len(rows(workspace, EvidenceItem)) == 1


def test_files_without_content_are_told_apart_by_name(attach, tmp_path):
    empty = [documents.text(tmp_path / name, "") for name in ("一.docx", "二.docx")]
    assert states(attach(*empty)) == [ADDED, ADDED]
    assert states(attach(*empty)) == [PRESENT, PRESENT]


def test_members_of_an_archive_likewise(workspace, attach, tmp_path):
    path = documents.archive(tmp_path / "包.zip", {"a.txt": b"x", "b.txt": b"y"})
    attach(path)
    report = attach(path)
    assert [(o.file, o.state) for o in report.outcomes] == [
        ("包.zip/a.txt", PRESENT),
        ("包.zip/b.txt", PRESENT),
    ]
    added = add_again(workspace, report.outcomes)  # the members are gone from the disk by now
    assert states(added) == [ADDED, ADDED]
    assert len(rows(workspace, EvidenceItem)) == 4


def test_a_mended_list_can_be_handed_in_again(workspace, workers, tmp_path):
    documents.text(tmp_path / "a.txt", "甲")
    documents.text(tmp_path / "b.txt", "乙")
    manifest = tmp_path / "清单.csv"
    heading = "path,indicator,method,unit,point"
    place = "60,材料查证,县司法局,2"
    manifest.write_text(f"{heading}\na.txt,{place}\nb.txt,60,材料查证,县天文局,2\n", "utf-8")
    attach_manifest(workspace, workers, manifest, JOB)
    manifest.write_text(f"{heading}\na.txt,{place}\nb.txt,{place}\n", "utf-8")
    report = attach_manifest(workspace, workers, manifest, JOB)
    assert [(o.line, o.state) for o in report.outcomes] == [(2, PRESENT), (3, ADDED)]
    again = attach_manifest(workspace, workers, manifest, JOB, again=True)
    assert states(again) == [ADDED, ADDED]


def test_it_can_be_added_all_the_same(workspace, attach, folder):
    attach(folder)
    report = add_again(workspace, attach(folder).present())
    assert states(report) == [ADDED] * 40
    for outcome in report.outcomes:
        assert ProblemKind.DUPLICATE_CONTENT in [p.kind for p in outcome.problems]
    assert states(attach(folder, again=True)) == [ADDED] * 40
    assert len(rows(workspace, EvidenceItem)) == 120
    titles = [revision.title for revision in rows(workspace, ItemRevision)]
    assert titles.count("40 评查记录") == titles.count("1 评查记录")


def test_the_inbox_moves_it_aside_and_adds_nothing(workspace, workers, attach, tmp_path):
    path = documents.text(tmp_path / "通知.txt")
    (first,) = attach(path).outcomes
    inbox = Inbox(workspace, workers, describe_error, WatchSettings(stable_seconds=2))
    placed = inbox.folder / "60" / "材料查证" / "县司法局" / "2" / "通知.txt"
    placed.parent.mkdir(parents=True)
    shutil.copy(path, placed)
    inbox.step(0, JOB)
    report = inbox.step(3, JOB)
    assert [(o.state, o.item_id) for o in report.outcomes] == [(PRESENT, first.item_id)]
    assert not placed.exists()
    waiting = inbox.folder / "通知.txt"
    shutil.copy(path, waiting)
    assigned = inbox.assign([waiting.relative_to(inbox.folder)], TARGET, JOB)
    assert states(assigned) == [PRESENT]
    assert assigned.items == ()  # undoing must not take the first one away
    assert not waiting.exists()


def test_the_same_file_mends_an_altered_original(workspace, attach, folder):
    attach(folder)
    file = folder / "3 评查记录.txt"
    sha256 = workspace.originals.import_file(file).sha256
    kept = workspace.originals.path(sha256)
    kept.chmod(0o600)
    kept.write_bytes(kept.read_bytes()[:-1] + b"!")
    assert [d.kind for d in check_workspace(workspace, JOB).defects] == [
        DefectKind.ORIGINAL_DAMAGED
    ]
    report = attach(folder)
    assert states(report) == [PRESENT] * 40
    (mended,) = [o for o in report.outcomes if o.mended]
    assert (mended.file, mended.sha256) == ("评查/3 评查记录.txt", sha256)
    assert ("  库里的原件被改动过，已用这个文件修复", "green") in outcome_lines(mended)
    assert check_workspace(workspace, JOB).sound
    (told,) = [e for e in rows(workspace, Event) if e.action == "original.mended"]
    assert told.subject == sha256
    assert action_name(told.action) == "修复被改动的原件"
    # Added all the same afterwards, it is not said to have been mended twice.
    add_again(workspace, [mended])
    assert sum(e.action == "original.mended" for e in rows(workspace, Event)) == 1
    assert not any(o.mended for o in attach(folder).outcomes)


def test_a_new_version_of_the_same_content_mends_too(workspace, workers, attach, folder):
    file = folder / "3 评查记录.txt"
    (outcome,) = attach(file).outcomes
    kept = workspace.originals.path(outcome.sha256)
    kept.chmod(0o600)
    kept.write_bytes(b"altered")
    take_one(workspace, workers, file, JOB)
    assert check_workspace(workspace, JOB).sound
