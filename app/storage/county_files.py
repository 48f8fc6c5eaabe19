"""Data files that a county wrote itself: read as text, kept with backups, laid out from packages.

Each capability that reads such files names its folder in ``CHECKS``; nothing else is needed for
its files to travel to the units and to be kept in backups.
"""

import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from importlib import import_module
from pathlib import Path

from app.errors import JuanzongError
from app.paths import extended, legal_name
from app.plain_files import read_plain
from app.replacing import replace_with

#: The folders of a workspace that hold such files. Each with the function that reads the content
#: of one: path and bytes in, what it describes (with an ``id``) out; a faulty one is refused.
CHECKS: Mapping[str, str] = {
    "registers": "app.verification.material_check.registers.files:parse_register",
    "certificates": "app.reports.certificates.files:parse_kind",
    "questionnaires": "app.verification.interview.files:parse_questionnaire",
    "review-sheets": "app.verification.case_review.data_files:parse_sheet",
    "case-orders": "app.verification.case_review.data_files:parse_order",
    "exams": "app.verification.exam.blueprints:parse_blueprint",
}
SUFFIXES = frozenset({".yaml", ".yml"})
#: More files in a folder than a county writes.
MOST_FILES = 200
#: The characters of one file, and of all together.
LONGEST_FILE, LONGEST_IN_ALL = 100_000, 2_000_000
LONGEST_NAME = 80
#: Follows the name of a unit's own file that gave way to the office's: it is not read any more.
PUT_ASIDE = ".本单位"


@dataclass(frozen=True, slots=True)
class CountyFile:
    """A data file: its folder and name in the workspace, and what it says."""

    folder: str
    name: str
    content: str

    @property
    def place(self) -> str:
        """Folder and name: registers/litigation.yaml."""
        return f"{self.folder}/{self.name}"

    @property
    def digest(self) -> str:
        """The digest of its bytes."""
        return hashlib.sha256(self.content.encode()).hexdigest()


class WhyNotTaken(StrEnum):
    """Why a file stays out of packages and backups."""

    NAME = "name"
    UNREADABLE = "unreadable"
    TOO_LONG = "too_long"
    TOO_MANY = "too_many"
    FAULTY = "faulty"


@dataclass(frozen=True, slots=True)
class NotTaken:
    """A file that stays out, and why."""

    place: str
    why: WhyNotTaken


@dataclass(frozen=True, slots=True)
class FoundFiles:
    """The files of a workspace, and those that cannot be taken along."""

    files: tuple[CountyFile, ...] = ()
    not_taken: tuple[NotTaken, ...] = ()


def read_county_files(root: Path) -> FoundFiles:
    """Read the files that the county put into its workspace, faulty ones too; nothing is checked.

    A pipe, a folder or a file that is no text is not taken.
    """
    files: list[CountyFile] = []
    left: list[NotTaken] = []
    room = LONGEST_IN_ALL
    for folder in CHECKS:
        for number, path in enumerate(_paths(root / folder)):
            place = f"{folder}/{path.name}"
            if number >= MOST_FILES:
                left.append(NotTaken(place, WhyNotTaken.TOO_MANY))
                continue
            found = _read(folder, path)
            if isinstance(found, CountyFile) and len(found.content) > room:
                found = WhyNotTaken.TOO_MANY
            if isinstance(found, WhyNotTaken):
                left.append(NotTaken(place, found))
                continue
            room -= len(found.content)
            files.append(found)
    return FoundFiles(tuple(files), tuple(left))


def without_faults(found: FoundFiles) -> FoundFiles:
    """The files that can be used, each checked by the capability that reads it."""
    good, faulty = [], []
    for file in found.files:
        if described_id(file) is None:
            faulty.append(NotTaken(file.place, WhyNotTaken.FAULTY))
        else:
            good.append(file)
    return FoundFiles(tuple(good), (*found.not_taken, *faulty))


def described_id(file: CountyFile) -> str | None:
    """The id of what a file describes; None if it has faults."""
    module, _, function = CHECKS[file.folder].partition(":")
    try:
        described = getattr(import_module(module), function)(
            Path(file.name), file.content.encode("utf-8")
        )
    except JuanzongError:
        return None
    return str(described.id)


