"""Finding the files that were handed in, in folders too; leaving out what is no evidence."""

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from app.errors import FileUnreadable
from app.intake.errors import FileMissing
from app.leftovers import (
    ExclusionReason,
    exclusion_of,
    is_page_part,
    saved_page_folders,
)
from app.paths import extended, readable_name


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file to take in.

    Attributes:
        path: where it lies.
        name: its own name, or its path inside the folder or archive that was handed in.
        handed_in: what was handed in.
        from_archive: True for a member of an archive, which is not expanded once more.
    """

    path: Path
    name: str
    handed_in: Path
    from_archive: bool = False

    @property
    def own_name(self) -> str:
        """The file's name without the folders before it."""
        return self.name.rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class LeftOutSource:
    """A file that is left out on purpose."""

    name: str
    handed_in: Path
    reason: ExclusionReason


@dataclass(frozen=True, slots=True)
class UnreadableSource:
    """A file or folder that is not there or not to be read."""

    name: str
    handed_in: Path
    error: FileUnreadable


Found = SourceFile | LeftOutSource | UnreadableSource


def find_all(paths: Iterable[Path]) -> Iterator[Found]:
    """Every file of several paths; the folder of a saved page may be one of them."""
    whole = [path.absolute() for path in paths]
    of_pages = saved_page_folders(path.as_posix() for path in whole)
    for path in whole:
        yield from find_files(path, of_page=path.as_posix().lower() in of_pages)


def find_files(path: Path, *, of_page: bool = False) -> Iterator[Found]:
    """Every file of a path: itself, or all that a folder holds, in the order people expect.

    Links are not followed: what they point to was not handed in, and may lead anywhere. With
    ``of_page``, the path is the folder of a saved page that was handed in too.
    """
    path = path.absolute()
    name = readable_name(path.name)
    if path.is_dir():
        yield from _in_folder(path, path, name, frozenset({name.lower()} if of_page else ()))
    elif not path.exists():
        yield UnreadableSource(name, path, FileMissing(path, str(path.parent)))
    elif not path.is_file():
        yield LeftOutSource(name, path, ExclusionReason.NOT_A_FILE)
    else:
        yield _judged(path, name, path)


def _in_folder(
    folder: Path, handed_in: Path, name: str, of_pages: frozenset[str] = frozenset()
) -> Iterator[Found]:
    try:
        with os.scandir(extended(folder)) as listing:
            entries = sorted(listing, key=lambda entry: natural_order(entry.name))
    except OSError as error:
        detail = error.strerror or str(error)
        yield UnreadableSource(name, handed_in, FileUnreadable(folder, detail))
        return
    of_pages |= saved_page_folders(
        f"{name}/{readable_name(entry.name)}" for entry in entries if entry.is_file()
    )
    for entry in (e for e in entries if not e.is_dir(follow_symlinks=False)):
        inner = f"{name}/{readable_name(entry.name)}"
        if entry.is_symlink():
            yield LeftOutSource(inner, handed_in, ExclusionReason.LINK)
        elif not entry.is_file(follow_symlinks=False):
            yield LeftOutSource(inner, handed_in, ExclusionReason.NOT_A_FILE)
        elif is_page_part(inner, of_pages):
            yield LeftOutSource(inner, handed_in, ExclusionReason.PAGE_PART)
        else:
            yield _judged(folder / entry.name, inner, handed_in)
    for entry in (e for e in entries if e.is_dir(follow_symlinks=False)):
        inner = f"{name}/{readable_name(entry.name)}"
        yield from _in_folder(folder / entry.name, handed_in, inner, of_pages)


def _judged(path: Path, name: str, handed_in: Path) -> Found:
    # The folder that was handed in may be called as it likes; only what is inside it counts.
    inside = name if path == handed_in else name.partition("/")[2]
    reason = exclusion_of(inside)
    return LeftOutSource(name, handed_in, reason) if reason else SourceFile(path, name, handed_in)


def natural_order(name: str) -> tuple[tuple[int, int, str], ...]:
    """A sort key by which 2.docx comes before 10.docx."""
    parts = re.findall(r"\d+|\D+", name.lower())
    return tuple((0, int(p), "") if p.isdecimal() else (1, 0, p) for p in parts)
