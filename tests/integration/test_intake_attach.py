"""Files into a workspace: every one accounted for, nothing classified kept, kills survived."""

import io
import json
import os
import shutil
import stat
import zipfile

import pytest
from sqlalchemy import select

from app.errors import FileUnreadable, UnitUnknown, WorkspaceReadOnly
from app.evidence.descriptions import Description
from app.evidence.errors import DateNotUnderstood, UnitRequired
from app.evidence.places import Target
from app.framework.errors import IndicatorUnknown, MethodNotRequired, PointUnknown
from app.intake.attach import attach_files
from app.intake.errors import ClassifiedRefused
from app.intake.report import AttachState
from app.intake.requests import AttachRequest
from app.jobs import SilentJob
from app.leftovers import ExclusionReason
from app.names.problems import describe_problem
from app.problems import ProblemKind
from app.wording.errors import describe_error
from app.wording.intake import describe_exclusion
from app.workspace.opening import open_workspace
from models import Blob, Event, EvidenceItem, ItemRevision, Placement
from tests.support import documents
from tests.support.workspaces import demand_sound, make_workspace, rows

TARGET = Target("60", "材料查证", "县司法局")
LETTER = (
    "示例县司法局文件",
    "示司〔2021〕12号",
    "关于开展法治宣传工作的通知",
    "各单位：",
    "示例县司法局",
    "2021年4月9日",
)


@pytest.fixture
def attach(workspace, workers):
    def run(*paths, target=TARGET, job=None, **stated):
        request = AttachRequest(paths, target, Description(**stated))
        return attach_files(workspace, workers, request, job or SilentJob())

    return run


def test_a_file_becomes_an_item_with_guesses(workspace, attach, tmp_path):
    report = attach(documents.word(tmp_path / "1.通知.docx", LETTER))
    (outcome,) = report.outcomes
    assert outcome.state is AttachState.ADDED
    assert report.clean
    (item,), (revision,), (placement,) = (
        rows(workspace, model) for model in (EvidenceItem, ItemRevision, Placement)
    )
    assert outcome.item_id == item.id == revision.item_id == placement.item_id
    assert revision.title == "关于开展法治宣传工作的通知"
    assert (revision.doc_number, revision.issuer) == ("示司〔2021〕12号", "示例县司法局")
    assert revision.doc_date == "2021-04-09"
    assert set(revision.guesses) == {"title", "doc_number", "issuer", "doc_date"}
    assert revision.file_name == "1.通知.docx"
    assert (placement.indicator_code, placement.task_code) == (
        "60",
        "material_check",
    )
    (blob,) = rows(workspace, Blob)
    assert (blob.sha256, blob.kind, blob.label) == (outcome.sha256, "word", "Word 文档")
    assert rows(workspace, Event)[-1].action == "item.attached"
    demand_sound(workspace)


def test_what_is_stated_is_no_guess(workspace, attach, tmp_path):
    path = documents.word(tmp_path / "a.docx", LETTER)
    attach(path, title="普法通知", doc_number="示司[2021]13号", doc_date="2021年4月")
    (revision,) = rows(workspace, ItemRevision)
    assert (revision.title, revision.doc_number) == ("普法通知", "示司〔2021〕13号")
    assert (revision.doc_date, set(revision.guesses)) == ("2021-04", {"issuer"})


def test_several_files_described_together_are_numbered(workspace, attach, tmp_path):
    files = [documents.text(tmp_path / f"{n}.txt", f"内容{n}") for n in range(3)]
    attach(*files, title="照片")
    assert [r.title for r in rows(workspace, ItemRevision)] == [
        "照片（1）",
        "照片（2）",
        "照片（3）",
    ]


def test_items_follow_each_other_as_their_files_do(workspace, attach, tmp_path):
    folder = tmp_path / "决策档案"
    folder.mkdir()
    # Sizes differ, so that the files get ready in another order than their names say.
    for n, size in ((10, 10), (2, 6 << 20), (1, 3), (3, 5 << 20)):
        (folder / f"{n} 步骤.bin").write_bytes(bytes([n]) * size)
    report = attach(folder)
    with workspace.database.reading() as session:
        names = session.scalars(
            select(ItemRevision.file_name)
            .join(Placement, Placement.item_id == ItemRevision.item_id)
            .order_by(Placement.position)
        ).all()
    expected = ["1 步骤.bin", "2 步骤.bin", "3 步骤.bin", "10 步骤.bin"]
    assert names == expected
    assert [o.file for o in report.outcomes] == [f"决策档案/{name}" for name in expected]


