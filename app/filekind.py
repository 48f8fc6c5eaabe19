"""The kinds of file that counties hand in, by what they really contain."""

from dataclasses import dataclass
from enum import StrEnum


class FileKind(StrEnum):
    """What a file really is; each converter names the kinds that it takes."""

    PDF = "pdf"
    IMAGE = "image"
    DRAWING = "drawing"  # svg, wmf, emf
    OFD = "ofd"
    WORD = "word"  # doc, docx, odt, rtf, wps
    SHEET = "sheet"  # xls, xlsx, ods, et
    SLIDES = "slides"  # ppt, pptx, odp, dps
    TEXT = "text"
    CSV = "csv"
    HTML = "html"
    MHT = "mht"
    MAIL = "mail"
    AUDIO = "audio"
    VIDEO = "video"
    ARCHIVE = "archive"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class FileType:
    """The real type of a file.

    Attributes:
        kind: what it is to us.
        media_type: the MIME type, ``application/octet-stream`` if unknown.
        suffix: the suffix such content usually bears, with its dot, in lower case.
        label: the format's everyday name as printed ("Word 97–2003 文档", "PDF", "RTF").
        suffix_fits: False if the file's own suffix promises another format.
    """

    kind: FileKind
    media_type: str
    suffix: str
    label: str
    suffix_fits: bool = True
