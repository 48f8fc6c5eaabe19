"""Macros in an Office document, whatever its name; conversion never runs any."""

import re
import struct
import zipfile
import zlib
from collections.abc import Iterable
from contextlib import closing
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

import olefile

from app.filekind import FileType
from app.findings.errors import NotLookedThrough
from app.problems import Problem, ProblemKind

_PROJECT = re.compile(r"(?:.*/)?vbaproject\w*\.bin$")
_OOXML_PART = re.compile(r"(?:.*/)?macrosheets/.+$")
#: What holds Basic or scripts in an OpenDocument package; dialogs alone run nothing.
_ODF_PART = re.compile(r"(?:basic/.+/(?!script-lb|dialog-lb)[^/]+\.xml|scripts/.+\.\w+)$")
_MODULE = re.compile(r"(?:.*/)?vba/([^/]+)$")
_NO_MODULE = re.compile(r"dir$|_vba_project$|__srp_")
_BOUND_SHEET, _MACRO_SHEET = 0x0085, 1
_MOST_STREAM = 64 << 20


def find_macros(path: Path, file_type: FileType) -> tuple[Problem, ...]:
    """Say of an Office document that it holds macros."""
    found = _in_package(path) if zipfile.is_zipfile(path) else _in_compound(path)
    return (Problem(ProblemKind.MACROS),) if found else ()


def _in_package(path: Path) -> bool:
    try:
        with zipfile.ZipFile(path) as package:
            for entry in package.infolist():
                name = entry.filename.replace("\\", "/").lower()
                if _PROJECT.match(name):
                    if entry.file_size > _MOST_STREAM or _is_project(package, entry):
                        return True
                elif _OOXML_PART.match(name) or _ODF_PART.match(name):
                    return True
    except NotLookedThrough:
        raise
    except (zipfile.BadZipFile, OSError, ValueError, RuntimeError, struct.error, zlib.error):
        return False  # the finder of its kind tells that it cannot be read
    return False


def _is_project(package: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bool:
    """Say whether a part holds a macro; one that we cannot read may hold any."""
    try:
        data = package.read(entry)
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, zlib.error, EOFError):
        return True
    return bool(data) and (not olefile.isOleFile(BytesIO(data)) or _has_code(BytesIO(data)))


def _in_compound(path: Path) -> bool:
    if not olefile.isOleFile(str(path)):
        return False
    with path.open("rb") as file:
        return _has_code(file)


def _has_code(file: BinaryIO) -> bool:
    """Say whether a compound file holds a macro; programs also write empty modules."""
    try:
        with olefile.OleFileIO(file) as compound:
            for parts in compound.listdir():
                name = "/".join(parts).lower()
                module = _MODULE.match(name)
                if module is not None and not _NO_MODULE.match(module[1]):
                    found = _is_written(_stream(compound, "/".join(parts)))
                else:
                    found = name in ("workbook", "book") and _has_macro_sheet(
                        _stream(compound, name)
                    )
                if found:
                    return True
    except RecursionError as error:  # its list of parts is a chain of thousands
        raise NotLookedThrough from error
    except (OSError, ValueError, IndexError, TypeError, struct.error):
        return False
    return False


def _is_written(module: bytes) -> bool:
    """Say whether a module has any line but attributes (MS-OVBA 2.3.4.3)."""
    at = module.find(b"\x00Attribut")
    if at < 3:
        return bool(module)  # its source was taken out, and what runs left in
    source = unpacked(module[at - 3 :]).decode("latin-1")
    lines = (line.strip().lower() for line in source.splitlines())
    return any(line and not line.startswith(("attribute ", "option ", "'")) for line in lines)


def unpacked(container: bytes) -> bytes:
    """Undo the compression of macros (MS-OVBA 2.4.1), as far as it goes."""
    out = bytearray()
    at = 1
    while at + 2 <= len(container):
        (header,) = struct.unpack_from("<H", container, at)
        end = min(at + (header & 0xFFF) + 3, len(container))
        at += 2
        if not header & 0x8000:
            out += container[at:end]
            at = end
            continue
        start = len(out)
        while at < end:
            flags = container[at]
            at += 1
            for bit in range(8):
                if at >= end:
                    break
                if not flags >> bit & 1:
                    out.append(container[at])
                    at += 1
                    continue
                if at + 2 > end:
                    return bytes(out)
                (token,) = struct.unpack_from("<H", container, at)
                at += 2
                bits = max((len(out) - start - 1).bit_length(), 4)
                back, length = (token >> 16 - bits) + 1, (token & (0xFFFF >> bits)) + 3
                if back > len(out):
                    return bytes(out)
                for _ in range(length):
                    out.append(out[-back])
    return bytes(out)


def _stream(compound: "olefile.OleFileIO[str]", name: str) -> bytes:
    with closing(compound.openstream(name)) as stream:
        return bytes(stream.read(_MOST_STREAM))


def _has_macro_sheet(workbook: bytes) -> bool:
    return any(
        kind == _BOUND_SHEET and len(data) > 5 and data[5] == _MACRO_SHEET
        for kind, data in _records(workbook)
    )


def _records(workbook: bytes) -> Iterable[tuple[int, bytes]]:
    at = 0
    while at + 4 <= len(workbook):
        kind, length = struct.unpack_from("<HH", workbook, at)
        yield kind, workbook[at + 4 : at + 4 + length]
        at += 4 + length
