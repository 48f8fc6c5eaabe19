"""Wiping what was taken in before a mark of state secrecy was found in it.

An earlier version did not look everywhere, and some files speak only once they are converted. All
copies go: the original, renditions, what the rows say of it. The item stays in its place as
涉密，已清除, so that nobody wonders where it went. A file of the inbox that was filed moves to
未能归档, where it can be dealt with: it is the user's own.

A note of the digests is written first and removed last. After a kill, the next start finishes.
Another list of digests stays: what a restored backup or an older package brings back is wiped
again at the next start.

Some things keep the title. The entries of the log, own and received, are chained: changing one
breaks the chain for everybody who holds it. Backups, packages and dossiers that were made before
are files that people may have carried elsewhere.
"""

import json
import os
import stat
import tempfile
from collections.abc import Collection, Iterable, Mapping
from contextlib import closing, suppress
from pathlib import Path

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from app.eventlog import LogFilter, read_log
from app.evidence.filing import ReadyFile, ensure_blobs
from app.filetypes import formats
from app.guessing.guess import Guess
from app.intake.inbox.arrivals import FILED, NOT_FILED
from app.intake.inbox.aside import folder_of_day, free_place, move_within, write_note
from app.originals import digest_file
from app.paths import extended
from app.workspace.copy_notes import (
    CopyNotesFile,
    documents_in,
    numbered_folders,
    opened_folders,
)
from app.workspace.opening import Workspace
from models import Attachment, Blob, ItemRevision, MergeSnapshot

#: What an item is called whose file was wiped.
WIPED = "涉密，已清除"
_NOTHING = {"title": WIPED, "file_name": f"{WIPED}.txt", "doc_number": "", "issuer": ""}
_UNSAID = {"doc_date": "", "remark": "", "reason": ""}
_PIECE = 1 << 20


def wipe(workspace: Workspace, contents: Collection[str]) -> tuple[str, ...]:
    """Remove contents (by SHA-256) from everywhere in the workspace; returns the items' ids.

    What a person has declared no secret when it was taken in stays.

    Raises:
        WorkspaceReadOnly: the workspace is open for reading only.
        OSError: a file cannot be removed; the next start tries again.
    """
    wanted = [sha256 for sha256 in contents if not _cleared(workspace, sha256)]
    if not wanted:
        return ()
    note = workspace.layout.wiping
    _write_note(note, {*wanted, *_noted(note)})
    before = workspace.layout.wiped
    _write_note(before, {*wanted, *_noted(before)})
    items = _wipe_rows(workspace, wanted)
    _wipe_files(workspace, wanted)
    note.unlink(missing_ok=True)
    return items


def finish_wiping(workspace: Workspace) -> None:
    """Go on with what a kill interrupted, and wipe again what came back. Raises as ``wipe``."""
    layout = workspace.layout
    left = {*_noted(layout.wiping), *_back_again(workspace, _noted(layout.wiped))}
    if left:
        wipe(workspace, left)


def _back_again(workspace: Workspace, wiped: Collection[str]) -> tuple[str, ...]:
    """Contents that were wiped once and that a record or a file holds again."""
    if not wiped:
        return ()
    with workspace.database.reading() as session:
        known = set(session.scalars(select(Blob.sha256).where(Blob.sha256.in_(wiped))))
    return tuple(one for one in wiped if one in known or workspace.originals.contains(one))


def items_with(workspace: Workspace, sha256: str) -> tuple[str, ...]:
    """The ids of the items that have a content, in any revision, as any part."""
    with workspace.database.reading() as session:
        main = select(ItemRevision.item_id).where(ItemRevision.blob_sha256 == sha256)
        part = (
            select(ItemRevision.item_id)
            .join(Attachment, Attachment.revision_id == ItemRevision.id)
            .where(Attachment.blob_sha256 == sha256)
        )
        return tuple(sorted({*session.scalars(main), *session.scalars(part)}))


def _cleared(workspace: Workspace, sha256: str) -> bool:
    items = set(items_with(workspace, sha256))
    with workspace.database.reading() as session:
        cleared = read_log(session, LogFilter(action="secrecy.cleared"))
        return any(entry.subject in items for entry in cleared)


def _wipe_rows(workspace: Workspace, contents: Collection[str]) -> tuple[str, ...]:
    items = sorted({item for sha256 in contents for item in items_with(workspace, sha256)})
    stub = _stub(workspace)
    with workspace.database.writing() as work:
        session = work.session
        ensure_blobs(work, [stub])
        # By statement: whose item it is does not matter here.
        session.execute(
            update(ItemRevision)
            .where(ItemRevision.item_id.in_(items))
            .values(**_NOTHING, **_UNSAID, guesses={}, problems=[], binding={}, origin={})
        )
        for row in (ItemRevision, Attachment):
            session.execute(
                update(row)
                .where(row.blob_sha256.in_(contents))
                .values(blob_sha256=stub.original.sha256, file_name=f"{WIPED}.txt", problems=[])
            )
        _wipe_snapshots(session, items, contents)
        session.execute(delete(Blob).where(Blob.sha256.in_(contents)))
        for item in items:
            work.record("secrecy.wiped", item)
        work.commit()
    # Deleted words stay in free pages of the file until it is written anew.
    with closing(workspace.database.engine.raw_connection()) as connection:
        for statement in ("VACUUM", "PRAGMA wal_checkpoint(TRUNCATE)"):
            connection.cursor().execute(statement)
    return tuple(items)


