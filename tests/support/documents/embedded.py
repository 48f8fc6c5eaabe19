"""Documents with files, links and pictures inside, made part by part."""

import struct
import zipfile
from collections.abc import Mapping
from pathlib import Path

from tests.support.compound import compound

_MAIN = "http://schemas.openxmlformats.org"
_TYPES = f"{_MAIN}/officeDocument/2006/relationships"
NAMESPACES = (
    f'xmlns:w="{_MAIN}/wordprocessingml/2006/main" xmlns:r="{_TYPES}" '
    f'xmlns:a="{_MAIN}/drawingml/2006/main" xmlns:p="{_MAIN}/presentationml/2006/main" '
    f'xmlns:pic="{_MAIN}/drawingml/2006/picture" '
    f'xmlns:wp="{_MAIN}/drawingml/2006/wordprocessingDrawing" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)
ODF_NAMESPACES = (
    " ".join(
        f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for prefix, name in (
            ("office", "office"),
            ("text", "text"),
            ("draw", "drawing"),
            ("table", "table"),
            ("style", "style"),
            ("svg", "svg-compatible"),
            ("fo", "xsl-fo-compatible"),
            ("presentation", "presentation"),
            ("manifest", "manifest"),
        )
    )
    + ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"'
)

_CONTENT_TYPES = """<?xml version="1.0" encoding="UTF-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Default Extension="bin" ContentType="application/vnd.openxmlformats-officedocument.oleObject"/>
<Default Extension="png" ContentType="image/png"/>
<Default Extension="html" ContentType="text/html"/>
<Default Extension="htm" ContentType="text/html"/>
<Default Extension="mht" ContentType="message/rfc822"/>
<Default Extension="rtf" ContentType="application/rtf"/>
<Default Extension="txt" ContentType="text/plain"/>
<Default Extension="docx" ContentType="application/vnd.openxmlformats-officedocument.\
wordprocessingml.document"/>
<Default Extension="xlsx" ContentType="application/vnd.openxmlformats-officedocument.\
spreadsheetml.sheet"/>
<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.\
wordprocessingml.document.main+xml"/>{overrides}
</Types>"""

#: A link from a part: (identifier, kind, target, outside).
Link = tuple[str, str, str, bool]

#: The smallest picture that there is.
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
    "0000000c4944415408d763f8ffff3f0005fe02fedccc59e70000000049454e44ae426082"
)


def bare_word(
    path: Path,
    body: str,
    links: tuple[Link, ...] = (),
    parts: Mapping[str, bytes | str] | None = None,
    more_links: Mapping[str, tuple[Link, ...]] | None = None,
    overrides: str = "",
) -> Path:
    """A .docx with this body, written as XML, and these links and parts."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", _CONTENT_TYPES.replace("{overrides}", overrides))
        package.writestr(
            "_rels/.rels", relationships((("rId1", "officeDocument", "word/document.xml", False),))
        )
        package.writestr(
            "word/document.xml",
            f"<w:document {NAMESPACES}><w:body>{body}<w:sectPr/></w:body></w:document>",
        )
        package.writestr("word/_rels/document.xml.rels", relationships(links))
        for name, data in (parts or {}).items():
            package.writestr(name, data)
        for source, others in (more_links or {}).items():
            package.writestr(source, relationships(others))
    return path


def relationships(links: tuple[Link, ...]) -> str:
    """A .rels part."""
    return (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        + "".join(
            f'<Relationship Id="{identifier}" Type="{_TYPES}/{kind}" Target="{target}"'
            + (' TargetMode="External"/>' if outside else "/>")
            for identifier, kind, target, outside in links
        )
        + "</Relationships>"
    )


def ole_object(identifier: str, program: str, *, icon: bool = True) -> str:
    """A paragraph with an embedded object."""
    aspect = "Icon" if icon else "Content"
    return (
        '<w:p><w:r><w:object><o:OLEObject Type="Embed" '
        f'ProgID="{program}" DrawAspect="{aspect}" r:id="{identifier}"/></w:object></w:r></w:p>'
    )


def picture(**links: str) -> str:
    """A paragraph with a picture; ``embed`` and ``link`` name its relationships."""
    named = " ".join(f'r:{name}="{identifier}"' for name, identifier in links.items())
    return (
        '<w:p><w:r><w:drawing><wp:inline><wp:extent cx="900000" cy="900000"/>'
        '<wp:docPr id="1" name="1"/><a:graphic><a:graphicData '
        'uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>'
        '<pic:cNvPr id="1" name="1"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
        f"<a:blip {named}/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr>"
        '<a:xfrm><a:off x="0" y="0"/><a:ext cx="900000" cy="900000"/></a:xfrm>'
        '<a:prstGeom prst="rect"/></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline>'
        "</w:drawing></w:r></w:p>"
    )


def packed_file(name: str, content: bytes, *, wide: bool = False) -> bytes:
    """An ``Ole10Native`` stream that packs a file, its name in GBK and, if asked, in Unicode."""
    ansi = name.encode("gb18030")
    path = b"C:\\temp\\" + ansi
    body = struct.pack("<H", 2) + ansi + b"\0" + path + b"\0" + struct.pack("<HH", 0, 3)
    body += struct.pack("<I", len(path) + 1) + path + b"\0"
    body += struct.pack("<I", len(content)) + content
    if wide:
        for text in (f"C:\\temp\\{name}", name, f"C:\\docs\\{name}"):
            body += struct.pack("<I", len(text)) + text.encode("utf-16-le")
    return struct.pack("<I", len(body)) + body


def stored_object(folder: Path, streams: Mapping[str, bytes]) -> bytes:
    """The bytes of an object's own compound file."""
    path = compound(folder / "object.bin", streams)
    data = path.read_bytes()
    path.unlink()
    return data


