"""Writes the pages of a PDF as a person set them up: chosen, turned, straight, on other paper."""

import math
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Page, Pdf

from app.page_setup import PageSetup, on_sheet
from app.pdf.isolating import NAME, Isolation
from app.pdf.objects import Box, common, inherited, is_empty, items, number, turn_of, upright
from app.replacing import replace_with

MM = 72 / 25.4

#: As the operator ``cm`` has it.
Matrix = tuple[float, float, float, float, float, float]
_INHERITED = (Name.Resources, Name.MediaBox, Name.CropBox, Name.Rotate)
_A4: Box = (0.0, 0.0, 595.276, 841.89)


def write(source: Path, target: Path, setup: PageSetup) -> None:
    """Write ``target``; ``source`` has the pages that were set up.

    Raises:
        pikepdf.PdfError: the file does not open.
        ValueError: it has other pages.
    """
    with pikepdf.open(source) as pdf:
        if len(pdf.pages) != setup.of:
            raise ValueError(f"{len(pdf.pages)} pages for {setup.of}")
        isolation = Isolation(pdf)
        for place in setup.shown:
            page = pdf.pages[place - 1]
            _inherit(page.obj)
            _write_page(pdf, isolation, page, setup, place)
        for place in sorted(set(range(1, setup.of + 1)) - set(setup.shown), reverse=True):
            del pdf.pages[place - 1]
        for key in (Name.Outlines, Name.PageLabels, Name.StructTreeRoot, Name.OpenAction):
            if key in pdf.Root:
                del pdf.Root[key]
        pdf.remove_unreferenced_resources()
        replace_with(target, lambda part: pdf.save(part))


def _inherit(page: Object) -> None:
    """Give a page of its own what it has from the nodes above it."""
    for key in _INHERITED:
        held = inherited(page, key)
        if held is not None and key not in page:
            page[key] = held


def _write_page(pdf: Pdf, isolation: Isolation, page: Page, setup: PageSetup, place: int) -> None:
    obj = page.obj
    rotate = (turn_of(obj) + setup.turn_of(place)) % 360
    box = _visible(obj)
    unit = number(obj.get(Name.UserUnit), 1) or 1
    across, up = (box[2] - box[0]) * unit, (box[3] - box[1]) * unit
    sheet = on_sheet(setup, across / MM, up / MM)
    if sheet is not None or setup.tilt_of(place):
        scale, new_box = 1.0, box
        if sheet is not None:
            width, height, larger = sheet
            scale, new_box = larger * unit, (0.0, 0.0, width * MM, height * MM)
        matrix = placed(box, new_box, scale, setup.tilt_of(place) / 100)
        isolation.isolate(page, box)
        values = " ".join(f"{value:.6f}" for value in matrix)
        obj.Contents = pdf.make_stream(f"q {values} cm /{NAME} Do Q\n".encode("ascii"))
        _move_annotations(obj, matrix)
        obj.MediaBox = Array([round(edge, 3) for edge in new_box])
        for key in (Name.CropBox, Name.BleedBox, Name.TrimBox, Name.ArtBox):
            if key in obj:
                del obj[key]
        if sheet is not None and Name.UserUnit in obj:
            del obj[Name.UserUnit]
    obj.Rotate = rotate


def placed(box: Box, new_box: Box, scale: float, degrees: float) -> Matrix:
    """The matrix that brings ``box`` into the middle of ``new_box``, turned clockwise."""
    angle = math.radians(degrees)
    a, b = scale * math.cos(angle), -scale * math.sin(angle)
    c, d = -b, a
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    new_x, new_y = (new_box[0] + new_box[2]) / 2, (new_box[1] + new_box[3]) / 2
    return (a, b, c, d, new_x - a * x - c * y, new_y - b * x - d * y)


def _move_annotations(page: Object, matrix: Matrix) -> None:
    for one in items(page.get(Name.Annots)):
        if not isinstance(one, Dictionary):
            continue
        rect = _box(one.get(Name.Rect))
        if rect is not None:
            points = [_moved(x, y, matrix) for x in (rect[0], rect[2]) for y in (rect[1], rect[3])]
            xs, ys = [p[0] for p in points], [p[1] for p in points]
            edges = (min(xs), min(ys), max(xs), max(ys))
            one.Rect = Array([round(edge, 3) for edge in edges])
        quads = [number(value) for value in items(one.get(Name.QuadPoints))]
        if quads:
            pairs = [_moved(x, y, matrix) for x, y in zip(quads[::2], quads[1::2], strict=False)]
            one.QuadPoints = Array([round(value, 3) for pair in pairs for value in pair])


def _moved(x: float, y: float, matrix: Matrix) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return (a * x + c * y + e, b * x + d * y + f)


def _visible(page: Object) -> Box:
    """What is seen of a page: its crop box within its media box."""
    media = _box(page.get(Name.MediaBox)) or _A4
    crop = _box(page.get(Name.CropBox))
    cut = common(crop, media) if crop is not None else media
    return media if is_empty(cut) else cut


def _box(value: object) -> Box | None:
    sides = [number(side) for side in items(value)]
    if len(sides) != 4:
        return None
    box = upright((sides[0], sides[1], sides[2], sides[3]))
    return None if is_empty(box) else box
