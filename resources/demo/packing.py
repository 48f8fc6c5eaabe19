"""Zip files that come out the same every time, and one as an old Chinese Windows packs it."""

import re
import zipfile
from pathlib import Path

#: Every entry of every archive bears this time.
WHEN = (2021, 5, 10, 9, 0, 0)
STAMP = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)")


class GbkEntry(zipfile.ZipInfo):
    """An entry whose name is stored in GBK without the flag for UTF-8."""

    def _encodeFilenameFlags(self) -> tuple[bytes, int]:  # noqa: N802  (zipfile's name)
        return self.filename.encode("gbk"), self.flag_bits & ~0x800


def settle(path: Path) -> None:
    """Rewrite an Office file with fixed times, so that the same content gives the same bytes."""
    with zipfile.ZipFile(path) as source:
        parts = [(entry.filename, source.read(entry)) for entry in source.infolist()]
    write_zip(
        path,
        {name: STAMP.sub(rb"\g<1>2021-05-10T09:00:00Z\2", data) for name, data in parts},
    )


def write_zip(path: Path, parts: dict[str, bytes], *, gbk: bool = False) -> None:
    """Write an archive with fixed times; the order is the order of ``parts``."""
    entry_of = GbkEntry if gbk else zipfile.ZipInfo
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in parts.items():
            entry = entry_of(name, WHEN)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            archive.writestr(entry, data)
