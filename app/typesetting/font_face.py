"""A bundled TrueType font that is read where it lies, as far as it is needed.

ReportLab reads a font whole and makes lists and dictionaries of all its characters: 20 to 150 ms
and tens of megabytes a font. Here the file is mapped into memory, a character is looked up when it
is wanted, and a subset copies only the glyphs in it. The subsets are ReportLab's, byte for byte.
"""

import mmap
import struct
import sys
from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from reportlab.pdfbase.ttfonts import TTFError, TTFontFace

_NBSP, _SPACE = 0xA0, 0x20
_COPIED = ("name", "OS/2", "cvt ", "fpgm", "prep")
# Flags of a part of a composite glyph.
_WORDS, _SCALE, _MORE, _X_AND_Y, _TWO_BY_TWO = 0x01, 0x08, 0x20, 0x40, 0x80
_WHOLE = 0xB1B0AFBA  # what the words of a whole font file add up to


class FontFace(TTFontFace):  # type: ignore[misc]
    """What ReportLab asks of a font file; characters and glyphs are looked up on demand."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))

    def readFile(self, f: str) -> None:  # noqa: N802  (ReportLab's name)
        """Map the file instead of reading it."""
        self.filename = f
        with Path(f).open("rb") as file:
            self._ttf_data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        self._pos = 0

    def extractInfo(self, charInfo: int = 1) -> None:  # noqa: N802, N803  (ReportLab's names)
        """Read the measures of the font; leave the characters for later."""
        super().extractInfo(charInfo=0)
        metrics = self.get_ushort(self.table["hhea"]["offset"] + 34)
        self._horizontal = _words(self.get_table("hmtx"), "H")
        self._pairs = metrics
        (long_offsets,) = struct.unpack_from(">h", self.get_table("head"), 50)
        places = _words(self.get_table("loca"), "I" if long_offsets else "H")
        self.glyphPos = places if long_offsets else array("I", (2 * place for place in places))
        self.charToGlyph = Characters(self.get_table("cmap"))
        self.charWidths = _Widths(self.charToGlyph, self._width)
        self.defaultWidth = self._width(0)

    def _width(self, glyph: int) -> float:
        return float(self._pdfScale(self._measures(glyph)[0]))

    def _measures(self, glyph: int) -> tuple[int, int]:
        """Advance width and left side bearing, in units of the font."""
        pairs = self._pairs
        if glyph < pairs:
            return self._horizontal[2 * glyph], self._horizontal[2 * glyph + 1]
        return self._horizontal[2 * pairs - 2], self._horizontal[pairs + glyph]

    def makeSubset(self, subset: Sequence[int]) -> bytes:  # noqa: N802  (ReportLab's name)
        """Return a font file with the glyphs of these characters, in this order."""
        glyphs, numbers = [0], {0: 0}  # the old numbers in their new order; new numbers by old
        codes = array("H")
        for code in subset:
            glyph = self.charToGlyph.get(code) or 0
            if glyph not in numbers:
                numbers[glyph] = len(glyphs)
                glyphs.append(glyph)
            codes.append(numbers[glyph])
        outlines = [self._outline(glyph, glyphs, numbers) for glyph in _growing(glyphs)]
        tables = {tag: self.get_table(tag) for tag in _COPIED if tag in self.table}
        tables["post"] = b"\0\3\0\0" + self.get_table("post")[4:16] + bytes(16)
        tables["hmtx"], pairs = self._metrics_of(glyphs)
        tables["hhea"] = _with_word(self.get_table("hhea"), 34, pairs)
        tables["maxp"] = _with_word(self.get_table("maxp"), 4, len(glyphs))
        tables["cmap"] = struct.pack(
            ">11H", 0, 1, 1, 0, 0, 12, 6, 10 + 2 * len(codes), 0, 0, len(codes)
        ) + _packed(codes)
        tables["glyf"] = b"".join(outlines)
        places, place = [0], 0
        for outline in outlines:
            place += len(outline)
            places.append(place)
        is_long = (place + 1) >> 1 > 0xFFFF
        tables["loca"] = _packed(
            array("I", places) if is_long else array("H", [one >> 1 for one in places])
        )
        head = bytearray(_with_word(self.get_table("head"), 50, is_long))
        head[8:12] = bytes(4)
        tables["head"] = bytes(head)
        return _font_file(tables)

    def _outline(self, glyph: int, glyphs: list[int], numbers: dict[int, int]) -> bytes:
        """Return an outline, padded to words; the parts of a composite glyph join ``glyphs``."""
        start = self.table["glyf"]["offset"]
        end = start + self.glyphPos[glyph + 1]
        data = bytearray(self._ttf_data[start + self.glyphPos[glyph] : end])
        if data[:1] >= b"\x80":  # a negative number of contours: it is made of other glyphs
            place, flags = 10, _MORE
            while flags & _MORE:
                flags, part = struct.unpack_from(">HH", data, place)
                if part not in numbers:
                    numbers[part] = len(glyphs)
                    glyphs.append(part)
                struct.pack_into(">H", data, place + 2, numbers[part])
                place += 8 if flags & _WORDS else 6
                if flags & _SCALE:
                    place += 2
                elif flags & _X_AND_Y:
                    place += 4
                elif flags & _TWO_BY_TWO:
                    place += 8
        return bytes(data) + bytes(-len(data) % 4)

    def _metrics_of(self, glyphs: Sequence[int]) -> tuple[bytes, int]:
        """Return the table of widths and how many glyphs have one of their own."""
        measures = [self._measures(glyph) for glyph in glyphs]
        pairs = len(measures)
        while pairs > 1 and measures[pairs - 1][0] == measures[pairs - 2][0]:
            pairs -= 1
        words = array("H", [word for pair in measures[:pairs] for word in pair])
        words.extend(bearing for _, bearing in measures[pairs:])
        return _packed(words), pairs


class Characters:
    """The glyphs of a font's characters, looked up in its own table (formats 4 and 12)."""

    def __init__(self, table: bytes) -> None:
        at = _character_table(table)
        (form,) = struct.unpack_from(">H", table, at)
        if form == 12:
            (count,) = struct.unpack_from(">I", table, at + 12)
            groups = _words(table[at + 16 : at + 16 + 12 * count], "I")
            self._starts, self._ends = groups[0::3], groups[1::3]
            pairs = zip(self._starts, groups[2::3], strict=True)
            self._shifts: Sequence[int] = [glyph - start for start, glyph in pairs]
            self._offsets: Sequence[int] = bytes(count)
            self._glyphs = array("H")
        elif form == 4:
            length, _, twice = struct.unpack_from(">3H", table, at + 2)
            words = _words(table[at + 14 : at + length], "H")
            count = twice // 2
            self._ends, self._starts = words[:count], words[count + 1 : 2 * count + 1]
            self._shifts = words[2 * count + 1 : 3 * count + 1]
            self._glyphs = words[3 * count + 1 :]  # the offsets count from their own places
            self._offsets = self._glyphs[:count]
        else:
            raise TTFError(f"unexpected table of characters: format {form}")

    def get(self, code: int) -> int | None:
        """The glyph of a character; None if the font has none."""
        if code == _NBSP:
            code = _SPACE
        segment = bisect_right(self._starts, code) - 1
        if segment < 0 or code > self._ends[segment]:
            return None
        shift, offset = self._shifts[segment], self._offsets[segment]
        if not offset:
            return (code + shift) & 0xFFFF
        place = segment + offset // 2 + code - self._starts[segment]
        glyph = self._glyphs[place] if place < len(self._glyphs) else 0
        return (glyph + shift) & 0xFFFF if glyph else 0

    def __contains__(self, code: int) -> bool:
        return self.get(code) is not None


