"""Keys saved in a file for safe-keeping; always protected by a pass-phrase."""

import json
import os
from pathlib import Path

from app.errors import FileUnreadable, FolderNotWritable
from app.identity.errors import KeyFileExists, KeyFileInvalid
from app.identity.keys import KeyRing, PublicKeys
from app.identity.protection import Protection, protect, unprotect
from app.paths import extended
from app.plain_files import open_plain
from app.private_files import FILE

_FORMAT, _VERSION = "juanzong-keys", 1
_LARGEST = 64 << 10


def save_keys(path: Path, keys: KeyRing, passphrase: str, owner: str) -> None:
    """Write the keys to a new file; ``owner`` tells people whose they are.

    Raises:
        PassphraseTooShort, PassphraseTooCommon: a file without real protection is never written.
        KeyFileExists: something is there already.
        FolderNotWritable: nothing can be written there.
    """
    public = keys.public
    sealed, protection = protect(keys.secret, passphrase, public.about, owner.split())
    data = {
        "format": _FORMAT,
        "version": _VERSION,
        "owner": owner,
        "fingerprint": public.fingerprint,
        "signing_key": public.signing_key,
        "sealing_key": public.sealing_key,
        "secret": sealed.hex(),
        "protection": protection.to_json(),
    }
    text = json.dumps(data, ensure_ascii=False, indent=2) + "\n"
    try:
        number = os.open(extended(path), os.O_WRONLY | os.O_CREAT | os.O_EXCL, FILE)
        with os.fdopen(number, "w", encoding="utf-8") as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
    except FileExistsError:
        raise KeyFileExists(path) from None
    except OSError as error:
        raise FolderNotWritable(path.parent, error.strerror or str(error)) from error


def load_keys(path: Path, passphrase: str) -> KeyRing:
    """Read keys that ``save_keys`` wrote.

    Raises:
        FileUnreadable: the file cannot be read.
        KeyFileInvalid: it holds no keys.
        PassphraseWrong: the pass-phrase does not fit.
    """
    try:
        with open_plain(path) as stream:
            raw = stream.read(_LARGEST)
    except OSError as error:
        raise FileUnreadable(path, error.strerror or str(error)) from error
    try:
        data = json.loads(raw)
        if (data["format"], data["version"]) != (_FORMAT, _VERSION):
            raise KeyFileInvalid(path)
        public = PublicKeys(str(data["signing_key"]), str(data["sealing_key"]))
        protection = Protection.read(data["protection"])
        sealed = bytes.fromhex(data["secret"])
    except (ValueError, KeyError, TypeError, RecursionError):
        raise KeyFileInvalid(path) from None
    secret = unprotect(sealed, protection, passphrase, public.about)
    try:
        keys = KeyRing.from_secret(secret)
    except ValueError:
        raise KeyFileInvalid(path) from None
    if keys.public != public:
        raise KeyFileInvalid(path)
    return keys
