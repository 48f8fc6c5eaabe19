"""Documents that refer to files outside themselves, in every way a format knows.

Each maker takes the address of a folder (as a path, a URL, a network share) in which the files of
``plant`` lie, and returns the bytes of one document that wants them.
"""

import base64
import gzip
import io
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

from PIL import Image

#: A word and a colour that stand nowhere but in the planted files.
WORD = "KANARIENVOGEL"
COLOUR = (209, 35, 123)

Maker = Callable[[str], bytes]

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_XML = '<?xml version="1.0" encoding="UTF-8"?>'
_W = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    f'xmlns:r="{_OFFICE}" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main"'
)
_P = (
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    f'xmlns:r="{_OFFICE}" xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main"'
)
_S = f'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="{_OFFICE}"'
_ODF_NAMES = (
    "office", "text", "table", "style", "meta", "presentation", "form", "script", "config",
    "chart", "database",
)  # fmt: skip
_ODF = (
    " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in _ODF_NAMES
    )
    + ' xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"'
    ' xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'
    ' xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"'
    ' xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2"'
    ' xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"'
    ' xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'
    ' xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"'
    ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:xforms="http://www.w3.org/2002/xforms" office:version="1.2"'
)
_SVG = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'


def plant(folder: Path) -> None:
    """Write the files that are wanted: pictures, texts, a workbook, a sound."""
    folder.mkdir(parents=True, exist_ok=True)
    Image.new("RGB", (60, 60), COLOUR).save(folder / "canary.png")
    colour = "#{:02x}{:02x}{:02x}".format(*COLOUR)
    drawing = (
        f'<svg {_SVG} width="60" height="60"><rect id="c" width="60" height="60" fill="{colour}"/>'
        f'<text y="20">{WORD}</text></svg>'
    )
    (folder / "canary.svg").write_text(drawing)
    (folder / "canary.txt").write_text(f"{WORD}\n{WORD}\n")
    (folder / "canary.csv").write_text(f"{WORD},{WORD}\n")
    page = f"<html><body><table><tr><td>{WORD}</td></tr></table></body></html>"
    (folder / "canary.html").write_text(page)
    (folder / "canary.css").write_text(f'body::before {{content: "{WORD}"}} p {{color: {colour}}}')
    (folder / "canary.rtf").write_text(rf"{{\rtf1 {WORD}\par}}")
    (folder / "canary.wav").write_bytes(b"RIFF\x24\0\0\0WAVEfmt ")
    (folder / "canary.odt").write_bytes(odt(f"<text:p>{WORD}</text:p>"))
    cell = (
        f'<table:table-cell office:value-type="string"><text:p>{WORD}</text:p></table:table-cell>'
    )
    row = f"<table:table-row>{cell}</table:table-row>"
    table = f'<table:table table:name="Sheet1">{row}</table:table>'
    (folder / "canary.ods").write_bytes(ods(table))
    (folder / "canary.docx").write_bytes(docx(f"<w:p><w:r><w:t>{WORD}</w:t></w:r></w:p>"))


def names_of(element: str) -> str:
    """The suffix that the file of a maker bears."""
    return element.partition(" ")[0]


# --- packages ------------------------------------------------------------------------------------


