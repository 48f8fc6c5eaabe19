"""Reading a spreadsheet of whatever format, by its first bytes."""

import io
import zipfile
from collections.abc import Callable, Mapping
from enum import Enum
from pathlib import Path
from typing import BinaryIO

import msoffcrypto

from app.workbooks.errors import WorkbookUnreadable
from app.workbooks.model import Workbook
from app.workbooks.ods import read_fods, read_ods
from app.workbooks.xls import read_xls
from app.workbooks.xlsb import read_xlsb
from app.workbooks.xlsx import read_xlsx
from app.zipped import ZIP_TROUBLE

OLE_BEGINNING = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

#: The password under which Excel "encrypts" a workbook that is only protected from changes.
NO_SECRET = "VelvetSweatshop"

#: A part larger than this is a data dump.
LARGEST_PART = 32 * 1024 * 1024

_HEAD = 8192


class WorkbookKind(Enum):
    """The formats of spreadsheets that are told apart here."""

    XLSX = "xlsx"
    XLS = "xls"
    XLSB = "xlsb"
    ODS = "ods"
    FODS = "fods"
    EXCEL_XML = "excel xml"
    OTHER = "other"


_READERS: Mapping[WorkbookKind, Callable[[BinaryIO, int, int], Workbook]] = {
    WorkbookKind.XLSX: read_xlsx,
    WorkbookKind.XLS: read_xls,
    WorkbookKind.XLSB: read_xlsb,
    WorkbookKind.ODS: read_ods,
    WorkbookKind.FODS: read_fods,
}


def read_workbook(path: Path, *, largest: int, most_cells: int) -> Workbook:
    """Read a workbook; a format that is not read here gives an empty, incomplete one.

    Raises:
        OSError: the operating system does not let the file be read.
        WorkbookUnreadable: it is damaged.
        WorkbookTooLarge: it holds more than is looked through.
    """
    with path.open("rb") as file:
        opened = unlocked(file)
        reader = _READERS.get(_kind_of(opened))
        return reader(opened, largest, most_cells) if reader else Workbook(complete=False)


def kind_of(path: Path) -> WorkbookKind:
    """The format of a file that is not locked.

    Raises:
        OSError: the operating system does not let the file be read.
        WorkbookUnreadable: it is damaged.
    """
    with path.open("rb") as file:
        return _kind_of(file)


def _kind_of(file: BinaryIO) -> WorkbookKind:
    head = file.read(_HEAD)
    file.seek(0)
    if head.startswith(OLE_BEGINNING):
        return WorkbookKind.XLS
    if head.startswith(b"PK"):
        try:
            with zipfile.ZipFile(file) as package:
                names = set(package.namelist())
        except ZIP_TROUBLE as error:
            raise WorkbookUnreadable from error
        file.seek(0)
        if {"content.xml", "META-INF/manifest.xml"} <= names:
            return WorkbookKind.ODS
        return WorkbookKind.XLSB if "xl/workbook.bin" in names else WorkbookKind.XLSX
    if b"opendocument" in head:
        return WorkbookKind.FODS
    excel = b"urn:schemas-microsoft-com:office:spreadsheet" in head
    return WorkbookKind.EXCEL_XML if excel else WorkbookKind.OTHER


def unlocked(file: BinaryIO) -> BinaryIO:
    """The content of a file that Excel locks and opens without asking; others as they are."""
    if file.read(8) != OLE_BEGINNING:
        file.seek(0)
        return file
    file.seek(0)
    try:
        locked = msoffcrypto.OfficeFile(file)
        encrypted = locked.is_encrypted()
    except MemoryError:
        raise
    except Exception:  # the library raises many kinds on odd files
        encrypted = False
    if not encrypted:
        file.seek(0)
        return file
    content = io.BytesIO()
    try:
        locked.load_key(password=NO_SECRET)
        locked.decrypt(content)
    except MemoryError:
        raise
    except Exception as error:
        raise WorkbookUnreadable from error
    content.seek(0)
    return content
