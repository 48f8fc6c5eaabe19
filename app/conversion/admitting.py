"""The last step before pages go into a dossier: only what is allowed stays in them."""

from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String

from app.conversion.facts import destination_key, facts_of, named_destinations
from app.conversion.model import PdfFacts
from app.pdf.objects import annotations_of
from app.pdf.restricting import (
    Removed,
    is_catalogue_quiet,
    place_of,
    restrict,
    restrict_catalogue,
)


def admit(path: Path) -> PdfFacts:
    """Cut a PDF that a converter made down to what is allowed; to be run in a worker.

    It is written anew only if something had to go. The facts are those of before: the bookmarks
    go with the catalogue.

    Raises:
        pikepdf.PdfError: the file does not open.
    """
    with pikepdf.open(path) as pdf:
        facts = facts_of(pdf)
        if not cut_down(pdf):
            return facts
        part = path.with_suffix(".admitted.pdf")
        write(pdf, part)
    part.replace(path)
    return facts


def cut_down(pdf: Pdf, *, entirely: bool = False) -> Removed:
    """Take what is not allowed out of an open PDF; what was taken tells whether to write it anew.

    ``entirely`` is for a file that will be written anew in any case.
    """
    removed = restrict(pdf)
    if entirely or removed or not is_catalogue_quiet(pdf):
        _spell_out_links(pdf)
        catalogue = restrict_catalogue(pdf)
        removed.entries += catalogue.entries
        removed.things += catalogue.things
    return removed


def write(pdf: Pdf, path: Path) -> None:
    """Write what is left of a PDF; what nothing leads to any more stays behind."""
    # qpdf writes back what it found; a trailer that it pieced together may lack this.
    pdf.trailer[Name.Size] = len(pdf.objects) + 1
    pdf.save(path)


def _spell_out_links(pdf: Pdf) -> None:
    """Lead links to pages rather than to names that the catalogue explains."""
    named = [
        (holder, key, target)
        for page in pdf.pages
        for link in annotations_of(page)
        for holder, key in ((link, Name.Dest), (link.get(Name.A), Name.D))
        if isinstance(holder, Dictionary) and isinstance(target := holder.get(key), (Name, String))
    ]
    if not named:
        return
    places = named_destinations(pdf)
    pages = {page.obj.objgen for page in pdf.pages}
    for holder, key, target in named:
        place = place_of(places.get(destination_key(target)), pages)
        if isinstance(place, Array):
            holder[key] = place
