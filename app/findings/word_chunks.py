"""What the foreign parts (altChunk) of a Word document hide from its reader."""

import email
import email.policy
import re

from app.findings.rich_text import count_in_rich_text
from app.findings.tally import FindingCounts

_PICTURE = re.compile(rb"<img\b[^>]*?\bsrc\s*=\s*[\"']?\s*([^\"'\s>]+)", re.IGNORECASE)
_INSIDE = (b"data:", b"cid:")


def count_in_part(data: bytes, form: str, tally: FindingCounts) -> None:
    """Add to the tally what a part of this form (a suffix) shows, unless it is a Word document."""
    if form == ".rtf":
        count_in_rich_text(data, tally)
    elif form == ".html":
        tally.pictures += sum(not _is_inside(name) for name in _PICTURE.findall(data))
    elif form == ".mht":
        tally.pictures += _missing_in_archive(data)


def _missing_in_archive(data: bytes) -> int:
    message = email.message_from_bytes(data, policy=email.policy.default)
    pages: list[bytes] = []
    places: set[str] = set()
    for part in message.walk():
        places.add(str(part.get("Content-Location", "")).rpartition("/")[2])
        content = part.get_payload(decode=True)
        if part.get_content_type() == "text/html" and isinstance(content, bytes):
            pages.append(content)
    pictures = [name for page in pages for name in _PICTURE.findall(page)]
    return sum(not _is_inside(name) and _last(name) not in places for name in pictures)


def _is_inside(name: bytes) -> bool:
    return name.lower().startswith(_INSIDE)


def _last(name: bytes) -> str:
    return name.decode("utf-8", "replace").rpartition("/")[2]
