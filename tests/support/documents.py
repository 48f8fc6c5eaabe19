"""Makers of small real files, for tests: each writes one file and returns its path.

Nothing here is copied from anywhere; every byte is made on the spot, so a test shows in one line
what kind of file it is about.
"""

import email.message
import io
import struct
import wave
import zipfile
import zlib
from collections.abc import Sequence
from pathlib import Path

import docx
import openpyxl
import pikepdf
from msoffcrypto.format.ooxml import OOXMLFile
from pikepdf import Array, Dictionary, Name, Pdf, Stream
from PIL import Image, ImageDraw
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

# --- PDF ---------------------------------------------------------------------------------------


def text_pdf(
    path: Path,
    pages: Sequence[str] = ("关于开展法治宣传教育工作的通知",),
    size: tuple[float, float] = A4,
    outline: Sequence[tuple[str, int, int]] = (),
) -> Path:
    """A PDF with the given text on each page; ``outline`` holds (title, page, level)."""
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    canvas = Canvas(str(path), pagesize=size)
    marks: dict[int, list[tuple[str, int]]] = {}
    for title, page, level in outline:
        marks.setdefault(page, []).append((title, level))
    for number, text in enumerate(pages):
        for position, (title, level) in enumerate(marks.get(number, ())):
            key = f"p{number}-{position}"
            canvas.bookmarkPage(key)
            canvas.addOutlineEntry(title, key, level=level)
        canvas.setFont("STSong-Light", 16)
        for line, words in enumerate(text.splitlines()):
            canvas.drawString(72, size[1] - 100 - 28 * line, words)
        canvas.showPage()
    canvas.save()
    return path


def encrypted_pdf(path: Path, *, user: str = "", owner: str = "主人", pages: int = 2) -> Path:
    """A PDF under AES-256; with an empty ``user`` it opens freely and only forbids changes."""
    plain = text_pdf(path.with_name(path.name + ".plain"), [f"第{n}页" for n in range(pages)])
    with pikepdf.open(plain) as pdf:
        pdf.save(path, encryption=pikepdf.Encryption(user=user, owner=owner, R=6))
    plain.unlink()
    return path


def mendable_pdf(path: Path, pages: int = 3) -> Path:
    """A PDF whose cross-reference table is gone; its objects are all there."""
    text_pdf(path, [f"第{n}页" for n in range(pages)])
    data = path.read_bytes()
    path.write_bytes(data[: data.rindex(b"xref", 0, data.rindex(b"startxref"))])
    return path


def broken_pdf(path: Path) -> Path:
    """A file that begins like a PDF and holds nothing else of one."""
    path.write_bytes(b"%PDF-1.7\n" + bytes(range(256)) * 8)
    return path


def _appearance(pdf: Pdf, text: str, width: float = 120, height: float = 30) -> pikepdf.Object:
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    return pdf.make_indirect(
        Stream(
            pdf,
            f"BT /F1 14 Tf 4 8 Td ({text}) Tj ET".encode("ascii"),
            Type=Name.XObject,
            Subtype=Name.Form,
            BBox=[0, 0, width, height],
            Resources=Dictionary(Font=Dictionary(F1=font)),
        )
    )


