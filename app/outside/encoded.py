"""Files written in XML as letters (base64): pictures, objects and whole documents."""

import base64
import binascii
import re

from app.outside.addresses import Reference
from app.outside.pictures import beginning, settled_picture, suspicious

#: Elements of flat OpenDocument, Word 2003, flat packages and UOF that hold nothing else.
HOLDERS = frozenset(
    {"binary-data", "bindata", "binarydata", "docoledata", "oledata", "docsuppdata", "数据"}
)
#: What a part must hold before its elements are looked at: such a name, or a run of such letters.
TELLING = re.compile(
    rb"(?i)bin(?:ary)?-?data|(?:ole|supp)data|\xe6\x95\xb0\xe6\x8d\xae|\xca\xfd\xbe\xdd"
    rb"|[A-Za-z0-9+/]{64}"
)
_FOREIGN = re.compile(r"[^A-Za-z0-9+/]+")
_LETTERS = re.compile(r"[A-Za-z0-9+/=\s]*")
_LEAST = 40
_OLE_BEGINNING = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def settled_letters(text: str, depth: int = 1) -> tuple[str, list[Reference]]:
    """Return base64 text whose file loads nothing, and what it wanted; "" if nothing may stay.

    Text that is none, and files of dots, come back as they are.
    """
    if len(text) < _LEAST or _LETTERS.match(text[:200]) is None:
        return text, []
    first = _FOREIGN.sub("", text[:4096])
    if _is_quiet(_decoded(first)) and len(first) > _LEAST:
        return text, []
    data = _decoded(_FOREIGN.sub("", text))
    if not data or _is_quiet(data):
        return text, []
    new, found = _settled(data, depth)
    if new == data:
        return text, []
    return base64.b64encode(new).decode("ascii"), found


def _decoded(letters: str) -> bytes:
    try:
        return base64.b64decode(letters[: len(letters) - (len(letters) % 4 == 1)] + "===")
    except (binascii.Error, ValueError):
        return b""


def _is_quiet(data: bytes) -> bool:
    """Say whether data are nothing that could load something; blanks alone say nothing yet."""
    start = beginning(data)
    if not start:
        return not data
    return not (
        suspicious(data) or start.startswith((b"PK", _OLE_BEGINNING)) or _is_rich_text(start)
    )


def _is_rich_text(start: bytes) -> bool:
    return start[:5].lower() == b"{\\rtf"


def _settled(data: bytes, depth: int) -> tuple[bytes, list[Reference]]:
    # These look into base64 text themselves.
    from app.outside.compound import settled_compound
    from app.outside.packages import settled_zip
    from app.outside.rich_text import settled_rtf
    from app.outside.xml_parts import looks_like_xml, settled_part

    start = beginning(data)
    if start.startswith(b"PK"):
        settled = settled_zip(data, depth + 1)
    elif start.startswith(_OLE_BEGINNING):
        settled = settled_compound(data, depth + 1)
    elif _is_rich_text(start):
        settled = settled_rtf(data)
    else:
        new, found = settled_picture(data, depth + 1)
        if new != data:
            return new, found
        if not looks_like_xml(data) or depth > 3:
            return data, []
        settled = settled_part(data, lambda _address: False, packed=False)
    return (data if settled.content is None else settled.content), settled.found
