"""Bytes of pages and mails turned into text, whatever encoding they claim."""

import re

from app.filetypes import decode

_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]+)", re.IGNORECASE)
#: Where a page declares its encoding.
_HEAD = 4096
_WIDE = (b"\xff\xfe", b"\xfe\xff")
#: With fewer bytes beyond ASCII, GBK may look like UTF-8 by chance.
_TELLING = 12

#: What declares GB2312 holds GBK as soon as a rare name occurs.
_CHINESE = frozenset(
    {"gb2312", "gbk", "x-gbk", "gb_2312-80", "gb-2312", "cp936", "ms936", "euc-cn"}
)


def codec_of(name: str) -> str:
    """Return Python's name for a declared encoding."""
    plain = name.strip().strip("\"'").lower()
    if plain in _CHINESE:
        return "gb18030"
    return {"unicode": "utf-16", "utf8": "utf-8", "big5-hkscs": "big5hkscs"}.get(plain, plain)


def decode_declared(data: bytes, *declared: str | None) -> str:
    """Read text by its mark, by what it plainly is, by what is declared, or by its looks."""
    if not data.startswith(_WIDE):
        plain = _plainly_utf8(data)
        if plain is not None:
            return plain
        for name in declared:
            if name:
                try:
                    return data.decode(codec_of(name))
                except (LookupError, UnicodeDecodeError):
                    continue
    guessed = decode(data)
    return guessed.text if guessed else data.decode("gb18030", errors="replace")


def decode_page(data: bytes, declared: str | None = None) -> str:
    """Read a web page; browsers save pages as UTF-8 that still declare what they were before."""
    found = _CHARSET.search(data[:_HEAD])
    return decode_declared(data, declared, found.group(1).decode("ascii") if found else None)


def _plainly_utf8(data: bytes) -> str | None:
    if sum(byte > 0x7F for byte in data[:_HEAD]) < _TELLING:
        beyond = len(data) - len(data.decode("ascii", errors="ignore"))
        if beyond < _TELLING:
            return None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None
