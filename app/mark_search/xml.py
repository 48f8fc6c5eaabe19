"""Every word of XML: text with its lines and pages, and the text in attributes.

Formats are not told apart: names of elements mean the same in WordprocessingML, SpreadsheetML,
DrawingML, OpenDocument (flat or packed) and OFD, as far as lines and pages go.
"""

import base64
import re
from collections.abc import Callable, Iterator, Mapping

import lxml.etree

from app.mark_search.placed import PlacedGlyph, columns
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
        "标题",
        "主题",
        "摘要",
        "关键字",
        "分类",
        "换行符",
        "行",
        "Property",
        "Company",
        "Manager",
    ]
)
_CELLS = frozenset(
    {"tc", "table-cell", "covered-table-cell", "tab", "ptab", "Cell", "c", "pt", "单元格", "制表符"}
)
#: Headers and footers: what a tab parts there stands at the left, in the middle, at the right.
_MARGINS = frozenset(
    [
        "hdr",
        "ftr",
        "header",
        "footer",
        "header-left",
        "footer-left",
        "header-first",
        "footer-first",
    ]
)
#: Not shown, though it stands beside what is: codes of fields, formulas of cells.
_CODES = frozenset({"instrText", "f"})
#: How a character is spoken, printed small above it; what a paragraph of UOF looks like.
_UNSAID = frozenset({"rt", "rPh", "节属性", "段落属性", "句属性"})
#: An element that is called so states a level itself, as the register of an OFD does.
_STATES = re.compile("密级|保密等级|涉密等级")
#: How Excel writes characters that it fears to write.
_NUMBERED = re.compile("_x([0-9A-Fa-f]{4})_")
_QUOTED = re.compile('"([^"]+)"')
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
        "body",
        "主体",
        "页眉",
        "页脚",
        "批注",
        "脚注",
        "尾注",
        "文本内容",
        "幻灯片",
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
    for code in collected.codes:
        yield Words(Spot.LOOSE, code)
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
        self.codes: list[str] = []
        self._fields = fields
        self._parts: list[str] = []
        self._names: dict[str, str] = {}
        self._margin: list[int] = []
        self._in_margin = 0
        self._aside: list[int] = []
        self._packed_since = 0
        self._object: tuple[float, float, float, float] | None = None
        self._placed: list[PlacedGlyph] = []
        self._since = 0

    def text(self) -> str:
        self._place_lines()
        whole = "".join(self._parts)
        return _NUMBERED.sub(lambda found: chr(int(found[1], 16)), whole)

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        name = self._local(tag)
        if name in _MARGINS:
            self._in_margin += 1
        if name in _CODES or name in _UNSAID:
            self._aside.append(len(self._parts))
        if name == "sym":
            self._symbol(attributes)
        elif name in {"s", "空格符"}:
            self._parts.append(" ")
        elif name in _OWN_PAGE or name in _BREAKS or _is_point_of_diagram(tag):
            self._parts.append("\f")
        elif _STATES.search(name):
            self._parts.append(f"\n{name}:\n")
        elif name in _NAMED:
            self._parts.append(f"\n{_value(attributes, 'name', 'Name')}:\n")
        elif name == "br" and "page" in attributes.values():
            self._parts.append("\f")
        elif name == "TextObject":
            self._object = _box(attributes.get("Boundary", ""))
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
                # Excel's formats hold words that stand before and behind a figure.
                quoted = _QUOTED.findall(value)
                if quoted:
                    self.attributes.append("\n".join(quoted))

    def end(self, tag: str) -> None:
        name = self._local(tag)
        if name in _CODES or name in _UNSAID:
            self._put_aside(name)
        if name in _MARGINS:
            self._in_margin -= 1
        if name == "TextObject" and self._object is not None:
            text = "".join(self._parts[self._since :]).replace("\n", "")
            del self._parts[self._since :]
            x, y, width, height = self._object
            self._placed.append(PlacedGlyph(text, x, -y - height, x + width, -y))
            self._object = None
        elif name in _PACKED:
            self.packed.append("".join(self._parts[self._packed_since :]))
            del self._parts[self._packed_since :]
        elif name in _LINES or self._fields or _STATES.search(name):
            self._parts.append("\n")
        elif name in _CELLS:
            self._parts.append("\n" if self._in_margin else "\t")
        elif name in _OWN_PAGE:
            self._parts.append("\f")
        if name.endswith(("Header", "Footer")) and self._margin:
            # The parser may hand text over in pieces, so that codes are told at the end only.
            since = self._margin.pop()
            self._parts[since:] = [_MARGIN.sub("\n", "".join(self._parts[since:]))]

    def _put_aside(self, name: str) -> None:
        """Take a code out of the line that it stands in, and a sound out of the words."""
        since = self._aside.pop() if self._aside else len(self._parts)
        text = "".join(self._parts[since:])
        del self._parts[since:]
        if name in _CODES and "密" in text:
            self.codes.append(text)

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
        column = columns(self._placed)
        self._placed.sort(key=lambda one: (round(-one.top / 2), one.left))
        line = None
        for piece in self._placed:
            if line is not None and abs(piece.top - line) > 2:
                self._parts.append("\n")
            self._parts.append(piece.text)
            line = piece.top
        self._parts.append("\f")
        if column:
            self._parts.append("\n".join(column) + "\f")
        self._placed.clear()

    def _local(self, tag: str) -> str:
        name = self._names.get(tag)
        if name is None:
            name = self._names[tag] = tag.rpartition("}")[2]
        return name


def _is_point_of_diagram(tag: str) -> bool:
    """True for a box of a drawn diagram; the points of a chart are called the same."""
    return tag.endswith("}pt") and "diagram" in tag


def _value(attributes: Mapping[str, str], *names: str) -> str:
    return next((v for k, v in attributes.items() if k.rpartition("}")[2] in names), "")


def _box(boundary: str) -> tuple[float, float, float, float]:
    """The place of a text of OFD: across, down, width, height, in millimetres."""
    try:
        x, y, width, height = (float(value) for value in boundary.split())
    except ValueError:
        return 0.0, 0.0, 0.0, 0.0
    return x, y, width, height
