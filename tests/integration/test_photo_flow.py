"""Forty photos from the unit's camera to the office's dossier: described, sent, returned, bound."""

from dataclasses import replace
from datetime import datetime, timedelta

import pypdfium2
import pytest

from app.bootstrap import open_services
from app.checkup.checking import check_workspace
from app.dossier_options import DossierOptions
from app.evidence.listing import list_filed
from app.evidence.photos import PhotoEdit, describe_photos, list_photos
from app.evidence.places import Target
from app.framework.keys import SlotKey
from app.intake.attach import attach_files
from app.intake.manifest.photos import describe_by_list
from app.intake.requests import AttachRequest
from app.jobs import SilentJob
from app.problems import ProblemKind
from app.review.basis import read_bases
from app.review.service import Ruling, accept_slots, decide, submit_slots
from models.vocabulary import ReviewDecision
from tests.support.county import copy_county, make_county, open_county, workers_of_all
from tests.support.documents.photos import KUNMING, photo, scene
from tests.support.workspaces import copy_workspace

JOB = SilentJob()
UNIT = "县司法局"
COUNT = 40


@pytest.fixture(scope="module")
def county_template(tmp_path_factory):
    path = tmp_path_factory.mktemp("county") / "示例县"
    make_county(path, [UNIT])
    return path


def photos_of(workspace):
    with workspace.reading() as session:
        items = dict.fromkeys(row.item for row in list_filed(session))
        return list_photos(session, items)


def bases(workspace):
    with workspace.reading() as session:
        return read_bases(session)


def test_forty_photos_go_from_the_camera_into_the_dossier(county_template, tmp_path):
    taken = datetime(2021, 5, 6, 9, 0)
    files = [
        photo(
            tmp_path / f"IMG_{n:03}.jpg",
            n,
            (1200, 900) if n % 3 else (900, 1200),
            taken=taken + timedelta(minutes=n),
            gps=KUNMING if n % 2 else None,
        )
        for n in range(COUNT - 1)
    ]
    scene(5, (1200, 900)).save(tmp_path / "IMG_039.jpg", quality=40)  # once more
    files.append(tmp_path / "IMG_039.jpg")
    listing = tmp_path / "照片说明.csv"
    lines = [f"IMG_{n:03}.jpg,场景{n},大厅,张三,第{n}号说明" for n in range(COUNT)]
    listing.write_text("\n".join(["照片,题名,地点,摄影者,文字说明", *lines]), encoding="utf-8")
    copy_county(county_template, tmp_path / "县")
    with open_county(tmp_path / "县", [UNIT]) as county:
        unit, office = county.units[0], county.office
        target = Target("60", "材料查证", None, 1)
        report = attach_files(
            unit.workspace, workers_of_all(), AttachRequest(tuple(files), target), JOB
        )
        items = [outcome.item_id for outcome in report.outcomes]
        assert len(items) == COUNT
        done = describe_by_list(unit.workspace, listing)
        assert (done.photos, done.unknown) == (COUNT, ())
        describe_photos(unit.workspace, [], dict.fromkeys(items, 4))
        slot = SlotKey("60", "material_check", unit.unit_id)
        submit_slots(unit.workspace, [slot])
        office.merge(unit.submit(county.stick / "1.zip"))

        sent = photos_of(unit.workspace)
        assert photos_of(office.workspace) == sent
        assert bases(office.workspace) == bases(unit.workspace)
        assert [row.known.taken for row in sent][7] == "2021年5月6日 9时07分"
        with office.workspace.reading() as session:
            alike = {
                row.title
                for row in list_filed(session)
                for one in row.open_remarks
                if one.problem.kind is ProblemKind.PHOTO_ALIKE
            }
        assert alike == {"场景5", "场景39"}

        note = "人物没有写"
        returned = Ruling(slot, ReviewDecision.RETURNED, item=items[3], note=note)
        decide(office.workspace, [returned])
        unit.merge(county.answer(UNIT, county.stick / "退回.zip"))
        before = next(row for row in photos_of(unit.workspace) if row.item == items[3])
        answer = PhotoEdit(items[3], 0, replace(before.note, people="王某某（左一）"))
        (change,) = describe_photos(unit.workspace, [answer])
        assert (change.before.notes, change.after.notes) != ({}, {})
        submit_slots(unit.workspace, [slot])
        office.merge(unit.submit(county.stick / "2.zip"))
        accept_slots(office.workspace, [slot])
        assert bases(office.workspace) == bases(unit.workspace)
        for partner in (unit, office):
            assert check_workspace(partner.workspace, JOB).sound

    copy_workspace(tmp_path / "县" / "创建办", tmp_path / "成卷")
    with open_services(tmp_path / "成卷") as services:
        options = DossierOptions(indicators=("60",), pdfa=True)
        made = services.dossiers.compile(tmp_path / "out", options, JOB)
        assert made.ledger.inputs == made.ledger.included == COUNT
    (volume,) = (tmp_path / "out").glob("060*.pdf")
    with pypdfium2.PdfDocument(volume) as document:
        pages = ["".join(page.get_textpage().get_text_range().split()) for page in document]
    sheets = [page for page in pages if "文字说明：" in page]
    assert len(sheets) == COUNT / 4
    whole = "".join(sheets)
    for n in range(COUNT):
        assert f"文字说明：第{n}号说明" in whole
    assert whole.index("场景0") < whole.index("场景1") < whole.index("场景39")
    assert whole.count("摄影者：张三") == COUNT
    assert "人物：王某某（左一）" in whole
