"""Dynamic forms (XFA): their pages only ask to wait, the content is not in them.

Adobe's programs write such a page into every dynamic form; it is all that other readers show.
"""

import io
import re
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, Stream

from app.pdf.objects import annotations_of, box_of, is_empty, upright
from app.pdfium import pypdfium2

#: A page with more characters than this says something of its own.
_LONGEST_MESSAGE = 900
#: A form of more pages than this has pages of its own.
_MOST_PAGES = 3

_WAIT = re.compile(
    r"please\s*wait|请稍[候后等]|请等待|正在加载|請稍[候後]|bitte\s*warten|veuillez\s*patienter|"
    r"espere\s*(?:por\s*favor|un)|por\s*favor,?\s*(?:espere|aguarde)|aguarde|attendere|"
    r"подождите|お待ちください|기다려|even\s*geduld|vänta|proszę\s*czekać",
    re.I,
)
_ADVICE = re.compile(
    r"not\s*eventually\s*replaced|proper\s*contents\s*of\s*the\s*document|"
    r"(?:later|newer)\s*version\s*of\s*(?:the\s*PDF\s*viewer|Adobe)|requires?\s*Adobe\s*Reader|"
    r"Adobe\s*(?:Acrobat\s*)?Reader|最终(?:没有|未)被|正确(?:的)?内容替换|无法显示(?:此|这)类",
    re.I,
)
#: The description of the form asks for it to be laid out, or has fields of its own.
_LAID_OUT = re.compile(rb"<dynamicRender>\s*required\s*<|<field[\s>]", re.I)


def is_dynamic_form(pdf: Pdf, path: Path) -> bool:
    """Say whether the pages hold none of the file's content, only the advice to wait.

    ``path`` is the file that ``pdf`` was read from, for PDFium to read the words.
    """
    if bool(pdf.Root.get(Name.NeedsRendering, False)):
        return True
    if len(pdf.pages) > _MOST_PAGES:
        return False
    forms = pdf.Root.get(Name.AcroForm)
    packets = forms.get(Name.XFA) if isinstance(forms, Dictionary) else None
    if packets is None and len(pdf.pages) > 1:
        return False
    words = _words(path)
    if words is None:  # only the mended copy can be read
        copy = io.BytesIO()
        pdf.save(copy)
        words = _words(copy.getvalue())
    if words is None or len(words) > _LONGEST_MESSAGE:
        return False
    if _WAIT.search(words) and (packets is not None or _ADVICE.search(words)):
        return True
    return packets is not None and not _shows_fields(pdf) and _is_laid_out_by_reader(packets)


def _words(source: Path | bytes) -> str | None:
    """The words on all pages; None if PDFium cannot read them."""
    try:
        with pypdfium2.PdfDocument(source) as document:
            words = []
            for number in range(len(document)):
                page = document[number]
                layer = page.get_textpage()
                words.append(layer.get_text_range(0, min(layer.count_chars(), 2000)))
                layer.close()
                page.close()
            return "\n".join(words)
    except pypdfium2.PdfiumError:
        return None


def _shows_fields(pdf: Pdf) -> bool:
    for page in pdf.pages:
        for annotation in annotations_of(page):
            box = box_of(annotation, Name.Rect)
            if annotation.get(Name.Subtype) == Name.Widget and box and not is_empty(upright(box)):
                return True
    return False


def _is_laid_out_by_reader(packets: object) -> bool:
    streams = list(packets) if isinstance(packets, Array) else [packets]
    for stream in streams:
        try:
            if isinstance(stream, Stream) and _LAID_OUT.search(stream.read_bytes()):
                return True
        except pikepdf.PdfError:
            continue
    return False
