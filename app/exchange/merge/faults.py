"""From a fault in a document to the refusal that names record and field."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from app.exchange.envelope import bounds
from app.exchange.errors import Flood, FloodingRecords, PackageFloods
from app.exchange.merge.errors import FieldName, Impossible, RecordImpossible, RecordName
from app.exchange.payload.documents import FRAMEWORK, LOG, MAIN, FieldInvalid
from app.exchange.payload.strict_json import DocumentRefused, TooMany, look_through
from app.exchange.payload.table import KINDS

_OBJECTS = {
    MAIN: bounds.PAYLOAD_OBJECTS,
    LOG: bounds.LOG_OBJECTS,
    FRAMEWORK: bounds.FRAMEWORK_OBJECTS,
}
#: Where a record stands in a document: lists of records, of the ground, of the log.
_LISTS = (frozenset(bounds.LISTS) | {"indicators"}) - {
    *("held", "sequences", "sent"),
    *("aliases", "members", "milestones"),
}
_KNOWN = frozenset(kind.value for kind in Impossible)
_NAME_LENGTH = 40


def look_at(path: Path, document: str, raw: bytes) -> Mapping[str, Any]:
    """Look through a document before it is understood; returns its outermost texts and numbers.

    Raises:
        RecordImpossible: it is no JSON that has one meaning only.
        PackageFloods: it holds more than any honest one.
    """
    # The indicator set has bounds of its own for its lists, which share some of the names.
    limits = bounds.FRAMEWORK_LISTS if document == FRAMEWORK else bounds.LISTS
    try:
        return look_through(raw, limits, _OBJECTS[document])
    except DocumentRefused as error:
        reason = Impossible(error.reason) if error.reason in _KNOWN else Impossible.JSON
        raise refusal(path, document, "", error.field or document, reason) from error
    except TooMany as error:
        raise PackageFloods(path, _flood(error.name), error.found, error.limit) from error


@contextmanager
def naming_the_record(path: Path, document: str, raw: bytes) -> Iterator[None]:
    """Turn ``FieldInvalid`` into a refusal that names the record as its sender knows it."""
    try:
        yield
    except FieldInvalid as error:
        at = next((n for n, part in enumerate(error.place[:-1]) if part in _LISTS), None)
        reason = Impossible(error.kind) if error.kind in _KNOWN else Impossible.FORM
        field = next((p for p in reversed(error.place) if isinstance(p, str)), document)
        if at is None or not isinstance(error.place[at + 1], int):
            raise refusal(path, document, "", field, reason, where=str(error)) from error
        kind, number = str(error.place[at]), int(error.place[at + 1])
        record = _called(json.loads(raw), error.place[: at + 2]) or str(number + 1)
        raise refusal(path, document, kind, field, reason, record, str(error)) from error


def refusal(
    path: Path,
    document: str,
    kind: str,
    field: str,
    reason: Impossible,
    record: str = "",
    where: str = "",
) -> RecordImpossible:
    """The refusal of a package; ``kind`` is the list that holds the record, "" for none."""
    return RecordImpossible(
        path,
        RecordName(document),
        FieldName(where or field),
        RecordName(kind or document),
        quoted(record),
        FieldName(_clipped(field)),
        reason,
    )


def quoted(name: str) -> str:
    """A name for a sentence; "" if there is none."""
    return f"“{_clipped(name)}”" if name else ""


def _clipped(text: str) -> str:
    return text if len(text) <= _NAME_LENGTH else text[: _NAME_LENGTH - 1] + "…"


def _called(content: Any, place: tuple[str | int, ...]) -> str:  # noqa: ANN401 (JSON)
    """What the record at a place calls itself; "" if it has no name."""
    for part in place:
        if isinstance(part, str):
            # The discriminator of the payload's kind is no level of the document.
            content = content.get(part, content) if isinstance(content, dict) else content
        elif isinstance(content, list) and part < len(content):
            content = content[part]
    if not isinstance(content, dict):
        return ""
    revisions = content.get("revisions")
    newest = revisions[-1] if isinstance(revisions, list) and revisions else {}
    told = newest.get("title") if isinstance(newest, dict) else None
    names = ("name", "code", "number", "indicator_code", "sequence")
    for value in (told, *map(content.get, names)):
        if isinstance(value, str | int) and value:
            return str(value)
    return ""


def _flood(name: str) -> Flood | FloodingRecords:
    if not name:
        return Flood.OBJECTS
    if name in KINDS:
        return FloodingRecords(name)
    return Flood.LOG_ENTRIES if name == Flood.LOG_ENTRIES else Flood.LISTS
