"""winmail.dat, which Outlook sends to Outlook, taken apart ([MS-OXTNEF])."""

import struct
from collections.abc import Iterator

from app.mail.model import MailEnclosure, Text
from app.mail.rtf import text_of_rtf
from app.webpages.decoding import decode_declared

TNEF_TYPES = frozenset({"application/ms-tnef", "application/vnd.ms-tnef"})

_SIGNATURE = 0x223E9F78
_BODY = 0x0002800C
_ATTACHMENT_BEGINS, _TITLE, _DATA, _PROPERTIES = 0x00069002, 0x00018010, 0x0006800F, 0x00069005
_MESSAGE_PROPERTIES = 0x00069003

_LONG_NAME, _HTML, _PLAIN, _RTF = 0x3707, 0x1013, 0x1000, 0x1009
_FIXED = {2: 4, 3: 4, 4: 4, 5: 8, 6: 8, 7: 8, 10: 4, 11: 4, 20: 8, 64: 8, 72: 16}
_TEXT8, _TEXT16, _BINARY, _OBJECT = 0x1E, 0x1F, 0x102, 0x0D
_MANY = 0x1000
_MOST_VALUES = 10_000


class NotTnef(ValueError):
    """The data are no TNEF, or broken."""


def read_tnef(data: bytes) -> tuple[Text | None, list[MailEnclosure]]:
    """Return the text, if any, and the files.

    Raises:
        NotTnef: it cannot be read.
    """
    try:
        return _read(data)
    except (struct.error, IndexError, UnicodeError) as error:
        raise NotTnef from error


def _read(data: bytes) -> tuple[Text | None, list[MailEnclosure]]:
    if len(data) < 6 or struct.unpack_from("<I", data)[0] != _SIGNATURE:
        raise NotTnef
    plain = html = ""
    files: list[list[bytes | str]] = []  # name, content
    for attribute, value in _attributes(data):
        if attribute == _ATTACHMENT_BEGINS:
            files.append(["", b""])
        elif attribute == _BODY:
            plain = decode_declared(value.rstrip(b"\0"))
        elif attribute == _MESSAGE_PROPERTIES:
            found = _properties(value)
            plain = plain or str(found.get(_PLAIN, ""))
            told = found.get(_HTML, b"")
            html = told if isinstance(told, str) else decode_declared(told)
            packed = found.get(_RTF, b"")
            if isinstance(packed, bytes) and not plain.strip() and not html.strip():
                plain = text_of_rtf(packed)
        elif not files:
            continue
        elif attribute == _TITLE:
            files[-1][0] = files[-1][0] or decode_declared(value.rstrip(b"\0"))
        elif attribute == _DATA:
            files[-1][1] = value
        elif attribute == _PROPERTIES:
            files[-1][0] = str(_properties(value).get(_LONG_NAME, "")) or files[-1][0]
    text = Text(plain, html) if plain.strip() or html.strip() else None
    if text is None and not files:
        raise NotTnef  # whatever it holds is nothing that we know
    return text, [MailEnclosure(str(name), bytes(content)) for name, content in files]  # type: ignore[arg-type]


def _attributes(data: bytes) -> Iterator[tuple[int, bytes]]:
    at = 6
    while at + 9 <= len(data):
        attribute, length = struct.unpack_from("<II", data, at + 1)
        if at + 9 + length > len(data):
            raise NotTnef
        yield attribute, data[at + 9 : at + 9 + length]
        at += 9 + length + 2


def _properties(data: bytes) -> dict[int, str | bytes]:
    """The text and binary properties of a list of them."""
    found: dict[int, str | bytes] = {}
    (count,) = struct.unpack_from("<I", data)
    at = 4
    for _ in range(min(count, _MOST_VALUES)):
        kind, name = struct.unpack_from("<HH", data, at)
        at += 4
        if name >= 0x8000:  # a named property: its set, and a number or a name
            at += 16
            (form,) = struct.unpack_from("<I", data, at)
            at += 4
            if form == 0:
                at += 4
            else:
                (length,) = struct.unpack_from("<I", data, at)
                at += 4 + _padded(length)
        values = 1
        if kind & _MANY or kind in {_TEXT8, _TEXT16, _BINARY, _OBJECT}:
            (values,) = struct.unpack_from("<I", data, at)
            at += 4
        plain_kind = kind & ~_MANY
        for _ in range(min(values, _MOST_VALUES)):
            if plain_kind in _FIXED:
                at += _FIXED[plain_kind]
                continue
            (length,) = struct.unpack_from("<I", data, at)
            value = data[at + 4 : at + 4 + length]
            at += 4 + _padded(length)
            if plain_kind == _TEXT16:
                found[name] = value.decode("utf-16-le", "replace").rstrip("\0")
            elif plain_kind == _TEXT8:
                found[name] = decode_declared(value.rstrip(b"\0"))
            elif plain_kind == _BINARY:
                found[name] = value
    return found


def _padded(length: int) -> int:
    return (length + 3) & ~3
