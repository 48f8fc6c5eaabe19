"""Photos described, laid out, sent, reviewed and bound: all that is noted of them goes along."""

from dataclasses import replace
from datetime import datetime

import pikepdf
import pypdfium2
import pytest
from sqlalchemy import select

from app.bootstrap import open_services
from app.checkup.checking import check_workspace
from app.conversion.model import BindingChoices
from app.dossier.comparing import read_changes
from app.dossier_options import DossierOptions
from app.evidence.descriptions import Description
from app.evidence.digests import read_digests
from app.evidence.errors import PhotoLayoutUnknown, PhotoUnknown
from app.evidence.judging import FindingJudgement, judge_item
from app.evidence.listing import list_filed
from app.evidence.parts import join_again, part_item, put_together, take_apart
from app.evidence.photos import PhotoEdit, describe_photos, list_photos, put_photos
from app.evidence.places import Target
from app.evidence.revisions import compare_fields, list_revisions
from app.intake.attach import attach_files
from app.intake.inbox.looking_again import look_again
from app.intake.manifest.photos import describe_by_list
from app.intake.parts.adding import add_attachment
from app.intake.parts.revising import revise_item
from app.intake.requests import AttachRequest
from app.jobs import SilentJob
from app.photos.notes import PhotoNote
from app.problems import ProblemKind
from app.wording.evidence import describe_field_change
from models import Blob, ItemRevision
from tests.support import documents
from tests.support.documents.photos import KUNMING, photo, scene
from tests.support.workspaces import copy_workspace

JOB = SilentJob()
UNIT = "县司法局"
TARGET = Target("60", "材料查证", UNIT, 1)
TAKEN = datetime(2021, 5, 6, 10, 20)
NOTE = PhotoNote(place="政务服务大厅", people="王某某（左一）", taken_by="张三", words="宣传民法典")


@pytest.fixture
def services(tmp_path, office_template):
    with open_services(copy_workspace(office_template, tmp_path / "工作区")) as opened:
        yield opened
        assert check_workspace(opened.workspace, JOB).sound


def attach(services, *files, stated=None):
    request = AttachRequest(files, TARGET, stated or Description())
    report = attach_files(services.workspace, services.workers, request, JOB)
    return [outcome.item_id for outcome in report.outcomes]


def listed(services, *items):
    with services.workspace.reading() as session:
        return list_photos(session, items)


def digest(services, item):
    with services.workspace.reading() as session:
        return max(read_digests(session, item).items())[1]


def texts(path):
    with pypdfium2.PdfDocument(path) as document:
        return ["".join(page.get_textpage().get_text_range().split()) for page in document]


def compiled(services, out, **options):
    made = services.dossiers.compile(out, DossierOptions(indicators=("60",), **options), JOB)
    assert made.ledger.inputs == made.ledger.included
    (volume,) = out.glob("060*.pdf")
    return volume


def test_exif_gives_time_place_and_photographer_as_guesses(services, tmp_path):
    path = photo(tmp_path / "现场.jpg", taken=TAKEN, gps=KUNMING, artist="李四")
    (item,) = attach(services, path)
    (row,) = listed(services, item)
    assert row.note == PhotoNote()
    assert row.known == PhotoNote(
        "2021年5月6日 10时20分", "北纬25°02′43″，东经102°42′35″", None, "李四", None
    )


def test_what_is_noted_stands_before_guesses_and_is_taken_back(services, tmp_path):
    path = photo(tmp_path / "现场.jpg", taken=TAKEN, gps=KUNMING)
    (item,) = attach(services, path)
    before = digest(services, item)
    edit = PhotoEdit(item, 0, replace(NOTE, taken=""), "法治宣传")
    done = describe_photos(services.workspace, [edit], {item: 2})
    (row,) = listed(services, item)
    assert (row.title, row.known, row.layout) == ("法治宣传", edit.note, 2)
    assert digest(services, item) != before
    put_photos(services.workspace, done, back=True)
    (row,) = listed(services, item)
    assert (row.title, row.note, row.layout) == ("现场", PhotoNote(), None)
    assert digest(services, item) == before
    put_photos(services.workspace, done)
    assert listed(services, item)[0].note == edit.note
    assert describe_photos(services.workspace, [edit], {item: 2}) == ()


