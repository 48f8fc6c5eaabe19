"""Which rows of the table a filter lets through. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from app.filekind import FileKind
from app.guessing.titles import is_described
from ui.library.rows import TableEntry
from ui.translation import tr


class LibraryQuestion(StrEnum):
    """What is wrong with an item that somebody wants to correct."""

    ANY = "any"
    PROBLEM = "problem"
    GUESSED = "guessed"
    NAMELESS = "nameless"
    NO_DATE = "no_date"
    NO_NUMBER = "no_number"
    NO_PLACE = "no_place"


def wanted_name(wanted: LibraryQuestion) -> str:
    """The name of the choice."""
    return {
        LibraryQuestion.ANY: tr("全部情况"),
        LibraryQuestion.PROBLEM: tr("有问题"),
        LibraryQuestion.GUESSED: tr("待核对"),
        LibraryQuestion.NAMELESS: tr("题名是文件名"),
        LibraryQuestion.NO_DATE: tr("没有日期"),
        LibraryQuestion.NO_NUMBER: tr("没有文号"),
        LibraryQuestion.NO_PLACE: tr("没有归到指标"),
    }[wanted]


#: The kinds of file that are one choice.
KINDS: Mapping[str, frozenset[FileKind]] = {
    "pdf": frozenset({FileKind.PDF, FileKind.OFD}),
    "word": frozenset({FileKind.WORD, FileKind.TEXT, FileKind.HTML, FileKind.MHT, FileKind.MAIL}),
    "sheet": frozenset({FileKind.SHEET, FileKind.CSV}),
    "slides": frozenset({FileKind.SLIDES}),
    "image": frozenset({FileKind.IMAGE, FileKind.DRAWING}),
    "media": frozenset({FileKind.AUDIO, FileKind.VIDEO}),
    "other": frozenset({FileKind.ARCHIVE, FileKind.OTHER}),
}


def kind_name(kind: str) -> str:
    """The name of a group of kinds; "" means all."""
    return {
        "": tr("全部类型"),
        "pdf": tr("PDF、OFD"),
        "word": tr("文档"),
        "sheet": tr("表格"),
        "slides": tr("演示"),
        "image": tr("图片"),
        "media": tr("音视频"),
        "other": tr("其他"),
    }[kind]


@dataclass(frozen=True)
class LibraryFilter:
    """The filter as the person set it."""

    text: str = ""
    unit: str = ""
    kind: str = ""
    wanted: LibraryQuestion = LibraryQuestion.ANY

    @property
    def is_empty(self) -> bool:
        """True if everything passes."""
        return self == LibraryFilter()

    @cached_property
    def parts(self) -> tuple[str, ...]:
        """The words that must all be found."""
        return tuple(self.text.lower().split())

    def passes(self, entry: TableEntry, letters: Mapping[str, str]) -> bool:
        """True if the row is to be shown; ``letters`` has the pinyin initials of each item."""
        row = entry.row
        if self.unit and row.unit != self.unit:
            return False
        if self.kind and row.kind not in KINDS[self.kind]:
            return False
        if not self._wanted(entry):
            return False
        if not self.text:
            return True
        words, initials = entry.words, letters.get(row.item, "")
        return all(part in words or part in initials for part in self.parts)

    def _wanted(self, entry: TableEntry) -> bool:
        row = entry.row
        match self.wanted:
            case LibraryQuestion.ANY:
                return True
            case LibraryQuestion.PROBLEM:
                return any(not p.settled for p in row.problems)
            case LibraryQuestion.GUESSED:
                return bool(row.guesses)
            case LibraryQuestion.NAMELESS:
                return not is_described(row.title)
            case LibraryQuestion.NO_DATE:
                return not row.doc_date
            case LibraryQuestion.NO_NUMBER:
                return not row.doc_number
            case LibraryQuestion.NO_PLACE:
                return not row.places
