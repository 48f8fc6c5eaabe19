"""The manual in parts, as the window's help shows it. Pure."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from app.visible_text import visible

_HEADING = re.compile(r"^(#{1,4})\s+(.*?)\s*#*$")
#: Pictures lie beside the manual only, and links lead to files that are not handed out.
_PICTURE = re.compile(r"!\[[^\]]*\]\([^)]*\)\s*")
_FILE_LINK = re.compile(r"\[([^\]]*)\]\((?!#)[^)]*\)")
_MARKUP = re.compile(r"([\\`*_{}\[\]()#+.!|<>~&-])")


@dataclass(frozen=True, slots=True)
class ManualPart:
    """A heading and the text up to the next one, as Markdown."""

    level: int
    title: str
    text: str

    @property
    def anchor(self) -> str:
        """What links within the manual call it."""
        return re.sub(r"[^\w-]", "", self.title.replace(" ", "-")).lower()


def parts_of(manual: str) -> tuple[ManualPart, ...]:
    """The parts of a manual in their order; pictures are left out."""
    parts: list[ManualPart] = []
    level, title, lines = 1, "", list[str]()
    for line in manual.splitlines():
        heading = _HEADING.match(line)
        if heading is None:
            lines.append(line)
            continue
        _close(parts, level, title, lines)
        level, title, lines = len(heading[1]), heading[2], []
    _close(parts, level, title, lines)
    return tuple(parts)


#: A line of Chinese that goes on in the next one: there is no blank between the two.
_GOES_ON = re.compile(r"(?<=[\u3000-\u9fff\uff00-\uffef”])\n[ ]*(?=[\u4e00-\u9fff“（《])")


def _close(parts: list[ManualPart], level: int, title: str, lines: list[str]) -> None:
    text = _FILE_LINK.sub(r"\1", _PICTURE.sub("", "\n".join(lines))).strip()
    text = _GOES_ON.sub("", text)
    if title:
        parts.append(ManualPart(level, title, text))


def find_parts(parts: Iterable[ManualPart], words: str) -> tuple[ManualPart, ...]:
    """The parts that hold every one of the words; those with one in the title come first."""
    wanted = words.lower().split()
    found = [
        part
        for part in parts
        if all(word in f"{part.title}\n{part.text}".lower() for word in wanted)
    ]
    return tuple(sorted(found, key=lambda part: not _titled(part, wanted)))


def _titled(part: ManualPart, wanted: list[str]) -> bool:
    return any(word in part.title.lower() for word in wanted)


def plain_markdown(text: str) -> str:
    """Foreign words for a Markdown text, in which they are read as they stand."""
    return _MARKUP.sub(r"\\\1", visible(text))
