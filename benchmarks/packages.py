"""Packages against ``zip -0`` and ``unzip`` of the same files: writing, and opening into a store.

Usage in a process of its own: python -m benchmarks.packages write|open PACKAGE STORE FILE…;
prints the seconds. Writing includes synchronising the drive and reading everything back; opening
includes every check, and the originals lie in the store afterwards.
"""

import hashlib
import json
import shutil
import statistics
import sys
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from app.exchange.envelope.header import FrameworkReference, PackageHeader, Party, Sender
from app.exchange.envelope.opening import open_package
from app.exchange.envelope.parts import OriginalEntry
from app.exchange.envelope.writing import write_package
from app.exchange.kinds import PackageKind
from app.jobs import SilentJob
from app.originals import FolderStore
from app.signatures.signing import Signer
from benchmarks.measuring import run, warm
from models.base import new_id
from models.vocabulary import WorkspaceRole

_MODULE = (sys.executable, "-m", "benchmarks.packages")


def measure(files: Sequence[Path], work: Path, times: int) -> dict[str, tuple[float, float]]:
    """Seconds of ours and of the reference, for ``write`` and for ``open``."""
    archive, package = work / "reference.zip", work / "package.zip"
    unpacked, store = work / "unpacked", work / "store"
    ours: dict[str, list[float]] = {"write": [], "open": []}
    reference: dict[str, list[float]] = {"write": [], "open": []}
    for _ in range(times):
        warm(files)
        reference["write"].append(run(["zip", "-0", "-q", "-j", archive, *files]).seconds)
        warm(files)
        ours["write"].append(_seconds("write", package, store, files))
        warm([archive])
        reference["open"].append(run(["unzip", "-q", archive, "-d", unpacked]).seconds)
        warm([package])
        ours["open"].append(_seconds("open", package, store, files))
        if len(list(store.rglob("*"))) < len(list(unpacked.iterdir())):
            raise SystemExit("包里的文件没有全部取出")
        for made in (archive, package):
            made.unlink()
        for folder in (unpacked, store):
            shutil.rmtree(folder)
    middle = statistics.median
    return {step: (middle(ours[step]), middle(reference[step])) for step in ours}


def _seconds(step: str, package: Path, store: Path, files: Sequence[Path]) -> float:
    return float(json.loads(run([*_MODULE, step, package, store, *files]).output))


def _write(package: Path, files: Sequence[Path]) -> float:
    originals = []
    for file in files:
        with file.open("rb") as stream:
            digest = hashlib.file_digest(stream, "sha256").hexdigest()
        originals.append(OriginalEntry(digest, file, file.stat().st_size, file.suffix))
    header = PackageHeader(
        kind=PackageKind.SUBMISSION,
        id=new_id(),
        county="测速县",
        framework=FrameworkReference(code="lushan-2021", version="1.0"),
        sender=Sender(role=WorkspaceRole.UNIT, unit_id="u", name="测速单位", workspace_id="w"),
        recipient=Party(role=WorkspaceRole.OFFICE, name="测速县创建办"),
        sequence=1,
        full=True,
        created_at=datetime.now(UTC),
    )
    # A workspace knows the digests of its originals; they are no part of the measurement.
    started = time.perf_counter()
    write_package(
        package, header, {"payload.json": b"{}"}, originals, Signer.generate(), job=SilentJob()
    )
    return time.perf_counter() - started


def _open(package: Path, folder: Path) -> float:
    started = time.perf_counter()
    store = FolderStore(folder)
    scratch = folder.parent / "scratch"
    with open_package([package], job=SilentJob(), scratch=scratch, unpack=_all) as opened:
        for original in opened.originals:
            opened.copy_original(original.sha256, store)
        store.settle(original.sha256 for original in opened.originals)
    return time.perf_counter() - started


def _all(_sha256: str) -> bool:
    return True


def main(arguments: Sequence[str]) -> None:
    """Do one step and print its seconds."""
    step, package, store, *files = arguments
    if step == "write":
        seconds = _write(Path(package), [Path(file) for file in files])
    else:
        seconds = _open(Path(package), Path(store))
    print(json.dumps(seconds))


if __name__ == "__main__":
    main(sys.argv[1:])
