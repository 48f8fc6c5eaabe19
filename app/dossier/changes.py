"""What would change if a dossier were built again: its record compared with the evidence. Pure."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import PurePath

from app.dossier.case_names import CaseName
from app.dossier.gathering.reading import EvidenceRow
from app.dossier.output.produced import BoundFile, Produced
from app.dossier_options import DossierOptions
from app.filekind import FileKind

#: The choices that decide how a dossier looks; what it holds is seen in its items.
_LOOKS = (
    "numbering",
    "duplex_blanks",
    "volume_limit",
    "photos_per_page",
    "watermark",
    "pdfa",
    "archive",
    "edition",
)

#: Documents that are printed, stamped and scanned, and what then takes their place.
_OF_TEXTS = frozenset(
    {".doc", ".docx", ".wps", ".wpt", ".rtf", ".odt", ".txt", ".xls", ".xlsx", ".et"}
)
_OF_PAPER = frozenset({FileKind.PDF, FileKind.IMAGE, FileKind.OFD})

#: What the office says of the case file of an indicator, beside those choices.
_CASE = "case"

Choices = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class DossierChanges:
    """What came about since a dossier was built; titles of items, in their order.

    Attributes:
        key: the dossier's.
        new: items that it does not hold.
        changed: items with another file or description, or whose pages are to be bound otherwise,
            unless they are among the next.
        scanned: items whose text document gave way to a scan, or to a PDF, of the same paper:
            title, number, issuer and date are the same.
        removed: items that it holds and that are gone from there.
        reordered: the items that stayed follow each other otherwise.
        choices: the choices of the compile that are others now.
    """

    key: str
    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    scanned: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    reordered: bool = False
    choices: tuple[str, ...] = ()

    @property
    def any(self) -> bool:
        """True if building it again would be worth it."""
        return bool(
            self.new
            or self.changed
            or self.scanned
            or self.removed
            or self.reordered
            or self.choices
        )


def choices_of(options: DossierOptions, case: CaseName | None = None) -> dict[str, str]:
    """The choices as a record keeps them; ``case``: what was set for an indicator's case file."""
    choices = {name: str(getattr(options, name)) for name in _LOOKS}
    return choices if case is None else choices | {_CASE: str(case)}


def changes_since(
    made: Produced,
    then: Choices,
    rows: Iterable[EvidenceRow],
    now: DossierOptions,
    earlier: Mapping[str, Collection[str]] | None = None,
    case: CaseName | None = None,
) -> DossierChanges:
    """Compare a dossier with the present evidence.

    Args:
        made: the dossier as it was built.
        then: the choices it was built with, as ``choices_of`` gave them; empty if not recorded.
        rows: the evidence, in the order of binding; rows of other dossiers are passed over.
        now: the choices that hold now.
        earlier: the contents that items had before, by their ids: a new version of an item, also
            under another title, is the same item.
        case: what is set for its case file now; None for a dossier that is no single indicator's.
    """
    present = [row for row in rows if row.goes_in and belongs(row, made)]
    bound = _bound_items(made)
    pairs = _paired(bound, present, earlier or {})
    matched = {id(row) for row in pairs.values()}
    differing = [(bound[n], row) for n, row in pairs.items() if not _same(bound[n], row)]
    changed = [row.title for item, row in differing if not _scanned(item, row)]
    scanned = [row.title for item, row in differing if _scanned(item, row)]
    places = {id(row): place for place, row in enumerate(present)}
    order = [places[id(row)] for row in pairs.values()]
    choices = choices_of(now, case)
    return DossierChanges(
        made.key,
        tuple(row.title for row in present if id(row) not in matched),
        tuple(changed),
        tuple(scanned),
        tuple(item[0].title for n, item in enumerate(bound) if n not in pairs),
        order != sorted(order),
        tuple(name for name in choices if name in then and then[name] != choices[name]),
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
    bound: Sequence[Sequence[BoundFile]],
    present: Sequence[EvidenceRow],
    earlier: Mapping[str, Collection[str]],
) -> dict[int, EvidenceRow]:
    """Which row each bound item is now: the same, or by its file, present or earlier, or title."""
    pairs: dict[int, EvidenceRow] = {}
    free = dict.fromkeys(range(len(present)))
    exact: dict[object, list[int]] = defaultdict(list)
    by_file: dict[object, list[int]] = defaultdict(list)
    by_title: dict[object, list[int]] = defaultdict(list)
    for place, row in enumerate(present):
        exact[row.main.sha256, row.title, row.unit].append(place)
        for sha256 in {row.main.sha256, *earlier.get(row.item, ())}:
            by_file[sha256, row.unit].append(place)
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


def _scanned(item: Sequence[BoundFile], row: EvidenceRow) -> bool:
    """True if a text document gave way to a scan of the same paper."""
    suffix = PurePath(item[0].name).suffix.lower()
    was_text = suffix in _OF_TEXTS and row.main.sha256 != item[0].sha256
    return was_text and row.main.file_type.kind in _OF_PAPER and _same_entry(item[0], row)


def _same_entry(first: BoundFile, row: EvidenceRow) -> bool:
    described = (first.title, first.doc_number, first.issuer, first.date)
    return described == (row.title, row.doc_number, row.issuer, row.date)


def _same(item: Sequence[BoundFile], row: EvidenceRow) -> bool:
    if not _same_entry(item[0], row) or item[0].origin != row.origin.text:
        return False
    shown = {file.sha256 for file in item}
    needed = {file.sha256 for file in (row.main, *row.attachments)}
    wanted = {file.sha256: file.bound_as for file in row.files}
    if any(file.bound_as not in {None, wanted.get(file.sha256)} for file in item):
        return False
    return needed <= shown <= {file.sha256 for file in row.files}
