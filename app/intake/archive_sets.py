"""Archives among the files that were looked at, each with its split parts."""

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from app.archives import can_expand
from app.archives.splits import SplitSet, Style, is_part, part_name, sets_in
from app.filetypes import formats, suffix_of
from app.intake.assignments import Looked
from app.paths import extended, readable_name

_STYLES = {
    Style.SPANNED: formats.ZIP.media_type,
    Style.PART: formats.RAR.media_type,
    Style.OLD_RAR: formats.RAR.media_type,
}
_SUFFIXES = {
    suffix: found.media_type
    for found in (formats.ZIP, formats.RAR, formats.SEVEN_ZIP, formats.ZSTD)
    for suffix in found.suffixes
} | {".gz": formats.GZIP.media_type, ".tgz": formats.GZIP.media_type}


@dataclass(frozen=True, slots=True)
class Archive:
    """An archive to be opened.

    Attributes:
        looked: the file that stands for it: itself, or its first part.
        media_type: what it is.
        others: its further parts, as far as they were handed in too.
        parts: all its parts, in order, also those that lie beside it on disk; none if it is whole.
        last_name: what the last part is called.
        missing: what the first part is called that is not there.
    """

    looked: Looked
    media_type: str
    others: tuple[Looked, ...] = ()
    parts: tuple[Path, ...] = ()
    last_name: str = ""
    missing: str = ""

    @property
    def every(self) -> tuple[Looked, ...]:
        """The files that it is made of and that were handed in."""
        return (self.looked, *self.others)


def may_be_archive(looked: Looked) -> bool:
    """True if a file will be opened, or may be a part of one that will."""
    name = looked.source.own_name
    unknown = looked.inspection.file_type.media_type == formats.UNKNOWN.media_type
    return (
        can_expand(looked.inspection.file_type)
        or part_name(name) is not None
        or (unknown and is_part(name))
    )


def archives_among(files: Iterable[Looked]) -> list[Archive]:
    """Bring the parts of split archives together; every file is in exactly one archive."""
    folders: dict[tuple[Path, str], dict[str, Looked]] = {}
    archives: list[Archive] = []
    for looked in files:
        source = looked.source
        inner = source.name.rpartition("/")[0]
        where = source.handed_in if source.from_archive else source.path.parent
        named = folders.setdefault((where, inner), {})
        if source.own_name in named:  # archives may hold two members of one name
            archives.append(_alone(looked))
        else:
            named[source.own_name] = looked
    return archives + [archive for named in folders.values() for archive in _in_folder(named)]


def _alone(looked: Looked) -> Archive:
    own = looked.inspection.file_type.media_type
    if can_expand(looked.inspection.file_type):
        return Archive(looked, own)
    # The last part of a spanned zip begins anyhow.
    return Archive(looked, _SUFFIXES.get(suffix_of(looked.source.own_name), own))


def _in_folder(named: Mapping[str, Looked]) -> Iterable[Archive]:
    paths = {name: looked.source.path for name, looked in named.items()}
    if any(part_name(name) for name in named) or any(is_part(name) for name in named):
        first = next(iter(named.values())).source
        if not first.from_archive:
            paths = {**_parts_on_disk(first.path.parent), **paths}
    taken: set[str] = set()
    for each in sets_in(paths):
        given = [named[name] for name in each.names if name in named]
        if given:
            taken.update(each.names)
            yield _split(each, given, paths)
    for name, looked in named.items():
        if name not in taken:
            yield _alone(looked)


def _split(found: SplitSet, given: list[Looked], paths: Mapping[str, Path]) -> Archive:
    main = found.names[-1] if found.style is Style.SPANNED else found.names[0]
    given.sort(key=lambda looked: looked.source.own_name != main)
    parts = tuple(paths[name] for name in found.names)
    inner = suffix_of(found.names[0].rpartition(".")[0])
    media_type = _STYLES.get(found.style) or _SUFFIXES.get(inner, formats.TAR.media_type)
    last = found.names[-1]
    return Archive(given[0], media_type, tuple(given[1:]), parts, last, found.missing)


def _parts_on_disk(folder: Path) -> dict[str, Path]:
    try:
        with os.scandir(extended(folder)) as listing:
            names = [entry.name for entry in listing if is_part(entry.name) and entry.is_file()]
    except OSError:
        return {}
    return {readable_name(name): folder / name for name in names}
