"""A registered unit with a valid key that is hostile, or whose computer is."""

import hashlib
import json
import os
import shutil
import socket
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import ClassVar

import pytest
from sqlalchemy import select, text

from app.checkup.checking import check_workspace
from app.errors import JuanzongError
from app.evidence.items import remove_items, restore_items
from app.exchange.creating import create_from_task_package
from app.exchange.errors import PackageError, PackageNotAFile, PackageUnreadable
from app.exchange.kinds import PackageKind
from app.exchange.merge.errors import PayloadInvalid, SenderNameDiffers
from app.exchange.merge.notices import NoticeKind
from app.exchange.payload.possession import withheld_address
from app.exchange.receiving import inspect_package
from app.exchange.rounds import find_packages, preview_each
from app.identity.errors import KeyIsOwn, KeyOfAnotherPartner, PeerUnconfirmed
from app.identity.trust import Peer, revoke, trusted_key
from app.review.basis import basis_of, read_bases
from app.signatures.sealing import Opener, is_sealed
from app.storage.defects import DefectKind
from app.workspace.unit_editing import change_units
from models import Blob, EvidenceItem, Submission
from tests.support.county import JOB, UNITS, Partner, copy_county, open_county, own_work
from tests.support.forging import forged

LAW, MONEY = UNITS
NOTHING_ENTERED = {"items": [], "placements": [], "submissions": []}


@pytest.fixture
def county(template, tmp_path):
    copy_county(template, tmp_path / "县")
    with open_county(tmp_path / "县", UNITS) as opened:
        yield opened


def nothing(_content) -> None:
    """Leave the payload as it is."""


def sender(**changes):
    return lambda header: header["sender"].update(changes)


def merged_with_own_key(office: Partner, path: Path):
    trust = inspect_package([path], JOB).fingerprint
    return office.exchange.merge([path], JOB, trust=trust)


def item_of(unit: Partner, item: str):
    with unit.workspace.database.reading() as session:
        return session.get_one(EvidenceItem, item).revisions[0].blob_sha256


