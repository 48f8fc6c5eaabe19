"""Forms and annotations drawn into their pages, as they print.

What is printed becomes part of the page, whatever a viewer thinks of annotations; what is not
printed goes. Links stay links.
"""

from pathlib import Path

from pikepdf import Array, Dictionary, Name, Object, Page, Pdf, Stream

from app.conversion.pdf.field_drawing import draw_fields
from app.conversion.pdf.fields import FieldDrawing, drawing_of
from app.conversion.pdf.markup import draw_markup, words_of
from app.pdf.isolating import isolate_content
from app.pdf.objects import (
    Box,
    annotations_of,
    appearance_state,
    box_of,
    entries,
    is_printed,
    name,
    normal_appearance,
    set_entry,
    upright,
)

#: Annotations that are nothing without the reader's window around the page.
_NEVER_PRINTED = frozenset({"", "Popup", "PrinterMark", "TrapNet"})
#: No content reaches farther; a form that shuts it in cuts nothing off.
_EVERYWHERE: Box = (-14400.0, -14400.0, 28800.0, 28800.0)


def flatten(pdf: Pdf, scratch: Path) -> None:
    """Burn in whatever prints; no field and no annotation with a drawing is left.

    ``scratch`` is a file that may be used meanwhile.
    """
    form = pdf.Root.get(Name.AcroForm)
    form = form if isinstance(form, Dictionary) else None
    drawings: dict[int, list[FieldDrawing]] = {}
    links: dict[int, list[Object]] = {}
    for number, page in enumerate(pdf.pages):
        if Name.Annots not in page.obj:
            continue
        isolate_content(pdf, page, _room(page))
        links[number], burnt, drawn = _sort(pdf, page, form)
        page.obj.Annots = Array(burnt)
        if drawn:
            drawings[number] = drawn
    if form is not None and Name.NeedAppearances in form:
        del form[Name.NeedAppearances]  # with it, nothing of a form would be burnt in
    pdf.flatten_annotations("print")
    for number, kept in links.items():
        page = pdf.pages[number]
        page.obj.Annots = Array(kept)
        if not kept:
            del page.obj[Name.Annots]
    _draw(pdf, drawings, scratch)
    for key in (Name.AcroForm, Name.Perms, Name.DSS):
        if key in pdf.Root:
            del pdf.Root[key]


def _sort(
    pdf: Pdf, page: Page, form: Object | None
) -> tuple[list[Object], list[Object], list[FieldDrawing]]:
    """Tell links, annotations to burn in, and fields to draw; what does not print is none."""
    links, burnt, drawn = [], [], []
    for annotation in annotations_of(page):
        kind = name(annotation.get(Name.Subtype))
        if kind == "Link":
            links.append(annotation)
            continue
        if not is_printed(annotation) or kind in _NEVER_PRINTED:
            continue
        drawing = None
        if kind == "Widget":
            drawing = drawing_of(annotation, form)
        elif normal_appearance(annotation) is None:
            drawing = words_of(annotation)
            draw_markup(pdf, annotation)
        if drawing is not None:
            drawn.append(drawing)
        else:
            _complete(annotation, form)
            burnt.append(annotation)
    return links, burnt, drawn


def _complete(annotation: Object, form: Object | None) -> None:
    """Write down the state and the fonts that readers take from the field and from the form."""
    state = appearance_state(annotation)
    if state is not None:
        annotation.AS = state
    defaults = form.get(Name.DR) if form is not None else None
    appearance = normal_appearance(annotation)
    if appearance is None or not isinstance(defaults, Dictionary):
        return
    own = appearance.get(Name.Resources)
    if not isinstance(own, Dictionary):
        appearance.Resources = defaults
        return
    fonts, default_fonts = own.get(Name.Font), defaults.get(Name.Font)
    if not isinstance(default_fonts, Dictionary):
        return
    if not isinstance(fonts, Dictionary):
        own.Font = default_fonts
        return
    known = {key for key, _ in entries(fonts)}
    for key, font in entries(default_fonts):
        if key not in known:
            set_entry(fonts, key, font)


def _room(page: Page) -> Box:
    box = box_of(page.obj, Name.MediaBox)
    if box is None:
        return _EVERYWHERE
    x0, y0, x1, y1 = upright(box)
    return min(x0, -14400.0), min(y0, -14400.0), max(x1, 28800.0), max(y1, 28800.0)


def _draw(pdf: Pdf, drawings: dict[int, list[FieldDrawing]], scratch: Path) -> None:
    if not drawings:
        return
    draw_fields(scratch, list(drawings.values()))
    try:
        with Pdf.open(scratch) as drawn:
            for number, layer in zip(drawings, drawn.pages, strict=True):
                page = pdf.pages[number]
                form = layer.as_form_xobject(handle_transformations=False)
                form.BBox = Array(_room(page))
                _append(pdf, page, pdf.copy_foreign(form))
    finally:
        scratch.unlink(missing_ok=True)


def _append(pdf: Pdf, page: Page, form: Object) -> None:
    assert isinstance(form, Stream)
    used = page.add_resource(form, Name.XObject)
    page.contents_add(pdf.make_stream(f"\nq {used} Do Q\n".encode("ascii")))
