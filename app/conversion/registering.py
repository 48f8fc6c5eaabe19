"""The register sheet of one file that cannot be printed."""

from pathlib import Path

from pymediainfo import MediaInfo

from app.conversion.model import Made, Order, PdfFacts, RenditionOrigin
from app.filekind import FileKind
from app.filetypes import promised
from app.filetypes.formats import UNKNOWN
from app.not_evidence import may_lie_beside, not_evidence
from app.problems import Problem, ProblemKind
from app.sheets.content import RegisterSheet
from app.sheets.rendering import render_register_sheet

#: What intake calls Office files behind a password whose kind cannot be told.
_ENCRYPTED = "application/encrypted"

_TIMED = frozenset({FileKind.AUDIO, FileKind.VIDEO})


def register_file(order: Order) -> Made | Problem:
    """Write the sheet of one file; to be run in a worker."""
    source = order.source
    if problem := not_evidence(source.path, source.name, source.file_type):
        return problem
    if source.file_type.media_type == _ENCRYPTED:
        return Problem(ProblemKind.PASSWORD_REQUIRED, {"label": source.file_type.label})
    expected = promised(source.name)
    if source.file_type.media_type == UNKNOWN.media_type and expected is not None:
        # What calls itself a PDF and is nothing that we know is a PDF that broke.
        return Problem(ProblemKind.DAMAGED, {"label": expected.label})
    sheet = RegisterSheet(
        file_name=source.name,
        format_label=source.file_type.label,
        size=source.size,
        duration_seconds=_duration(source.path) if source.file_type.kind in _TIMED else None,
        sha256=source.sha256,
    )
    beside = may_lie_beside(source.path, source.name, source.file_type)
    notes = [Problem(ProblemKind.REGISTER_SHEET_ONLY)]
    if not beside:
        notes = [Problem(ProblemKind.NOT_LAID_BESIDE)]
    pages = render_register_sheet(sheet, order.target)
    return Made(
        order.target,
        RenditionOrigin.REGISTER_SHEET,
        expected_pages=pages,
        notes=tuple(notes),
        copy_beside=beside,
        facts=PdfFacts(pages),
    )


def _duration(path: Path) -> float | None:
    """Return a recording's length in seconds; None where it cannot be told."""
    if not MediaInfo.can_parse():
        return None
    try:
        tracks = MediaInfo.parse(path).tracks
    except (OSError, RuntimeError, ValueError):
        return None
    for track in tracks:
        try:
            milliseconds = float(track.duration or 0)
        except (TypeError, ValueError):
            continue
        if milliseconds > 0:
            return milliseconds / 1000
    return None
