"""How large the dossiers would become, from what is known already; converts nothing."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from app.conversion.model import Rendition
from app.conversion.service import ConversionService
from app.dossier.gathering.reading import EvidenceRow
from app.dossier.gathering.resolving import find_sources
from app.dossier_options import DossierOptions, Scope
from app.originals import OriginalStore

#: Rows of the catalogue on a page, by experience with titles of usual length.
_ROWS_A_PAGE = 14
#: Cover, indicator sheet and end sheet.
_FRAME = 3


@dataclass(frozen=True, slots=True)
class SizedRow:
    """A row of the evidence with its pages; ``unknown`` counts files never converted so far."""

    indicator: str
    task_code: str
    method: str
    unit: str
    pages: int
    unknown: int
    size: int


@dataclass(frozen=True, slots=True)
class Estimate:
    """What a compile would come to.

    Attributes:
        dossiers: how many dossiers.
        volumes: how many volumes.
        pages: numbered pages that are known.
        unknown: files whose pages nobody has counted yet; they are not in ``pages``.
        sheets: pages that are printed around them: covers, catalogues, dividers.
        size: bytes of the originals.
    """

    dossiers: int
    volumes: int
    pages: int
    unknown: int
    sheets: int
    size: int


def size_rows(
    rows: Iterable[EvidenceRow], originals: OriginalStore, conversion: ConversionService
) -> tuple[SizedRow, ...]:
    """Look up what is known of each row's pages; reads indexes, opens no document."""
    present = [row for row in rows if row.goes_in]
    sources, _gone = find_sources(present, originals)
    known = conversion.known(sources)
    return tuple(_sized(row, known) for row in present)


def estimate(rows: Iterable[SizedRow], options: DossierOptions) -> Estimate:
    """Add up what the options cover; pure and quick enough for every key stroke."""
    codes, units = set(options.indicators), set(options.units)
    groups: dict[str, list[SizedRow]] = defaultdict(list)
    for row in rows:
        if (not codes or row.indicator in codes) and (not units or row.unit in units):
            groups[_key(row, options.scope)].append(row)
    volumes = sheets = 0
    for group in groups.values():
        parts = 1 if options.scope is Scope.COMBINED else _volumes(group, options.volume_limit)
        volumes += parts
        dividers = len({(row.indicator, row.task_code) for row in group})
        indicators = len({row.indicator for row in group})
        catalogue = -(-len(group) // _ROWS_A_PAGE) + parts - 1
        own = _FRAME * parts + indicators - 1 + catalogue + dividers
        sheets += own * 2 if options.duplex_blanks else own
    found = [row for group in groups.values() for row in group]
    return Estimate(
        dossiers=len(groups),
        volumes=volumes,
        pages=sum(row.pages for row in found),
        unknown=sum(row.unknown for row in found),
        sheets=sheets,
        size=sum(row.size for row in found),
    )


def _sized(row: EvidenceRow, known: Mapping[str, Rendition | None]) -> SizedRow:
    pages = unknown = 0
    for file in (row.main, *row.attachments):
        if file.key not in known:
            unknown += 1
        elif rendition := known[file.key]:
            pages += rendition.page_count
        else:
            pages += 1  # a placeholder sheet
    size = sum(file.size for file in row.files)
    return SizedRow(row.indicator, row.task_code, row.method, row.unit, pages, unknown, size)


def _volumes(rows: Sequence[SizedRow], limit: int) -> int:
    return sum(1 for _ in _starts(rows, limit))


def _starts(rows: Sequence[SizedRow], limit: int) -> Iterator[int]:
    """Where volumes begin: items stay whole, so a volume ends before the one too many."""
    filled = None
    for number, row in enumerate(rows):
        if filled is None or filled + row.pages > limit:
            yield number
            filled = 0
        filled += row.pages


def _key(row: SizedRow, scope: Scope) -> str:
    match scope:
        case Scope.INDICATOR:
            return row.indicator
        case Scope.UNIT:
            return row.unit
        case Scope.METHOD:
            return row.method
        case Scope.COMBINED:
            return ""
