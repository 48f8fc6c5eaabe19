"""Every word of a PDF: pages, remarks, fields, bookmarks, layers, properties, files inside."""

import io
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream

from app.mark_search.packages import Nested
from app.mark_search.placed import PlacedGlyph, columns, standing_apart
from app.mark_search.raw import TELLING as TELLING_BYTES
from app.mark_search.raw import levels_in
from app.mark_search.xml import words_in_xml
from app.pdf.attachments import content_of, embedded_streams
from app.pdfium import pypdfium2
from app.pdfium import raw as pdfium
from app.secrecy.folding import TELLING
from app.secrecy.marks import Spot, Words

_MOST_OBJECTS = 200_000
_DEEPEST = 60
_TAGS = re.compile(r"<[^<>]*>")
_LARGEST_FILE = 64 << 20
_TOP = 0.25
_LARGEST_CONTENT = 16 << 20
_MOST_DRAWINGS = 500
_MOST_GLYPHS = 20_000
_WIDE = 3000
_SHEET = Array([0, 0, _WIDE, _WIDE])
_SHOWS = re.compile(rb"\bT[jJ]\b|[\'\"]\s")
#: Text that a reader shows or copies in place of what is drawn.
_ACTUAL = re.compile(rb"/(?:ActualText|Alt|E)\s*(<[0-9A-Fa-f\s]*>|\((?:\\.|[^\\)])*\))")
#: Streams of these hold no words.
_WORDLESS = frozenset(
    {"/Image", "/XRef", "/ObjStm", "/Type1C", "/CIDFontType0C", "/OpenType", "/XML"}
)


def words_in_pdf(source: Path | bytes, nested: Nested) -> Iterator[Words]:
    """The words of a PDF; a locked or broken one gives what can be read."""
    shown = list(page_words(source))
    yield from shown
    try:
        with pikepdf.open(source if isinstance(source, Path) else io.BytesIO(source)) as pdf:
            yield from _strings(pdf)
            if not shown:
                # What only a program that mends PDFs can open speaks once it is mended.
                yield from page_words(_written(pdf))
            yield from _drawn_apart(pdf)
            for name, stream in embedded_streams(pdf):
                yield Words(Spot.NAME, name)
                content = content_of(stream, _LARGEST_FILE)
                if content:
                    yield from nested(content)
    except (
        pikepdf.PdfError,
        pikepdf.PasswordError,
        RuntimeError,
        ValueError,
        TypeError,
        NotImplementedError,
        OSError,
    ):
        return


def _written(pdf: pikepdf.Pdf) -> bytes:
    target = io.BytesIO()
    pdf.save(target)
    return target.getvalue()


def _drawn_apart(pdf: pikepdf.Pdf) -> Iterator[Words]:
    """What is drawn, but not by a page: remarks, fields, stamps, templates, leftovers.

    Each such drawing is made a page of its own and read as one.
    """
    pages = {page.obj.objgen for page in pdf.pages}
    with pikepdf.new() as apart:
        for number, obj in enumerate(pdf.objects):
            if number > _MOST_OBJECTS or len(apart.pages) >= _MOST_DRAWINGS:
                break
            if isinstance(obj, Stream):
                if obj.get(Name.Subtype) == Name.Form and _SHOWS.search(_content(obj)):
                    _as_page(apart, obj)
            elif (
                isinstance(obj, Dictionary)
                and obj.get(Name.Type) == Name.Page
                and obj.objgen not in pages
            ):
                page = pdf.make_indirect(Dictionary(Type=Name.Page, MediaBox=_SHEET))
                for key in (Name.Resources, Name.Contents):
                    if key in obj:
                        page[key] = obj[key]
                apart.pages.append(pikepdf.Page(apart.copy_foreign(page)))
        if len(apart.pages) > 0:
            yield from page_words(_written(apart))


def _as_page(apart: pikepdf.Pdf, form: Stream) -> None:
    page = apart.add_blank_page(page_size=(_WIDE, _WIDE))
    name = page.add_resource(apart.copy_foreign(form), Name.XObject)
    page.Contents = apart.make_stream(f"q {name} Do Q".encode("ascii"))


def _content(stream: Stream) -> bytes:
    return content_of(stream, _LARGEST_CONTENT) or b""


def page_words(source: Path | bytes) -> Iterator[Words]:
    """What the pages show: their text, and once more what stands in the upper quarter."""
    try:
        document = pypdfium2.PdfDocument(source)
    except (pypdfium2.PdfiumError, OSError):
        return
    try:
        yield from document_words(document)
    finally:
        document.close()


def document_words(document: pypdfium2.PdfDocument) -> Iterator[Words]:
    """``page_words`` of an open document: by place first, the whole text last."""
    texts: list[str] = []
    for number in range(len(document)):
        text, others = _page(document, number)
        texts.append(text)
        yield from others
    yield Words(Spot.PAGES, "\f".join(texts))