def _wipe_snapshots(session: Session, items: Collection[str], contents: Collection[str]) -> None:
    """Empty what undoing a merge would bring back; the rows stay, so that it can be undone."""
    for snapshot in session.scalars(select(MergeSnapshot)):
        before = snapshot.before
        if before is None or not {*_texts(before)} & {*items, *contents}:
            continue
        said: dict[str, object] = {"guesses": {}, "problems": [], "binding": {}, "origin": {}}
        stub = {**_NOTHING, **_UNSAID, **said, "photo": None}
        snapshot.before = {key: stub.get(key, value) for key, value in before.items()}


def _texts(row: Mapping[str, object]) -> Iterable[str]:
    return (value for value in row.values() if isinstance(value, str))


def _stub(workspace: Workspace) -> ReadyFile:
    """The file that stands where the wiped one stood: it says that it was wiped."""
    name = f"{WIPED}.txt"
    with tempfile.TemporaryDirectory(dir=workspace.layout.cache) as folder:
        file = Path(folder) / "STUB"
        file.write_text(f"{WIPED}\n", encoding="utf-8", newline="\n")
        original = workspace.originals.import_file(file)
    return ReadyFile(original, formats.file_type(formats.TEXT, name), name, None, Guess(), ())


def _wipe_files(workspace: Workspace, contents: Collection[str]) -> None:
    layout = workspace.layout
    for sha256 in contents:
        for folder in (layout.originals, layout.cache, layout.backups):
            for path in list(extended(folder).rglob(f"*{sha256}*")):
                if path.is_file():
                    erase(path)
    for index in extended(layout.cache).rglob("*.jsonl"):
        lines = index.read_bytes().splitlines(keepends=True)
        kept = [one for one in lines if not any(sha.encode() in one for sha in contents)]
        if len(kept) < len(lines):
            index.write_bytes(b"".join(kept))
    _out_of_filed(workspace, contents)
    _out_of_copies(workspace, contents)


def _out_of_filed(workspace: Workspace, contents: Collection[str]) -> None:
    """Move the files of the inbox that these contents came from to where they can be dealt with."""
    inbox = workspace.layout.inbox
    filed = inbox / FILED
    day = workspace.database.now().astimezone().date()
    for path in [p for p in extended(filed).rglob("*") if p.is_file()]:
        if digest_file(path).sha256 not in contents:
            continue
        inner = Path(*path.relative_to(extended(inbox)).parts[2:])
        wanted = free_place(inbox, folder_of_day(NOT_FILED, day) / inner)
        write_note(inbox, wanted, f"{WIPED}。请按规定处理这个文件。")
        with suppress(OSError):
            move_within(inbox, path.relative_to(extended(inbox)), wanted)


def _out_of_copies(workspace: Workspace, contents: Collection[str]) -> None:
    """Wipe copies for other programs; what somebody changed in one moves out like a filed file."""
    layout = workspace.layout
    made = {
        note.number: note.base
        for note in CopyNotesFile(layout).read().copies
        if note.base and any(sha256.startswith(note.base) for sha256 in contents)
    }
    folders = [folder for number, folder in numbered_folders(layout).items() if number in made]
    folders += [
        folder
        for folder, begun in opened_folders(layout).items()
        if any(sha256.startswith(begun) for sha256 in contents)
    ]
    for path in [path for folder in folders for path in documents_in(folder)]:
        if digest_file(path).sha256 in contents:
            erase(path)
            continue
        day = workspace.database.now().astimezone().date()
        wanted = free_place(layout.inbox, folder_of_day(NOT_FILED, day) / path.name)
        write_note(layout.inbox, wanted, f"{WIPED}。请按规定处理这个文件。")
        with suppress(OSError):  # a program has it open
            path.rename(extended(layout.inbox / wanted))


def erase(path: Path) -> None:
    """Overwrite a file and remove it.

    On flash memory the medium may keep older copies of the blocks; that no program can prevent.

    Raises:
        OSError: it cannot be written or removed.
    """
    path = extended(path)
    path.chmod(stat.S_IREAD | stat.S_IWRITE)
    with path.open("r+b") as file:
        left = os.fstat(file.fileno()).st_size
        while left > 0:
            left -= file.write(b"\0" * min(_PIECE, left))
        file.flush()
        os.fsync(file.fileno())
    path.unlink()


def _write_note(note: Path, contents: Iterable[str]) -> None:
    with extended(note).open("w", encoding="ascii") as stream:
        json.dump(sorted(contents), stream)
        stream.flush()
        os.fsync(stream.fileno())


def _noted(note: Path) -> tuple[str, ...]:
    try:
        found = json.loads(extended(note).read_text(encoding="ascii"))
    except (FileNotFoundError, ValueError, RecursionError):
        return ()
    if not isinstance(found, list):
        return ()
    return tuple(one for one in found if isinstance(one, str) and len(one) == 64)
