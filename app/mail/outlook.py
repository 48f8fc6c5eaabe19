"""Reading mails that Outlook saved (.msg, [MS-OXMSG])."""

import struct
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from email.parser import HeaderParser
from pathlib import Path

import olefile

from app.mail.headers import addresses, sent_at
from app.mail.model import Mail, MailEnclosure, NoMail, Text
from app.mail.rtf import text_of_rtf
from app.mail.writing import as_mime
from app.webpages.decoding import decode_declared, decode_page

_SUBJECT, _SENDER, _SENDER_ADDRESS, _SENDER_SMTP = 0x0037, 0x0C1A, 0x0C1F, 0x5D01
_TO, _CC, _CLASS, _HEADERS = 0x0E04, 0x0E03, 0x001A, 0x007D
_PLAIN, _HTML, _RTF, _SENT = 0x1000, 0x1013, 0x1009, 0x0039
_LONG_NAME, _SHORT_NAME, _DATA, _IDENTIFIER, _MEDIA_TYPE = 0x3707, 0x3704, 0x3701, 0x3712, 0x370E
_DISPLAY_NAME = 0x3001
_CODEPAGE = 0x3FFD

_FIXED_PROPERTIES = "__properties_version1.0"
_SIGNED, _SEALED = "ipm.note.smime.multipartsigned", "ipm.note.smime"
_EPOCH = datetime(1601, 1, 1, tzinfo=UTC)
#: Mails inside mails are followed so far.
_DEEPEST = 5

_Path = tuple[str, ...]


def read_outlook(path: Path) -> Mail:
    """Read a mail.

    Raises:
        NoMail: it is none, or broken.
    """
    try:
        with olefile.OleFileIO(str(path)) as compound:
            return _Message(compound, (), 32).read(0)
    except (OSError, ValueError, IndexError, TypeError, KeyError, struct.error) as error:
        raise NoMail from error


class _Message:
    """A mail in a storage; ``header`` is how long the head of its fixed properties is."""

    def __init__(self, compound: "olefile.OleFileIO[str]", at: _Path, header: int) -> None:
        self._compound = compound
        self._at = at
        self._fixed = self._read_fixed(at, header)
        page = struct.unpack("<I", self._fixed[_CODEPAGE][:4])[0] if _CODEPAGE in self._fixed else 0
        self._codec = {65001: "utf-8", 936: "gb18030", 54936: "gb18030", 950: "cp950"}.get(page)

    def read(self, depth: int) -> Mail:
        kind = self._text(_CLASS).lower()
        headers = HeaderParser().parsestr(self._text(_HEADERS))
        sender, address = self._text(_SENDER), self._text(_SENDER_SMTP)
        if not address and "@" in self._text(_SENDER_ADDRESS):
            address = self._text(_SENDER_ADDRESS)
        named = f"{sender} <{address}>" if sender and address and sender != address else ""
        sent, told = self._sent(), ""
        if sent is None:
            sent, told = sent_at(headers)
        signed = kind.startswith(_SIGNED)
        return Mail(
            subject=self._text(_SUBJECT),
            sender=named or sender or address or addresses(headers, "From"),
            to=self._text(_TO).replace(";", "、") or addresses(headers, "To"),
            cc=self._text(_CC).replace(";", "、") or addresses(headers, "Cc"),
            sent=sent,
            sent_as_told=told,
            texts=(self._body(),),
            enclosures=tuple(self._enclosures(depth)),
            signed=signed,
            locked=kind.startswith(_SEALED) and not signed,
        )

    def _body(self) -> Text:
        plain, html = self._text(_PLAIN).replace("\r\n", "\n"), self._html()
        if not plain.strip() and not html.strip():
            plain = text_of_rtf(self._stream(self._at, f"__substg1.0_{_RTF:04X}0102") or b"")
        return Text(plain, html)

    def _html(self) -> str:
        data = self._stream(self._at, f"__substg1.0_{_HTML:04X}0102")
        return decode_page(data, self._codec) if data else self._text(_HTML)

    def _sent(self) -> datetime | None:
        value = self._fixed.get(_SENT)
        if value is None:
            return None
        try:
            sent = _EPOCH + timedelta(microseconds=struct.unpack("<Q", value)[0] // 10)
        except OverflowError:
            return None
        return sent.astimezone()

    def _enclosures(self, depth: int) -> list[MailEnclosure]:
        inside = len(self._at)
        storages = {
            entry[: inside + 1]
            for entry in map(tuple, self._compound.listdir(streams=True, storages=True))
            if len(entry) > inside
            and entry[:inside] == self._at
            and entry[inside].startswith("__attach_version1.0_#")
        }
        return [self._enclosure(storage, depth) for storage in sorted(storages)]

    def _enclosure(self, at: _Path, depth: int) -> MailEnclosure:
        long, short, shown = (self._text(p, at) for p in (_LONG_NAME, _SHORT_NAME, _DISPLAY_NAME))
        name = long or shown or short
        embedded = (*at, f"__substg1.0_{_DATA:04X}000D")
        if self._compound.exists("/".join((*embedded, _FIXED_PROPERTIES))):
            if depth >= _DEEPEST:
                return MailEnclosure(name, None)
            mail = _Message(self._compound, embedded, 24).read(depth + 1)
            return MailEnclosure(f"{mail.subject or name}.eml", as_mime(mail), "message/rfc822")
        identifier = self._text(_IDENTIFIER, at).strip("<>")
        return MailEnclosure(
            name,
            self._stream(at, f"__substg1.0_{_DATA:04X}0102"),
            self._text(_MEDIA_TYPE, at) or _media_type(name),
            (f"cid:{identifier}",) if identifier else (),
        )

    def _text(self, number: int, at: _Path | None = None) -> str:
        place = self._at if at is None else at
        wide = self._stream(place, f"__substg1.0_{number:04X}001F")
        if wide is not None:
            return wide.decode("utf-16-le", "replace").rstrip("\0")
        narrow = self._stream(place, f"__substg1.0_{number:04X}001E")
        return "" if narrow is None else decode_declared(narrow.rstrip(b"\0"), self._codec)

    def _stream(self, at: _Path, name: str) -> bytes | None:
        full = "/".join((*at, name))
        if not self._compound.exists(full) or self._compound.get_type(full) != olefile.STGTY_STREAM:
            return None
        return bytes(self._compound.openstream(full).read())

    def _read_fixed(self, at: _Path, header: int) -> Mapping[int, bytes]:
        data = self._stream(at, _FIXED_PROPERTIES) or b""
        return {
            struct.unpack_from("<H", data, start + 2)[0]: data[start + 8 : start + 16]
            for start in range(header, len(data) - 15, 16)
        }


def _media_type(name: str) -> str:
    suffix = name.rpartition(".")[2].lower()
    pictures = {"png": "png", "jpg": "jpeg", "jpeg": "jpeg", "gif": "gif", "bmp": "bmp"}
    return f"image/{pictures[suffix]}" if suffix in pictures else "application/octet-stream"
