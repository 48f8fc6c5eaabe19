"""Copying a text document or a presentation with its fields frozen, whatever its format."""

import shutil
import zipfile
from functools import partial
from pathlib import Path

from app.conversion.freezing import odf, ooxml
from app.conversion.freezing.doc import freeze_doc
from app.conversion.freezing.ppt import freeze_ppt
from app.conversion.freezing.rtf import freeze_rtf
from app.conversion.freezing.xml_parts import LARGEST_PART, copy_package
from app.filekind import FileKind
from app.zipped import ZIP_TROUBLE

_OLE_BEGINNING = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def copy_frozen(source: Path, target: Path, kind: FileKind) -> None:
    """Copy a text or a presentation with its changing fields as they were stored.

    What is damaged inside is copied as it is; LibreOffice finds out what can be read of it.

    Raises:
        OSError: the operating system does not let the file be read or written.
    """
    with source.open("rb") as file:
        beginning = file.read(64).lstrip(b"\xef\xbb\xbf \t\r\n")
    try:
        if beginning.startswith(_OLE_BEGINNING):
            shutil.copyfile(source, target)
            (freeze_ppt if kind is FileKind.SLIDES else freeze_doc)(target)
            return
        if beginning.startswith(b"PK"):
            _copy_zipped(source, target)
            return
        if beginning.startswith((b"{\\rtf", b"<")) and source.stat().st_size <= LARGEST_PART:
            data = source.read_bytes()
            target.write_bytes(freeze_rtf(data) if beginning.startswith(b"{") else frozen_xml(data))
            return
    except (OSError, *ZIP_TROUBLE):
        target.unlink(missing_ok=True)
    shutil.copyfile(source, target)


def frozen_xml(data: bytes) -> bytes:
    """Freeze a document that is one XML file: flat OpenDocument, Word 2003, flat OPC."""
    if b"opendocument" in data[:8192]:
        return odf.freeze_part("", data, odf.day_saved(data)) or data
    return ooxml.freeze_part("", data) or data


def _copy_zipped(source: Path, target: Path) -> None:
    with zipfile.ZipFile(source) as package:
        names = set(package.namelist())
        if "META-INF/manifest.xml" not in names or "content.xml" not in names:
            copy_package(source, target, ooxml.freeze_part)
            return
        meta = package.read("meta.xml") if "meta.xml" in names else b""
    copy_package(source, target, partial(odf.freeze_part, saved=odf.day_saved(meta)))
