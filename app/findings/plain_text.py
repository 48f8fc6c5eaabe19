"""What a text file or CSV holds that its pages do not show as intended."""

import codecs
from collections.abc import Iterator
from pathlib import Path

from app.filekind import FileType
from app.filetypes import likely_encoding
from app.findings.errors import NotLookedThrough
from app.problems import Problem, ProblemKind
from app.rare_characters import RareCharacters

_BLOCK = 1 << 20
_MOST_BYTES = 64 * 1024 * 1024
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


def find_in_plain_text(path: Path, file_type: FileType) -> tuple[Problem, ...]:
    """Tell of text that is blank, cannot be decoded, or has characters that no font shows."""
    del file_type
    broken = 0
    rare = RareCharacters()
    blank = True
    for text in _texts(path):
        broken += text.count(_REPLACEMENT)
        rare.look_through(text.replace(_REPLACEMENT, ""))
        blank = blank and not text.strip('\ufeff\0 \t\r\n\f\v\u3000,;|"')
    problems = list(rare.problems())
    if broken:
        problems.insert(0, Problem(ProblemKind.TEXT_UNDECODED, {"count": broken}))
    if blank:
        problems.insert(0, Problem(ProblemKind.TEXT_BLANK))
    if path.stat().st_size > _MOST_BYTES:
        raise NotLookedThrough(tuple(problems))
    return tuple(problems)


def _texts(path: Path) -> Iterator[str]:
    decoder = codecs.getincrementaldecoder(likely_encoding(path))("replace")
    with path.open("rb") as file:
        for _ in range(_MOST_BYTES // _BLOCK):
            block = file.read(_BLOCK)
            yield decoder.decode(block, final=not block)
            if not block:
                return
