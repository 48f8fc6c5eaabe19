"""The templates: the county's own in the workspace replaces the built-in one."""

import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

from app.plain_files import NotPlain, read_plain
from app.reports.errors import TemplateInvalid
from app.reports.filling import Filling, TemplateFault
from app.reports.papers import FORMAT_SUFFIXES, Paper, PaperFormat
from app.reports.sheet_filling import fill_sheets
from app.reports.word_filling import fill_word
from resources import resource_bytes

#: No template is larger, unpacked, in bytes.
SIZE_LIMIT = 64 * 1024 * 1024
_MEMBERS_LIMIT = 2_000


@dataclass(frozen=True, slots=True)
class Template:
    """A template's bytes; ``path`` is where the county keeps its own, None for the built-in one."""

    paper: Paper
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
        except (KeyError, ValueError, OSError, TypeError, AttributeError, SyntaxError) as error:
            kind = "Word 文档（.docx）" if work is fill_word else "Excel 工作簿（.xlsx）"
            raise TemplateInvalid(self.path, f"不是完好的 {kind}") from error


def find_template(paper: Paper, folder: Path) -> Template:
    """The county's own template if there is one in ``folder``, else the built-in one."""
    own = folder / own_name(paper)
    try:
        return Template(paper, read_plain(own), own)
    except NotPlain as error:
        raise TemplateInvalid(own, "不是普通的文件") from error
    except FileNotFoundError:
        return Template(paper, built_in(paper), None)


def own_name(paper: Paper) -> str:
    """What a county's template of the paper is called."""
    return f"{paper.title}{FORMAT_SUFFIXES[paper.format]}"


def built_in(paper: Paper) -> bytes:
    """The template that came with the program."""
    return resource_bytes(f"templates/{paper.name}{FORMAT_SUFFIXES[paper.format]}")


def _refuse_hostile(content: bytes) -> None:
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            members = archive.infolist()
    except zipfile.BadZipFile as error:
        raise TemplateFault("不是 Word 或 Excel 文件，或文件已损坏") from error
    if len(members) > _MEMBERS_LIMIT or sum(m.file_size for m in members) > SIZE_LIMIT:
        raise TemplateFault(f"文件过大（展开后超过 {SIZE_LIMIT // 1024 // 1024} MB）")
