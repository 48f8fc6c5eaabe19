"""Every word of a PDF: pages, remarks, fields, bookmarks, layers, properties, files inside."""

import io
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pypdfium2
from pikepdf import Array, Dictionary, Name, Stream

from app.pdf.attachments import content_of, embedded_streams
from app.secrecy.folding import TELLING
from app.secrecy.marks import Spot, Words
from app.secrecy.words.packages import Nested
from app.secrecy.words.raw import levels_in

_MOST_OBJECTS = 200_000
_LARGEST_FILE = 64 << 20
_TOP = 0.25


def words_in_pdf(source: Path | bytes, nested: Nested) -> Iterator[Words]:
    """The words of a PDF; a locked or broken one gives what can be read."""
    yield from page_words(source)
    try:
        with pikepdf.open(source if isinstance(source, Path) else io.BytesIO(source)) as pdf:
            yield from _strings(pdf)
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


def page_words(source: Path | bytes) -> Iterator[Words]:
    """What the pages show: their text, and once more what stands in the upper quarter."""
    try:
        document = pypdfium2.PdfDocument(source)
    except (pypdfium2.PdfiumError, OSError):
        return
    try:
        texts: list[str] = []
        for number in range(len(document)):
            text, top = _page(document, number)
            texts.append(text)
            if top:
                yield Words(Spot.PAGES, top)
        yield Words(Spot.PAGES, "\f".join(texts))
    finally:
        document.close()


def _page(document: pypdfium2.PdfDocument, number: int) -> tuple[str, str]:
    try:
        page = document[number]
        words = page.get_textpage()
    except pypdfium2.PdfiumError:
        return "", ""
    try:
        text = words.get_text_range().replace("\f", "\n")
        if not TELLING.search(text):
            return text, ""
        # A mark that is drawn last may still stand first.
        left, bottom, right, top = page.get_bbox()
        height = top - bottom
        return text, words.get_text_bounded(left, top - _TOP * height, right, top).replace(
            "\f", "\n"
        )
    except pypdfium2.PdfiumError:
        return "", ""
    finally:
        words.close()
        page.close()


def _strings(pdf: pikepdf.Pdf) -> Iterator[Words]:
    """Every string outside the pages' content, and what XML and scripts hold."""
    for number, obj in enumerate(pdf.objects):
        if number > _MOST_OBJECTS:
            return
        yield from _in_object(obj, 0)
        if isinstance(obj, Stream) and obj.get(Name.Type) == Name.Metadata:
            yield from levels_in(bytes(obj.read_bytes()))
    yield from _in_object(pdf.trailer.get(Name.Info), 0)


def _in_object(obj: object, depth: int) -> Iterator[Words]:
    if depth > 6:
        return
    if isinstance(obj, pikepdf.String):
        text = str(obj)
        if TELLING.search(text):
            yield Words(Spot.ALONE, text)
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
