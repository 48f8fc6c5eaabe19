"""What would change if a dossier were built again: its record compared with the evidence. Pure."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from app.dossier.gathering.reading import EvidenceRow
from app.dossier.output.produced import BoundFile, Produced
from app.dossier_options import DossierOptions

#: The choices that decide how a dossier looks; what it holds is seen in its items.
_LOOKS = (
    "numbering",
    "duplex_blanks",
    "volume_limit",
    "photos_per_page",
    "watermark",
    "pdfa",
    "archive",
)

Choices = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class DossierChanges:
    """What came about since a dossier was built; titles of items, in their order.

    Attributes:
        key: the dossier's.
        new: items that it does not hold.
        changed: items with another file or description.
        removed: items that it holds and that are gone from there.
        reordered: the items that stayed follow each other otherwise.
        choices: the choices of the compile that are others now.
    """

    key: str
    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    reordered: bool = False
    choices: tuple[str, ...] = ()

    @property
    def any(self) -> bool:
        """True if building it again would be worth it."""
        return bool(self.new or self.changed or self.removed or self.reordered or self.choices)


def choices_of(options: DossierOptions) -> dict[str, str]:
    """The choices as a record keeps them."""
    return {name: str(getattr(options, name)) for name in _LOOKS}


def changes_since(
    made: Produced, then: Choices, rows: Iterable[EvidenceRow], now: DossierOptions
) -> DossierChanges:
    """Compare a dossier with the present evidence.

    Args:
        made: the dossier as it was built.
        then: the choices it was built with, as ``choices_of`` gave them; empty if not recorded.
        rows: the evidence, in the order of binding; rows of other dossiers are passed over.
        now: the choices that hold now.
    """
    present = [row for row in rows if row.goes_in and belongs(row, made)]
    bound = _bound_items(made)
    pairs = _paired(bound, present)
    matched = {id(row) for row in pairs.values()}
    changed = [row.title for n, row in pairs.items() if not _same(bound[n], row)]
    places = {id(row): place for place, row in enumerate(present)}
    order = [places[id(row)] for row in pairs.values()]
    choices = choices_of(now)
    return DossierChanges(
        made.key,
        tuple(row.title for row in present if id(row) not in matched),
        tuple(changed),
        tuple(item[0].title for n, item in enumerate(bound) if n not in pairs),
        order != sorted(order),
        tuple(name for name in _LOOKS if name in then and then[name] != choices[name]),
    )


def belongs(row: EvidenceRow, made: Produced) -> bool:
    """True if the row goes into the dossier by the dossier's key."""
    scope, _, name = made.key.partition(":")
    match scope:
        case "indicator":
            return row.indicator == name
        case "unit":
            return row.unit == name
        case "method":
            return row.method == name
        case _:
            return scope == "combined"


def _bound_items(made: Produced) -> list[list[BoundFile]]:
    return [
        list(files)
        for volume in made.volumes
        for _, files in groupby(volume.contents, key=lambda file: file.sequence)
    ]


def _paired(
    bound: Sequence[Sequence[BoundFile]], present: Sequence[EvidenceRow]
) -> dict[int, EvidenceRow]:
    """Which row each bound item is now: the very same, or by its file, or by its title."""
    pairs: dict[int, EvidenceRow] = {}
    free = dict.fromkeys(range(len(present)))
    exact: dict[object, list[int]] = defaultdict(list)
    by_file: dict[object, list[int]] = defaultdict(list)
    by_title: dict[object, list[int]] = defaultdict(list)
    for place, row in enumerate(present):
        exact[row.main.sha256, row.title, row.unit].append(place)
        by_file[row.main.sha256, row.unit].append(place)
        by_title[row.title, row.unit].append(place)

    def pair(number: int, candidates: Sequence[int]) -> None:
        place = next((c for c in candidates if c in free), None)
        if place is not None:
            del free[place]
            pairs[number] = present[place]

    for number, item in enumerate(bound):
        first = item[0]
        shas = [file.sha256 for file in item]
        pair(number, [c for sha in shas for c in exact[sha, first.title, first.unit]])
    for number, item in enumerate(bound):
        if number not in pairs:
            pair(number, [c for file in item for c in by_file[file.sha256, file.unit]])
    for number, item in enumerate(bound):
        if number not in pairs:
            pair(number, by_title[item[0].title, item[0].unit])
    return dict(sorted(pairs.items()))


def _same(item: Sequence[BoundFile], row: EvidenceRow) -> bool:
    first = item[0]
    described = (first.title, first.doc_number, first.issuer, first.date)
    if described != (row.title, row.doc_number, row.issuer, row.date):
        return False
    shown = {file.sha256 for file in item}
    needed = {file.sha256 for file in (row.main, *row.attachments)}
    return needed <= shown <= {file.sha256 for file in row.files}
