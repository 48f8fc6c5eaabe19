"""What in a PDF keeps its own pages from going into a dossier as they are."""

from collections.abc import Iterable
from dataclasses import dataclass

from pikepdf import Array, Dictionary, Name, Object, Page, Pdf, String

#: Actions that run something, send something, or play something.
_ACTIVE = frozenset(
    {
        "/JavaScript",
        "/Launch",
        "/SubmitForm",
        "/ImportData",
        "/GoToR",
        "/GoToE",
        "/Rendition",
        "/Movie",
        "/Sound",
        "/RichMediaExecute",
    }
)

#: Annotations that hold a file or something that plays.
_LOADED = frozenset({"/FileAttachment", "/Movie", "/Sound", "/Screen", "/RichMedia", "/3D"})

#: Where a link may lead without starting anything on the reader's machine.
_SAFE_SCHEMES = ("http:", "https:", "mailto:", "tel:", "#")

#: The largest side a page may have, in points (the limit of common viewers, 200 inches).
LARGEST_SIDE = 14400.0

_LONGEST_CHAIN = 20


@dataclass(frozen=True, slots=True)
class Findings:
    """What was found; with nothing of it the PDF needs no rewriting."""

    form: bool = False
    signed: bool = False
    dynamic_form: bool = False
    active: bool = False
    hidden_layers: bool = False
    odd_boxes: bool = False
    attachments: int = 0
    portfolio: bool = False

    @property
    def needs_rewriting(self) -> bool:
        """True if the pages must not go into a dossier as they are."""
        return self.form or self.active or self.hidden_layers or self.odd_boxes


def look_over(pdf: Pdf) -> Findings:
    """Look at the catalogue and every page's entries; no content is decoded."""
    root = pdf.Root
    form = root.get(Name.AcroForm)
    fields = form.get(Name.Fields) if isinstance(form, Dictionary) else None
    names = root.get(Name.Names)
    names = names if isinstance(names, Dictionary) else Dictionary()
    widgets = odd = False
    active = _holder_is_active(root) or Name.JavaScript in names or _outline_is_active(root)
    for page in pdf.pages:
        odd = odd or has_odd_boxes(page)
        active = active or Name.AA in page.obj
        for annotation in annotations_of(page):
            kind = str(annotation.get(Name.Subtype))
            widgets = widgets or kind == "/Widget"
            active = active or kind in _LOADED or _holder_is_active(annotation)
    has_fields = isinstance(fields, Array) and len(fields) > 0
    return Findings(
        form=widgets or has_fields,
        signed=isinstance(fields, Array) and any(_signed(field) for field in fields),
        dynamic_form=bool(root.get(Name.NeedsRendering, False)),
        active=active,
        hidden_layers=has_hidden_layers(root),
        odd_boxes=odd,
        attachments=len(pdf.attachments) if Name.EmbeddedFiles in names else 0,
        portfolio=Name.Collection in root,
    )


def annotations_of(page: Page) -> Iterable[Object]:
    """Yield the page's annotations that are dictionaries, as they must be."""
    annotations = page.obj.get(Name.Annots)
    if isinstance(annotations, Array):
        yield from (one for one in annotations if isinstance(one, Dictionary))


def has_odd_boxes(page: Page) -> bool:
    """Say whether the page's size or turn is none that a printer understands."""
    box = box_of(page.obj, Name.MediaBox)
    if box is None or box[0] >= box[2] or box[1] >= box[3]:
        return True
    if max(box[2] - box[0], box[3] - box[1]) > LARGEST_SIDE:
        return True
    crop = box_of(page.obj, Name.CropBox)
    if crop is not None and not _overlap(box, crop):
        return True
    turn: object = inherited(page.obj, Name.Rotate)
    if turn is not None and (not isinstance(turn, int) or turn % 90):
        return True
    return Name.UserUnit in page.obj


def box_of(page: Object, key: Name) -> tuple[float, float, float, float] | None:
    """Return a box of the page, own or inherited, as it is written; None if it is no box."""
    box = inherited(page, key)
    if not isinstance(box, Array) or len(box) != 4:
        return None
    try:
        x0, y0, x1, y1 = (float(edge) for edge in box)
    except (TypeError, ValueError):
        return None
    return x0, y0, x1, y1


def inherited(node: Object, key: Name) -> Object | None:
    """Look an inheritable page attribute up along the page tree."""
    for _ in range(_LONGEST_CHAIN):
        value = node.get(key)
        parent = node.get(Name.Parent)
        if value is not None or not isinstance(parent, Dictionary):
            return value
        node = parent
    return None


def has_hidden_layers(root: Object) -> bool:
    """Say whether some optional content is not shown when the file is opened."""
    layers = root.get(Name.OCProperties)
    default = layers.get(Name.D) if isinstance(layers, Dictionary) else None
    if not isinstance(default, Dictionary):
        return False
    off = default.get(Name.OFF)
    return default.get(Name.BaseState) == Name.OFF or (isinstance(off, Array) and len(off) > 0)


def is_safe_link(action: Object) -> bool:
    """Say whether a URI action leads to the web or to mail, not to a file or a program."""
    target = action.get(Name.URI)
    return isinstance(target, String) and str(target).strip().lower().startswith(_SAFE_SCHEMES)


def _overlap(
    one: tuple[float, float, float, float], other: tuple[float, float, float, float]
) -> bool:
    return (
        other[0] < other[2]
        and other[1] < other[3]
        and max(one[0], other[0]) < min(one[2], other[2])
        and max(one[1], other[1]) < min(one[3], other[3])
    )


def _holder_is_active(holder: Object) -> bool:
    if Name.AA in holder:
        return True
    return _is_active(holder.get(Name.A)) or _is_active(holder.get(Name.OpenAction))


def _is_active(action: Object | None, depth: int = 0) -> bool:
    if not isinstance(action, Dictionary):
        return False
    kind = str(action.get(Name.S))
    if kind in _ACTIVE or (kind == "/URI" and not is_safe_link(action)) or depth > _LONGEST_CHAIN:
        return True
    following = action.get(Name.Next)
    if isinstance(following, Array):
        return any(_is_active(one, depth + 1) for one in following)
    return _is_active(following, depth + 1)


def _outline_is_active(root: Object) -> bool:
    outlines = root.get(Name.Outlines)
    if not isinstance(outlines, Dictionary):
        return False
    stack = [outlines.get(Name.First)]
    seen: set[tuple[int, int]] = set()
    while stack:
        item = stack.pop()
        if not isinstance(item, Dictionary) or item.objgen in seen:
            continue
        if item.objgen != (0, 0):
            seen.add(item.objgen)
        if _is_active(item.get(Name.A)):
            return True
        stack += [item.get(Name.Next), item.get(Name.First)]
    return False


def _signed(field: Object, depth: int = 0) -> bool:
    if not isinstance(field, Dictionary) or depth > _LONGEST_CHAIN:
        return False
    if field.get(Name.FT) == Name.Sig and Name.V in field:
        return True
    kids = field.get(Name.Kids)
    return isinstance(kids, Array) and any(_signed(kid, depth + 1) for kid in kids)
