"""What a file really is, judged by its content and never by its suffix alone."""

import re
from pathlib import Path

from app.errors import FileUnreadable
from app.filekind import FileKind, FileType
from app.filetypes import formats
from app.filetypes.containers import (
    OLE_BEGINNING,
    ZIP_BEGINNINGS,
    holds_zip,
    ole_format,
    zip_format,
)
from app.filetypes.encoding import (
    DecodedText,
    decode,
    decode_start,
    encoding_of,
    encoding_of_file,
    likely_encoding,
)
from app.filetypes.formats import Format, file_type, promised, suffix_of
from app.filetypes.signatures import by_signature
from app.filetypes.text import text_format

__all__ = [
    "DecodedText",
    "Format",
    "decode",
    "decode_start",
    "encoding_of",
    "encoding_of_file",
    "likely_encoding",
    "promised",
    "sniff",
    "suffix_of",
]

#: How much of a file is looked at; a disc image has its mark at 32 KB.
HEAD_BYTES = 64 * 1024
#: A PDF's header stands within its first 1,024 bytes (ISO 32000-1, annex H, note 13).
_PDF_HEADER_WITHIN = 1024
#: A shorter mark than this proves nothing when the program knows no other sign of the format.
_TELLING_MARK_BYTES = 4


def sniff(path: Path, name: str) -> FileType:
    """Tell what the file at ``path`` is; ``name`` is the name (with suffix) a person gave it.

    Reads the beginning of the file, and a container's directory; costs milliseconds.

    Raises:
        FileUnreadable: the operating system does not let the file be read.
    """
    try:
        with path.open("rb") as file:
            head = file.read(HEAD_BYTES)
    except OSError as error:
        raise FileUnreadable(path, error.strerror or type(error).__name__) from error
    return file_type(_format(path, head, suffix_of(name)), name)


def _format(path: Path, head: bytes, suffix: str) -> Format:
    if not head:
        return formats.EMPTY
    if head.startswith(ZIP_BEGINNINGS):
        return zip_format(path, head, suffix)
    if head.startswith(OLE_BEGINNING):
        return ole_format(path, suffix)
    if head.lstrip().startswith(b"{\\rtf"):
        return formats.RTF
    found = by_signature(head, suffix)
    # An archive that does not compress shows its first member, which may be a PDF.
    if _is_pdf(head) and (found is None or found.kind is not FileKind.ARCHIVE):
        return formats.PDF
    if found:
        return found
    decoded = decode(head)
    if (decoded is None or suffix in formats.ZIP.suffixes) and holds_zip(path):
        return zip_format(path, head, suffix)
    if decoded:
        return text_format(decoded.text, suffix)
    return _last_resort(head, suffix)


def _is_pdf(head: bytes) -> bool:
    at = head.find(b"%PDF-", 0, _PDF_HEADER_WITHIN)
    # A web page or a message may quote the mark; nothing that begins so is a PDF.
    return at >= 0 and not re.match(rb"\s*(<[!?a-zA-Z]|[A-Za-z-]+: )", head[:at])


def _last_resort(head: bytes, suffix: str) -> Format:
    """Let a large table of marks speak, for sound and film only; the rest stays unknown."""
    import puremagic  # reads its table first, which few files need

    try:
        matches = puremagic.magic_string(head)
    except (puremagic.PureError, ValueError):
        matches = []
    for match in matches:
        major = match.mime_type.partition("/")[0]
        if len(match.byte_match) >= _TELLING_MARK_BYTES and major in {"audio", "video"}:
            kind = FileKind.AUDIO if major == "audio" else FileKind.VIDEO
            label = "录音" if major == "audio" else "视频"
            shown = match.extension.lstrip(".").upper()
            return Format(kind, match.mime_type, f"{shown} {label}", (match.extension.lower(),))
    if suffix in {*formats.CEB.suffixes, *formats.GD.suffixes, *formats.CAD.suffixes}:
        return formats.PROMISES[suffix]
    return formats.UNKNOWN
