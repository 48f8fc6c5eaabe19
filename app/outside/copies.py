"""Whole files: what they load from outside, and a copy without it."""

import shutil
import zipfile
from collections.abc import Iterable
from pathlib import Path

from app.outside.addresses import Reference, shown
from app.outside.compound import OLE_BEGINNING, settled_compound
from app.outside.packages import (
    LARGEST_PART,
    NotReadable,
    NotSettled,
    SettledPackage,
    settle_package,
)
from app.outside.pictures import beginning
from app.outside.rich_text import settled_rtf
from app.outside.xml_parts import Settled, looks_like_xml, settled_part
from app.zipped import ZIP_TROUBLE

_LARGEST_COMPOUND = 512 * 1024 * 1024


def references_of(path: Path) -> tuple[Reference, ...]:
    """What a document wants from outside; the file is only read.

    Raises:
        NotSettled: it is too large to be looked through.
        NotReadable: it is damaged; whoever reads it might find something that we did not.
        OSError: the operating system does not let the file be read.
    """
    settled = _settled(path)
    return tuple(settled.found)


def take_out(copy: Path) -> tuple[Reference, ...]:
    """Take out of a copy whatever leads outside; a copy without it is not written again.

    Raises:
        NotSettled: it is too large to be looked through.
        NotReadable: it is damaged; whoever reads it might find something that we did not.
        OSError: the operating system does not let the file be read or written.
    """
    settled = _settled(copy)
    if isinstance(settled, SettledPackage):
        _write_package(copy, settled)
    elif settled.content is not None:
        copy.write_bytes(settled.content)
    return tuple(settled.found)


def places(references: Iterable[Reference]) -> list[str]:
    """Where they lie, as it is told to people, each place once."""
    return list(dict.fromkeys(shown(each.address) for each in references))


def _settled(path: Path) -> Settled | SettledPackage:
    head = _head(path)
    size = path.stat().st_size
    if head.startswith(OLE_BEGINNING):
        if size > _LARGEST_COMPOUND:
            raise NotSettled(path.name)
        compound = settled_compound(path.read_bytes())
        if compound.content == b"":
            raise NotReadable(path.name)
        return compound
    if head.startswith(b"PK") or zipfile.is_zipfile(path):
        try:
            return settle_package(path)
        except RecursionError:  # one of the errors below, and no trouble with the zip
            raise
        except ZIP_TROUBLE as error:
            raise NotReadable(path.name) from error
    rich = beginning(head)[:5].lower() == b"{\\rtf"
    if not rich and not looks_like_xml(head):
        return Settled()
    if size > 2 * LARGEST_PART:
        raise NotSettled(path.name)
    data = path.read_bytes()
    return settled_rtf(data) if rich else settled_part(data, _nothing, packed=False)


def _head(path: Path) -> bytes:
    """The first bytes of a file; blanks of any length may stand before a document."""
    with path.open("rb") as file:
        head = file.read(512)
        while not beginning(head) and (more := file.read(1024 * 1024)):
            head = head[:2] + more
    return head


def _nothing(_address: str) -> bool:
    """A file of one piece has no parts: whatever it names lies outside."""
    return False


def _write_package(copy: Path, settled: SettledPackage) -> None:
    if not settled.changed:
        return
    written = copy.with_name(f"{copy.name}.settled")
    with zipfile.ZipFile(copy) as old, zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            stored = part.filename == "mimetype"
            info = zipfile.ZipInfo(part.filename, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
            if part.filename in settled.parts:
                new.writestr(info, settled.parts[part.filename], compresslevel=1)
                continue
            try:
                with old.open(part) as data, new.open(info, "w", force_zip64=not stored) as out:
                    shutil.copyfileobj(data, out, 1024 * 1024)
            except ZIP_TROUBLE:
                continue  # a picture whose sum does not fit; what could be read of it stays
    written.replace(copy)
