"""Titles of many items, made by a pattern or by replacing words. Pure."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.evidence.errors import PatternFieldUnknown
from app.guessing.plain_text import clean
from app.guessing.titles import is_described, stem_of

#: What may stand in braces in a pattern.
SERIAL, TITLE, FILE, DATE, YEAR, ISSUER = "序号", "题名", "文件名", "日期", "年", "责任者"
PATTERN_FIELDS = (SERIAL, TITLE, FILE, DATE, YEAR, ISSUER)
_FIELD = re.compile(r"[{｛]\s*([^{}｛｝]*?)\s*[}｝]")
_EMPTY_BRACKETS = re.compile(r"[（(〔\[【]\s*[）)〕\]】]")


@dataclass(frozen=True, slots=True)
class Named:
    """What patterns take from an item."""

    title: str
    file_name: str = ""
    issuer: str = ""
    doc_date: str = ""


@dataclass(frozen=True, slots=True)
class TitlePattern:
    """How titles are made: from ``text`` with fields in braces, or by replacing words.

    Attributes:
        text: "2021年案卷评查照片（{序号}）"; "" to keep the title but for what is replaced.
        find: the words that are replaced by ``replacement``; "" for none.
        first: the serial number of the first item.
    """

    text: str = ""
    find: str = ""
    replacement: str = ""
    first: int = 1

    @property
    def is_empty(self) -> bool:
        """True if it changes nothing."""
        return not self.text.strip() and not self.find


def titles_of(items: Sequence[Named], pattern: TitlePattern) -> list[str]:
    """The title that each item gets; one that would be empty stays as it is.

    Serial numbers have as many digits as the last one. A field that an item does not have leaves
    nothing behind, not even the brackets around it.

    Raises:
        PatternFieldUnknown: a name in braces is none of ``PATTERN_FIELDS``.
    """
    digits = len(str(pattern.first + len(items) - 1))
    made = []
    for number, item in enumerate(items, pattern.first):
        title = item.title
        if pattern.text.strip():
            title = _filled(pattern.text, _fields(item, f"{number:0{digits}d}"))
        if pattern.find:
            title = title.replace(pattern.find, pattern.replacement)
        made.append(clean(title) or item.title)
    return made


def _filled(text: str, fields: Mapping[str, str]) -> str:
    def put(match: re.Match[str]) -> str:
        if match[1] not in fields:
            raise PatternFieldUnknown(match[1], PATTERN_FIELDS)
        return fields[match[1]]

    return _EMPTY_BRACKETS.sub("", _FIELD.sub(put, text))


def _fields(item: Named, serial: str) -> dict[str, str]:
    stem = stem_of(item.file_name)
    return {
        SERIAL: serial,
        TITLE: item.title if is_described(item.title) else "",
        FILE: stem,
        DATE: item.doc_date,
        YEAR: item.doc_date[:4],
        ISSUER: item.issuer,
    }
