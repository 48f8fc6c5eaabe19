"""Links inside an original, kept working in the dossier.

Merging copies a page's links but not what they lead to, as the target page may not come along.
All pages of an original do come along here, so each link is looked up in the original and led to
the copy. Links that lead nowhere are taken out rather than left dead.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Page, Pdf, String

from app.conversion.facts import destination_key, named_destinations
from app.pdf.objects import name

#: How a place may be shown (ISO 32000-2, 12.3.2.2).
_WAYS = frozenset({"XYZ", "Fit", "FitH", "FitV", "FitR", "FitB", "FitBH", "FitBV"})


def has_internal_links(page: Object) -> bool:
    """True if a page has a link to a place in its own file."""
    annotations = elements(page.get(Name.Annots))
    return any(isinstance(one, Dictionary) and is_internal(one) for one in annotations)


def elements(value: Object | None) -> list[Object]:
    """What an array holds; nothing if it is none."""
    return list(value) if isinstance(value, Array) else []


def is_internal(annotation: Object) -> bool:
    """True if an annotation is a link to a place in its own file."""
    if annotation.get(Name.Subtype) != Name.Link:
        return False
    action = annotation.get(Name.A)
    return Name.Dest in annotation or (
        isinstance(action, Dictionary) and action.get(Name.S) == Name.GoTo
    )


def restore_links(source: Path, copies: Sequence[Page], pdf: Pdf) -> None:
    """Lead the links on ``copies`` (the whole of ``source`` in order) to the copied pages."""
    with pikepdf.open(source) as original:
        numbers = {page.obj.objgen: number for number, page in enumerate(original.pages)}
        names = named_destinations(original)
        for page, copy in zip(original.pages, copies, strict=False):
            before = elements(page.obj.get(Name.Annots))
            after = elements(copy.obj.get(Name.Annots))
            if not after:
                continue
            kept = []
            for theirs, ours in zip(before, after, strict=False):
                if not (isinstance(theirs, Dictionary) and isinstance(ours, Dictionary)):
                    continue
                if is_internal(theirs):
                    found = _resolve(theirs, numbers, names)
                    if found is None or found[0] >= len(copies):
                        continue
                    ours = _led_to(ours, copies[found[0]], found[1], pdf)
                kept.append(ours)
            copy.obj.Annots = Array(kept)


def _led_to(link: Object, page: Page, view: list[object], pdf: Pdf) -> Object:
    if Name.A in link:
        del link[Name.A]
    link.Dest = Array([page.obj, *view])
    return link if link.is_indirect else pdf.make_indirect(link)


def _resolve(
    link: Object, numbers: Mapping[tuple[int, int], int], names: Mapping[str, Object]
) -> tuple[int, list[object]] | None:
    target = link.get(Name.Dest)
    action = link.get(Name.A)
    if target is None and isinstance(action, Dictionary):
        target = action.get(Name.D)
    if isinstance(target, (String, Name)):
        target = names.get(destination_key(target))
    if isinstance(target, Dictionary):
        target = target.get(Name.D)
    if not isinstance(target, Array) or len(target) == 0:
        return None
    page: object = target[0]
    if isinstance(page, Dictionary):
        number = numbers.get(page.objgen)
    else:
        number = page if isinstance(page, int) and 0 <= page < len(numbers) else None
    if number is None:
        return None
    return number, _view(elements(target)[1:])


def _view(given: Sequence[object]) -> list[object]:
    """How the target is shown, with nothing of the original's objects in it."""
    way = name(given[0]) if given else ""
    if way not in _WAYS:
        return [Name.Fit]
    numbers = [
        float(value) if isinstance(value, Decimal) else value
        for value in given[1:5]
        if value is None or isinstance(value, (int, float, Decimal))
    ]
    return [Name(f"/{way}"), *numbers]
