"""Plain text in a form that LibreOffice always reads correctly.

LibreOffice guesses a text file's encoding by the machine's language; here the encoding is found
first, and the text travels inside an XML file, so that Chinese never comes out garbled.
"""

import itertools
import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import TextIO
from unicodedata import category
from xml.sax.saxutils import escape

from app.filetypes import likely_encoding
from app.rare_characters import without_rare_characters
from app.typesetting.fonts import FontRole, base_font_name, glyph
from app.typesetting.office_fonts import KAI, SERIF

#: What ends a line in a text file; a form feed ends a page as well.
_LINE_END = re.compile("\r\n|[\n\r\v\x85\u2028\u2029]")
_READ = 64 * 1024
#: A longer paragraph is cut: LibreOffice lays out millions of characters for minutes.
_LONGEST_PARAGRAPH = 20_000

_TEXT_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<office:document office:version="1.2"'
    ' office:mimetype="application/vnd.oasis.opendocument.text"'
    ' xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    ' xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'
    ' xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0">'
    '<office:font-face-decls><style:font-face style:name="F" svg:font-family="仿宋_GB2312"/>'
    f'<style:font-face style:name="{SERIF}" svg:font-family="{SERIF}"/>'
    f'<style:font-face style:name="{KAI}" svg:font-family="{KAI}"/>'
    "</office:font-face-decls>"
    '<office:styles><style:default-style style:family="paragraph"><style:paragraph-properties'
    ' fo:line-height="150%" style:line-break="strict" style:tab-stop-distance="48pt"/>'
    "<style:text-properties"
    ' style:font-name="F" style:font-name-asian="F" fo:font-size="12pt"'
    ' style:font-size-asian="12pt" fo:language="zh" fo:country="CN" style:language-asian="zh"'
    ' style:country-asian="CN"/></style:default-style></office:styles>'
    "<office:automatic-styles>"
    '<style:style style:name="B" style:family="paragraph"><style:paragraph-properties'
    ' fo:break-before="page"/></style:style>'
    f'<style:style style:name="S" style:family="text"><style:text-properties'
    f' style:font-name="{SERIF}" style:font-name-asian="{SERIF}"/></style:style>'
    f'<style:style style:name="K" style:family="text"><style:text-properties'
    f' style:font-name="{KAI}" style:font-name-asian="{KAI}"/></style:style>'
    '<style:page-layout style:name="P"><style:page-layout-properties'
    ' fo:page-width="210mm" fo:page-height="297mm" fo:margin="25mm"/></style:page-layout>'
    "</office:automatic-styles>"
    '<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="P"/>'
    "</office:master-styles><office:body><office:text>"
)
_TEXT_TAIL = "</office:text></office:body></office:document>"


def write_text_document(source: Path, target: Path) -> None:
    """Write a text file as a flat OpenDocument text, line for line; form feeds end pages."""
    encoding = likely_encoding(source)
    with (
        source.open(encoding=encoding, errors="replace", newline="") as text,
        target.open("w", encoding="utf-8") as document,
    ):
        document.write(_TEXT_HEAD)
        for style, line in _paragraphs(text):
            start = f'<text:p text:style-name="{style}">' if style else "<text:p>"
            document.write(f"{start}{_marked_up(line.rstrip())}</text:p>")
        document.write(_TEXT_TAIL)


def _paragraphs(text: TextIO) -> Iterator[tuple[str, str]]:
    """Yield each paragraph with the style that it begins in: "B" begins a page."""
    style = ""
    for line in _lines(text):
        first, *following = line.split("\f")
        for begins_page, part in ((False, first), *((True, part) for part in following)):
            style = "B" if begins_page else style
            if not part and following:
                continue
            for start in range(0, max(len(part), 1), _LONGEST_PARAGRAPH):
                yield style, part[start : start + _LONGEST_PARAGRAPH]
                style = ""


def _lines(text: TextIO) -> Iterator[str]:
    rest = ""
    while block := text.read(_READ):
        # A carriage return at the end may belong to a line feed not read yet.
        block += text.read(1) if block.endswith("\r") else ""
        *lines, rest = _LINE_END.split(rest + block)
        yield from lines
    if rest:
        yield rest


def _marked_up(line: str) -> str:
    """Escape a line; runs of spaces and tabs keep their width."""
    out: list[str] = []
    # Control characters are no XML; spaces of every width are.
    line = "".join(c for c in line if c == "\t" or category(c) not in {"Cc", "Cs"})
    for space, group in itertools.groupby(
        without_rare_characters(line, faces_named=True), key=lambda character: character in " \t"
    ):
        if space:
            out += [
                "<text:tab/>" if character == "\t" else f'<text:s text:c="{len(list(run))}"/>'
                for character, run in itertools.groupby(group)
            ]
        else:
            out += _spans(group)
    return "".join(out)


def _spans(words: Iterator[str]) -> Iterator[str]:
    """Name the face of each character that the text's own lacks.

    LibreOffice's own choice fails where a line needs two of them.
    """
    for style, group in itertools.groupby(words, key=_face):
        piece = escape("".join(group))
        yield f'<text:span text:style-name="{style}">{piece}</text:span>' if style else piece


@lru_cache(maxsize=1 << 14)
def _face(character: str) -> str:
    if character.isascii():
        return ""
    name = glyph(FontRole.BODY, character).font_name
    if name in ("", base_font_name(FontRole.BODY)):
        return ""
    return "S" if name == base_font_name(FontRole.TABLE) else "K"
