"""What the courier carries: the list of addresses out, and one file with the results back.

The results are sealed with a secret of the list: a parcel that somebody changed is recognised, and
so is one that answers another list.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import re
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path
from typing import Any

from app.capture.addresses import whole_address
from app.capture.hashes import check_sums
from app.capture.model import Capture, Order
from app.capture.record import RecordDamaged, plain_capture, read_capture

#: The list's name in the courier's folder.
LIST_NAME = "list.json"
MANIFEST_NAME, SEAL_NAME, FILES = "manifest.json", "manifest.seal", "files/"
_LIST_KIND, _RESULT_KIND, _FORMAT = "juanzong-courier", "juanzong-courier-results", 1
_MOST_ORDERS = 1000
_LARGEST_MANIFEST = 32 << 20
_HEX = re.compile(r"[0-9a-f]{32,64}")


class ParcelFault(str, Enum):
    """Why a parcel is not taken in."""

    DAMAGED = "damaged"
    TAMPERED = "tampered"
    FOREIGN = "foreign"


class ParcelRefused(ValueError):
    """A parcel, or a list, cannot be used; ``fault`` says why."""

    def __init__(self, fault: ParcelFault) -> None:
        super().__init__(fault.value)
        self.fault = fault


@dataclass(frozen=True)
class CourierList:
    """The list that goes out.

    Attributes:
        identifier: what results name it by.
        secret: seals the results, in hexadecimal digits.
        county: for people.
        made_at: ISO time.
        orders: the addresses, each with a key of its own.
    """

    identifier: str
    secret: str
    county: str
    made_at: str
    orders: tuple[Order, ...]


@dataclass(frozen=True)
class Parcel:
    """Results as they came: each capture's files lie where ``paths`` says, by SHA-256."""

    captures: tuple[Capture, ...]
    paths: Mapping[str, Path]


def list_document(made: CourierList) -> str:
    """The list as text."""
    document = {
        "kind": _LIST_KIND,
        "format": _FORMAT,
        "list": made.identifier,
        "secret": made.secret,
        "county": made.county,
        "made_at": made.made_at,
        "addresses": [
            {"key": one.key, "address": one.address, "sought": one.sought} for one in made.orders
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=1)


def read_list(text: str | bytes) -> CourierList:
    """The list of a text. Raises ``ParcelRefused``."""
    document = _document(text, _LIST_KIND)
    addresses = document.get("addresses")
    if not isinstance(addresses, list) or not 0 < len(addresses) <= _MOST_ORDERS:
        raise ParcelRefused(ParcelFault.DAMAGED)
    orders = []
    for one in addresses:
        if not isinstance(one, dict) or whole_address(_text(one, "address")) != one["address"]:
            raise ParcelRefused(ParcelFault.DAMAGED)
        orders.append(Order(one["address"], _text(one, "key"), _text(one, "sought")))
    identifier, secret = _text(document, "list"), _text(document, "secret")
    if not _HEX.fullmatch(identifier) or not _HEX.fullmatch(secret):
        raise ParcelRefused(ParcelFault.DAMAGED)
    county, made_at = _text(document, "county"), _text(document, "made_at")
    return CourierList(identifier, secret, county, made_at, tuple(orders))


def write_parcel(
    path: Path, answered: CourierList, captures: Sequence[Capture], folder: Path
) -> None:
    """Write captures whose files lie in ``folder`` as one file, put in place whole."""
    document = {
        "kind": _RESULT_KIND,
        "format": _FORMAT,
        "list": answered.identifier,
        "captures": [plain_capture(one) for one in captures],
    }
    manifest = json.dumps(document, ensure_ascii=False).encode("utf-8")
    part = path.with_name(path.name + ".part")
    try:
        with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as parcel:
            parcel.writestr(MANIFEST_NAME, manifest)
            parcel.writestr(SEAL_NAME, _seal(answered.secret, manifest))
            written = set()
            for file in (file for one in captures for file in one.files):
                if file.sha256 not in written:
                    written.add(file.sha256)
                    parcel.write(folder / file.name, FILES + file.sha256)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def list_of_parcel(manifest: bytes) -> str:
    """Which list a parcel answers. Raises ``ParcelRefused``."""
    return _text(_document(manifest, _RESULT_KIND), "list")


def open_parcel(members: Mapping[str, Path], answered: CourierList) -> Parcel:
    """The results of a parcel whose members were laid out, by their names inside.

    Everything is checked: the seal, each file's content, that nothing lacks and nothing is left
    over, and that each capture answers an address of the list.

    Raises:
        ParcelRefused: something does not fit; nothing of it may be used.
    """
    manifest, seal = members.get(MANIFEST_NAME), members.get(SEAL_NAME)
    if manifest is None or seal is None:
        raise ParcelRefused(ParcelFault.DAMAGED)
    data = read_small(manifest)
    if list_of_parcel(data) != answered.identifier:
        raise ParcelRefused(ParcelFault.FOREIGN)
    expected = _seal(answered.secret, data).encode("ascii")
    if not hmac.compare_digest(expected, read_small(seal).strip()):
        raise ParcelRefused(ParcelFault.TAMPERED)
    given = _document(data, _RESULT_KIND).get("captures")
    if not isinstance(given, list) or len(given) > _MOST_ORDERS:
        raise ParcelRefused(ParcelFault.DAMAGED)
    try:
        captures = tuple(read_capture(one) for one in given)
    except RecordDamaged:
        raise ParcelRefused(ParcelFault.DAMAGED) from None
    orders = {one.key: one for one in answered.orders}
    if len({one.key for one in captures}) < len(captures) or any(
        one.key not in orders or orders[one.key].address != one.asked for one in captures
    ):
        raise ParcelRefused(ParcelFault.FOREIGN)
    paths = {name[len(FILES) :]: path for name, path in members.items() if name.startswith(FILES)}
    wanted = {file.sha256: file.size for one in captures for file in one.files}
    if wanted.keys() != paths.keys() or len(members) != len(paths) + 2:
        raise ParcelRefused(ParcelFault.TAMPERED)
    for sha256, path in paths.items():
        if path.stat().st_size != wanted[sha256] or check_sums(path)[0] != sha256:
            raise ParcelRefused(ParcelFault.TAMPERED)
    # What the list said counts, not what came back.
    captures = tuple(replace(one, sought=orders[one.key].sought) for one in captures)
    return Parcel(captures, paths)


def read_small(path: Path) -> bytes:
    """The content of a member that must be small. Raises ``ParcelRefused``."""
    with path.open("rb") as file:
        data = file.read(_LARGEST_MANIFEST + 1)
    if len(data) > _LARGEST_MANIFEST:
        raise ParcelRefused(ParcelFault.DAMAGED)
    return data


def _seal(secret: str, manifest: bytes) -> str:
    return hmac.new(bytes.fromhex(secret), manifest, hashlib.sha256).hexdigest()


def _document(text: str | bytes, kind: str) -> Mapping[str, Any]:
    try:
        document = json.loads(text)
    except (ValueError, RecursionError):
        raise ParcelRefused(ParcelFault.DAMAGED) from None
    if not isinstance(document, dict) or document.get("kind") != kind:
        raise ParcelRefused(ParcelFault.FOREIGN)
    if document.get("format") != _FORMAT:
        raise ParcelRefused(ParcelFault.DAMAGED)
    return document


def _text(it: Mapping[str, Any], name: str) -> str:
    value = it.get(name, "")
    if not isinstance(value, str) or len(value) > 4000:
        raise ParcelRefused(ParcelFault.DAMAGED)
    return value
