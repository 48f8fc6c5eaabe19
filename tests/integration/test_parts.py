"""Items put together and parted again, with captions; taken back exactly."""

import pytest
from PIL import Image

from app.checkup.checking import check_workspace
from app.evidence.errors import PartsUnfit, PartUnknown
from app.evidence.items import ItemEdit, current, edit_item
from app.evidence.listing import list_filed
from app.evidence.parts import (
    arrange_parts,
    captioned,
    join_again,
    list_parts,
    part_again,
    part_item,
    put_parts,
    put_together,
    put_together_again,
    take_apart,
)
from app.evidence.places import Target
from app.intake.attach import attach_files
from app.intake.parts.adding import add_attachment, add_companion_pdf
from app.intake.requests import AttachRequest
from app.jobs import SilentJob
from tests.support import documents

TARGET = Target("60", "材料查证", "县司法局", 1)


@pytest.fixture
def photos(workspace, workers, tmp_path):
    paths = []
    for number in (1, 2, 3):
        paths.append(tmp_path / f"IMG_000{number}.jpg")
        Image.new("RGB", (1200, 900), (number * 60, 90, 90)).save(paths[-1])
    report = attach_files(workspace, workers, AttachRequest(tuple(paths), TARGET), SilentJob())
    items = [outcome.item_id for outcome in report.outcomes]
    edit_item(workspace, items[1], ItemEdit(title="集中评查现场", doc_date="2021-05-06"))
    yield items
    assert check_workspace(workspace, SilentJob()).sound


def state(workspace):
    with workspace.database.reading() as session:
        filed = list_filed(session)
        return [
            (
                row.item,
                row.title,
                row.doc_date,
                dict(row.guesses),
                *(part.name for part in list_parts(session, row.item)),
            )
            for row in sorted(filed, key=lambda row: row.item)
        ]


def names(workspace, item):
    with workspace.database.reading() as session:
        return [part.name for part in list_parts(session, item)]


def test_photos_become_one_item_with_captions_and_several_again(workspace, photos):
    before = state(workspace)
    done = put_together(workspace, photos, "案卷评查照片")
    (row,) = state(workspace)
    assert (row[0], row[1]) == (photos[0], "案卷评查照片")
    # What was a title is a caption now; a file name was none.
    assert names(workspace, photos[0]) == ["IMG_0001.jpg", "集中评查现场.jpg", "IMG_0003.jpg"]
    take_apart(workspace, done)
    assert state(workspace) == before
    put_together_again(workspace, done)
    assert state(workspace) == [row]
    # Parted later, each is the item again that it was, with its date.
    parted = part_item(workspace, photos[0])
    assert sorted(parted.items) == sorted(photos[1:])
    second = next(r for r in state(workspace) if r[0] == photos[1])
    assert second[1:3] == ("集中评查现场", "2021-05-06")
    join_again(workspace, parted)
    assert state(workspace) == [row]
    part_again(workspace, parted)
    assert len(state(workspace)) == 3


def test_captions_and_order(workspace, photos):
    done = put_together(workspace, photos, "案卷评查照片")
    assert done.arranged.item == photos[0]
    arranged = arrange_parts(workspace, photos[0], [0, 2, 1], ["动员会", "抽卷", ""])
    assert names(workspace, photos[0]) == ["动员会.jpg", "抽卷.jpg", "集中评查现场.jpg"]
    put_parts(workspace, photos[0], arranged.before)
    assert names(workspace, photos[0]) == ["IMG_0001.jpg", "集中评查现场.jpg", "IMG_0003.jpg"]
    arrange_parts(workspace, photos[0], [0, 2], ["", ""])
    assert names(workspace, photos[0]) == ["IMG_0001.jpg", "IMG_0003.jpg"]
    for wrong in ([1, 0], [0, 0], [0, 5], []):
        with pytest.raises(PartUnknown):
            arrange_parts(workspace, photos[0], wrong, [""] * len(wrong))


def test_an_attachment_becomes_an_item_where_its_item_lies(workspace, workers, photos, tmp_path):
    paper = documents.text(tmp_path / "评查方案.txt", "评查方案\n")
    add_attachment(workspace, workers, photos[1], paper, SilentJob())
    parted = part_item(workspace, photos[1], [1])
    (item,) = parted.items
    assert item not in photos
    with workspace.database.reading() as session:
        row = next(r for r in list_filed(session) if r.item == item)
        assert (row.title, row.point, row.unit) == ("评查方案", 1, "县司法局")
        assert not current(session, photos[1])[1].attachments
    join_again(workspace, parted)
    assert names(workspace, photos[1])[1:] == ["评查方案.txt"]
    with pytest.raises(PartUnknown):
        part_item(workspace, photos[0])


def test_nothing_is_lost_silently(workspace, workers, photos, tmp_path):
    before = state(workspace)
    documents.text_pdf(tmp_path / "打印.pdf", ["打印件"])
    add_companion_pdf(workspace, workers, photos[1], tmp_path / "打印.pdf", SilentJob())
    with pytest.raises(PartsUnfit):
        put_together(workspace, photos)
    with pytest.raises(PartsUnfit):
        put_together(workspace, photos[:1])
    assert state(workspace) == before
    # It may be the first: its own pages stay what they are.
    put_together(workspace, [photos[1], photos[0]])


def test_a_caption_is_a_name_with_the_suffix_kept():
    assert captioned("IMG_1.jpg", "评查 / 现场") == "评查 ／ 现场.jpg"
    assert captioned("IMG_1.jpg", "  ") == "IMG_1.jpg"
    assert captioned("说明", "图") == "图"
