"""The record of captures as a JSON document, and back; what comes back may be hostile."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import asdict
from enum import Enum
from typing import Any, TypeVar

from app.capture.addresses import whole_address
from app.capture.model import (
    Capture,
    CapturedFile,
    Certificate,
    Fault,
    FileRole,
    Hop,
    Remark,
    RemarkKind,
)

#: The record's name in a folder.
RECORD_NAME = "网页采集.json"
FORMAT = 1
_LONGEST, _MOST = 4000, 400
_SUM = re.compile(r"[0-9a-f]{64}")
_T = TypeVar("_T")
_E = TypeVar("_E", bound=Enum)


class RecordDamaged(ValueError):
    """The document is no record of captures; the text names the field."""


def plain_record(captures: tuple[Capture, ...]) -> dict[str, Any]:
    """The captures as a document."""
    return {"format": FORMAT, "captures": [plain_capture(one) for one in captures]}


def read_record(document: object) -> tuple[Capture, ...]:
    """The captures of a document. Raises ``RecordDamaged``."""
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise RecordDamaged("format")
    return _each(document, "captures", read_capture)


def plain_capture(capture: Capture) -> dict[str, Any]:
    """One capture as plain values."""
    return {key: _plain(value) for key, value in asdict(capture).items()}


def read_capture(given: object) -> Capture:
    """One capture of plain values. Raises ``RecordDamaged``."""
    it = _object(given, "capture")
    asked = _text(it, "asked")
    if whole_address(asked) != asked:
        raise RecordDamaged("asked")
    fault = _text(it, "fault") if it.get("fault") is not None else ""
    certificate = it.get("certificate")
    return Capture(
        asked=asked,
        key=_text(it, "key"),
        sought=_text(it, "sought"),
        final=_text(it, "final"),
        hops=_each(it, "hops", _read_hop),
        status=_number(it, "status", 999),
        response_ms=_number(it, "response_ms"),
        title=_text(it, "title"),
        media_type=_text(it, "media_type"),
        certificate=None if certificate is None else _read_certificate(certificate),
        server_date=_text(it, "server_date"),
        remote=_text(it, "remote"),
        captured_at=_text(it, "captured_at"),
        browser=_text(it, "browser"),
        files=_each(it, "files", _read_file),
        remarks=_each(it, "remarks", _read_remark),
        fault=_one_of(Fault, fault, "fault") if fault else None,
        detail=_text(it, "detail"),
    )


def _read_hop(given: object) -> Hop:
    it = _object(given, "hop")
    return Hop(_text(it, "address"), _number(it, "status", 999))


def _read_certificate(given: object) -> Certificate:
    it = _object(given, "certificate")
    names = ("subject", "issuer", "valid_from", "valid_to", "trouble")
    return Certificate(*(_text(it, name) for name in names))


def _read_file(given: object) -> CapturedFile:
    it = _object(given, "file")
    name, sha256, sm3 = _text(it, "name"), _text(it, "sha256"), _text(it, "sm3")
    if not name or name != name.strip(" .") or re.search(r'[\x00-\x1f\x7f<>:"/\\|?*]', name):
        raise RecordDamaged("name")
    if not _SUM.fullmatch(sha256) or (sm3 and not _SUM.fullmatch(sm3)):
        raise RecordDamaged("sha256")
    role = _one_of(FileRole, _text(it, "role"), "role")
    return CapturedFile(role, name, _number(it, "size", 1 << 40), sha256, sm3)


def _read_remark(given: object) -> Remark:
    it = _object(given, "remark")
    kind = _one_of(RemarkKind, _text(it, "kind"), "kind")
    return Remark(kind, _text(it, "text"), _number(it, "count"))


def _object(given: object, name: str) -> Mapping[str, Any]:
    if not isinstance(given, dict):
        raise RecordDamaged(name)
    return given


def _text(it: Mapping[str, Any], name: str) -> str:
    value = it.get(name, "")
    if not isinstance(value, str) or len(value) > _LONGEST:
        raise RecordDamaged(name)
    return value


def _number(it: Mapping[str, Any], name: str, most: int = 1 << 31) -> int:
    value = it.get(name, 0)
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= most:
        raise RecordDamaged(name)
    return value


def _each(it: Mapping[str, Any], name: str, read: Callable[[object], _T]) -> tuple[_T, ...]:
    values = it.get(name, [])
    if not isinstance(values, list) or len(values) > _MOST:
        raise RecordDamaged(name)
    return tuple(read(value) for value in values)


def _one_of(kinds: type[_E], value: str, name: str) -> _E:
    try:
        return kinds(value)
    except ValueError:
        raise RecordDamaged(name) from None


def _plain(value: object) -> object:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(one) for one in value]
    if isinstance(value, str):
        # Lone surrogates from pages cannot be written.
        return value[:_LONGEST].encode("utf-8", "replace").decode("utf-8")
    return value
