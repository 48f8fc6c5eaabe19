"""Several files as one item, whose photos share pages with their names below."""

import pypdfium2
import pytest

from app.bootstrap import open_services
from app.dossier_options import DossierOptions
from app.evidence.descriptions import Description
from app.evidence.items import current
from app.evidence.places import Target
from app.intake.report import AttachState
from app.intake.requests import AttachRequest
from app.intake.together import attach_together
from app.jobs import SilentJob
from tests.support import documents
from tests.support.workspaces import copy_workspace

JOB = SilentJob()
TARGET = Target("60", "材料查证", "县司法局")
ADDED, PART, REFUSED = AttachState.ADDED, AttachState.PART, AttachState.REFUSED


@pytest.fixture
def services(tmp_path, office_template):
    with open_services(copy_workspace(office_template, tmp_path / "工作区")) as opened:
        yield opened


def attach(services, *paths, **stated):
    request = AttachRequest(paths, TARGET, Description(**stated))
    return attach_together(services.workspace, services.workers, request, JOB)


def photos(folder, count=5):
    folder.mkdir()
    return [
        documents.jpeg(folder / f"{n} 活动照片.jpg", (800 + n, 600)) for n in range(1, count + 1)
    ]


def files_of(services, item):
    with services.workspace.database.reading() as session:
        _, revision = current(session, item)
        return [revision.file_name, *(part.file_name for part in revision.attachments)]


def test_a_folder_of_photos_is_one_item_that_shares_pages(services, tmp_path):
    made = photos(tmp_path / "普法宣传活动照片")
    report = attach(services, tmp_path / "普法宣传活动照片", doc_date="2021-04-09")
    assert [o.state for o in report.outcomes] == [ADDED, PART, PART, PART, PART]
    item = report.outcomes[0]
    assert item.title == "普法宣传活动照片"
    assert {o.item_id for o in report.outcomes} == {item.item_id}
    assert files_of(services, item.item_id) == [path.name for path in made]

    options = DossierOptions(indicators=("60",), photos_per_page=4)
    result = services.dossiers.compile(tmp_path / "out", options, JOB)
    assert result.ledger.inputs == result.ledger.included == 5
    (volume,) = tmp_path.joinpath("out").glob("060*.pdf")
    with pypdfium2.PdfDocument(volume) as document:
        texts = ["".join(p.get_textpage().get_text_range().split()) for p in document]
    shared = [text for text in texts if "1活动照片" in text and "4活动照片" in text]
    assert len(shared) == 1
    assert "5活动照片" not in shared[0]


def test_what_may_not_go_in_is_told_and_the_rest_goes_in(services, tmp_path):
    first, second, *_ = photos(tmp_path / "照片", 2)
    secret = documents.word(tmp_path / "a.docx", ["机密★1年", "通知"])
    report = attach(services, secret, first, tmp_path / "没有.jpg", second)
    assert [(o.file, o.state) for o in report.outcomes] == [
        ("a.docx", REFUSED),
        (first.name, ADDED),
        ("没有.jpg", AttachState.FAILED),
        (second.name, PART),
    ]
    assert files_of(services, report.outcomes[1].item_id) == [first.name, second.name]


def test_the_stated_title_is_not_numbered(services, tmp_path):
    report = attach(services, *photos(tmp_path / "照片", 2), title="合影")
    assert report.outcomes[0].title == "合影"
