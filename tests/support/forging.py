"""Packages that their sender signed, with records that are not as the program writes them."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from app.exchange.parts import OriginalEntry
from app.exchange.payload import MAIN, parse_payload, to_bytes
from app.exchange.reading import open_package
from app.exchange.writing import write_package
from tests.support.county import (
    JOB,
    Partner,
)


def forged(
    sender: Partner,
    package: Path,
    target: Path,
    change: Callable[[dict[str, Any]], object],
    *,
    check: bool = True,
) -> Path:
    """The package with a changed payload, signed by its sender all the same.

    Without ``check`` the payload need not be as its schema says.
    """
    with open_package([package], job=JOB) as opened:
        documents = {name: opened.document(name) for name in opened.documents}
        header, packed = opened.header, opened.originals
    content = json.loads(documents[MAIN])
    change(content)
    raw = json.dumps(content).encode()
    documents[MAIN] = to_bytes(parse_payload(raw)) if check else raw
    store = sender.workspace.originals
    entries = [OriginalEntry(o.sha256, store.path(o.sha256), o.size, o.suffix) for o in packed]
    signer = sender.identity.keys().signer
    return write_package(target, header, documents, entries, signer, job=JOB).paths[0]
