"""Reading text, web pages and RTF."""

import csv
import re
from dataclasses import replace
from html.parser import HTMLParser
from itertools import islice
from pathlib import Path

from app.filekind import FileType
from app.filetypes import HEAD_BYTES, decode, decode_start, encoding_of_file
from app.filetypes.delimited import dialect_of_file, rows_of_file
from app.filetypes.formats import SVG
from app.guessing.guess import Properties
from app.guessing.web_origins import PageMarks
from app.reading.model import MOST_CHARS, Reading, Unreadable, paged
from app.rtf import rtf_text
from app.webpages.archive import NoPage, SavedPage, open_archive
from app.webpages.decoding import decode_page
from app.webpages.drawings import drawn_size
from app.webpages.saved import PageTooLarge, read_saved_page

_RTF_LIMIT = 1 << 20
_PAGE_LIMIT = 8 << 20
_DRAWING_LIMIT = 32 << 20
_TABLE_ROWS = 500


def read_text(path: Path) -> Reading:
    """Read the beginning of a text file. Raises ``Unreadable``."""
    decoded = decode_start(path, 4 * HEAD_BYTES)
    if decoded is None:
        raise Unreadable
    text = decoded.text.replace("\r\n", "\n").replace("\r", "\n")
    return Reading(paged(text))


def read_table(path: Path) -> Reading:
    """Read the beginning of a table in a text file, cell by cell. Raises ``Unreadable``."""
    encoding = encoding_of_file(path)
    if encoding is None:
        raise Unreadable
    try:
        rows = rows_of_file(path, encoding, dialect_of_file(path, encoding))
        text = "\n".join(cell for row in islice(rows, _TABLE_ROWS) for cell in row)
    except csv.Error as error:
        raise Unreadable from error
    return Reading(paged(text, official=False))


def read_html(path: Path) -> Reading:
    """Read a web page: its title, and the words that a reader sees. Raises ``Unreadable``."""
    return html_in(_head(path, _PAGE_LIMIT))


def html_in(data: bytes) -> Reading:
    """The same for the bytes of a page. Raises ``Unreadable``."""
    if decode(data[:HEAD_BYTES]) is None:
        raise Unreadable
    return page_reading(decode_page(data))


def read_drawing(path: Path, file_type: FileType) -> Reading:
    """Read the words of a drawing, which only svg holds as text. Raises ``Unreadable``."""
    if file_type.media_type != SVG.media_type:
        return Reading()
    data = _head(path, _DRAWING_LIMIT)
    try:
        drawn_size(data)
    except ValueError as error:
        raise Unreadable from error
    words = page_reading(decode_page(data[:_PAGE_LIMIT])).pages
    return Reading(paged(words.first, official=False))


def read_web_archive(path: Path) -> Reading:
    """Read a saved web page (MHT): its title and words. Raises ``Unreadable``."""
    try:
        return _saved(read_saved_page(path, archive=True))
    except NoPage as error:
        raise Unreadable from error
    except PageTooLarge:
        return Reading()


def web_archive_in(data: bytes) -> Reading:
    """The same for the bytes of an archive. Raises ``Unreadable``."""
    try:
        return _saved(open_archive(data))
    except NoPage as error:
        raise Unreadable from error


def _saved(page: SavedPage) -> Reading:
    framed = {text for text, _ in page.pages.values()}
    reading = page_reading("\n".join((page.text, *framed)), page.subject)
    marks = replace(reading.marks or PageMarks(), address=page.address, saved_at=page.saved_at)
    return replace(reading, marks=marks)


def read_rtf(path: Path) -> Reading:
    """Read the beginning of an RTF. Raises ``Unreadable``."""
    return rtf_in(_head(path, _RTF_LIMIT))


def rtf_in(data: bytes) -> Reading:
    """The same for the bytes of an RTF. Raises ``Unreadable``."""
    head = data.lstrip()
    if not head.startswith(b"{\\rtf"):
        raise Unreadable
    return Reading(paged(rtf_text(head, MOST_CHARS)))


