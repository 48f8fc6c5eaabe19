"""Pages set up beside the original: bound so, told, reviewed, sent, taken back and wiped."""

from dataclasses import replace

import pypdfium2
import pytest
from PIL import Image

from app.bootstrap import open_services
from app.checkup.checking import check_workspace
from app.conversion.model import BindingChoices
from app.dossier.comparing import read_changes
from app.dossier_options import DossierOptions, Edition
from app.errors import OwnedByUnit
from app.evidence.descriptions import Description
from app.evidence.errors import PartUnknown
from app.evidence.judging import judge_item
from app.evidence.listing import list_filed
from app.evidence.page_setups import set_pages
from app.evidence.parts import join_again, part_item, put_together, take_apart
from app.evidence.places import Target
from app.evidence.revisions import list_revisions
from app.exchange.payload.records import BindingPart, PageSetupPart
from app.framework.keys import SlotKey
from app.intake.attach import attach_files
from app.intake.inbox.wiping import wipe
from app.intake.parts.revising import revise_item
from app.intake.requests import AttachRequest
from app.jobs import SilentJob
from app.originals import digest_file
from app.page_setup import AS_THEY_ARE, Cut, PageSetup, Paper, page_setup, stored_setups
from app.review.basis import read_bases
from app.review.service import Ruling, accept_slots, decide, submit_slots
from models.vocabulary import ReviewDecision
from tests.support import documents
from tests.support.county import copy_county, make_county, open_county, workers_of_all
from tests.support.workspaces import copy_workspace

JOB = SilentJob()
UNIT = "县司法局"
TARGET = Target("60", "材料查证", UNIT, 1)
BLANK = "其余为空白页"
#: Of three pages the second and third, the third turned.
CHOSEN = page_setup(3, bound=[2, 3], reason=BLANK, turns={3: 90})


@pytest.fixture
def services(tmp_path, office_template):
    with open_services(copy_workspace(office_template, tmp_path / "工作区")) as opened:
        yield opened
        assert check_workspace(opened.workspace, JOB).sound


@pytest.fixture
def scan(tmp_path):
    return documents.text_pdf(tmp_path / "评查报告.pdf", ["封面", "正文甲", "正文乙"])


def attach(services, *files, target=TARGET):
    request = AttachRequest(files, target, Description(files[0].stem))
    report = attach_files(services.workspace, services.workers, request, JOB)
    return [outcome.item_id for outcome in report.outcomes]


def row_of(workspace, item):
    with workspace.database.reading() as session:
        return next(row for row in list_filed(session) if row.item == item)


def compiled(services, out, **options):
    return services.dossiers.compile(out, DossierOptions(indicators=("60",), **options), JOB)


def pages_of(out):
    (volume,) = out.glob("060*.pdf")
    with pypdfium2.PdfDocument(volume) as document:
        return [
            ("".join(page.get_textpage().get_text_range().split()), page.get_size())
            for page in document
        ]


def basis(workspace):
    with workspace.database.reading() as session:
        return read_bases(session)


@pytest.mark.parametrize("pdfa", [False, True])
def test_pages_are_bound_as_they_were_set_up(services, scan, tmp_path, pdfa):
    (item,) = attach(services, scan)
    original = services.workspace.originals.path(row_of(services.workspace, item).sha256)
    before = digest_file(original)
    assert compiled(services, tmp_path / "out", pdfa=pdfa).dossiers[0].numbered_pages == 3
    assert set_pages(services.workspace, item, {before.sha256: CHOSEN})
    assert not set_pages(services.workspace, item, {before.sha256: CHOSEN})
    changes = read_changes(
        services.workspace, tmp_path / "out", DossierOptions(pdfa=pdfa), ["indicator:60"]
    )
    assert changes["indicator:60"].changed == ("评查报告",)
    made = compiled(services, tmp_path / "out", pdfa=pdfa)
    (dossier,) = made.dossiers
    assert (dossier.fresh, dossier.numbered_pages) == (True, 2)
    told = "只装订第2—3页（共3页）：其余为空白页"
    (entry,) = made.ledger.entries
    assert (entry.pages, entry.reason) == (2, told)
    pages = pages_of(tmp_path / "out")
    words = [text for text, _ in pages]
    assert "正文甲1" in words
    assert "封面1" not in words
    (turned,) = [size for text, size in pages if text == "正文乙2"]
    assert turned[0] > turned[1]
    assert any(told in text for text in words)
    assert digest_file(original) == before
    # Only the reason is another one: that is told too.
    other = replace(CHOSEN, reason="其余与本项无关")
    set_pages(services.workspace, item, {before.sha256: other})
    assert compiled(services, tmp_path / "out", pdfa=pdfa).dossiers[0].fresh
    set_pages(services.workspace, item, {before.sha256: AS_THEY_ARE})
    made = compiled(services, tmp_path / "out", pdfa=pdfa)
    assert (made.dossiers[0].numbered_pages, made.ledger.entries[0].reason) == (3, "")


