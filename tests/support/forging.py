"""Packages that their sender signed, with records that are not as the program writes them."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from app.exchange.header import PackageHeader
from app.exchange.parts import OriginalEntry
from app.exchange.payload import MAIN, parse_payload, to_bytes
from app.exchange.reading import open_package
from app.exchange.writing import write_package
from app.signatures.signing import Signer
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
    header: Callable[[dict[str, Any]], object] | None = None,
    originals: Sequence[OriginalEntry] | None = None,
    signer: Signer | None = None,
    documents: Callable[[dict[str, bytes]], object] | None = None,
) -> Path:
    """The package with a changed payload, signed by its sender all the same.

    Without ``check`` the payload need not be as its schema says. ``header`` changes the header,
    ``originals`` are packed instead of the package's own, ``signer`` signs instead of the sender,
    ``documents`` changes the documents as bytes in the end.
    """
    with open_package([package], job=JOB) as opened:
        written = {name: opened.document(name) for name in opened.documents}
        said, packed = opened.header, opened.originals
    if header is not None:
        changed = said.model_dump(mode="json")
        header(changed)
        said = PackageHeader.model_validate(changed)
    content = json.loads(written[MAIN])
    change(content)
    raw = json.dumps(content).encode()
    written[MAIN] = to_bytes(parse_payload(raw)) if check else raw
    if documents is not None:
        documents(written)
    store = sender.workspace.originals
    entries = [OriginalEntry(o.sha256, store.path(o.sha256), o.size, o.suffix) for o in packed]
    entries = entries if originals is None else list(originals)
    signer = signer or sender.identity.keys().signer
    return write_package(target, said, written, entries, signer, job=JOB).paths[0]
