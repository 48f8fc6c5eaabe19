"""Looking at the working copies: which were changed, and of what."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.intake.copies.model import CopyState, SavedFile, Verdict, WorkingCopy, judge
from app.intake.copies.wholeness import is_whole
from app.intake.stamps import FileStamp, stamp_of
from app.originals import digest_file
from app.paths import readable_name
from app.workspace.copy_notes import (
    CopyNote,
    CopyNotesFile,
    documents_in,
    folder_of,
    held_open,
    numbered_folders,
    opened_folders,
)
from app.workspace.opening import Workspace
from models import EvidenceItem, ItemRevision

#: For how long a document must lie unchanged before it counts as saved, in seconds.
STILL = 1.5


@dataclass(frozen=True, slots=True)
class _Place:
    """Where one copy lies, and what is known of it."""

    key: str
    number: int
    folder: Path
    documents: tuple[Path, ...]
    note: CopyNote


@dataclass(frozen=True, slots=True)
class _Item:
    """An item as it stands now."""

    id: str
    title: str
    removed: bool
    sha256: str


@dataclass(frozen=True, slots=True)
class _Seen:
    """A document as it was when last looked at, since when it has been so, and what it holds."""

    stamp: FileStamp
    since: float
    sha256: str = ""
    whole: bool = True


class Copies:
    """The working copies of a workspace, looked at step by step."""

    def __init__(self, workspace: Workspace, still: float = STILL) -> None:
        self.still = still
        self._workspace = workspace
        self._seen: Mapping[Path, _Seen] = {}

    @property
    def folders(self) -> tuple[Path, ...]:
        """The folders that copies lie in, as far as they are there."""
        layout = self._workspace.layout
        return tuple(f for f in (layout.copies, layout.opened) if f.is_dir())

    def step(self, now: float) -> tuple[WorkingCopy, ...]:
        """Look once.

        Read-only copies are named only if they were changed.

        Args:
            now: seconds on a clock that never goes back.
        """
        layout = self._workspace.layout
        notes = CopyNotesFile(layout).read()
        places = [*self._numbered(notes.copies), *self._opened()]
        seen = {path: self._look(path, now) for place in places for path in place.documents}
        self._seen = {path: one for path, one in seen.items() if one is not None}
        with self._workspace.reading() as session:
            items = _read_items(session, [place.note for place in places])
        found = []
        for place in places:
            item = items.get(place.note.item) or _item_of_content(self._workspace, place.note)
            known = (place.note.base, item.sha256 if item else "")
            put_off = notes.put_off.get(place.key, "")
            verdict = judge(self._saved(place.documents, now), known, put_off)
            if place.number or verdict.state not in {CopyState.SAME, CopyState.MISSING}:
                found.append(_row(place, item, verdict))
        return tuple(found)

    def _numbered(self, notes: Sequence[CopyNote]) -> Iterator[_Place]:
        layout = self._workspace.layout
        by_number = {note.number: note for note in notes}
        for number in sorted({*by_number, *numbered_folders(layout)}):
            folder = folder_of(layout, number)
            documents = tuple(documents_in(folder))
            unknown = CopyNote(number, "", documents[0].name if documents else "", "")
            note = by_number.get(number, unknown)
            if documents or number in by_number:
                yield _Place(str(number), number, folder, documents, note)

    def _opened(self) -> Iterator[_Place]:
        layout = self._workspace.layout
        for folder, base in opened_folders(layout).items():
            for path in documents_in(folder):
                key = f"{folder.name}/{path.name}"
                yield _Place(key, 0, folder, (path,), CopyNote(0, "", path.name, base))

    def _look(self, path: Path, now: float) -> _Seen | None:
        try:
            stamp = stamp_of(path)
            before = self._seen.get(path)
            if before is None or before.stamp != stamp:
                before = _Seen(stamp, now)
            if before.sha256 or now - before.since < self.still:
                return before
            digest = digest_file(path).sha256
            whole = is_whole(path)
            if stamp_of(path) != stamp:
                return _Seen(stamp_of(path), now)
        except OSError:
            return None  # an editor has just taken it away, or lets nobody read it
        return _Seen(stamp, before.since, digest, whole)

    def _saved(self, documents: Sequence[Path], now: float) -> list[SavedFile]:
        found = []
        for path in documents:
            seen = self._seen.get(path)
            if seen is None:
                found.append(SavedFile(path, FileStamp(0, 0), still=False))
                continue
            still = now - seen.since >= self.still
            found.append(SavedFile(path, seen.stamp, still, seen.sha256, seen.whole))
        return found


def look_at_copies(workspace: Workspace) -> tuple[WorkingCopy, ...]:
    """The working copies as they stand now, without waiting whether one is being saved."""
    return Copies(workspace, still=0.0).step(0.0)


def _read_items(session: Session, notes: Sequence[CopyNote]) -> dict[str, _Item]:
    wanted = {note.item for note in notes if note.item}
    if not wanted:
        return {}
    query = (
        select(
            EvidenceItem.id,
            EvidenceItem.removed_at,
            ItemRevision.title,
            ItemRevision.file_name,
            ItemRevision.blob_sha256,
        )
        .join(EvidenceItem.current)
        .where(EvidenceItem.id.in_(wanted))
    )
    return {
        item: _Item(item, title or file_name, removed is not None, sha256)
        for item, removed, title, file_name, sha256 in session.execute(query)
    }


def _item_of_content(workspace: Workspace, note: CopyNote) -> _Item | None:
    """The item whose file has, or had, the content that a copy was made of.

    One that is there goes before one in the recycle bin, its present version before an earlier
    one, and the same file name before another.
    """
    if note.item or not note.base:
        return None
    query = (
        select(EvidenceItem, ItemRevision)
        .join(ItemRevision, ItemRevision.item_id == EvidenceItem.id)
        .where(ItemRevision.blob_sha256.startswith(note.base, autoescape=True))
    )
    with workspace.reading() as session:
        rows = list(session.execute(query))
        rows.sort(
            key=lambda row: (
                row[0].removed_at is not None,
                row[1].number != row[0].current_revision,
                readable_name(row[1].file_name) != note.name,
                row[0].id,
            )
        )
        if not rows:
            return None
        item = rows[0][0]
        now = item.current
        title = now.title or now.file_name
        return _Item(item.id, title, item.removed_at is not None, now.blob_sha256)


def _row(place: _Place, item: _Item | None, verdict: Verdict) -> WorkingCopy:
    file, note = verdict.file, place.note
    path = file.path if file else place.folder / note.name
    saved = datetime.fromtimestamp(file.stamp.modified_ns / 1e9, UTC) if file else None
    base_is_now = item is None or item.sha256.startswith(note.base)
    return WorkingCopy(
        key=place.key,
        number=place.number,
        item=item.id if item else "",
        title=item.title if item else readable_name(path.name),
        path=path,
        state=verdict.state,
        sha256=file.sha256 if file else "",
        saved_at=saved,
        open=held_open(place.folder),
        removed=item is None or item.removed,
        overtaken=not base_is_now and verdict.state is not CopyState.SAME,
    )
