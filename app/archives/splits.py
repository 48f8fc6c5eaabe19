"""Archives that were split into several files, recognised by the names of their parts. Pure.

Four ways are common: 材料.7z.001, 材料.part1.rar, 材料.rar with 材料.r00 …, and 材料.z01 … with
材料.zip as the last part.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum


class Style(StrEnum):
    """How the parts of a split archive are called."""

    NUMBERED = "numbered"  # 材料.7z.001: the archive cut into pieces
    PART = "part"  # 材料.part1.rar: volumes that begin like an archive each
    OLD_RAR = "old_rar"  # 材料.rar, 材料.r00, 材料.r01
    SPANNED = "spanned"  # 材料.z01, 材料.z02, 材料.zip


@dataclass(frozen=True, slots=True)
class PartName:
    """A name that a part of a split archive has; ``number`` counts from 1."""

    style: Style
    stem: str
    number: int
    width: int = 0


@dataclass(frozen=True, slots=True)
class SplitSet:
    """The parts that are there, in order, and the first one that is missing by the numbers."""

    style: Style
    names: tuple[str, ...]
    missing: str = ""


_FORMS = (
    (Style.NUMBERED, re.compile(r"(.+\.(?:7z|zip|rar|tar|gz|tgz|bz2|xz|zst))\.(\d{3,4})", re.I)),
    (Style.PART, re.compile(r"(.+)\.part(\d{1,5})\.rar", re.I)),
    (Style.OLD_RAR, re.compile(r"(.+)\.r(\d\d)", re.I)),
    (Style.SPANNED, re.compile(r"(.+)\.z(\d{2,3})", re.I)),
)
#: Where a set has one part with an everyday name: 材料.zip comes last, 材料.rar first.
_PLAIN = {".zip": Style.SPANNED, ".rar": Style.OLD_RAR}
_LAST = 10**6


def part_name(name: str) -> PartName | None:
    """What a file's name says of its place in a split archive; None for all other names."""
    for style, form in _FORMS:
        found = form.fullmatch(name)
        if found:
            number = int(found[2]) + (2 if style is Style.OLD_RAR else 0)
            return PartName(style, found[1], number, len(found[2]))
    return None


def is_part(name: str) -> bool:
    """True if the name may be that of a part, also one with an everyday name."""
    return part_name(name) is not None or name[-4:].lower() in _PLAIN


def sets_in(names: Iterable[str]) -> tuple[SplitSet, ...]:
    """The split archives among the files of one folder."""
    found: dict[tuple[Style, str], dict[int, str]] = {}
    plain: list[tuple[tuple[Style, str], str]] = []
    for name in names:
        part = part_name(name)
        stem, suffix = name[:-4], name[-4:].lower()
        if part is not None:
            found.setdefault((part.style, part.stem.lower()), {})[part.number] = name
        elif stem and suffix in _PLAIN:
            plain.append(((_PLAIN[suffix], stem.lower()), name))
    for key, name in plain:
        if key in found:
            found[key][1 if key[0] is Style.OLD_RAR else _LAST] = name
    return tuple(_set(style, parts) for (style, _), parts in found.items())


def _set(style: Style, parts: dict[int, str]) -> SplitSet:
    numbers = sorted(parts)
    names = tuple(parts[number] for number in numbers)
    expected = range(1, len(numbers) + 1)
    if style is Style.SPANNED and numbers[-1] == _LAST:
        expected = range(1, len(numbers))
    gap = next((number for number in expected if number not in parts), None)
    if gap is not None:
        return SplitSet(style, names, _called(style, names, gap))
    lacks_end = style is Style.SPANNED and numbers[-1] != _LAST
    return SplitSet(style, names, _called(style, names, _LAST) if lacks_end else "")


def _called(style: Style, names: Sequence[str], number: int) -> str:
    """What the part of this number is called, after the others of its set."""
    part = next(part for part in map(part_name, names) if part is not None)
    match style:
        case Style.NUMBERED:
            return f"{part.stem}.{number:0{part.width}d}"
        case Style.PART:
            return f"{part.stem}.part{number:0{part.width}d}.rar"
        case Style.OLD_RAR:
            return f"{part.stem}.rar" if number == 1 else f"{part.stem}.r{number - 2:02d}"
        case Style.SPANNED:
            return f"{part.stem}.zip" if number == _LAST else f"{part.stem}.z{number:02d}"


def following(name: str) -> str:
    """What the part after this one is called."""
    part = part_name(name)
    if part is not None:
        return _called(part.style, (name,), part.number + 1)
    stem, dot, suffix = name.rpartition(".")
    if dot and suffix.lower() == "rar":
        return f"{stem}.r00"
    return f"{stem}.z01" if dot and suffix.lower() == "zip" else f"{name}（后面的卷）"


def first_of(name: str) -> str:
    """What the first part of the set is called that this one belongs to."""
    part = part_name(name)
    return _called(part.style, (name,), 1) if part is not None else "第 1 卷"
