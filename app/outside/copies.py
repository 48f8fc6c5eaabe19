"""Whole files: what they want from outside, and a copy without it."""

import shutil
import zipfile
from collections.abc import Iterable
from pathlib import Path

from app.outside.addresses import Reference, shown
from app.outside.compound import OLE_BEGINNING, settled_compound
from app.outside.packages import LARGEST_PART, NotSettled, SettledPackage, settle_package
from app.outside.rich_text import settled_rtf
from app.outside.xml_parts import Settled, looks_like_xml, settled_part
from app.zipped import ZIP_TROUBLE

_LARGEST_COMPOUND = 512 * 1024 * 1024


def references_of(path: Path) -> tuple[Reference, ...]:
    """What a document wants from outside; the file is only read.

    Raises:
        NotSettled: it is too large to be looked through.
        OSError: the operating system does not let the file be read.
    """
    settled = _settled(path)
    return tuple(settled.found)


def take_out(copy: Path) -> tuple[Reference, ...]:
    """Take out of a copy whatever leads outside; a copy without it is not written again.

    Raises:
        NotSettled: it is too large to be looked through.
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
    with path.open("rb") as file:
        head = file.read(512)
    if head.startswith(b"PK"):
        try:
            return settle_package(path)
        except ZIP_TROUBLE:
            return Settled()
    size = path.stat().st_size
    if head.startswith(OLE_BEGINNING):
        if size > _LARGEST_COMPOUND:
            raise NotSettled(path.name)
        return settled_compound(path.read_bytes())
    rich = head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{\\rtf")
    if not rich and not looks_like_xml(head):
        return Settled()
    if size > 2 * LARGEST_PART:
        raise NotSettled(path.name)
    data = path.read_bytes()
    return settled_rtf(data) if rich else settled_part(data, _nothing, packed=False)


def _nothing(_address: str) -> bool:
    """A file of one piece has no parts: whatever it names lies outside."""
    return False


def _write_package(copy: Path, settled: SettledPackage) -> None:
    if not settled.parts:
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
            with old.open(part) as data, new.open(info, "w", force_zip64=not stored) as out:
                shutil.copyfileobj(data, out, 1024 * 1024)
    written.replace(copy)
