"""Text: whether it is a web page, a table, a message or XML."""

import re

from app.filetypes import formats as f
from app.filetypes.formats import Format

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
#: Drawings in XML, by their root: their text is nothing to read on paper.
_DRAWN = {"svg": f.SVG, "mxfile": f.DIAGRAM, "opml": f.MIND_MAP, "kml": f.KMZ}
_XML_SUFFIXES = {".xml", *f.SVG.suffixes, *f.DIAGRAM.suffixes, *f.MIND_MAP.suffixes, ".kml"}
_DELIMITERS = "\t,;"


def text_format(text: str, suffix: str) -> Format:
    """What the text ``text`` (a file's beginning) is; the suffix settles CSV."""
    body = text.lstrip("\ufeff\r\n\t ")
    if _HTML.match(body):
        return f.HTML
    message = _message_format(body, suffix)
    if message:
        return message
    if body.startswith("<?xml") or (body.startswith("<") and suffix in _XML_SUFFIXES):
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
    if name in _DRAWN:
        return _DRAWN[name]
    return f.HTML if name == "html" else f.XML


def _is_table(body: str) -> bool:
    """True if the first lines have the same number of the same delimiter."""
    lines = [line for line in body.splitlines()[:6] if line.strip()]
    return bool(lines) and any(
        lines[0].count(mark) > 0 and len({line.count(mark) for line in lines[:-1] or lines}) == 1
        for mark in _DELIMITERS
    )
