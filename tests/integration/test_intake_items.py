"""Items once they are there: described, revised, added to, placed, ordered, removed, restored."""

import json

import pytest
from PIL import Image
from sqlalchemy import select

from app.checkup.checking import check_workspace
from app.evidence.descriptions import Description
from app.evidence.errors import AlreadyPlaced, DateNotUnderstood, ItemUnknown, PlacementUnknown
from app.evidence.items import ItemEdit, current, edit_item, remove_items, restore_items
from app.evidence.moving import move_placements
from app.evidence.placements import place_item, reorder
from app.evidence.places import Target
from app.framework.errors import MethodNotRequired
from app.intake.attach import attach_files
from app.intake.errors import ClassifiedRefused, NotAPdf, NotTakenIn, RevisionUnchanged
from app.intake.parts.adding import Companions, add_attachment, add_companion_pdf, put_companion
from app.intake.parts.revising import revise_item
from app.intake.requests import AttachRequest
from app.jobs import SilentJob
from app.problems import ProblemKind
from app.review.basis import read_bases
from models import Attachment, Event, EvidenceItem, ItemRevision, Placement
from models.vocabulary import AttachmentRole
from tests.support import documents
from tests.support.workspaces import rows

TARGET = Target("60", "材料查证", "县司法局")
OTHER = Target("63", "材料查证", "县司法局")
JOB = SilentJob()


@pytest.fixture
def attach(workspace, workers, tmp_path):
    def run(name="说明.txt", content="", target=TARGET, **stated):
        path = documents.text(tmp_path / name, content or f"内容 {name}")
        request = AttachRequest((path,), target, Description(**stated))
        return attach_files(workspace, workers, request, JOB).outcomes[0].item_id

    return run


@pytest.fixture
def item(attach):
    return attach()


@pytest.fixture(autouse=True)
def _sound_afterwards(workspace):
    yield
    assert check_workspace(workspace, JOB).sound


def revision_of(workspace, item):
    with workspace.database.reading() as session:
        return current(session, item, removed_too=True)[1]


def attachments_of(workspace, item):
    with workspace.database.reading() as session:
        _, revision = current(session, item)
        return [(a.role, a.file_name) for a in revision.attachments]


def order_of(workspace):
    with workspace.database.reading() as session:
        query = (
            select(ItemRevision.title)
            .join(Placement, Placement.item_id == ItemRevision.item_id)
            .where(Placement.removed_at.is_(None), Placement.indicator_code == "60")
            .order_by(Placement.position)
        )
        return session.scalars(query).all()


def lying(workspace):
    """What a decision would rest on."""
    with workspace.database.reading() as session:
        return read_bases(session)


def test_editing_confirms_what_is_given(workspace, item):
    before = lying(workspace)
    edit_item(workspace, item, ItemEdit(doc_number="示司[2021]3号", doc_date="2021.4.9", copies=2))
    revision = revision_of(workspace, item)
    assert (revision.doc_number, revision.doc_date) == ("示司〔2021〕3号", "2021-04-09")
    assert revision.copies == 2
    assert set(revision.guesses) == {"title"}
    assert lying(workspace) != before
    (stored,) = rows(workspace, EvidenceItem)
    assert stored.version == 2
    event = rows(workspace, Event)[-1]
    assert event.action == "item.edited"
    assert json.loads(event.data)["changes"]["doc_date"] == ["", "2021-04-09"]


def test_an_answer_to_a_return_is_no_description(workspace, item):
    edit_item(workspace, item, ItemEdit(reason="已换成盖章的一份"))
    assert rows(workspace, Event)[-1].action == "item.answered"
    edit_item(workspace, item, ItemEdit(reason="已补页", remark="补页"))
    assert rows(workspace, Event)[-1].action == "item.edited"


def test_confirming_leaves_the_words_as_they_are(workspace, item):
    before = revision_of(workspace, item).title
    edit_item(workspace, item, ItemEdit(confirm=True))
    revision = revision_of(workspace, item)
    assert (revision.title, revision.guesses) == (before, {})


def test_an_edit_that_changes_nothing_is_no_change(workspace, item):
    edit_item(workspace, item, ItemEdit(confirm=True))
    events = len(rows(workspace, Event))
    edit_item(workspace, item, ItemEdit(confirm=True))
    assert len(rows(workspace, Event)) == events


