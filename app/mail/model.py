"""What a mail holds; the same for every format."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import unquote

from app.paths import legal_name

_TABLE = re.compile(r"<table\b|\bcid:", re.IGNORECASE)
#: Where the text says which pictures it shows.
_ADDRESS = re.compile(r"""(?:src|background)\s*=\s*["']?([^"'\s>]+)""", re.IGNORECASE)
_LONGEST_NAME = 120


class NoMail(ValueError):
    """The file is no mail that can be read."""


@dataclass(frozen=True, slots=True)
class Text:
    """A part of the text in the forms in which it was sent; either may be ""."""

    plain: str = ""
    html: str = ""

    @property
    def as_html(self) -> bool:
        """True if the html form shows more: there is no other, or it has tables or pictures."""
        return bool(self.html.strip()) and (
            not self.plain.strip() or _TABLE.search(self.html) is not None
        )


@dataclass(frozen=True, slots=True)
class MailEnclosure:
    """A file in a mail. ``content`` is None if the mail does not hold it as a file."""

    name: str
    content: bytes | None
    media_type: str = "application/octet-stream"
    identifiers: tuple[str, ...] = ()  # by which the text shows it as a picture


@dataclass(frozen=True, slots=True)
class Mail:
    """A mail as its reader sees it.

    Attributes:
        sent: when, as the sender's clock said; None if it is not told or not understood.
        sent_as_told: the date as the mail has it, for when it is not understood.
        signed: it bears a digital signature.
        locked: its text is encrypted, or lies inside a signature that is not taken apart.
        cut_off: it ends before its last part does.
    """

    subject: str = ""
    sender: str = ""
    to: str = ""
    cc: str = ""
    sent: datetime | None = None
    sent_as_told: str = ""
    texts: tuple[Text, ...] = ()
    enclosures: tuple[MailEnclosure, ...] = ()
    signed: bool = False
    locked: bool = False
    cut_off: bool = False

    @property
    def pictures(self) -> tuple[MailEnclosure, ...]:
        """The enclosures that the text shows."""
        shown = {
            unquote(address)
            for text in self.texts
            if text.as_html
            for address in _ADDRESS.findall(text.html)
        }
        return tuple(
            one
            for one in self.enclosures
            if one.content
            and one.media_type.startswith("image/")
            and shown.intersection(one.identifiers)
        )

    @property
    def attachments(self) -> tuple[MailEnclosure, ...]:
        """The enclosures that are files of their own, with safe names that differ."""
        shown = {id(one) for one in self.pictures}
        return tuple(_named(one for one in self.enclosures if id(one) not in shown))


def _named(enclosures: Iterable[MailEnclosure]) -> Iterator[MailEnclosure]:
    used: set[str] = set()
    for number, one in enumerate(enclosures, 1):
        name = legal_name(one.name or f"附件{number}", _LONGEST_NAME)
        stem, dot, suffix = name.rpartition(".")
        copy = 2
        while name.lower() in used:
            name = f"{stem}（{copy}）.{suffix}" if dot and stem else f"{suffix}（{copy}）"
            copy += 1
        used.add(name.lower())
        yield MailEnclosure(name, one.content, one.media_type, one.identifiers)
