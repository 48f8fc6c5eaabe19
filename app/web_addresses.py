"""Addresses of the web as evidence keeps and shows them; ``app.capture.addresses`` has the rule."""

from urllib.parse import urlsplit

from app.capture.addresses import plain_address
from app.capture.model import Refusal


def web_address(text: str) -> str | None:
    """An address of the web in the form in which it is kept; None if the text is none."""
    found = plain_address(text)
    return None if isinstance(found, Refusal) else found


def host_of(address: str) -> str:
    """The host of an address, which names a site that has no other name; "" if there is none."""
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""
