"""Measuring sheets and printing them: both from one layout, so that they agree."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from app.sheets.catalogue import lay_out_catalogue
from app.sheets.content import (
    Blank,
    Catalogue,
    Cover,
    Divider,
    EndSheet,
    IndicatorSheet,
    LinkArea,
    MasterCatalogue,
    NoteSheet,
    Placeholder,
    PrintList,
    RegisterSheet,
    RenderedSheets,
    SheetContent,
    SiteGuide,
    Spine,
    StartIndex,
)
from app.sheets.cover import lay_out_cover
from app.sheets.divider import lay_out_divider
from app.sheets.end_sheet import lay_out_end_sheet
from app.sheets.indicator_sheet import lay_out_indicator_sheet
from app.sheets.master_catalogue import lay_out_master_catalogue
from app.sheets.note_sheet import lay_out_note_sheet
from app.sheets.page import Page, unprintable_characters
from app.sheets.painting import link_areas, paint
from app.sheets.placeholder import lay_out_placeholder
from app.sheets.print_list import lay_out_print_list
from app.sheets.register_sheet import lay_out_register_sheet
from app.sheets.site_guide import lay_out_site_guide
from app.sheets.spine import lay_out_spines
from app.sheets.start_index import lay_out_start_index
from app.typesetting.embedded_font import PlainCanvas
from app.typesetting.fonts import FontRole, base_font_name


@dataclass(frozen=True, slots=True)
class Finishing:
    """What a PDF of sheets holds beside its pages, written as PDF has it.

    ``annotation`` makes of each link what the page holds of it; ``entries`` and ``packet`` say
    what the document is, in ``language``. Another library would read all of it again to add this.
    """

    annotation: Callable[[LinkArea], bytes]
    entries: Mapping[str, bytes]
    packet: bytes
    language: bytes


@lru_cache(maxsize=64)
def lay_out(content: SheetContent) -> tuple[Page, ...]:
    """Return the pages of one sheet with everything in its place; they are not to be changed.

    Kept for a while, because what is measured is mostly rendered soon after.
    """
    match content:
        case Cover():
            return lay_out_cover(content)
        case IndicatorSheet():
            return lay_out_indicator_sheet(content)
        case Catalogue():
            return lay_out_catalogue(content)
        case Divider():
            return lay_out_divider(content)
        case Placeholder():
            return lay_out_placeholder(content)
        case RegisterSheet():
            return lay_out_register_sheet(content)
        case EndSheet():
            return lay_out_end_sheet(content)
        case MasterCatalogue():
            return lay_out_master_catalogue(content)
        case NoteSheet():
            return lay_out_note_sheet(content)
        case StartIndex():
            return lay_out_start_index(content)
        case PrintList():
            return lay_out_print_list(content)
        case SiteGuide():
            return lay_out_site_guide(content)
        case Blank():
            return (Page(),)


def measure_sheet(content: SheetContent) -> int:
    """Return the exact number of pages that ``content`` takes; no file is touched."""
    return len(lay_out(content))


def render_sheets(
    contents: Sequence[SheetContent],
    target: Path,
    *,
    watermark: str = "",
    finishing: Finishing | None = None,
) -> RenderedSheets:
    """Write one PDF with every sheet in order, each on a new page.

    ``watermark`` ("草稿") lies light grey beneath what is printed. ``finishing`` is for
    a PDF that goes out as it is. The result says how many pages each sheet takes (what
    ``measure_sheet`` says), where its rows lead, and which characters no bundled font has; those
    are printed as red frames.

    Raises:
        ValueError: ``contents`` is empty; a PDF has at least one page.
    """
    laid_out = [lay_out(content) for content in contents]
    pages = [page for sheet in laid_out for page in sheet]
    _write(pages, target, watermark, finishing)
    links = tuple(area for number, page in enumerate(pages) for area in link_areas(number, page))
    return RenderedSheets(
        tuple(len(sheet) for sheet in laid_out), links, tuple(sorted(unprintable_characters(pages)))
    )


def render_register_sheet(sheet: RegisterSheet, target: Path) -> int:
    """Write the 登记页 as a separate PDF; return its number of pages."""
    return render_sheets([sheet], target).page_counts[0]


def render_spines(spines: Sequence[Spine], target: Path) -> int:
    """Write the labels on A4 sheets with cut lines; return the number of sheets.

    Raises:
        ValueError: ``spines`` is empty.
    """
    pages = lay_out_spines(spines)
    _write(pages, target)
    return len(pages)


def _write(
    pages: Sequence[Page],
    target: Path,
    watermark: str = "",
    finishing: Finishing | None = None,
) -> None:
    if not pages:
        raise ValueError("no sheets")
    canvas = PlainCanvas(target, (pages[0].width, pages[0].height), base_font_name(FontRole.TABLE))
    if finishing is None:
        paint(canvas, pages, watermark)
    else:
        paint(canvas, pages, watermark, finishing.annotation)
        canvas.describe(finishing.entries, finishing.packet, finishing.language)
    canvas.save()
