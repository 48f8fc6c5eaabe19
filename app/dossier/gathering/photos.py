"""Photos that share pages: those of one item, and items next to each other that are photos."""

import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath

from app.conversion.model import Outcome, PhotoEntry, Rendition, RenditionOrigin
from app.dossier.gathering.reading import EvidenceRow, StoredFile
from app.filekind import FileKind
from app.isolation import Done, IsolatedCall, Workers
from app.jobs import JobContext, Progress
from app.names.photos import told_elements
from app.originals import OriginalStore
from app.paths import make_inside
from app.replacing import replace_with

#: The stage that is reported: it is a conversion like the others.
STAGE = "convert"

#: So many photos make one PDF; more would only fill the memory.
_MOST = 8
_VERSION, _DESCRIBED_VERSION = "photos-2", "described-photos-1"
_SECONDS = 60.0
_SECONDS_PER_PHOTO = 10.0
#: So many headers are read in one go.
_CHUNK = 32

#: What stands on the sheets, in order, and their PDF: of one item the photos by their keys, of
#: several items these by their revisions.
PhotoSheets = Mapping[tuple[str, ...], Rendition]


def photo_runs(row: EvidenceRow) -> list[tuple[StoredFile, ...]]:
    """The files of an item in order, neighbouring photos together."""
    runs: list[list[StoredFile]] = []
    for file in (row.main, *row.attachments):
        joins = (
            bool(runs)
            and len(runs[-1]) < _MOST
            and {file.file_type.kind, runs[-1][-1].file_type.kind} == {FileKind.IMAGE}
        )
        if joins:
            runs[-1].append(file)
        else:
            runs.append([file])
    return [tuple(run) for run in runs]


def runs_of(row: EvidenceRow, sheets: PhotoSheets) -> list[tuple[StoredFile, ...]]:
    """The files of an item in order, those together that stand on one PDF of sheets."""
    if not row.described:
        return photo_runs(row)
    files = (row.main, *row.attachments)
    runs: list[tuple[StoredFile, ...]] = []
    at = 0
    while at < len(files):
        tried = (files[at : at + long] for long in range(min(_MOST, len(files) - at), 1, -1))
        run = next((some for some in tried if sheet_key(row, some) in sheets), files[at : at + 1])
        runs.append(run)
        at += len(run)
    return runs


def sheet_key(row: EvidenceRow, run: Sequence[StoredFile]) -> tuple[str, ...]:
    """What names the sheets of photos of an item; what is noted is said of this item alone."""
    keys = tuple(file.key for file in run)
    return (row.revision, *keys) if row.described else keys


def photo_groups(
    rows: Sequence[EvidenceRow], photos: Collection[str], per_page: int
) -> list[tuple[EvidenceRow, ...]]:
    """Neighbouring items that are one photo each, as many as go on a page.

    Each remains an item with a row in the catalogue; only the page is shared. They lie under one
    point of one task and belong to one unit, so that no dossier holds some of them only. Evidence
    that lies in several places is bound once, and therefore keeps its page, and so does a picture
    of the web, above which stands where it was seen. ``photos`` are those that may share a page, by
    their keys. Photos with notes share a page with others of as many to a page that have some, too.
    """
    places = Counter(row.revision for row in rows)
    groups: list[list[EvidenceRow]] = []
    before: tuple[object, ...] | None = None
    for row in rows:
        if not row.goes_in:
            continue
        most = row.layout or per_page
        single = places[row.revision] == 1 and len(row.files) == 1 and not row.origin
        alone = single and row.main.key in photos
        place = (
            (row.indicator, row.task_code, row.unit, row.point, row.described, most)
            if alone
            else None
        )
        if place is not None and place == before and len(groups[-1]) < most:
            groups[-1].append(row)
        elif place is not None:
            groups.append([row])
        before = place
    return [tuple(group) for group in groups if len(group) > 1]