def test_how_many_share_a_page_is_no_evidence(services, tmp_path):
    (item,) = attach(services, photo(tmp_path / "现场.jpg"))
    before = digest(services, item)
    describe_photos(services.workspace, [], {item: 4})
    assert digest(services, item) == before
    # Nor is it lost where content is bound otherwise.
    judge_item(services.workspace, item, binding=BindingChoices(comments=True))
    assert listed(services, item)[0].layout == 4


def test_what_is_not_there_is_refused(services, tmp_path):
    (item,) = attach(services, photo(tmp_path / "现场.jpg"))
    with pytest.raises(PhotoUnknown):
        describe_photos(services.workspace, [PhotoEdit(item, 1, NOTE)])
    with pytest.raises(PhotoLayoutUnknown):
        describe_photos(services.workspace, [], {item: 3})


def test_notes_follow_photos_that_are_joined_parted_and_revised(services, tmp_path):
    items = attach(services, *(photo(tmp_path / f"照片{n}.jpg", n) for n in range(3)))
    edits = [
        PhotoEdit(item, 0, replace(NOTE, people=f"第{n}人"), f"第{n}张")
        for n, item in enumerate(items)
    ]
    describe_photos(services.workspace, edits)
    joined = put_together(services.workspace, items, "宣传日")
    assert [(r.title, r.note.people) for r in listed(services, items[0])] == [
        (f"第{n}张", f"第{n}人") for n in range(3)
    ]
    parted = part_item(services.workspace, items[0], [2])
    assert listed(services, *parted.items)[0].note.people == "第2人"
    join_again(services.workspace, parted)
    take_apart(services.workspace, joined)
    assert [r.note.people for r in listed(services, *items)] == ["第0人", "第1人", "第2人"]
    revise_item(services.workspace, services.workers, items[1], photo(tmp_path / "新.jpg", 9), JOB)
    assert listed(services, items[1])[0].note.people == "第1人"


def test_a_list_describes_photos_by_their_files(services, tmp_path):
    items = attach(services, *(photo(tmp_path / f"IMG_{n}.jpg", n) for n in range(3)))
    listing = tmp_path / "照片说明.csv"
    listing.write_text(
        "照片,题名,时间,地点,人物,摄影者,文字说明\n"
        "IMG_0.jpg,发放资料,2021-05-06,大厅,王某某,张三,发放宣传资料\n"
        "img_2,解答咨询,同上,同上,,同上,解答群众咨询\n"
        "没有.jpg,别的,,,,,\n",
        encoding="utf-8",
    )
    done = describe_by_list(services.workspace, listing)
    assert (done.photos, done.unknown) == (2, ((4, "没有.jpg"),))
    first, second, third = listed(services, *items)
    assert (first.title, first.note.people) == ("发放资料", "王某某")
    assert second.note == PhotoNote()
    assert (third.title, third.note) == (
        "解答咨询",
        PhotoNote("2021-05-06", "大厅", None, "张三", "解答群众咨询"),
    )


@pytest.mark.parametrize(("per_page", "pages"), [(1, 5), (2, 3), (4, 2)])
def test_photos_stand_on_sheets_with_their_elements(services, tmp_path, per_page, pages):
    files = [photo(tmp_path / f"照片{n}.jpg", n, taken=TAKEN) for n in range(5)]
    (item,) = attach(services, files[0], stated=Description("宣传日照片"))
    for file in files[1:]:
        add_attachment(services.workspace, services.workers, item, file, JOB)
    edits = [PhotoEdit(item, n, NOTE, f"场景{n}") for n in range(5)]
    describe_photos(services.workspace, edits, {item: per_page})
    found = texts(compiled(services, tmp_path / "out"))
    sheets = [page for page in found if "文字说明：宣传民法典" in page]
    assert len(sheets) == pages
    whole = "".join(sheets)
    for n in range(5):
        assert f"照片{n + 1}场景{n}时间：2021年5月6日10时20分地点：政务服务大厅" in whole
    assert whole.count("摄影者：张三") == 5