def form_pdf(
    path: Path,
    value: str = "FILLED",
    *,
    signed: bool = False,
    xfa: bool = False,
    drawn: bool = True,
) -> Path:
    """A PDF with one form field that shows ``value``; as ``signed`` it is a signature's stamp.

    Without ``drawn`` the field only holds its value, and the reader is to draw it.
    """
    text_pdf(path, ["表单", "第二页"])
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        widget = pdf.make_indirect(
            Dictionary(
                Type=Name.Annot,
                Subtype=Name.Widget,
                FT=Name.Sig if signed else Name.Tx,
                T=pikepdf.String("field"),
                Rect=[100, 500, 220, 530],
                F=4,
                P=pdf.pages[0].obj,
            )
        )
        if drawn:
            widget.AP = Dictionary(N=_appearance(pdf, value))
        if signed:
            widget.V = Dictionary(
                Type=Name.Sig,
                Filter=Name("/Adobe.PPKLite"),
                SubFilter=Name("/adbe.pkcs7.detached"),
                ByteRange=[0, 1, 2, 3],
                Contents=pikepdf.String(b"\0" * 16),
            )
        else:
            widget.V = pikepdf.String(value)
        pdf.pages[0].Annots = Array([widget])
        form = Dictionary(Fields=[widget], DA=pikepdf.String("/Helv 0 Tf 0 g"))
        if signed:
            form.SigFlags = 3
        if xfa:
            form.XFA = pdf.make_stream(b"<xdp:xdp xmlns:xdp='http://ns.adobe.com/xdp/'/>")
        pdf.Root.AcroForm = form
        pdf.save(path)
    return path


def scripted_pdf(path: Path) -> Path:
    """A PDF with every kind of action that must not reach a dossier, and one harmless link."""
    text_pdf(path, ["脚本", "链接"])
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        script = Dictionary(S=Name.JavaScript, JS=pikepdf.String("app.alert(1)"))
        launch = Dictionary(S=Name.Launch, F=pikepdf.String("calc.exe"))
        pdf.Root.OpenAction = pdf.make_indirect(script)
        pdf.Root.Names = Dictionary(JavaScript=Dictionary(Names=[pikepdf.String("a"), script]))
        pdf.pages[0].obj.AA = Dictionary(O=launch)
        rect = [72, 700, 200, 720]

        def link(action: Dictionary) -> pikepdf.Object:
            return pdf.make_indirect(
                Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=rect, A=action)
            )

        pdf.pages[0].Annots = Array(
            [
                link(launch),
                link(Dictionary(S=Name.URI, URI=pikepdf.String("file:///C:/tool.exe"))),
                link(
                    Dictionary(
                        S=Name.GoTo, D=Array([pdf.pages[1].obj, Name.Fit]), Next=Array([script])
                    )
                ),
                link(Dictionary(S=Name.URI, URI=pikepdf.String("https://www.gov.cn/"))),
            ]
        )
        pdf.save(path)
    return path


def attachment_pdf(path: Path, name: str = "附表.xlsx") -> Path:
    """A PDF with another file embedded in it."""
    text_pdf(path)
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        pdf.attachments[name] = pikepdf.AttachedFileSpec(pdf, b"PK data", filename=name)
        pdf.save(path)
    return path


def odd_boxes_pdf(path: Path) -> Path:
    """Pages as bad producers make them: inherited size, none, inverted, absurd, rotated by 45."""
    with pikepdf.new() as pdf:
        for _ in range(5):
            pdf.add_blank_page(page_size=A4)
        root = pdf.Root.Pages
        inherited, none, inverted, absurd, crooked = (page.obj for page in pdf.pages)
        del inherited.MediaBox
        root.MediaBox = Array([0, 0, 842, 595])
        root.Rotate = 90
        none.MediaBox = Array([0, 0, 0, 0])
        inverted.MediaBox = Array([595, 842, 0, 0])
        absurd.MediaBox = Array([0, 0, 100000, 100000])
        crooked.Rotate = 45
        pdf.save(path)
    return path


# --- pictures ----------------------------------------------------------------------------------


