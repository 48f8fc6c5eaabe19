"""What a document wants from other files: taken out of its pages, so it has to be told."""

from pathlib import Path

from app.filekind import FileType
from app.findings.errors import unread
from app.outside.copies import references_of, told
from app.outside.packages import NotSettled
from app.problems import Problem, ProblemKind, listed, united

_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff", ".emf", ".wmf", ".svg")


def with_outside(
    found: tuple[Problem, ...], path: Path, file_type: FileType
) -> tuple[Problem, ...]:
    """Add to what was found in a file what it wants from outside.

    Pictures that lie elsewhere are one finding, with their names, and not two.

    Raises:
        OSError: the operating system does not let the file be read.
    """
    try:
        places = told(references_of(path))
    except NotSettled:
        return united(found, (unread(file_type),))
    if not places:
        return found
    named = {"names": listed(filter(None, places))} if any(places) else {}
    pictures = next((p for p in found if p.kind is ProblemKind.PICTURES_NOT_STORED), None)
    if pictures is not None and all(place.lower().endswith(_PICTURES) for place in places):
        detailed = Problem(pictures.kind, {**pictures.detail, **named})
        return tuple(detailed if problem is pictures else problem for problem in found)
    return (*found, Problem(ProblemKind.OUTSIDE_CONTENT, {"count": len(places), **named}))
