"""Photos of one item that share pages: composed once, kept in the cache."""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath

from app.conversion.model import Outcome, Rendition, RenditionOrigin
from app.conversion.photo_sheet import PhotoEntry, compose_photo_sheets
from app.dossier.files import replace_with
from app.dossier.reading import EvidenceRow, StoredFile
from app.filekind import FileKind
from app.isolation import Done, Task, Workers
from app.jobs import JobContext, Progress
from app.originals import OriginalStore

#: The stage that is reported: it is a conversion like the others.
STAGE = "convert"

#: So many photos make one PDF; more would only fill the memory.
_MOST = 8
_VERSION = "photos-1"
_SECONDS = 60.0
_SECONDS_PER_PHOTO = 10.0

#: SHA-256 of the photos in order, and the PDF of their sheets.
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


@dataclass(frozen=True, slots=True)
class ComposeOrder:
    """Photos to be put on sheets."""

    key: tuple[str, ...]
    photos: tuple[PhotoEntry, ...]
    per_page: int
    target: Path


def compose(order: ComposeOrder) -> None:
    """Write the sheets; to be run in a worker."""
    order.target.parent.mkdir(parents=True, exist_ok=True)
    replace_with(
        order.target, lambda part: compose_photo_sheets(order.photos, order.per_page, part)
    )


def share_pages(
    rows: Iterable[EvidenceRow],
    outcomes: Mapping[str, Outcome],
    per_page: int,
    originals: OriginalStore,
    cache_dir: Path,
    workers: Workers,
    job: JobContext,
) -> dict[tuple[str, ...], Rendition]:
    """Put the photos of each item on shared pages, where all of them are sound.

    What cannot be composed keeps a page for each photo.

    Raises:
        Cancelled: what was composed by then is kept.
    """
    if per_page == 1:
        return {}
    orders: dict[tuple[str, ...], ComposeOrder] = {}
    for row in rows:
        for run in photo_runs(row) if row.goes_in else ():
            if len(run) > 1 and all(_is_one_page(outcomes.get(file.key)) for file in run):
                order = _order(run, per_page, originals, cache_dir / _VERSION)
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
    names = [[*key], [photo.caption for photo in photos], per_page]
    name = hashlib.sha256(json.dumps(names).encode("utf-8")).hexdigest()
    return ComposeOrder(key, photos, per_page, folder / name[:2] / f"{name}.pdf")
