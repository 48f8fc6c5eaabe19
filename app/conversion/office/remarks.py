"""Remarks (批注) printed beside the page: LibreOffice writes them as PDF annotations.

The page becomes smaller and moves to the left, and the remarks stand to its right, each joined to
its place by a line, as Word prints them. What does not fit there follows on a page of its own.
LibreOffice's own print of remarks in the margin exists only in its newer versions.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Page, Pdf, Rectangle

from app.typesetting.drawing import draw_line
from app.typesetting.embedded_font import PlainCanvas
from app.typesetting.fonts import FontRole, base_font_name
from app.typesetting.lines import Line, break_lines
from app.typesetting.text import printable

#: The page is drawn at this size, the rest of the width belongs to the remarks.
_SCALE = 0.74
_GAP, _PADDING = 8.0, 4.0
_SIZE, _LEADING = 8.0, 11.0
_HAIRLINE = 0.5
_GREY = 0.45

_Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Remark:
    """A remark and the point of the page that it is about."""

    author: str
    text: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class _Placed:
    remark: Remark
    lines: tuple[Line, ...]
    top: float

    @property
    def height(self) -> float:
        return len(self.lines) * _LEADING + 2 * _PADDING


def print_remarks(path: Path) -> int:
    """Turn the remarks of a PDF into print, in place; return how many are on its pages.

    To be run in a worker.
    """
    try:
        with Pdf.open(path, allow_overwriting_input=True) as pdf:
            remarks = [_taken(page) for page in pdf.pages]
            if any(remarks):
                _print(pdf, remarks, path.with_name(f".{path.name}.remarks"))
                pdf.save(path)
    except (pikepdf.PdfError, OSError, ValueError):
        return 0
    return sum(map(len, remarks))


def _taken(page: Page) -> list[Remark]:
    """The remarks of a page from top to bottom; they are no annotations any more."""
    found, kept = [], []
    annotations = page.obj.get(Name.Annots)
    for each in annotations if isinstance(annotations, Array) else ():
        kind = each.get(Name.Subtype)
        if kind == Name.Text:
            left, _bottom, _right, top = _sides(each.Rect)
            author = str(each.get(Name.T, ""))
            text = "\n".join(
                printable(line) for line in str(each.get(Name.Contents, "")).split("\n")
            )
            # LibreOffice puts the day behind the name, and today where the file has none.
            found.append(Remark(author.split(", ")[0].strip(), text.strip(), left, top))
        elif kind != Name.Popup:
            kept.append(each)
    if found:
        page.obj.Annots = Array(kept)
    return sorted(found, key=lambda remark: (-remark.y, remark.x))


def _print(pdf: Pdf, remarks: Sequence[Sequence[Remark]], scratch: Path) -> None:
    """Shrink the pages that have remarks, and put the remarks beside them."""
    boxes = [_box(page) for page in pdf.pages]
    sheets: list[tuple[int, bool]] = []  # which page a sheet belongs to; False: it follows it
    canvas = PlainCanvas(scratch, _size(boxes[0]), base_font_name(FontRole.BODY))
    try:
        for number, (box, found) in enumerate(zip(boxes, remarks, strict=True)):
            if not found:
                continue
            numbered = _numbered(found)
            beside, rest = _stacked(numbered, box)
            canvas.setPageSize(_size(box))
            _draw(canvas, beside, box)
            canvas.showPage()
            sheets.append((number, True))
            for group in _pages_of(rest, box):
                canvas.setPageSize(_size(box))
                _draw_list(canvas, group)
                canvas.showPage()
                sheets.append((number, False))
        canvas.save()
        with Pdf.open(scratch) as drawn:
            _join(pdf, drawn, sheets, boxes)
    finally:
        scratch.unlink(missing_ok=True)


def _numbered(found: Sequence[Remark]) -> list[tuple[Remark, str]]:
    return [
        (remark, f"批注{number}　{remark.author}\n{remark.text}".rstrip())
        for number, remark in enumerate(found, 1)
    ]


def _stacked(numbered: Sequence[tuple[Remark, str]], box: _Box) -> tuple[list[_Placed], list[str]]:
    """Place remarks beside the page, each as near to its point as those above it allow."""
    width, height = _size(box)
    column = width * (1 - _SCALE) - 2 * _GAP - 2 * _PADDING
    placed: list[_Placed] = []
    rest: list[str] = []
    top = height - _GAP
    for remark, text in numbered:
        lines = _lines(text, column)
        wished = _on_page(remark, box)[1] + _LEADING
        one = _Placed(remark, lines, min(top, wished))
        if one.top - one.height < _GAP:
            # Those above make room if there is room.
            one = _Placed(remark, lines, min(top, one.height + _GAP))
        if one.height > top - _GAP or rest:
            rest.append(text)
            continue
        placed.append(one)
        top = one.top - one.height - _GAP / 2
    return placed, rest


def _lines(text: str, width: float) -> tuple[Line, ...]:
    return tuple(
        line
        for paragraph in text.split("\n")
        for line in break_lines(paragraph, FontRole.BODY, _SIZE, width)
    )


def _draw(canvas: PlainCanvas, placed: Sequence[_Placed], box: _Box) -> None:
    width, _height = _size(box)
    left, right = width * _SCALE + _GAP, width - _GAP
    canvas.setLineWidth(_HAIRLINE)
    canvas.setStrokeGray(_GREY)
    for one in placed:
        x, y = _on_page(one.remark, box)
        canvas.setDash(2, 2)
        canvas.line(x, y, width * _SCALE, y)
        canvas.line(width * _SCALE, y, left, one.top - _LEADING)
        canvas.setDash()
        canvas.rect(left, one.top - one.height, right - left, one.height)
        _draw_lines(canvas, one.lines, left + _PADDING, one.top - _PADDING)


def _draw_lines(canvas: PlainCanvas, lines: Sequence[Line], x: float, top: float) -> None:
    for number, line in enumerate(lines, 1):
        draw_line(canvas, line, x, top - number * _LEADING + (_LEADING - _SIZE))


def _pages_of(rest: Sequence[str], box: _Box) -> Iterator[list[tuple[tuple[Line, ...], float]]]:
    """Remarks that found no room beside the page, as columns of lines with their tops."""
    width, height = _size(box)
    margin = 6 * _GAP
    group: list[tuple[tuple[Line, ...], float]] = []
    top = height - margin
    for text in rest:
        lines = _lines(text, width - 2 * margin)
        while lines:
            room = int((top - margin) / _LEADING)
            if room < min(2, len(lines)):
                yield group
                group, top = [], height - margin
                continue
            group.append((lines[:room], top))
            top -= len(lines[:room]) * _LEADING + _LEADING
            lines = lines[room:]
    if group:
        yield group


def _draw_list(canvas: PlainCanvas, group: Sequence[tuple[tuple[Line, ...], float]]) -> None:
    for lines, top in group:
        _draw_lines(canvas, lines, 6 * _GAP, top)


def _join(pdf: Pdf, drawn: Pdf, sheets: Sequence[tuple[int, bool]], boxes: Sequence[_Box]) -> None:
    # From the end, so that pages that are put in move none that is still to be done.
    for (number, beside), sheet in reversed(list(zip(sheets, drawn.pages, strict=True))):
        if not beside:
            pdf.pages.insert(number + 1, sheet)
            continue
        page = pdf.pages[number]
        _shrink(pdf, page, boxes[number])
        page.add_overlay(sheet, Rectangle(*_sides(page.mediabox)))


def _shrink(pdf: Pdf, page: Page, box: _Box) -> None:
    """Draw the page smaller, its left edge where it was and its middle at the same height."""
    width, height = _size(box)
    drop = _drop(height)
    form = pdf.make_indirect(page.as_form_xobject())
    # Without this it would take its content from the page when the file is written.
    form.write(form.read_bytes())
    x, y = -box[0] * _SCALE, drop - box[1] * _SCALE
    content = f"q {_SCALE} 0 0 {_SCALE} {x:.3f} {y:.3f} cm /P Do Q"
    page.obj.Contents = pdf.make_stream(content.encode("ascii"))
    page.obj.Resources = Dictionary(XObject=Dictionary(P=form))
    page.obj.MediaBox = Array([0, 0, width, height])
    for name in (Name.CropBox, Name.TrimBox, Name.BleedBox, Name.ArtBox, Name.Rotate):
        if name in page.obj:
            del page.obj[name]
    for each in page.obj.get(Name.Annots, Array()):
        for key in (Name.Rect, Name.QuadPoints):
            if key in each:
                each[key] = Array([_moved(float(v), n, box) for n, v in enumerate(each[key])])


def _moved(value: float, number: int, box: _Box) -> float:
    if number % 2 == 0:
        return (value - box[0]) * _SCALE
    return (value - box[1]) * _SCALE + _drop(_size(box)[1])


def _on_page(remark: Remark, box: _Box) -> tuple[float, float]:
    return _moved(remark.x, 0, box), _moved(remark.y, 1, box)


def _drop(height: float) -> float:
    return height * (1 - _SCALE) / 2


def _box(page: Page) -> _Box:
    return _sides(page.cropbox)


def _sides(rectangle: Object) -> _Box:
    left, bottom, right, top = (float(side) for side in rectangle)
    return min(left, right), min(bottom, top), max(left, right), max(bottom, top)


def _size(box: _Box) -> tuple[float, float]:
    return box[2] - box[0], box[3] - box[1]
