"""The indicator sets on this computer: built-in ones and installed ones."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from uuid import uuid4

import platformdirs

from app.errors import FileUnreadable, FolderNotWritable
from app.framework.errors import FrameworkConflict, FrameworkInvalid, FrameworkUnknown
from app.framework.findings import Finding, FindingKind
from app.framework.loader import load_file, parse, read_bytes
from app.framework.schema import Framework
from resources import resource_path

_SUFFIXES = frozenset({".yaml", ".yml"})


class Origin(StrEnum):
    """Where a pack is from."""

    BUILT_IN = "built_in"
    INSTALLED = "installed"


@dataclass(frozen=True, slots=True)
class CatalogueEntry:
    """One pack on this computer; a broken one has no ``framework`` but ``findings``."""

    path: Path
    origin: Origin
    framework: Framework | None
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Installed:
    """What ``install_framework`` did; ``already_there`` if the same content was in place."""

    framework: Framework
    path: Path
    already_there: bool


def default_library() -> Path:
    """The folder in which a person's installed packs are kept."""
    return Path(platformdirs.user_data_dir("juanzong", appauthor=False)) / "frameworks"


def list_frameworks(library_dir: Path | None = None) -> tuple[CatalogueEntry, ...]:
    """Every pack, the built-in ones first, broken ones included; newest version first per code."""
    return tuple(_entries(library_dir))


def load_framework(code_or_path: str | Path, library_dir: Path | None = None) -> Framework:
    """A set by its code (``lushan-2021``), code and version (``lushan-2021@1.0``), or file.

    Without a version the newest one is taken. What ends in .yaml or .yml, or is a ``Path``, is a
    file.

    Raises:
        FrameworkUnknown: No such set is built in or installed.
        FrameworkInvalid: The file is not a sound pack.
        FileUnreadable: The file cannot be read.
    """
    if isinstance(code_or_path, Path) or Path(code_or_path).suffix.lower() in _SUFFIXES:
        return load_file(Path(code_or_path))
    code, _, version = code_or_path.strip().partition("@")
    entries = list_frameworks(library_dir)
    sets = [e.framework for e in entries if e.framework is not None]
    fitting = [f for f in sets if f.code == code and version in {"", f.version}]
    if not fitting:
        _raise_if_broken(code, entries)
        raise FrameworkUnknown(code_or_path, tuple(dict.fromkeys(f.code for f in sets)))
    return max(fitting, key=lambda f: _version_key(f.version))


def install_framework(path: Path, library_dir: Path | None = None) -> Installed:
    """Check a pack and copy it to the library; the same content again changes nothing.

    Raises:
        FrameworkInvalid: It is not a sound pack.
        FrameworkConflict: This code and version is taken by a set with different content.
        FileUnreadable: The file cannot be read.
        FolderNotWritable: The library cannot be written.
    """
    data = read_bytes(path)
    framework = parse(data, path)
    library = library_dir or default_library()
    for entry in list_frameworks(library):
        there = entry.framework
        if there is not None and there.reference == framework.reference:
            if there.fingerprint != framework.fingerprint:
                raise FrameworkConflict(framework.reference, entry.path)
            return Installed(framework, entry.path, already_there=True)
    target = library / f"{framework.reference}.yaml"
    try:
        library.mkdir(parents=True, exist_ok=True)
        _write_atomically(data, target)
    except OSError as error:
        raise FolderNotWritable(library, error.strerror or type(error).__name__) from error
    return Installed(framework, target, already_there=False)


def _write_atomically(data: bytes, target: Path) -> None:
    part = target.with_name(f".{target.name}.{uuid4().hex}.part")
    try:
        part.write_bytes(data)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def _entries(library_dir: Path | None) -> Iterator[CatalogueEntry]:
    with resource_path("frameworks") as folder:
        yield from _folder(folder, Origin.BUILT_IN)
    yield from _folder(library_dir or default_library(), Origin.INSTALLED)


def _folder(folder: Path, origin: Origin) -> list[CatalogueEntry]:
    if not folder.is_dir():
        return []
    files = sorted(p for p in folder.iterdir() if p.suffix.lower() in _SUFFIXES and p.is_file())
    entries = [_entry(p, origin) for p in files if not p.name.startswith(".")]
    return sorted(entries, key=_newest_first)


def _entry(path: Path, origin: Origin) -> CatalogueEntry:
    try:
        return CatalogueEntry(path, origin, load_file(path))
    except FrameworkInvalid as error:
        return CatalogueEntry(path, origin, None, error.findings)
    except FileUnreadable:
        return CatalogueEntry(path, origin, None, (Finding(0, "", FindingKind.UNREADABLE),))


def _newest_first(entry: CatalogueEntry) -> tuple[str, tuple[int, ...]]:
    if entry.framework is None:
        return (entry.path.stem, ())
    return (entry.framework.code, tuple(-n for n in _version_key(entry.framework.version)))


def _raise_if_broken(code: str, entries: Iterable[CatalogueEntry]) -> None:
    for entry in entries:
        if entry.framework is None and re.split(r"@|\.ya?ml$", entry.path.name)[0] == code:
            raise FrameworkInvalid(entry.path, entry.findings)


def _version_key(version: str) -> tuple[int, ...]:
    numbers = [int(n) for n in version.split(".")]
    return tuple(numbers + [0] * (4 - len(numbers)))