def test_editing_judges_the_period_anew(framework, workspace, attach):
    code, method, point = next(
        (i.code, t.code, p)
        for i in framework.indicators
        for t in i.tasks
        for p in t.points
        if p.since_year and t.method == "material_check"
    )
    item = attach(target=Target(code, method, "县司法局", point.number))
    edit_item(workspace, item, ItemEdit(doc_date=str(point.since_year - 1)))
    kinds = [p["kind"] for p in revision_of(workspace, item).problems]
    assert kinds == [ProblemKind.OUTSIDE_PERIOD.value]
    edit_item(workspace, item, ItemEdit(doc_date=str(point.since_year)))
    assert revision_of(workspace, item).problems == []


def test_wrong_edits_change_nothing(workspace, item):
    with pytest.raises(DateNotUnderstood):
        edit_item(workspace, item, ItemEdit(title="新", doc_date="明天"))
    with pytest.raises(ItemUnknown):
        edit_item(workspace, "没有", ItemEdit(title="新"))
    assert revision_of(workspace, item).title == "说明"


def test_a_new_version_keeps_the_old_one(workspace, workers, item, tmp_path):
    edit_item(workspace, item, ItemEdit(title="确认过的题名"))
    add_attachment(workspace, workers, item, documents.text(tmp_path / "附表.txt", "表"), JOB)
    add_companion_pdf(workspace, workers, item, documents.text_pdf(tmp_path / "打印.pdf"), JOB)
    before = lying(workspace)
    new = documents.text(tmp_path / "新版.txt", "新的标题内容汇总表\n正文")
    assert revise_item(workspace, workers, item, new, JOB) == ()
    old, fresh = sorted(rows(workspace, ItemRevision), key=lambda r: r.number)
    assert (fresh.number, fresh.file_name, fresh.title) == (2, "新版.txt", "确认过的题名")
    assert workspace.originals.contains(old.blob_sha256)
    assert workspace.originals.contains(fresh.blob_sha256)
    assert attachments_of(workspace, item) == [(AttachmentRole.ATTACHMENT, "附表.txt")]
    assert lying(workspace) != before
    with pytest.raises(RevisionUnchanged):
        revise_item(workspace, workers, item, new, JOB)


def test_a_new_version_brings_new_guesses(workspace, workers, item, tmp_path):
    new = documents.word(tmp_path / "1.docx", ["关于开展普法工作的通知", "各单位：", "正文"])
    revise_item(workspace, workers, item, new, JOB)
    assert revision_of(workspace, item).title == "关于开展普法工作的通知"


def test_a_stamped_scan_keeps_what_was_known_of_the_paper(workspace, workers, tmp_path):
    lines = [
        "示例县司法局文件",
        "示司〔2021〕12号",
        "关于开展行政执法案卷评查工作的通知",
        "各乡镇人民政府：",
        "现将有关事项通知如下。",
        "示例县司法局",
        "2021年4月9日",
    ]
    paper = documents.word(tmp_path / "通知.docx", lines)
    request = AttachRequest((paper,), TARGET)
    item = attach_files(workspace, workers, request, JOB).outcomes[0].item_id
    before = revision_of(workspace, item)
    scan = tmp_path / "扫描_20230506.jpg"
    picture = Image.new("RGB", (1240, 1754), "white")
    exif = picture.getexif()
    exif[0x9003] = exif[0x0132] = "2023:05:06 09:00:00"
    picture.save(scan, exif=exif)
    revise_item(workspace, workers, item, scan, JOB)
    after = revision_of(workspace, item)
    assert after.file_name == scan.name
    for field in ("title", "doc_number", "issuer", "doc_date"):
        assert getattr(after, field) == getattr(before, field) != "", field
    assert after.guesses == before.guesses  # still to be confirmed


@pytest.mark.parametrize("typed", [True, False])
def test_a_new_version_does_not_take_its_title_from_the_files_name(
    workspace, workers, attach, tmp_path, typed
):
    letter = [
        "示司〔2021〕12号",
        "关于开展普法工作的通知",
        "各单位：",
        "示例县司法局",
        "2021年4月9日",
    ]
    item = attach("1.txt", "\n".join(letter), **({"title": "打字的题名"} if typed else {}))
    before = revision_of(workspace, item)
    scan = documents.png(tmp_path / "20230101 普法方案（改）2.png")
    revise_item(workspace, workers, item, scan, JOB)
    now = revision_of(workspace, item)
    assert now.title == ("打字的题名" if typed else "关于开展普法工作的通知")
    assert (now.doc_number, now.doc_date) == ("示司〔2021〕12号", "2021-04-09")
    assert now.guesses == before.guesses


