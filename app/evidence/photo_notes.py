"""What a revision keeps of its photos: their elements, and how many share a page."""

from collections.abc import Iterable, Mapping

from app.photos.notes import PhotoNote, layout_of, notes_of, with_notes
from models import ItemRevision


def files_of(revision: ItemRevision) -> dict[str, str]:
    """The names of a revision's files, by their contents."""
    named = {part.blob_sha256: part.file_name for part in revision.attachments}
    return named | {revision.blob_sha256: revision.file_name}


def keep_notes(revision: ItemRevision, notes: Mapping[str, PhotoNote]) -> None:
    """Put notes into a revision; those of files that it does not have are dropped."""
    layout = layout_of(revision.binding)
    revision.binding = with_notes(revision.binding, notes, layout, files_of(revision))


def keep_layout(revision: ItemRevision, layout: int | None) -> None:
    """Let so many of a revision's photos share a page; None: as the settings say."""
    notes = notes_of(revision.binding)
    revision.binding = with_notes(revision.binding, notes, layout, notes)


def notes_among(revisions: Iterable[ItemRevision]) -> dict[str, PhotoNote]:
    """What is noted of all their photos; of one photo, the last of them counts."""
    found: dict[str, PhotoNote] = {}
    for revision in revisions:
        found |= notes_of(revision.binding)
    return found