def _head(path: Path, size: int) -> bytes:
    with path.open("rb") as file:
        return file.read(size)


_SITE = re.compile(r"\s*[_|｜]\s*|\s+[-–—]{1,2}\s+")
_TELLING_TITLE = 6
#: The note of the program that saved a page stands within so many characters.
_HEAD = 4000
_MOST_META, _LONGEST_META = 200, 4000
#: Where articles of public accounts name the account and the day.
_ARTICLE_IDS = {"js_name": "account", "publish_time": "account_day"}
_SCRIPT = re.compile(r"<(script|style)\b[^>]*>.*?</\1\s*>", re.IGNORECASE | re.DOTALL)


class _Page(HTMLParser):
    _BLOCKS = re.compile(r"p|div|br|li|tr|h[1-6]|table|section|article|header|footer|[uo]l|dd|dt")
    _UNSEEN = frozenset({"script", "style", "noscript", "template", "select", "textarea"})

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.title = ""
        self.heading = ""
        self.meta: dict[str, str] = {}
        self.canonical = ""
        self.account = ""
        self.account_day = ""
        self._filling = ""
        self.parts: list[str] = []
        self.length = 0
        self._unseen = 0
        self._in_title = False
        self._in_heading = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._unseen += tag in self._UNSEEN
        self._in_title = tag == "title" and not self.title
        self._in_heading = (tag == "h1" and not self.heading) or (self._in_heading and tag != "h1")
        if tag == "meta":
            named = {key: value or "" for key, value in attrs}
            name = (named.get("property") or named.get("name", "")).strip().lower()
            if name and len(self.meta) < _MOST_META:
                self.meta.setdefault(name, named.get("content", "")[:_LONGEST_META])
        self._filling = _ARTICLE_IDS.get(dict(attrs).get("id") or "", "")
        if tag == "link" and not self.canonical:
            named = {key: value or "" for key, value in attrs}
            if named.get("rel", "").lower() == "canonical":
                self.canonical = named.get("href", "")
        if self._BLOCKS.fullmatch(tag):
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in self._UNSEEN and self._unseen:
            self._unseen -= 1
        self._in_title = False
        self._filling = ""
        self._in_heading = self._in_heading and tag != "h1"
        if self._BLOCKS.fullmatch(tag):
            self.parts.append("\n")
        elif tag == "td":
            self.parts.append("\t")

    def handle_data(self, data: str) -> None:
        if self._in_title:
            self.title += data
            return
        if self._unseen:
            return
        if self._filling and not getattr(self, self._filling):
            setattr(self, self._filling, data.strip())
        if self._in_heading:
            self.heading += data
        if self.length < MOST_CHARS:
            # Line ends inside a paragraph are only how the source was wrapped.
            self.parts.append(re.sub(r"\s+", " ", data))
            self.length += len(data)


def page_reading(text: str, subject: str = "") -> Reading:
    """The title of a page, and the words that a reader sees; ``subject`` is that of its archive."""
    page = _Page()
    # Scripts of public accounts are ten times as long as their articles.
    page.feed(_SCRIPT.sub("", text))
    page.close()
    shared = page.meta.get("og:title", ""), page.meta.get("articletitle", "")
    own = (*shared, _without_site(page.title), page.heading)
    title = next(filter(None, (" ".join(each.split()) for each in own)), "")
    marks = PageMarks(
        title=page.title or subject,
        meta=page.meta,
        canonical=page.canonical,
        account=page.account,
        account_day=page.account_day,
        head=text[:_HEAD],
    )
    source = page.meta.get("contentsource", "")
    told = Properties(title=title, author=source, titled=bool(title))
    return Reading(paged("".join(page.parts)), told, marks=marks)


def _without_site(title: str) -> str:
    """A page's title without the names of column and site behind it."""
    kept = _SITE.split(title.strip(), maxsplit=1)[0]
    return kept if len(kept) >= _TELLING_TITLE else title