def _page(document: pypdfium2.PdfDocument, number: int) -> tuple[str, list[Words]]:
    """The text of a page, and what its places tell besides."""
    try:
        page = document[number]
        words = page.get_textpage()
    except pypdfium2.PdfiumError:
        return "", []
    try:
        text = words.get_text_range().replace("\f", "\n")
        if not TELLING.search(text):
            return text, []
        # A mark that is drawn last may still stand first.
        left, bottom, right, top = page.get_bbox()
        height = top - bottom
        head = words.get_text_bounded(left, top - _TOP * height, right, top).replace("\f", "\n")
        return text, [Words(Spot.PAGES, head), *_by_place(page, words)]
    except pypdfium2.PdfiumError:
        return "", []
    finally:
        words.close()
        page.close()


def _by_place(page: pypdfium2.PdfPage, words: pypdfium2.PdfTextPage) -> Iterator[Words]:
    """Columns of characters, and levels that stand apart; see ``placed``."""
    _, height = page.get_size()
    glyphs = list(_glyphs(page, words))
    column = "\n".join(columns(glyphs))
    if column:
        yield Words(Spot.PAGES, column)
    apart = "\n".join(standing_apart(glyphs, height))
    if apart:
        yield Words(Spot.ALONE, apart)


def _glyphs(page: pypdfium2.PdfPage, words: pypdfium2.PdfTextPage) -> Iterator[PlacedGlyph]:
    """The characters with their places as they are seen, the page turned."""
    left, bottom, right, top = page.get_mediabox()
    turned = page.get_rotation()
    for number in range(min(words.count_chars(), _MOST_GLYPHS)):
        text = chr(pdfium.FPDFText_GetUnicode(words.raw, number)).strip()
        if not text or text == "\ufffe":
            continue
        x0, y0, x1, y1 = words.get_charbox(number, loose=True)
        if turned == 90:
            x0, y0, x1, y1 = y0 - bottom, right - x1, y1 - bottom, right - x0
        elif turned == 180:
            x0, y0, x1, y1 = right - x1, top - y1, right - x0, top - y0
        elif turned == 270:
            x0, y0, x1, y1 = top - y1, x0 - left, top - y0, x1 - left
        else:
            x0, y0, x1, y1 = x0 - left, y0 - bottom, x1 - left, y1 - bottom
        yield PlacedGlyph(text, x0, y0, x1, y1)


def _strings(pdf: pikepdf.Pdf) -> Iterator[Words]:
    """Every string outside the pages' content, and what XML and scripts hold."""
    for number, obj in enumerate(pdf.objects):
        if number > _MOST_OBJECTS:
            return
        yield from _in_object(obj, 0)
        if isinstance(obj, Stream):
            yield from _in_stream(obj)
    yield from _in_object(pdf.trailer.get(Name.Info), 0)


def _in_stream(stream: Stream) -> Iterator[Words]:
    """What a stream says outside pages: properties, forms, scripts, values of fields."""
    kinds = {str(stream.get(key)) for key in (Name.Type, Name.Subtype)}
    metadata = stream.get(Name.Type) == Name.Metadata
    if not metadata and (kinds & _WORDLESS or Name.Length1 in stream):
        return
    data = _content(stream)
    for found in _ACTUAL.findall(data) if b"ActualText" in data or b"/Alt" in data else ():
        with suppress(pikepdf.PdfError, ValueError):
            yield Words(Spot.ALONE, str(pikepdf.Object.parse(found)))
    if not TELLING_BYTES.search(data):
        return
    head = data[:256].lstrip(b"\xef\xbb\xbf\xff\xfe\x00 \r\n\t")
    if head.startswith(b"<"):
        yield from words_in_xml(data, fields=True)
    yield from levels_in(data)


def _texts_of(string: pikepdf.String) -> Iterator[str]:
    """A string as the standard reads it, and as careless programs write it."""
    yield str(string)
    raw = bytes(string)
    if not raw.startswith((b"\xfe\xff", b"\xef\xbb\xbf")) and not raw.isascii():
        for coding in ("utf-8", "gb18030"):
            with suppress(UnicodeDecodeError):
                yield raw.decode(coding)


def _in_object(obj: object, depth: int) -> Iterator[Words]:
    if depth > _DEEPEST:
        return
    if isinstance(obj, (pikepdf.String, Name)):
        texts = [str(obj).lstrip("/")] if isinstance(obj, Name) else _texts_of(obj)
        for text in texts:
            if TELLING.search(text):
                yield Words(Spot.ALONE, _TAGS.sub("\n", text))
    elif isinstance(obj, (Dictionary, Stream)):
        for key, value in obj.items():
            if TELLING.search(key):
                yield Words(Spot.ALONE, key.lstrip("/"))
            if not _indirect(value):
                yield from _in_object(value, depth + 1)
    elif isinstance(obj, Array):
        for value in obj:
            if not _indirect(value):
                yield from _in_object(value, depth + 1)


def _indirect(value: object) -> bool:
    return isinstance(value, pikepdf.Object) and value.is_indirect