@pytest.mark.skipif(os.name == "nt", reason="there are no such names and files there")
def test_names_in_old_encodings_are_read_and_pipes_left_out(attach, tmp_path):
    folder = tmp_path / "材料"
    folder.mkdir()
    documents.text(folder / os.fsdecode("评查.txt".encode("gb18030")), "内容")
    os.mkfifo(folder / "管道")
    report = attach(folder, folder / "管道")
    states = [(outcome.file, outcome.state) for outcome in report.outcomes]
    assert sorted(states) == [
        ("材料/管道", AttachState.EXCLUDED),
        ("材料/评查.txt", AttachState.ADDED),
        ("管道", AttachState.EXCLUDED),
    ]


def test_a_folder_of_everything_closes_its_account(workspace, attach, tmp_path):
    folder = tmp_path / "材料"
    (folder / "子目录").mkdir(parents=True)
    documents.word(folder / "通知.docx", LETTER)
    documents.text(folder / "子目录" / "说明.txt")
    documents.text(folder / "空.docx", "")
    documents.rtf(folder / "实为RTF.doc")
    documents.encrypted_pdf(folder / "锁.pdf", user="1")
    documents.text(folder / "~$通知.docx")
    documents.text(folder / "Thumbs.db")
    documents.text(folder / "机密★1年.txt")
    (folder / "链接.txt").symlink_to(folder / "子目录" / "说明.txt")
    zipped = {"内/报告.txt": "报告".encode(), "__MACOSX/x": b"", "../外.txt": b"", "秘密.txt": b"x"}
    documents.archive(folder / "包.zip", zipped, "gbk")
    report = attach(folder, tmp_path / "没有.pdf")
    states = {outcome.file: outcome.state for outcome in report.outcomes}
    assert states == {
        "材料/通知.docx": AttachState.ADDED,
        "材料/子目录/说明.txt": AttachState.ADDED,
        "材料/空.docx": AttachState.ADDED,
        "材料/实为RTF.doc": AttachState.ADDED,
        "材料/锁.pdf": AttachState.ADDED,
        "材料/~$通知.docx": AttachState.EXCLUDED,
        "材料/Thumbs.db": AttachState.EXCLUDED,
        "材料/机密★1年.txt": AttachState.REFUSED,
        "材料/链接.txt": AttachState.EXCLUDED,
        "材料/包.zip/内/报告.txt": AttachState.ADDED,
        "材料/包.zip/__MACOSX/x": AttachState.EXCLUDED,
        "材料/包.zip/外.txt": AttachState.FAILED,
        "材料/包.zip/秘密.txt": AttachState.REFUSED,
        "没有.pdf": AttachState.FAILED,
    }
    assert report.inputs == sum(report.count(state) for state in AttachState) == 14
    assert not report.clean
    assert len(rows(workspace, EvidenceItem)) == report.count(AttachState.ADDED) == 6
    for outcome in report.outcomes:  # each has a sentence for a person
        if outcome.exclusion is not None:
            assert describe_exclusion(outcome.exclusion)
        elif outcome.state is not AttachState.ADDED:
            assert describe_error(outcome.error).remedy
        for problem in outcome.problems:
            assert describe_problem(problem).reason
    demand_sound(workspace)


def test_nothing_of_a_classified_file_is_kept_anywhere(workspace, attach, tmp_path):
    secret = "绝不能留下的人事安排"
    path = documents.text(tmp_path / f"{secret}.txt", f"机密★1年\n{secret}")
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("机密★.txt", secret)
        archive.writestr(f"{secret}.txt", f"秘密★长期\n{secret}")
    bundle = tmp_path / "包.zip"
    bundle.write_bytes(inner.getvalue())
    report = attach(path, bundle)
    assert [o.state for o in report.outcomes] == [AttachState.REFUSED] * 3
    assert all(isinstance(o.error, ClassifiedRefused) for o in report.outcomes)
    assert list(workspace.originals.stored()) == []
    workspace.close()
    needles = [secret.encode(), secret.encode("utf-16-le"), "机密★".encode(), "秘密★".encode()]
    for file in (p for p in workspace.layout.root.rglob("*") if p.is_file()):
        data = file.read_bytes()
        assert not any(needle in data for needle in needles), file


