"""Electronic signatures and seals (签章) of a PDF: which of them are visible."""

from dataclasses import dataclass

from pikepdf import Dictionary, Name, Object, ObjectSet, Pdf

from app.pdf.objects import (
    box_of,
    dictionaries,
    inherited,
    is_empty,
    is_printed,
    normal_appearance,
    upright,
)


@dataclass(frozen=True, slots=True)
class Signatures:
    """How many signatures leave a picture on the printed page, and how many leave none."""

    shown: int = 0
    unseen: int = 0


def signatures_of(pdf: Pdf) -> Signatures:
    """Count the form's signed fields."""
    form = pdf.Root.get(Name.AcroForm)
    stack = list(dictionaries(form.get(Name.Fields))) if isinstance(form, Dictionary) else []
    seen, shown, unseen = ObjectSet(), 0, 0
    while stack:
        field = stack.pop()
        if not seen.add(field):
            continue
        kids = list(dictionaries(field.get(Name.Kids)))
        if inherited(field, Name.FT) == Name.Sig and Name.V in field:
            if any(_shows(widget) for widget in (field, *kids)):
                shown += 1
            else:
                unseen += 1
        else:
            stack += kids
    return Signatures(shown, unseen)


def _shows(widget: Object) -> bool:
    box = box_of(widget, Name.Rect)
    drawn = box is not None and not is_empty(upright(box)) and is_printed(widget)
    return drawn and normal_appearance(widget) is not None
