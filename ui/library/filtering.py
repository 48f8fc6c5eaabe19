"""Which rows of the table a filter lets through. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from app.filekind import FileKind
from ui.library.rows import Entry
from ui.translation import tr


class Wanted(StrEnum):
    """What somebody looks for to put it right."""

    ANY = "any"
    PROBLEM = "problem"
    GUESSED = "guessed"
    NO_DATE = "no_date"
    NO_NUMBER = "no_number"
    NO_PLACE = "no_place"


def wanted_name(wanted: Wanted) -> str:
    """How the choice is called."""
    return {
        Wanted.ANY: tr("全部情况"),
        Wanted.PROBLEM: tr("有问题"),
        Wanted.GUESSED: tr("待核对"),
        Wanted.NO_DATE: tr("没有日期"),
        Wanted.NO_NUMBER: tr("没有文号"),
        Wanted.NO_PLACE: tr("没有归位"),
    }[wanted]


#: The kinds of file that are asked for together.
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
    """How a group of kinds is called; "" stands for all."""
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
class Filter:
    """What the person asked for."""

    text: str = ""
    unit: str = ""
    kind: str = ""
    wanted: Wanted = Wanted.ANY

    @property
    def is_empty(self) -> bool:
        """True if everything passes."""
        return self == Filter()

    @cached_property
    def parts(self) -> tuple[str, ...]:
        """The words that must all be found."""
        return tuple(self.text.lower().split())

    def passes(self, entry: Entry, letters: Mapping[str, str]) -> bool:
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

    def _wanted(self, entry: Entry) -> bool:
        row = entry.row
        match self.wanted:
            case Wanted.ANY:
                return True
            case Wanted.PROBLEM:
                return any(not p.settled for p in row.problems)
            case Wanted.GUESSED:
                return bool(row.guesses)
            case Wanted.NO_DATE:
                return not row.doc_date
            case Wanted.NO_NUMBER:
                return not row.doc_number
            case Wanted.NO_PLACE:
                return not row.places
