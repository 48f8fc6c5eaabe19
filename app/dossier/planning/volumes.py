"""Dividing into volumes: running numbers, and where each item goes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from app.dossier.gathering.rows import Piece, PlanItem
from app.dossier.planning.grouping import MethodSection
from app.dossier.planning.plan import Measure, PlacedItem, PlacedTable
from app.names.problems import describe_problem
from app.sheets.content import NoteSheet, Placeholder


@dataclass(frozen=True, slots=True)
class PlacedSection:
    """The part of a section that one volume holds; ``continued`` if it began in an earlier one.

    ``tables`` are the sheets of the method's tools, once for each task, before its items.
    """

    section: MethodSection
    items: tuple[PlacedItem, ...]
    continued: bool
    tables: tuple[PlacedTable, ...] = ()


@dataclass(slots=True)
class _Volume:
    number: int
    pages: int = 0
    rows: int = 0
    sections: list[tuple[MethodSection, bool, list[PlacedItem]]] = field(default_factory=list)
    tables: dict[int, list[PlacedTable]] = field(default_factory=dict)  # by the place of a section


def placeholder_for(item: PlanItem, piece: Piece) -> Placeholder:
    """The sheet that stands where the pages of ``piece`` should be."""
    if piece.problem is None:
        raise ValueError("the piece has pages of its own")
    sentence = describe_problem(piece.problem)
    file = piece.files[0]
    return Placeholder(item.title, file.name, sentence.reason, sentence.remedy, file.sha256)


def pages_of(item: PlanItem, piece: Piece, measure: Measure) -> int:
    """Numbered pages that a piece takes, placeholder sheets included."""
    return measure(placeholder_for(item, piece)) if piece.problem else piece.page_count


def divide(
    sections: Sequence[MethodSection], limit: int | None, measure: Measure
) -> list[tuple[PlacedSection, ...]]:
    """Fill volumes in order, up to ``limit`` numbered pages each.

    An item is never split: one above the limit gets a volume of its own. The same evidence is
    bound once; its later rows point to where it is and take no page.
    """
    volumes = [_Volume(1)]
    bound: dict[str, tuple[int, PlacedItem]] = {}
    for section in sections:
        begun = False
        for item in section.items:
            seen = bound.get(item.revision)
            length = 0 if seen else sum(pages_of(item, p, measure) for p in item.pieces)
            volume = volumes[-1]
            if limit is not None and volume.rows and length and volume.pages + length > limit:
                volume = _Volume(volume.number + 1)
                volumes.append(volume)
            if not volume.sections or volume.sections[-1][0] is not section:
                _open(volume, section, measure, begun=begun)
            begun = True
            placed = _place(item, length, volume, seen)
            volume.sections[-1][2].append(placed)
            bound.setdefault(item.revision, (volume.number, placed))
        if not begun:  # only sheets of tools
            _open(volumes[-1], section, measure, begun=False)
    return [
        tuple(
            PlacedSection(s, tuple(items), continued, tuple(v.tables.get(place, ())))
            for place, (s, continued, items) in enumerate(v.sections)
        )
        for v in volumes
    ]


def _open(volume: _Volume, section: MethodSection, measure: Measure, *, begun: bool) -> None:
    """Begin a section in a volume; the sheets of its tools are numbered like its items."""
    place = len(volume.sections)
    volume.sections.append((section, begun, []))
    for sheet in () if begun else _sheets_of(section):
        length = measure(sheet)
        first = volume.pages + 1
        volume.pages += length
        key = f"{volume.number}.{place}.{len(volume.tables.get(place, ()))}"
        volume.tables.setdefault(place, []).append(PlacedTable(key, sheet, first, volume.pages))


def _sheets_of(section: MethodSection) -> Iterator[NoteSheet]:
    for form in dict.fromkeys(form for form, _ in section.notes):
        lines = tuple(line for each, line in section.notes if each == form)
        yield NoteSheet(form, section.indicator.heading, section.task.name, lines)


def _place(
    item: PlanItem, length: int, volume: _Volume, seen: tuple[int, PlacedItem] | None
) -> PlacedItem:
    volume.rows += 1
    key = f"{volume.number}.{volume.rows}"
    if seen is None:
        # A photo that stands on the page of the item before it takes none.
        first = volume.pages + 1 if length else volume.pages
        volume.pages += length
        return PlacedItem(key, volume.rows, item, first, volume.pages)
    number, original = seen
    if number == volume.number:
        first, last = original.first_number, original.last_number
        return PlacedItem(key, volume.rows, item, first, last, same_as=original.sequence)
    where = (number, original.first_number)
    return PlacedItem(key, volume.rows, item, 0, 0, bound_in=where)
