"""Field values that a form leaves to the reader to draw, Chinese ones among them.

Programs that fill in forms often store only the value. PDF engines then draw Latin letters at
best; here the bundled faces write every value into its field's rectangle.
"""

import re
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from pikepdf import Dictionary, Name, Object, Page, Pdf, Rectangle, String

from app.conversion.pdf_findings import annotations_of, box_of, inherited
from app.typesetting.drawing import draw_line
from app.typesetting.embedded_font import PlainCanvas
from app.typesetting.fonts import FontRole, base_font_name, text_width
from app.typesetting.lines import break_lines, set_line

_MULTILINE = 1 << 12
_PASSWORD = 1 << 13
_HIDDEN = 0b10 | 0b1  # annotation flags: hidden, invisible
_LARGEST, _SMALLEST = 12.0, 4.0
_PADDING = 2.0
_LEADING = 1.25
_SIZE = re.compile(r"([\d.]+)\s+Tf")


@dataclass(frozen=True, slots=True)
class FieldValue:
    """A value and the rectangle (x0, y0, x1, y1 in the page's space) it belongs into."""

    rect: tuple[float, float, float, float]
    text: str
    size: float  # 0: as large as fits
    multiline: bool


def take_undrawn_values(pdf: Pdf) -> dict[int, list[FieldValue]]:
    """Return the undrawn values by page; stale drawings of them are removed from the form."""
    form = pdf.Root.get(Name.AcroForm)
    stale = isinstance(form, Dictionary) and bool(form.get(Name.NeedAppearances, False))
    found: dict[int, list[FieldValue]] = defaultdict(list)
    for number, page in enumerate(pdf.pages):
        for widget in annotations_of(page):
            if widget.get(Name.Subtype) != Name.Widget or not (stale or Name.AP not in widget):
                continue
            value = _value(widget, form)
            if value is not None:
                found[number].append(value)
                if Name.AP in widget:
                    del widget[Name.AP]
    return dict(found)


def _value(widget: Object, form: Object | None) -> FieldValue | None:
    kind, text = inherited(widget, Name.FT), inherited(widget, Name.V)
    box = box_of(widget, Name.Rect)
    flags: object = inherited(widget, Name.Ff) or 0
    hidden: object = widget.get(Name.F, 0)
    if kind not in (Name.Tx, Name.Ch) or not isinstance(text, String) or box is None:
        return None
    if not isinstance(flags, int) or flags & _PASSWORD or not str(text).strip():
        return None
    if isinstance(hidden, int) and hidden & _HIDDEN:
        return None
    style = inherited(widget, Name.DA)
    if style is None and isinstance(form, Dictionary):
        style = form.get(Name.DA)
    size = _SIZE.search(str(style)) if isinstance(style, String) else None
    x0, x1 = sorted((box[0], box[2]))
    y0, y1 = sorted((box[1], box[3]))
    return FieldValue(
        (x0, y0, x1, y1),
        str(text),
        float(size.group(1)) if size else 0.0,
        kind == Name.Tx and bool(flags & _MULTILINE),
    )


def write_values(pdf: Pdf, values: dict[int, list[FieldValue]], scratch: Path) -> None:
    """Write the values onto their pages; ``scratch`` is a file that may be used meanwhile."""
    if not values:
        return
    pages = sorted(values)
    canvas = PlainCanvas(scratch, (595.0, 842.0), base_font_name(FontRole.TABLE))
    for number in pages:
        x0, y0, x1, y1 = _page_box(pdf.pages[number])
        canvas.setPageSize((x1 - x0, y1 - y0))
        canvas.translate(-x0, -y0)
        for value in values[number]:
            _write(canvas, value)
        canvas.showPage()
    canvas.save()
    try:
        with Pdf.open(scratch) as words:
            for number, overlay in zip(pages, words.pages, strict=True):
                page = pdf.pages[number]
                turn = page.obj.get(Name.Rotate)
                # The words stand in the page's own space; its turn comes on top of it for both.
                page.obj.Rotate = 0
                page.add_overlay(overlay, Rectangle(*_page_box(page)))
                if turn is not None:
                    page.obj.Rotate = turn
                else:
                    del page.obj[Name.Rotate]
    finally:
        scratch.unlink(missing_ok=True)


def _page_box(page: Page) -> tuple[float, float, float, float]:
    box = box_of(page.obj, Name.MediaBox) or (0.0, 0.0, 595.0, 842.0)
    return min(box[0], box[2]), min(box[1], box[3]), max(box[0], box[2]), max(box[1], box[3])


def _write(canvas: PlainCanvas, value: FieldValue) -> None:
    x0, y0, x1, y1 = value.rect
    width, height = max(x1 - x0 - 2 * _PADDING, 1.0), max(y1 - y0, 1.0)
    size = value.size or min(_LARGEST, height * 0.7)
    if not value.multiline:
        text = " ".join(value.text.split())
        natural = text_width(text, FontRole.TABLE, size)
        size = max(_SMALLEST, min(size, size * width / natural if natural > width else size))
        line = set_line(text, FontRole.TABLE, size)
        draw_line(canvas, line, x0 + _PADDING, y0 + (height - size) / 2 + size * 0.14)
        return
    lines = break_lines(value.text, FontRole.TABLE, size, width)
    while size > _SMALLEST and len(lines) * size * _LEADING > height:
        size = max(_SMALLEST, size * 0.9)
        lines = break_lines(value.text, FontRole.TABLE, size, width)
    y = y1 - _PADDING - size * 0.88
    for line in lines:
        draw_line(canvas, line, x0 + _PADDING, y)
        y -= size * _LEADING
