"""Generated sheets in their plainest form, for tests of binding that do not look at them."""

from collections.abc import Sequence
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from app.sheets.content import Catalogue, CatalogueRow, LinkArea, RenderedSheets, SheetContent

ROWS = 30


def measure_plain(content: SheetContent) -> int:
    """One page, but a catalogue of many rows has more."""
    return 1 + (len(content.lines) - 1) // ROWS if isinstance(content, Catalogue) else 1


def render_plain(
    contents: Sequence[SheetContent], target: Path, *, watermark: str = ""
) -> RenderedSheets:
    """The kind of each sheet as its only words; a catalogue lists its rows, with links."""
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    canvas = Canvas(str(target), pagesize=A4)
    links, page = [], 0
    for content in contents:
        lines = content.lines if isinstance(content, Catalogue) else ()
        for part in range(measure_plain(content)):
            canvas.setFont("STSong-Light", 14)
            canvas.drawString(72, 780, f"<{type(content).__name__}>{watermark}")
            for position, line in enumerate(lines[part * ROWS : (part + 1) * ROWS]):
                y = 750 - 20 * position
                if isinstance(line, CatalogueRow):
                    canvas.drawString(72, y, f"{line.sequence} {line.title} {line.page}")
                    links.append(LinkArea(page, (72, y - 4, 520, y + 14), line.key))
                else:
                    canvas.drawString(72, y, line.text)
            canvas.showPage()
            page += 1
    canvas.save()
    return RenderedSheets(tuple(measure_plain(c) for c in contents), tuple(links))
