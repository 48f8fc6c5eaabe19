"""The templates: the county's own in the workspace replaces the built-in one."""

import struct
import zipfile
import zlib
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import IO, Any, Protocol

from docx.opc.exceptions import OpcError
from lxml import etree
from openpyxl.utils import coordinate_to_tuple, range_boundaries
from openpyxl.utils.exceptions import InvalidFileException

from app.plain_files import NotPlain, read_plain
from app.reports.errors import TemplateInvalid
from app.reports.filling import Filling, TemplateFault
from app.reports.papers import FORMAT_SUFFIXES, PaperFormat
from app.reports.sheet_filling import fill_sheets
from app.reports.word_filling import fill_word
from resources import resource_bytes

#: No template is larger, unpacked, in bytes.
SIZE_LIMIT = 64 * 1024 * 1024
#: How many bytes unpacking may add. Pictures grow by nothing; the built-in texts grow by 0.8 MB.
#: Text becomes forty times as large in memory.
_GROWTH_LIMIT = 8 * 1024 * 1024
_MEMBERS_LIMIT = 2_000
#: How many cells the used part of a sheet may have, empty ones too: each is written anew.
_CELLS_LIMIT = 200_000
#: What the libraries make of files that are not what they promise.
_BROKEN = (
    *(KeyError, IndexError, ValueError, OSError, TypeError, AttributeError, SyntaxError, EOFError),
    *(AssertionError, RuntimeError, struct.error, zlib.error, zipfile.BadZipFile),
    *(OpcError, InvalidFileException),
)


class Templated(Protocol):
    """A paper that has a template: its identifier, what people call it, what opens it."""

    @property
    def name(self) -> str:
        """The identifier, also that of the built-in template."""
        ...

    @property
    def title(self) -> str:
        """What people call it, and what a county's own template is called."""
        ...

    @property
    def format(self) -> PaperFormat:
        """What it is opened with."""
        ...


@dataclass(frozen=True, slots=True)
class Template:
    """A template's bytes; ``path`` is where the county keeps its own, None for the built-in one."""

    paper: Templated
    content: bytes
    path: Path | None

    def fill(self, filling: Filling) -> Any:  # noqa: ANN401 (a Word document or a workbook)
        """The filled document, which has ``save``. Raises ``TemplateInvalid``."""
        work: Callable[[bytes, Filling], Any]
        work = fill_word if self.paper.format is PaperFormat.WORD else fill_sheets
        if self.path is None:
            return work(self.content, filling)
        try:
            _refuse_hostile(self.content)
            return work(self.content, filling)
        except TemplateFault as fault:
            raise TemplateInvalid(self.path, fault.detail) from fault
        except _BROKEN as error:
            kind = "Word 文档（.docx）" if work is fill_word else "Excel 工作簿（.xlsx）"
            raise TemplateInvalid(self.path, f"不是完好的 {kind}") from error


def find_template(paper: Templated, folder: Path) -> Template:
    """The county's own template if there is one in ``folder``, else the built-in one."""
    own = folder / own_name(paper)
    try:
        return Template(paper, read_plain(own, SIZE_LIMIT + 1), own)
    except NotPlain as error:
        raise TemplateInvalid(own, "不是普通的文件") from error
    except FileNotFoundError:
        return Template(paper, built_in(paper), None)


def own_name(paper: Templated) -> str:
    """What a county's template of the paper is called."""
    return f"{paper.title}{FORMAT_SUFFIXES[paper.format]}"


def built_in(paper: Templated) -> bytes:
    """The template that came with the program."""
    return resource_bytes(f"templates/{paper.name}{FORMAT_SUFFIXES[paper.format]}")


def _refuse_hostile(content: bytes) -> None:
    """Refuse what would take more memory or time than any paper needs, before it is opened."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            members = archive.infolist()
            unpacked = sum(m.file_size for m in members)
            if len(members) > _MEMBERS_LIMIT or max(len(content), unpacked) > SIZE_LIMIT:
                raise TemplateFault(f"文件过大（展开后超过 {SIZE_LIMIT // 1024 // 1024} MB）")
            if unpacked > len(content) + _GROWTH_LIMIT:
                raise TemplateFault("文字和表格过多，文件展开后太大")
            if any(m.compress_type not in _METHODS for m in members):
                raise TemplateFault("不是 Word 或 Excel 文件，或文件已损坏")
            for member in members:
                with archive.open(member) as part, suppress(etree.XMLSyntaxError):
                    _refuse_vast_sheet(part)  # what no parser reads costs nothing to open
    except zipfile.BadZipFile as error:
        raise TemplateFault("不是 Word 或 Excel 文件，或文件已损坏") from error


#: Word and Excel know no other ways to pack.
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


def _refuse_vast_sheet(part: IO[bytes]) -> None:
    """Refuse a sheet whose used part is vast, though only a cell in a corner may be filled."""
    row = column = last_row = last_column = merged = 0
    for _, element in etree.iterparse(
        part, events=("start",), resolve_entities=False, no_network=True, huge_tree=True
    ):
        tag = etree.QName(element).localname
        if tag == "row":
            row, column = int(element.get("r") or row + 1), 0
        elif tag == "c":
            named = element.get("r")
            row, column = coordinate_to_tuple(named) if named else (row, column + 1)
            last_row, last_column = max(last_row, row), max(last_column, column)
        elif tag == "mergeCell":
            left, top, right, bottom = range_boundaries(element.get("ref") or "A1")
            merged += (right - left + 1) * (bottom - top + 1)
        if max(last_row * last_column, merged) > _CELLS_LIMIT:
            raise TemplateFault("表格的行或列太多（或有大片合并的空单元格）")
        while element.getprevious() is not None:  # what was read is needed no more
            del element.getparent()[0]
