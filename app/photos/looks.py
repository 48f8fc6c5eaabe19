"""Which photos look alike: two prints of a small grey picture, compared bit by bit.

The first print (pHash, 64 bits) keeps where the large forms are, the second (dHash, 256 bits)
where it grows lighter. Only what is alike by both is told of: photos of printed pages are alike by
the first alone. What is plainly a sheet is not compared, since forms of one kind differ in a few
words only. Measured on 160 made scenes and 60 made photos of pages: different ones are at
least 18 and 46 bits apart; saved again, made smaller or brighter, stamped with a date or cut by
2 % they differ in at most 12 and 36 as a rule. What is cut by 5 % and more is not found.
"""

import math
from collections.abc import Iterable, Mapping
from functools import cache

from PIL import Image, ImageStat

_SMOOTH = Image.Resampling.LANCZOS
#: Sides of the small picture of the first print, of the waves that it keeps, and of the second.
_SIDE, _LOW, _STEPS = 32, 8, 16
#: Deviation of grey below which a picture shows nothing that could be compared.
_FLAT = 12.0
#: A sheet is as light as this part of its white on so much of the picture (scenes: 0.48 at most).
_PAPER, _MUCH = 0.8, 0.57
#: Bits by which alike photos may differ: of the first print, and of the second.
_MOST, _MOST_SECOND = 12, 36
_SECOND_BITS = _STEPS * _STEPS
_SECOND = (1 << _SECOND_BITS) - 1

#: How many hexadecimal digits a look has.
DIGITS = (_LOW * _LOW + _SECOND_BITS) // 4


def look_of(grey: Image.Image) -> str:
    """The prints of a grey picture that stands upright, in hexadecimal digits; "" if it is flat."""
    small = grey.resize((_SIDE, _SIDE), _SMOOTH)
    if ImageStat.Stat(small).stddev[0] < _FLAT or _is_paper(small):
        return ""
    waves = _low_waves([float(value) for value in small.tobytes()])
    ordered, half = sorted(waves), len(waves) // 2
    middle = (ordered[half - 1] + ordered[half]) / 2
    first = _number(wave > middle for wave in waves)
    wide = _STEPS + 1
    row = grey.resize((wide, _STEPS), _SMOOTH).tobytes()
    steps = ((wide * y + x, wide * y + x + 1) for y in range(_STEPS) for x in range(_STEPS))
    second = _number(row[left] > row[right] for left, right in steps)
    return f"{first << _SECOND_BITS | second:0{DIGITS}x}"


def _is_paper(small: Image.Image) -> bool:
    """True for the picture of a sheet: forms of one kind look alike, whatever is written there."""
    values = sorted(small.tobytes())
    white = values[len(values) * 19 // 20]
    return sum(value > _PAPER * white for value in values) >= _MUCH * len(values)


def print_of(look: str) -> int | None:
    """The prints as a number, which is quickly compared; None if there are none."""
    return int(look, 16) if look else None


def alike(one: int, other: int) -> bool:
    """Say whether two photos look alike, by their prints."""
    apart = one ^ other
    first = (apart >> _SECOND_BITS).bit_count()
    return first <= _MOST and (apart & _SECOND).bit_count() <= _MOST_SECOND


def alike_among(one: int, others: Mapping[str, int]) -> list[str]:
    """The names of those that look like a photo."""
    # The first test stands here too: it is asked millions of times.
    return [
        name
        for name, other in others.items()
        if ((one ^ other) >> _SECOND_BITS).bit_count() <= _MOST and alike(one, other)
    ]


def _number(bits: Iterable[bool]) -> int:
    found = 0
    for bit in bits:
        found = found << 1 | bool(bit)
    return found


@cache
def _cosines() -> tuple[tuple[float, ...], ...]:
    return tuple(
        tuple(math.cos(math.pi * wave * (2 * at + 1) / (2 * _SIDE)) for at in range(_SIDE))
        for wave in range(_LOW)
    )


def _low_waves(grey: list[float]) -> list[float]:
    """The 8 × 8 lowest waves of a picture of 32 × 32 (discrete cosine transform)."""
    waves = _cosines()
    rows = [
        [sum(map(float.__mul__, grey[_SIDE * y : _SIDE * (y + 1)], wave)) for wave in waves]
        for y in range(_SIDE)
    ]
    columns = list(zip(*rows, strict=True))
    return [sum(map(float.__mul__, column, wave)) for wave in waves for column in columns]
