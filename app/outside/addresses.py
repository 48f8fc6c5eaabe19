"""Addresses in documents: which of them lead nowhere, and how one is shown to people."""

import posixpath
import re
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

#: What a link that a reader clicks may lead to. Nothing follows it when pages are made.
_CLICKED = ("http://", "https://", "mailto:", "tel:", "#")

#: The beginnings of places on this computer, on a share or in a program of the Office suite.
_PLACE = re.compile(
    r"\s*(?:file:|smb:|ftp:|vnd\.|macro:|private:|slot:|\.uno:|javascript:|\\\\[\w.?$-]"
    r"|[a-z]:[\\/]|//[\w.\[-])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Reference:
    """Something outside that a document wants.

    Attributes:
        address: where it lies, as the document says.
        shows: True if its content would come onto the pages.
        picture: True if it is a picture whose place says whether it is stored as well; the
            finders of pictures tell of those that are not.
    """

    address: str
    shows: bool = True
    picture: bool = False


def may_be_clicked(address: str) -> bool:
    """Say whether a link with this address may stay."""
    return not address.strip() or address.strip().lower().startswith(_CLICKED)


def names_a_place(value: str) -> bool:
    """Say whether a value looks like a path, a share or an address that a program would open."""
    return _PLACE.match(value) is not None


def leads_out(address: str) -> bool:
    """Say whether an address leaves a package, whatever is in the package."""
    plain = unquote(address).strip().replace("\\", "/")
    return (
        names_a_place(address)
        or names_a_place(unquote(address))
        or re.match(r"[a-z][a-z0-9+.-]*:", plain, re.IGNORECASE) is not None
        or plain.startswith("//")
    )


def part_named(address: str, folder: str, names: AbstractSet[str]) -> bool:
    """Say whether an address names a part, or a folder of parts, of the package.

    ``folder`` is the one of the part that bears the address; ``names`` are in small letters.
    """
    if leads_out(address) or address.strip().startswith(("/", "\\")):
        return False
    for plain in dict.fromkeys((unquote(address).strip(), address.strip())):
        for start in dict.fromkeys((folder, "")):
            path = posixpath.normpath(posixpath.join("/", start, plain))
            name = path.lstrip("/").lower()
            if ".." not in plain.split("/") and (name in names or f"{name}/" in names):
                return True
    return False


def shown(address: str) -> str:
    """Where an address leads, for people: the host, or the file's name, and no folder.

    Names of folders tell who uses the computer, and the dossier is read by others.
    """
    plain = unquote(address).strip()
    if plain.startswith("\\\\") or re.match(r"(file:)?//[^/]", plain, re.IGNORECASE):
        host = re.split(r"[\\/]+", re.sub(r"^file:", "", plain, flags=re.IGNORECASE).lstrip("\\/"))
        return _short(host[0])
    try:
        host_name = urlsplit(plain).hostname if re.match(r"[a-z]{2,}://", plain, re.I) else None
    except ValueError:
        host_name = None
    if host_name:
        return _short(host_name)
    pieces = [piece for piece in re.split(r"[\\/]+", plain.partition("#")[0]) if piece]
    return _short(pieces[-1] if pieces else plain)


def _short(text: str) -> str:
    printable = "".join(character for character in text if character.isprintable())
    return printable if len(printable) <= 40 else f"{printable[:39]}…"
