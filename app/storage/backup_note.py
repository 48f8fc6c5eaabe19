"""The note beside a backup: its digest, so that a damaged backup is never restored.

``juanzong-….db`` has ``juanzong-….json`` beside it: digest and size of the database file, a digest
of the list of originals, what was wrong with the workspace when the backup was made, and the
county's own data files. The note has a digest of its own, so that a rotten note is not taken for a
rotten backup.
"""

import hashlib
import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.originals import digest_file
from app.paths import extended
from app.plain_files import read_plain
from app.private_files import make_private_file
from app.storage.county_files import CHECKS, CountyFile, is_usable_name
from app.storage.defects import Defect, DefectKind
from app.storage.layout import Layout

_FORMAT = 1


@dataclass(frozen=True, slots=True)
class BackupNote:
    """What was written when a backup was made.

    Attributes:
        sha256: of the database file.
        size: its length in bytes.
        originals: SHA-256 over the sorted digests of the originals that it names.
        count: how many these are.
        defects: what was wrong with the database when the backup was made.
        files: the data files that the county had put into the workspace.
    """

    sha256: str
    size: int
    originals: str
    count: int
    defects: tuple[Defect, ...] = ()
    files: tuple[CountyFile, ...] = ()

    @property
    def sound(self) -> bool:
        """True if nothing that matters was wrong with the database."""
        return all(defect.harmless for defect in self.defects)


def note_beside(backup: Path) -> Path:
    """Where the note of a backup lies."""
    return backup.with_suffix(".json")


def make_note(
    backup: Path,
    blobs: Iterable[str],
    defects: tuple[Defect, ...],
    files: tuple[CountyFile, ...] = (),
) -> BackupNote:
    """Read the finished backup and note what it is."""
    digests, named = digest_file(backup), sorted(blobs)
    return BackupNote(digests.sha256, digests.size, list_digest(named), len(named), defects, files)


def list_digest(blobs: Iterable[str]) -> str:
    """One digest for a list of originals."""
    return hashlib.sha256("\n".join(sorted(blobs)).encode()).hexdigest()


def write_note(backup: Path, note: BackupNote) -> None:
    """Put the note beside its backup; whole or not at all."""
    content: dict[str, Any] = {
        "format": _FORMAT,
        "database": {"sha256": note.sha256, "size": note.size},
        "originals": {"sha256": note.originals, "count": note.count},
        "defects": [[defect.kind.value, defect.subject] for defect in note.defects],
    }
    if note.files:
        content["files"] = [[file.folder, file.name, file.content] for file in note.files]
    text = json.dumps({**content, "digest": _digest(content)}, ensure_ascii=False, indent=1)
    target = extended(note_beside(backup))
    part = target.with_name(f"{target.name}.part")
    try:
        make_private_file(part)
        part.write_text(text, encoding="utf-8")
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def read_note(backup: Path) -> BackupNote | None:
    """The note of a backup; None if there is none, or it cannot be trusted itself."""
    try:
        content: dict[str, Any] = json.loads(read_plain(note_beside(backup)))
        digest = content.pop("digest")
        if digest != _digest(content) or content["format"] != _FORMAT:
            return None
        database, originals = content["database"], content["originals"]
        defects = tuple(Defect(DefectKind(kind), subject) for kind, subject in content["defects"])
        files = tuple(CountyFile(*map(str, file)) for file in content.get("files", ()))
        return BackupNote(
            database["sha256"],
            database["size"],
            originals["sha256"],
            originals["count"],
            defects,
            tuple(file for file in files if file.folder in CHECKS and is_usable_name(file.name)),
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def newest_sound_backup(root: Path) -> Path | None:
    """The newest backup in a workspace's folder that nothing was wrong with when it was made.

    Names begin with the time; one without a note is of an earlier version, and is tried.
    """
    backups = [p for p in Layout(root).backups.glob("juanzong-*.db") if p.is_file()]
    for backup in sorted(backups, key=lambda path: path.name, reverse=True):
        note = read_note(backup)
        if not backup.stem.endswith("-damaged") and (note is None or note.sound):
            return backup
    return None


def names_of_originals(connection: sqlite3.Connection) -> dict[str, str]:
    """The originals that a database names: SHA-256, and the name of a file."""
    blobs = {sha256: sha256 for (sha256,) in connection.execute("SELECT sha256 FROM blob")}
    for table in ("attachment", "item_revision"):
        blobs |= dict(connection.execute(f"SELECT blob_sha256, file_name FROM {table}"))
    return blobs


def _digest(content: dict[str, Any]) -> str:
    return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()
