"""Names of archive members: decoded so that people can read them, and checked."""

import re
import struct
import unicodedata
import zlib
from zipfile import ZipInfo

from app.visible_text import visible

_UTF8_FLAG = 0x800
_UNICODE_PATH = 0x7075  # Info-ZIP's extra field with the name in UTF-8


def zip_name(entry: ZipInfo) -> str:
    """The name of a zip member as its author saw it.

    Chinese Windows writes names in GBK without saying so, which the format reads as code page
    437; some programs write UTF-8 without the flag, others add it in an extra field.
    """
    if entry.flag_bits & _UTF8_FLAG:
        return entry.orig_filename
    try:
        raw = entry.orig_filename.encode("cp437")
    except UnicodeEncodeError:
        return entry.orig_filename
    return _unicode_path(entry.extra, raw) or decoded(raw)


def decoded(raw: bytes) -> str:
    """Bytes of a name, read as UTF-8 if they are, else as GB18030, else byte by byte."""
    utf8, chinese = _attempt(raw, "utf-8"), _attempt(raw, "gb18030")
    if utf8 is not None and not (_TWO_BYTES.search(utf8) and chinese and _ONLY_HAN.match(chinese)):
        return utf8
    return chinese if chinese is not None else raw.decode("cp437")


#: A few Chinese words in GBK happen to be valid UTF-8 (联通 is the famous one), and then always
#: come out as letters of two bytes, which no Chinese name holds.
_TWO_BYTES = re.compile(r"[\x80-\u07ff]")
_ONLY_HAN = re.compile(r"^[\x20-\x7e\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]+$")


def _attempt(raw: bytes, encoding: str) -> str | None:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError:
        return None


def _unicode_path(extra: bytes, raw: bytes) -> str | None:
    at = 0
    while at + 4 <= len(extra):
        kind, length = struct.unpack_from("<HH", extra, at)
        data = extra[at + 4 : at + 4 + length]
        at += 4 + length
        if kind == _UNICODE_PATH and len(data) > 5 and data[0] == 1:
            if struct.unpack_from("<I", data, 1)[0] != zlib.crc32(raw):
                return None  # the name was changed afterwards; the field is stale
            return data[5:].decode("utf-8", "replace")
    return None


_DRIVE = re.compile(r"^[A-Za-z]:")


def is_unsafe(name: str) -> bool:
    """True for names that honest archives do not hold: ``..``, absolute, with a drive letter."""
    folded = name.replace("\\", "/")
    return folded.startswith("/") or bool(_DRIVE.match(folded)) or ".." in folded.split("/")


def shown(name: str) -> str:
    """A member's path for people: forward slashes, normal form C, nothing invisible."""
    legible = unicodedata.normalize("NFC", visible(name.replace("\\", "/")))
    return "/".join(p for p in legible.split("/") if p not in {"", ".", ".."}) or "_"