def state_of(partner: Partner) -> dict[str, object]:
    """All that a refused package must leave alone: every row, every file but the cache."""
    with closing(sqlite3.connect(partner.path / "juanzong.db")) as connection:
        rows = hashlib.sha256("\n".join(connection.iterdump()).encode()).hexdigest()
    files = {
        str(path.relative_to(partner.path)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in partner.path.rglob("*")
        if path.is_file() and not path.name.startswith("juanzong.")
        if path.relative_to(partner.path).parts[0] != "cache"
    }
    return {"rows": rows} | files


class TestNames:
    def test_another_units_id_and_the_own_name(self, county, office, unit, money, tmp_path):
        unit.attach("甲", "甲")
        path = forged(
            unit,
            unit.submit(county.stick / "1.zip"),
            tmp_path / "x.zip",
            nothing,
            header=sender(unit_id=money.unit_id),
        )
        before = state_of(office)
        for attempt in (merged_with_own_key, lambda o, p: o.exchange.preview([p], JOB)):
            with pytest.raises(SenderNameDiffers) as caught:
                attempt(office, path)
        assert (caught.value.claimed, caught.value.registered) == (LAW, MONEY)
        assert state_of(office) == before

    @pytest.mark.parametrize(
        "name",
        [MONEY, "创建办", "县司法\u202e局长", "县司法局<b>", "县司法局1", "縣司法局", "省司法厅"],
    )
    def test_a_name_that_is_not_the_units(self, county, office, unit, tmp_path, name):
        package = unit.submit(county.stick / "1.zip")
        path = forged(unit, package, tmp_path / "x.zip", nothing, header=sender(name=name))
        with pytest.raises(SenderNameDiffers):
            merged_with_own_key(office, path)

    @pytest.mark.parametrize("name", ["县司\u200b法局", "县司法局\u202e", "县 司 法\u3000局"])
    def test_what_nobody_sees_in_a_name_is_never_shown(self, county, office, unit, tmp_path, name):
        unit.attach("甲", "甲")
        package = unit.submit(county.stick / "1.zip")
        path = forged(unit, package, tmp_path / "x.zip", nothing, header=sender(name=name))
        with pytest.raises(PeerUnconfirmed) as caught:
            office.exchange.merge([path], JOB)
        assert caught.value.name == LAW
        report = merged_with_own_key(office, path)
        assert report.sender == LAW
        assert [row.name for row in office.exchange.trusted()] == [LAW]
        assert LAW in {row.peer_name for row in office.exchange.history()}
        assert [peer.name for peer in office.exchange.partners()] == [LAW]
        assert name not in str(office.exchange.history())
        with office.workspace.database.reading() as session:
            logged = "".join(session.scalars(text("SELECT data FROM event")))
        assert name not in logged

    def test_a_unit_that_was_renamed_since_its_last_task_package(self, county, office, unit):
        unit.attach("甲", "甲")
        change_units(office.workspace, lambda s: s.renaming(unit.unit_id, "县法制局"))
        report = office.merge(unit.submit(county.stick / "1.zip"))
        assert report.sender == "县法制局"
        # Without the alias the office still knows the name: it made a package for it.
        change_units(office.workspace, lambda s: s.aliasing(unit.unit_id, ()))
        office.merge(unit.submit(county.stick / "2.zip"))
        assert [row.name for row in office.exchange.trusted()] == ["县法制局"]
        unit.merge(county.answer("县法制局", county.stick / "r.zip"))
        assert office.merge(unit.submit(county.stick / "3.zip")).sender == "县法制局"

    def test_an_old_name_that_belongs_to_another_unit_by_now(self, county, office, unit, money):
        change_units(office.workspace, lambda s: s.renaming(unit.unit_id, "县法制局"))
        change_units(office.workspace, lambda s: s.aliasing(unit.unit_id, ()))
        change_units(office.workspace, lambda s: s.renaming(money.unit_id, LAW))
        with pytest.raises(SenderNameDiffers):
            office.merge(unit.submit(county.stick / "1.zip"))

    def test_somebody_who_calls_himself_the_office_otherwise(self, county, office, unit, tmp_path):
        answer = county.answer(LAW, county.stick / "r.zip")
        path = forged(office, answer, tmp_path / "x.zip", nothing, header=sender(name=MONEY))
        with pytest.raises(SenderNameDiffers):
            unit.merge(path)

    def test_a_task_package_whose_units_cannot_be_told_apart(self, county, office, unit, tmp_path):
        def twins(payload):
            payload["base"]["units"][1]["name"] = payload["base"]["units"][0]["name"] + "\u200b"

        answer = county.answer(LAW, county.stick / "r.zip")
        with pytest.raises(PayloadInvalid):
            unit.merge(forged(office, answer, tmp_path / "x.zip", twins))


class TestKeys:
    def test_one_key_for_two_units(self, county, office, unit, money, tmp_path):
        unit.attach("甲", "甲")
        own = unit.submit(county.stick / "1.zip")
        office.merge(own)
        path = forged(
            unit,
            own,
            tmp_path / "x.zip",
            lambda content: content.update(blobs=[], records=content["records"] | NOTHING_ENTERED),
            header=sender(unit_id=money.unit_id, name=MONEY),
            originals=[],
        )
        before = state_of(office)
        for attempt in (merged_with_own_key, lambda o, p: o.exchange.preview([p], JOB)):
            with pytest.raises(KeyOfAnotherPartner) as caught:
                attempt(office, path)
        assert (caught.value.name, caught.value.other) == (MONEY, LAW)
        assert state_of(office) == before

    def test_neither_is_offered_while_both_are_looked_at(
        self, county, office, unit, money, tmp_path
    ):
        own = unit.submit(county.stick / "1.zip")
        other = forged(
            unit, own, tmp_path / "x.zip", nothing, header=sender(unit_id=money.unit_id, name=MONEY)
        )
        found = preview_each(office.exchange, [(own,), (other,)], JOB)
        assert all(isinstance(arrival.error, KeyOfAnotherPartner) for arrival in found)

    def test_a_wrong_confirmation_is_mended_by_withdrawing_it(self, county, office, unit, money):
        own = unit.submit(county.stick / "1.zip")
        signer = unit.identity.keys().public.signing_key
        with office.workspace.database.writing() as work:
            # As an earlier version of the program let it be confirmed.
            work.session.execute(
                text(
                    "INSERT INTO trusted_key (id, peer, peer_name, signing_key, sealing_key, "
                    "confirmed_at, confirmed_by) VALUES ('k', :peer, '县司法局', :key, '', "
                    "'2026-01-01 00:00:00', '')"
                ),
                {"peer": money.unit_id, "key": signer},
            )
            work.commit()
        # Whatever name came with it then: the register's is shown.
        assert [row.name for row in office.exchange.trusted()] == [MONEY]
        with pytest.raises(KeyOfAnotherPartner):
            office.merge(own)
        with office.workspace.database.writing() as work:
            assert revoke(work, Peer(money.unit_id, MONEY))
            work.commit()
        office.merge(own)

    def test_a_key_that_was_replaced_stays_its_units(self, county, office, unit, money, tmp_path):
        first = unit.identity.keys().signer
        office.merge(unit.submit(county.stick / "1.zip"))
        package = unit.submit(county.stick / "2.zip")
        newer = money.identity.keys().signer.generate()
        office.merge(forged(unit, package, tmp_path / "n.zip", nothing, signer=newer))
        path = money.submit(county.stick / "f.zip")
        with pytest.raises(KeyOfAnotherPartner):
            office.merge(forged(money, path, tmp_path / "x.zip", nothing, signer=first))

    def test_the_offices_own_key_comes_in(self, county, office, unit, tmp_path):
        package = unit.submit(county.stick / "1.zip")
        own = office.identity.keys().signer
        with pytest.raises(KeyIsOwn):
            office.merge(forged(unit, package, tmp_path / "x.zip", nothing, signer=own))
        sealing = office.identity.keys().public.sealing_key
        path = forged(
            unit, package, tmp_path / "y.zip", nothing, header=sender(sealing_key=sealing)
        )
        with pytest.raises(KeyIsOwn):
            office.merge(path)

    def test_a_key_to_encrypt_to(self, county, office, unit, money, tmp_path):
        office.merge(money.submit(county.stick / "f.zip"))
        package = unit.submit(county.stick / "1.zip")
        theirs = money.identity.keys().public.sealing_key
        for key, error in ((theirs, KeyOfAnotherPartner), ("age1garbage", PayloadInvalid)):
            path = forged(
                unit, package, tmp_path / f"{key[:9]}.zip", nothing, header=sender(sealing_key=key)
            )
            with pytest.raises(error):
                office.merge(path)

    def test_an_older_package_never_puts_an_older_sealing_key_back(
        self, county, office, unit, tmp_path
    ):
        old, new = Opener.generate().recipient, Opener.generate().recipient
        packages = [
            forged(
                unit,
                unit.submit(county.stick / f"{n}.zip"),
                tmp_path / f"{n}.zip",
                nothing,
                header=sender(sealing_key=key),
            )
            for n, key in ((1, old), (2, new))
        ]
        office.merge(packages[1])
        office.merge(packages[0])
        again = forged(
            unit, packages[1], tmp_path / "a.zip", nothing, header=sender(sealing_key=old)
        )
        office.merge(again)
        assert sealing_key(office, unit) == new
        # Not even where the newer one was withdrawn, or its merge undone.
        with office.workspace.database.writing() as work:
            revoke(work, Peer(unit.unit_id, LAW))
            work.commit()
        office.merge(packages[0])
        assert sealing_key(office, unit) == new

    def test_undoing_brings_no_older_sealing_key_back(self, county, office, unit, tmp_path):
        old, new = Opener.generate().recipient, Opener.generate().recipient
        unit.attach("甲", "甲")
        first = unit.submit(county.stick / "1.zip")
        second = unit.submit(county.stick / "2.zip")
        header = sender(sealing_key=new)
        office.merge(forged(unit, second, tmp_path / "2.zip", nothing, header=header))
        office.exchange.undo()
        header = sender(sealing_key=old)
        office.merge(forged(unit, first, tmp_path / "1.zip", nothing, header=header))
        assert sealing_key(office, unit) == new


def sealing_key(office: Partner, unit: Partner) -> str:
    with office.workspace.database.reading() as session:
        row = trusted_key(session, unit.unit_id)
    assert row is not None
    return row.sealing_key


class TestPossession:
    def steal(self, county, thief: Partner, victim: Partner, item: str, target: Path, **said):
        """A package in which the thief's item names the victim's original, not included."""
        wanted = item_of(victim, item)

        def change(payload):
            revision = payload["records"]["items"][0]["revisions"][0]
            mine = revision["blob_sha256"]
            revision["blob_sha256"] = wanted
            for blob in payload["blobs"]:
                if blob["sha256"] == mine:
                    blob.update({"sha256": wanted, "included": False, **said})

        package = thief.submit(target.with_name(f"plain-{target.name}"))
        return forged(thief, package, target, change, originals=()), wanted

    @pytest.mark.parametrize("first", ["thief", "victim"])
    def test_a_foreign_digest_brings_nothing(self, county, office, unit, money, tmp_path, first):
        secret = money.attach("机要", "只有财政局有的内容")
        honest = money.submit(county.stick / "f.zip")
        mine = unit.attach("甲", "甲")
        path, wanted = self.steal(county, unit, money, secret, tmp_path / "x.zip")
        report = None
        for package in (path, honest) if first == "thief" else (honest, path):
            found = office.merge(package)
            report = found if package == path else report
        assert report is not None
        assert report.missing_originals == (wanted,)
        kinds = {notice.kind for notice in report.applied.notices}
        assert (NoticeKind.NOT_BROUGHT in kinds) == (first == "victim")
        # In the office it is missing for the thief, and whole for its owner.
        address = item_of(office, mine)
        assert address == withheld_address(unit.unit_id, wanted)
        assert not office.workspace.originals.contains(address)
        assert item_of(office, secret) == wanted
        # What the office says it has tells the thief nothing.
        packed = office.pack(PackageKind.RETURN, county.stick / "r.zip", LAW)
        assert wanted not in json.dumps(packed_payload(packed)["receipt"])
        # A recovery package delivers nothing, and says so.
        packed = office.pack(PackageKind.RECOVERY, county.stick / "恢复.zip", LAW)
        assert packed.lacking == (wanted,)
        assert packed.originals == 0
        unit.close()
        shutil.rmtree(unit.path)
        trust = office.identity.keys().public.fingerprint
        given = create_from_task_package(county.root / "新", packed.written.paths, JOB, trust=trust)
        assert given.missing_originals == (wanted,)

    def test_who_brings_it_later_has_it(self, county, office, unit, money, tmp_path):
        """The same file is lawfully held by two units."""
        office.merge(money.submit(county.stick / "0.zip"))
        secret = money.attach("文件", "两家都有的文件")
        office.merge(money.submit(county.stick / "f.zip"))
        mine = unit.attach("文件", "两家都有的文件")
        wanted = item_of(unit, mine)
        place = unit.workspace.originals.path(wanted)
        aside = place.rename(tmp_path / "aside")
        report = office.merge(unit.submit(county.stick / "1.zip"))
        assert report.missing_originals == (wanted,)
        # To reviews it is what the unit handed in, original or not.
        with office.workspace.database.reading() as session:
            handed_in = session.scalars(
                select(Submission).where(Submission.unit_id == unit.unit_id)
            ).one()
            bases = read_bases(session, units=[unit.unit_id])
        assert list(bases.values()) == [basis_of(handed_in.basis)]
        aside.rename(place)
        assert item_of(office, mine) != wanted
        report = office.merge(unit.submit(county.stick / "2.zip", full=True))
        assert report.missing_originals == ()
        assert item_of(office, mine) == item_of(office, secret) == wanted
        assert check_workspace(office.workspace, JOB).sound
        # Taking that merge back takes the bytes from it again, and nothing else.
        office.exchange.undo()
        assert item_of(office, mine) == withheld_address(unit.unit_id, wanted)
        office.merge(unit.submit(county.stick / "3.zip"))
        assert item_of(office, mine) == wanted
        packed = office.pack(PackageKind.RECOVERY, county.stick / "恢复.zip", LAW)
        assert packed.lacking == ()

    def test_what_was_brought_before_may_be_left_out(self, county, office, unit):
        unit.attach("甲", "甲")
        binned = unit.attach("没送过", "没送过")
        remove_items(unit.workspace, [binned])
        office.merge(unit.submit(county.stick / "1.zip"))
        unit.merge(county.answer(LAW, county.stick / "r.zip"))
        unit.attach("乙", "乙")
        packed = unit.pack(PackageKind.SUBMISSION, county.stick / "2.zip")
        assert packed.originals == 1
        assert office.merge(packed.written.paths[0]).missing_originals == ()
        # Undone and merged again, the earlier proof still holds.
        office.exchange.undo()
        assert office.merge(packed.written.paths[0]).missing_originals == ()
        restore_items(unit.workspace, [binned])
        assert office.merge(unit.submit(county.stick / "3.zip")).missing_originals == ()
        assert own_work(unit)["items"]
        assert check_workspace(office.workspace, JOB).sound

    def test_restoring_a_backup_keeps_what_was_brought(self, county, office, unit):
        unit.attach("甲", "甲")
        backup = office.path / "backups" / "前.db"
        from app.workspace.backup import back_up
        from app.workspace.restoring import restore_backup

        office.merge(unit.submit(county.stick / "0.zip"))
        backup = back_up(office.workspace.layout, office.workspace.database.now(), "x")
        unit.attach("乙", "乙")
        office.merge(unit.submit(county.stick / "1.zip"))
        unit.merge(county.answer(LAW, county.stick / "r.zip"))
        office.close()
        restore_backup(office.path, backup, JOB)
        county.office = reopened = Partner(office.path)
        report = reopened.merge(unit.submit(county.stick / "2.zip"))
        assert report.missing_originals == ()
        reopened.close()
        office.workspace = Partner(office.path).workspace


def packed_payload(packed) -> dict:
    from app.exchange.envelope.opening import open_package

    with open_package(packed.written.paths, job=JOB) as opened:
        return json.loads(opened.document("payload.json"))


class TestWhatIsSaidOfBytes:
    LIES: ClassVar = {
        "sm3": "0" * 64,
        "kind": "pdf",
        "media_type": "x/y",
        "suffix": ".exe",
        "label": "假",
    }

    def lie(self, payload):
        for blob in payload["blobs"]:
            blob.update(self.LIES)

    def blob(self, office: Partner, item: str) -> Blob:
        with office.workspace.database.reading() as session:
            return session.get_one(Blob, item_of(office, item))

    def test_it_is_taken_from_the_bytes_and_told(self, county, office, unit, tmp_path):
        mine = unit.attach("甲", "甲")
        package = unit.submit(county.stick / "1.zip")
        report = office.merge(forged(unit, package, tmp_path / "x.zip", self.lie))
        assert NoticeKind.CORRECTED in {notice.kind for notice in report.applied.notices}
        blob = self.blob(office, mine)
        assert (blob.kind, blob.suffix, blob.media_type) == ("text", ".txt", "text/plain")
        assert check_workspace(office.workspace, JOB).sound

    def test_who_names_a_digest_first_says_nothing_of_it(
        self, county, office, unit, money, tmp_path
    ):
        secret = money.attach("文件", "两家都有的文件")
        unit.attach("甲", "甲")
        lies = {**self.LIES, "size": 7}
        theft = TestPossession().steal(county, unit, money, secret, tmp_path / "x.zip", **lies)
        office.merge(theft[0])
        report = office.merge(money.submit(county.stick / "f.zip"))
        assert NoticeKind.CORRECTED not in {notice.kind for notice in report.applied.notices}
        blob = self.blob(office, secret)
        assert (blob.kind, blob.size) == ("text", len("两家都有的文件".encode()))

    def test_what_an_earlier_version_believed_is_found_and_mended(self, county, office, unit):
        mine = unit.attach("甲", "甲")
        office.merge(unit.submit(county.stick / "1.zip"))
        with office.workspace.database.writing() as work:
            work.session.execute(text("UPDATE blob SET sm3 = :sm3, size = 99"), {"sm3": "0" * 64})
            work.commit()
        kinds = {defect.kind for defect in check_workspace(office.workspace, JOB).defects}
        assert kinds == {DefectKind.SM3_DIFFERS, DefectKind.SIZE_DIFFERS}
        office.merge(unit.submit(county.stick / "2.zip", full=True))
        assert self.blob(office, mine).size == len("甲".encode())
        assert check_workspace(office.workspace, JOB).sound

    def test_a_false_length_is_refused(self, county, office, unit, tmp_path):
        unit.attach("甲", "甲")
        package = unit.submit(county.stick / "1.zip")
        path = forged(unit, package, tmp_path / "x.zip", lambda p: p["blobs"][0].update(size=99))
        with pytest.raises(PayloadInvalid):
            office.merge(path)


class TestRefusedChangesNothing:
    """Whatever is refused leaves rows, keys, trust, log and originals as they were."""

    KINDS = (
        "another name",
        "another id",
        "unknown unit",
        "sealing key of nobody",
        "sealing key of another",
        "key of another",
        "own key",
        "changed key",
        "no comparison",
        "wrong fingerprint",
        "another county",
        "another recipient",
        "another role",
        "another indicator set",
        "foreign owner",
        "by the office",
        "foreign item",
        "foreign revision",
        "false length",
        "not included",
        "undescribed original",
        "same sequence otherwise",
        "older generation",
        "taken package id",
        "schema",
        "log of another",
        "cut short",
        "flipped",
        "pipe",
    )

    AFTER_OTHERS = ("older generation", "same sequence otherwise", "taken package id")

    @pytest.mark.parametrize("kind", KINDS)
    @pytest.mark.parametrize("known", [False, True], ids=["new", "known"])
    def test_refused(self, county, office, unit, money, tmp_path, kind, known):
        if kind in self.AFTER_OTHERS and not known:
            pytest.skip("nothing of it is here yet")
        theirs = money.attach("财政", "财政")
        office.merge(money.submit(county.stick / "f.zip"))
        unit.attach("甲", "甲")
        if known:
            office.merge(unit.submit(county.stick / "0.zip"))
        unit.attach("乙", "乙")
        package = unit.submit(county.stick / "1.zip")
        newer = {"sealing_key": Opener.generate().recipient}
        path, options = self.made(kind, county, office, unit, money, theirs, package, tmp_path)
        if path.is_file() and kind not in {"cut short", "flipped"} and "key" not in kind:
            # Each also tries to bring another key to encrypt to.
            path = forged(unit, path, tmp_path / "k.zip", nothing, check=False, **options)
            header = sender(**newer)
            path = forged(
                unit,
                path,
                tmp_path / "y.zip",
                nothing,
                check=False,
                **(options | {"header": header}),
            )
        before = state_of(office)
        trust = None
        if kind == "wrong fingerprint":
            trust = "1" * 30
        elif kind not in {"cut short", "flipped", "pipe"}:
            trust = inspect_package([path], JOB).fingerprint
        if kind == "no comparison" and not known:
            trust = None
        if kind == "changed key":
            trust = None
        if kind == "no comparison" and known:
            pytest.skip("its key is confirmed")
        if kind == "changed key" and not known:
            pytest.skip("no key is confirmed")
        with pytest.raises(JuanzongError):
            office.exchange.merge([path], JOB, trust=trust)
        assert state_of(office) == before

    def made(self, kind, county, office, unit, money, theirs, package, tmp_path):
        """The package of this kind, and how to forge it once more."""
        target = tmp_path / "x.zip"

        def forge(change=nothing, **more):
            return forged(unit, package, target, change, check=False, **more), {}

        def item(**values):
            return lambda p: p["records"]["items"][0].update(values)

        revision = own_work(money)["items"][0]["revisions"][0]["id"]
        foreign = {
            "another name": sender(name="省厅"),
            "another id": sender(unit_id=money.unit_id),
            "unknown unit": sender(unit_id="9f0b6b8e-0000-4000-8000-000000000000"),
            "sealing key of nobody": sender(sealing_key="age1"),
            "sealing key of another": sender(sealing_key=money.identity.keys().public.sealing_key),
            "another county": lambda h: h.update(county="别处县"),
            "another recipient": lambda h: h["recipient"].update(
                role="unit", unit_id=money.unit_id, name=MONEY
            ),
            "another role": lambda h: h["sender"].update(role="office", unit_id=None),
        }
        if kind in foreign:
            return forge(header=foreign[kind])
        signers = {
            "key of another": money.identity.keys().signer,
            "own key": office.identity.keys().signer,
            "changed key": unit.identity.keys().signer.generate(),
        }
        if kind in signers:
            return forge(signer=signers[kind])[0], {"signer": signers[kind]}
        changes = {
            "another indicator set": lambda p: p.update(framework_sha256="0" * 64),
            "foreign owner": item(unit_id=money.unit_id),
            "by the office": item(by_office=True),
            "foreign item": item(id=theirs, version=99),
            "foreign revision": lambda p: p["records"]["items"][0]["revisions"][0].update(
                id=revision
            ),
            "false length": lambda p: p["blobs"][-1].update(size=99),
            "not included": lambda p: [b.update(included=False) for b in p["blobs"]],
            "undescribed original": lambda p: p.update(blobs=[]),
            "same sequence otherwise": lambda p: p["lineage"]["sent"][0].update(digest="0" * 64),
            "older generation": lambda p: p["lineage"].update(generation=1),
            "taken package id": lambda p: p["lineage"].update(sent=[]),
            "schema": item(current_revision=7),
            "log of another": lambda p: p.update(log_sha256="0" * 64),
        }
        if kind == "older generation":
            newest = unit.submit(county.stick / "s.zip", supersede=True)
            office.merge(newest)
        if kind in changes:
            return forge(changes[kind])
        raw = package.read_bytes()
        if kind == "cut short":
            target.write_bytes(raw[: len(raw) // 2])
        elif kind == "flipped":
            target.write_bytes(raw[:500] + bytes([raw[500] ^ 1]) + raw[501:])
        elif kind == "pipe":
            os.mkfifo(target)
        else:
            return forge()
        return target, {}


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such files in folders")
class TestNoPlainFile:
    @pytest.fixture
    def strange(self, tmp_path):
        folder = tmp_path / "怪"
        folder.mkdir()
        os.mkfifo(folder / "管道.zip")
        (folder / "文件夹.zip").mkdir()
        (folder / "设备.zip").symlink_to("/dev/zero")
        (folder / "终端.zip").symlink_to("/dev/stdin")
        (folder / "环.zip").symlink_to("环.zip")
        listening = socket.socket(socket.AF_UNIX)
        listening.bind(str(folder / "插.zip"))
        yield folder
        listening.close()

    def test_it_is_refused_at_once(self, county, office, strange, tmp_path):
        before = state_of(office)
        for path in sorted(strange.iterdir()):
            assert not is_sealed(path)
            kinds = (PackageNotAFile, PackageUnreadable)
            for attempt in (
                lambda p: inspect_package([p], JOB),
                lambda p: office.exchange.preview([p], JOB),
                lambda p: office.exchange.merge([p], JOB),
                lambda p: create_from_task_package(tmp_path / "新", [p], JOB, trust=None),
            ):
                with pytest.raises(kinds):
                    attempt(path)
        assert not (tmp_path / "新").exists()
        found = preview_each(office.exchange, find_packages([strange]), JOB)
        assert found
        assert all(isinstance(arrival.error, PackageError) for arrival in found)
        assert state_of(office) == before

    def test_a_part_that_is_a_pipe(self, county, office, unit, tmp_path):
        unit.attach("长", "长" * 200_000)
        packed = unit.pack(PackageKind.SUBMISSION, county.stick / "1.zip", part_size=400_000)
        paths = packed.written.paths
        assert len(paths) > 1
        paths[1].unlink()
        os.mkfifo(paths[1])
        with pytest.raises(PackageNotAFile):
            office.exchange.merge(paths, JOB)
