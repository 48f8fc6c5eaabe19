"""Which names an entry of a package may have, and what is wrong with others.

Our own names are plain lower-case ASCII, so a package unpacks on every system. The dangerous
kinds are told apart only to say what was found.
"""

import re
import unicodedata
from collections.abc import Iterable

from app.exchange.errors import UnsafeReason

BAGIT = "bagit.txt"
BAG_INFO = "bag-info.txt"
HEADER = "package.json"
MANIFEST = "manifest-sha256.txt"
TAG_MANIFEST = "tagmanifest-sha256.txt"
SIGNATURE = "signature.json"
#: The tag files in the order in which they open every package.
TAGS = (BAGIT, BAG_INFO, HEADER, MANIFEST, TAG_MANIFEST, SIGNATURE)

DOCUMENTS = "data/documents/"
ORIGINALS = "data/originals/"

#: What errors name where the encrypted content itself was altered: its entries are not known.
SEALED = ""

MAX_NAME = 200

_DOCUMENT = re.compile(r"^data/documents/[a-z0-9][a-z0-9_-]{0,60}(\.[a-z0-9]{1,10}){1,2}$")
_ORIGINAL = re.compile(
    r"^data/originals/(?P<fold>[0-9a-f]{2})/(?P<sha256>(?P=fold)[0-9a-f]{62})"
    r"(?P<suffix>\.[a-z0-9]{1,10})?(?P<piece>\.part-(?P<number>[0-9]{3}))?$"
)
_SUFFIX = re.compile(r"^\.[a-z0-9]{1,10}$")
_RESERVED = re.compile(r"^(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)", re.I)
_ILLEGAL = re.compile(r'[<>:"|?*\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\ufeff]')


def document_member(name: str) -> str:
    """The entry of a document. Raises ``ValueError`` for a name that not every system takes."""
    member = DOCUMENTS + name
    if not _DOCUMENT.match(member) or _RESERVED.match(name):
        raise ValueError(f"not a name for a document: {name!r}")
    return member


def original_member(sha256: str, suffix: str, piece: int = 0) -> str:
    """The entry of an original, or of one piece of it; an odd suffix is left off."""
    kept = suffix.lower() if _SUFFIX.match(suffix.lower()) else ""
    return f"{ORIGINALS}{sha256[:2]}/{sha256}{kept}" + (f".part-{piece:03d}" if piece else "")


def read_original_member(member: str) -> tuple[str, str, int] | None:
    """SHA-256, suffix and piece number (0: whole) of an entry; None if it is no original."""
    found = _ORIGINAL.match(member)
    if found is None:
        return None
    return found["sha256"], found["suffix"] or "", int(found["number"] or 0)


def unsafe_name(name: str) -> UnsafeReason | None:
    """What is wrong with an entry's name by itself; None for the names that we give."""
    if name in TAGS or _DOCUMENT.match(name) or _ORIGINAL.match(name):
        device = any(_RESERVED.match(part) for part in name.split("/"))
        return UnsafeReason.RESERVED if device else None
    parts = name.replace("\\", "/").split("/")
    checks = (
        (UnsafeReason.TOO_LONG, len(name) > MAX_NAME),
        (UnsafeReason.ABSOLUTE, parts[0] == "" or re.match(r"^[A-Za-z]:", name) is not None),
        (UnsafeReason.ESCAPES, ".." in parts or "." in parts),
        (UnsafeReason.FOLDER, parts[-1] == ""),
        (UnsafeReason.ILLEGAL, "\\" in name or "" in parts or _ILLEGAL.search(name) is not None),
        (UnsafeReason.ILLEGAL, any(part != part.rstrip(". ") for part in parts)),
        (UnsafeReason.RESERVED, any(_RESERVED.match(part) for part in parts)),
        (UnsafeReason.NORMAL_FORM, unicodedata.normalize("NFC", name) != name),
    )
    return next((reason for reason, found in checks if found), UnsafeReason.FOREIGN)


def clash(names: Iterable[str]) -> tuple[str, UnsafeReason] | None:
    """The first name that some file system would take for an earlier one."""
    seen: dict[str, str] = {}
    for name in names:
        key = unicodedata.normalize("NFC", name).casefold()
        before = seen.setdefault(key, name)
        if before is name:
            continue
        if before == name:
            return name, UnsafeReason.DUPLICATE
        folded = before.casefold() == name.casefold()
        return name, UnsafeReason.CASE_CLASH if folded else UnsafeReason.NORMAL_FORM
    return None