@dataclass(frozen=True, slots=True)
class ComposeOrder:
    """Photos to be put on sheets; ``described``: with their elements below them."""

    key: tuple[str, ...]
    photos: tuple[PhotoEntry, ...]
    per_page: int
    target: Path
    described: bool = False


def compose(order: ComposeOrder) -> None:
    """Write the sheets; to be run in a worker."""
    # Pillow and qpdf take their time to load, and the process that only orders needs neither.
    from app.conversion.pictures.described_sheet import compose_described_sheets
    from app.conversion.pictures.photo_sheet import compose_photo_sheets

    composed = compose_described_sheets if order.described else compose_photo_sheets
    # The workspace itself, whose cache this is, is not made anew where its disk was.
    make_inside(order.target.parents[3], order.target.parent)
    replace_with(order.target, lambda part: composed(order.photos, order.per_page, part))


def judge(path: Path) -> bool:
    """Say whether a picture is the scan of a sheet; to be run in a worker."""
    from app.conversion.pictures.photo_sheet import is_scan

    return is_scan(path)


def share_pages(
    rows: Sequence[EvidenceRow],
    outcomes: Mapping[str, Outcome],
    per_page: int,
    originals: OriginalStore,
    cache_dir: Path,
    workers: Workers,
    job: JobContext,
) -> dict[tuple[str, ...], Rendition]:
    """Put the photos of each item, and neighbouring items that are photos, on shared pages.

    ``rows`` are in the order in which they are bound. Only sound photos share pages; what cannot
    be composed keeps a page for each photo. Photos of which something was noted stand on sheets
    with what is known of them, also where each has a page.

    Raises:
        Cancelled: what was composed by then is kept.
    """
    rows = [row for row in rows if row.goes_in]
    sharing = [row for row in rows if row.described or per_page > 1]
    if not sharing:
        return {}
    photos = _photos_among(sharing, outcomes, originals, workers, job)
    orders: dict[tuple[str, ...], ComposeOrder] = {}
    groups = photo_groups(rows, photos, per_page)
    for group in groups:
        order = _group_order(group, per_page, originals, cache_dir)
        orders[order.key] = order
    grouped = {row.revision for group in groups for row in group}
    for row in sharing:
        if row.described and row.revision not in grouped:
            for order in _described_orders(row, photos, per_page, originals, cache_dir):
                orders[order.key] = order
            continue
        for run in () if row.described or row.origin else photo_runs(row):
            if len(run) > 1 and all(file.key in photos for file in run):
                order = _order(run, per_page, originals, cache_dir / _VERSION)
                orders[order.key] = order
    due = [order for order in orders.values() if not order.target.is_file()]
    tasks = [
        IsolatedCall(order, _SECONDS + _SECONDS_PER_PHOTO * len(order.photos)) for order in due
    ]
    failed = set()
    for done, (order, result) in enumerate(workers.run_each(compose, tasks, job), 1):
        job.report(Progress(STAGE, done, len(tasks), order.photos[0].caption))
        if not isinstance(result, Done):
            failed.add(order.key)
    return {
        key: Rendition(
            sha256=order.target.stem,
            path=order.target,
            page_count=-(-len(order.photos) // order.per_page),
            origin=RenditionOrigin.CONVERTED,
            converter=_DESCRIBED_VERSION if order.described else _VERSION,
        )
        for key, order in orders.items()
        if key not in failed
    }


def _photos_among(
    rows: Iterable[EvidenceRow],
    outcomes: Mapping[str, Outcome],
    originals: OriginalStore,
    workers: Workers,
    job: JobContext,
) -> frozenset[str]:
    """The sound pictures of one page that are no scans: sheets to be read keep their pages.

    So do pictures whose page was set up, unless they are only turned. Where a person chose how
    many share a page, all pictures of the item are photos.
    """
    chosen: set[str] = set()
    keys: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        for file in row.files if row.goes_in else ():
            as_it_is = not file.pages.arranges or file.pages.only_turned
            if (
                file.file_type.kind is FileKind.IMAGE
                and as_it_is
                and _is_one_page(outcomes.get(file.key))
            ):
                if row.layout is None:
                    keys[file.sha256].add(file.key)
                else:
                    chosen.add(file.key)
    paths = {originals.path(sha256): sha256 for sha256 in sorted(keys)}
    tasks = [IsolatedCall(path, _SECONDS_PER_PHOTO) for path in paths]
    return frozenset(chosen).union(
        key
        for path, result in workers.run_each(judge, tasks, job, chunk=_CHUNK)
        if isinstance(result, Done) and not result.value
        for key in keys[paths[path]]
    )


def _is_one_page(outcome: Outcome | None) -> bool:
    return isinstance(outcome, Rendition) and outcome.page_count == 1


def _order(
    run: Sequence[StoredFile], per_page: int, originals: OriginalStore, folder: Path
) -> ComposeOrder:
    photos = tuple(_entry(originals, file, PurePath(file.name).stem) for file in run)
    key = tuple(file.key for file in run)
    return ComposeOrder(key, photos, per_page, _target(key, photos, per_page, folder))


def _group_order(
    group: Sequence[EvidenceRow], per_page: int, originals: OriginalStore, folder: Path
) -> ComposeOrder:
    described = group[0].described
    per_page = group[0].layout or per_page
    photos = tuple(_entry(originals, row.main, row.title, described=described) for row in group)
    key = tuple(row.revision for row in group)
    contents = tuple(row.main.key for row in group)
    folder = folder / (_DESCRIBED_VERSION if described else _VERSION)
    target = _target(contents, photos, per_page, folder)
    return ComposeOrder(key, photos, per_page, target, described)


def _described_orders(
    row: EvidenceRow,
    photos: Collection[str],
    per_page: int,
    originals: OriginalStore,
    folder: Path,
) -> Iterator[ComposeOrder]:
    """The sheets of an item whose photos are described; what is no photo parts them."""
    per_page = row.layout or per_page
    files = (row.main, *row.attachments)
    standing = [number for number, file in enumerate(files) if file.key in photos]
    count = len(standing)
    runs: list[list[int]] = []
    for number in standing:
        if runs and runs[-1][-1] == number - 1 and len(runs[-1]) < _MOST:
            runs[-1].append(number)
        else:
            runs.append([number])
    for run in runs:
        entries = tuple(
            _entry(
                originals,
                files[number],
                row.title if len(files) == 1 else PurePath(files[number].name).stem,
                described=True,
                number=standing.index(number) + 1 if count > 1 else 0,
            )
            for number in run
        )
        some = [files[number] for number in run]
        contents = [file.key for file in some]
        target = _target(contents, entries, per_page, folder / _DESCRIBED_VERSION)
        yield ComposeOrder(sheet_key(row, some), entries, per_page, target, described=True)


def _entry(
    originals: OriginalStore,
    file: StoredFile,
    caption: str,
    *,
    described: bool = False,
    number: int = 0,
) -> PhotoEntry:
    path, turn = originals.path(file.sha256), file.pages.turn_of(1)
    if not described:
        return PhotoEntry(path, caption, file.file_type, turn)
    known = file.note.over(file.guess)
    details = tuple(told_elements(known))
    return PhotoEntry(
        path, caption, file.file_type, turn, number, details, told_last=bool(known.words)
    )


def _target(
    contents: Sequence[str], photos: Sequence[PhotoEntry], per_page: int, folder: Path
) -> Path:
    names: list[object] = [[*contents], [photo.caption for photo in photos], per_page]
    if any(photo.details or photo.number for photo in photos):
        names.append([[photo.number, *photo.details] for photo in photos])
    name = hashlib.sha256(json.dumps(names).encode("utf-8")).hexdigest()
    return folder / name[:2] / f"{name}.pdf"
