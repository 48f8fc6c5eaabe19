"""Addresses of web pages as people type and paste them into lists: checked and compared. Pure."""

import unicodedata
from urllib.parse import urlsplit, urlunsplit

from app.capture.addresses import plain_address
from app.capture.model import Refusal
from app.verification import typed
from app.verification.web_check.errors import AddressNotWeb


def tidy_address(text: str) -> str:
    """An address of the web in the form in which it is kept; "" for none.

    Raises:
        AddressNotWeb: it is no address of http or https.
        NoteTooLong: it has more characters than packages take.
    """
    shown = typed.line("address", text)
    found = plain_address(shown)
    if found is Refusal.EMPTY:
        return ""
    if isinstance(found, Refusal):
        raise AddressNotWeb(shown)
    return typed.line("address", found)


def is_address(text: str) -> bool:
    """True for an address of http or https."""
    return not isinstance(plain_address(text), Refusal)


def same_page(address: str) -> str:
    """What two spellings of one address have in common: http or https, with or without a slash."""
    parts = urlsplit(address)
    path = parts.path.rstrip("/")
    return unicodedata.normalize("NFC", urlunsplit(("", parts.netloc, path, parts.query, "")))
