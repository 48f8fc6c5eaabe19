"""Every word of a 7z, RAR, TAR, BZ2 or XZ that lies inside another file."""

from collections.abc import Iterator

from app.mark_search.packages import Nested
from app.secrecy.marks import Spot, Words
from app.workroom import workroom

_MOST = 256 << 20


def words_in_archive(data: bytes, media_type: str, nested: Nested) -> Iterator[Words]:
    """The names of its members and their words; one that cannot be unpacked gives its names."""
    # The libraries for 7z and RAR take their time to load, and most files hold none.
    from app.archives import ArchiveLimits, ExpandOrder, Expansion, expand
    from app.archives.listing import member_names

    with workroom() as room:
        file = room / "archive"
        file.write_bytes(data)
        for name in member_names(file, media_type):
            yield Words(Spot.NAME, name)
        members = room / "members"
        members.mkdir()
        order = ExpandOrder(file, "archive", media_type, members, ArchiveLimits(total_bytes=_MOST))
        expansion = expand(order)
        if isinstance(expansion, Expansion):
            for _, mark in expansion.classified:
                yield Words(Spot.ALONE, mark)
            for member in expansion.members:
                yield from nested(member.path.read_bytes())
