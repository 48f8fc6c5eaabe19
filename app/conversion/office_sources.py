"""Copies of originals as LibreOffice is to see them: safe names, safe content, fitted sheets."""

import csv
import shutil
import zipfile
from dataclasses import dataclass
from pathlib import Path

import msoffcrypto

from app.conversion.drawing_page import write_drawing_page
from app.conversion.frozen_dates import copy_with_frozen_dates
from app.conversion.html import write_printable_page
from app.conversion.mail_page import write_mail_page
from app.conversion.plain_text import TableTooLarge, write_table_workbook, write_text_document
from app.conversion.sheet_fitting import fit_ods, fit_xls, fit_xlsx
from app.filekind import FileKind, FileType
from app.findings import find
from app.mail.reading import MailTooLarge
from app.problems import Problem, ProblemKind
from app.webpages.archive import NoPage
from app.webpages.saved import PageTooLarge

_OLE_BEGINNING = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP_BEGINNING = b"PK"

#: The password under which Excel "encrypts" a workbook that is only protected from changes.
_NO_SECRET = "VelvetSweatshop"

#: A manifest is small; more would be an attempt to fill the memory.
_LARGEST_MANIFEST = 4 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Preparation:
    """An original, what it is, and where its copy goes (``stem`` plus the right suffix)."""

    path: Path
    file_type: FileType
    folder: Path
    stem: str


@dataclass(frozen=True, slots=True)
class Prepared:
    """The copy for LibreOffice, and what the original holds that pages will not show."""

    path: Path
    notes: tuple[Problem, ...] = ()


def prepare(preparation: Preparation) -> Prepared | Problem:
    """Write the copy and return it, or say why there is no use in trying; run in a worker."""
    label = preparation.file_type.label
    try:
        if is_protected(preparation.path):
            return Problem(ProblemKind.PASSWORD_REQUIRED, {"label": label})
        copy = _copied(preparation)
        return Prepared(copy, find(preparation.path, preparation.file_type))
    except (NoPage, csv.Error):
        return Problem(ProblemKind.DAMAGED, {"label": label})
    except (PageTooLarge, TableTooLarge, MailTooLarge):
        return Problem(ProblemKind.CONVERSION_FAILED, {"label": f"{label}，内容过多"})


def is_protected(path: Path) -> bool:
    """Say whether an Office file cannot be opened without a password."""
    with path.open("rb") as file:
        head = file.read(8)
        if head == _OLE_BEGINNING:
            file.seek(0)
            return _ole_is_protected(file)
    return head.startswith(_ZIP_BEGINNING) and _open_document_is_protected(path)


def _ole_is_protected(file: object) -> bool:
    try:
        document = msoffcrypto.OfficeFile(file)
        if not document.is_encrypted():
            return False
    except Exception:
        # The library raises many kinds on odd files; whether they open, LibreOffice finds out.
        return False
    try:
        document.load_key(password=_NO_SECRET, verify_password=True)
    except Exception:
        return True
    return False


def _open_document_is_protected(path: Path) -> bool:
    try:
        with zipfile.ZipFile(path) as archive:
            part = archive.getinfo("META-INF/manifest.xml")
            if part.file_size > _LARGEST_MANIFEST:
                return False
            return b"encryption-data" in archive.read(part)
    except (zipfile.BadZipFile, KeyError, OSError, NotImplementedError, RuntimeError):
        return False


def _copied(preparation: Preparation) -> Path:
    source, kind = preparation.path, preparation.file_type.kind
    target = preparation.folder / f"{preparation.stem}{_suffix(preparation.file_type)}"
    match kind:
        case FileKind.TEXT:
            write_text_document(source, target)
        case FileKind.CSV:
            write_table_workbook(source, target)
        case FileKind.HTML | FileKind.MHT:
            write_printable_page(source, target, archive=kind is FileKind.MHT)
        case FileKind.MAIL:
            write_mail_page(source, target, preparation.file_type)
        case FileKind.DRAWING:
            write_drawing_page(source, target, preparation.file_type)
        case FileKind.SHEET:
            _copy_sheet(source, target)
        case _ if target.suffix in {".docx", ".pptx"}:
            _copy_document(source, target)
        case _:
            shutil.copyfile(source, target)
    return target


def _suffix(file_type: FileType) -> str:
    match file_type.kind:
        case FileKind.TEXT:
            return ".fodt"
        case FileKind.CSV:
            return ".xlsx"
        case FileKind.HTML | FileKind.MHT | FileKind.MAIL | FileKind.DRAWING:
            return ".html"
        case _:
            return file_type.suffix


def _copy_document(source: Path, target: Path) -> None:
    try:
        copy_with_frozen_dates(source, target)
    except (zipfile.BadZipFile, KeyError, OSError, ValueError, RuntimeError):
        shutil.copyfile(source, target)


def _copy_sheet(source: Path, target: Path) -> None:
    """Copy a spreadsheet fitted to the page; one whose insides are odd is copied as it is."""
    with source.open("rb") as file:
        beginning = file.read(8)
    try:
        if beginning == _OLE_BEGINNING:
            shutil.copyfile(source, target)
            fit_xls(target)
            return
        if beginning.startswith(_ZIP_BEGINNING):
            (fit_ods if target.suffix == ".ods" else fit_xlsx)(source, target)
            return
    except (zipfile.BadZipFile, KeyError, OSError, ValueError, RuntimeError):
        target.unlink(missing_ok=True)
    shutil.copyfile(source, target)
