"""A PDF made fit for a dossier: forms flattened, scripts out, sizes sane."""

from pathlib import Path

from pikepdf import Array, Dictionary, Name, Page, Pdf, sanitize

from app.conversion.pdf_findings import (
    LARGEST_SIDE,
    Findings,
    annotations_of,
    box_of,
    has_odd_boxes,
    inherited,
    is_safe_link,
)
from app.conversion.pdf_form_values import take_undrawn_values, write_values
from app.conversion.pdf_layers import remove_hidden_layers

#: A4 and the longer side of A3, in points.
_A4 = (0.0, 0.0, 595.276, 841.89)
_A3_LONG = 1190.551


def mend(pdf: Pdf, findings: Findings, scratch: Path) -> None:
    """Change the open PDF in place, as far as ``findings`` ask for it; no page is added or lost.

    ``scratch`` is a file that may be used meanwhile.
    """
    if findings.form:
        _flatten_form(pdf, scratch)
    if findings.active:
        _remove_actions(pdf)
    if findings.hidden_layers:
        remove_hidden_layers(pdf)
    if findings.odd_boxes:
        for page in pdf.pages:
            if has_odd_boxes(page):
                _straighten(pdf, page)


def _flatten_form(pdf: Pdf, scratch: Path) -> None:
    """Burn every field's appearance, stamps of signatures included, into its page."""
    undrawn = take_undrawn_values(pdf)
    pdf.flatten_annotations("all")
    write_values(pdf, undrawn, scratch)
    for page in pdf.pages:
        left = [one for one in annotations_of(page) if one.get(Name.Subtype) != Name.Widget]
        if left:
            page.obj.Annots = Array(left)
        elif Name.Annots in page.obj:
            del page.obj[Name.Annots]
    for key in (Name.AcroForm, Name.Perms, Name.DSS):
        if key in pdf.Root:
            del pdf.Root[key]


def _remove_actions(pdf: Pdf) -> None:
    for page in pdf.pages:
        if Name.AA in page.obj:
            del page.obj[Name.AA]
        for annotation in annotations_of(page):
            if Name.AA in annotation:
                del annotation[Name.AA]
            action = annotation.get(Name.A)
            if not isinstance(action, Dictionary) or action.get(Name.S) != Name.URI:
                continue
            if Name.Next not in action and is_safe_link(action):
                # The web links that may stay step aside while everything else is swept.
                annotation["/JZKeptLink"] = action
                del annotation[Name.A]
    sanitizer = sanitize.Sanitizer().remove_javascript().remove_external_access()
    sanitizer.remove_multimedia().remove_attachments().apply(pdf)
    if Name.AA in pdf.Root:
        del pdf.Root[Name.AA]
    for page in pdf.pages:
        for annotation in annotations_of(page):
            if "/JZKeptLink" in annotation:
                annotation.A = annotation["/JZKeptLink"]
                del annotation["/JZKeptLink"]


def _straighten(pdf: Pdf, page: Page) -> None:
    """Give the page an upright box of its own, a legal turn, and a size that can be printed."""
    turn: object = inherited(page.obj, Name.Rotate)
    page.obj.Rotate = round(turn / 90) % 4 * 90 if isinstance(turn, int) else 0
    written = box_of(page.obj, Name.MediaBox) or _A4
    box = _upright(written)
    crop = box_of(page.obj, Name.CropBox)
    visible = _common(box, _upright(crop)) if crop is not None else box
    unit: object = page.obj.get(Name.UserUnit, 1)
    scale = float(unit) if isinstance(unit, (int, float)) and unit > 0 else 1.0
    longest = max(visible[2] - visible[0], visible[3] - visible[1]) * scale
    if longest > LARGEST_SIDE:
        scale *= _A3_LONG / longest
    if Name.UserUnit in page.obj:
        del page.obj[Name.UserUnit]
    if scale != 1.0:
        _scale(pdf, page, scale)
    page.obj.MediaBox = Array([edge * scale for edge in box])
    page.obj.CropBox = Array([edge * scale for edge in visible])
    for key in (Name.TrimBox, Name.BleedBox, Name.ArtBox):
        if key in page.obj:
            del page.obj[key]


def _scale(pdf: Pdf, page: Page, scale: float) -> None:
    matrix = f"q {scale:.6f} 0 0 {scale:.6f} 0 0 cm\n".encode("ascii")
    page.contents_add(pdf.make_stream(matrix), prepend=True)
    page.contents_add(pdf.make_stream(b"\nQ"))
    for annotation in annotations_of(page):
        rect = box_of(annotation, Name.Rect)
        if rect is not None:
            annotation.Rect = Array([edge * scale for edge in rect])


def _upright(box: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
    x0, x1 = sorted((box[0], box[2]))
    y0, y1 = sorted((box[1], box[3]))
    return (x0, y0, x1, y1) if x0 < x1 and y0 < y1 else _A4


def _common(
    box: tuple[float, float, float, float], crop: tuple[float, float, float, float]
) -> tuple[float, float, float, float]:
    x0, y0, x1, y1 = (
        max(box[0], crop[0]),
        max(box[1], crop[1]),
        min(box[2], crop[2]),
        min(box[3], crop[3]),
    )
    return (x0, y0, x1, y1) if x0 < x1 and y0 < y1 else box
