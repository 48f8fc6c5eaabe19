"""Every word of XML: text with its lines and pages, and the text in attributes.

Formats are not told apart: names of elements mean the same in WordprocessingML, SpreadsheetML,
DrawingML, OpenDocument (flat or packed) and OFD, as far as lines and pages go.
"""

import base64
import re
from collections.abc import Callable, Iterator, Mapping

import lxml.etree

from app.secrecy.marks import Spot, Words

_LINES = frozenset(
    [
        "p",
        "h",
        "tr",
        "row",
        "si",
        "is",
        "text",
        "line-break",
        "br",
        "cr",
        "li",
        "div",
        "title",
        "subject",
        "keywords",
        "description",
        "creator",
        "comments",
        "category",
        "contentStatus",
        "lpwstr",
        "lpstr",
        "user-defined",
        "keyword",
        "table-",
        "row",
        "Keyword",
        "Subject",
        "Title",
        "Abstract",
        "Author",
        "Creator",
        "CustomData",
        "TextCode",
        "FileName",
        "bookmarkStart",
        "t-line",
        "oddHeader",
        "evenHeader",
        "firstHeader",
        "oddFooter",
        "evenFooter",
        "firstFooter",
        "author",
        "Data",
        "Row",
        "段落",
        "Property",
        "Company",
        "Manager",
    ]
)
_CELLS = frozenset({"tc", "table-cell", "covered-table-cell", "tab", "Cell", "c"})
#: What begins where a reader's eye begins anew: boxes, notes, remarks, slides.
_OWN_PAGE = frozenset(
    [
        "txbxContent",
        "text-box",
        "comment",
        "footnote",
        "endnote",
        "annotation",
        "note",
        "note-body",
        "sp",
        "custom-shape",
        "header",
        "footer",
        "header-left",
        "footer-left",
        "header-first",
        "footer-first",
        "hdr",
        "ftr",
        "frame",
        "rect",
        "shape",
        "Annot",
        "threadedComment",
        "Worksheet",
        "table:table",
        "docPart",
        "caption",
    ]
)
_BREAKS = frozenset(
    {"lastRenderedPageBreak", "soft-page-break", "pageBreakBefore", "page", "sectPr"}
)
_NAMED = frozenset({"property", "user-defined", "CustomData", "docProperty"})
#: Files that lie in XML as text.
_PACKED = frozenset({"binary-data", "binaryData", "binData"})
#: Gathers the words of a file that lies in another one.
Nested = Callable[[bytes], Iterator[Words]]
_MARGIN = re.compile(r'&(?:"[^"]*"|\d{1,3}|K[0-9A-Fa-f]{6}|[A-Z])')
_TAG = re.compile(r"<[^>]*>")
_DTD_WORDS = re.compile(r"""["']([^"'<>]*)["']""")
_LARGEST = 256 << 20


def words_in_xml(
    data: bytes, nested: Nested | None = None, *, fields: bool = False
) -> Iterator[Words]:
    """The words of a part; broken XML is read as far as it goes, then without its tags.

    ``nested`` gathers the words of files that lie in it as text (base64). With ``fields``, each
    element is a line of its own, whatever its name.
    """
    collected = _collected(data, fields=fields)
    if collected is None:
        yield from words_in_markup(data)
        return
    yield Words(Spot.PAGES, collected.text())
    for value in collected.attributes:
        yield Words(Spot.ALONE, value)
    if nested is not None:
        for packed in collected.packed:
            yield from nested(from_base64(packed))
    beginning = data[: 1 << 16]
    if b"<!DOCTYPE" in beginning or b"<!ENTITY" in beginning:
        subset = beginning.decode("utf-8", "replace")
        yield Words(Spot.ALONE, "\n".join(_DTD_WORDS.findall(subset)))


def from_base64(text: str) -> bytes:
    """The bytes that some text stands for; none if it stands for none."""
    try:
        return base64.b64decode(re.sub(r"\s", "", text))
    except ValueError:
        return b""


def words_in_markup(data: bytes) -> Iterator[Words]:
    """The words between the tags of what only looks like XML."""
    text = data.decode("utf-8", "replace")
    yield Words(Spot.PAGES, _TAG.sub("", re.sub(r"</[\w:]*(?:p|h|tr|row|si)>", "\n", text)))


