"""PDF files, sound, odd and broken."""

from collections.abc import Sequence
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, Stream
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from app.typesetting.fonts import SERIF, load_font


def text_pdf(
    path: Path,
    pages: Sequence[str] = ("关于开展法治宣传教育工作的通知",),
    size: tuple[float, float] = A4,
    outline: Sequence[tuple[str, int, int]] = (),
    *,
    embedded: bool = True,
) -> Path:
    """A PDF with the given text on each page; ``outline`` holds (title, page, level).

    Without ``embedded`` it leaves the font to the reader, as many older programs do.
    """
    if embedded:
        font = str(load_font(SERIF).fontName)
    else:
        font = "STSong-Light"
        pdfmetrics.registerFont(UnicodeCIDFont(font))
    canvas = Canvas(str(path), pagesize=size)
    marks: dict[int, list[tuple[str, int]]] = {}
    for title, page, level in outline:
        marks.setdefault(page, []).append((title, level))
    for number, text in enumerate(pages):
        for position, (title, level) in enumerate(marks.get(number, ())):
            key = f"p{number}-{position}"
            canvas.bookmarkPage(key)
            canvas.addOutlineEntry(title, key, level=level)
        canvas.setFont(font, 16)
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
