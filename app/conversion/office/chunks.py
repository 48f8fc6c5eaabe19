"""Converting the foreign parts of Word documents, innermost first, many documents at once."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.conversion.texts.word_chunks import Chunk, Insertion

#: Converts files to Word documents; what is missing in the answer came to nothing.
ToWord = Callable[[Sequence[Path]], Mapping[Path, Path]]
#: Carries insertions out; yields the documents into which all was put.
Insert = Callable[[Sequence[Insertion]], Iterable[Path]]


@dataclass(frozen=True, slots=True)
class _Place:
    """A chunk, the document that it goes into, and the one that people know of."""

    chunk: Chunk
    owner: Path
    root: Path


def carry_chunks(
    documents: Mapping[Path, tuple[Chunk, ...]], to_word: ToWord, insert: Insert
) -> Counter[Path]:
    """Put all chunks into their documents; return how many were lost in which document."""
    lost: Counter[Path] = Counter()
    levels: dict[int, list[_Place]] = defaultdict(list)
    for root, chunks in documents.items():
        for depth, place in _places(chunks, root, root, 1):
            levels[depth].append(place)
    for depth in sorted(levels, reverse=True):
        places = levels[depth]
        waiting = [p.chunk.file for p in places if p.chunk.file and not p.chunk.ready]
        words = to_word(waiting) if waiting else {}
        parts: dict[Path, dict[str, Path]] = defaultdict(dict)
        for place in places:
            file = place.chunk.file
            word = file if place.chunk.ready else words.get(file) if file else None
            if word is None:
                lost[place.root] += 1
            else:
                parts[place.owner][place.chunk.link] = word
        done = set(insert([Insertion(owner, links) for owner, links in parts.items()]))
        for place in places:
            if place.owner not in done and place.chunk.link in parts[place.owner]:
                lost[place.root] += 1
    return lost


def _places(
    chunks: tuple[Chunk, ...], owner: Path, root: Path, depth: int
) -> Iterator[tuple[int, _Place]]:
    for chunk in chunks:
        yield depth, _Place(chunk, owner, root)
        if chunk.file is not None:
            yield from _places(chunk.inner, chunk.file, root, depth + 1)