def test_inspectors_are_told_which_pages_are_bound(services, scan, tmp_path):
    (item,) = attach(services, scan)
    set_pages(services.workspace, item, {row_of(services.workspace, item).sha256: CHOSEN})
    slot = SlotKey("60", "material_check", services.workspace.registry().unit(UNIT).id)
    submit_slots(services.workspace, [slot])
    accept_slots(services.workspace, [slot])
    compiled(services, tmp_path / "检查组", edition=Edition.INSPECTION)
    assert any("只装订第2—3页" in text for text, _ in pages_of(tmp_path / "检查组"))
    assert not any("其余为空白页" in text for text, _ in pages_of(tmp_path / "检查组"))


def test_a_setup_for_other_pages_is_not_used_and_told(services, scan, tmp_path):
    (item,) = attach(services, scan)
    wrong = page_setup(5, bound=[1], reason=BLANK)
    set_pages(services.workspace, item, {row_of(services.workspace, item).sha256: wrong})
    made = compiled(services, tmp_path / "out")
    assert made.dossiers[0].numbered_pages == 3
    assert "设置页面时有5页，现在是3页" in made.ledger.entries[0].reason


def test_a_turned_photo_still_shares_its_page(services, tmp_path):
    photos = [documents.jpeg(tmp_path / f"{n}.jpg", (900 + n, 700)) for n in range(2)]
    items = attach(services, *photos)
    sha256 = row_of(services.workspace, items[0]).sha256
    compiled(services, tmp_path / "out", photos_per_page=2)
    before = pages_of(tmp_path / "out")
    set_pages(services.workspace, items[0], {sha256: page_setup(1, turns={1: 90})})
    made = compiled(services, tmp_path / "out", photos_per_page=2)
    assert made.dossiers[0].fresh
    assert len(pages_of(tmp_path / "out")) == len(before)
    # On other paper it is a page of its own.
    set_pages(services.workspace, items[0], {sha256: page_setup(1, paper=Paper.A3)})
    compiled(services, tmp_path / "out", photos_per_page=2)
    assert len(pages_of(tmp_path / "out")) == len(before) + 1


def test_the_estimate_counts_the_chosen_pages(services, scan, tmp_path):
    (item,) = attach(services, scan)
    compiled(services, tmp_path / "out")
    set_pages(services.workspace, item, {row_of(services.workspace, item).sha256: CHOSEN})
    from app.dossier.estimate import size_rows
    from app.dossier.gathering.reading import read_evidence

    workspace = services.workspace
    with workspace.database.reading() as session:
        evidence = read_evidence(session, workspace.facts.framework)
    (row,) = size_rows(evidence.rows, workspace.originals, services.conversion)
    assert (row.pages, row.unknown) == (2, 0)


def test_turning_after_acceptance_is_seen_and_taken_back(services, scan):
    workspace = services.workspace
    (item,) = attach(services, scan)
    slot = SlotKey("60", "material_check", workspace.registry().unit(UNIT).id)
    sha256 = row_of(workspace, item).sha256
    accepted = basis(workspace)
    set_pages(workspace, item, {sha256: CHOSEN})
    assert basis(workspace)[slot] != accepted[slot]
    set_pages(workspace, item, {sha256: AS_THEY_ARE})
    assert basis(workspace) == accepted


def test_what_was_returned_stays_as_it_was_seen(services, scan):
    workspace = services.workspace
    (item,) = attach(services, scan)
    slot = SlotKey("60", "material_check", workspace.registry().unit(UNIT).id)
    submit_slots(workspace, [slot])
    decide(workspace, [Ruling(slot, ReviewDecision.RETURNED, item=item, note="放倒了")])
    set_pages(workspace, item, {row_of(workspace, item).sha256: CHOSEN})
    with workspace.database.reading() as session:
        assert len(list_revisions(session, item)) == 2
    assert row_of(workspace, item).pages == CHOSEN


def test_other_choices_leave_the_pages_alone_and_are_left_alone(services, scan):
    workspace = services.workspace
    (item,) = attach(services, scan)
    set_pages(workspace, item, {row_of(workspace, item).sha256: CHOSEN})
    assert judge_item(workspace, item, binding=BindingChoices(comments=True))
    assert row_of(workspace, item).pages == CHOSEN
    set_pages(workspace, item, {row_of(workspace, item).sha256: AS_THEY_ARE})
    assert row_of(workspace, item).binding == BindingChoices(comments=True)


