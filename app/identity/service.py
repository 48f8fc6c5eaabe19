"""The identity of an open workspace: its keys, and the pass-phrase that protects them."""

from collections.abc import Callable
from pathlib import Path

from sqlalchemy import text
from sqlalchemy.orm import Session

from app.identity.errors import KeysLocked
from app.identity.key_file import load_keys, save_keys
from app.identity.keys import KeyRing, PublicKeys
from app.identity.passphrase import weakness_of
from app.identity.protected import is_protected
from app.identity.protection import Protection, protect, unprotect
from app.terms import WORKSPACE_ROLE_NAMES
from app.unit_of_work import UnitOfWork
from app.workspace.opening import Workspace
from models import IdentityKey


class Identity:
    """What the window and the command line ask about the workspace's own keys.

    A workspace is *protected* if a pass-phrase was set; it is then *locked* until ``unlock``. The
    window shows nothing of a locked workspace; packages can be neither signed nor decrypted.
    """

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._keys: KeyRing | None = None
        self._weak = False

    @property
    def owner(self) -> str:
        """Who owns the workspace, in words for people."""
        facts = self._workspace.facts
        return f"{facts.county} {facts.unit_name or WORKSPACE_ROLE_NAMES[facts.role]}"

    def enter(self, change: Callable[[UnitOfWork], object]) -> None:
        """Change people or partners in one transaction. Raises ``WorkspaceReadOnly``."""
        with self._workspace.database.writing() as work:
            change(work)
            work.commit()

    @property
    def _names(self) -> tuple[str, ...]:
        """What stands on every package, and so is no secret."""
        facts = self._workspace.facts
        return (facts.county, facts.unit_name or "")

    @property
    def weak(self) -> bool:
        """True if the pass-phrase that was given is one that would be refused today."""
        return self._weak

    @property
    def protected(self) -> bool:
        """True if a pass-phrase was set."""
        with self._workspace.database.reading() as session:
            return is_protected(session)

    @property
    def locked(self) -> bool:
        """True if a pass-phrase was set and nobody has given it yet."""
        return self._keys is None and self.protected

    def public_keys(self) -> PublicKeys | None:
        """The public keys; None as long as none were needed."""
        with self._workspace.database.reading() as session:
            row = session.get(IdentityKey, 1)
            return None if row is None else PublicKeys(row.signing_key, row.sealing_key)

    def keys(self) -> KeyRing:
        """The private keys; they are made when first asked for.

        Raises:
            KeysLocked: the pass-phrase is to be given first.
            WorkspaceReadOnly: there are none yet, and none can be stored.
        """
        if self._keys is not None:
            return self._keys
        if self.protected:
            raise KeysLocked
        with self._workspace.database.reading() as session:
            keys = self._opened(session, "")
        if keys is None:
            with self._workspace.database.writing() as work:
                # Another thread may have been first since.
                keys = self._opened(work.session, "") or self._make(work)
                work.commit()
        self._keys = keys
        return keys

    def unlock(self, passphrase: str) -> None:
        """Give the pass-phrase; without one set, nothing happens.

        Raises:
            PassphraseWrong: it does not fit.
        """
        with self._workspace.database.reading() as session:
            self._keys = self._opened(session, passphrase) or self._keys
        self._weak = self.protected and weakness_of(passphrase, self._names) is not None

    def lock(self) -> None:
        """Forget the private keys until the pass-phrase is given again."""
        if self.protected:
            self._keys = None

    def set_passphrase(self, new: str, old: str = "") -> None:
        """Protect the keys, or change the pass-phrase.

        Copies of the database that were made before keep what protected them then.

        Raises:
            PassphraseTooShort, PassphraseTooCommon: the new one is no protection.
            PassphraseWrong: the old one does not fit.
        """
        self._rewrite(old, new)
        self._weak = False

    def remove_passphrase(self, old: str) -> None:
        """Store the keys without protection from now on.

        Raises:
            PassphraseWrong: the pass-phrase does not fit.
        """
        self._rewrite(old, None)

    def save_keys(self, path: Path, passphrase: str) -> None:
        """Write the keys to a file for safe-keeping, protected by its own pass-phrase.

        Raises:
            KeysLocked, PassphraseTooShort, KeyFileExists, FolderNotWritable: see ``key_file``.
        """
        keys = self.keys()
        save_keys(path, keys, passphrase, self.owner)
        with self._workspace.database.writing() as work:
            work.record("identity.saved", "identity", fingerprint=keys.public.fingerprint)
            work.commit()

    def restore_keys(self, path: Path, passphrase: str) -> None:
        """Take keys from a file, in place of the present ones; they are then unprotected here.

        Where the pass-phrase is forgotten, the workspace's own keys open it again.

        Raises:
            KeyFileInvalid, FileUnreadable, PassphraseWrong: see ``key_file``.
            KeysLocked: other keys are to be put in place of locked ones.
        """
        keys = load_keys(path, passphrase)
        if self.locked and keys.public != self.public_keys():
            raise KeysLocked
        with self._workspace.database.writing() as work:
            _wipe_freed(work.session)
            self._store(work, keys, keys.secret, None)
            work.record("identity.restored", "identity", fingerprint=keys.public.fingerprint)
            work.commit()
        self._keys = keys
        self._wipe_log()

    def _make(self, work: UnitOfWork) -> KeyRing:
        keys = KeyRing.generate()
        self._store(work, keys, keys.secret, None)
        work.record("identity.made", "identity", fingerprint=keys.public.fingerprint)
        return keys

    def _rewrite(self, old: str, new: str | None) -> None:
        with self._workspace.database.writing() as work:
            keys = self._opened(work.session, old) or self._make(work)
            secret, protection = keys.secret, None
            if new is not None:
                secret, protection = protect(keys.secret, new, keys.public.about, self._names)
            _wipe_freed(work.session)
            self._store(work, keys, secret, protection)
            action = "identity.unprotected" if new is None else "identity.protected"
            work.record(action, "identity", fingerprint=keys.public.fingerprint)
            work.commit()
        self._keys = keys
        self._wipe_log()

    @staticmethod
    def _opened(session: Session, passphrase: str) -> KeyRing | None:
        """The stored keys; None if there are none yet. Raises ``PassphraseWrong``."""
        row = session.get(IdentityKey, 1)
        if row is None:
            return None
        if row.protection is None:
            return KeyRing.from_secret(row.secret)
        about = PublicKeys(row.signing_key, row.sealing_key).about
        protection = Protection.read(row.protection)
        return KeyRing.from_secret(unprotect(row.secret, protection, passphrase, about))

    @staticmethod
    def _store(work: UnitOfWork, keys: KeyRing, secret: bytes, how: Protection | None) -> None:
        row = work.session.get(IdentityKey, 1)
        if row is None:
            row = IdentityKey(created_at=work.now)
            work.session.add(row)
        row.signing_key, row.sealing_key = keys.public.signing_key, keys.public.sealing_key
        row.secret = secret
        row.protection = None if how is None else how.to_json()
        row.changed_at = work.now
        work.session.flush()

    def _wipe_log(self) -> None:
        """Let the unprotected secret not linger in SQLite's write-ahead log."""
        engine = self._workspace.database.engine
        if engine.dialect.name == "sqlite":
            with engine.connect() as connection:
                connection.exec_driver_sql("COMMIT")
                connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
                connection.exec_driver_sql("BEGIN")


def _wipe_freed(session: Session) -> None:
    """Let SQLite overwrite what it frees in this transaction."""
    if session.get_bind().dialect.name == "sqlite":
        session.execute(text("PRAGMA secure_delete=ON"))