def test_the_same_content_is_stored_once_and_said_so(workspace, attach, tmp_path):
    first = documents.word(tmp_path / "通知.docx", LETTER)
    second = tmp_path / "再来一份.docx"
    shutil.copy(first, second)
    attach(first)
    (outcome,) = attach(second, target=Target("63", "材料查证", "县司法局")).outcomes
    assert outcome.state is AttachState.ADDED
    assert [p.kind for p in outcome.problems] == [ProblemKind.DUPLICATE_CONTENT]
    assert outcome.used_at == ("指标 60　材料查证：关于开展法治宣传工作的通知",)
    assert len(list(workspace.originals.stored())) == len(rows(workspace, Blob)) == 1
    assert len(rows(workspace, EvidenceItem)) == 2


def test_the_period_of_the_point_is_checked(framework, workspace, attach, tmp_path):
    code, method, point = next(
        (i.code, t.code, p)
        for i in framework.indicators
        for t in i.tasks
        for p in t.points
        if p.since_year
    )
    path = documents.text(tmp_path / "a.txt")
    target = Target(code, method, "县司法局", point.number)
    (old,) = attach(path, target=target, doc_date=f"{point.since_year - 1}").outcomes
    assert ProblemKind.OUTSIDE_PERIOD in [p.kind for p in old.problems]
    (new,) = attach(path, target=target, doc_date=f"{point.since_year}-01-01").outcomes
    assert ProblemKind.OUTSIDE_PERIOD not in [p.kind for p in new.problems]


@pytest.mark.parametrize(
    ("target", "error"),
    [
        (Target("96", "材料查证", "县司法局"), IndicatorUnknown),
        (Target("60", "网络检索", "县司法局"), MethodNotRequired),
        (Target("60", "材料查证", "县司法局", 99), PointUnknown),
        (Target("60", "材料查证", "县天文局"), UnitUnknown),
    ],
)
def test_a_wrong_place_is_refused_before_anything_happens(
    workspace, attach, tmp_path, target, error
):
    with pytest.raises(error):
        attach(documents.text(tmp_path / "a.txt"), target=target)
    assert rows(workspace, EvidenceItem) == []
    assert list(workspace.originals.stored()) == []


def test_a_wrong_date_is_refused(attach, tmp_path):
    for text in ("去年", "2021-13-01", "2099-01-01", "2021-04-09 前后"):
        with pytest.raises(DateNotUnderstood):
            attach(documents.text(tmp_path / "a.txt"), doc_date=text)


def test_the_unit_may_be_left_out_where_it_is_plain(
    framework, workspace, workers, attach, tmp_path
):
    path = documents.text(tmp_path / "a.txt")
    registry = workspace.registry()
    units = {i.code: registry.responsible[i.code] for i in framework.indicators}
    one = next(i for i in framework.indicators if len(units[i.code]) == 1)
    many = next(i for i in framework.indicators if len(units[i.code]) > 1)
    assert attach(path, target=Target(one.code, one.tasks[0].code)).clean
    with pytest.raises(UnitRequired):
        attach(path, target=Target(many.code, many.tasks[0].code))
    with make_workspace(tmp_path / "单位", framework, "县司法局") as own:
        request = AttachRequest((path,), Target(many.code, many.tasks[0].code))
        attach_files(own, workers, request, SilentJob())
        (item,) = rows(own, EvidenceItem)
        assert item.unit_id == own.facts.unit_id


