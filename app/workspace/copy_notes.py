"""Working copies as they are noted: writable copies of originals, changed in other programs.

Each lies in a numbered folder of 工作副本, with a name that people know; the number keeps paths
short. The note lies beside the database and not in it: a restored backup forgets no copy.
"""

import json
import logging
import re
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from app.leftovers import exclusion_of
from app.originals import FolderStore, digest_file
from app.paths import extended, is_link, sync_folder
from app.private_files import make_private_folder, write_private_file
from app.storage.layout import Layout

log = logging.getLogger(__name__)

#: Where copies lie that somebody put away; the program never empties it.
PUT_AWAY = "已丢弃"
#: A folder of read-only copies: the first digits of the content, and a number if there are more.
_OPENED = re.compile(r"([0-9a-f]{16})(?:-\d+)?")
#: What Excel calls a file that it is still writing.
_BEING_WRITTEN = re.compile(r"[0-9A-F]{8}")
#: Backups and automatic saves of editors.
_SPARE = re.compile(r"(?i).*(?:\.(?:bak|wbk|xlk|asd|sav)|~)")
_VERSION = 1
#: So long a copy without a change is kept, for going on with it.
KEPT_DAYS = 7


@dataclass(frozen=True, slots=True)
class CopyNote:
    """What is known of one copy.

    Attributes:
        number: its folder in 工作副本.
        item: the item that it was made of; "" where only the content is known.
        name: what the file was called when it was made.
        base: the SHA-256 of the version that it was made of, or the first 16 digits.
        made_at: when, in ISO form, and ``made_by`` whom the log would name.
    """

    number: int
    item: str
    name: str
    base: str
    made_at: str = ""
    made_by: str = ""


@dataclass(frozen=True, slots=True)
class CopyNotes:
    """All notes of a workspace.

    Attributes:
        copies: one note for each copy.
        put_off: the content that a copy had when somebody said "later", by the copy's key.
    """

    copies: tuple[CopyNote, ...] = ()
    put_off: Mapping[str, str] = field(default_factory=dict)

    def of_number(self, number: int) -> CopyNote | None:
        """The note of a copy; None if there is none."""
        return next((one for one in self.copies if one.number == number), None)

    def with_note(self, note: CopyNote) -> "CopyNotes":
        """These notes, with one more or another one of the same number."""
        kept = tuple(one for one in self.copies if one.number != note.number)
        return replace(self, copies=(*kept, note))

    def without(self, number: int) -> "CopyNotes":
        """These notes less one."""
        kept = tuple(one for one in self.copies if one.number != number)
        put_off = {k: v for k, v in self.put_off.items() if k != str(number)}
        return CopyNotes(kept, put_off)


class CopyNotesFile:
    """Reads and writes the notes. There is no file while there are none."""

    def __init__(self, layout: Layout) -> None:
        self._path = extended(layout.copies_note)

    def read(self) -> CopyNotes:
        """What was noted. A file that makes no sense is read as none; ``write`` puts it aside."""
        try:
            return _parsed(json.loads(self._path.read_text("utf-8")))
        except FileNotFoundError:
            return CopyNotes()
        except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
            log.warning("the notes of working copies cannot be read", exc_info=True)
            return CopyNotes()

    def write(self, notes: CopyNotes) -> None:
        """Keep just these. A kill or a power cut leaves the old file or the new one.

        Raises:
            OSError: the file cannot be written.
        """
        if not notes.copies and not notes.put_off:
            self._path.unlink(missing_ok=True)
            return
        self._keep_damaged()
        copies = [
            {name: getattr(note, name) for name in CopyNote.__slots__} for note in notes.copies
        ]
        document = {"version": _VERSION, "copies": copies, "put_off": dict(notes.put_off)}
        write_private_file(self._path, json.dumps(document, ensure_ascii=False, indent=1))
        sync_folder(self._path.parent)

    def _keep_damaged(self) -> None:
        """Move a file aside that makes no sense, so that nothing of it is lost."""
        try:
            _parsed(json.loads(self._path.read_text("utf-8")))
        except FileNotFoundError:
            return
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            self._path.replace(self._path.with_name(f"{self._path.name}.damaged"))


def _parsed(content: dict[str, object]) -> CopyNotes:
    copies = content["copies"]
    put_off = content["put_off"]
    if not isinstance(copies, list) or not isinstance(put_off, dict):
        raise TypeError
    notes = tuple(
        CopyNote(
            int(one["number"]),
            *(str(one[name]) for name in CopyNote.__slots__ if name != "number"),
        )
        for one in copies
    )
    return CopyNotes(notes, {str(key): str(value) for key, value in put_off.items()})


# --- folders -------------------------------------------------------------------------------------


def folder_of(layout: Layout, number: int) -> Path:
    """Where a copy lies."""
    return layout.copies / str(number)


