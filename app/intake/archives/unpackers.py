"""Taking apart each format of archive."""

import bz2
import gzip
import lzma
import os
import shutil
import tarfile
import zipfile
import zlib
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import IO, cast

import py7zr
import py7zr.exceptions
import rarfile

from app.filetypes import formats
from app.intake.archives.model import ArchiveTrouble, ExpandOrder
from app.intake.archives.names import decoded, zip_name
from app.intake.archives.unpacking import Unpacking
from app.problems import Problem, ProblemKind

_ENCRYPTED_FLAG = 0x1
_UNIX_TYPE, _UNIX_LINK, _UNIX_FILE = 0o170000, 0o120000, 0o100000
_BROKEN_STREAM = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    gzip.BadGzipFile,
    NotImplementedError,
)


def unpack(order: ExpandOrder, unpacking: Unpacking) -> None:
    """Expand an archive of any format that is expandable."""
    expand = {
        formats.ZIP.media_type: expand_zip,
        formats.SEVEN_ZIP.media_type: expand_7z,
        formats.RAR.media_type: expand_rar,
    }.get(order.media_type, expand_tar)
    expand(order, unpacking)


def expand_zip(order: ExpandOrder, unpacking: Unpacking) -> None:
    """Expand a zip, whatever encoding its names are in."""
    try:
        archive = zipfile.ZipFile(order.path)
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise ArchiveTrouble(ProblemKind.DAMAGED, label=formats.ZIP.label) from error
    with archive:
        entries = [entry for entry in archive.infolist() if not entry.is_dir()]
        unpacking.check_room(sum(entry.file_size for entry in entries))
        for entry in entries:
            mode = entry.external_attr >> 16 & _UNIX_TYPE
            name = unpacking.admit(
                zip_name(entry),
                link=mode == _UNIX_LINK,
                special=mode not in {0, _UNIX_LINK, _UNIX_FILE},
            )
            if name is None:
                continue
            if entry.flag_bits & _ENCRYPTED_FLAG:
                unpacking.fail(name, Problem(ProblemKind.PASSWORD_REQUIRED, {"label": name}))
                continue
            _guarded(unpacking, name, partial(archive.open, entry))


def expand_tar(order: ExpandOrder, unpacking: Unpacking) -> None:
    """Expand a tar, packed or not; a packed single file is its own only member."""
    try:
        with tarfile.open(order.path, "r:*", errors="surrogateescape") as archive:
            for entry in archive:
                if entry.isdir():
                    continue
                raw = entry.name.encode("utf-8", "surrogateescape")
                link = entry.issym() or entry.islnk()
                name = unpacking.admit(
                    decoded(raw), link=link, special=not (link or entry.isfile())
                )
                stream = archive.extractfile(entry) if name else None
                if name and stream:
                    unpacking.write(name, stream)
                archive.members = []  # type: ignore[attr-defined]  # or a long one fills the memory
            _check_end(archive)
    except tarfile.ReadError as error:
        if unpacking.seen or order.media_type == formats.TAR.media_type:
            raise ArchiveTrouble(ProblemKind.DAMAGED, label=formats.TAR.label) from error
        _expand_single(order, unpacking)
    except (tarfile.TarError, *_BROKEN_STREAM, OSError) as error:
        _raise_room(error)
        raise ArchiveTrouble(ProblemKind.DAMAGED, label=order.name) from error


def _check_end(archive: tarfile.TarFile) -> None:
    """Tell an archive that ends from one that was cut off between two members."""
    stream = archive.fileobj
    if stream is not None:
        stream.seek(archive.offset)
        if len(stream.read(tarfile.BLOCKSIZE)) < tarfile.BLOCKSIZE:
            raise EOFError("no end-of-archive block")


def _open_single(order: ExpandOrder) -> IO[bytes]:
    if order.media_type == formats.BZIP2.media_type:
        return cast("IO[bytes]", bz2.open(order.path))
    if order.media_type == formats.XZ.media_type:
        return cast("IO[bytes]", lzma.open(order.path))
    return cast("IO[bytes]", gzip.open(order.path))


def _expand_single(order: ExpandOrder, unpacking: Unpacking) -> None:
    """A lone packed file: 通知.doc.gz holds 通知.doc."""
    stem, dot, _suffix = order.name.rpartition(".")
    name = unpacking.admit(stem if dot and stem else order.name)
    if name:
        _guarded(unpacking, name, partial(_open_single, order))


class _Writer(py7zr.Py7zIO):
    """Where py7zr puts a member: into a file of ours, or nowhere."""

    def __init__(self, unpacking: Unpacking, path: Path | None) -> None:
        self._unpacking = unpacking
        self._size = 0
        self._file = path.open("xb") if path else None

    def write(self, s: bytes | bytearray) -> int:
        self._unpacking.count(len(s))
        self._size += len(s)
        if self._file:
            self._file.write(s)
        return len(s)

    def read(self, size: int | None = None) -> bytes:
        return b""

    def seek(self, offset: int, whence: int = 0) -> int:
        return 0

    def flush(self) -> None:
        """Nothing is kept back."""

    def size(self) -> int:
        return self._size

    def close(self) -> None:
        if self._file:
            self._file.close()
            self._file = None


