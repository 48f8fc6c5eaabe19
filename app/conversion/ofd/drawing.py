"""OFD (GB/T 33190) drawn page by page; accepted only if its text is there and visible."""

import ofdkit
from ofdkit import OFDError

from app.conversion.model import (
    Made,
    Order,
    PdfFacts,
    RenditionOrigin,
)
from app.conversion.ofd.check import Seen, agreement, look_at
from app.conversion.ofd.painting import OfdPainter
from app.conversion.ofd.pattern_canvas import PatternCanvas
from app.findings.ofd import problems_of
from app.gbk_private import with_standard_codes
from app.ofd.losses import runs
from app.ofd.package import OfdReader, kind_of_trouble
from app.ofd.survey import Survey, survey
from app.problems import Problem, ProblemKind
from app.rare_characters import RareCharacters
from app.typesetting.fonts import FontRole, base_font_name

#: The share of the file's characters that must be found again in the drawn pages.
ENOUGH = 0.95
#: The share of a page's characters that must be seen, not lie under an opaque shape.
ENOUGH_LEGIBLE = 0.5

_A4 = (595.276, 841.89)


def draw_ofd(order: Order) -> Made | Problem:
    """Draw one file and compare; to be run in a worker."""
    label = order.source.file_type.label
    try:
        with ofdkit.open(order.source.path) as document:
            text = document.text()
        with OfdReader(order.source.path) as reader:
            found = survey(reader)
            if not found.pages:
                return Problem(ProblemKind.DAMAGED, {"label": label})
            canvas = PatternCanvas(order.target, _A4, base_font_name(FontRole.TABLE))
            painter = OfdPainter(reader)
            for page in reader.pages():
                painter.draw(canvas, page)
                canvas.showPage()
            canvas.save()
    except OFDError as error:
        return Problem(kind_of_trouble(error, order.source.path), {"label": label})
    seen = look_at(order.target)
    share = agreement(with_standard_codes(text), with_standard_codes(seen.text))
    if share < ENOUGH or seen.legible < ENOUGH_LEGIBLE:
        percent = int(min(share, seen.legible) * 100)
        return Problem(ProblemKind.TEXT_DISAGREES, {"percent": percent})
    found.losses.merge(painter.losses)
    return Made(
        order.target,
        RenditionOrigin.CONVERTED,
        expected_pages=found.pages,
        notes=_notes(found, seen, painter.undrawn),
        facts=PdfFacts(seen.pages),
    )


def _notes(found: Survey, seen: Seen, undrawn: RareCharacters) -> tuple[Problem, ...]:
    notes = []
    if found.signed:
        notes.append(Problem(ProblemKind.SIGNATURE_NOT_CARRIED))
    notes += problems_of(found)
    if seen.dark:
        notes.append(Problem(ProblemKind.PAGES_DARK, {"pages": runs(seen.dark)}))
    return (*notes, *undrawn.problems())
