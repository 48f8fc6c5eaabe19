"""Why the pages of a PDF cannot go into a dossier as they are."""

from dataclasses import dataclass

from pikepdf import Array, Dictionary, Name, Object, Page, Pdf

from app.pdf.layers import marks_in, marks_of_annotation
from app.pdf.objects import (
    Box,
    annotations_of,
    box_of,
    common,
    inherited,
    is_empty,
    name,
    upright,
)

#: The largest side a page may have, in points (the limit of common viewers, 200 inches).
LARGEST_SIDE = 14400.0

#: The paper of a page that names none.
_A4: Box = (0.0, 0.0, 595.276, 841.89)


@dataclass(frozen=True, slots=True)
class Needs:
    """Why the pages must not go into a dossier as they are; with nothing of it, they may.

    Attributes:
        flattening: there are fields, or annotations other than links.
        layers: viewers would judge for themselves which layers they show.
        odd_boxes: a page has a size or a turn that no printer understands.
    """

    flattening: bool = False
    layers: bool = False
    odd_boxes: bool = False

    @property
    def rewriting(self) -> bool:
        """True if the pages must be written again."""
        return self.flattening or self.layers or self.odd_boxes


def needs_of(pdf: Pdf) -> Needs:
    """Look at the catalogue and every page's entries; no content is decoded."""
    root = pdf.Root
    form = root.get(Name.AcroForm)
    fields = form.get(Name.Fields) if isinstance(form, Dictionary) else None
    notes = odd = False
    layers = Name.OCProperties in root
    for page in pdf.pages:
        odd = odd or has_odd_boxes(page)
        for annotation in annotations_of(page):
            kind = name(annotation.get(Name.Subtype))
            notes = notes or kind != "Link"
            layers = layers or bool(marks_of_annotation(annotation))
    layers = layers or any(marks_in(scope.resources) for scope in pdf.content_scopes())
    return Needs(
        flattening=notes or (isinstance(fields, Array) and len(fields) > 0),
        layers=layers,
        odd_boxes=odd,
    )


def has_odd_boxes(page: Page) -> bool:
    """Say whether the page's size or turn is none that every viewer and printer understands."""
    box = box_of(page.obj, Name.MediaBox)
    if box is None or box[0] >= box[2] or box[1] >= box[3]:
        return True
    if max(box[2] - box[0], box[3] - box[1], *(abs(edge) for edge in box)) > LARGEST_SIDE:
        return True
    if inherited(page.obj, Name.CropBox) is not None:
        crop = box_of(page.obj, Name.CropBox)
        if crop is None or is_empty(crop) or is_empty(common(box, crop)):
            return True
    turn: object = inherited(page.obj, Name.Rotate)
    if turn is not None and (not isinstance(turn, int) or turn not in (0, 90, 180, 270)):
        return True
    return Name.UserUnit in page.obj


def visible_box(page: Object) -> Box:
    """Return what a reader shows of the page, in its own space, upright and never empty."""
    written = box_of(page, Name.MediaBox)
    media = upright(written) if written is not None else _A4
    if is_empty(media):
        media = _A4
    crop = box_of(page, Name.CropBox)
    if crop is None:
        return media
    visible = common(media, upright(crop))
    return media if is_empty(visible) else visible
