"""Every word of a compound file (.doc, .xls, .ppt, .msg, embedded objects)."""

import io
import struct
from collections.abc import Iterator

import msoffcrypto
import olefile

from app.mark_search.packages import Nested
from app.mark_search.raw import levels_in
from app.reading.compound import word_texts
from app.secrecy.marks import Spot, Words

_MOST_STREAM = 64 << 20
_MOST_STREAMS = 3000
TROUBLE = (OSError, ValueError, IndexError, TypeError, KeyError, struct.error, AttributeError)
#: Excel locks "protected" workbooks with this word and opens them without asking.
_EXCEL_DEFAULT = "VelvetSweatshop"


def words_in_compound(source: bytes, nested: Nested) -> Iterator[Words]:
    """The words of each stream; a document of Word has its text in order as well."""
    try:
        with olefile.OleFileIO(io.BytesIO(source)) as compound:
            if compound.exists("EncryptedPackage"):
                yield from _unlocked(source, nested)
                return
            if getattr(compound, "parsing_issues", None) or not compound.listdir():
                # Cut or damaged: other programs may still mend it.
                yield from levels_in(source)
            if compound.exists("WordDocument"):
                yield from _word(compound)
            for names in compound.listdir(streams=True, storages=False)[:_MOST_STREAMS]:
                data = _stream(compound, names)
                if data.startswith((b"PK\x03\x04", b"%PDF-")):
                    yield from nested(data)
                elif names[-1] != "WordDocument":
                    yield from levels_in(data)
                    inner = data.find(b"PK\x03\x04", 0, 4096)
                    if names[-1] in {"\x01Ole10Native", "Package", "CONTENTS"} and inner >= 0:
                        yield from nested(data[inner:])
                    elif names[-1] == "\x01Ole10Native":
                        yield from _native(data, nested)
    except TROUBLE:
        yield from levels_in(source)


def _stream(compound: "olefile.OleFileIO[str]", names: list[str]) -> bytes:
    try:
        return bytes(compound.openstream(names).read(_MOST_STREAM))
    except TROUBLE:
        return b""


def _word(compound: "olefile.OleFileIO[str]") -> Iterator[Words]:
    try:
        body, around, others = word_texts(compound)
    except TROUBLE:
        yield from levels_in(_stream(compound, ["WordDocument"]))
        return
    yield Words(Spot.PAGES, body.replace("\x0c", "\f"))
    yield Words(Spot.ALONE, around)
    yield Words(Spot.ALONE, others)


def _native(data: bytes, nested: Nested) -> Iterator[Words]:
    for mark in (b"\xd0\xcf\x11\xe0", b"%PDF-", b"{\\rtf"):
        place = data.find(mark, 0, 4096)
        if place >= 0:
            yield from nested(data[place:])
            return


def _unlocked(source: bytes, nested: Nested) -> Iterator[Words]:
    """A workbook that Excel itself opens without asking."""
    content = io.BytesIO()
    try:
        locked = msoffcrypto.OfficeFile(io.BytesIO(source))
        locked.load_key(password=_EXCEL_DEFAULT)
        locked.decrypt(content)
    except Exception:  # the library raises many kinds; a locked file shows no words
        return
    yield from nested(content.getvalue())