def numbered_folders(layout: Layout) -> dict[int, Path]:
    """The folders of copies that are there, by number, also those without a note."""
    return {
        int(path.name): path
        for path in _inside(layout.copies)
        if path.name.isdecimal() and path.is_dir()
    }


def opened_folders(layout: Layout) -> dict[Path, str]:
    """The folders of read-only copies, each with the first digits of the content in it."""
    found: dict[Path, str] = {}
    for path in _inside(layout.opened):
        match = _OPENED.fullmatch(path.name)
        if match is not None and path.is_dir():
            found[path] = match[1]
    return found


def documents_in(folder: Path) -> list[Path]:
    """The files in the folder of a copy, without those that editors make for themselves."""
    return [p for p in _inside(folder) if p.is_file() and not made_by_editor(p.name)]


def held_open(folder: Path) -> bool:
    """True if an editor left a lock file there: a document is open, or the editor was killed."""
    return any(p.name.startswith(("~$", ".~lock.", ".~")) for p in _inside(folder))


def made_by_editor(name: str) -> bool:
    """True for what an editor puts beside a document while it is open or saved. Pure."""
    return bool(exclusion_of(name) or _BEING_WRITTEN.fullmatch(name) or _SPARE.fullmatch(name))


def next_number(layout: Layout, notes: CopyNotes) -> int:
    """A number that no copy has or had."""
    away = [int(p.name) for p in _inside(layout.copies / PUT_AWAY) if p.name.isdecimal()]
    noted = [note.number for note in notes.copies]
    return max([0, *noted, *numbered_folders(layout), *away]) + 1


def make_folder(layout: Layout, number: int) -> Path:
    """Make the folder of a copy. Raises ``OSError``."""
    make_private_folder(extended(layout.copies))
    folder = folder_of(layout, number)
    make_private_folder(extended(folder))
    return folder


def _inside(folder: Path) -> list[Path]:
    """What lies in a folder; nothing where there is none, or where it is a link."""
    if is_link(folder):
        return []
    with suppress(OSError):
        return sorted(p for p in extended(folder).iterdir() if not is_link(p))
    return []


# --- what a start of the program does ------------------------------------------------------------


def adopt(layout: Layout, path: Path, base: str, now: datetime, item: str = "") -> CopyNote:
    """Make a working copy of a read-only one that somebody changed all the same.

    The note is written first: a kill in between leaves a note without a file, and the file where
    it was.

    Raises:
        OSError: it cannot be moved; on Windows not while a program has it open.
    """
    file = CopyNotesFile(layout)
    notes = file.read()
    note = CopyNote(next_number(layout, notes), item, path.name, base, now.isoformat())
    folder = make_folder(layout, note.number)
    file.write(notes.with_note(note))
    try:
        extended(path).rename(extended(folder) / path.name)
    except OSError:
        file.write(notes)
        with suppress(OSError):
            extended(folder).rmdir()
        raise
    return note


def settle_copies(layout: Layout) -> frozenset[str]:
    """Keep what was changed in read-only copies, and forget copies whose files are gone.

    A copy without a change is removed once it is old: its content is stored.

    Only for who holds the lock of the workspace. Returns the names of the folders of read-only
    copies that must stay, because something in them could neither be read nor moved.
    """
    stay: set[str] = set()
    for folder, base in opened_folders(layout).items():
        for path in documents_in(folder):
            try:
                if not digest_file(path).sha256.startswith(base):
                    adopt(layout, path, base, datetime.now(UTC))
            except OSError:
                log.warning("a changed copy stays where it is", exc_info=True)
                stay.add(folder.name)
    try:
        _forget_gone(layout)
    except OSError:
        log.warning("the notes of working copies cannot be written", exc_info=True)
    return frozenset(stay)


def _is_spare(layout: Layout, folder: Path, base: str) -> bool:
    """True for a copy that nobody has touched lately, and whose content is a stored original."""
    documents = documents_in(folder)
    if held_open(folder) or not FolderStore(layout.originals).contains(base):
        return False
    until = time.time() - KEPT_DAYS * 24 * 3600
    return all(
        extended(path).stat().st_mtime < until and digest_file(path).sha256 == base
        for path in documents
    )


def _forget_gone(layout: Layout) -> None:
    file = CopyNotesFile(layout)
    notes = file.read()
    # What was said of read-only copies goes with their folder.
    left = replace(notes, put_off={k: v for k, v in notes.put_off.items() if k.isdecimal()})
    for note in notes.copies:
        folder = folder_of(layout, note.number)
        if _is_spare(layout, folder, note.base):
            for path in documents_in(folder):
                path.unlink()
        if not documents_in(folder):
            left = left.without(note.number)
            with suppress(OSError):  # something of an editor's lies there
                extended(folder).rmdir()
    if left != notes:
        file.write(left)
