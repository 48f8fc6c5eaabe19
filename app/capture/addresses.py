"""Which addresses may be asked for, and which of them are private."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterable
from typing import Union
from urllib.parse import urlsplit

from app.capture.model import Refusal

#: Browsers go on to no longer one.
LONGEST = 4000
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):(?!\d)", re.IGNORECASE)
_HOST_AND_REST = re.compile(r"https?://([^/?#]*)(.*)", re.IGNORECASE)
#: Names of labels with letters of any script; addresses of IPv6 stand in brackets.
_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)*\.?|\[[^\]]+\]")
#: A host as people type it without the scheme: with a dot, and no name of a file.
_BARE_HOST = re.compile(
    r"(?:[\w-]+\.)+(?!(?:s?html?|mht(?:ml)?|pdf|docx?|xlsx?|png|jpe?g|txt|zip|url)$)[\w-]{2,}"
    r"|localhost|\d{1,3}(?:\.\d{1,3}){3}|\[[^\]]+\]",
    re.IGNORECASE,
)
_LABEL = re.compile(r"(?:网址|网站|链接|地址|url)\s*[:：]\s*", re.IGNORECASE)
_BEFORE = " \"'“”‘’<>《》（）()【】,，;；、。"
_BEHIND = " \"'“”‘’<>《》】,，;；、。"
#: Letters, digits and the signs of an address as Chinese keyboards give them in full width.
_FULL_WIDTH = {
    ord(wide): ord(wide) - 0xFEE0
    for wide in map(chr, range(0xFF01, 0xFF5F))
    if wide.isalnum() or wide in "：／．？＝＆＃％－＿＠～＋＼"
}
_IP = Union[ipaddress.IPv4Address, ipaddress.IPv6Address]
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")


def plain_address(text: str) -> str | Refusal:
    """The address of the web that a person means, in the form in which it is kept.

    The one rule for what an address is. Signs in full width are folded, quotes around it and a
    label before it go, broken lines are joined, scheme and host are in small letters, and
    ``http://`` is taken where no scheme stands. Only ``http`` and ``https`` pass, without user and
    password. What this returns is returned unchanged.
    """
    text = _tidied(text)
    if not text:
        return Refusal.EMPTY
    if text.startswith("//"):
        text = "http:" + text
    scheme = _SCHEME.match(text)
    if scheme is None:
        text = "http://" + text
    elif scheme[1].lower() not in {"http", "https"}:
        return Refusal.SCHEME
    if len(text) > LONGEST:
        return Refusal.LENGTH
    return _checked(text, bare=scheme is None)


def whole_address(text: str) -> str | Refusal:
    """The address in the form in which it is asked for: with a path. See ``plain_address``."""
    address = plain_address(text)
    if isinstance(address, Refusal):
        return address
    parts = _HOST_AND_REST.fullmatch(address)
    if parts is None or parts[2].startswith("/"):
        return address
    whole = f"{address[: parts.start(2)]}/{parts[2]}"
    return whole if len(whole) <= LONGEST else Refusal.LENGTH


def _tidied(text: str) -> str:
    text = "".join(char for char in text if char.isprintable() or char.isspace())
    text = re.sub(r"\s*[\r\n]\s*", "", text.strip())
    text = _without_signs(re.sub(r"\s", " ", text).translate(_FULL_WIDTH))
    return _without_signs(_LABEL.sub("", text, count=1) if _LABEL.match(text) else text)


def _without_signs(text: str) -> str:
    """Without the quotes, brackets and stops of the sentence in which it stands."""
    text = text.lstrip(_BEFORE)
    before = ""
    while before != text:
        before = text
        text = text.rstrip(_BEHIND)
        for opening, closing in ("（）", "()"):
            if text.endswith(closing) and text.count(opening) < text.count(closing):
                text = text[:-1]
    return text


def _checked(text: str, *, bare: bool) -> str | Refusal:
    found = _HOST_AND_REST.fullmatch(text)
    if found is None or " " in text:
        return Refusal.HOST
    place, rest = found[1].replace("。", ".").lower(), found[2]
    if "@" in place:
        return Refusal.PASSWORD
    text = f"{text[: found.start(1)].lower()}{place}{rest}"
    try:
        parts = urlsplit(text)
        _ = parts.port  # is read when it is asked for
    except ValueError:
        return Refusal.HOST
    host = re.sub(r":\d*$", "", place)
    pattern = _BARE_HOST if bare else _HOST
    return text if parts.hostname and pattern.fullmatch(host) else Refusal.HOST


def host_of(address: str) -> str:
    """The host of an address as browsers write it; "" if there is none."""
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        return ""
    return plain_host(host)


def plain_host(host: str) -> str:
    """A host in lower case and ASCII, without brackets and the last dot."""
    host = host.strip("[]").rstrip(".").lower()
    try:
        return host.encode("idna").decode("ascii").lower()
    except UnicodeError:
        return host


def hosts_of(addresses: Iterable[str]) -> frozenset[str]:
    """The hosts of addresses."""
    return frozenset(filter(None, map(host_of, addresses)))


def is_web(address: str) -> bool:
    """True for ``http`` and ``https``."""
    return address.lower().startswith(("http://", "https://"))


def is_private(address: str) -> bool:
    """True unless an IP address is one of the public internet. Raises ``ValueError``."""
    ip: _IP = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour
        if inner is None and ip in _NAT64:
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None:
            ip = inner
    return not ip.is_global or ip.is_multicast
