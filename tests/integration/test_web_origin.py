"""Where an item was seen on the web: said at filing and later, judged, taken back, kept."""

import json

import pytest
from sqlalchemy import select

from app.checkup.checking import check_workspace
from app.evidence.descriptions import Description, stated_moment
from app.evidence.digests import read_digests
from app.evidence.errors import AddressNotUnderstood, DateNotUnderstood
from app.evidence.items import ItemEdit, current, edit_item, put_entry
from app.evidence.listing import list_filed
from app.evidence.moving import move_placements
from app.evidence.parts import part_item
from app.evidence.places import Target
from app.evidence.reverting import revert_item
from app.evidence.revisions import compare_fields, list_revisions
from app.intake.attach import attach_files
from app.intake.parts.revising import revise_item
from app.intake.requests import AttachRequest
from app.intake.together import attach_together
from app.jobs import SilentJob
from app.problems import ProblemKind
from app.web_addresses import web_address
from app.web_origin import OriginEdit, WebOrigin
from models import Event, ItemRevision
from tests.support import documents

JOB = SilentJob()
ADDRESS = "https://www.shili.gov.cn/zwgk/1.html"
SEEN = OriginEdit(
    ADDRESS, None, "示例县人民政府", "政务公开", "2021-04-09", "2021-04-10 9:05", "王某"
)
STORED = {
    "address": ADDRESS,
    "site": "示例县人民政府",
    "section": "政务公开",
    "published_on": "2021-04-09",
    "looked_up_at": "2021-04-10T09:05",
    "looked_up_by": "王某",
}
MISSING = [ProblemKind.ADDRESS_MISSING, ProblemKind.LOOKUP_TIME_MISSING]


@pytest.fixture
def web(framework):
    """A task that is verified on the web, and one that is not."""
    tasks = [(i.code, t) for i in framework.indicators for t in i.tasks]
    code, task = next((code, task) for code, task in tasks if task.method == "web_check")
    return Target(code, task.code, "县司法局")


@pytest.fixture
def attach(workspace, workers, tmp_path):
    def run(target, name="网页.txt", **stated):
        path = documents.text(tmp_path / name, f"内容 {name}")
        request = AttachRequest((path,), target, Description(**stated))
        (outcome,) = attach_files(workspace, workers, request, JOB).outcomes
        return outcome

    return run


@pytest.fixture(autouse=True)
def _sound_afterwards(workspace):
    yield
    assert check_workspace(workspace, JOB).sound


def revision_of(workspace, item):
    with workspace.database.reading() as session:
        return current(session, item, removed_too=True)[1]


def kinds_of(workspace, item):
    return [ProblemKind(p["kind"]) for p in revision_of(workspace, item).problems]


def test_a_task_on_the_web_asks_for_address_and_time_and_no_other_does(workspace, attach, web):
    outcome = attach(web)
    assert [problem.kind for problem in outcome.problems] == MISSING
    assert not any(problem.blocking or problem.finding for problem in outcome.problems)
    item = outcome.item_id
    edit_item(workspace, item, ItemEdit(origin=OriginEdit(address=ADDRESS)))
    assert kinds_of(workspace, item) == [ProblemKind.LOOKUP_TIME_MISSING]
    edit_item(workspace, item, ItemEdit(origin=OriginEdit(looked_up_at="2021年4月10日")))
    assert kinds_of(workspace, item) == []
    other = Target("60", "材料查证", "县司法局")
    elsewhere = attach(other, "别的.txt")
    assert elsewhere.problems == ()
    with workspace.database.reading() as session:
        (placed,) = [row for row in list_filed(session) if row.item == elsewhere.item_id]
    move_placements(workspace, [placed.placement], web)
    assert kinds_of(workspace, elsewhere.item_id) == MISSING
    move_placements(workspace, [placed.placement], other)
    assert kinds_of(workspace, elsewhere.item_id) == []


def test_what_is_stated_is_stored_in_one_form_and_no_guess(workspace, attach, web):
    item = attach(web, origin=SEEN).item_id
    revision = revision_of(workspace, item)
    assert revision.origin == STORED
    assert not set(revision.guesses) & set(STORED)
    assert revision.problems == []
    with workspace.database.reading() as session:
        (row,) = list_filed(session)
    assert row.origin == WebOrigin.of_stored(STORED)
    assert row.origin.moment == "2021-04-10 09:05"


def test_an_edit_is_logged_and_taken_back_field_by_field(workspace, attach, web):
    item = attach(web, origin=SEEN).item_id
    edited = edit_item(workspace, item, ItemEdit(origin=OriginEdit(site="新网站", section="")))
    with workspace.database.reading() as session:
        event = session.scalars(select(Event).order_by(Event.sequence.desc())).first()
    changes = json.loads(event.data)["changes"]
    assert changes == {"site": ["示例县人民政府", "新网站"], "section": ["政务公开", ""]}
    edit_item(workspace, item, ItemEdit(origin=OriginEdit(looked_up_by="李某")))
    put_entry(workspace, item, edited.reverse)
    assert revision_of(workspace, item).origin == STORED | {"looked_up_by": "李某"}


def test_wrong_words_change_nothing(workspace, attach, web):
    item = attach(web, origin=SEEN).item_id
    for wrong in ("ftp://a.gov.cn/1", "javascript:alert(1)", "某县政府网", "https://"):
        with pytest.raises(AddressNotUnderstood):
            edit_item(workspace, item, ItemEdit(origin=OriginEdit(address=wrong)))
    for wrong in (
        "昨天",
        "2021",
        "2021-04-09 25:00",
        "2021-04-09 9:75",
        "2021年4月 9:05",
        "2999-01-01",
    ):
        with pytest.raises(DateNotUnderstood):
            edit_item(workspace, item, ItemEdit(origin=OriginEdit(looked_up_at=wrong)))
    assert revision_of(workspace, item).origin == STORED


