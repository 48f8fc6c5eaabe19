"""Where a long picture is cut into pages: pure arithmetic over rows (or columns) of pixels."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

#: How far around the even share of a page a better place for the cut is looked for.
_BEFORE, _AFTER = 0.25, 0.1
#: What two pages show in common where the cut goes through content, as a share of a page.
_OVERLAP = 0.03
#: Fewer rows without a change are only the gap between two strokes.
_NARROWEST = 4


@dataclass(frozen=True, slots=True)
class Strip:
    """The rows from ``start`` up to, not including, ``end``."""

    start: int
    end: int


#: Given a window of rows, which of them (counted from its start) equal the row before them.
Quiet = Callable[[int, int], Sequence[bool]]


def pieces(length: int, span: int, quiet: Quiet) -> list[Strip]:
    """Cut ``length`` rows into pieces of at most ``span``, where nothing is to be seen if possible.

    Each piece begins with a little of what ended the one before it; no row is left out.
    """
    cut: list[Strip] = []
    start = 0
    while length - start > span:
        share = round((length - start) / -(-(length - start) // max(1, round(span * 0.95))))
        low = max(start + 1, start + round(share * (1 - _BEFORE)))
        high = min(start + span, start + max(round(share * (1 + _AFTER)), 2))
        band = _widest(quiet(low, high), low, start + share)
        end = (band[0] + band[1]) // 2 if band else min(high, start + share)
        overlap = max(0, min(round(span * _OVERLAP), end - band[0] if band else span))
        cut.append(Strip(start, end))
        start = max(end - overlap, start + 1)
    cut.append(Strip(start, length))
    return cut


def _widest(still: Sequence[bool], low: int, wanted: int) -> tuple[int, int] | None:
    """Return the widest band of still rows; of equal ones that nearest to the wanted row."""
    bands = [band for band in _bands(still, low) if band[1] - band[0] >= _NARROWEST]

    def merit(band: tuple[int, int]) -> tuple[int, int]:
        return band[1] - band[0], -abs((band[0] + band[1]) // 2 - wanted)

    return max(bands, key=merit, default=None)


def _bands(still: Sequence[bool], low: int) -> Iterator[tuple[int, int]]:
    first: int | None = None
    for number, quiet in enumerate((*still, False), low):
        if quiet and first is None:
            first = number
        elif not quiet and first is not None:
            yield first, number
            first = None
