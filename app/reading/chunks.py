"""The words of foreign parts (altChunk) in a Word document, at the place where readers see them."""

import io
from dataclasses import replace
from pathlib import Path

from app.filetypes import decode
from app.findings.errors import NotLookedThrough
from app.findings.word_package import chunks, form_of_chunk, main_part
from app.findings.xml_parts import TROUBLE, Package, Relationship
from app.reading.loose import html_in, rtf_in, web_archive_in
from app.reading.markup import Vocabulary, text_of
from app.reading.model import Reading, Unreadable, paged

#: What stands in the text where a part belongs; no document holds it as a character.
PLACE = "\x1a"
_MOST = 4 << 20


def with_chunks(path: Path, reading: Reading, vocabulary: Vocabulary) -> Reading:
    """The reading of a ``.docx`` with the words of its parts in their places.

    ``vocabulary`` reads the XML of Word. A part that cannot be read has no words.
    """
    pages = reading.pages
    text = f"{pages.first}\f{pages.following}" if pages.following else pages.first
    if PLACE not in text:
        return reading
    try:
        with Package(path) as package:
            for chunk in chunks(package, main_part(package)):
                text = text.replace(PLACE, f"\n{_words(package, chunk, vocabulary)}\n", 1)
    except (NotLookedThrough, *TROUBLE):
        pass
    cut = paged(text.replace(PLACE, ""), margins=pages.margins)
    return replace(reading, pages=cut)


def _words(package: Package, chunk: Relationship, vocabulary: Vocabulary) -> str:
    try:
        form = form_of_chunk(chunk, package)
        data = package.read(chunk.target, _MOST) if form else b""
        match form:
            case ".docx":
                return _word(data, vocabulary).replace(PLACE, "")
            case ".html":
                return _all(html_in(data))
            case ".mht":
                return _all(web_archive_in(data))
            case ".rtf":
                return _all(rtf_in(data))
        decoded = decode(data)
        return decoded.text if decoded is not None else ""
    except (Unreadable, NotLookedThrough, *TROUBLE):
        return ""


def _word(data: bytes, vocabulary: Vocabulary) -> str:
    with Package(io.BytesIO(data)) as inner, inner.open(main_part(inner)) as stream:
        return text_of(stream, vocabulary)


def _all(reading: Reading) -> str:
    return f"{reading.pages.first}{reading.pages.following}"