def test_nobody_chose_so_nothing_changes(services, tmp_path):
    attach(services, *(photo(tmp_path / f"照片{n}.jpg", n, taken=TAKEN) for n in range(2)))
    assert not [page for page in texts(compiled(services, tmp_path / "out")) if "时间：" in page]


def test_items_of_one_photo_share_a_sheet_as_chosen(services, tmp_path):
    items = attach(services, *(photo(tmp_path / f"照片{n}.jpg", n) for n in range(3)))
    attach(services, documents.text_pdf(tmp_path / "总结.pdf", ["总结"]))
    describe_photos(services.workspace, [], dict.fromkeys(items[:2], 2))
    found = texts(compiled(services, tmp_path / "out"))
    assert [page for page in found if page.startswith("照片0照片1")]
    assert not [page for page in found if page.startswith("照片2")]


def test_what_is_no_photo_parts_the_sheets(services, tmp_path):
    files = [photo(tmp_path / f"照片{n}.jpg", n) for n in range(3)]
    (item,) = attach(services, files[0])
    for file in (documents.text_pdf(tmp_path / "说明.pdf", ["说明"]), *files[1:]):
        add_attachment(services.workspace, services.workers, item, file, JOB)
    describe_photos(services.workspace, [], {item: 4})
    found = texts(compiled(services, tmp_path / "out", pdfa=True))
    at = next(n for n, page in enumerate(found) if page.startswith("照片1照片0"))
    assert found[at + 1].startswith("说明")
    assert found[at + 2].startswith("照片2照片1照片3照片2")


def test_sheets_hold_no_more_than_is_printed(services, tmp_path):
    (item,) = attach(services, photo(tmp_path / "大.jpg", 3, (4000, 3000), quality=92))
    describe_photos(services.workspace, [], {item: 4})
    with pikepdf.open(compiled(services, tmp_path / "out")) as pdf:
        images = [image for page in pdf.pages for image in page.get_images().values()]
        longest = max(max(int(one.Width), int(one.Height)) for one in images)
    # 81 mm at 300 dots per inch
    assert 900 <= longest <= 970


def test_a_dossier_is_told_to_change_with_what_is_noted(services, tmp_path):
    (item,) = attach(services, photo(tmp_path / "现场.jpg"))
    compiled(services, tmp_path / "out")

    def changed():
        out, options = tmp_path / "out", DossierOptions()
        return read_changes(services.workspace, out, options, ["indicator:60"])["indicator:60"]

    assert not changed().any
    describe_photos(services.workspace, [PhotoEdit(item, 0, NOTE)])
    assert changed().changed == ("现场",)


def test_the_list_of_items_knows_their_photos(services, tmp_path):
    (item,) = attach(services, photo(tmp_path / "现场.jpg"))
    describe_photos(services.workspace, [PhotoEdit(item, 0, NOTE)])
    with services.workspace.reading() as session:
        (row,) = list_filed(session)
    assert row.binding == BindingChoices()


# --- what is remarked of photos ------------------------------------------------------------------


def remarks(services):
    with services.workspace.reading() as session:
        rows = list_filed(session)
    return {row.item: [one.problem for one in row.open_remarks] for row in rows}


def test_photos_that_look_alike_are_told_at_both(services, tmp_path):
    first = attach(services, photo(tmp_path / "甲.jpg", 1), photo(tmp_path / "乙.jpg", 2))
    # Saved again by a chat program: smaller, and other bytes.
    scene(1).resize((1200, 900)).save(tmp_path / "另一件事.jpg", quality=60)
    (again,) = attach(services, tmp_path / "另一件事.jpg")
    found = remarks(services)
    assert [p.kind for p in found[again]] == [ProblemKind.PHOTO_ALIKE]
    assert found[again][0].detail == {"others": "《甲》", "count": 1}
    assert found[first[0]][0].detail == {"others": "《另一件事》", "count": 1}
    assert found[first[1]] == []


