"""Making a PDF fit for a dossier: layers settled, forms flattened, page sizes normal."""

from pathlib import Path

from pikepdf import Array, Name, Page, Pdf

from app.conversion.pdf.flattening import flatten
from app.conversion.pdf.layers import resolve_layers
from app.conversion.pdf.needs import LARGEST_SIDE, Needs, has_odd_boxes, visible_box
from app.pdf.isolating import Isolation
from app.pdf.objects import annotations_of, box_of, number, turn_of

#: The longer side of A3, in points.
_A3_LONG = 1190.551


def mend(pdf: Pdf, needs: Needs, scratch: Path) -> None:
    """Change the open PDF in place, as far as it needs it; no page is added or lost.

    ``scratch`` is a file that may be used meanwhile.
    """
    if needs.layers:
        resolve_layers(pdf)
    if needs.flattening:
        flatten(pdf, scratch)
    if needs.odd_boxes:
        for page in pdf.pages:
            if has_odd_boxes(page):
                _straighten(pdf, page)


def _straighten(pdf: Pdf, page: Page) -> None:
    """Give the page an upright box, a valid rotation, and a size that can be printed."""
    page.obj.Rotate = turn_of(page.obj)
    box = visible_box(page.obj)
    unit = number(page.obj.get(Name.UserUnit, 1), 1.0)
    scale = unit if unit > 0 else 1.0
    longest = max(box[2] - box[0], box[3] - box[1]) * scale
    if longest > LARGEST_SIDE:
        scale *= _A3_LONG / longest
    far = max(abs(edge) for edge in box) * scale > LARGEST_SIDE
    origin = (box[0], box[1]) if far else (0.0, 0.0)
    if scale != 1.0 or far:
        _move(pdf, page, scale, origin)
    edges = [round((edge - origin[side % 2]) * scale, 4) for side, edge in enumerate(box)]
    page.obj.MediaBox = Array(edges)
    for key in (Name.CropBox, Name.TrimBox, Name.BleedBox, Name.ArtBox, Name.UserUnit):
        if key in page.obj:
            del page.obj[key]


def _move(pdf: Pdf, page: Page, scale: float, origin: tuple[float, float]) -> None:
    """Scale what stands on the page, and bring ``origin`` to the corner."""
    x, y = (-edge * scale for edge in origin)
    matrix = f"{scale:.6f} 0 0 {scale:.6f} {x:.4f} {y:.4f} cm\n".encode("ascii")
    content = Isolation(pdf).isolate(page, visible_box(page.obj))
    page.obj.Contents = pdf.make_stream(b"q " + matrix + content + b"Q")
    for annotation in annotations_of(page):
        rect = box_of(annotation, Name.Rect)
        if rect is not None:
            moved = [(edge - origin[side % 2]) * scale for side, edge in enumerate(rect)]
            annotation.Rect = Array([round(edge, 4) for edge in moved])
