"""Reading scanned pages in the workers, one page at a time."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from app.answer_sheets.assembling import assemble
from app.answer_sheets.judging import judge_box
from app.answer_sheets.layout import SheetLayout
from app.answer_sheets.model import (
    BoxReading,
    PageReading,
    Refusal,
    RefusedPage,
    ScanLedger,
    ScanPage,
)
from app.isolation import Done, IsolatedCall, Workers
from app.jobs import JobContext, Progress
from app.sheets.page import Page

#: The stage that is reported.
STAGE = "read_sheets"

_SECONDS_TO_COUNT = 60.0
_SECONDS_PER_PAGE = 60.0


@dataclass(frozen=True, slots=True)
class ReadOrder:
    """A page to read; can be sent to a worker. The layout's own pages are empty."""

    scan: ScanPage
    layout: SheetLayout


def read_scans(
    paths: Sequence[Path], layout: SheetLayout, workers: Workers, job: JobContext
) -> ScanLedger:
    """Read all pages of scan files (PDF, JPEG, PNG, TIFF) as sheets of one series.

    Every page of every file is in the result, read or refused.

    Raises:
        Cancelled: nothing was changed.
        WorkersNotStarted, MemoryShort: no process could be started.
    """
    scans, refused = _pages(paths, workers, job)
    plain = replace(layout, pages=tuple(Page() for _ in layout.pages))
    tasks = [IsolatedCall(ReadOrder(scan, plain), _SECONDS_PER_PAGE) for scan in scans]
    results: dict[ScanPage, PageReading | RefusedPage] = {page.scan: page for page in refused}
    for done, (order, result) in enumerate(workers.run_each(read_page, tasks, job), 1):
        if isinstance(result, Done):
            results[order.scan] = result.value
        else:
            results[order.scan] = RefusedPage(
                order.scan, Refusal.UNREADABLE, detail=type(result).__name__
            )
        job.report(Progress(STAGE, done, len(tasks), order.scan.path.name))
    place = {path: number for number, path in enumerate(paths)}
    ordered = sorted(results, key=lambda scan: (place[scan.path], scan.place))
    return assemble(layout, [results[scan] for scan in ordered])


def read_page(order: ReadOrder) -> PageReading | RefusedPage:
    """Read one page; to be run in a worker."""
    from app.answer_sheets.locating import NotLocated, locate
    from app.answer_sheets.measuring import NotAligned, TooPale, measure
    from app.answer_sheets.opening import PageUnreadable, open_scan_page

    scan, layout = order.scan, order.layout
    try:
        image = open_scan_page(scan.path, scan.place)
    except (PageUnreadable, OSError) as error:
        return RefusedPage(scan, Refusal.UNREADABLE, detail=str(error))
    located = locate(image)
    if isinstance(located, NotLocated):
        code = located.code
        if code is None:
            return RefusedPage(scan, located.reason)
        return RefusedPage(scan, located.reason, code.number, code.page)
    code = located.code
    refuse: Callable[[Refusal], RefusedPage] = lambda reason: RefusedPage(  # noqa: E731
        scan, reason, code.number, code.page
    )
    if code.series != layout.series:
        return refuse(Refusal.OTHER_SERIES)
    if code.page > len(layout.pages):
        return refuse(Refusal.NO_SUCH_PAGE)
    boxes = layout.boxes_on(code.page)
    try:
        measured = measure(image, located, boxes)
    except TooPale:
        return refuse(Refusal.TOO_PALE)
    except NotAligned:
        return refuse(Refusal.NOT_ALIGNED)
    readings = []
    for box, ink in zip(boxes, measured.inks, strict=True):
        verdict, doubt = judge_box(ink)
        readings.append(BoxReading(box.question, box.option, ink.inside, verdict, doubt))
    transform = tuple(float(one) for one in measured.matrix.reshape(-1))
    return PageReading(scan, code.series, code.number, code.page, transform, tuple(readings))


def count_pages(path: Path) -> int | None:
    """The pages of a scan file, or None if it cannot be opened; to be run in a worker."""
    from app.answer_sheets.opening import PageUnreadable, count_scan_pages

    try:
        return count_scan_pages(path)
    except (PageUnreadable, OSError):
        return None


def _pages(
    paths: Sequence[Path], workers: Workers, job: JobContext
) -> tuple[list[ScanPage], list[RefusedPage]]:
    """The pages of all files; a file that does not open counts as one page that was refused."""
    scans: list[ScanPage] = []
    refused: list[RefusedPage] = []
    tasks = [IsolatedCall(path, _SECONDS_TO_COUNT) for path in dict.fromkeys(paths)]
    for path, result in workers.run_each(count_pages, tasks, job):
        count = result.value if isinstance(result, Done) else None
        if count:
            scans += (ScanPage(path, place) for place in range(count))
        else:
            detail = "" if isinstance(result, Done) else type(result).__name__
            refused.append(RefusedPage(ScanPage(path, 0), Refusal.UNREADABLE, detail=detail))
    return scans, refused
