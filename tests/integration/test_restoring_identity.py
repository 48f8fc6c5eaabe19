"""Restoring an older state of the work leaves the workspace who it is."""

import multiprocessing
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from app.exchange.merge.errors import PackageDiverged
from app.identity.errors import KeysLocked, PassphraseWrong
from app.identity.service import Identity
from app.identity.trust import KeyTrust, Peer, confirm, revoke, standing
from app.jobs import Progress, SilentJob
from app.workspace.backups import make_backup
from app.workspace.opening import open_workspace
from app.workspace.restoring import restore_backup
from models.exchange import OFFICE
from tests.support.county import JOB, Partner, make_county, open_county

PHRASE, OLDER = "现在的口令很长很长", "以前的口令也很长的"


def backed_up(workspace) -> Path:
    return make_backup(workspace, SilentJob()).backup.path


def test_keys_that_were_made_since_the_backup_stay(workspace):
    root, backup = workspace.layout.root, backed_up(workspace)
    keys = Identity(workspace).keys()
    workspace.close()
    report = restore_backup(root, backup, SilentJob())
    with open_workspace(root) as opened:
        assert Identity(opened).keys().secret == keys.secret
    # Going back to the state of before the restore keeps them just so.
    restore_backup(root, report.saved, SilentJob())
    with open_workspace(root) as opened:
        assert Identity(opened).keys().secret == keys.secret


def test_a_locked_workspace_stays_locked_and_nothing_lies_open(workspace):
    root, identity = workspace.layout.root, Identity(workspace)
    keys = identity.keys()
    backup = backed_up(workspace)
    assert keys.secret in backup.read_bytes()  # as it was when nothing protected it
    identity.set_passphrase(PHRASE)
    workspace.close()
    restore_backup(root, backup, SilentJob())
    assert keys.secret not in (root / "juanzong.db").read_bytes()
    with open_workspace(root) as opened:
        present = Identity(opened)
        assert present.locked
        with pytest.raises(KeysLocked):
            present.keys()
        present.unlock(PHRASE)
        assert present.keys().secret == keys.secret


def test_the_pass_phrase_of_now_counts_and_not_the_one_of_then(workspace):
    root, identity = workspace.layout.root, Identity(workspace)
    identity.set_passphrase(OLDER)
    backup = backed_up(workspace)
    identity.set_passphrase(PHRASE, OLDER)
    workspace.close()
    restore_backup(root, backup, SilentJob())
    with open_workspace(root) as opened:
        with pytest.raises(PassphraseWrong):
            Identity(opened).unlock(OLDER)
        Identity(opened).unlock(PHRASE)


def test_where_nothing_can_be_read_the_backups_keys_are_the_workspaces(workspace):
    root, identity = workspace.layout.root, Identity(workspace)
    keys = identity.keys()
    identity.set_passphrase(PHRASE)
    backup = backed_up(workspace)
    workspace.close()
    (root / "juanzong.db").write_bytes(b"rubbish " * 1000)
    restore_backup(root, backup, SilentJob())
    with open_workspace(root) as opened:
        present = Identity(opened)
        assert present.locked
        present.unlock(PHRASE)
        assert present.keys().secret == keys.secret


def test_a_revoked_key_is_not_trusted_again(workspace):
    root, old, new = workspace.layout.root, b"\x01" * 32, b"\x02" * 32
    peer = Peer("某单位", "某单位")
    with workspace.database.writing() as work:
        confirm(work, peer, old)
        work.commit()
    backup = backed_up(workspace)
    with workspace.database.writing() as work:
        revoke(work, peer)
        confirm(work, peer, new)
        work.commit()
    workspace.close()
    restore_backup(root, backup, SilentJob())
    with open_workspace(root) as opened, opened.database.reading() as session:
        assert standing(session, peer.id, new) is KeyTrust.TRUSTED
        assert standing(session, peer.id, old) is KeyTrust.CHANGED


def test_the_office_meets_the_key_that_it_knows(tmp_path):
    """Numbers and generation go back as before: the work has to be declared the true one."""
    make_county(tmp_path / "县", ("县司法局",))
    with open_county(tmp_path / "县", ("县司法局",)) as county:
        unit, office = county.units[0], county.office
        backup = backed_up(unit.workspace)
        unit.attach("甲", "甲")
        office.merge(unit.submit(county.stick / "1.zip"))
        unit.close()
        restore_backup(unit.path, backup, SilentJob())
        restored = Partner(unit.path)
        with restored.workspace.database.reading() as session:
            known = office.identity.keys().signer.public_key
            assert standing(session, OFFICE, known) is KeyTrust.TRUSTED
        restored.attach("乙", "乙")
        with pytest.raises(PackageDiverged):
            office.exchange.merge([restored.submit(county.stick / "2.zip")], JOB)
        office.exchange.merge([restored.submit(county.stick / "3.zip", supersede=True)], JOB)
        restored.close()


class _Stay(SilentJob):
    """Tells a parent that the restore is at work, and waits to be killed."""

    def __init__(self, ready: Connection) -> None:
        super().__init__()
        self._ready = ready

    def report(self, progress: Progress) -> None:
        if progress.stage == "restore" and progress.done == 1:
            self._ready.send("here")
            self._ready.recv()


def _restore_and_stay(root: Path, backup: Path, ready: Connection) -> None:
    restore_backup(root, backup, _Stay(ready))


def test_what_a_killed_restore_left_is_swept_at_the_next_opening(workspace):
    root, backup = workspace.layout.root, backed_up(workspace)
    workspace.close()
    here, there = multiprocessing.get_context("spawn").Pipe()
    process = multiprocessing.get_context("spawn").Process(
        target=_restore_and_stay, args=(root, backup, there)
    )
    process.start()
    assert here.poll(60)
    process.kill()
    process.join()
    assert list(root.glob("*.restoring*"))
    with open_workspace(root, read_only=True):
        assert list(root.glob("*.restoring*"))  # a reader changes nothing
    with open_workspace(root):
        assert not list(root.glob("*.restoring*"))
