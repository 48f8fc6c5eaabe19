"""Text out of XML parts, in one streaming pass that keeps only the text."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import IO
from xml.parsers import expat

from app.reading.model import MOST_CHARS, Unreadable

_PIECE = 64 * 1024
#: How much of one part is unpacked at most; one that swells beyond it is a bomb or no text.
_PART_LIMIT = 16 << 20


@dataclass(frozen=True, slots=True)
class Vocabulary:
    r"""Which elements (by local name) hold text, which are passed over, what others stand for.

    ``attribute_breaks`` names elements that stand for something else where one of their
    attributes has a certain value: {("br", "page"): "\f"}.
    """

    text_in: frozenset[str]
    ends: Mapping[str, str] = field(default_factory=dict)
    skipped: frozenset[str] = frozenset()
    attribute_breaks: Mapping[tuple[str, str], str] = field(default_factory=dict)


class _Collector:
    def __init__(self, vocabulary: Vocabulary, limit: int) -> None:
        self._vocabulary = vocabulary
        self._skipping = 0
        self._inside = 0
        self._limit = limit
        self._pending: list[str] = []
        self.length = 0
        self.parts: list[str] = []

    @property
    def full(self) -> bool:
        return self.length > self._limit

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        local = name.rpartition(":")[2]
        if local in self._vocabulary.skipped:
            self._skipping += 1
        if local in self._vocabulary.text_in:
            self._inside += 1
        values = attributes.values()
        meanings = self._vocabulary.attribute_breaks
        self._pending.append(
            next((meanings[local, v] for v in values if (local, v) in meanings), "")
        )

    def end(self, name: str) -> None:
        local = name.rpartition(":")[2]
        instead = self._pending.pop()
        if local in self._vocabulary.text_in:
            self._inside -= 1
        if local in self._vocabulary.skipped:
            self._skipping -= 1
        elif not self._skipping:
            self._add(instead or self._vocabulary.ends.get(local, ""))

    def data(self, text: str) -> None:
        if self._inside and not self._skipping:
            self._add(text)

    def _add(self, text: str) -> None:
        if text:
            self.parts.append(text)
            self.length += len(text)


def text_of(part: IO[bytes], vocabulary: Vocabulary, limit: int = MOST_CHARS) -> str:
    """The text of an XML part, up to about ``limit`` characters.

    Raises:
        Unreadable: the part is not well-formed, or tries to expand entities.
    """
    collector = _Collector(vocabulary, limit)
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = collector.start
    parser.EndElementHandler = collector.end
    parser.CharacterDataHandler = collector.data
    parser.EntityDeclHandler = _refuse_entities
    read = 0
    try:
        while not collector.full and read < _PART_LIMIT:
            piece = part.read(_PIECE)
            read += len(piece)
            parser.Parse(piece, not piece)
            if not piece:
                break
    except expat.ExpatError as error:
        raise Unreadable from error
    return "".join(collector.parts)


def _refuse_entities(*_declaration: object) -> None:
    """No office program declares entities; who does means to blow the reader up."""
    raise Unreadable
