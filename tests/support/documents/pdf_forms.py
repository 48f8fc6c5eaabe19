"""PDF forms and annotations, with and without the drawings that readers show for them."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from tests.support.documents.pdf import text_pdf

PRINT, HIDDEN, NO_VIEW = 4, 2, 32
MULTILINE, PASSWORD, RADIO, PUSH_BUTTON, COMBO, COMB = (1 << n for n in (12, 13, 15, 16, 17, 24))

Rect = tuple[float, float, float, float]


def drawn(
    pdf: Pdf, content: bytes, width: float, height: float, fonts: Mapping[str, str] | None = None
) -> Object:
    """An appearance with this content; ``fonts`` maps resource names to standard fonts."""
    form = pdf.make_stream(
        content, Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, width, height]
    )
    if fonts is not None:
        form.Resources = Dictionary(Font=fonts_of(fonts))
    return form


def fonts_of(fonts: Mapping[str, str]) -> Dictionary:
    """A font dictionary of standard fonts."""
    return Dictionary(
        {
            f"/{name}": Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name(f"/{base}"))
            for name, base in fonts.items()
        }
    )


def annotation(pdf: Pdf, kind: str, rect: Rect, flags: int = PRINT, **entries: object) -> Object:
    """An annotation of the page; entries whose name the language takes end with an underline."""
    made = pdf.make_indirect(
        Dictionary(Type=Name.Annot, Subtype=Name(f"/{kind}"), Rect=list(rect), F=flags)
    )
    for key, value in entries.items():
        made[f"/{key}"] = String(value) if isinstance(value, str) else value
    return made


def field(pdf: Pdf, kind: str, rect: Rect, flags: int = PRINT, **entries: object) -> Object:
    """A form field with its one widget."""
    made = annotation(pdf, "Widget", rect, flags, **entries)
    made.FT = Name(f"/{kind}")
    if Name.T not in made:
        made.T = String(f"field {rect}")
    return made


def stamp(pdf: Pdf, words: str, rect: Rect, flags: int = PRINT) -> Object:
    """A stamp that shows ``words`` (Latin letters) in a red frame."""
    width, height = rect[2] - rect[0], rect[3] - rect[1]
    content = (
        f"1 0 0 RG 1 0 0 rg 1 1 {width - 2} {height - 2} re S "
        f"BT /F 12 Tf 6 {height / 2} Td ({words}) Tj ET"
    ).encode("ascii")
    look = drawn(pdf, content, width, height, {"F": "Helvetica"})
    return annotation(pdf, "Stamp", rect, flags, AP=Dictionary(N=look))


def button(pdf: Pdf, rect: Rect, state: str, *, own_fonts: bool = True) -> Object:
    """A tick box drawn with a frame; on, it has a tick from the font ZaDb."""
    frame = b"0 0 0 RG 0.5 0.5 19 19 re S "
    tick = frame + b"BT /ZaDb 18 Tf 3 3 Td (4) Tj ET"
    fonts = {"ZaDb": "ZapfDingbats"} if own_fonts else None
    looks = Dictionary(Yes=drawn(pdf, tick, 20, 20, fonts), Off=drawn(pdf, frame, 20, 20, fonts))
    name = Name(f"/{state}")
    return field(pdf, "Btn", rect, AP=Dictionary(N=looks), AS=name, V=name)


def annotated_pdf(
    path: Path,
    *make: Callable[[Pdf], Object],
    redraw: bool | None = None,
    fonts: Mapping[str, str] | None = None,
) -> Path:
    """A page with the annotations that ``make`` gives; its fields are those of the form.

    ``redraw`` is the form's NeedAppearances, ``fonts`` are its default fonts.
    """
    text_pdf(path, ["正文"])
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        made = [one(pdf) for one in make]
        pdf.pages[0].Annots = Array(made)
        fields = [one for one in made if one.Subtype == Name.Widget and Name.Parent not in one]
        for widget in made:
            if Name.Parent in widget:
                group = widget.Parent
                fields += [] if Name.Kids in group else [group]
                group.Kids = Array([*group.get(Name.Kids, ()), widget])
        if fields or redraw is not None:
            form = Dictionary(Fields=fields, DA=String("/Helv 12 Tf 0 g"))
            if redraw is not None:
                form.NeedAppearances = redraw
            if fonts is not None:
                form.DR = Dictionary(Font=fonts_of(fonts))
            pdf.Root.AcroForm = form
        pdf.save(path)
    return path