def bare_open_document(
    path: Path,
    family: str,
    body: str,
    parts: Mapping[str, bytes | str] | None = None,
    media_types: Mapping[str, str] | None = None,
    automatic: str = "",
) -> Path:
    """An OpenDocument file with this body and these parts; ``automatic`` are its styles."""
    media_type = f"application/vnd.oasis.opendocument.{family}"
    entries = {"/": media_type, "content.xml": "text/xml", **(media_types or {})}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("mimetype", media_type, zipfile.ZIP_STORED)
        package.writestr(
            "content.xml",
            f'<office:document-content {ODF_NAMESPACES} office:version="1.2">'
            f"<office:automatic-styles>{automatic}</office:automatic-styles>"
            f"<office:body><office:{family}>{body}</office:{family}></office:body>"
            "</office:document-content>",
        )
        package.writestr(
            "META-INF/manifest.xml",
            f'<manifest:manifest {ODF_NAMESPACES} manifest:version="1.2">'
            + "".join(
                f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="{kind}"/>'
                for name, kind in entries.items()
            )
            + "</manifest:manifest>",
        )
        for name, data in (parts or {}).items():
            package.writestr(name, data)
    return path


#: Who made a change in a Word document, and when.
_BY = 'w:author="审核人甲" w:date="2021-04-01T09:00:00Z"'


def paragraph(*inside: str, mark: str = "") -> str:
    """A paragraph of runs; ``mark`` says what became of its end."""
    properties = f"<w:pPr><w:rPr>{mark}</w:rPr></w:pPr>" if mark else ""
    return f"<w:p>{properties}{''.join(inside)}</w:p>"


def run(text: str, properties: str = "") -> str:
    """A run of text."""
    look = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{text}</w:t></w:r>'


def deleted(text: str = "") -> str:
    """A tracked deletion; without text, that of a paragraph's end or a row."""
    if not text:
        return f'<w:del w:id="1" {_BY}/>'
    return f'<w:del w:id="1" {_BY}><w:r><w:delText>{text}</w:delText></w:r></w:del>'


def inserted(text: str) -> str:
    """A tracked insertion."""
    return f'<w:ins w:id="2" {_BY}>{run(text)}</w:ins>'


def text_box(*paragraphs: str) -> str:
    """A run with a text box."""
    return (
        '<w:r><w:pict><v:shape style="width:200pt;height:60pt"><v:textbox><w:txbxContent>'
        f"{''.join(paragraphs)}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )


def table(*rows: str) -> str:
    """A table of one column; a row is what its cell holds, or ready XML of a row."""
    made = (
        each
        if each.startswith("<w:tr>")
        else f'<w:tr><w:tc><w:tcPr><w:tcW w:w="4000" w:type="dxa"/></w:tcPr>{each}</w:tc></w:tr>'
        for each in rows
    )
    return f'<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="4000"/></w:tblGrid>{"".join(made)}</w:tbl>'


def chunk(identifier: str) -> str:
    """The place of a foreign part (altChunk) in a body."""
    return f'<w:altChunk r:id="{identifier}"/>'
