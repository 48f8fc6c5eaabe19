"""Recognising a mail by its first lines, wherever it is."""

import re

_HEADER = re.compile(rb"(?:[A-Za-z][A-Za-z0-9-]{1,40}:[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*\r?\n){2}")
_KNOWN = re.compile(
    rb"^(?:From|To|Subject|MIME-Version|Received|Return-Path|Message-ID|Content-Type):",
    re.IGNORECASE | re.MULTILINE,
)


def is_message(data: bytes) -> bool:
    """True if some content begins with at least two headers as mails and saved pages do."""
    head = data[:4096].lstrip()
    found = _HEADER.match(head)
    return found is not None and len(_KNOWN.findall(found.group())) >= 2
