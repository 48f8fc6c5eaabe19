"""Formats that are containers: zip packages (OOXML, ODF, OFD) and OLE compound files."""

import re
import struct
import zipfile
import zlib
from collections.abc import Iterable
from pathlib import Path

import olefile

from app.filetypes import formats as f
from app.filetypes.formats import Format

ZIP_BEGINNINGS = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
OLE_BEGINNING = olefile.MAGIC

_DECLARATION_LIMIT = 1 << 20

#: The content type of a package's main part tells what the package is (ECMA-376 part 1, 11–13).
_MAIN_PARTS: tuple[tuple[str, Format], ...] = (
    (r"wordprocessingml\.(document|template)\.main\+xml", f.DOCX),
    (r"ms-word\.(document|template)\.macroenabled(template)?\.main\+xml", f.DOCX),
    (r"ms-excel\.sheet\.binary\.macroenabled\.main", f.XLSB),
    (r"spreadsheetml\.(sheet|template)\.main\+xml", f.XLSX),
    (r"ms-excel\.(sheet|template|addin)\.macroenabled\.main\+xml", f.XLSX),
    (r"presentationml\.(presentation|slideshow|template)\.main\+xml", f.PPTX),
    (r"ms-powerpoint\.(presentation|slideshow|template|addin)\.macroenabled\.main\+xml", f.PPTX),
    (r"ms-visio\.(drawing|stencil|template)", f.VISIO),
    (r"ms-package\.xps-fixeddocumentsequence", f.XPS),
)

_PART_FOLDERS = (("word/", f.DOCX), ("xl/", f.XLSX), ("ppt/", f.PPTX), ("visio/", f.VISIO))

_ODF_PARTS = {
    "text": f.ODT,
    "text-template": f.ODT,
    "text-master": f.ODT,
    "spreadsheet": f.ODS,
    "spreadsheet-template": f.ODS,
    "presentation": f.ODP,
    "presentation-template": f.ODP,
    "graphics": f.ODG,
    "graphics-template": f.ODG,
}

#: What an encrypted OOXML package holds cannot be seen; its suffix is all there is.
_ENCRYPTED_BY_SUFFIX = {
    suffix: found for found in (f.DOCX, f.XLSX, f.XLSB, f.PPTX) for suffix in found.suffixes
} | {".doc": f.DOCX, ".xls": f.XLSX, ".ppt": f.PPTX}

_ZIP_PACKAGES = (f.DOCX, f.XLSX, f.XLSB, f.PPTX, f.ODT, f.ODS, f.ODP, f.OFD, f.ODG, f.XPS, f.EPUB)


def zip_format(path: Path, head: bytes, suffix: str) -> Format:
    """What a file that begins like a zip really is.

    A package whose directory is lost (cut short while copying) is told by the names that are
    still legible at its beginning, and failing that by its suffix.
    """
    try:
        with zipfile.ZipFile(path) as package:
            names = package.namelist()
            declared = _read_small(package, "[Content_Types].xml").decode("utf-8", "replace")
            media_type = _read_small(package, "mimetype").decode("ascii", "replace").strip()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, struct.error):
        found = _by_names(list(_local_names(head)), "", _stored_mimetype(head))
        by_suffix = next((p for p in _ZIP_PACKAGES if suffix in p.suffixes), f.ZIP)
        return by_suffix if found is f.ZIP else found
    return _by_names(names, declared, media_type)


def _read_small(package: zipfile.ZipFile, name: str) -> bytes:
    """The beginning of a member; empty if it is missing or does not read."""
    try:
        with package.open(name) as member:
            return member.read(_DECLARATION_LIMIT)
    except (KeyError, RuntimeError, zipfile.BadZipFile, OSError, zlib.error, EOFError):
        return b""


def _by_names(names: list[str], declared: str, media_type: str) -> Format:
    lowered = {name.replace("\\", "/").lower() for name in names}
    if "ofd.xml" in lowered:
        return f.OFD
    odf = re.match(r"application/vnd\.(oasis\.opendocument|sun\.xml\.\w+)(\.([\w-]+))?", media_type)
    if odf:
        return _ODF_PARTS.get(odf.group(3) or "", f.ODF_OTHER)
    if media_type == "application/epub+zip":
        return f.EPUB
    if "[content_types].xml" in lowered:
        return _package(lowered, declared.lower())
    if {"content.xml", "meta-inf/manifest.xml"} <= lowered:
        return f.ODT
    return f.APK if {"androidmanifest.xml", "classes.dex"} <= lowered else f.ZIP


def _package(names: Iterable[str], declared: str) -> Format:
    for pattern, found in _MAIN_PARTS:
        if re.search(pattern, declared):
            return found
    for folder, found in _PART_FOLDERS:
        if any(name.startswith(folder) for name in names):
            return found
    return f.ZIP


def _local_names(head: bytes) -> Iterable[str]:
    """The member names that stand before the data in ``head``."""
    at = head.find(ZIP_BEGINNINGS[0])
    while at >= 0 and at + 30 <= len(head):
        length = int.from_bytes(head[at + 26 : at + 28], "little")
        yield head[at + 30 : at + 30 + length].decode("cp437")
        at = head.find(ZIP_BEGINNINGS[0], at + 30 + length)


def _stored_mimetype(head: bytes) -> str:
    found = re.match(rb"PK\x03\x04.{26}mimetype(application/[\w.+-]+?)PK", head, re.DOTALL)
    return found.group(1).decode("ascii") if found else ""


def ole_format(path: Path, suffix: str) -> Format:
    """What an OLE compound file (MS-CFB) is, by the streams in it."""
    try:
        with olefile.OleFileIO(str(path)) as compound:
            entries = {"/".join(parts).lower() for parts in compound.listdir(storages=True)}
    except (OSError, ValueError, IndexError, TypeError, struct.error, RecursionError):
        return _ole_by_suffix(suffix)
    if "encryptedpackage" in entries:
        return _ENCRYPTED_BY_SUFFIX.get(suffix, f.ENCRYPTED_OFFICE)
    if "worddocument" in entries:
        return f.WPS if suffix in f.WPS.suffixes else f.DOC
    if entries & {"workbook", "book"}:
        return f.ET if suffix in f.ET.suffixes else f.XLS
    if "powerpoint document" in entries or "pp97_dualstorage/powerpoint document" in entries:
        return f.DPS if suffix in f.DPS.suffixes else f.PPT
    if "matost" in entries or ("contents" in entries and suffix == ".wps"):
        return f.WORKS
    if "__properties_version1.0" in entries:
        return f.MSG
    if "visiodocument" in entries:
        return f.VISIO
    if "quill" in entries:
        return f.PUBLISHER
    if suffix in f.PROJECT.suffixes:
        return f.PROJECT
    if suffix in f.PROGRAM.suffixes:
        return f.PROGRAM
    return f.THUMBS if "catalog" in entries and suffix == ".db" else f.OLE


def _ole_by_suffix(suffix: str) -> Format:
    """What a broken compound file was meant to be."""
    kinds = (f.DOC, f.WPS, f.XLS, f.ET, f.PPT, f.DPS, f.MSG, f.VISIO)
    return next((found for found in kinds if suffix in found.suffixes), f.OLE)
