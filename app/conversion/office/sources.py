"""Copies of originals for LibreOffice: safe names, safe content, fitted sheets."""

import csv
import zipfile
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import msoffcrypto

from app.conversion.choices.copying import settle_text
from app.conversion.freezing.documents import copy_frozen
from app.conversion.model import USUAL, BindingChoices
from app.conversion.pictures.drawing_page import write_drawing_page
from app.conversion.texts.html import write_printable_page
from app.conversion.texts.mail_page import write_mail_page
from app.conversion.texts.plain import write_text_document
from app.conversion.texts.rare import replace_rare_characters
from app.conversion.texts.table_workbook import TableTooLarge, write_table_workbook
from app.conversion.texts.word_chunks import Chunk, unpack_chunks
from app.conversion.workbooks.copying import NothingToPrint, copy_workbook
from app.filekind import FileKind, FileType
from app.findings.embedded import TROUBLE as OLE_TROUBLE
from app.findings.errors import NotLookedThrough
from app.findings.looking import find, find_and_count
from app.findings.word_xml import is_flat_package, packed
from app.findings.xml_parts import TROUBLE
from app.mail.opening import MailTooLarge
from app.outside.copies import take_out
from app.outside.packages import NotReadable, NotSettled
from app.problems import Problem, ProblemKind
from app.webpages.archive import NoPage
from app.webpages.saved import PageTooLarge
from app.zipped import ZIP_TROUBLE

_OLE_BEGINNING = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP_BEGINNING = b"PK"

#: Kinds whose words LibreOffice draws as they are in the file.
_WITH_WORDS = frozenset({FileKind.WORD, FileKind.SHEET, FileKind.SLIDES})

#: The password under which Excel "encrypts" a workbook that is only protected from changes.
_NO_SECRET = "VelvetSweatshop"

#: A manifest is small; more would be an attempt to fill the memory.
_LARGEST_MANIFEST = 4 * 1024 * 1024


class NoDocument(ValueError):
    """A document is damaged so that no copy of any use can be made."""


@dataclass(frozen=True, slots=True)
class Preparation:
    """An original, what it is, and where its copy goes (``stem`` plus the right suffix)."""

    path: Path
    file_type: FileType
    folder: Path
    stem: str
    choices: BindingChoices = USUAL


@dataclass(frozen=True, slots=True)
class Prepared:
    """The copy for LibreOffice.

    Attributes:
        path: where it lies.
        found: what the original holds that pages do not show by themselves.
        settled: False if what was chosen about changes and hidden words could not be done.
        chunks: parts of its text that have to be converted first.
        characters: how many the pages of a text should show; 0 if that cannot be told.
    """

    path: Path
    found: tuple[Problem, ...] = ()
    settled: bool = True
    chunks: tuple[Chunk, ...] = ()
    characters: int = 0


def prepare(preparation: Preparation) -> Prepared | Problem:
    """Write the copy and return it, or say why there is no use in trying; run in a worker."""
    label = preparation.file_type.label
    try:
        if is_protected(preparation.path):
            return Problem(ProblemKind.PASSWORD_REQUIRED, {"label": label})
        copy = _copied(preparation)
        text = preparation.file_type.kind is FileKind.WORD
        inside, characters = (
            find_and_count(preparation.path, preparation.file_type)
            if text
            else (find(preparation.path, preparation.file_type), 0)
        )
        # What would keep pages from being made is no note on pages that were made.
        found = tuple(problem for problem in inside if not problem.blocking)
        if any(problem.kind is ProblemKind.DAMAGED for problem in inside):
            raise NoDocument
        settled = True
        chunks: tuple[Chunk, ...] = ()
        if text:
            settled = _as_chosen(copy, preparation.choices)
            chunks = _chunks(copy, preparation.choices)
        if preparation.file_type.kind in _WITH_WORDS:
            # Last of all: whatever else was done to the copy, nothing in it leads outside.
            _take_out(copy, chunks)
        return Prepared(copy, found, settled, chunks, characters)
    except (NoPage, NoDocument, NotReadable, csv.Error):
        return Problem(ProblemKind.DAMAGED, {"label": label})
    except NothingToPrint:
        return Problem(ProblemKind.NOTHING_TO_PRINT, {"label": label})
    except (PageTooLarge, TableTooLarge, MailTooLarge, NotSettled):
        return Problem(ProblemKind.CONTENT_TOO_LARGE, {"label": label})


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
    except MemoryError:
        raise
    except Exception:
        # The library raises many kinds on odd files; whether they open, LibreOffice finds out.
        return False
    try:
        document.load_key(password=_NO_SECRET, verify_password=True)
    except MemoryError:
        raise
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
    except (OSError, *ZIP_TROUBLE):
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
            copy_workbook(source, target, preparation.choices)
        case _ if target.suffix == ".xml" and is_flat_package(source):
            target = target.with_suffix(".docx")
            plain = target.with_suffix(".plain")
            _pack(source, plain)
            copy_frozen(plain, target, kind)
            plain.unlink()
        case _:
            copy_frozen(source, target, kind)
    if kind in _WITH_WORDS:
        replace_rare_characters(target)
    return target


def _pack(source: Path, target: Path) -> None:
    """Write a ``.docx`` in flat form as what it is: LibreOffice would print its marks as words."""
    try:
        target.write_bytes(packed(source))
    except TROUBLE as error:
        raise NoDocument from error


def _as_chosen(copy: Path, choices: BindingChoices) -> bool:
    """Settle a text; a damaged one stays as it is."""
    try:
        settle_text(copy, choices)
    except (NotLookedThrough, *TROUBLE, *OLE_TROUBLE):
        return False
    return True


def _take_out(copy: Path, chunks: tuple[Chunk, ...]) -> None:
    take_out(copy)
    for chunk in chunks:
        # The pages of the web and the texts among them were written by ourselves.
        if chunk.file is not None and chunk.file.suffix in {".docx", ".rtf"}:
            _take_out(chunk.file, chunk.inner)


def _chunks(copy: Path, choices: BindingChoices) -> tuple[Chunk, ...]:
    """Take the foreign parts of a text out; a damaged one has none that could be printed."""
    if copy.suffix != ".docx":
        return ()
    try:
        return unpack_chunks(copy, partial(settle_text, choices=choices))
    except (NotLookedThrough, *TROUBLE):
        return ()


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