def test_a_classified_new_version_is_refused(workspace, workers, item, tmp_path):
    new = documents.text(tmp_path / "新版.txt", "机密★1年\n正文")
    stored = list(workspace.originals.stored())
    for change in (revise_item, add_attachment):
        with pytest.raises(ClassifiedRefused):
            change(workspace, workers, item, new, JOB)
    assert list(workspace.originals.stored()) == stored


def test_a_printed_pdf_is_added_once_and_must_be_sound(workspace, workers, item, tmp_path):
    for n in (1, 2):
        pdf = documents.text_pdf(tmp_path / f"打印{n}.pdf", [f"第{n}版"])
        add_companion_pdf(workspace, workers, item, pdf, JOB)
    assert attachments_of(workspace, item) == [(AttachmentRole.COMPANION_PDF, "打印2.pdf")]
    with pytest.raises(NotAPdf):
        add_companion_pdf(workspace, workers, item, documents.word(tmp_path / "x.pdf"), JOB)
    locked = documents.encrypted_pdf(tmp_path / "锁.pdf", user="1")
    with pytest.raises(NotTakenIn):
        add_companion_pdf(workspace, workers, item, locked, JOB)
    assert len(rows(workspace, Attachment)) == 1


def test_a_printed_pdf_can_be_taken_away_and_put_back(workspace, workers, item, tmp_path):
    pdfs = [documents.text_pdf(tmp_path / f"打印{n}.pdf", [f"第{n}版"]) for n in (1, 2)]
    first, second = (add_companion_pdf(workspace, workers, item, pdf, JOB) for pdf in pdfs)
    assert first == Companions(None, second.before)
    for wanted in (second.before, None, second.now):
        put_companion(workspace, item, wanted)
        names = [name for _, name in attachments_of(workspace, item)]
        assert names == ([wanted.file_name] if wanted else [])
    actions = [event.action for event in rows(workspace, Event)][-3:]
    assert actions == ["item.file_added", "item.file_removed", "item.file_added"]


def test_removed_items_come_back_to_their_place(workspace, attach):
    first, second = attach("甲.txt"), attach("乙.txt")
    before = lying(workspace)
    remove_items(workspace, [first])
    assert lying(workspace) != before
    with pytest.raises(ItemUnknown):
        edit_item(workspace, first, ItemEdit(confirm=True))
    remove_items(workspace, [first])
    restore_items(workspace, [first, second])
    assert lying(workspace) == before
    assert order_of(workspace) == ["甲", "乙"]
    actions = [event.action for event in rows(workspace, Event)[-2:]]
    assert actions == ["item.removed", "item.restored"]
    with pytest.raises(ItemUnknown):
        remove_items(workspace, ["没有"])


def test_a_content_in_the_recycle_bin_is_not_in_use(workspace, workers, attach, tmp_path):
    remove_items(workspace, [attach("甲.txt", "同样")])
    again = documents.text(tmp_path / "乙.txt", "同样")
    (outcome,) = attach_files(workspace, workers, AttachRequest((again,), TARGET), JOB).outcomes
    assert outcome.used_at == ()


def test_one_item_proves_several_indicators(workspace, item):
    placement = place_item(workspace, item, OTHER)
    places = {p.indicator_code: p.id for p in rows(workspace, Placement)}
    assert places["63"] == placement
    assert set(places) == {"60", "63"}
    with pytest.raises(AlreadyPlaced):
        place_item(workspace, item, OTHER)
    with pytest.raises(MethodNotRequired):
        place_item(workspace, item, Target("60", "网络检索", "县司法局"))


def test_a_placement_moves(workspace, item):
    before = lying(workspace)
    (placement,) = rows(workspace, Placement)
    move_placements(workspace, [placement.id], OTHER)
    (moved,) = rows(workspace, Placement)
    assert (moved.id, moved.indicator_code, moved.version) == (placement.id, "63", 2)
    assert lying(workspace) != before
    with pytest.raises(PlacementUnknown):
        move_placements(workspace, ["没有"], TARGET)


def test_items_are_put_in_order(workspace, attach):
    for name in "甲乙丙丁":
        attach(f"{name}.txt")
    query = select(ItemRevision.title, Placement.id).join(
        Placement, Placement.item_id == ItemRevision.item_id
    )
    with workspace.database.reading() as session:
        ids = {row.title: row.id for row in session.execute(query)}
    reorder(workspace, [ids["丁"], ids["甲"], ids["丙"], ids["乙"]])
    assert order_of(workspace) == ["丁", "甲", "丙", "乙"]
    reorder(workspace, [ids["乙"], ids["甲"]])
    assert order_of(workspace) == ["丁", "乙", "丙", "甲"]
    with pytest.raises(PlacementUnknown):
        reorder(workspace, ["没有"])
