"""The address in a shortcut to a web page: .url of Windows, .webloc of macOS, .desktop of Linux.

A shortcut is no evidence, since it shows nothing; but its address says where a page beside it was.
"""

import plistlib
import re
from pathlib import Path
from xml.parsers.expat import ExpatError

from app.filetypes import decode
from app.web_addresses import web_address

#: No shortcut is longer.
_LIMIT = 64 << 10
_URL = re.compile(r"^\s*(?:BASE)?URL\s*=\s*(\S.*?)\s*$", re.IGNORECASE | re.MULTILINE)
#: Suffixes of shortcuts that may lie beside a page, under the same name.
SUFFIXES = (".url", ".webloc", ".desktop", ".website")


def address_in_shortcut(path: Path) -> str:
    """The address of the web that a shortcut leads to; "" if it leads elsewhere or is none.

    Raises:
        OSError: it cannot be read.
    """
    with path.open("rb") as file:
        data = file.read(_LIMIT)
    return web_address(_plist(data) or _lines(data)) or ""


def _plist(data: bytes) -> str:
    if not data.startswith(b"bplist") and b"<plist" not in data[:2000]:
        return ""
    try:
        content = plistlib.loads(data)
    except (ValueError, ExpatError, plistlib.InvalidFileException, OverflowError, RecursionError):
        return ""
    address = content.get("URL") if isinstance(content, dict) else None
    return address if isinstance(address, str) else ""


def _lines(data: bytes) -> str:
    decoded = decode(data)
    found = _URL.findall(decoded.text) if decoded is not None else []
    return next((one for one in found if web_address(one)), "")


def address_beside(path: Path) -> str:
    """The address of the shortcut that lies beside a file under the same name; "" without one."""
    for suffix in SUFFIXES:
        beside = path.with_suffix(suffix)
        try:
            if beside != path and beside.is_file():
                return address_in_shortcut(beside)
        except OSError:  # somebody else's file; the page can be taken in without it
            continue
    return ""
