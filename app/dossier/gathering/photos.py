"""Photos that share pages: those of one item, and items next to each other that are photos."""

import hashlib
import json
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath

from app.conversion.model import Outcome, PhotoEntry, Rendition, RenditionOrigin
from app.dossier.gathering.reading import EvidenceRow, StoredFile
from app.filekind import FileKind
from app.isolation import Done, Task, Workers
from app.jobs import JobContext, Progress
from app.originals import OriginalStore
from app.paths import make_inside
from app.replacing import replace_with

#: The stage that is reported: it is a conversion like the others.
STAGE = "convert"

#: So many photos make one PDF; more would only fill the memory.
_MOST = 8
_VERSION = "photos-2"
_SECONDS = 60.0
_SECONDS_PER_PHOTO = 10.0
#: So many headers are read in one go.
_CHUNK = 32

#: What stands on the sheets, in order, and their PDF: of one item the photos by their SHA-256, of
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


def photo_groups(
    rows: Sequence[EvidenceRow], photos: Collection[str], per_page: int
) -> list[tuple[EvidenceRow, ...]]:
    """Neighbouring items that are one photo each, as many as go on a page.

    Each remains an item with a row in the catalogue; only the page is shared. They lie under one
    point of one task and belong to one unit, so that no dossier holds some of them only. Evidence
    that lies in several places is bound once, and therefore keeps its page. ``photos`` are those
    that may share a page, by their SHA-256.
    """
    places = Counter(row.revision for row in rows)
    groups: list[list[EvidenceRow]] = []
    before: tuple[object, ...] | None = None
    for row in rows:
        if not row.goes_in:
            continue
        alone = places[row.revision] == 1 and len(row.files) == 1 and row.main.sha256 in photos
        place = (row.indicator, row.task_code, row.unit, row.point) if alone else None
        if place is not None and place == before and len(groups[-1]) < per_page:
            groups[-1].append(row)
        elif place is not None:
            groups.append([row])
        before = place
    return [tuple(group) for group in groups if len(group) > 1]


@dataclass(frozen=True, slots=True)
class ComposeOrder:
    """Photos to be put on sheets."""

    key: tuple[str, ...]
    photos: tuple[PhotoEntry, ...]
    per_page: int
    target: Path


def compose(order: ComposeOrder) -> None:
    """Write the sheets; to be run in a worker."""
    # Pillow and qpdf take their time to load, and the process that only orders needs neither.
    from app.conversion.pictures.photo_sheet import compose_photo_sheets

    # The workspace itself, whose cache this is, is not made anew where its disk was.
    make_inside(order.target.parents[3], order.target.parent)
    replace_with(
        order.target, lambda part: compose_photo_sheets(order.photos, order.per_page, part)
    )


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
    be composed keeps a page for each photo.

    Raises:
        Cancelled: what was composed by then is kept.
    """
    if per_page == 1:
        return {}
    photos = _photos_among(rows, outcomes, originals, workers, job)
    orders: dict[tuple[str, ...], ComposeOrder] = {}
    for row in rows:
        for run in photo_runs(row) if row.goes_in else ():
            if len(run) > 1 and all(file.sha256 in photos for file in run):
                order = _order(run, per_page, originals, cache_dir / _VERSION)
                orders[order.key] = order
    for group in photo_groups(rows, photos, per_page):
        order = _group_order(group, per_page, originals, cache_dir / _VERSION)
        orders[order.key] = order
    due = [order for order in orders.values() if not order.target.is_file()]
    tasks = [Task(order, _SECONDS + _SECONDS_PER_PHOTO * len(order.photos)) for order in due]
    failed = set()
    for done, (order, result) in enumerate(workers.run_each(compose, tasks, job), 1):
        job.report(Progress(STAGE, done, len(tasks), order.photos[0].caption))
        if not isinstance(result, Done):
            failed.add(order.key)
    return {
        key: Rendition(
            sha256=order.target.stem,
            path=order.target,
            page_count=-(-len(order.photos) // per_page),
            origin=RenditionOrigin.CONVERTED,
            converter=_VERSION,
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
    """The sound pictures of one page that are no scans: sheets to be read keep their pages."""
    contents = {
        file.sha256
        for row in rows
        if row.goes_in
        for file in row.files
        if file.file_type.kind is FileKind.IMAGE and _is_one_page(outcomes.get(file.sha256))
    }
    paths = {originals.path(sha256): sha256 for sha256 in sorted(contents)}
    tasks = [Task(path, _SECONDS_PER_PHOTO) for path in paths]
    return frozenset(
        paths[path]
        for path, result in workers.run_each(judge, tasks, job, chunk=_CHUNK)
        if isinstance(result, Done) and not result.value
    )


def _is_one_page(outcome: Outcome | None) -> bool:
    return isinstance(outcome, Rendition) and outcome.page_count == 1


def _order(
    run: Sequence[StoredFile], per_page: int, originals: OriginalStore, folder: Path
) -> ComposeOrder:
    photos = tuple(
        PhotoEntry(originals.path(file.sha256), PurePath(file.name).stem, file.file_type)
        for file in run
    )
    key = tuple(file.sha256 for file in run)
    return ComposeOrder(key, photos, per_page, _target(key, photos, per_page, folder))


def _group_order(
    group: Sequence[EvidenceRow], per_page: int, originals: OriginalStore, folder: Path
) -> ComposeOrder:
    photos = tuple(
        PhotoEntry(originals.path(row.main.sha256), row.title, row.main.file_type) for row in group
    )
    key = tuple(row.revision for row in group)
    contents = tuple(row.main.sha256 for row in group)
    return ComposeOrder(key, photos, per_page, _target(contents, photos, per_page, folder))


def _target(
    contents: Sequence[str], photos: Sequence[PhotoEntry], per_page: int, folder: Path
) -> Path:
    names = [[*contents], [photo.caption for photo in photos], per_page]
    name = hashlib.sha256(json.dumps(names).encode("utf-8")).hexdigest()
    return folder / name[:2] / f"{name}.pdf"
