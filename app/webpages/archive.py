"""The page inside an MHT archive, with the pictures and frames that were saved with it."""

import base64
import mimetypes
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from email.errors import CloseBoundaryNotFoundDefect
from email.header import decode_header, make_header
from email.message import Message
from email.parser import BytesParser
from urllib.parse import unquote, urljoin

from app.webpages.decoding import decode_page

#: So much of a part tells whether it is a picture.
_TELLING = 4096

_PAGES = frozenset({"text/html", "application/xhtml+xml"})


class NoPage(ValueError):
    """The archive holds no web page, or the page no content."""


@dataclass(frozen=True, slots=True)
class SavedPage:
    """A page as text and what was saved with it, each by every address it may be named by.

    ``pictures`` are ``data:`` addresses; ``pages`` are those that frames show, with where each
    was. ``address`` is where the page was, "" if nobody says; ``saved_at`` and ``subject`` are date
    and title in the head of the archive. ``cut_off``: the archive breaks off.
    """

    text: str
    address: str = ""
    pictures: Mapping[str, str] = field(default_factory=dict)
    pages: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    cut_off: bool = False
    saved_at: str = ""
    subject: str = ""


def open_archive(data: bytes) -> SavedPage:
    """Take an MHT archive apart.

    Raises:
        NoPage: there is no page inside.
    """
    message: Message = BytesParser().parsebytes(data)
    leaves = [_Leaf(part) for part in _leaves(message)]
    pages = [leaf for leaf in leaves if leaf.kind in _PAGES]
    if not pages:
        raise NoPage
    whole = str(message.get("Snapshot-Content-Location", "")).strip()
    start = str(message.get_param("start") or "").strip(" <>")
    main = next(
        (p for p in pages if (whole and p.location == whole) or (start and p.identifier == start)),
        pages[0],
    )
    address = main.location or whole
    pictures: dict[str, str] = {}
    framed: dict[str, tuple[str, str]] = {}
    for leaf in leaves:
        if leaf.is_picture:
            pictures |= dict.fromkeys(leaf.names(address), leaf.as_address())
        elif leaf.kind in _PAGES and leaf is not main:
            framed |= dict.fromkeys(leaf.names(address), (leaf.text(), leaf.location))
    return SavedPage(
        main.text(),
        address,
        pictures,
        framed,
        breaks_off(message),
        str(message.get("Date", "")).strip(),
        _decoded(str(message.get("Subject", ""))),
    )


def _decoded(header: str) -> str:
    """The words of a header; "" if they cannot be read."""
    try:
        return str(make_header(decode_header(header)))
    except (LookupError, ValueError):  # HeaderParseError is a ValueError
        return ""


def breaks_off(message: Message) -> bool:
    """Say whether a message ends before its last part does."""
    defects = (defect for part in message.walk() for defect in part.defects)
    return any(isinstance(each, CloseBoundaryNotFoundDefect) for each in defects)


def _leaves(message: Message) -> Iterator[Message]:
    for part in message.walk():
        if not part.is_multipart():
            yield part


class _Leaf:
    """A part that has no parts."""

    def __init__(self, part: Message) -> None:
        self.kind = part.get_content_type()
        self.location = "".join(str(part.get("Content-Location", "")).split())
        self.identifier = str(part.get("Content-ID", "")).strip(" <>")
        content = part.get_payload(decode=True)
        self._content = content if isinstance(content, bytes) else b""
        self._charset = part.get_content_charset()

    @property
    def is_picture(self) -> bool:
        guessed = mimetypes.guess_type(self.location)[0] or ""
        kinds = (self.kind, guessed if self.kind == "application/octet-stream" else "")
        return self._is_drawn and any(kind.startswith("image/") for kind in kinds)

    @property
    def _is_drawn(self) -> bool:
        """False for nothing, and for words: what a server says that has lost the picture."""
        head = self._content[:_TELLING]
        return bool(head) and (not head.isascii() or b"\0" in head or b"<svg" in head.lower())

    def text(self) -> str:
        return decode_page(self._content, self._charset)

    def as_address(self) -> str:
        kind = self.kind if self.kind.startswith("image/") else "image/png"
        return f"data:{kind};base64,{base64.b64encode(self._content).decode('ascii')}"

    def names(self, page: str) -> set[str]:
        """The names of a part: in full, relative to the page, its last part, its identifier."""
        names = {f"cid:{self.identifier}"} if self.identifier else set()
        if self.location:
            base = page.rsplit("/", 1)[0] + "/"
            full = {self.location, unquote(self.location), urljoin(page, self.location)}
            names |= full | {self.location.rsplit("/", 1)[-1]}
            names |= {name.removeprefix(base) for name in full if base != "/"}
        return names
