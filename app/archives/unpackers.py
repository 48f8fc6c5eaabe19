"""Taking apart each format of archive."""

import bz2
import gzip
import lzma
import os
import shutil
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path
from typing import IO, cast

import py7zr
import py7zr.exceptions
import rarfile

from app.archives import splits
from app.archives.model import ArchiveTrouble, ExpandOrder
from app.archives.names import decoded, zip_name
from app.archives.split_zip import no_zip, places
from app.archives.streams import opened
from app.archives.unpacking import Unpacking
from app.archives.zip_members import BROKEN_DATA, ZipSource, method_name
from app.archives.zstandard import zstd
from app.filetypes import formats
from app.filetypes.containers import owns_directory
from app.problems import Problem, ProblemKind

_ENCRYPTED_FLAG = 0x1
_UNIX_TYPE, _UNIX_LINK, _UNIX_FILE = 0o170000, 0o120000, 0o100000
_BROKEN_STREAM = (
    *BROKEN_DATA,
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    gzip.BadGzipFile,
    NotImplementedError,
)


def unpack(order: ExpandOrder, unpacking: Unpacking) -> None:
    """Expand an archive of any format that is expandable."""
    if order.missing:
        raise ArchiveTrouble(ProblemKind.ARCHIVE_PART_MISSING, missing=order.missing)
    expand = {
        formats.ZIP.media_type: expand_zip,
        formats.SEVEN_ZIP.media_type: expand_7z,
        formats.RAR.media_type: expand_rar,
    }.get(order.media_type, expand_tar)
    try:
        expand(order, unpacking)
    except ArchiveTrouble as trouble:
        if trouble.problem.kind is ProblemKind.DAMAGED and len(order.parts) == 1:
            # Nobody splits an archive into one part.
            missing = splits.following(order.last)
            raise ArchiveTrouble(ProblemKind.ARCHIVE_PART_MISSING, missing=missing) from trouble
        raise


def expand_zip(order: ExpandOrder, unpacking: Unpacking) -> None:
    """Expand a zip, whatever encoding its names are in."""
    with opened(order) as source:
        try:
            archive = zipfile.ZipFile(source)
        except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
            raise no_zip(order, source, formats.ZIP.label) from error
        with archive:
            place_of = places(source, order)
            source.seek(0)
            if place_of is None and not owns_directory(archive, source.read(4)):
                raise no_zip(order, source, formats.ZIP.label)
            entries = []
            for entry in archive.infolist():
                if entry.filename.endswith(("/", "\\")):  # some programs write folders so
                    unpacking.folders += 1
                else:
                    entries.append(entry)
            unpacking.check_room(sum(entry.file_size for entry in entries))
            for entry in entries:
                _expand_entry(ZipSource(archive, source, place_of), entry, unpacking)


def _expand_entry(source: ZipSource, entry: zipfile.ZipInfo, unpacking: Unpacking) -> None:
    mode = entry.external_attr >> 16 & _UNIX_TYPE
    name = unpacking.admit(
        zip_name(entry),
        link=mode == _UNIX_LINK,
        special=mode not in {0, _UNIX_LINK, _UNIX_FILE},
    )
    if name is None:
        return
    if entry.flag_bits & _ENCRYPTED_FLAG:
        unpacking.fail(name, Problem(ProblemKind.PASSWORD_REQUIRED, {"label": name}))
        return
    method = method_name(entry.compress_type)
    _guarded(unpacking, name, partial(source.open, entry), method)


def expand_tar(order: ExpandOrder, unpacking: Unpacking) -> None:
    """Expand a tar, packed or not; a packed single file is its own only member."""
    try:
        with opened(order) as source, _open_tar(order, source) as archive:
            for entry in archive:
                if entry.isdir():
                    unpacking.folders += 1
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
        _raise_shortage(error)
        raise ArchiveTrouble(ProblemKind.DAMAGED, label=order.name) from error


def _open_tar(order: ExpandOrder, source: IO[bytes]) -> tarfile.TarFile:
    if order.media_type == formats.ZSTD.media_type:
        return tarfile.open(fileobj=zstd.open(source, "rb"), mode="r:", errors="surrogateescape")
    return tarfile.open(fileobj=source, mode="r:*", errors="surrogateescape")