def test_a_decision_rests_on_it_only_where_something_is_said(workspace, attach, web):
    item = attach(web).item_id

    def digest():
        with workspace.database.reading() as session:
            return read_digests(session, item)[1]

    before = digest()
    edited = edit_item(workspace, item, ItemEdit(origin=SEEN))
    assert digest() != before
    put_entry(workspace, item, edited.reverse)
    assert digest() == before


def test_new_versions_keep_it_and_reverting_brings_it_back(
    workspace, workers, attach, web, tmp_path
):
    item = attach(web, origin=SEEN).item_id
    newer = documents.text(tmp_path / "再存一次.txt", "改版后的内容")
    again = Description(origin=OriginEdit(looked_up_at="2022-01-01 10:00"))
    assert revise_item(workspace, workers, item, newer, JOB, again) == ()
    assert revision_of(workspace, item).origin == STORED | {"looked_up_at": "2022-01-01T10:00"}
    with workspace.database.reading() as session:
        new, old = list_revisions(session, item)
    changed = {change.field: (change.before, change.after) for change in compare_fields(old, new)}
    assert changed["looked_up_at"] == ("2021-04-10T09:05", "2022-01-01T10:00")
    revert_item(workspace, item, 1)
    assert revision_of(workspace, item).origin == STORED


def test_an_origin_that_no_package_may_bring_is_found_by_the_check(workspace, attach, web):
    item = attach(web, origin=SEEN).item_id
    with workspace.database.writing() as work:
        revision = work.session.scalar(select(ItemRevision).where(ItemRevision.item_id == item))
        revision.origin = {"address": "javascript:alert(1)"}
        work.commit()
    defects = check_workspace(workspace, JOB).defects
    assert [str(d.subject) for d in defects] == [f"items/{item} revisions.0.origin.address"]
    edit_item(workspace, item, ItemEdit(origin=OriginEdit(address=ADDRESS)))


@pytest.mark.parametrize(
    ("text", "stored"),
    [
        ("2021-04-10 9:05", "2021-04-10T09:05"),
        ("2021-04-10T09:05:33", "2021-04-10T09:05"),
        ("2021/4/10 09：05", "2021-04-10T09:05"),
        ("2021年4月10日9时5分", "2021-04-10T09:05"),
        ("2021年4月10日9时05分", "2021-04-10T09:05"),
        ("2021年4月10日 15:30", "2021-04-10T15:30"),
        ("2021.4.10", "2021-04-10"),
        ("2021/4/10 0:00:00", "2021-04-10"),
        ("2021/4/10 0:00", "2021-04-10T00:00"),
        ("", ""),
    ],
)
def test_moments_as_people_write_them(workspace, text, stored):
    assert stated_moment(text, workspace.today()) == stored


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("HTTPS://www.a.gov.cn/一/二.html?x=1#3", "https://www.a.gov.cn/一/二.html?x=1#3"),
        ("www.a.gov.cn", "http://www.a.gov.cn"),
        ("https://a.gov.cn/\n  1.html", "https://a.gov.cn/1.html"),
        ("http://[::1", None),
        ("C:\\网页.html", None),
        ("x@a.gov.cn", None),
        ("https://a.gov.cn/" + "a" * 5000, None),
    ],
)
def test_addresses_of_the_web(text, address):
    assert web_address(text) == address


def test_guesses_are_confirmed_like_others_and_count_only_where_they_fit(
    workspace, workers, web, tmp_path
):
    picture = documents.png(tmp_path / "截图 2021-04-10 090512.png")
    documents.text(tmp_path / "截图 2021-04-10 090512.url", f"[InternetShortcut]\nURL={ADDRESS}\n")
    shot = documents.png(tmp_path / "截图 2021-04-11 100000.png", (300, 800))
    report = attach_files(workspace, workers, AttachRequest((picture, shot), web), JOB)
    first, second = (outcome.item_id for outcome in report.outcomes)
    told = revision_of(workspace, first)
    assert told.origin == {"address": ADDRESS, "looked_up_at": "2021-04-10T09:05"}
    assert (told.guesses["address"], told.guesses["looked_up_at"]) == ("shortcut", "file_name")
    assert kinds_of(workspace, second) == [ProblemKind.ADDRESS_MISSING]
    edit_item(workspace, first, ItemEdit(confirm=True))
    assert revision_of(workspace, first).guesses == {}
    edit_item(workspace, second, ItemEdit(origin=OriginEdit(looked_up_at="2021-04-11")))
    assert "looked_up_at" not in revision_of(workspace, second).guesses

    elsewhere = Target("60", "材料查证", "县司法局")
    alone = documents.png(tmp_path / "截图 2021-04-12 110000.png", (500, 700))
    (outcome,) = attach_files(workspace, workers, AttachRequest((alone,), elsewhere), JOB).outcomes
    assert revision_of(workspace, outcome.item_id).origin == {}


def test_a_picture_that_was_part_of_a_page_was_seen_where_the_page_was(
    workspace, workers, web, tmp_path
):
    files = tuple(documents.png(tmp_path / f"{n}.png", (300, 400 + n)) for n in (1, 2))
    request = AttachRequest(files, web, Description("公示", origin=SEEN))
    item = attach_together(workspace, workers, request, JOB).added()[0].item_id
    (parted,) = part_item(workspace, item).items
    assert revision_of(workspace, parted).origin == STORED
    assert kinds_of(workspace, parted) == []
