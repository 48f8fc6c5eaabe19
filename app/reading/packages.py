"""Reading zip packages: Word, Excel, PowerPoint (OOXML) and OpenDocument."""

import re
import zipfile
from pathlib import Path

from app.filekind import FileKind
from app.guessing.guess import Properties
from app.problems import ProblemKind
from app.reading.chunks import PLACE, with_chunks
from app.reading.markup import Vocabulary, text_of
from app.reading.model import Reading, Unreadable, paged
from app.zipped import ZIP_TROUBLE

_WORD = Vocabulary(
    text_in=frozenset({"t"}),
    # A text box is written twice: once for today's programs, once in Fallback for old ones.
    skipped=frozenset({"Fallback", "del"}),
    ends={
        "p": "\n",
        "tab": "\t",
        "br": "\n",
        "cr": "\n",
        "lastRenderedPageBreak": "\f",
        "altChunk": PLACE,
    },
    attribute_breaks={("br", "page"): "\f"},
)
_SLIDE = Vocabulary(text_in=frozenset({"t"}), ends={"p": "\n", "br": "\n"})
_STRINGS = Vocabulary(
    text_in=frozenset({"t"}), skipped=frozenset({"rPh"}), ends={"si": "\n", "is": "\n"}
)
_SHEET_MARGINS = Vocabulary(
    text_in=frozenset({"oddHeader", "evenHeader", "firstHeader", "oddFooter", "firstFooter"}),
    ends={"oddHeader": "\n", "evenHeader": "\n", "firstHeader": "\n", "oddFooter": "\n"},
)
_ODF = Vocabulary(
    text_in=frozenset({"p", "h"}),
    skipped=frozenset({"tracked-changes", "annotation", "notes"}),
    ends={"p": "\n", "h": "\n", "s": " ", "tab": "\t", "line-break": "\n", "page": "\f"},
)
_MANIFEST = Vocabulary(text_in=frozenset(), ends={"encryption-data": "locked"})
_FIELDS = {"title": "title", "creator": "author", "Company": "company"}

#: Codes in a sheet's header: alignment, fonts, sizes and fields.
_MARGIN_CODES = re.compile(r'&(?:"[^"]*"|\d{1,3}|[A-Z])')
_MARGIN_PARTS = 8
_TABLE_CHARS = 6000

_TROUBLE = (OSError, *ZIP_TROUBLE)


def read_ooxml(path: Path, kind: FileKind) -> Reading:
    """Read a .docx, .xlsx or .pptx. Raises ``Unreadable``."""
    try:
        with zipfile.ZipFile(path) as package:
            names = package.namelist()
            for part in (r"(?i)\[content_types\]\.xml", r"(?i)_rels[/\\]\.rels"):
                _main(names, part)  # without it no program opens the package
            if kind is FileKind.WORD:
                return with_chunks(path, _word(package, names), _WORD)
            if kind is FileKind.SHEET:
                return _sheets(package, names)
            return _slides(package, names)
    except _TROUBLE as error:
        raise Unreadable from error


def read_word_xml(path: Path) -> Reading:
    """Read a Word document in one XML file. Raises ``Unreadable``."""
    with path.open("rb") as stream:
        return Reading(paged(text_of(stream, _WORD)))


def read_opendocument(path: Path, kind: FileKind) -> Reading:
    """Read an .odt, .ods or .odp. Raises ``Unreadable``."""
    try:
        with zipfile.ZipFile(path) as package:
            names = package.namelist()
            if _part_text(package, names, "META-INF/manifest.xml", _MANIFEST):
                raise Unreadable(ProblemKind.PASSWORD_REQUIRED)
            if "content.xml" not in names:
                raise Unreadable
            text = _part_text(package, names, "content.xml", _ODF)
            margins = _part_text(package, names, "styles.xml", _ODF)
            properties = _properties(package, names, "meta.xml")
    except _TROUBLE as error:
        raise Unreadable from error
    return Reading(paged(text, margins=margins, official=kind is FileKind.WORD), properties)


def _word(package: zipfile.ZipFile, names: list[str]) -> Reading:
    text = _part_text(package, names, _main(names, r"word/document\d*\.xml"), _WORD)
    around = [n for n in names if re.fullmatch(r"word/(?:header|footer)\d*\.xml", n)]
    margins = "\n".join(_part_text(package, names, n, _WORD) for n in around[:_MARGIN_PARTS])
    properties = _properties(package, names, "docProps/core.xml", "docProps/app.xml")
    return Reading(paged(text, margins=margins), properties)


def _sheets(package: zipfile.ZipFile, names: list[str]) -> Reading:
    _main(names, r"xl/workbook\.(?:xml|bin)")
    text = _part_text(package, names, "xl/sharedStrings.xml", _STRINGS, _TABLE_CHARS)
    margins = ""
    sheets = sorted(n for n in names if re.fullmatch(r"xl/worksheets/sheet\d+\.xml", n))
    if sheets:
        if not text:
            text = _part_text(package, names, sheets[0], _STRINGS, _TABLE_CHARS)
        coded = _part_text(package, names, sheets[0], _SHEET_MARGINS)
        margins = _MARGIN_CODES.sub("\n", coded)
    properties = _properties(package, names, "docProps/core.xml", "docProps/app.xml")
    return Reading(paged(text, margins=margins, official=False), properties)


def _slides(package: zipfile.ZipFile, names: list[str]) -> Reading:
    _main(names, r"ppt/presentation\.xml")
    slides = [n for n in names if re.fullmatch(r"ppt/slides/slide\d+\.xml", n)]
    slides.sort(key=lambda name: int(re.sub(r"\D", "", name.rpartition("/")[2])))
    text = "\f".join(_part_text(package, names, name, _SLIDE) for name in slides[:3])
    properties = _properties(package, names, "docProps/core.xml", "docProps/app.xml")
    return Reading(paged(text, official=False), properties, page_count=len(slides) or None)


def _main(names: list[str], pattern: str) -> str:
    for name in names:
        if re.fullmatch(pattern, name, re.IGNORECASE):
            return name
    raise Unreadable


def _part_text(
    package: zipfile.ZipFile,
    names: list[str],
    part: str,
    vocabulary: Vocabulary,
    limit: int | None = None,
) -> str:
    if part not in names:
        return ""
    with package.open(part) as stream:
        return text_of(stream, vocabulary, limit) if limit else text_of(stream, vocabulary)


def _properties(package: zipfile.ZipFile, names: list[str], *parts: str) -> Properties:
    """The properties that we use; parts that are missing or broken say nothing."""
    found: dict[str, str] = {}
    for part in parts:
        for element, field in _FIELDS.items():
            vocabulary = Vocabulary(text_in=frozenset({element}))
            try:
                value = _part_text(package, names, part, vocabulary, 400).strip()
            except Unreadable:
                continue
            if value:
                found[field] = value
    return Properties(found.get("title", ""), found.get("author", ""), found.get("company", ""))
