"""What a document loads from elsewhere: it is not on the pages, so people are told."""

from collections.abc import Iterable
from pathlib import Path

from app.filekind import FileType
from app.findings.errors import unread
from app.outside.addresses import Reference
from app.outside.copies import places, references_of
from app.outside.packages import NotReadable, NotSettled
from app.problems import Problem, ProblemKind, listed, united


def with_outside(
    found: tuple[Problem, ...], path: Path, file_type: FileType
) -> tuple[Problem, ...]:
    """Add to what was found in a file what it wants from outside.

    Pictures that lie elsewhere are a finding already, and get their names here.

    Raises:
        OSError: the operating system does not let the file be read.
    """
    try:
        references = [each for each in references_of(path) if each.shows]
    except (NotReadable, NotSettled):
        return united(found, (unread(file_type),))
    pictures = _named(each for each in references if each.picture)
    others = [each for each in references if not each.picture]
    told = tuple(
        Problem(problem.kind, {**problem.detail, **pictures})
        if problem.kind is ProblemKind.PICTURES_NOT_STORED
        else problem
        for problem in found
    )
    if not others:
        return told
    return (
        *told,
        Problem(ProblemKind.OUTSIDE_CONTENT, {"count": len(places(others)), **_named(others)}),
    )


def _named(references: Iterable[Reference]) -> dict[str, str]:
    names = [place for place in places(references) if place]
    return {"names": listed(names)} if names else {}
