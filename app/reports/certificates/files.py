"""The kinds of certificates: the county's own in the workspace replace or add to the built-in."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path

from app.errors import FolderNotWritable
from app.framework.findings import Finding, FindingKind
from app.framework.loader import MAX_BYTES, parse_document
from app.paths import extended
from app.plain_files import NotPlain, read_plain
from app.replacing import replace_with
from app.reports.certificates.schema import CertificateKind, checked
from app.reports.errors import CertificateFileInvalid
from app.storage.county_files import MOST_FILES, SUFFIXES
from resources import resource, resource_bytes

FOLDER = "certificates"
#: What explains the files to a county.
_GUIDE = "说明.md"


@dataclass(frozen=True, slots=True)
class Kinds:
    """The kinds that can be written, in order, and what is wrong with the county's own files."""

    all: tuple[CertificateKind, ...]
    own: frozenset[str] = frozenset()
    invalid: tuple[CertificateFileInvalid, ...] = ()


def load_kinds(folder: Path) -> Kinds:
    """Every kind: the built-in ones, and those of the county's own ``folder``."""
    found = {kind.id: kind for kind in built_in_kinds()}
    own: set[str] = set()
    invalid: list[CertificateFileInvalid] = []
    for path in _own_files(folder):
        try:
            kind = _read(path)
        except CertificateFileInvalid as error:
            invalid.append(error)
            continue
        found[kind.id] = kind
        own.add(kind.id)
    return Kinds(tuple(found.values()), frozenset(own), tuple(invalid))


def parse_kind(path: Path, data: bytes) -> CertificateKind:
    """Check the content of a data file. Raises ``CertificateFileInvalid`` with every fault."""
    return parse_document(data, path, checked, CertificateFileInvalid)


@lru_cache(maxsize=1)
def built_in_kinds() -> tuple[CertificateKind, ...]:
    """The kinds that come with the program, in the order of their files."""
    return tuple(parse_kind(Path(name), content) for name, content in _built_in_files())


def lay_out_kinds(folder: Path) -> tuple[Path, ...]:
    """Put the built-in data files into a folder, for a county to change; returns the new ones.

    How they are written lies beside them. A file that is there stays as it is.

    Raises:
        FolderNotWritable: the folder cannot be written to.
    """
    wanted = (*_built_in_files(), (_GUIDE, resource_bytes(f"{FOLDER}/README.md")))
    written = []
    try:
        extended(folder).mkdir(exist_ok=True)
        for name, content in wanted:
            if not extended(folder / name).exists():
                replace_with(folder / name, partial(_write, content))
                written.append(folder / name)
    except OSError as error:
        raise FolderNotWritable(folder, error.strerror or str(error)) from error
    return tuple(written)


def _built_in_files() -> tuple[tuple[str, bytes], ...]:
    files = (file for file in resource(FOLDER).iterdir() if file.name.endswith(".yaml"))
    return tuple((file.name, file.read_bytes()) for file in sorted(files, key=lambda f: f.name))


def _read(path: Path) -> CertificateKind:
    try:
        data = read_plain(path, MAX_BYTES + 1)
    except (NotPlain, OSError) as error:
        unreadable = (Finding(0, "", FindingKind.UNREADABLE),)
        raise CertificateFileInvalid(path, unreadable) from error
    return parse_kind(path, data)


def _own_files(folder: Path) -> Iterator[Path]:
    try:
        names = sorted(path.name for path in extended(folder).iterdir())
    except (FileNotFoundError, NotADirectoryError):
        return
    found = [name for name in names if Path(name).suffix.lower() in SUFFIXES]
    yield from (folder / name for name in found[:MOST_FILES])


def _write(content: bytes, path: Path) -> None:
    path.write_bytes(content)