class _Widths:
    """Widths by character, in thousandths of an em."""

    def __init__(self, characters: Characters, width: Callable[[int], float]) -> None:
        self._characters = characters
        self._width = width

    def __getitem__(self, code: int) -> float:
        glyph = self._characters.get(code)
        if glyph is None:
            raise KeyError(code)
        return self._width(glyph)

    def get(self, code: int, default: float) -> float:
        """The width of a character, or ``default`` for one that the font has not."""
        glyph = self._characters.get(code)
        return default if glyph is None else self._width(glyph)


def _character_table(table: bytes) -> int:
    """Where in ``cmap`` the largest table of Unicode characters begins: the last one."""
    (count,) = struct.unpack_from(">H", table, 2)
    found = [struct.unpack_from(">HHI", table, 4 + 8 * number) for number in range(count)]
    return int([at for platform, _, at in found if platform == 3][-1])


def _growing(glyphs: list[int]) -> Iterator[int]:
    """Go over a list that grows on the way."""
    number = 0
    while number < len(glyphs):
        yield glyphs[number]
        number += 1


def _words(data: bytes, size: str) -> "array[int]":
    """The unsigned numbers of a table (``H`` or ``I``); TrueType writes the high byte first."""
    words = array(size, data)
    if sys.byteorder == "little":
        words.byteswap()
    return words


def _packed(words: "array[int]") -> bytes:
    words = words[:]
    if sys.byteorder == "little":
        words.byteswap()
    return words.tobytes()


def _with_word(table: bytes, place: int, value: int) -> bytes:
    return table[:place] + struct.pack(">H", value) + table[place + 2 :]


def _sum(data: bytes) -> int:
    """Add up the words of a table, as the directory of a font has it."""
    return sum(_words(data + bytes(-len(data) % 4), "I")) & 0xFFFFFFFF


def _font_file(tables: dict[str, bytes]) -> bytes:
    """Put a font file together; the last sum lies in ``head``."""
    count = len(tables)
    power = count.bit_length() - 1
    span = 16 << power
    start = struct.pack(">4sHHHH", b"\0\1\0\0", count, span, power, 16 * count - span)
    place, total, directory = 12 + 16 * count, 0, []
    for tag in sorted(tables):
        data = tables[tag]
        check = _sum(data)
        directory.append(struct.pack(">4sIII", tag.encode("ascii"), check, place, len(data)))
        place += len(data) + -len(data) % 4
        total += check
    start += b"".join(directory)
    rest = (_WHOLE - total - _sum(start)) & 0xFFFFFFFF
    head = tables["head"]
    tables["head"] = head[:8] + struct.pack(">I", rest) + head[12:]
    parts = (tables[tag] + bytes(-len(tables[tag]) % 4) for tag in sorted(tables))
    return start + b"".join(parts)