def _collected(data: bytes, *, fields: bool) -> "_Collector | None":
    collector = _Collector(fields=fields)
    parser = lxml.etree.XMLParser(
        target=collector,
        recover=True,
        resolve_entities="internal",
        no_network=True,
        load_dtd=False,
        huge_tree=False,
    )
    try:
        lxml.etree.fromstring(data, parser)
    except (lxml.etree.XMLSyntaxError, ValueError):
        return None
    return collector


class _Collector:
    def __init__(self, *, fields: bool) -> None:
        self.attributes: list[str] = []
        self.packed: list[str] = []
        self._fields = fields
        self._parts: list[str] = []
        self._names: dict[str, str] = {}
        self._margin: list[int] = []
        self._packed_since = 0
        self._object: tuple[float, float] | None = None
        self._placed: list[tuple[float, float, str]] = []
        self._since = 0

    def text(self) -> str:
        self._place_lines()
        return "".join(self._parts)

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        name = self._local(tag)
        if name == "sym":
            self._symbol(attributes)
        elif name == "s":
            self._parts.append(" ")
        elif name in _OWN_PAGE or name in _BREAKS:
            self._parts.append("\f")
        elif name in _NAMED:
            self._parts.append(f"\n{_value(attributes, 'name', 'Name')}:\n")
        elif name == "br" and "page" in attributes.values():
            self._parts.append("\f")
        elif name == "TextObject":
            self._object = _corner(attributes.get("Boundary", ""))
            self._since = len(self._parts)
        elif name == "Page" or name.endswith("Layer") or name == "Content":
            self._place_lines()
        if name.endswith(("Header", "Footer")):
            self._margin.append(len(self._parts))
        if name in _PACKED:
            self._packed_since = len(self._parts)
        if name == "Glyphs":
            self._parts.append(_value(attributes, "UnicodeString"))
        for value in attributes.values():
            if value.startswith("data:") and ";base64," in value[:200]:
                self.packed.append(value.partition(";base64,")[2])
            if "密" in value or "宻" in value or "㊙" in value:
                self.attributes.append(value)

    def end(self, tag: str) -> None:
        name = self._local(tag)
        if name == "TextObject" and self._object is not None:
            text = "".join(self._parts[self._since :]).replace("\n", "")
            del self._parts[self._since :]
            self._placed.append((*self._object, text))
            self._object = None
        elif name in _PACKED:
            self.packed.append("".join(self._parts[self._packed_since :]))
            del self._parts[self._packed_since :]
        elif name in _LINES or self._fields:
            self._parts.append("\n")
        elif name in _CELLS:
            self._parts.append("\t")
        elif name in _OWN_PAGE:
            self._parts.append("\f")
        if name.endswith(("Header", "Footer")) and self._margin:
            # The parser may hand text over in pieces, so that codes are told at the end only.
            since = self._margin.pop()
            self._parts[since:] = [_MARGIN.sub("\n", "".join(self._parts[since:]))]

    def data(self, text: str) -> None:
        self._parts.append(text)

    def comment(self, text: str) -> None:
        if "密" in text:
            self.attributes.append(text)

    def pi(self, _target: str, data: str | None = None) -> None:
        """Nothing of it is shown."""

    def close(self) -> None:
        """Nothing is left to do."""

    def _symbol(self, attributes: Mapping[str, str]) -> None:
        code = _value(attributes, "char")
        if re.fullmatch("[0-9a-fA-F]{1,5}", code):
            number = int(code, 16)
            # Word writes characters of symbol fonts with or without the private-use offset.
            self._parts.append(chr(number if number > 0xFF else 0xF000 + number))

    def _place_lines(self) -> None:
        """Put the pieces of an OFD page in lines, as a reader sees them."""
        if not self._placed:
            return
        self._placed.sort(key=lambda one: (round(one[0] / 2), one[1]))
        line = None
        for y, _, text in self._placed:
            if line is not None and abs(y - line) > 2:
                self._parts.append("\n")
            self._parts.append(text)
            line = y
        self._parts.append("\f")
        self._placed.clear()

    def _local(self, tag: str) -> str:
        name = self._names.get(tag)
        if name is None:
            name = self._names[tag] = tag.rpartition("}")[2]
        return name


def _value(attributes: Mapping[str, str], *names: str) -> str:
    return next((v for k, v in attributes.items() if k.rpartition("}")[2] in names), "")


def _corner(boundary: str) -> tuple[float, float]:
    """The place of a text of OFD: down, then across, in millimetres."""
    try:
        x, y = (float(value) for value in boundary.split()[:2])
    except ValueError:
        return 0.0, 0.0
    return y, x