def test_the_same_photo_in_one_go_and_as_a_part_is_told(services, tmp_path):
    scene(1).resize((1200, 900)).save(tmp_path / "连拍.jpg", quality=70)
    one, two = attach(services, photo(tmp_path / "甲.jpg", 1), tmp_path / "连拍.jpg")
    found = remarks(services)
    assert [len(found[item]) for item in (one, two)] == [1, 1]
    (other,) = attach(services, photo(tmp_path / "丙.jpg", 3))
    scene(3).resize((1200, 900)).save(tmp_path / "附件.jpg", quality=70)
    added = add_attachment(services.workspace, services.workers, one, tmp_path / "附件.jpg", JOB)
    assert [p.detail["others"] for p in added.problems] == ["《丙》"]
    assert remarks(services)[other][0].detail["others"] == "《甲》的 附件.jpg"


def test_remarks_are_dismissed_with_a_reason_and_travel_nowhere_else(services, tmp_path):
    (item,) = attach(services, photo(tmp_path / "糊.jpg", 1, blur=14))
    assert [p.kind for p in remarks(services)[item]] == [ProblemKind.PHOTO_BLURRED]
    verdict = FindingJudgement(ProblemKind.PHOTO_BLURRED, "当时只拍到这一张")
    assert judge_item(services.workspace, item, [verdict])
    assert remarks(services)[item] == []
    again = FindingJudgement(ProblemKind.PHOTO_BLURRED, None)
    judge_item(services.workspace, item, [again])
    assert len(remarks(services)[item]) == 1
    # What is remarked of a photo is no matter of the dossier.
    made = services.dossiers.compile(tmp_path / "out", DossierOptions(indicators=("60",)), JOB)
    assert not [entry for entry in made.ledger.entries if entry.findings]


def test_a_dismissed_likeness_is_told_anew_of_another_photo(services, tmp_path):
    (item,) = attach(services, photo(tmp_path / "甲.jpg", 1))
    scene(1).resize((1200, 900)).save(tmp_path / "乙.jpg", quality=60)
    attach(services, tmp_path / "乙.jpg")
    verdict = FindingJudgement(ProblemKind.PHOTO_ALIKE, "同一活动的两张")
    judge_item(services.workspace, item, [verdict])
    assert remarks(services)[item] == []
    scene(1).resize((1400, 1050)).save(tmp_path / "丙.jpg", quality=60)
    attach(services, tmp_path / "丙.jpg")
    assert [p.detail["others"] for p in remarks(services)[item]] == ["《丙》"]


def test_photos_of_an_earlier_version_are_read_once_somebody_asks(services, tmp_path):
    scene(1).resize((1200, 900)).save(tmp_path / "乙.jpg", quality=60)
    one, two = attach(services, photo(tmp_path / "甲.jpg", 1, taken=TAKEN), tmp_path / "乙.jpg")
    with services.workspace.database.writing() as work:
        for blob in work.session.scalars(select(Blob)):
            blob.photo = None
        for revision in work.session.scalars(select(ItemRevision)):
            revision.problems = []
        work.commit()
    assert listed(services, one)[0].known == PhotoNote()
    look_again(services.workspace, services.workers, JOB)
    assert listed(services, one)[0].known.taken == "2021年5月6日 10时20分"
    assert [len(remarks(services)[item]) for item in (one, two)] == [1, 1]


def test_what_is_noted_differs_between_versions(services, tmp_path):
    (item,) = attach(services, photo(tmp_path / "现场.jpg", 1))
    describe_photos(services.workspace, [PhotoEdit(item, 0, NOTE)])
    revise_item(services.workspace, services.workers, item, photo(tmp_path / "新.jpg", 2), JOB)
    describe_photos(services.workspace, [PhotoEdit(item, 0, PhotoNote(people="李某某"))])
    with services.workspace.reading() as session:
        new, old = list_revisions(session, item)
    change = next(one for one in compare_fields(old, new) if one.field == "notes")
    before, after = describe_field_change(change)
    assert before == "地点：政务服务大厅，人物：王某某（左一），摄影者：张三，文字说明：宣传民法典"
    assert after == "人物：李某某"