def test_a_damaged_archive_is_taken_in_as_it_is(workspace, attach, tmp_path):
    inner = documents.archive(tmp_path / "内.zip", {"a.txt": b"x"}).read_bytes()
    nested = documents.archive(tmp_path / "外.zip", {"内.zip": inner})
    broken = tmp_path / "坏.zip"
    broken.write_bytes(nested.read_bytes()[:60])
    outcomes = {o.file: o for o in attach(nested, broken).outcomes}
    assert set(outcomes) == {"外.zip/内.zip/a.txt", "坏.zip"}
    damaged = [ProblemKind.DAMAGED, ProblemKind.ARCHIVE_CLOSED]
    assert [p.kind for p in outcomes["坏.zip"].problems] == damaged
    assert len(rows(workspace, EvidenceItem)) == 2


def test_a_closed_archive_is_refused_for_the_names_it_shows(workspace, workers, attach, tmp_path):
    inner = documents.archive(tmp_path / "内.zip", {"机密★1年.txt": b"x"})
    nested = documents.archive(tmp_path / "外.zip", {"内.zip": inner.read_bytes()})
    assert [o.state for o in attach(nested).outcomes] == [AttachState.REFUSED]
    whole = AttachRequest((inner,), TARGET, expand=False)
    report = attach_files(workspace, workers, whole, SilentJob())
    assert [o.state for o in report.outcomes] == [AttachState.REFUSED]
    assert list(workspace.originals.stored()) == []


def test_archives_may_be_kept_whole(workspace, workers, tmp_path):
    path = documents.archive(tmp_path / "包.zip", {"a.txt": b"x", "b.txt": b"y"})
    request = AttachRequest((path,), TARGET, expand=False)
    report = attach_files(workspace, workers, request, SilentJob())
    assert [o.file for o in report.outcomes] == ["包.zip"]


def test_one_unreadable_file_does_not_stop_the_others(attach, tmp_path):
    locked = documents.text(tmp_path / "a.txt")
    locked.chmod(0)
    try:
        locked.read_bytes()
    except PermissionError:
        outcomes = {o.file: o for o in attach(locked, documents.text(tmp_path / "b.txt")).outcomes}
        assert outcomes["b.txt"].state is AttachState.ADDED
        assert isinstance(outcomes["a.txt"].error, FileUnreadable)
    else:
        pytest.skip("this user may read everything")
    finally:
        locked.chmod(stat.S_IRUSR | stat.S_IWUSR)


def test_original_files_are_left_as_they_were(attach, tmp_path):
    path = documents.word(tmp_path / "a.docx", LETTER)
    before = (path.read_bytes(), path.stat().st_mtime_ns)
    attach(path)
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before


def test_a_workspace_open_for_reading_takes_nothing(workspace, workers, tmp_path):
    with open_workspace(workspace.layout.root, read_only=True) as readonly:
        request = AttachRequest((documents.text(tmp_path / "a.txt"),), TARGET)
        with pytest.raises(WorkspaceReadOnly):
            attach_files(readonly, workers, request, SilentJob())
    assert list(workspace.originals.stored()) == []


def test_the_log_tells_who_attached_what(workspace, attach, tmp_path):
    (outcome,) = attach(documents.text(tmp_path / "说明.txt")).outcomes
    event = rows(workspace, Event)[-1]
    data = json.loads(event.data)
    assert event.subject == outcome.item_id
    assert data["file_name"] == "说明.txt"
    assert data["sha256"] == outcome.sha256
    assert (data["indicator"], data["method"], data["unit"]) == (
        "60",
        "material_check",
        "县司法局",
    )


def test_names_in_another_normal_form_do_not_break_the_log(workspace, attach, tmp_path):
    attach(documents.text(tmp_path / "Cafe\u0301 说明.txt"))  # as macOS writes é
    assert rows(workspace, ItemRevision)[0].file_name == "Caf\u00e9 说明.txt"
    demand_sound(workspace)


@pytest.mark.samples
def test_every_sample_is_taken_in(workspace, attach, samples):
    report = attach(samples)
    files = [p for p in samples.rglob("*") if p.is_file()]
    assert report.inputs == report.count(AttachState.ADDED) == len(files)
    assert all(outcome.title for outcome in report.outcomes)
    assert {outcome.exclusion for outcome in report.outcomes} == {None}
    assert ExclusionReason.HIDDEN_FILE not in {o.exclusion for o in report.outcomes}
    demand_sound(workspace)
