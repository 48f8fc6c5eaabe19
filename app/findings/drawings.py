"""Drawings (svg): pictures that lie elsewhere, and words that only browsers show."""

from pathlib import Path

from app.filekind import FileType
from app.filetypes.formats import SVG
from app.problems import Problem, ProblemKind
from app.webpages.drawings import lacking

_LARGEST = 32 * 1024 * 1024


def find_in_drawing(path: Path, file_type: FileType) -> tuple[Problem, ...]:
    """Find what a drawing's page does not show."""
    if file_type.media_type != SVG.media_type or path.stat().st_size > _LARGEST:
        return ()
    try:
        pictures, words = lacking(path.read_bytes())
    except ValueError:
        return ()  # the converter says so
    counts = {
        ProblemKind.PICTURES_NOT_STORED: pictures,
        ProblemKind.DRAWING_WORDS_NOT_CARRIED: words,
    }
    return tuple(Problem(kind, {"count": count}) for kind, count in counts.items() if count)