class _Factory(py7zr.WriterFactory):
    def __init__(self, unpacking: Unpacking, places: dict[str, Path]) -> None:
        self._unpacking = unpacking
        self._places = places
        self.writers: list[_Writer] = []

    def create(self, filename: str) -> _Writer:
        writer = _Writer(self._unpacking, self._places.get(filename))
        self.writers.append(writer)
        return writer


def expand_7z(order: ExpandOrder, unpacking: Unpacking) -> None:
    """Expand a 7z; its members may share one stream, so they come out together."""
    label = formats.SEVEN_ZIP.label
    try:
        with py7zr.SevenZipFile(order.path) as archive:
            if archive.needs_password():
                raise ArchiveTrouble(ProblemKind.PASSWORD_REQUIRED, label=label)
            entries = [entry for entry in archive.list() if not entry.is_directory]
            unpacking.check_room(sum(entry.uncompressed or 0 for entry in entries))
            wanted = {}
            for number, entry in enumerate(entries, 1):
                name = unpacking.admit(entry.filename, link=bool(entry.is_symlink))
                if name:
                    wanted[entry.filename] = (name, order.work / f"{number:05d}")
            factory = _Factory(unpacking, {raw: path for raw, (_, path) in wanted.items()})
            try:
                if wanted:
                    archive.extract(targets=list(wanted), factory=factory)
            finally:
                for writer in factory.writers:
                    writer.close()
    except py7zr.exceptions.PasswordRequired as error:
        raise ArchiveTrouble(ProblemKind.PASSWORD_REQUIRED, label=label) from error
    except (
        py7zr.exceptions.ArchiveError,
        *_BROKEN_STREAM,
        OSError,
        ValueError,
        TypeError,
        IndexError,
        KeyError,
    ) as error:
        _raise_room(error)
        raise ArchiveTrouble(ProblemKind.DAMAGED, label=label) from error
    for name, path in wanted.values():
        if not path.exists():  # an empty member has no stream of its own
            path.touch()
        unpacking.accept(name, path)


def expand_rar(order: ExpandOrder, unpacking: Unpacking) -> None:
    """Expand a RAR by whichever program of the machine can: unrar, 7-Zip, or Windows' own tar."""
    label = formats.RAR.label
    _find_rar_programs()
    try:
        with rarfile.RarFile(order.path) as archive:
            if archive.needs_password():
                raise ArchiveTrouble(ProblemKind.PASSWORD_REQUIRED, label=label)
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            unpacking.check_room(sum(entry.file_size for entry in entries))
            for entry in entries:
                name = unpacking.admit(
                    entry.filename,
                    link=bool(entry.is_symlink()),
                    special=not (entry.is_file() or entry.is_symlink()),
                )
                if name:
                    _guarded(unpacking, name, partial(archive.open, entry))
    except rarfile.RarCannotExec as error:
        raise ArchiveTrouble(ProblemKind.ARCHIVE_TOOL_MISSING, label=label) from error
    except (rarfile.NeedFirstVolume, rarfile.Error) as error:
        raise ArchiveTrouble(ProblemKind.DAMAGED, label=label) from error


_WINDOWS_PROGRAMS = (
    ("UNRAR_TOOL", ("WinRAR/UnRAR.exe",)),
    ("SEVENZIP_TOOL", ("7-Zip/7z.exe",)),
)


def _find_rar_programs() -> None:
    """Tell rarfile of the programs that Windows keeps outside its search path."""
    if os.name != "nt":
        return
    roots = [os.environ.get(key, "") for key in ("ProgramFiles", "ProgramFiles(x86)")]
    for setting, places in _WINDOWS_PROGRAMS:
        for place in (Path(root) / part for root in roots if root for part in places):
            if place.is_file():
                setattr(rarfile, setting, str(place))
    # Windows 10 and later bring bsdtar under the name of tar, and it reads RAR.
    if shutil.which("tar"):
        rarfile.BSDTAR_TOOL = "tar"


def _guarded(unpacking: Unpacking, name: str, opened: Callable[[], IO[bytes]]) -> None:
    """Write one member; one that is broken costs only itself."""
    try:
        with opened() as stream:
            unpacking.write(name, stream)
    except NotImplementedError:  # a method that Python does not know, such as Deflate64
        unpacking.fail(name, Problem(ProblemKind.ARCHIVE_TOOL_MISSING, {"label": name}))
    except (rarfile.PasswordRequired, RuntimeError):
        unpacking.fail(name, Problem(ProblemKind.PASSWORD_REQUIRED, {"label": name}))
    except (*_BROKEN_STREAM, rarfile.BadRarFile, OSError) as error:
        _raise_room(error)
        unpacking.fail(name, Problem(ProblemKind.DAMAGED, {"label": name}))


def _raise_room(error: BaseException) -> None:
    """A full disk is nobody's damaged archive."""
    if isinstance(error, OSError) and error.errno in _NO_ROOM:
        raise error


_NO_ROOM = {28, 122, 112}  # ENOSPC, EDQUOT, and Windows' ERROR_DISK_FULL
