"""Neither side lets a marked file or word pass; what is refused is named by ids, never quoted."""

from random import Random

import pytest
from sqlalchemy import select

from app.evidence.descriptions import Description
from app.evidence.filing import ReadyFile, add_revision, ensure_blobs, fields_of
from app.evidence.items import current, remove_items, touch
from app.exchange.errors import SecretsInPackage, SecretsToSend
from app.exchange.kinds import PackageKind
from app.exchange.payload.marked_words import WITHHELD
from app.filetypes import formats
from app.guessing.guess import Guess
from app.intake.inbox.looking_again import look_again
from app.intake.inbox.wiping import WIPED, wipe
from app.wording.errors import describe_error
from models import Event, EvidenceItem, ItemRevision, ReceivedEvent
from tests.support import secrecy
from tests.support.county import JOB, dump, workers_of_all

CANARY = "蓝色独角兽"


@pytest.fixture
def careless(monkeypatch):
    """A sender whose program looks at nothing."""

    def pack(unit, target):
        with monkeypatch.context() as patch:
            patch.setattr("app.exchange.sending.demand_no_secrets", lambda *_: None)
            return unit.submit(target)

    return pack


def demand_refused(office, path, item):
    before = dump(office.path)
    stored = list(office.workspace.originals.stored())
    with pytest.raises(SecretsInPackage) as refused:
        office.merge(path)
    assert item in refused.value.items
    assert CANARY not in f"{refused.value}{describe_error(refused.value)}"
    assert list(office.workspace.originals.stored()) == stored
    assert dump(office.path)[EvidenceItem.__tablename__] == before[EvidenceItem.__tablename__]


def give_file(unit, item_id, content, kind):
    """Make a file that nobody looked at the current version of an item."""
    file = unit.path / "cache" / "新"
    file.write_bytes(content)
    original = unit.workspace.originals.import_file(file)
    file.unlink()
    file_type = formats.file_type(kind, f"新{kind.suffixes[0]}")
    ready = ReadyFile(original, file_type, f"新{kind.suffixes[0]}", None, Guess(), ())
    with unit.workspace.database.writing() as work:
        item, old = current(work.session, item_id)
        ensure_blobs(work, [ready])
        fields = fields_of(Guess(), Description(title="通知"))
        item.current_revision = add_revision(work, item, old.number + 1, ready, fields, ()).number
        touch(work, item)
        work.commit()


def refused_to_send(unit, target):
    with pytest.raises(SecretsToSend) as refused:
        unit.submit(target)
    assert not target.exists()
    assert CANARY not in f"{refused.value}{describe_error(refused.value)}"
    return refused.value


def test_the_sender_learns_first_with_titles_and_a_way_out(county, unit):
    unit.attach("通知", f"机密★1年\n{CANARY}")
    told = refused_to_send(unit, county.stick / "1.zip")
    assert told.titles == ("通知",)
    assert "通知" in describe_error(told).reason
    assert "--look-again" in describe_error(told).remedy
    look_again(unit.workspace, workers_of_all(), JOB)
    county.office.merge(unit.submit(county.stick / "1.zip"))
    assert WIPED in county.office.titles


@pytest.mark.parametrize("kind", ["mail", "archive"])
def test_what_the_sender_is_refused_for_can_be_wiped(county, unit, kind):
    """Looking again finds whatever packing finds: also inside mails and closed archives."""
    inner = {"甲.docx": secrecy.docx(secrecy.paragraphs("机密★1年"))}
    made = secrecy.mail(files=inner) if kind == "mail" else secrecy.packed(inner)
    item = unit.attach("通知", "正文")
    give_file(unit, item, made, formats.EML if kind == "mail" else formats.ZIP)
    refused_to_send(unit, county.stick / "1.zip")
    look_again(unit.workspace, workers_of_all(), JOB)
    county.office.merge(unit.submit(county.stick / "1.zip"))


def test_a_marked_earlier_version_can_be_wiped(county, unit):
    item = unit.attach("通知", f"机密★1年\n{CANARY}")
    give_file(unit, item, "正文".encode(), formats.TEXT)
    refused_to_send(unit, county.stick / "1.zip")
    look_again(unit.workspace, workers_of_all(), JOB)
    county.office.merge(unit.submit(county.stick / "1.zip"))


def test_what_was_removed_keeps_nobody_back(county, unit):
    item = unit.attach("通知", f"机密★1年\n{CANARY}")
    refused_to_send(unit, county.stick / "1.zip")
    remove_items(unit.workspace, [item])
    county.office.merge(unit.submit(county.stick / "1.zip"))


