"""Which words differ between two texts, sentence by sentence."""

import difflib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from app.filekind import FileType

#: Unchanged sentences that are shown before and after a change.
_CONTEXT = 2
_SENTENCE = re.compile(r"[^。！？；]*[。！？；]+|[^。！？；]+$")
_HAN_GAP = re.compile(r"(?<=[^\x00-\x7f])\s+|\s+(?=[^\x00-\x7f])")


class DiffKind(StrEnum):
    """What became of a run of words; ``SKIPPED`` stands for unchanged sentences left out."""

    SAME = "same"
    GONE = "gone"
    NEW = "new"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class DiffLine:
    """One sentence or line; for ``SKIPPED``, ``count`` says how many there were."""

    kind: DiffKind
    text: str = ""
    count: int = 1


@dataclass(frozen=True, slots=True)
class TextDifference:
    """How the words of two files compare.

    Attributes:
        readable: False if no words can be read out of one of them.
        whole: False if only the beginning was compared.
        lines: the differences with a little of what stands around them; empty if there are none.
    """

    readable: bool
    whole: bool = True
    lines: tuple[DiffLine, ...] = ()


@dataclass(frozen=True, slots=True)
class Side:
    """One of two files that are compared."""

    path: Path
    file_type: FileType
    size: int


def pieces(text: str, *, flowing: bool) -> tuple[str, ...]:
    """Cut text into sentences; also at line ends, unless lines are ``flowing`` on."""
    runs = [" ".join(text.split())] if flowing else [" ".join(r.split()) for r in text.splitlines()]
    found = (piece for run in runs for piece in _SENTENCE.findall(_HAN_GAP.sub("", run)))
    return tuple(piece.strip() for piece in found if piece.strip())


def differences(old: Sequence[str], new: Sequence[str]) -> tuple[DiffLine, ...]:
    """What went and what came, with a little context; empty if nothing differs."""
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    groups = list(matcher.get_grouped_opcodes(_CONTEXT))
    lines: list[DiffLine] = []
    at = 0
    for group in groups:
        start, end = group[0][1], group[-1][2]
        if start > at:
            lines.append(DiffLine(DiffKind.SKIPPED, count=start - at))
        for tag, old_from, old_to, new_from, new_to in group:
            lines += _lines(tag, old[old_from:old_to], new[new_from:new_to])
        at = end
    if groups and at < len(old):
        lines.append(DiffLine(DiffKind.SKIPPED, count=len(old) - at))
    return tuple(lines)


def _lines(tag: str, gone: Sequence[str], came: Sequence[str]) -> Iterator[DiffLine]:
    if tag == "equal":
        yield from (DiffLine(DiffKind.SAME, text) for text in gone)
        return
    yield from (DiffLine(DiffKind.GONE, text) for text in gone)
    yield from (DiffLine(DiffKind.NEW, text) for text in came)
