"""Fields of OpenDocument files: text, spreadsheets and presentations, zipped or flat."""

import re

from lxml import etree

from app.conversion.freezing.xml_parts import local_name, parse, serialised, unwrap

_TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
_SHOW = "urn:oasis:names:tc:opendocument:xmlns:presentation:1.0"

_CHANGING = frozenset(
    {
        "date",
        "time",
        "file-name",
        "template-name",
        "print-date",
        "print-time",
        "printed-by",
        "creation-date",
        "creation-time",
        "modification-date",
        "modification-time",
        "editing-duration",
        "editing-cycles",
        "author-name",
        "author-initials",
        "creator",
        "initial-creator",
        "user-defined",
        "user-field-get",
        "expression",
        "variable-get",
        "conditional-text",
    }
)
_TELLING = re.compile(
    rb":(?:sender-|" + "|".join(sorted(_CHANGING)).encode() + rb"|date-time-decl)"
)

#: What LibreOffice stores for the name of a file that has none yet.
_NO_NAME = "???"


def freeze_part(name: str, data: bytes, saved: str = "") -> bytes | None:
    """Make the changing fields of one part plain text; None if it has none.

    ``saved`` is the day of the last saving (``2021-04-11``), for dates that store no value.
    """
    if name.endswith(("meta.xml", "settings.xml")) or not _TELLING.search(data):
        return None
    root = parse(data)
    if root is None:
        return None
    changed = False
    fields = [e for e in root.iter(f"{{{_TEXT}}}*") if _is_changing(local_name(e))]
    for element in fields:
        if local_name(element) in {"date", "time"} and not re.search(
            r"[1-9一二三四五六七八九]", "".join(element.itertext())
        ):
            _show_value(element)
        if "".join(element.itertext()).strip() == _NO_NAME:
            element.text = ""
        unwrap(element)
        changed = True
    for declared in root.iter(f"{{{_SHOW}}}date-time-decl"):
        if declared.get(f"{{{_SHOW}}}source") != "fixed":
            declared.set(f"{{{_SHOW}}}source", "fixed")
            declared.text = declared.text or saved
            changed = True
    return serialised(root) if changed else None


def day_saved(meta: bytes) -> str:
    """Read the day of the last saving from ``meta.xml`` or a flat document, or ""."""
    found = re.search(rb"<dc:date>(\d{4}-\d\d-\d\d)", meta)
    return found.group(1).decode() if found else ""


def _is_changing(name: str) -> bool:
    return name in _CHANGING or name.startswith("sender-")


def _show_value(element: etree._Element) -> None:
    value = element.get(f"{{{_TEXT}}}{local_name(element)}-value", "")
    day, _, time = value.partition("T")
    element.text = day if local_name(element) == "date" else time[:5]
