"""The beginning of a text file, whatever its encoding."""

from dataclasses import dataclass
from pathlib import Path

from app.errors import FileUnreadable
from app.filetypes import likely_encoding
from app.paths import extended

#: So much of a text is shown; whoever wants more opens it in a program of its own.
_MOST_BYTES = 512 * 1024
#: Longer lines take a window too long to lay out.
_LONGEST_LINE = 4_000


@dataclass(frozen=True, slots=True)
class TextHead:
    """The text; ``encoding`` is how it was read, ``whole`` is False if there is more of it."""

    text: str
    encoding: str
    whole: bool


def read_text(path: Path) -> TextHead:
    """Read the beginning of a text file. What is no text in any encoding is shown as GB18030.

    Raises:
        FileUnreadable: the operating system does not let the file be read.
    """
    try:
        with extended(path).open("rb") as file:
            head = file.read(_MOST_BYTES)
            whole = not file.read(1)
        encoding = likely_encoding(extended(path))
    except OSError as error:
        raise FileUnreadable(path, error.strerror or type(error).__name__) from error
    text = head.decode(encoding, errors="replace")
    lines = text.replace("\0", " ").lstrip("\ufeff").splitlines()
    cut = any(len(line) > _LONGEST_LINE for line in lines)
    shown = "\n".join(line[:_LONGEST_LINE] for line in lines)
    return TextHead(shown, encoding, whole and not cut)