def is_usable_name(name: str) -> bool:
    """True for a name that every system takes as it is, of a file that is read."""
    return (
        legal_name(name, LONGEST_NAME) == name
        and not name.startswith(".")
        and Path(name).suffix.lower() in SUFFIXES
    )


def _paths(folder: Path) -> Iterator[Path]:
    with suppress(OSError):
        names = sorted(path.name for path in extended(folder).iterdir())
        yield from (folder / name for name in names if Path(name).suffix.lower() in SUFFIXES)


def _read(folder: str, path: Path) -> CountyFile | WhyNotTaken:
    if not is_usable_name(path.name):
        return WhyNotTaken.NAME
    try:
        # A character has at most four bytes.
        raw = read_plain(path, 4 * LONGEST_FILE + 1)
        content = raw.decode("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return WhyNotTaken.UNREADABLE
    if len(content) > LONGEST_FILE:
        return WhyNotTaken.TOO_LONG
    return CountyFile(folder, path.name, content)


# --- taking over what the office sends ------------------------------------------------------------


class FileChangeKind(StrEnum):
    """What becomes of a file in a unit's workspace."""

    NEW = "new"
    CHANGED = "changed"
    REMOVED = "removed"
    PUT_ASIDE = "put_aside"


@dataclass(frozen=True, slots=True)
class FileChange:
    """One such change; ``wanted`` is the office's file, None if there is none any more.

    ``aside``: the unit's own file of this name is kept under another one.
    """

    kind: FileChangeKind
    place: str
    wanted: CountyFile | None = None
    aside: bool = False


def plan_changes(
    wanted: Iterable[CountyFile], present: Iterable[CountyFile], laid: Mapping[str, str]
) -> tuple[FileChange, ...]:
    """What must change so that the office's files count: its version wins. Pure but for the ids.

    ``laid`` has the digests of the office's files that were laid out here before, by their places.
    What somebody here wrote, or changed since, is put aside and not thrown away.
    """
    sent = {file.place.casefold(): file for file in wanted}
    here = {file.place.casefold(): file for file in present}
    ids = {(file.folder, described_id(file)) for file in sent.values()}
    changes = []
    for key, file in sent.items():
        own = here.get(key)
        if own is None:
            changes.append(FileChange(FileChangeKind.NEW, file.place, file))
        elif own.digest != file.digest:
            aside = laid.get(own.place) != own.digest
            changes.append(FileChange(FileChangeKind.CHANGED, own.place, file, aside))
    for key, own in here.items():
        if key in sent:
            continue
        if laid.get(own.place) == own.digest:
            changes.append(FileChange(FileChangeKind.REMOVED, own.place))
        elif (own.folder, described_id(own)) in ids:
            changes.append(FileChange(FileChangeKind.PUT_ASIDE, own.place, aside=True))
    return tuple(changes)


def carry_out(root: Path, changes: Iterable[FileChange]) -> None:
    """Change the files; doing it again after a kill does no harm.

    Raises:
        OSError: a folder or a file cannot be written.
    """
    for change in changes:
        path = root / change.place
        if change.aside:
            extended(path).rename(extended(_free_place(path)))
        if change.wanted is not None:
            folder, _, name = change.place.partition("/")
            put_file(root, CountyFile(folder, name, change.wanted.content))
        elif change.kind is FileChangeKind.REMOVED:
            extended(path).unlink(missing_ok=True)


def lies_there(root: Path, file: CountyFile) -> bool:
    """True if anything lies in the place of a file."""
    return os.path.lexists(extended(root / file.place))


def put_file(root: Path, file: CountyFile) -> None:
    """Write a file into its folder, which is made if need be. Raises ``OSError``."""
    folder = root / file.folder
    extended(folder).mkdir(exist_ok=True)
    replace_with(folder / file.name, partial(_write, file.content))


def _write(content: str, path: Path) -> None:
    path.write_bytes(content.encode("utf-8"))


def _free_place(path: Path) -> Path:
    place, number = path.with_name(f"{path.name}{PUT_ASIDE}"), 1
    while extended(place).exists():
        number += 1
        place = path.with_name(f"{path.name}{PUT_ASIDE}{number}")
    return place