def test_a_new_file_is_not_set_up_as_the_old_one_was(services, scan, tmp_path):
    workspace = services.workspace
    (item,) = attach(services, scan)
    set_pages(workspace, item, {row_of(workspace, item).sha256: CHOSEN})
    new = documents.text_pdf(tmp_path / "新.pdf", ["一", "二", "三"])
    revise_item(workspace, services.workers, item, new, JOB)
    assert row_of(workspace, item).setups == {}
    with pytest.raises(PartUnknown):
        set_pages(workspace, item, {digest_file(scan).sha256: CHOSEN})


def test_setups_go_along_when_items_are_joined_and_parted(services, tmp_path):
    workspace = services.workspace
    photos = [documents.jpeg(tmp_path / f"{n}.jpg", (900 + n, 700)) for n in range(2)]
    first, second = attach(services, *photos)
    turned = page_setup(1, turns={1: 90})
    sha256 = row_of(workspace, second).sha256
    set_pages(workspace, second, {sha256: turned})
    before = basis(workspace)
    joined = put_together(workspace, [first, second])
    assert row_of(workspace, first).setups == {sha256: turned}
    take_apart(workspace, joined)
    assert basis(workspace) == before
    put_together(workspace, [first, second])
    straight = page_setup(1, turns={1: 180})
    set_pages(workspace, first, {sha256: straight})
    whole = basis(workspace)
    parted = part_item(workspace, first)
    assert row_of(workspace, second).pages == straight
    join_again(workspace, parted)
    assert basis(workspace) == whole


def test_wiping_takes_the_pages_along(services, scan, tmp_path):
    workspace = services.workspace
    (item,) = attach(services, scan)
    sha256 = row_of(workspace, item).sha256
    set_pages(workspace, item, {sha256: CHOSEN})
    compiled(services, tmp_path / "out")
    cache = workspace.layout.cache
    assert list(cache.rglob(f"pages-*/*/{sha256}-*.pdf"))
    wipe(workspace, [sha256])
    assert not list(cache.rglob(f"*{sha256}*"))
    assert row_of(workspace, item).setups == {}


@pytest.fixture(scope="module")
def county_template(tmp_path_factory):
    path = tmp_path_factory.mktemp("county") / "示例县"
    make_county(path, [UNIT])
    return path


def test_setups_travel_to_the_office_and_back_out(county_template, tmp_path, scan):
    copy_county(county_template, tmp_path / "县")
    with open_county(tmp_path / "县", [UNIT]) as county:
        unit, office = county.units[0], county.office
        request = AttachRequest((scan,), replace(TARGET, unit=None))
        report = attach_files(unit.workspace, workers_of_all(), request, JOB)
        item = report.outcomes[0].item_id
        sha256 = row_of(unit.workspace, item).sha256
        own = page_setup(3, tilts={1: -120}, paper=Paper.OWN, size=(185, 260))
        for number, setup in enumerate((CHOSEN, own, AS_THEY_ARE)):
            set_pages(unit.workspace, item, {sha256: setup})
            office.merge(unit.submit(county.stick / f"{number}.zip"))
            assert row_of(office.workspace, item).pages == setup
            assert basis(office.workspace) == basis(unit.workspace)
            with pytest.raises(OwnedByUnit):
                set_pages(office.workspace, item, {sha256: page_setup(3, turns={1: 90})})


def test_a_long_picture_is_bound_as_a_person_wants_it(services, tmp_path):
    Image.new("RGB", (1080, 9_000), "white").save(tmp_path / "截图.png")
    (item,) = attach(services, tmp_path / "截图.png")
    workspace = services.workspace
    sha256 = row_of(workspace, item).sha256

    def pages():
        return sum(e.pages for e in compiled(services, tmp_path / "卷").ledger.entries)

    cut = pages()
    assert cut > 3
    assert set_pages(workspace, item, {sha256: PageSetup(cut=Cut.WHOLE)})
    assert pages() == 1
    # Turning the one page does not cut it again.
    turned = page_setup(1, turns={1: 90}, cut=Cut.WHOLE)
    assert set_pages(workspace, item, {sha256: turned})
    assert pages() == 1
    assert row_of(workspace, item).pages == turned
    changes = read_changes(workspace, tmp_path / "卷", DossierOptions(), ["indicator:60"])
    assert not changes["indicator:60"].any
    set_pages(workspace, item, {sha256: AS_THEY_ARE})
    changes = read_changes(workspace, tmp_path / "卷", DossierOptions(), ["indicator:60"])
    assert changes["indicator:60"].changed == ("截图",)
    assert pages() == cut


def test_whether_a_picture_is_cut_travels():
    setup = PageSetup(cut=Cut.WHOLE)
    (stored,) = stored_setups({"a" * 64: setup})
    part = PageSetupPart.model_validate(stored)
    assert part.setup() == setup
    assert BindingPart(pages=[part]).stored() == {"pages": [stored]}
    with pytest.raises(ValueError, match="pages"):
        PageSetupPart.model_validate(stored | {"turns": [[1, 90]]})
