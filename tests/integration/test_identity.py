"""Keys, pass-phrase, people and trust of a workspace."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from app.bootstrap import Services, open_services
from app.checkup.checking import check_workspace
from app.errors import FileUnreadable, FolderNotWritable, NameUnfit, WorkspaceReadOnly
from app.framework.schema import Framework
from app.identity.errors import (
    KeyFileExists,
    KeyFileInvalid,
    KeysLocked,
    PassphraseTooShort,
    PassphraseWrong,
    PeerKeyChanged,
    PeerUnconfirmed,
    PersonUnknown,
)
from app.identity.keys import KeyRing
from app.identity.people import add_person, edit_person, list_people, retire_person
from app.identity.protection import Protection, protect, unprotect
from app.identity.trust import (
    KeyTrust,
    Peer,
    SealingKey,
    confirm,
    demand_trust,
    list_trusted,
    revoke,
    standing,
    trusted_key,
)
from app.jobs import SilentJob
from models import Event
from tests.support.workspaces import copy_workspace, make_workspace

PHRASE = "三只 白色 风筝 2026"
BUREAU = Peer("u-1", "县司法局")


@pytest.fixture
def folder(tmp_path: Path, unit_template: Path) -> Path:
    return copy_workspace(unit_template, tmp_path / "ws")


@pytest.fixture
def services(folder: Path) -> Iterator[Services]:
    with open_services(folder) as opened:
        yield opened


def actions(services: Services) -> list[str]:
    with services.workspace.database.reading() as session:
        return list(session.scalars(select(Event.action).order_by(Event.sequence)))


class TestKeys:
    def test_they_are_made_at_first_need_and_stay(self, folder: Path):
        with open_services(folder) as services:
            assert services.identity.public_keys() is None
            made = services.identity.keys().public
            assert actions(services)[-1] == "identity.made"
        with open_services(folder, read_only=True) as services:
            assert services.identity.public_keys() == made
            assert services.identity.keys().public == made
            assert services.identity.owner == "示例县 县司法局"

    def test_none_are_made_for_a_reader(self, folder: Path):
        with open_services(folder, read_only=True) as services, pytest.raises(WorkspaceReadOnly):
            services.identity.keys()

    def test_each_workspace_has_its_own(self):
        first, second = KeyRing.generate().public, KeyRing.generate().public
        assert first.fingerprint != second.fingerprint
        assert first.sealing_key != second.sealing_key

    def test_they_sign_and_open(self, services: Services):
        keys = services.identity.keys()
        again = KeyRing.from_secret(keys.secret)
        assert again.public == keys.public
        assert again.signer.sign(b"x") == keys.signer.sign(b"x")

    @pytest.mark.parametrize("secret", [b"", b"{}", b"[]", b'{"signing": "00", "sealing": "x"}'])
    def test_what_is_no_secret(self, secret: bytes):
        with pytest.raises(ValueError, match=r".*"):
            KeyRing.from_secret(secret)


class TestPassphrase:
    def test_it_locks_the_keys(self, folder: Path):
        with open_services(folder) as services:
            made = services.identity.keys().public
            services.identity.set_passphrase(PHRASE)
            assert services.identity.protected
            assert not services.identity.locked
        with open_services(folder) as services:
            identity = services.identity
            assert identity.locked
            assert identity.public_keys() == made
            with pytest.raises(KeysLocked):
                identity.keys()
            with pytest.raises(PassphraseWrong):
                identity.unlock(PHRASE + "x")
            assert identity.locked
            identity.unlock(PHRASE)
            assert identity.keys().public == made
            identity.lock()
            assert identity.locked

    def test_a_chinese_input_method_changes_nothing(self, services: Services):
        services.identity.set_passphrase("abcd1234 风筝")
        services.identity.lock()
        services.identity.unlock("ａｂｃｄ１２３４\u3000风筝")
        assert not services.identity.locked

    def test_nothing_of_the_secret_stays_in_the_folder(self, folder: Path):
        with open_services(folder) as services:
            secret = services.identity.keys()
            needles = (secret.signer.seed.hex().encode(), secret.opener.secret.encode())
            found = [n for f in folder.glob("juanzong.db*") for n in needles if n in f.read_bytes()]
            assert found
            services.identity.set_passphrase(PHRASE)
            for file in folder.glob("juanzong.db*"):
                assert not [n for n in needles if n in file.read_bytes()]

    def test_it_can_be_changed_and_removed(self, services: Services):
        identity = services.identity
        identity.set_passphrase(PHRASE)
        made = identity.public_keys()
        with pytest.raises(PassphraseWrong):
            identity.set_passphrase("another phrase")
        identity.set_passphrase("another phrase", PHRASE)
        with pytest.raises(PassphraseWrong):
            identity.unlock(PHRASE)
        with pytest.raises(PassphraseWrong):
            identity.remove_passphrase(PHRASE)
        identity.remove_passphrase("another phrase")
        assert not identity.protected
        assert not identity.locked
        assert identity.public_keys() == made
        assert actions(services)[-4:] == [
            "identity.made",
            "identity.protected",
            "identity.protected",
            "identity.unprotected",
        ]
        assert check_workspace(services.workspace, SilentJob()).sound

    @pytest.mark.parametrize("phrase", ["", "short", "       x", "七个字的口令吧"])
    def test_a_short_one_is_none(self, services: Services, phrase: str):
        with pytest.raises(PassphraseTooShort):
            services.identity.set_passphrase(phrase)
        assert not services.identity.protected

    def test_public_keys_that_somebody_exchanged_are_noticed(self, folder: Path):
        with open_services(folder) as services:
            services.identity.set_passphrase(PHRASE)
        with closing(sqlite3.connect(folder / "juanzong.db")) as connection, connection:
            connection.execute("UPDATE identity_key SET sealing_key = 'age1other'")
        with open_services(folder) as services, pytest.raises(PassphraseWrong):
            services.identity.unlock(PHRASE)

    @settings(max_examples=5, deadline=None)
    @given(secret=st.binary(max_size=100), phrase=st.text(min_size=8, max_size=30))
    def test_only_the_phrase_opens_it(self, secret: bytes, phrase: str):
        phrase = "前缀八个字的口令" + phrase
        sealed, how = protect(secret, phrase, b"about")
        again = Protection.read(json.loads(json.dumps(how.to_json())))
        assert unprotect(sealed, again, phrase, b"about") == secret
        with pytest.raises(PassphraseWrong):
            unprotect(sealed, again, phrase, b"other")

    def test_scrypt_serves_where_argon2_is_not_built_in(self):
        how = Protection("scrypt", 1 << 10, 1, 1, "00" * 16, "00" * 12)
        sealed = how.cipher(PHRASE).encrypt(bytes(12), b"secret", b"")
        assert unprotect(sealed, how, PHRASE, b"") == b"secret"

    @pytest.mark.parametrize(
        "change",
        [
            {"kdf": "md5"},
            {"memory_kib": 1 << 30},
            {"passes": 10_000},
            {"lanes": 0},
            {"salt": "00"},
            {"salt": "zz"},
            {"more": 1},
        ],
    )
    def test_parameters_that_would_harm_are_refused(self, change: dict[str, object]):
        data = Protection.fresh().to_json() | change
        with pytest.raises(ValueError, match=r".*"):
            Protection.read(data)


class TestKeyFile:
    def test_keys_move_to_another_computer(
        self, services: Services, tmp_path: Path, framework: Framework
    ):
        made = services.identity.keys().public
        file = tmp_path / "密钥.json"
        services.identity.save_keys(file, "phrase of the file")
        assert services.identity.keys().signer.seed.hex() not in file.read_text(encoding="utf-8")
        make_workspace(tmp_path / "new", framework, "县司法局").close()
        with open_services(tmp_path / "new") as other:
            with pytest.raises(PassphraseWrong):
                other.identity.restore_keys(file, "another phrase")
            other.identity.restore_keys(file, "phrase of the file")
            assert other.identity.public_keys() == made
            assert other.identity.keys().public == made

    def test_a_forgotten_passphrase_is_replaced_by_the_own_keys_only(
        self, services: Services, tmp_path: Path, framework: Framework
    ):
        identity = services.identity
        identity.save_keys(tmp_path / "own.json", PHRASE)
        make_workspace(tmp_path / "new", framework, "县司法局").close()
        with open_services(tmp_path / "new") as other:
            other.identity.save_keys(tmp_path / "other.json", PHRASE)
        identity.set_passphrase("something forgotten")
        identity.lock()
        with pytest.raises(KeysLocked):
            identity.restore_keys(tmp_path / "other.json", PHRASE)
        assert identity.locked
        identity.restore_keys(tmp_path / "own.json", PHRASE)
        assert not identity.protected

    def test_nothing_is_overwritten(self, services: Services, tmp_path: Path):
        file = tmp_path / "x.json"
        file.write_text("mine", encoding="utf-8")
        with pytest.raises(KeyFileExists):
            services.identity.save_keys(file, PHRASE)
        assert file.read_text(encoding="utf-8") == "mine"
        with pytest.raises(FolderNotWritable):
            services.identity.save_keys(tmp_path / "gone" / "x.json", PHRASE)
        with pytest.raises(PassphraseTooShort):
            services.identity.save_keys(tmp_path / "y.json", "short")
        assert not (tmp_path / "y.json").exists()

    @pytest.mark.parametrize(
        "text", ["", "null", "[]", "{}", '{"format": "juanzong-keys", "version": 2}', "\x00"]
    )
    def test_other_files(self, services: Services, tmp_path: Path, text: str):
        (tmp_path / "x.json").write_text(text, encoding="utf-8")
        with pytest.raises(KeyFileInvalid):
            services.identity.restore_keys(tmp_path / "x.json", PHRASE)
        with pytest.raises(FileUnreadable):
            services.identity.restore_keys(tmp_path / "nothing.json", PHRASE)


class TestPeople:
    def test_the_log_names_who_sits_here(self, folder: Path):
        with open_services(folder) as services:
            assert services.person is None
            with services.workspace.database.writing() as work:
                add_person(work, " 王芳 ", "科员", "0375-5050000")
                add_person(work, "李强")
                work.commit()
            assert services.sit_down("王芳").duty == "科员"
            with services.workspace.database.writing() as work:
                work.record("test.done", "x")
                work.commit()
        with open_services(folder) as services:
            assert services.person is not None
            assert services.person.name == "王芳"
            with services.workspace.database.reading() as session:
                last = session.scalars(select(Event).order_by(Event.sequence.desc())).first()
            assert last is not None
            assert (last.action, last.actor) == ("test.done", "王芳")

    def test_a_reader_sits_down_without_being_remembered(self, folder: Path):
        with open_services(folder) as services, services.workspace.database.writing() as work:
            add_person(work, "王芳")
            work.commit()
        with open_services(folder, read_only=True) as services:
            assert services.sit_down("王芳").name == "王芳"
        with open_services(folder) as services:
            assert services.person is None

    def test_whoever_left_does_not_sit_here_any_more(self, folder: Path):
        with open_services(folder) as services:
            with services.workspace.database.writing() as work:
                person = add_person(work, "王芳")
                work.commit()
            services.sit_down("王芳")
            with services.workspace.database.writing() as work:
                edit_person(work, person, "王方", "股长", "")
                retire_person(work, person)
                work.commit()
            with pytest.raises(PersonUnknown):
                services.sit_down("王方")
        with open_services(folder) as services:
            assert services.person is None
            with services.workspace.database.reading() as session:
                assert list_people(session) == ()
                (kept,) = list_people(session, with_retired=True)
            assert (kept.name, kept.duty, kept.retired) == ("王方", "股长", True)

    def test_two_of_one_name_are_told_apart_by_id(self, services: Services):
        with services.workspace.database.writing() as work:
            add_person(work, "张伟", "办公室")
            second = add_person(work, "张伟", "法规股")
            work.commit()
        with pytest.raises(PersonUnknown):
            services.sit_down("张伟")
        assert services.sit_down(second).duty == "法规股"

    @pytest.mark.parametrize("name", ["", "  ", "x" * 41, "王\n芳", "王\x00"])
    def test_what_is_no_name(self, services: Services, name: str):
        with services.workspace.database.writing() as work, pytest.raises(NameUnfit):
            add_person(work, name)


class TestTrust:
    @pytest.fixture
    def key(self) -> bytes:
        return KeyRing.generate().signer.public_key

    def test_a_key_is_confirmed_once(self, services: Services, key: bytes):
        database = services.workspace.database
        with database.reading() as session:
            assert standing(session, BUREAU.id, key) is KeyTrust.UNKNOWN
            with pytest.raises(PeerUnconfirmed) as caught:
                demand_trust(session, BUREAU, key)
            assert trusted_key(session, BUREAU.id) is None
        with database.writing() as work:
            confirm(work, BUREAU, key, SealingKey("age1first", 1, 1))
            confirm(work, BUREAU, key)
            work.commit()
        with database.reading() as session:
            demand_trust(session, BUREAU, key)
            row = trusted_key(session, BUREAU.id)
            assert standing(session, BUREAU.id, key) is KeyTrust.TRUSTED
        assert row is not None
        assert (row.fingerprint, row.sealing_key) == (caught.value.found, "age1first")
        assert actions(services).count("trust.confirmed") == 1

    def test_another_key_is_refused_until_it_is_confirmed(self, services: Services, key: bytes):
        other = KeyRing.generate().signer.public_key
        database = services.workspace.database
        with database.writing() as work:
            confirm(work, BUREAU, key)
            work.commit()
        with database.reading() as session, pytest.raises(PeerKeyChanged) as caught:
            demand_trust(session, BUREAU, other)
        assert caught.value.known != caught.value.found
        with database.writing() as work:
            confirm(work, BUREAU, other)
            work.commit()
        with database.reading() as session:
            demand_trust(session, BUREAU, other)
            assert standing(session, BUREAU.id, key) is KeyTrust.CHANGED
            assert [r.replaced for r in list_trusted(session, with_replaced=True)] == [True, False]
            (now,) = list_trusted(session)
        assert now.signing_key == other.hex()

    def test_the_same_key_may_bring_another_one_to_encrypt_to(self, services: Services, key: bytes):
        with services.workspace.database.writing() as work:
            confirm(work, BUREAU, key, SealingKey("age1first", 1, 1))
            confirm(work, BUREAU, key, SealingKey("age1second", 1, 2))
            confirm(work, BUREAU, key, SealingKey("age1first", 1, 1))
            work.commit()
        with services.workspace.database.reading() as session:
            row = trusted_key(session, BUREAU.id)
        assert row is not None
        assert row.sealing_key == "age1second"
        assert actions(services)[-1] == "trust.sealing_key"

    def test_trust_can_be_withdrawn(self, services: Services, key: bytes):
        with services.workspace.database.writing() as work:
            assert not revoke(work, BUREAU)
            confirm(work, BUREAU, key)
            assert revoke(work, BUREAU)
            work.commit()
        with services.workspace.database.reading() as session:
            assert standing(session, BUREAU.id, key) is KeyTrust.UNKNOWN
        assert actions(services)[-1] == "trust.revoked"
