"""Heads of mails in a form for people, whatever their encoding."""

import email.header
import re
from datetime import datetime
from email.errors import HeaderParseError
from email.message import Message
from email.utils import getaddresses, parsedate_to_datetime

from app.webpages.decoding import codec_of, decode_declared

#: An encoded word whose neighbours are not set apart by spaces is one all the same.
_WORD = re.compile(r"(=\?[^?\s]+\?[bBqQ]\?[^?]*\?=)")


def header(message: Message, name: str) -> str:
    """Return a header's text, "" if there is none."""
    value = message.get(name)
    return "" if value is None else " ".join(decoded(_raw(value)).split())


def addresses(message: Message, name: str) -> str:
    """Return the people named in a header, each with name and address."""
    raw = [_raw(value) for value in message.get_all(name, [])]
    people = []
    for told, told_address in getaddresses(raw):
        person, address = (" ".join(decoded(part).split()) for part in (told, told_address))
        if person and address and person != address:
            people.append(f"{person} <{address}>")
        elif person or address:
            people.append(person or address)
    return "、".join(people) or decoded("，".join(raw))


def sent_at(message: Message) -> tuple[datetime | None, str]:
    """Return when a mail was sent, and the date as the mail writes it."""
    told = header(message, "Date")
    try:
        return parsedate_to_datetime(told), told
    except (ValueError, TypeError, IndexError):
        return None, told


def file_name(part: Message) -> str:
    """Return the name that a part gives its file, "" if none."""
    for field, header_name in (("filename", "content-disposition"), ("name", "content-type")):
        value = _read_through(part, header_name).get_param(field, header=header_name)
        if isinstance(value, tuple):
            charset, _, text = value
            raw = text.encode("raw-unicode-escape", "surrogateescape")
            return decode_declared(raw, charset)
        if isinstance(value, str) and value.strip():
            return decoded(value)
    return ""


def _read_through(part: Message, name: str) -> Message:
    """The part, or a stand-in whose header is text where the part's holds bytes of old programs."""
    value = part.get(name)
    if not isinstance(value, email.header.Header):
        return part
    read = Message()
    read[name] = _plain(_raw(value))
    return read


def decoded(raw: str) -> str:
    """Decode encoded words, and bytes that stand in a header without any encoding."""
    if not raw:
        return ""
    # Words of Chinese programs end in the middle of a character; neighbours belong together.
    apart = _WORD.sub(r" \1 ", raw)
    try:
        pieces = email.header.decode_header(apart if "=?" in raw else raw)
    except (HeaderParseError, ValueError):
        return _plain(raw)
    return "".join(
        _plain(piece) if isinstance(piece, str) else _bytes(piece, charset)
        for piece, charset in pieces
    ).strip()


def _bytes(piece: bytes, charset: str | None) -> str:
    if charset is None:
        # decode_header hands over plain text as Latin bytes.
        return _plain(piece.decode("latin-1"))
    try:
        return piece.decode(codec_of(charset))
    except (LookupError, UnicodeDecodeError):
        return decode_declared(piece)


def _plain(text: str) -> str:
    if text.isascii():
        return text
    try:
        return decode_declared(text.encode("ascii", "surrogateescape"))
    except UnicodeEncodeError:
        pass
    try:
        return decode_declared(text.encode("latin-1"))
    except UnicodeEncodeError:
        return text


def _raw(value: object) -> str:
    if isinstance(value, email.header.Header):
        # What is not ASCII: the bytes as they stand in the file.
        return "".join(
            piece if isinstance(piece, str) else piece.decode("ascii", "surrogateescape")
            for piece, _ in email.header.decode_header(value)
        )
    return str(value)
