"""Pages as a person set them up: made from the pages that conversion gave, kept in the cache."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from app.conversion.limits import problem_of, seconds_for
from app.conversion.model import (
    ConversionSettings,
    Failure,
    Outcome,
    Rendition,
    RenditionOrigin,
    Source,
    SourceBookmark,
)
from app.isolation import Done, IsolatedCall, Workers
from app.jobs import JobContext, Progress
from app.page_setup import PageSetup, told_pages
from app.paths import make_inside
from app.problems import Problem, ProblemKind

#: The folder in the cache; a change of how pages are written makes a new number.
FOLDER = "pages-1"
#: The stage that is reported: it is a conversion like the others.
STAGE = "convert"

_SECONDS_PER_PAGE = 0.5


@dataclass(frozen=True, slots=True)
class SetUpOrder:
    """Pages to be written; can be sent to a worker."""

    source: Path
    target: Path
    setup: PageSetup


def write_pages(order: SetUpOrder) -> None:
    """Carry out an order; to be run in a worker."""
    # qpdf takes its time to load, and the process that only orders needs none of it.
    from app.conversion.page_writing import write

    write(order.source, order.target, order.setup)


def set_up(
    sources: Iterable[Source],
    plain: Mapping[str, Outcome],
    cache_dir: Path,
    workers: Workers,
    settings: ConversionSettings,
    job: JobContext,
) -> dict[str, Outcome]:
    """The outcome of each source that has a setup, by ``Source.key``.

    ``plain`` are the outcomes of the same sources without one.

    Raises:
        Cancelled: what was written by then is kept.
    """
    found: dict[str, Outcome] = {}
    due: dict[Path, tuple[SetUpOrder, Source]] = {}
    for source in sources:
        if not source.pages.arranges or source.key in found:
            continue
        base = plain[source.plain.key]
        if isinstance(base, Failure):
            found[source.key] = base
            continue
        made = as_set_up(source, base, cache_dir)
        found[source.key] = made
        if made.path != base.path and not made.path.is_file():
            due[made.path] = SetUpOrder(base.path, made.path, source.pages), source
    tasks = []
    for order, source in due.values():
        make_inside(cache_dir.parent, order.target.parent)
        seconds = seconds_for(source.size, settings) + _SECONDS_PER_PAGE * source.pages.of
        tasks.append(IsolatedCall(order, seconds))
    failed: dict[Path, Problem] = {}
    for done, (order, result) in enumerate(workers.run_each(write_pages, tasks, job), 1):
        source = due[order.target][1]
        job.report(Progress(STAGE, done, len(tasks), source.name))
        if not isinstance(result, Done):
            failed[order.target] = problem_of(result, source)
    for key, outcome in found.items():
        if isinstance(outcome, Rendition) and outcome.path in failed:
            found[key] = Failure(outcome.sha256, failed[outcome.path])
    return found


def as_set_up(source: Source, base: Rendition, cache_dir: Path) -> Rendition:
    """What the pages of a rendition become; its file may still have to be written.

    Pages that are no longer those that were set up are bound as they are, and that is told.
    """
    setup = source.pages
    if base.page_count != setup.of:
        note = Problem(ProblemKind.PAGE_SETUP_STALE, {"then": setup.of, "now": base.page_count})
        return replace(base, notes=(*base.notes, note))
    notes = base.notes
    if setup.bound:
        chosen: dict[str, str | int] = {
            "pages": told_pages(setup.bound),
            "count": setup.of,
            "reason": setup.reason,
        }
        notes = (*notes, Problem(ProblemKind.PAGES_CHOSEN, chosen))
    kept = {page - 1: place for place, page in enumerate(setup.shown)}
    marks = [
        SourceBookmark(mark.title, kept[mark.page], mark.level)
        for mark in base.bookmarks
        if mark.page in kept
    ]
    origin = base.origin
    return replace(
        base,
        path=_target(base, setup, cache_dir),
        page_count=len(kept),
        origin=RenditionOrigin.REPAIRED if origin is RenditionOrigin.ORIGINAL else origin,
        bookmarks=_without_gaps(marks),
        notes=notes,
    )


def _without_gaps(marks: list[SourceBookmark]) -> tuple[SourceBookmark, ...]:
    """Lift bookmarks whose parent was left out."""
    lifted: list[SourceBookmark] = []
    depths: list[int] = []
    for mark in marks:
        while depths and depths[-1] >= mark.level:
            depths.pop()
        lifted.append(replace(mark, level=len(depths)))
        depths.append(mark.level)
    return tuple(lifted)


def _target(base: Rendition, setup: PageSetup, cache_dir: Path) -> Path:
    """Named after the content, so that wiping a content takes it along."""
    state = base.path.stat()
    what = f"{base.path.name}\n{base.converter}\n{state.st_size}\n{setup.pages_key}"
    mark = hashlib.sha256(what.encode("utf-8")).hexdigest()[:12]
    return cache_dir / FOLDER / base.sha256[:2] / f"{base.sha256}-{mark}.pdf"