def _check_end(archive: tarfile.TarFile) -> None:
    """Tell an archive that ends from one that was cut off between two members."""
    stream = archive.fileobj
    if stream is not None:
        stream.seek(archive.offset)
        if len(stream.read(tarfile.BLOCKSIZE)) < tarfile.BLOCKSIZE:
            raise EOFError("no end-of-archive block")


def _open_single(order: ExpandOrder, source: IO[bytes]) -> IO[bytes]:
    if order.media_type == formats.BZIP2.media_type:
        return cast("IO[bytes]", bz2.open(source))
    if order.media_type == formats.XZ.media_type:
        return cast("IO[bytes]", lzma.open(source))
    if order.media_type == formats.ZSTD.media_type:
        return cast("IO[bytes]", zstd.open(source))
    return cast("IO[bytes]", gzip.open(source))


def _expand_single(order: ExpandOrder, unpacking: Unpacking) -> None:
    """A lone packed file: 通知.doc.gz holds 通知.doc."""
    stem, dot, _suffix = order.name.rpartition(".")
    name = unpacking.admit(stem if dot and stem else order.name)
    if name:
        with opened(order) as source:
            _guarded(unpacking, name, partial(_open_single, order, source))


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
        with opened(order) as source, _open_7z(order, source) as archive:
            if archive.needs_password():
                raise ArchiveTrouble(ProblemKind.PASSWORD_REQUIRED, label=label)
            entries = [entry for entry in archive.list() if not entry.is_directory]
            unpacking.folders = len(archive.list()) - len(entries)
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
    except py7zr.exceptions.UnsupportedCompressionMethodError as error:
        method = _method_in(error)
        raise ArchiveTrouble(ProblemKind.ARCHIVE_METHOD_UNKNOWN, method=method) from error
    except (
        py7zr.exceptions.ArchiveError,
        *_BROKEN_STREAM,
        OSError,
        ValueError,
        TypeError,
        IndexError,
        KeyError,
    ) as error:
        _raise_shortage(error)
        raise ArchiveTrouble(ProblemKind.DAMAGED, label=label) from error
    for name, path in wanted.values():
        if not path.exists():  # an empty member has no stream of its own
            path.touch()
        unpacking.accept(name, path)


_SEVEN_ZIP_HEADER = 32


def _open_7z(order: ExpandOrder, source: IO[bytes]) -> py7zr.SevenZipFile:
    """Open a 7z; its first bytes tell how long all parts of it are together."""
    head = source.read(_SEVEN_ZIP_HEADER)
    length = _SEVEN_ZIP_HEADER + sum(struct.unpack("<QQ", head[12:28].ljust(16, b"\0")))
    if splits.part_name(order.name) and length > source.seek(0, os.SEEK_END):
        missing = splits.following(order.last)
        raise ArchiveTrouble(ProblemKind.ARCHIVE_PART_MISSING, missing=missing)
    source.seek(0)
    return py7zr.SevenZipFile(source)


#: Methods of 7z that the library does not unpack, by their identifiers.
_SEVEN_ZIP_METHODS = {
    "0303011b": "BCJ2",
    "040109": "Deflate64",
    "06f10701": "AES",
    "04f71104": "LZ4",
    "04f71105": "LZ5",
    "04f71106": "LIZARD",
    "0a": "ARM64",
    "0b": "RISCV",
}


def _method_in(error: py7zr.exceptions.UnsupportedCompressionMethodError) -> str:
    coders = error.data if isinstance(error.data, list) else [{"method": error.data}]
    methods = [coder["method"].hex() for coder in coders if isinstance(coder["method"], bytes)]
    known = (_SEVEN_ZIP_METHODS[method] for method in methods if method in _SEVEN_ZIP_METHODS)
    return next(known, "+".join(methods) or "（未知）")


