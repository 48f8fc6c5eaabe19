"""A page as a picture that looks the same, with its words on an invisible layer for searching."""

import io
from ctypes import c_int
from dataclasses import dataclass
from pathlib import Path

import pikepdf
from reportlab.lib.utils import ImageReader

from app.pdfium import pypdfium2
from app.pdfium import raw as pdfium_c
from app.typesetting.embedded_font import PlainCanvas
from app.typesetting.fonts import FontRole, base_font_name, font_named, glyph

_DPI = 200
_MOST_PIXELS = 24_000_000  # a larger page gets fewer dots; A3 at 200 dpi has 7.7 million
_QUALITY = 85
_INVISIBLE = 3
_DESCENT = 0.2  # of the height of a line
_FINE = 16  # device units to a point, for the place of words


def picture_of_page(source: Path, number: int, target: Path) -> None:
    """Write page ``number`` (from 0) of ``source`` as a PDF of one upright page."""
    with pikepdf.open(source) as pdf:
        unit = float(pdf.pages[number].obj.get("/UserUnit", 1))
    with pypdfium2.PdfDocument(source) as document:
        page = document[number]
        width, height = (side * unit for side in page.get_size())
        scale = min(_DPI / 72, (_MOST_PIXELS / (width * height)) ** 0.5)
        image = page.render(scale=scale * unit, may_draw_forms=False).to_pil().convert("RGB")
        packed = io.BytesIO()
        image.save(packed, "JPEG", quality=_QUALITY)
        packed.seek(0)
        runs = _runs(page, width, height)
        page.close()
    canvas = PlainCanvas(target, (width, height), base_font_name(FontRole.TABLE))
    canvas.drawImage(ImageReader(packed), 0, 0, width, height)
    for run in runs:
        _write_unseen(canvas, run)
    canvas.showPage()
    canvas.save()


@dataclass(slots=True)
class _Run:
    """Characters that follow each other on a line, with their place on the upright page."""

    text: str
    left: float
    bottom: float
    right: float
    top: float

    def goes_on(self, box: tuple[float, float, float, float]) -> bool:
        left, bottom = box[:2]
        height = max(self.top - self.bottom, 1.0)
        return abs(bottom - self.bottom) < height / 2 and -height / 2 < left - self.right < height

    def add(self, character: str, box: tuple[float, float, float, float]) -> None:
        self.text += character
        self.bottom, self.top = min(self.bottom, box[1]), max(self.top, box[3])
        self.right = max(self.right, box[2])


def _runs(page: pypdfium2.PdfPage, width: float, height: float) -> list[_Run]:
    """The words of a page in reading order, a line or less at a time."""
    layer = page.get_textpage()
    runs: list[_Run] = []
    fresh, spaces = True, ""
    for index in range(layer.count_chars()):
        character = chr(pdfium_c.FPDFText_GetUnicode(layer, index))
        if not character.isprintable() or character.isspace():
            fresh = fresh or not character.isspace() or character in "\r\n"
            spaces = " " if character.isspace() else spaces
            continue
        x0, y0, x1, y1 = layer.get_charbox(index, loose=True)
        corners = [_place(page, width, height, x, y) for x, y in ((x0, y0), (x1, y1))]
        (left, right), (low, high) = (sorted(side) for side in zip(*corners, strict=True))
        box = left, height - high, right, height - low
        if runs and not fresh and runs[-1].goes_on(box):
            runs[-1].add(spaces + character, box)
        else:
            runs.append(_Run(character, *box))
        fresh, spaces = False, ""
    layer.close()
    return runs


def _place(
    page: pypdfium2.PdfPage, width: float, height: float, x: float, y: float
) -> tuple[float, float]:
    across, down = c_int(), c_int()
    size = round(width * _FINE), round(height * _FINE)
    pdfium_c.FPDF_PageToDevice(page, 0, 0, *size, 0, x, y, across, down)
    return across.value / _FINE, down.value / _FINE


def _write_unseen(canvas: PlainCanvas, run: _Run) -> None:
    found = [(glyph(FontRole.TABLE, character), character) for character in run.text]
    shown = [(shape, character) for shape, character in found if shape.font_name]
    natural = sum(shape.advance for shape, _ in shown)
    if not natural or run.right <= run.left:
        return
    size = max(run.top - run.bottom, 1.0)
    line = canvas.beginText(run.left, run.bottom + size * _DESCENT)
    line.setTextRenderMode(_INVISIBLE)
    line.setHorizScale(100 * (run.right - run.left) / (natural * size))
    for shape, character in shown:
        line.setFont(font_named(shape.font_name).fontName, size)
        line.textOut(character)
    canvas.drawText(line)
