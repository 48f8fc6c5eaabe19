"""Which reader reads which format."""

import zipfile
from pathlib import Path

from app.filekind import FileKind, FileType
from app.filetypes import formats
from app.reading.compound import read_compound
from app.reading.fixed import read_ofd, read_pdf
from app.reading.loose import (
    read_drawing,
    read_html,
    read_rtf,
    read_table,
    read_text,
    read_web_archive,
)
from app.reading.mails import read_mail_text
from app.reading.model import Reading
from app.reading.packages import read_ooxml, read_opendocument, read_word_xml
from app.reading.pictures import read_picture

_OOXML = (formats.DOCX, formats.XLSX, formats.XLSB, formats.PPTX)
_OPENDOCUMENT = (formats.ODT, formats.ODS, formats.ODP)
_COMPOUND = (
    formats.DOC,
    formats.WPS,
    formats.WORKS,
    formats.XLS,
    formats.ET,
    formats.PPT,
    formats.DPS,
    formats.ENCRYPTED_OFFICE,
)
_OLE_BEGINNING = b"\xd0\xcf\x11\xe0"


def read(path: Path, file_type: FileType, size: int) -> Reading:
    """Read what can be read cheaply; formats that hold no words give an empty reading.

    Raises:
        Unreadable: the file is damaged, or wants a password.
        OSError: the operating system does not let it be read.
    """
    match file_type.kind:
        case FileKind.PDF:
            return read_pdf(path)
        case FileKind.OFD:
            return read_ofd(path)
        case FileKind.IMAGE:
            return read_picture(path, file_type, size)
        case FileKind.TEXT:
            return read_text(path)
        case FileKind.CSV:
            return read_table(path)
        case FileKind.HTML:
            return read_html(path)
        case FileKind.MHT:
            return read_web_archive(path)
        case FileKind.DRAWING:
            return read_drawing(path, file_type)
        case FileKind.MAIL:
            return read_mail_text(path, file_type)
    return _read_other(path, file_type)


def _read_other(path: Path, file_type: FileType) -> Reading:
    media_type = file_type.media_type
    if media_type == formats.RTF.media_type:
        return read_rtf(path)
    if media_type == formats.WORD_XML.media_type:
        return read_word_xml(path)
    if media_type in {f.media_type for f in _OPENDOCUMENT}:
        # A package may hold its parts unpacked, so that words of XML say nothing.
        if zipfile.is_zipfile(path):
            return read_opendocument(path, file_type.kind)
        return read_text(path)
    if media_type in {f.media_type for f in _COMPOUND}:
        return read_compound(path, file_type.kind)
    if media_type in {f.media_type for f in _OOXML}:
        # A locked package wears the suffix of what it hides, and is a compound file.
        with path.open("rb") as file:
            locked = file.read(4) == _OLE_BEGINNING
        if locked:
            return read_compound(path, file_type.kind)
        return read_ooxml(path, file_type.kind)
    return Reading()
