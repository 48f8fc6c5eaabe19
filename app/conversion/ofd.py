"""OFD (GB/T 33190) drawn page by page; accepted only if the text comes out as it went in."""

from collections import Counter
from pathlib import Path
from typing import ClassVar

import ofdkit
import pypdfium2
from ofdkit import OFDError

from app.conversion.limits import OneByOne
from app.conversion.model import (
    ConversionSettings,
    Made,
    Order,
    PdfFacts,
    RenditionOrigin,
)
from app.conversion.ofd_package import OfdReader
from app.conversion.ofd_painting import OfdPainter
from app.filekind import FileKind
from app.isolation import Workers
from app.problems import Problem, ProblemKind
from app.typesetting.embedded_font import PlainCanvas
from app.typesetting.fonts import FontRole, base_font_name

#: The share of the file's characters that must be found again in the drawn pages.
ENOUGH = 0.95

_A4 = (595.276, 841.89)


class OfdConverter(OneByOne):
    """Draws OFD pages in worker processes."""

    name: ClassVar[str] = "ofd"
    version: ClassVar[str] = "1"
    kinds: ClassVar[frozenset[FileKind]] = frozenset({FileKind.OFD})
    batch_size: ClassVar[int] = 200

    def __init__(self, workers: Workers, settings: ConversionSettings) -> None:
        super().__init__(workers, settings, draw)


def draw(order: Order) -> Made | Problem:
    """Draw one file and compare; to be run in a worker."""
    label = order.source.file_type.label
    try:
        with ofdkit.open(order.source.path) as document:
            expected, text = len(document.pages), document.text()
        if expected == 0:
            return Problem(ProblemKind.DAMAGED, {"label": label})
        with OfdReader(order.source.path) as reader:
            canvas = PlainCanvas(order.target, _A4, base_font_name(FontRole.TABLE))
            painter = OfdPainter(reader)
            for page in reader.pages():
                painter.draw(canvas, page)
                canvas.showPage()
            canvas.save()
            signed = reader.signed
    except OFDError:
        return Problem(ProblemKind.DAMAGED, {"label": label})
    found, written = _read_back(order.target)
    share = agreement(text, written)
    if share < ENOUGH:
        return Problem(ProblemKind.TEXT_DISAGREES, {"percent": int(share * 100)})
    notes = (Problem(ProblemKind.SIGNATURE_NOT_CARRIED),) if signed else ()
    return Made(
        order.target,
        RenditionOrigin.CONVERTED,
        expected_pages=expected,
        notes=notes,
        facts=PdfFacts(found),
    )


def agreement(wanted: str, found: str) -> float:
    """Return the share of the wanted characters that were found, whatever their order."""
    there, here = (Counter("".join(text.split())) for text in (wanted, found))
    total = there.total()
    return (there & here).total() / total if total else 1.0


def _read_back(path: Path) -> tuple[int, str]:
    with pypdfium2.PdfDocument(path) as document:
        texts = [page.get_textpage().get_text_range() for page in document]
        return len(texts), "\n".join(texts)