def test_the_office_wipes_what_it_has_of_a_unit(county, unit, careless, monkeypatch):
    """An earlier program took it over; a recovery package would bring it back to the unit."""
    unit.attach("通知", f"机密★1年\n{CANARY}")
    package = careless(unit, county.stick / "1.zip")
    with monkeypatch.context() as patch:
        patch.setattr("app.exchange.receiving.demand_no_secrets", lambda *_: None)
        county.office.merge(package)
    back = county.stick / "2.zip"
    with pytest.raises(SecretsToSend) as refused:
        county.office.pack(PackageKind.RECOVERY, back, unit.name)
    assert refused.value.titles == ("通知",)
    look_again(county.office.workspace, workers_of_all(), JOB)
    county.office.pack(PackageKind.RECOVERY, back, unit.name)
    assert CANARY.encode() not in back.read_bytes()


def test_the_receiver_looks_into_every_original(county, unit, careless):
    unit.attach("甲", "商业秘密保护工作总结\n密级：无")
    item = unit.attach("通知", f"机密★1年\n{CANARY}")
    demand_refused(county.office, careless(unit, county.stick / "1.zip"), item)


def test_the_receiver_looks_at_every_word(county, unit, careless, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr("app.secrecy.typed.bears_mark", lambda _: False)
        item = unit.attach(f"绝密★{CANARY}", "正文")
    path = careless(unit, county.stick / "1.zip")
    demand_refused(county.office, path, item)
    with pytest.raises(SecretsInPackage):
        county.office.exchange.preview([path], JOB)


def test_a_marked_word_that_only_the_log_still_has_keeps_nobody_back(county, unit, monkeypatch):
    """The log cannot be changed, so the word stays here; what travels still verifies."""
    with monkeypatch.context() as patch:
        patch.setattr("app.secrecy.typed.bears_mark", lambda _: False)
        item = unit.attach(f"绝密★{CANARY}", "正文")
    kept = unit.attach("通知", "正文乙")
    with unit.workspace.database.reading() as session:
        revisions = select(ItemRevision.blob_sha256).where(ItemRevision.item_id == item)
        (sha256,) = session.scalars(revisions)
    assert wipe(unit.workspace, [sha256]) == (item,)
    for number in "12":
        merged = county.office.merge(unit.submit(county.stick / f"{number}.zip"))
        assert merged.applied.notices == ()
    received = str(dump(county.office.path)[ReceivedEvent.__tablename__])
    assert WITHHELD in received
    assert CANARY not in received
    with unit.workspace.database.reading() as session:
        assert any(CANARY in data for data in session.scalars(select(Event.data)))
    assert kept in received


def test_harmless_words_travel(county, unit):
    unit.attach("商业秘密保护指引", "保守国家秘密，人人有责。绝密、机密、秘密三级")
    county.office.merge(unit.submit(county.stick / "1.zip"))
    assert "商业秘密保护指引" in county.office.titles


def test_no_seal_and_no_part_hides_a_mark(county, unit, monkeypatch):
    """The mark lies in the second part; the office opens sealed packages before it looks."""
    county.office.merge(unit.submit(county.stick / "0.zip"))
    unit.merge(county.answer(unit.name, county.stick / "r.zip"))
    unit.attach("甲", "".join(f"{Random(n).random()}\n" for n in range(40_000)))
    item = unit.attach("通知", f"机密★1年\n{CANARY}")
    with monkeypatch.context() as patch:
        patch.setattr("app.exchange.sending.demand_no_secrets", lambda *_: None)
        sealed = unit.submit(county.stick / "1.zip", seal=True)
        more = {"part_size": 400_000}
        parts = unit.pack(PackageKind.SUBMISSION, county.stick / "2.zip", **more).written.paths
    assert len(parts) > 1
    demand_refused(county.office, sealed, item)
    before = dump(county.office.path)
    with pytest.raises(SecretsInPackage):
        county.office.exchange.merge(parts, JOB)
    assert dump(county.office.path)[ItemRevision.__tablename__] == before["item_revision"]


def test_the_office_never_sends_marked_words_back(county, unit, office, monkeypatch):
    """What an earlier program stored of a unit's words, the return package would repeat."""
    county.office.merge(unit.submit(county.stick / "1.zip"))
    with monkeypatch.context() as patch:
        patch.setattr("app.secrecy.typed.bears_mark", lambda _: False)
        office.attach(f"绝密★{CANARY}", "正文", unit=unit.name)
    target = county.stick / "r.zip"
    with pytest.raises(SecretsToSend) as refused:
        county.answer(unit.name, target)
    assert CANARY not in f"{refused.value}{describe_error(refused.value)}"
    assert "改掉这些文字" in describe_error(refused.value).remedy
    assert not target.exists()