def package(parts: Mapping[str, str | bytes]) -> bytes:
    """Zip parts; the type of an OpenDocument file comes first and plain."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as written:
        for name, content in parts.items():
            stored = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            written.writestr(zipfile.ZipInfo(name), content, compress_type=stored)
    return file.getvalue()


def _relationships(links: list[tuple[str, str, str, bool]]) -> str:
    inner = "".join(
        f'<Relationship Id="{i}" Type="{kind if ":" in kind else f"{_OFFICE}/{kind}"}" '
        f'Target="{_quoted(target)}"' + (' TargetMode="External"' if outside else "") + "/>"
        for i, kind, target, outside in links
    )
    return f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">{inner}</Relationships>'


def _quoted(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")


Link = tuple[str, str, str, bool]


def docx(
    body: str,
    links: list[Link] | None = None,
    parts: Mapping[str, str | bytes] | None = None,
    before: str = "",
    doctype: str = "",
) -> bytes:
    """A Word document with a sentence of its own before ``body``."""
    own = "<w:p><w:r><w:t>本县材料</w:t></w:r></w:p>"
    document = f"{_XML}{doctype}<w:document {_W}>{before}<w:body>{own}{body}<w:sectPr/></w:body>"
    return package(
        {
            "[Content_Types].xml": _types(
                {"/word/document.xml": "wordprocessingml.document.main+xml"}, parts or {}
            ),
            "_rels/.rels": _relationships([("m", "officeDocument", "word/document.xml", False)]),
            "word/document.xml": f"{document}</w:document>",
            "word/_rels/document.xml.rels": _relationships(links or []),
            **(parts or {}),
        }
    )


_KNOWN_TYPES = {
    "webSettings.xml": "wordprocessingml.webSettings+xml",
    "settings.xml": "wordprocessingml.settings+xml",
    "connections.xml": "spreadsheetml.connections+xml",
    "queryTable1.xml": "spreadsheetml.queryTable+xml",
    "externalLink1.xml": "spreadsheetml.externalLink+xml",
    "drawing1.xml": "drawing+xml",
    "sheet1.xml": "spreadsheetml.worksheet+xml",
    "slide1.xml": "presentationml.slide+xml",
}


def _types(main: Mapping[str, str], parts: Mapping[str, str | bytes]) -> str:
    known = {
        f"/{name}": _KNOWN_TYPES[name.rpartition("/")[2]]
        for name in parts
        if name.rpartition("/")[2] in _KNOWN_TYPES
    }
    kinds = {
        "rels": "application/vnd.openxmlformats-package.relationships+xml",
        "xml": "application/xml", "png": "image/png", "svg": "image/svg+xml",
        "jpeg": "image/jpeg", "eps": "image/x-eps", "html": "text/html", "rtf": "application/rtf",
        "mht": "message/rfc822", "odt": "application/vnd.oasis.opendocument.text",
        "bin": "application/vnd.openxmlformats-officedocument.oleObject",
        "vml": "application/vnd.openxmlformats-officedocument.vmlDrawing",
        "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    }  # fmt: skip
    defaults = "".join(f'<Default Extension="{k}" ContentType="{v}"/>' for k, v in kinds.items())
    prefix = "application/vnd.openxmlformats-officedocument."
    overrides = "".join(
        f'<Override PartName="{name}" ContentType="{prefix}{kind}"/>'
        for name, kind in {**known, **main}.items()
    )
    return f'{_XML}<Types xmlns="{_PACKAGE}/content-types">{defaults}{overrides}</Types>'


def xlsx(
    sheet: str,
    links: list[Link] | None = None,
    parts: Mapping[str, str | bytes] | None = None,
    book: str = "",
    book_links: list[Link] | None = None,
    after: str = "",
) -> bytes:
    """A workbook with one sheet; ``sheet`` are its rows."""
    own = '<row r="1"><c r="A1" t="inlineStr"><is><t>本县材料</t></is></c></row>'
    return package(
        {
            "[Content_Types].xml": _types(
                {
                    "/xl/workbook.xml": "spreadsheetml.sheet.main+xml",
                    "/xl/worksheets/sheet1.xml": "spreadsheetml.worksheet+xml",
                },
                parts or {},
            ),
            "_rels/.rels": _relationships([("m", "officeDocument", "xl/workbook.xml", False)]),
            "xl/workbook.xml": f'{_XML}<workbook {_S}><sheets><sheet name="Sheet1" sheetId="1" '
            f'r:id="s1"/></sheets>{book}</workbook>',
            "xl/_rels/workbook.xml.rels": _relationships(
                [("s1", "worksheet", "worksheets/sheet1.xml", False), *(book_links or [])]
            ),
            "xl/worksheets/sheet1.xml": f"{_XML}<worksheet {_S}><sheetData>{own}{sheet}"
            f"</sheetData>{after}</worksheet>",
            "xl/worksheets/_rels/sheet1.xml.rels": _relationships(links or []),
            **(parts or {}),
        }
    )


def pptx(
    shapes: str,
    links: list[Link] | None = None,
    parts: Mapping[str, str | bytes] | None = None,
    background: str = "",
) -> bytes:
    """A presentation with one slide."""
    own = (
        '<p:sp><p:nvSpPr><p:cNvPr id="9" name="t"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>'
        '<a:xfrm><a:off x="0" y="0"/><a:ext cx="3000000" cy="900000"/></a:xfrm>'
        '<a:prstGeom prst="rect"/></p:spPr><p:txBody><a:bodyPr/><a:p><a:r><a:t>本县材料</a:t>'
        "</a:r></a:p></p:txBody></p:sp>"
    )
    head = (
        '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>'
    )
    return package(
        {
            "[Content_Types].xml": _types(
                {
                    "/ppt/presentation.xml": "presentationml.presentation.main+xml",
                    "/ppt/slides/slide1.xml": "presentationml.slide+xml",
                },
                parts or {},
            ),
            "_rels/.rels": _relationships([("m", "officeDocument", "ppt/presentation.xml", False)]),
            "ppt/presentation.xml": f"{_XML}<p:presentation {_P}><p:sldIdLst>"
            '<p:sldId id="256" r:id="s1"/></p:sldIdLst><p:sldSz cx="9144000" cy="6858000"/>'
            "</p:presentation>",
            "ppt/_rels/presentation.xml.rels": _relationships(
                [("s1", "slide", "slides/slide1.xml", False)]
            ),
            "ppt/slides/slide1.xml": f"{_XML}<p:sld {_P}><p:cSld>{background}<p:spTree>{head}{own}"
            f"{shapes}</p:spTree></p:cSld></p:sld>",
            "ppt/slides/_rels/slide1.xml.rels": _relationships(links or []),
            **(parts or {}),
        }
    )


def _content(
    kind: str, body: str, automatic: str = "", styles: str = "", tag: str = "document-content"
) -> str:
    return (
        f"{_XML}<office:{tag} {_ODF}><office:styles>{styles}</office:styles>"
        f"<office:automatic-styles>{automatic}</office:automatic-styles>"
        f"<office:body><office:{kind}>{body}</office:{kind}></office:body></office:{tag}>"
    )


def _odf(
    kind: str, body: str, automatic: str, styles: str, parts: Mapping[str, str | bytes]
) -> bytes:
    media = f"application/vnd.oasis.opendocument.{kind}"
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="{media_type}"/>'
        for name, media_type in {
            "/": media,
            "content.xml": "text/xml",
            "styles.xml": "text/xml",
            **dict.fromkeys(parts, ""),
        }.items()
    )
    space = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
    content = f"{_XML}<office:document-content {_ODF}><office:automatic-styles>{automatic}"
    return package(
        {
            "mimetype": media,
            "META-INF/manifest.xml": f'{_XML}<manifest:manifest xmlns:manifest="{space}">'
            f"{entries}</manifest:manifest>",
            "content.xml": f"{content}</office:automatic-styles><office:body><office:{kind}>{body}"
            f"</office:{kind}></office:body></office:document-content>",
            "styles.xml": f"{_XML}<office:document-styles {_ODF}><office:styles>{styles}"
            "</office:styles></office:document-styles>"
            if "<office:" not in styles
            else f"{_XML}<office:document-styles {_ODF}>{styles}</office:document-styles>",
            **parts,
        }
    )


_OWN = "<text:p>本县材料</text:p>"
_OWN_SHEET = (
    '<table:table table:name="本表"><table:table-row><table:table-cell '
    f'office:value-type="string">{_OWN}</table:table-cell></table:table-row></table:table>'
)
_OWN_BOX = (
    '<draw:frame svg:x="1cm" svg:y="1cm" svg:width="9cm" svg:height="2cm"><draw:text-box>'
    f"{_OWN}</draw:text-box></draw:frame>"
)


def odt(
    body: str,
    automatic: str = "",
    styles: str = "",
    parts: Mapping[str, str | bytes] | None = None,
) -> bytes:
    """An OpenDocument text."""
    return _odf("text", _OWN + body, automatic, styles, parts or {})


def ods(
    body: str,
    automatic: str = "",
    styles: str = "",
    parts: Mapping[str, str | bytes] | None = None,
) -> bytes:
    """An OpenDocument workbook; ``body`` are its tables."""
    return _odf("spreadsheet", _OWN_SHEET + body, automatic, styles, parts or {})


def odp(
    body: str,
    automatic: str = "",
    styles: str = "",
    parts: Mapping[str, str | bytes] | None = None,
    page: str = "",
) -> bytes:
    """An OpenDocument presentation; ``body`` are the shapes of its page."""
    layout = (
        '<style:page-layout style:name="L"><style:page-layout-properties fo:page-width="28cm" '
        'fo:page-height="21cm"/></style:page-layout>'
    )
    master = '<style:master-page style:name="M" style:page-layout-name="L"/>'
    styles = (
        f"<office:styles>{styles}</office:styles><office:automatic-styles>{layout}"
        f"</office:automatic-styles><office:master-styles>{master}</office:master-styles>"
    )
    shown = (
        f'<draw:page draw:name="p" draw:master-page-name="M" {page}>{_OWN_BOX}{body}</draw:page>'
    )
    return _odf("presentation", shown, automatic, styles, parts or {})


# --- elements ------------------------------------------------------------------------------------


def _complex_field(instruction: str, result: str = "旧值") -> str:
    def run(inner: str) -> str:
        return f"<w:r>{inner}</w:r>"

    return (
        "<w:p>"
        + run('<w:fldChar w:fldCharType="begin"/>')
        + run(f'<w:instrText xml:space="preserve">{_quoted(instruction)}</w:instrText>')
        + run('<w:fldChar w:fldCharType="separate"/>')
        + run(f"<w:t>{result}</w:t>")
        + run('<w:fldChar w:fldCharType="end"/>')
        + "</w:p>"
    )


def _word_picture(blip: str) -> str:
    return (
        '<w:p><w:r><w:drawing><wp:inline><wp:extent cx="900000" cy="900000"/>'
        '<wp:docPr id="1" name="p"/><a:graphic><a:graphicData '
        'uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>'
        '<pic:cNvPr id="1" name="p"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
        f"{blip}<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>"
        '<a:off x="0" y="0"/><a:ext cx="900000" cy="900000"/></a:xfrm><a:prstGeom prst="rect"/>'
        "</pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
    )


def _vml(inner: str) -> str:
    return (
        '<w:p><w:r><w:pict><v:shape style="width:60pt;height:60pt" coordsize="21600,21600" '
        f'path="m,l,21600r21600,l21600,xe">{inner}</v:shape></w:pict></w:r></w:p>'
    )


def _slide_picture(blip: str, inside: str = "") -> str:
    return (
        f'<p:pic><p:nvPicPr><p:cNvPr id="2" name="p"/><p:cNvPicPr/><p:nvPr>{inside}</p:nvPr>'
        f"</p:nvPicPr><p:blipFill>{blip}<a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr>"
        '<a:xfrm><a:off x="900000" y="1900000"/><a:ext cx="900000" cy="900000"/></a:xfrm>'
        '<a:prstGeom prst="rect"/></p:spPr></p:pic>'
    )


def _svg_blip(identifier: str) -> str:
    return (
        f'<a:blip r:embed="png"><a:extLst><a:ext uri="{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}">'
        '<asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" '
        f'r:embed="{identifier}"/></a:ext></a:extLst></a:blip>'
    )


def _png() -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (4, 4), "white").save(file, "PNG")
    return file.getvalue()


def svg_image(base: str, how: str = "xlink:href") -> str:
    """A drawing that shows a picture from elsewhere."""
    return (
        f'<svg {_SVG} width="80" height="80"><image width="60" height="60" '
        f'{how}="{_quoted(base)}/canary.png"/></svg>'
    )


def _svg(inner: str, before: str = "") -> str:
    return f'{before}<svg {_SVG} width="200" height="200">{inner}<text y="90">本县材料</text></svg>'


def _data(kind: str, data: str) -> str:
    return f"data:{kind};base64,{base64.b64encode(data.encode()).decode()}"


def _eps(base: str) -> bytes:
    return (
        f"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 60 60\n({base}/canary.txt) (r) file "
        "200 string readline pop /Helvetica findfont 12 scalefont setfont 0 20 moveto show\n"
    ).encode()


def _frame(inner: str) -> str:
    return (
        '<draw:frame text:anchor-type="paragraph" svg:x="1cm" svg:y="4cm" svg:width="3cm" '
        f'svg:height="3cm">{inner}</draw:frame>'
    )


def _odf_image(address: str) -> str:
    return _frame(
        f'<draw:image xlink:href="{_quoted(address)}" xlink:type="simple" xlink:show="embed" '
        'xlink:actuate="onLoad"/>'
    )


def _in_paragraph(inner: str) -> str:
    return f"<text:p>{inner}</text:p>"


_SIMPLE = 'xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"'


def _linked(tag: str, address: str, more: str = "", inner: str = "") -> str:
    return f'<{tag} xlink:href="{_quoted(address)}" {_SIMPLE} {more}>{inner}</{tag}>'


def _fill(address: str) -> str:
    return _linked("draw:fill-image", address, 'draw:name="F"')


_FILLED = (
    '<style:style style:name="G" style:family="graphic"><style:graphic-properties '
    'draw:fill="bitmap" draw:fill-image-name="F"/></style:style>'
)
_BOX = (
    '<draw:rect draw:style-name="G" text:anchor-type="paragraph" svg:x="1cm" svg:y="5cm" '
    'svg:width="3cm" svg:height="3cm"/>'
)
_CHART = (
    '<chart:chart chart:class="chart:bar" svg:width="5cm" svg:height="5cm"><chart:title>'
    "<text:p>图</text:p></chart:title><chart:plot-area>{inner}</chart:plot-area></chart:chart>"
)


def _object(inner: str, parts: Mapping[str, str | bytes]) -> tuple[str, dict[str, str | bytes]]:
    content = f"{_XML}<office:document-content {_ODF}><office:body>{inner}</office:body>"
    own = {"Object 1/content.xml": f"{content}</office:document-content>", **parts}
    return _frame(f'<draw:object xlink:href="./Object 1" {_SIMPLE}/>'), own


def _ods_cell(formula: str) -> str:
    return (
        '<table:table table:name="t2"><table:table-row><table:table-cell '
        f'table:formula="{_quoted(formula)}"/></table:table-row></table:table>'
    )


def _rtf(body: str, before: str = "") -> bytes:
    return rf"{{\rtf1\ansi{before} material\par {body}\par}}".encode("latin-1", "replace")


def _rtf_quoted(text: str) -> str:
    return text.replace("\\", r"\\\\")


def _rtf_field(instruction: str) -> str:
    return rf"{{\field{{\*\fldinst {instruction}}}{{\fldrslt old}}}}"


def _html(inner: str, head: str = "") -> bytes:
    return f"<html><head>{head}</head><body><p>本县材料</p>{inner}</body></html>".encode()


def _mht(page: bytes) -> bytes:
    return (
        b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b; type=text/html\r\n\r\n"
        b"--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Location: http://x.invalid/\r\n"
        b"\r\n" + page + b"\r\n--b--\r\n"
    )


def _eml(page: bytes) -> bytes:
    return (
        b"From: a@x.invalid\r\nTo: b@x.invalid\r\nSubject: s\r\nDate: Mon, 1 Mar 2021 08:00:00 "
        b"+0800\r\nMIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page
    )


def _flat(kind: str, body: str, automatic: str = "", styles: str = "", before: str = "") -> bytes:
    media = f'office:mimetype="application/vnd.oasis.opendocument.{kind}"'
    whole = _content(kind, body, automatic, styles, "document")
    return (
        whole.replace(_XML, f"{_XML}{before}")
        .replace("<office:document ", f"<office:document {media} ", 1)
        .encode()
    )


_ENTITY = '<!DOCTYPE x [<!ENTITY e SYSTEM "{address}">]>'


def _word_2003(body: str, before: str = "") -> bytes:
    return (
        f'{_XML}{before}<?mso-application progid="Word.Document"?><w:wordDocument '
        'xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml" '
        'xmlns:v="urn:schemas-microsoft-com:vml"><w:body><w:p><w:r><w:t>本县材料</w:t></w:r></w:p>'
        f"{body}</w:body></w:wordDocument>"
    ).encode()


def _excel_2003(cells: str, after: str = "") -> bytes:
    return (
        f'{_XML}<?mso-application progid="Excel.Sheet"?><Workbook '
        'xmlns="urn:schemas-microsoft-com:office:spreadsheet" '
        'xmlns:x="urn:schemas-microsoft-com:office:excel" '
        'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="a"><Table>'
        f'<Row><Cell><Data ss:Type="String">本县材料</Data></Cell>{cells}</Row></Table>{after}'
        "</Worksheet></Workbook>"
    ).encode()


def _sheet_drawing(base: str, mode: str) -> tuple[str, dict[str, str | bytes], list[Link]]:
    names = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    drawing = (
        f'{_XML}<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/'
        f'spreadsheetDrawing" {names} xmlns:r="{_OFFICE}"><xdr:twoCellAnchor><xdr:from><xdr:col>1'
        "</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>2</xdr:row><xdr:rowOff>0</xdr:rowOff>"
        "</xdr:from><xdr:to><xdr:col>4</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>9</xdr:row>"
        '<xdr:rowOff>0</xdr:rowOff></xdr:to><xdr:pic><xdr:nvPicPr><xdr:cNvPr id="2" name="p"/>'
        f'<xdr:cNvPicPr/></xdr:nvPicPr><xdr:blipFill><a:blip r:{mode}="x"/><a:stretch><a:fillRect/>'
        '</a:stretch></xdr:blipFill><xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="900000" '
        'cy="900000"/></a:xfrm><a:prstGeom prst="rect"/></xdr:spPr></xdr:pic><xdr:clientData/>'
        "</xdr:twoCellAnchor></xdr:wsDr>"
    )
    parts: dict[str, str | bytes] = {
        "xl/drawings/drawing1.xml": drawing,
        "xl/drawings/_rels/drawing1.xml.rels": _relationships(
            [("x", "image", f"{base}/canary.png", True)]
        ),
    }
    return '<drawing r:id="d"/>', parts, [("d", "drawing", "../drawings/drawing1.xml", False)]


def _linked_sheet_picture(base: str, mode: str) -> bytes:
    after, parts, links = _sheet_drawing(base, mode)
    return xlsx("", links, parts, after=after)


def _svg_in_docx(drawing: str | bytes, name: str = "word/media/i.svg") -> bytes:
    links = [
        ("png", "image", "media/i.png", False),
        ("svg", "image", name.removeprefix("word/"), False),
    ]
    parts = {"word/media/i.png": _png(), name: drawing}
    return docx(_word_picture(_svg_blip("svg")), links, parts)


def _part_in_docx(content: str | bytes, name: str) -> bytes:
    """Content in place of a picture, whatever it calls itself."""
    link = ("x", "image", name, False)
    return docx(_word_picture('<a:blip r:embed="x"/>'), [link], {f"word/{name}": content})


def _chunk(name: str, content: bytes) -> bytes:
    link = ("x", "aFChunk", name, False)
    return docx('<w:altChunk r:id="x"/>', [link], {f"word/{name}": content})


def _external_book(base: str) -> bytes:
    link = (
        f'{_XML}<externalLink {_S}><externalBook r:id="x"><sheetNames><sheetName val="Sheet1"/>'
        "</sheetNames></externalBook></externalLink>"
    )
    parts = {
        "xl/externalLinks/externalLink1.xml": link,
        "xl/externalLinks/_rels/externalLink1.xml.rels": _relationships(
            [("x", "externalLinkPath", f"{base}/canary.ods", True)]
        ),
    }
    names = '<externalReferences><externalReference r:id="e"/></externalReferences>'
    name = '<definedNames><definedName name="n">[1]Sheet1!$A$1</definedName></definedNames>'
    rule = (
        '<conditionalFormatting sqref="A1"><cfRule type="expression" priority="1">'
        "<formula>[1]Sheet1!$A$1=1</formula></cfRule></conditionalFormatting>"
        '<dataValidations count="1"><dataValidation type="list" sqref="A1"><formula1>'
        "[1]Sheet1!$A$1</formula1></dataValidation></dataValidations>"
    )
    cells = '<row r="2"><c r="A2"><f>[1]Sheet1!$A$1</f></c><c r="B2"><f>n</f></c></row>'
    links = [("e", "externalLink", "externalLinks/externalLink1.xml", False)]
    return xlsx(cells, [], parts, names + name, links, after=rule)


def _web_query(base: str) -> bytes:
    connections = (
        f'{_XML}<connections {_S}><connection id="1" name="c" type="4" refreshedVersion="4" '
        f'refreshOnLoad="1" background="1" saveData="1"><webPr sourceData="1" parsePre="1" '
        f'consecutive="1" xl2000="1" url="{_quoted(base)}/canary.html" htmlTables="1"><tables>'
        '<x v="1"/></tables></webPr></connection></connections>'
    )
    query = (
        f'{_XML}<queryTable {_S} name="q" connectionId="1" refreshOnLoad="1" autoFormatId="16"/>'
    )
    name = (
        '<definedNames><definedName name="q" localSheetId="0">Sheet1!$A$3:$B$9</definedName>'
        "</definedNames>"
    )
    return xlsx(
        "",
        [("q", "queryTable", "../queryTables/queryTable1.xml", False)],
        {"xl/connections.xml": connections, "xl/queryTables/queryTable1.xml": query},
        name,
        [("c", "connections", "connections.xml", False)],
    )


def _web_service(base: str) -> bytes:
    call = f'_xlfn.WEBSERVICE("{base}/canary.txt")'
    rule = (
        '<conditionalFormatting sqref="A1"><cfRule type="expression" priority="1">'
        f"<formula>{_quoted(call)}=1</formula></cfRule></conditionalFormatting>"
    )
    name = f'<definedNames><definedName name="n">{_quoted(call)}</definedName></definedNames>'
    cells = f'<row r="2"><c r="A2"><f>{_quoted(call)}</f></c><c r="B2"><f>n</f></c></row>'
    return xlsx(cells, book=name, after=rule)


def _ods_formulas(base: str) -> bytes:
    reference = f"of:=['{_url(base)}/canary.ods'#$Sheet1.A1]"
    return ods(_ods_cell(reference))


def _ods_condition(base: str) -> bytes:
    reference = f"['{_url(base)}/canary.ods'#$Sheet1.A1]"
    rule = (
        '<style:style style:name="C" style:family="table-cell"><style:map style:condition="'
        f'is-true-formula({_quoted(reference)}=1)" style:apply-style-name="D" '
        'style:base-cell-address="本表.A1"/></style:style>'
    )
    cell = (
        '<table:table table:name="t2"><table:table-row><table:table-cell table:style-name="C" '
        'office:value-type="float" office:value="1"><text:p>1</text:p></table:table-cell>'
        "</table:table-row></table:table>"
    )
    named = (
        '<table:named-expressions><table:named-expression table:name="n" table:expression="'
        f'of:={_quoted(reference)}"/></table:named-expressions>'
    )
    return ods(cell + named, rule)


def _ods_validation(base: str) -> bytes:
    reference = f"['{_url(base)}/canary.ods'#$Sheet1.A1:.A2]"
    rule = (
        '<table:content-validations><table:content-validation table:name="v" table:condition="'
        f'of:cell-content-is-in-list({_quoted(reference)})"/></table:content-validations>'
    )
    cell = (
        '<table:table table:name="t2"><table:table-row><table:table-cell '
        'table:content-validation-name="v" office:value-type="float" office:value="1">'
        "<text:p>1</text:p></table:table-cell></table:table-row></table:table>"
    )
    return ods(rule + cell)


def _ods_chart(base: str) -> bytes:
    series = (
        f"<chart:series chart:values-cell-range-address=\"'{_quoted(_url(base))}/canary.ods'"
        '#Sheet1.A1:Sheet1.A2"><chart:data-point/></chart:series>'
    )
    frame, parts = _object(f"<office:chart>{_CHART.format(inner=series)}</office:chart>", {})
    table = f'<table:table table:name="t2"><table:shapes>{frame}</table:shapes></table:table>'
    return ods(table, parts=parts)


def _url(base: str) -> str:
    return f"file://{base}" if base.startswith("/") else base


def _in_sheet(inner: str) -> str:
    return (
        f'<table:table table:name="t2"><table:shapes>{inner}</table:shapes><table:table-row>'
        f"<table:table-cell>{_OWN}</table:table-cell></table:table-row></table:table>"
    )


def _source_cell(base: str) -> str:
    return (
        '<table:table table:name="t2"><table:table-row><table:table-cell '
        'office:value-type="string">'
        f'<table:cell-range-source table:name="Sheet1.A1" xlink:href="{_quoted(base)}/canary.ods" '
        'xlink:type="simple" xlink:actuate="onRequest" table:filter-name="calc8" '
        'table:last-column-spanned="1" table:last-row-spanned="1"/><text:p>旧</text:p>'
        "</table:table-cell></table:table-row></table:table>"
    )


def _source_table(base: str) -> str:
    return (
        f'<table:table table:name="t2"><table:table-source xlink:href="{_quoted(base)}/canary.ods" '
        'xlink:type="simple" xlink:actuate="onRequest" table:filter-name="calc8" '
        'table:table-name="Sheet1" table:mode="copy-all"/><table:table-row><table:table-cell '
        'office:value-type="string"><text:p>旧</text:p></table:table-cell></table:table-row>'
        "</table:table>"
    )


def _dde_link(base: str) -> str:
    return (
        '<table:dde-links><table:dde-link><office:dde-source office:dde-application="soffice" '
        f'office:dde-topic="{_quoted(base)}/canary.ods" office:dde-item="Sheet1.A1" '
        'office:automatic-update="true"/><table:table><table:table-row><table:table-cell '
        'office:value-type="string"><text:p>旧</text:p></table:table-cell></table:table-row>'
        "</table:table></table:dde-link></table:dde-links>"
    )


def _dde_text(base: str) -> str:
    return (
        '<text:dde-connection-decls><text:dde-connection-decl office:name="d" '
        f'office:dde-application="soffice" office:dde-topic="{_quoted(base)}/canary.odt" '
        'office:dde-item="x" office:automatic-update="true"/></text:dde-connection-decls>'
        '<text:p><text:dde-connection text:connection-name="d">旧</text:dde-connection></text:p>'
    )


def _section(base: str, name: str) -> str:
    return (
        '<text:section text:name="s"><text:section-source xlink:href="'
        f'{_quoted(base)}/{name}" xlink:type="simple"/><text:p>旧</text:p></text:section>'
    )


def _bullet(base: str) -> str:
    return (
        '<text:list-style style:name="B"><text:list-level-style-image text:level="1" xlink:href="'
        f'{_quoted(base)}/canary.png" {_SIMPLE}><style:list-level-properties fo:width="1cm" '
        'fo:height="1cm"/></text:list-level-style-image></text:list-style>'
    )


def _background(family: str, properties: str, base: str) -> str:
    return (
        f'<style:style style:name="K" style:family="{family}"><style:{properties}>'
        + _linked("style:background-image", f"{base}/canary.png")
        + f"</style:{properties}></style:style>"
    )


def _form(base: str) -> str:
    return (
        '<office:forms><form:form form:name="f"><form:button form:name="b" form:control-'
        'implementation="ooo:com.sun.star.form.component.CommandButton" xml:id="c1" form:id="c1" '
        f'form:image-data="{_quoted(base)}/canary.png"/></form:form></office:forms>'
        '<text:p><draw:control draw:control="c1" text:anchor-type="paragraph" svg:x="1cm" '
        'svg:y="4cm" svg:width="3cm" svg:height="3cm"/></text:p>'
    )


def _embedded(inner: bytes, name: str, program: str, kind: str = "package") -> bytes:
    """An embedded document without a picture of it, so that a program would draw it anew."""
    shape = (
        '<w:p><w:r><w:object><v:shape id="s1" style="width:90pt;height:90pt" '
        'coordsize="21600,21600" path="m,l,21600r21600,l21600,xe"/><o:OLEObject Type="Embed" '
        f'ProgID="{program}" ShapeID="s1" DrawAspect="Content" r:id="x"/></w:object></w:r></w:p>'
    )
    link = ("x", kind, f"embeddings/{name}", False)
    return docx(shape, [link], {f"word/embeddings/{name}": inner})


def _linked_object(base: str) -> bytes:
    shape = (
        '<w:p><w:r><w:object><v:shape id="s1" style="width:90pt;height:90pt" '
        'coordsize="21600,21600" path="m,l,21600r21600,l21600,xe"/><o:OLEObject Type="Link" '
        'ProgID="opendocument.WriterDocument.1" ShapeID="s1" DrawAspect="Content" r:id="x" '
        'UpdateMode="Always"/></w:object></w:r></w:p>'
    )
    return docx(shape, [("x", "oleObject", f"{base}/canary.odt", True)])


def _frames(base: str) -> bytes:
    settings = (
        f"{_XML}<w:webSettings {_W}><w:frameset><w:frame><w:name w:val='a'/>"
        '<w:sourceFileName r:id="x"/></w:frame></w:frameset></w:webSettings>'
    )
    parts = {
        "word/webSettings.xml": settings,
        "word/_rels/webSettings.xml.rels": _relationships(
            [("x", "frame", f"{base}/canary.docx", True)]
        ),
    }
    return docx("", [("w", "webSettings", "webSettings.xml", False)], parts)


def _settings(inner: str, kind: str, address: str) -> bytes:
    parts = {
        "word/settings.xml": f"{_XML}<w:settings {_W}>{inner}</w:settings>",
        "word/_rels/settings.xml.rels": _relationships([("x", kind, address, True)]),
    }
    return docx("", [("s", "settings", "settings.xml", False)], parts)


def _slide_background(base: str) -> bytes:
    background = (
        '<p:bg><p:bgPr><a:blipFill><a:blip r:link="x"/><a:stretch><a:fillRect/></a:stretch>'
        "</a:blipFill><a:effectLst/></p:bgPr></p:bg>"
    )
    return pptx("", [("x", "image", f"{base}/canary.png", True)], background=background)


def _slide_film(base: str) -> bytes:
    inside = '<a:videoFile r:link="m"/>'
    links = [
        ("x", "image", f"{base}/canary.png", True),
        ("m", "video", f"{base}/canary.wav", True),
    ]
    return pptx(_slide_picture('<a:blip r:link="x"/>', inside), links)


def _slide_object(base: str) -> bytes:
    frame = (
        '<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="4" name="o"/><p:cNvGraphicFramePr/>'
        '<p:nvPr/></p:nvGraphicFramePr><p:xfrm><a:off x="0" y="900000"/><a:ext cx="900000" '
        'cy="900000"/></p:xfrm><a:graphic><a:graphicData '
        'uri="http://schemas.openxmlformats.org/presentationml/2006/ole"><p:oleObj r:id="x" '
        'name="o" imgW="900000" imgH="900000" progId="opendocument.WriterDocument.1"><p:link '
        'updateAutomatic="1"/></p:oleObj></a:graphicData></a:graphic></p:graphicFrame>'
    )
    return pptx(frame, [("x", "oleObject", f"{base}/canary.odt", True)])


def _slide_vml(base: str) -> bytes:
    vml = (
        '<xml xmlns:v="urn:schemas-microsoft-com:vml"><v:shape id="s" '
        f'style="width:60pt;height:60pt"><v:imagedata src="{_quoted(base)}/canary.png"/></v:shape>'
        "</xml>"
    )
    links = [("v", "vmlDrawing", "../drawings/vmlDrawing1.vml", False)]
    return pptx("", links, {"ppt/drawings/vmlDrawing1.vml": vml})


def _sheet_margin(base: str) -> bytes:
    vml = (
        '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:'
        'office"><v:shape id="CH" style="width:60pt;height:60pt"><v:imagedata o:relid="x" '
        f'src="{_quoted(base)}/canary.png"/></v:shape></xml>'
    )
    parts = {
        "xl/drawings/vmlDrawing1.vml": vml,
        "xl/drawings/_rels/vmlDrawing1.vml.rels": _relationships(
            [("x", "image", f"{base}/canary.png", True)]
        ),
    }
    after = "<headerFooter><oddHeader>&amp;C&amp;G</oddHeader></headerFooter>"
    after += '<legacyDrawing r:id="v"/><legacyDrawingHF r:id="v"/><picture r:id="b"/>'
    links = [
        ("v", "vmlDrawing", "../drawings/vmlDrawing1.vml", False),
        ("b", "image", f"{base}/canary.png", True),
    ]
    return xlsx("", links, parts, after=after)


ELEMENTS: Mapping[str, Maker] = {
    # Word.
    "docx picture link": lambda b: docx(
        _word_picture('<a:blip r:link="x"/>'), [("x", "image", f"{b}/canary.png", True)]
    ),
    "docx picture embed": lambda b: docx(
        _word_picture('<a:blip r:embed="x"/>'), [("x", "image", f"{b}/canary.png", True)]
    ),
    "docx picture internal mode": lambda b: docx(
        _word_picture('<a:blip r:embed="x"/>'), [("x", "image", f"{b}/canary.png", False)]
    ),
    "docx vml id": lambda b: docx(
        _vml('<v:imagedata r:id="x"/>'), [("x", "image", f"{b}/canary.png", True)]
    ),
    "docx vml src": lambda b: docx(_vml(f'<v:imagedata src="{_quoted(b)}/canary.png"/>')),
    "docx vml href": lambda b: docx(_vml(f'<v:imagedata o:href="{_quoted(b)}/canary.png"/>')),
    "docx vml fill": lambda b: docx(
        _vml(f'<v:fill type="frame" src="{_quoted(b)}/canary.png" r:id="x"/>'),
        [("x", "image", f"{b}/canary.png", True)],
    ),
    "docx background": lambda b: docx(
        "",
        [("x", "image", f"{b}/canary.png", True)],
        before='<w:background w:color="FFFFFF"><v:background><v:fill r:id="x" type="frame"/>'
        "</v:background></w:background>",
    ),
    "docx includepicture": lambda b: docx(_complex_field(f'INCLUDEPICTURE "{b}/canary.png" \\d')),
    "docx includepicture without result": lambda b: docx(
        _complex_field(f'INCLUDEPICTURE "{b}/canary.png"', "")
    ),
    "docx includetext": lambda b: docx(_complex_field(f'INCLUDETEXT "{b}/canary.docx"')),
    "docx field in a field": lambda b: docx(
        "<w:p>"
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK </w:instrText>'
        '</w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>INCLUDEPICTURE "'
        f'{_quoted(b)}/canary.png"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    ),
    "docx simple field": lambda b: docx(
        f'<w:p><w:fldSimple w:instr="INCLUDEPICTURE &quot;{_quoted(b)}/canary.png&quot;">'
        "<w:r><w:t>旧值</w:t></w:r></w:fldSimple></w:p>"
    ),
    "docx dde": lambda b: docx(_complex_field(f'DDEAUTO soffice "{b}/canary.ods" Sheet1.A1')),
    "docx link": lambda b: docx(_complex_field(f'LINK Excel.Sheet.8 "{b}/canary.ods" A1 \\a \\t')),
    "docx database": lambda b: docx(_complex_field(f'DATABASE \\d "{b}/canary.ods"')),
    "docx rd": lambda b: docx(_complex_field(f'RD "{b}/canary.docx"')),
    "docx svg": lambda b: _svg_in_docx(svg_image(b)),
    "docx svg href": lambda b: _svg_in_docx(svg_image(b, "href")),
    "docx svg as png": lambda b: _part_in_docx(svg_image(b), "media/i.png"),
    "docx svg compressed": lambda b: _part_in_docx(gzip.compress(svg_image(b).encode()), "i.png"),
    "docx svg utf-16": lambda b: _svg_in_docx(
        ('<?xml version="1.0" encoding="UTF-16"?>' + svg_image(b)).encode("utf-16")
    ),
    "docx svg use": lambda b: _svg_in_docx(_svg(f'<use xlink:href="{b}/canary.svg#c"/>')),
    "docx svg in svg": lambda b: _svg_in_docx(
        _svg(f'<image width="60" height="60" xlink:href="{_data("image/svg+xml", svg_image(b))}"/>')
    ),
    "docx svg style": lambda b: _svg_in_docx(
        _svg(
            f'<style>@import url("{b}/canary.css"); rect {{fill: url({b}/canary.svg#c)}}</style>'
            '<rect width="60" height="60"/>',
            f'<?xml version="1.0"?><?xml-stylesheet href="{b}/canary.css" type="text/css"?>',
        )
    ),
    "docx svg entity": lambda b: _svg_in_docx(
        _svg("<text y='20'>&e;</text>", _ENTITY.format(address=f"{_url(b)}/canary.txt"))
    ),
    "docx eps": lambda b: _part_in_docx(_eps(b), "media/i.eps"),
    "docx chunk link": lambda b: docx(
        '<w:altChunk r:id="x"/>', [("x", "aFChunk", f"{b}/canary.docx", True)]
    ),
    "docx chunk html": lambda b: _chunk("c.html", _html(f'<img src="{_quoted(b)}/canary.png">')),
    "docx chunk html svg": lambda b: _chunk(
        "c.html", _html(f'<img src="{_data("image/svg+xml", svg_image(b))}">')
    ),
    "docx chunk rtf": lambda b: _chunk(
        "c.rtf", _rtf(_rtf_field(f'INCLUDEPICTURE "{_rtf_quoted(b)}/canary.png"'))
    ),
    "docx chunk docx": lambda b: _chunk(
        "c.docx",
        docx(_word_picture('<a:blip r:link="x"/>'), [("x", "image", f"{b}/canary.png", True)]),
    ),
    "docx subdocument": lambda b: docx(
        '<w:subDoc r:id="x"/>', [("x", "subDocument", f"{b}/canary.docx", True)]
    ),
    "docx template": lambda b: _settings(
        '<w:attachedTemplate r:id="x"/>', "attachedTemplate", f"{b}/canary.docx"
    ),
    "docx mail merge": lambda b: _settings(
        '<w:mailMerge><w:mainDocumentType w:val="formLetters"/><w:dataType w:val="textFile"/>'
        f'<w:connectString w:val="{b}/canary.csv"/><w:query w:val="select"/>'
        '<w:dataSource r:id="x"/></w:mailMerge>',
        "mailMergeSource",
        f"{b}/canary.csv",
    ),
    "docx frames": _frames,
    "docx object link": _linked_object,
    "docx embedded odt": lambda b: _embedded(
        odt(_in_paragraph(_odf_image(f"{b}/canary.png"))), "o.odt", "opendocument.WriterDocument.1"
    ),
    "docx embedded docx": lambda b: _embedded(
        docx(_word_picture('<a:blip r:link="x"/>'), [("x", "image", f"{b}/canary.png", True)]),
        "o.docx",
        "Word.Document.12",
    ),
    "docx entity": lambda b: docx(
        "<w:p><w:r><w:t>&e;</w:t></w:r></w:p>",
        doctype=_ENTITY.format(address=f"{_url(b)}/canary.txt"),
    ),
    "xml word 2003": lambda b: _word_2003(
        '<w:p><w:r><w:pict><v:shape style="width:60pt;height:60pt"><v:imagedata src="'
        f'{_quoted(b)}/canary.png"/></v:shape></w:pict></w:r></w:p>'
    ),
    "xml word 2003 entity": lambda b: _word_2003(
        "<w:p><w:r><w:t>&e;</w:t></w:r></w:p>", _ENTITY.format(address=f"{_url(b)}/canary.txt")
    ),
    # OpenDocument texts.
    "odt picture": lambda b: odt(_in_paragraph(_odf_image(f"{b}/canary.png"))),
    "odt object": lambda b: odt(_in_paragraph(_frame(_linked("draw:object", f"{b}/canary.odt")))),
    "odt old object": lambda b: odt(
        _in_paragraph(_frame(_linked("draw:object-ole", f"{b}/canary.odt")))
    ),
    "odt floating frame": lambda b: odt(
        _in_paragraph(_frame(_linked("draw:floating-frame", f"{b}/canary.odt")))
    ),
    "odt plugin": lambda b: odt(
        _in_paragraph(
            _frame(_linked("draw:plugin", f"{b}/canary.wav", 'draw:mime-type="audio/x-wav"'))
        )
    ),
    "odt fill": lambda b: odt(_in_paragraph(_BOX), _FILLED, _fill(f"{b}/canary.png")),
    "odt paragraph background": lambda b: odt(
        '<text:p text:style-name="K">x</text:p>',
        _background("paragraph", "paragraph-properties", b),
    ),
    "odt page background": lambda b: odt(
        "",
        "",
        '<office:automatic-styles><style:page-layout style:name="L">'
        "<style:page-layout-properties>"
        + _linked("style:background-image", f"{b}/canary.png")
        + "</style:page-layout-properties></style:page-layout></office:automatic-styles>"
        '<office:master-styles><style:master-page style:name="Standard" '
        'style:page-layout-name="L"/></office:master-styles>',
    ),
    "odt section": lambda b: odt(_section(b, "canary.odt")),
    "odt section text": lambda b: odt(_section(b, "canary.txt")),
    "odm section": lambda b: odt(_section(b, "canary.odt")),
    "odt dde": lambda b: odt(_dde_text(b)),
    "odt bullet": lambda b: odt(
        '<text:list text:style-name="B"><text:list-item><text:p>项</text:p></text:list-item>'
        "</text:list>",
        _bullet(b),
    ),
    "odt form": lambda b: odt(_form(b)),
    "odt database": lambda b: odt(
        '<text:p><text:database-display text:table-name="canary" text:table-type="table" '
        'text:column-name="a"><form:connection-resource xlink:href="'
        f'{_quoted(b)}/canary.ods"/>旧</text:database-display></text:p>'
    ),
    "odt svg": lambda b: odt(
        _in_paragraph(_odf_image("Pictures/i.svg")), parts={"Pictures/i.svg": svg_image(b)}
    ),
    "odt svg as png": lambda b: odt(
        _in_paragraph(_odf_image("Pictures/i.png")), parts={"Pictures/i.png": svg_image(b)}
    ),
    "odt object inside": lambda b: odt(
        _in_paragraph(
            (
                inside := _object(
                    "<office:text>"
                    + _in_paragraph(_odf_image(b + "/canary.png"))
                    + "</office:text>",
                    {},
                )
            )[0]
        ),
        parts=inside[1],
    ),
    "odt out of the package": lambda b: odt(_in_paragraph(_odf_image(f"../{b}/canary.png"))),
    "fodt picture": lambda b: _flat("text", _OWN + _in_paragraph(_odf_image(f"{b}/canary.png"))),
    "fodt fill": lambda b: _flat(
        "text", _OWN + _in_paragraph(_BOX), _FILLED, _fill(f"{b}/canary.png")
    ),
    "fodt section": lambda b: _flat("text", _OWN + _section(b, "canary.odt")),
    "fodt entity": lambda b: _flat(
        "text",
        _OWN + "<text:p>&e;</text:p>",
        before=_ENTITY.format(address=f"{_url(b)}/canary.txt"),
    ),
    # OpenDocument workbooks.
    "ods picture": lambda b: ods(_in_sheet(_odf_image(f"{b}/canary.png"))),
    "ods fill": lambda b: ods(_in_sheet(_BOX), _FILLED, _fill(f"{b}/canary.png")),
    "ods background": lambda b: ods(
        '<table:table table:name="t2"><table:table-row><table:table-cell table:style-name="K">'
        "<text:p>x</text:p></table:table-cell></table:table-row></table:table>",
        _background("table-cell", "table-cell-properties", b),
    ),
    "ods object": lambda b: ods(_in_sheet(_frame(_linked("draw:object", f"{b}/canary.ods")))),
    "ods floating frame": lambda b: ods(
        _in_sheet(_frame(_linked("draw:floating-frame", f"{b}/canary.ods")))
    ),
    "ods range": lambda b: ods(_source_cell(b)),
    "ods table": lambda b: ods(_source_table(b)),
    "ods dde": lambda b: ods(_dde_link(b)),
    "ods dde formula": lambda b: ods(_ods_cell(f'of:=DDE("soffice";"{b}/canary.ods";"Sheet1.A1")')),
    "ods formula": _ods_formulas,
    "ods web service": lambda b: ods(_ods_cell(f'of:=COM.MICROSOFT.WEBSERVICE("{b}/canary.txt")')),
    "ods condition": _ods_condition,
    "ods validation": _ods_validation,
    "ods chart": _ods_chart,
    "ods svg": lambda b: ods(
        _in_sheet(_odf_image("Pictures/i.svg")), parts={"Pictures/i.svg": svg_image(b)}
    ),
    "fods picture": lambda b: _flat("spreadsheet", _in_sheet(_odf_image(f"{b}/canary.png"))),
    "fods range": lambda b: _flat("spreadsheet", _source_cell(b) + _OWN_SHEET),
    "fods table": lambda b: _flat("spreadsheet", _source_table(b) + _OWN_SHEET),
    # OpenDocument presentations.
    "odp picture": lambda b: odp(_odf_image(f"{b}/canary.png")),
    "odp fill": lambda b: odp(_BOX, _FILLED, _fill(f"{b}/canary.png")),
    "odp background": lambda b: odp(
        "",
        '<style:style style:name="D" style:family="drawing-page"><style:drawing-page-properties '
        'draw:fill="bitmap" draw:fill-image-name="F"/></style:style>',
        _fill(f"{b}/canary.png"),
        page='draw:style-name="D"',
    ),
    "odp plugin": lambda b: odp(
        _frame(
            _linked(
                "draw:plugin", f"{b}/canary.wav", 'draw:mime-type="application/vnd.sun.star.media"'
            )
        )
    ),
    "odp object": lambda b: odp(_frame(_linked("draw:object", f"{b}/canary.odt"))),
    "odp floating frame": lambda b: odp(_frame(_linked("draw:floating-frame", f"{b}/canary.odt"))),
    "odp sound": lambda b: odp(
        "",
        '<style:style style:name="D" style:family="drawing-page"><style:drawing-page-properties>'
        + _linked("presentation:sound", f"{b}/canary.wav")
        + "</style:drawing-page-properties></style:style>",
        page='draw:style-name="D"',
    ),
    "odp svg": lambda b: odp(_odf_image("Pictures/i.svg"), parts={"Pictures/i.svg": svg_image(b)}),
    "fodp picture": lambda b: _flat(
        "presentation",
        f'<draw:page draw:name="p">{_OWN_BOX}{_odf_image(f"{b}/canary.png")}</draw:page>',
    ),
    # Excel.
    "xlsx picture link": lambda b: _linked_sheet_picture(b, "link"),
    "xlsx picture embed": lambda b: _linked_sheet_picture(b, "embed"),
    "xlsx margins": _sheet_margin,
    "xlsx workbook": _external_book,
    "xlsx web query": _web_query,
    "xlsx web service": _web_service,
    "xml excel 2003": lambda b: _excel_2003(
        f"<Cell ss:Formula=\"='{_quoted(b)}/[canary.ods]Sheet1'!R1C1\"/>"
        f'<Cell ss:Formula="=WEBSERVICE(&quot;{_quoted(b)}/canary.txt&quot;)"/>',
    ),
    # PowerPoint.
    "pptx picture link": lambda b: pptx(
        _slide_picture('<a:blip r:link="x"/>'), [("x", "image", f"{b}/canary.png", True)]
    ),
    "pptx picture embed": lambda b: pptx(
        _slide_picture('<a:blip r:embed="x"/>'), [("x", "image", f"{b}/canary.png", True)]
    ),
    "pptx background": _slide_background,
    "pptx film": _slide_film,
    "pptx object link": _slide_object,
    "pptx vml": _slide_vml,
    "pptx svg": lambda b: pptx(
        _slide_picture(_svg_blip("svg")),
        [
            ("png", "image", "../media/i.png", False),
            ("svg", "image", "../media/i.svg", False),
        ],
        {"ppt/media/i.png": _png(), "ppt/media/i.svg": svg_image(b)},
    ),
    # RTF.
    "rtf includepicture": lambda b: _rtf(
        _rtf_field(f'INCLUDEPICTURE "{_rtf_quoted(b)}/canary.png" \\\\d')
    ),
    "rtf includepicture in letters": lambda b: _rtf(
        _rtf_field(rf"{{\'49NCLUDE}}{{\u80?ICTURE}} {_rtf_quoted(b)}/canary.png \\d")
    ),
    "rtf includepicture without result": lambda b: _rtf(
        rf'{{\field{{\*\fldinst INCLUDEPICTURE "{_rtf_quoted(b)}/canary.png"}}{{\fldrslt }}}}'
    ),
    "rtf includetext": lambda b: _rtf(_rtf_field(f'INCLUDETEXT "{_rtf_quoted(b)}/canary.rtf"')),
    "rtf dde": lambda b: _rtf(_rtf_field(f'DDEAUTO soffice "{_rtf_quoted(b)}/canary.ods" A1')),
    "rtf shape": lambda b: _rtf(
        r"{\shp{\*\shpinst\shpleft100\shptop100\shpright2000\shpbottom2000{\sp{\sn shapeType}"
        rf"{{\sv 75}}}}{{\sp{{\sn pibName}}{{\sv {_rtf_quoted(b)}/canary.png}}}}"
        r"{\sp{\sn pibFlags}{\sv 10}}}}"
    ),
    "rtf template": lambda b: _rtf("", rf"{{\*\template {_rtf_quoted(b)}/canary.rtf}}"),
    # Web pages and mails.
    "html picture": lambda b: _html(f'<img src="{_quoted(b)}/canary.png">'),
    "html drawing": lambda b: _html(f'<img src="{_data("image/svg+xml", svg_image(b))}">'),
    "html drawing as png": lambda b: _html(f'<img src="{_data("image/png", svg_image(b))}">'),
    "html drawing inline": lambda b: _html(svg_image(b)),
    "html style": lambda b: _html(
        f'<div style="background-image:u\\72l({b}/canary.png)">x</div>'
        f"<div style=\"background:url/**/('{b}/canary.png')\">x</div>",
        f"<style>@im\\70ort '{b}/canary.css'; body {{background:url({b}/canary.png)}}</style>",
    ),
    "html table background": lambda b: _html(
        f'<table background="{_quoted(b)}/canary.png"><tr><td>x</td></tr></table>'
    ),
    "html frames": lambda b: _html(
        f'<iframe src="{_quoted(b)}/canary.html"></iframe><object data="{_quoted(b)}/canary.html">'
        f'</object><embed src="{_quoted(b)}/canary.wav"><video poster="{_quoted(b)}/canary.png">'
        f'</video><input type="image" src="{_quoted(b)}/canary.png">'
        f'<picture><source srcset="{_quoted(b)}/canary.png"><img srcset="{_quoted(b)}/canary.png">'
        "</picture>"
    ),
    "html base": lambda b: _html(
        '<img src="canary.png">',
        f'<base href="{_quoted(b)}/"><link rel="stylesheet" href="canary.css">'
        '<meta http-equiv="refresh" content="0;url=canary.html">',
    ),
    "mht picture": lambda b: _mht(_html(f'<img src="{_quoted(b)}/canary.png">')),
    "mht drawing": lambda b: _mht(_html(f'<img src="{_data("image/svg+xml", svg_image(b))}">')),
    "eml picture": lambda b: _eml(_html(f'<img src="{_quoted(b)}/canary.png">')),
    "eml drawing": lambda b: _eml(_html(f'<img src="{_data("image/svg+xml", svg_image(b))}">')),
    # Drawings.
    "svg picture": lambda b: _svg(
        f'<image width="60" height="60" href="{b}/canary.png"/>'
    ).encode(),
    "svg picture old": lambda b: svg_image(b).encode(),
    "svg filter": lambda b: _svg(
        f'<filter id="f"><feImage xlink:href="{b}/canary.png"/></filter>'
        '<rect filter="url(#f)" width="60" height="60"/>'
    ).encode(),
    "svg in svg": lambda b: _svg(
        f'<image width="60" height="60" xlink:href="{_data("image/svg+xml", svg_image(b))}"/>'
    ).encode(),
    "svg in svg plain": lambda b: _svg(
        '<image width="60" height="60" xlink:href="data:image/svg+xml,'
        + svg_image(b).replace("<", "%3C").replace('"', "%22").replace("#", "%23")
        + '"/>'
    ).encode(),
    "svg foreign": lambda b: _svg(
        '<foreignObject width="60" height="60"><img xmlns="http://www.w3.org/1999/xhtml" '
        f'src="{b}/canary.png"/></foreignObject>'
    ).encode(),
    "svg entity": lambda b: _svg(
        "<text y='20'>&e;</text>", _ENTITY.format(address=f"{_url(b)}/canary.txt")
    ).encode(),
    # Tables of text.
    "csv formulas": lambda b: (
        f'名称,数\r\n甲,"=WEBSERVICE(""{b}/canary.txt"")"\r\n乙,"=DDE(""soffice"";""{b}/canary.ods"'
        f'";""A1"")"\r\n丙,=\'{_url(b)}/canary.ods\'#$Sheet1.A1\r\n'
    ).encode(),
}
