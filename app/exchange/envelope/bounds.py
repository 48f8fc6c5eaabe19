"""How much a package may bring; checked before it costs memory or disk.

A large county has 80 units and 10,000 items with several gigabytes of originals, a large unit a
tenth of that. The bounds leave room for all of a county in one package and more, and keep what an
infected computer can demand of a PC with 4 GB small.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

from app.exchange.envelope import naming
from app.exchange.envelope.checking import CheckedPart
from app.exchange.errors import Flood, PackageFloods
from app.exchange.payload.table import KINDS
from app.storage.county_files import CHECKS, MOST_FILES

_MEGABYTE = 1 << 20

#: The documents, by name; each is in memory as a whole while it is read.
DOCUMENT_BYTES: Mapping[str, int] = {
    "payload.json": 64 * _MEGABYTE,
    "log.json": 128 * _MEGABYTE,
    "framework.json": 16 * _MEGABYTE,
}
#: Documents beside these, which a later edition might add.
MORE_DOCUMENTS = 8
ORIGINALS = 100_000
ORIGINAL_BYTES = 200 << 30

#: How long the lists of ``payload.json`` may be, by their field.
LISTS: Mapping[str, int] = {
    **{name: kind.most for name, kind in KINDS.items()},
    "blobs": 120_000,
    "sent": 20_000,
    "sequences": 20_000,
    "held": 120_000,
    "units": 2_000,
    "groups": 500,
    "responsibilities": 20_000,
    "stages": 99,
    "indicator_rules": 2_000,
    "reasons": 1_000,
    "county_files": MOST_FILES * len(CHECKS),
    "entries": 300_000,
    "aliases": 100,
    "members": 2_000,
    "milestones": 100,
}
#: How long the lists of ``framework.json`` may be; the official set has 289 points in all.
FRAMEWORK_LISTS: Mapping[str, int] = {
    "indicators": 2_000,
    "points": 200,
    "thresholds": 50,
    "responsible": 300,
    "units": 2_000,
    "groups": 200,
    "members": 2_000,
    "aliases": 100,
    "stages": 99,
    "milestones": 100,
    "notes": 1_000,
}
#: Settings that are shared, known to this program or not.
SETTINGS = 200
#: All objects of a document together: records with their revisions, problems and details.
PAYLOAD_OBJECTS, LOG_OBJECTS, FRAMEWORK_OBJECTS = 600_000, 2_000_000, 40_000

#: What one sender may have here in all, whatever it sends in how many packages.
SENDER_RECORDS = 200_000
SENDER_LOG = 1_000_000
#: All originals that one unit has ever brought and that are still known here, together.
SENDER_BYTES = 100 << 30


def demand_bounds(parts: Sequence[CheckedPart]) -> None:
    """Make sure of the sizes that the directories name; no content was read yet.

    Raises:
        PackageFloods: names the bound.
    """
    path = parts[0].path
    for part in parts:
        for name in part.documents:
            limit = DOCUMENT_BYTES.get(name.removeprefix(naming.DOCUMENTS), _MEGABYTE)
            _demand(path, Flood.DOCUMENT, part.members[name].size, limit)
    names = [n for part in parts for n in part.documents]
    _demand(path, Flood.DOCUMENTS, len(names), len(DOCUMENT_BYTES) + MORE_DOCUMENTS)
    originals = [
        (part.members[name].size, found)
        for part in parts
        for name in part.digests
        if (found := naming.read_original_member(name)) is not None
    ]
    _demand(path, Flood.ORIGINALS, len({found[0] for _, found in originals}), ORIGINALS)
    _demand(path, Flood.ORIGINAL_BYTES, sum(size for size, _ in originals), ORIGINAL_BYTES)


def _demand(path: Path, what: Flood, found: int, limit: int) -> None:
    if found > limit:
        raise PackageFloods(path, what, found, limit)
