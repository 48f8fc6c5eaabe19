"""Text: its encoding, and whether it is a web page, a table, a message or XML."""

import codecs
import re
from dataclasses import dataclass

from app.filetypes import formats as f
from app.filetypes.formats import Format

_BOMS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

#: How many broken characters a text may hold before it counts as not being text.
_TOLERATED = 0.005
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class DecodedText:
    """Text and the Python name of the encoding that it was read with."""

    text: str
    encoding: str


def decode(head: bytes) -> DecodedText | None:
    """Read ``head`` (a file's beginning, possibly cut inside a character) as text.

    Tries, in this order, byte-order marks, UTF-8, UTF-16 without a mark, and GB18030, which is
    what Chinese Windows writes. Returns None if it is no text.
    """
    for mark, encoding in _BOMS:
        if head.startswith(mark):
            return _plausible(_decode(head, encoding, "replace"), encoding)
    strict = _decode(head, "utf-8", "strict")
    if strict is not None:
        return _plausible(strict, "utf-8")
    unmarked = _utf16_without_mark(head)
    if unmarked:
        return _plausible(_decode(head, unmarked, "replace"), unmarked)
    for encoding in ("gb18030", "utf-8"):
        found = _plausible(_decode(head, encoding, "replace"), encoding)
        if found:
            return found
    return None


def encoding_of(head: bytes) -> str | None:
    """The Python name of the encoding of a text file that begins with ``head``."""
    found = decode(head)
    return found.encoding if found else None


def _decode(head: bytes, encoding: str, errors: str) -> str | None:
    decoder = codecs.getincrementaldecoder(encoding)(errors)
    try:
        return decoder.decode(head, final=False)
    except UnicodeDecodeError:
        return None


def _plausible(text: str | None, encoding: str) -> DecodedText | None:
    if text is None:
        return None
    broken = text.count("\ufffd") + len(_CONTROLS.findall(text))
    return None if broken > len(text) * _TOLERATED else DecodedText(text, encoding)


def _utf16_without_mark(head: bytes) -> str | None:
    """Line ends and spaces are ASCII even in Chinese text: every other byte of them is zero."""
    even, odd = head[0:4096:2].count(0), head[1:4096:2].count(0)
    if max(even, odd) < len(head[:4096]) // 64 + 1 or min(even, odd):
        return None
    return "utf-16-le" if odd else "utf-16-be"


_HTML = re.compile(
    r"\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*"
    r"<(!doctype\s+html|html|head|body|meta|title|table|style|script|div|center|font|h[1-6]|p)\b",
    re.IGNORECASE | re.DOTALL,
)
#: What separates mails in a mailbox, and stays before one that was taken out of it.
_MAILBOX_LINE = re.compile(r"\AFrom [^\n]*\n")
_HEADER = re.compile(r"[A-Za-z][A-Za-z0-9-]*:[ \t]")
_MESSAGE_HEADERS = re.compile(
    r"^(from|to|subject|received|message-id|return-path|mime-version):", re.I | re.M
)
_SAVED_PAGE = re.compile(
    r"^content-type:\s*(multipart/related|text/html)|^snapshot-content-location:", re.I | re.M
)
_XML_ROOT = re.compile(r"<(?![?!])([\w.-]+:)?([\w.-]+)")
_DELIMITERS = "\t,;"


def text_format(text: str, suffix: str) -> Format:
    """What the text ``text`` (a file's beginning) is; the suffix settles CSV."""
    body = text.lstrip("\ufeff\r\n\t ")
    if _HTML.match(body):
        return f.HTML
    message = _message_format(body, suffix)
    if message:
        return message
    if body.startswith("<?xml") or (body.startswith("<") and suffix in {".xml", ".svg"}):
        return _xml_format(body, suffix)
    if body.startswith("[InternetShortcut]"):
        return f.URL
    if suffix in f.CSV.suffixes:
        return f.CSV
    if suffix in {".xls", ".xlsx", ".et"} and _is_table(body):
        return f.CSV
    return f.TEXT


def _message_format(body: str, suffix: str) -> Format | None:
    if suffix == ".eml":
        body = _MAILBOX_LINE.sub("", body, count=1)
    if not _HEADER.match(body):
        return None
    head = re.split(r"\r?\n\r?\n", body, maxsplit=1)[0]
    if len(_MESSAGE_HEADERS.findall(head)) < 2 and "MIME-Version:" not in head:
        return None
    if not _SAVED_PAGE.search(head):
        return f.EML
    saved = suffix in {".mht", ".mhtml"} or "From: <Saved by" in head
    sent = suffix == ".eml" or re.search(r"^(to|received):", head, re.I | re.M)
    return f.MHT if saved or not sent else f.EML


def _xml_format(body: str, suffix: str) -> Format:
    """XML of a kind that LibreOffice opens as a document, or just data."""
    root = _XML_ROOT.search(body)
    name = root.group(2).lower() if root else ""
    if 'progid="Word.Document"' in body or name == "worddocument":
        return f.WORD_XML
    if 'progid="Excel.Sheet"' in body or name == "workbook":
        return f.EXCEL_XML
    if name == "uof":
        return {".uos": f.UOS, ".uop": f.UOP}.get(suffix, f.UOT)
    if name == "document" and "opendocument" in body:
        return {".fods": f.ODS, ".fodp": f.ODP}.get(suffix, f.ODT)
    if name == "svg":
        return f.SVG
    return f.HTML if name == "html" else f.XML


def _is_table(body: str) -> bool:
    """True if the first lines have the same number of the same delimiter."""
    lines = [line for line in body.splitlines()[:6] if line.strip()]
    return bool(lines) and any(
        lines[0].count(mark) > 0 and len({line.count(mark) for line in lines[:-1] or lines}) == 1
        for mark in _DELIMITERS
    )