def expand_rar(order: ExpandOrder, unpacking: Unpacking) -> None:
    """Expand a RAR by whichever program of the machine can: unrar, 7-Zip, or Windows' own tar."""
    label = formats.RAR.label
    _find_rar_programs()
    blocks: list[rarfile.RarInfo] = []
    part = splits.part_name(order.name)
    cut = part is not None and part.style is splits.Style.NUMBERED
    if order.parts and not cut and not splits.is_part(order.path.name):
        label = "压缩包里的 RAR 分卷"  # the library finds volumes by their names on disk
        raise ArchiveTrouble(ProblemKind.ARCHIVE_FORMAT_UNKNOWN, label=label)
    try:
        with (
            opened(order) as source,
            rarfile.RarFile(source if cut else order.path, info_callback=blocks.append) as archive,
        ):
            if archive.needs_password():
                raise ArchiveTrouble(ProblemKind.PASSWORD_REQUIRED, label=label)
            _check_whole_rar(archive, blocks)
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            unpacking.folders = len(archive.infolist()) - len(entries)
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
    except rarfile.NeedFirstVolume as error:
        missing = splits.first_of(order.name)
        raise ArchiveTrouble(ProblemKind.ARCHIVE_PART_MISSING, missing=missing) from error
    except (rarfile.Error, AttributeError) as error:  # the library stumbles over missing headers
        raise ArchiveTrouble(ProblemKind.DAMAGED, label=label) from error


#: Programs of this version and later end an archive with a block of its own.
_ENDED_SINCE = 29


def _check_whole_rar(archive: rarfile.RarFile, blocks: Sequence[rarfile.RarInfo]) -> None:
    """Tell an archive that ends from one that was cut off, or of which a volume is missing."""
    error = archive.strerror() or ""
    if "volume" in error:
        missing = splits.following(Path(archive.volumelist()[-1]).name)
        raise ArchiveTrouble(ProblemKind.ARCHIVE_PART_MISSING, missing=missing)
    ended = any(block.type == rarfile.RAR_BLOCK_ENDARC for block in blocks)
    recent = any((entry.extract_version or 0) >= _ENDED_SINCE for entry in archive.infolist())
    if error or not archive.infolist() or (recent and not ended):
        raise ArchiveTrouble(ProblemKind.DAMAGED, label=formats.RAR.label)


_WINDOWS_PROGRAMS = (
    ("UNRAR_TOOL", ("WinRAR/UnRAR.exe",)),
    ("SEVENZIP_TOOL", ("7-Zip/7z.exe",)),
)


def _find_rar_programs() -> None:
    """Tell rarfile of the programs that Windows keeps outside its search path."""
    if os.name != "nt":
        return
    roots = [os.environ.get(key, "") for key in ("ProgramFiles", "ProgramFiles(x86)")]
    for setting, programs in _WINDOWS_PROGRAMS:
        for place in (Path(root) / part for root in roots if root for part in programs):
            if place.is_file():
                setattr(rarfile, setting, str(place))
    # Windows 10 and later bring bsdtar under the name of tar, and it reads RAR.
    if shutil.which("tar"):
        rarfile.BSDTAR_TOOL = "tar"


def _guarded(
    unpacking: Unpacking,
    name: str,
    open_it: Callable[[], AbstractContextManager[IO[bytes]]],
    method: str = "",
) -> None:
    """Write one member; one that is broken costs only itself."""
    try:
        with open_it() as stream:
            unpacking.write(name, stream)
    except NotImplementedError:
        unpacking.fail(name, Problem(ProblemKind.ARCHIVE_METHOD_UNKNOWN, {"method": method}))
    except (rarfile.PasswordRequired, RuntimeError):
        unpacking.fail(name, Problem(ProblemKind.PASSWORD_REQUIRED, {"label": name}))
    except (*_BROKEN_STREAM, rarfile.BadRarFile, OSError, ValueError) as error:
        _raise_shortage(error)
        unpacking.fail(name, Problem(ProblemKind.DAMAGED, {"label": name}))


def _raise_shortage(error: BaseException) -> None:
    """A full disk or a want of memory is nobody's damaged archive."""
    if isinstance(error, OSError) and error.errno in _SHORTAGES:
        raise error
    # Packed with a window of more than 128 MB ("zstd --long=31"); the library has no other word.
    if isinstance(error, zstd.ZstdError) and "too much memory" in str(error):
        raise MemoryError from error


#: ENOMEM, EFBIG, ENOSPC, EDQUOT, and Windows' ERROR_DISK_FULL.
_SHORTAGES = {12, 27, 28, 122, 112}