def picture(size: tuple[int, int] = (640, 480), mode: str = "RGB") -> Image.Image:
    """A picture whose top-left quarter is dark, so that a turn or a flip shows."""
    image = Image.new("RGB", size, (235, 235, 225))
    ImageDraw.Draw(image).rectangle((0, 0, size[0] // 2, size[1] // 2), fill=(30, 60, 120))
    return image.convert(mode)


def jpeg(
    path: Path,
    size: tuple[int, int] = (640, 480),
    *,
    mode: str = "RGB",
    orientation: int = 1,
    progressive: bool = False,
) -> Path:
    """A JPEG, with its EXIF orientation where it is not 1."""
    exif = Image.Exif()
    if orientation != 1:
        exif[0x0112] = orientation
    picture(size, mode).save(
        path, "JPEG", quality=85, progressive=progressive, exif=exif if len(exif) else b""
    )
    return path


def png(path: Path, size: tuple[int, int] = (640, 480), mode: str = "RGB") -> Path:
    """A PNG in any of Pillow's modes ("RGBA" comes out half transparent)."""
    image = picture(size, "RGB" if mode == "RGBA" else mode)
    if mode == "RGBA":
        image.putalpha(128)
    image.save(path, "PNG")
    return path


def tiff(path: Path, pages: int = 3, compression: str = "tiff_lzw", mode: str = "RGB") -> Path:
    """A TIFF of several pages; "group4" wants mode "1"."""
    frames = [picture((400 + 10 * n, 560), mode) for n in range(pages)]
    frames[0].save(
        path, "TIFF", save_all=True, append_images=frames[1:], compression=compression, dpi=(72, 72)
    )
    return path


def animated_gif(path: Path, frames: int = 3) -> Path:
    """A GIF that moves."""
    pictures = [picture((200, 150 + n)) for n in range(frames)]
    pictures[0].save(path, "GIF", save_all=True, append_images=pictures[1:], duration=100)
    return path


def huge_png_header(path: Path, size: tuple[int, int] = (60000, 60000)) -> Path:
    """A PNG of a few bytes that claims billions of pixels."""
    picture((4, 4)).save(path, "PNG")
    data = bytearray(path.read_bytes())
    data[16:24] = struct.pack(">II", *size)
    data[29:33] = struct.pack(">I", zlib.crc32(bytes(data[12:29])))
    path.write_bytes(bytes(data))
    return path


# --- Office ------------------------------------------------------------------------------------


def word(
    path: Path,
    paragraphs: Sequence[str] = ("关于印发实施方案的通知", "各乡镇人民政府，县直各单位："),
    *,
    title: str = "",
    author: str = "",
) -> Path:
    """A .docx with these paragraphs; "\\f" alone begins a new page."""
    document = docx.Document()
    document.core_properties.title = title
    document.core_properties.author = author
    for text in paragraphs:
        if text == "\f":
            document.add_page_break()
        else:
            document.add_paragraph(text)
    document.save(str(path))
    return path


def encrypted_word(path: Path, password: str = "123456") -> Path:
    """A .docx behind an opening password."""
    plain = word(path.with_name(path.name + ".plain"))
    with plain.open("rb") as source, path.open("wb") as target:
        OOXMLFile(source).encrypt(password, target)
    plain.unlink()
    return path


def spreadsheet(
    path: Path,
    rows: Sequence[Sequence[object]] = (("序号", "单位", "件数"), (1, "县司法局", 12)),
    sheets: Sequence[str] = ("统计表",),
) -> Path:
    """An .xlsx with the same rows on each of its sheets."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name in sheets:
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    book.save(path)
    return path


def wide_spreadsheet(path: Path, columns: int = 30, rows: int = 20) -> Path:
    """An .xlsx much wider than a page."""
    head = [f"第{n}列指标完成情况" for n in range(columns)]
    body = [[f"{r}-{c}" for c in range(columns)] for r in range(rows)]
    spreadsheet(path, [head, *body])
    book = openpyxl.load_workbook(path)
    for column in book.active.columns:
        book.active.column_dimensions[column[0].column_letter].width = 18
    book.save(path)
    return path


_ODF_TYPES = {
    ".odt": ("text", "<office:text>{}</office:text>"),
    ".odp": (
        "presentation",
        '<office:presentation><draw:page draw:name="1"><draw:frame svg:x="2cm" svg:y="2cm"'
        ' svg:width="20cm" svg:height="5cm"><draw:text-box>{}</draw:text-box></draw:frame>'
        "</draw:page></office:presentation>",
    ),
    ".ods": (
        "spreadsheet",
        '<office:spreadsheet><table:table table:name="1"><table:table-row><table:table-cell>{}'
        "</table:table-cell></table:table-row></table:table></office:spreadsheet>",
    ),
}


def open_document(path: Path, text: str = "开放文档格式") -> Path:
    """An .odt, .ods or .odp, by the suffix of ``path``."""
    kind, frame = _ODF_TYPES[path.suffix]
    media_type = f"application/vnd.oasis.opendocument.{kind}"
    spaces = " ".join(
        f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for prefix, name in (
            ("office", "office"),
            ("text", "text"),
            ("table", "table"),
            ("draw", "drawing"),
            ("svg", "svg-compatible"),
        )
    )
    body = frame.format(f"<text:p>{text}</text:p>")
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {spaces} '
        f'office:version="1.2"><office:body>{body}</office:body></office:document-content>'
    )
    manifest = (
        '<?xml version="1.0" encoding="UTF-8"?><manifest:manifest manifest:version="1.2" '
        'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{media_type}"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
        "</manifest:manifest>"
    )
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", media_type, zipfile.ZIP_STORED)
        archive.writestr("content.xml", content, zipfile.ZIP_DEFLATED)
        archive.writestr("META-INF/manifest.xml", manifest, zipfile.ZIP_DEFLATED)
    return path


def rtf(path: Path, text: str = "富文本格式") -> Path:
    """An RTF with Unicode escapes."""
    escaped = "".join(f"\\u{ord(c) if ord(c) < 32768 else ord(c) - 65536}?" for c in text)
    path.write_text(f"{{\\rtf1\\ansi\\uc1 {escaped}\\par}}", encoding="ascii")
    return path


def text(path: Path, content: str = "纯文本\n第二行\n", encoding: str = "utf-8") -> Path:
    """A text file (or CSV, or HTML) in the given encoding, line ends as given."""
    path.write_bytes(content.encode(encoding))
    return path


# --- web pages ---------------------------------------------------------------------------------


def html(path: Path, body: str = "<h1>网页</h1><p>法治政府建设</p>", head: str = "") -> Path:
    """A web page in UTF-8."""
    page = (
        f'<!DOCTYPE html><html><head><meta charset="utf-8">{head}</head><body>{body}</body></html>'
    )
    return text(path, page)


def mht(path: Path, body: str = '<p>网页存档</p><img src="http://example.invalid/a.png">') -> Path:
    """A saved web page with one picture inside it."""
    message = email.message.EmailMessage()
    message["Subject"] = "网页存档"
    message.set_content(f"<html><body>{body}</body></html>", subtype="html", charset="gb18030")
    message["Content-Location"] = "http://example.invalid/index.html"
    message.make_related()
    buffer = io.BytesIO()
    picture((80, 60)).save(buffer, "PNG")
    message.add_related(
        buffer.getvalue(),
        "image",
        "png",
        headers=["Content-Location: http://example.invalid/a.png"],
    )
    path.write_bytes(message.as_bytes())
    return path


# --- OFD ---------------------------------------------------------------------------------------

_OFD_NS = 'xmlns:ofd="http://www.ofdspec.org/2016"'


def ofd(path: Path, pages: Sequence[str] = ("版式文件内容",), *, signed: bool = False) -> Path:
    """An OFD of A4 pages, one line of 宋体 text on each; ``signed`` with a red square as seal."""
    head = '<?xml version="1.0" encoding="UTF-8"?>'
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        signatures = (
            "<ofd:Signatures>/Doc_0/Signs/Signatures.xml</ofd:Signatures>" if signed else ""
        )
        archive.writestr(
            "OFD.xml",
            f'{head}<ofd:OFD {_OFD_NS} Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocInfo>'
            "<ofd:DocID>0123456789abcdef0123456789abcdef</ofd:DocID></ofd:DocInfo>"
            f"<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot>{signatures}</ofd:DocBody></ofd:OFD>",
        )
        refs = "".join(
            f'<ofd:Page ID="{10 + n}" BaseLoc="Pages/Page_{n}/Content.xml"/>'
            for n in range(len(pages))
        )
        archive.writestr(
            "Doc_0/Document.xml",
            f"{head}<ofd:Document {_OFD_NS}><ofd:CommonData><ofd:MaxUnitID>999</ofd:MaxUnitID>"
            "<ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>"
            "<ofd:PublicRes>PublicRes.xml</ofd:PublicRes></ofd:CommonData>"
            f"<ofd:Pages>{refs}</ofd:Pages></ofd:Document>",
        )
        archive.writestr(
            "Doc_0/PublicRes.xml",
            f'{head}<ofd:Res {_OFD_NS} BaseLoc="Res"><ofd:Fonts><ofd:Font ID="2" FontName="宋体" '
            'FamilyName="宋体"/></ofd:Fonts></ofd:Res>',
        )
        for number, words in enumerate(pages):
            deltas = " ".join("6" for _ in words[1:])
            archive.writestr(
                f"Doc_0/Pages/Page_{number}/Content.xml",
                f'{head}<ofd:Page {_OFD_NS}><ofd:Content><ofd:Layer ID="{100 + number}">'
                f'<ofd:TextObject ID="{200 + number}" Boundary="30 40 150 8" Font="2" Size="6">'
                f'<ofd:TextCode X="0" Y="6" DeltaX="{deltas}">{words}</ofd:TextCode>'
                "</ofd:TextObject></ofd:Layer></ofd:Content></ofd:Page>",
            )
        if signed:
            archive.writestr(
                "Doc_0/Signs/Signatures.xml",
                f"{head}<ofd:Signatures {_OFD_NS}><ofd:MaxSignId>1</ofd:MaxSignId>"
                '<ofd:Signature ID="1" BaseLoc="/Doc_0/Signs/Signature.xml"/></ofd:Signatures>',
            )
            archive.writestr(
                "Doc_0/Signs/Signature.xml",
                f"{head}<ofd:Signature {_OFD_NS}><ofd:SignedInfo>"
                '<ofd:StampAnnot ID="1" PageRef="10" Boundary="120 200 40 40"/></ofd:SignedInfo>'
                "<ofd:SignedValue>/Doc_0/Signs/SignedValue.dat</ofd:SignedValue></ofd:Signature>",
            )
            seal = io.BytesIO()
            Image.new("RGB", (200, 200), (200, 0, 0)).save(seal, "PNG")
            length = len(seal.getvalue()).to_bytes(2, "big")
            archive.writestr(
                "Doc_0/Signs/SignedValue.dat", b"\x30\x03\x04\x82" + length + seal.getvalue()
            )
    return path


# --- others ------------------------------------------------------------------------------------


def archive(path: Path, members: dict[str, bytes], name_encoding: str = "utf-8") -> Path:
    """A zip; with ``name_encoding="gbk"`` its names are written as old Chinese Windows does."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for name, data in members.items():
            if name_encoding == "utf-8":
                target.writestr(name, data)
            else:
                # A cp437 name carries any bytes through zipfile without setting the UTF-8 flag.
                target.writestr(_RawName(name.encode(name_encoding).decode("cp437")), data)
    return path


class _RawName(zipfile.ZipInfo):
    """A member whose name goes out as the bytes of code page 437, without the UTF-8 flag."""

    def _encodeFilenameFlags(self) -> tuple[bytes, int]:  # noqa: N802  (zipfile's name)
        return self.filename.encode("cp437"), self.flag_bits & ~0x800


def sound(path: Path, seconds: float = 1.5) -> Path:
    """A WAV of silence."""
    with wave.open(str(path), "wb") as target:
        target.setnchannels(1)
        target.setsampwidth(2)
        target.setframerate(8000)
        target.writeframes(b"\0\0" * int(8000 * seconds))
    return path
