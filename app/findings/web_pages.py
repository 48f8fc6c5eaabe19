"""Saved web pages: pictures, frames, drawings and films that were not saved with them."""

from pathlib import Path

from app.filekind import FileKind, FileType
from app.findings.errors import NotLookedThrough
from app.problems import Problem, ProblemKind
from app.webpages.archive import NoPage
from app.webpages.saved import PageTooLarge, read_saved_page
from app.webpages.settling import Left, settle


def find_in_web_page(path: Path, file_type: FileType) -> tuple[Problem, ...]:
    """Tell what a saved page shows only with scripts or from the network."""
    try:
        page = read_saved_page(path, archive=file_type.kind is FileKind.MHT)
        found = problems_of(settle(page).left)
    except NoPage:
        return ()  # intake and the converter say so
    except PageTooLarge as error:
        raise NotLookedThrough from error
    if page.cut_off:
        raise NotLookedThrough(found)
    return found


def problems_of(left: Left) -> tuple[Problem, ...]:
    """Put what was left out into findings."""
    counts = {
        ProblemKind.PICTURES_NOT_STORED: left.pictures,
        ProblemKind.FRAMES_NOT_STORED: left.frames,
        ProblemKind.DRAWINGS_NOT_CARRIED: left.drawings,
        ProblemKind.MEDIA_NOT_CARRIED: left.media,
    }
    found = [Problem(kind, {"count": count}) for kind, count in counts.items() if count]
    if left.wordless:
        found.append(Problem(ProblemKind.PAGE_WITHOUT_TEXT))
    if left.blank:
        found.append(Problem(ProblemKind.TEXT_BLANK))
    return tuple(found)
