"""Formats that are containers: zip packages (OOXML, ODF, OFD) and OLE compound files."""

import re
import struct
import zipfile
import zlib
from collections.abc import Collection, Iterable
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

_DOCUMENTS = (f.DOCX, f.XLSX, f.XLSB, f.PPTX, f.ODT, f.ODS, f.ODP, f.OFD, f.ODG, f.XPS, f.EPUB)
#: What stands in a document that is a zip inside, and in no archive that people make.
_DOCUMENT_PARTS = re.compile(
    r"_rels/|docprops/|customxml/|(?:word|xl|ppt|visio)/\w+\.xml|\[content_types\]\.xml$|mimetype$"
    r"|meta-inf/manifest\.xml$|meta-inf/container\.xml$|ofd\.xml$|doc_\d+/"
)
#: Programs' own packages, which are told by their suffix once the file is a zip.
_PROGRAMS = {
    suffix: found
    for found in (
        *(f.XMIND, f.MIND_MAP, f.DIAGRAM, f.PAGES, f.NUMBERS, f.KEYNOTE, f.KMZ),
        *(f.JAR, f.APK, f.EPUB, f.XPS, f.UOT, f.UOS, f.UOP),
    )
    for suffix in found.suffixes
}
#: A suffix that some program may have given; zips renamed for mail filters end otherwise.
_OWN_SUFFIX = re.compile(r"\.(?!zip|z\d|\d+$)[a-z0-9]{1,10}$")


def zip_format(path: Path, head: bytes, suffix: str) -> Format:
    """What a file that begins like a zip really is.

    A package whose directory is lost (cut short while copying) is told by the names that are
    still legible at its beginning, and failing that by its suffix.
    """
    try:
        with zipfile.ZipFile(path) as package:
            if not owns_directory(package, head):
                raise zipfile.BadZipFile("the directory is that of a zip inside")
            names = package.namelist()
            declared = _read_small(package, "[Content_Types].xml").decode("utf-8", "replace")
            media_type = _read_small(package, "mimetype").decode("ascii", "replace").strip()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, struct.error):
        found = _by_names(list(_local_names(head)), "", _stored_mimetype(head), suffix)
        by_suffix = next((p for p in _DOCUMENTS if suffix in p.suffixes), f.ZIP)
        return by_suffix if found is f.ZIP else found
    return _by_names(names, declared, media_type, suffix)


def owns_directory(package: zipfile.ZipFile, head: bytes) -> bool:
    """False for a zip cut short of which only the directory of a zip stored in it was found."""
    first = min((entry.header_offset for entry in package.infolist()), default=0)
    return first == 0 or not head.startswith(ZIP_BEGINNINGS[0])


def holds_zip(path: Path) -> bool:
    """True if a zip stands in the file behind some bytes that do not belong to it.

    A download may bring line ends or a header before the zip; every zip program passes over them.
    """
    try:
        with zipfile.ZipFile(path) as package, path.open("rb") as file:
            entries = package.infolist()
            if entries:
                file.seek(entries[0].header_offset)
            return bool(entries) and file.read(4) == ZIP_BEGINNINGS[0]
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, struct.error):
        return False


def _read_small(package: zipfile.ZipFile, name: str) -> bytes:
    """The beginning of a member; empty if it is missing or does not read."""
    try:
        with package.open(name) as member:
            return member.read(_DECLARATION_LIMIT)
    except (KeyError, RuntimeError, zipfile.BadZipFile, OSError, zlib.error, EOFError):
        return b""


def _by_names(names: list[str], declared: str, media_type: str, suffix: str) -> Format:
    lowered = {name.replace("\\", "/").lower() for name in names}
    if "ofd.xml" in lowered:
        return f.OFD
    odf = re.match(r"application/vnd\.(oasis\.opendocument|sun\.xml\.\w+)(\.([\w-]+))?", media_type)
    if odf:
        return _ODF_PARTS.get(odf.group(3) or "", f.ODF_OTHER)
    if media_type == "application/epub+zip":
        return f.EPUB
    if "[content_types].xml" in lowered or "_rels/.rels" in lowered:
        found = _package(lowered, declared.lower())
        if found is not f.ZIP:
            return found
    return _of_program(lowered, suffix) or _damaged(lowered, suffix) or f.ZIP


def _of_program(names: Collection[str], suffix: str) -> Format | None:
    """What a zip is that some program wrote for itself; nobody takes such a file for an archive."""
    if suffix in _PROGRAMS:
        return _PROGRAMS[suffix]
    if {"androidmanifest.xml", "classes.dex"} <= set(names):
        return f.APK
    if {"content.json", "metadata.json"} <= set(names):
        return f.XMIND
    if any(re.fullmatch(r"index/document\.iwa|index\.apxl|index\.xml\.gz", n) for n in names):
        return f.IWORK
    if "meta-inf/manifest.mf" in names and any(name.endswith(".class") for name in names):
        return f.JAR
    if {"content.xml", "meta-inf/manifest.xml"} <= set(names):
        return f.ODT
    if _OWN_SUFFIX.match(suffix) and suffix not in f.PROMISES:
        return f.own_package(suffix)
    return None


def _damaged(names: Collection[str], suffix: str) -> Format | None:
    """The document that a zip was, of which parts are left over or nothing at all."""
    expected = next((found for found in _DOCUMENTS if suffix in found.suffixes), None)
    left_over = not names or any(_DOCUMENT_PARTS.match(name) for name in names)
    return expected if left_over else None


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
        packed = int.from_bytes(head[at + 18 : at + 22], "little")
        length = int.from_bytes(head[at + 26 : at + 28], "little")
        extra = int.from_bytes(head[at + 28 : at + 30], "little")
        yield head[at + 30 : at + 30 + length].decode("cp437")
        # A member may be a zip that is only stored: its names are not those of the package.
        at = head.find(ZIP_BEGINNINGS[0], at + 30 + length + extra + packed)


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
