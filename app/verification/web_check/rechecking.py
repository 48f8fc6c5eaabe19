"""Re-check of kept pages: are their addresses still there, and do they still say the same?"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import zip_longest
from pathlib import Path
from urllib.parse import unquote, urlsplit

from app.capture.addresses import whole_address
from app.capture.capturing import Plan, capture_each
from app.capture.model import Capture, Fault, FileRole, Order, Refusal
from app.evidence.listing import FiledRow, list_filed
from app.evidence.text_difference import DiffKind, DiffLine, Side, TextDifference
from app.evidence.text_reading import compare_sides
from app.filekind import FileKind
from app.filetypes import sniff
from app.isolation import Done, Workers
from app.jobs import JobContext, Progress
from app.verification.web_check.capturing import demand_browsers, demand_network
from app.workroom import workroom
from app.workspace.opening import Workspace

_SECONDS = 30.0
#: From this status on an answer is no page that was published.
_ERRORS_FROM = 400
_DEAD = {
    Fault.NAME_UNKNOWN,
    Fault.NOT_REACHED,
    Fault.NO_ANSWER,
    Fault.NO_CONTENT,
    Fault.ENDLESS_REDIRECTS,
}
#: Lines that differ each time a page is opened and say nothing of it.
_PASSING = re.compile(
    r"(?:浏览|阅读|访问|点击|在线|您是第|来访).{0,12}\d|今天是|现在是|当前时间|北京时间|农历"
    r"|^\s*20\d\d\s*[年/.-]\s*\d{1,2}\s*[月/.-]\s*\d{1,2}\s*日?\s*(?:星期.)?\s*(?:\d{1,2}:\d\d(?::\d\d)?)?\s*$"
)


class Standing(StrEnum):
    """How a kept page stands now, the worst first."""

    DEAD = "dead"
    CHANGED = "changed"
    MOVED = "moved"
    NOT_CHECKED = "not_checked"
    NOT_COMPARED = "not_compared"
    SAME = "same"


#: What puts an indicator at risk.
AT_RISK = frozenset({Standing.DEAD, Standing.CHANGED, Standing.MOVED})


@dataclass(frozen=True, slots=True)
class KeptPage:
    """An item that was seen at an address, and the indicators that it lies under.

    ``final`` is where it was seen in the end.
    """

    item: str
    title: str
    number: str
    address: str
    final: str
    seen_at: str
    kind: FileKind
    sha256: str
    file_name: str
    indicators: tuple[str, ...]
    units: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rechecked:
    """What became of a kept page.

    Attributes:
        page: the page.
        standing: how it stands.
        capture: what the address gives now.
        lines: which words went and came, with a little around them.
    """

    page: KeptPage
    standing: Standing
    capture: Capture
    lines: tuple[DiffLine, ...] = ()


@dataclass(frozen=True, slots=True)
class PagePair:
    """A kept file and the one that the address gives now; travels to a worker."""

    old: Path
    old_name: str
    new: Path


def kept_pages(
    workspace: Workspace, wanted: Callable[[FiledRow], bool] = lambda _row: True
) -> tuple[KeptPage, ...]:
    """The items with an address, each once; those at a place that is ``wanted``."""
    with workspace.reading() as session:
        rows = [row for row in list_filed(session) if row.origin.address]
    chosen = {row.item for row in rows if wanted(row)}
    pages: dict[str, KeptPage] = {}
    for row in rows:
        address = whole_address(row.origin.address)
        if row.item not in chosen or isinstance(address, Refusal):
            continue
        page = pages.get(row.item) or KeptPage(
            row.item,
            row.title,
            row.number,
            address,
            row.origin.final_address or address,
            row.origin.moment,
            row.kind,
            row.sha256,
            row.file_name,
            (),
            (),
        )
        pages[row.item] = replace(
            page,
            indicators=tuple(dict.fromkeys((*page.indicators, row.indicator))),
            units=tuple(dict.fromkeys((*page.units, row.unit))),
        )
    return tuple(pages.values())


def recheck(
    workspace: Workspace,
    workers: Workers,
    pages: Sequence[KeptPage],
    job: JobContext,
    *,
    chosen: str = "",
    done: Callable[[Rechecked], object] = lambda _one: None,
) -> tuple[Rechecked, ...]:
    """Open every address again and compare what it says; nothing is stored.

    Raises:
        CannotCapture, BrowserUnknown: there is no browser, or no network.
        Cancelled: somebody pressed cancel.
    """
    browsers = demand_browsers(chosen)
    addresses = list(dict.fromkeys(page.address for page in pages))
    orders = [Order(address) for address in addresses]
    demand_network(orders)
    found: list[Rechecked] = []
    with workroom() as room:
        formats = frozenset({FileRole.PAGE})
        plan = Plan(room, room=room, check=job.check_cancelled, formats=formats)
        job.report(Progress("recheck", 0, len(orders)))
        for number, capture in enumerate(capture_each(orders, browsers, plan), 1):
            for page in (page for page in pages if page.address == capture.asked):
                one = _judged(workspace, workers, page, capture, room, job)
                found.append(one)
                done(one)
            job.report(Progress("recheck", number, len(orders), capture.asked))
    return tuple(sorted(found, key=lambda one: list(Standing).index(one.standing)))


def _judged(
    workspace: Workspace,
    workers: Workers,
    page: KeptPage,
    capture: Capture,
    folder: Path,
    job: JobContext,
) -> Rechecked:
    if capture.fault is not None or capture.status >= _ERRORS_FROM:
        return Rechecked(page, standing_of(page, capture, None), capture)
    new = capture.file(FileRole.PAGE) or capture.file(FileRole.DOWNLOAD)
    difference = TextDifference(readable=False)
    if new is not None and new.sha256 == page.sha256:
        difference = TextDifference(readable=True)
    elif new is not None and (page.kind is FileKind.PDF) == (new.role is FileRole.DOWNLOAD):
        pair = PagePair(workspace.originals.path(page.sha256), page.file_name, folder / new.name)
        result = workers.run(compare_pages, pair, _SECONDS, job)
        difference = result.value if isinstance(result, Done) else difference
    lines = lasting(difference.lines)
    standing = standing_of(page, capture, bool(lines) if difference.readable else None)
    return Rechecked(page, standing, capture, lines)


def standing_of(page: KeptPage, capture: Capture, changed: bool | None) -> Standing:  # noqa: FBT001
    """How a page stands; ``changed`` is None where the words could not be compared."""
    if capture.fault in _DEAD or (capture.fault is None and capture.status >= _ERRORS_FROM):
        return Standing.DEAD
    if capture.fault is not None:
        return Standing.NOT_CHECKED
    if changed:
        return Standing.CHANGED
    if comparable(capture.final) not in {comparable(page.final), comparable(page.address)}:
        return Standing.MOVED
    return Standing.NOT_COMPARED if changed is None else Standing.SAME


def compare_pages(pair: PagePair) -> TextDifference:
    """Compare what two files say; meant for a worker."""
    files = ((pair.old, pair.old_name), (pair.new, pair.new.name))
    return compare_sides([Side(p, sniff(p, name), p.stat().st_size) for p, name in files])


def lasting(lines: Iterable[DiffLine]) -> tuple[DiffLine, ...]:
    """The differences without lines that change each time, as counters of visitors; or none."""
    changes = {DiffKind.GONE, DiffKind.NEW}
    kept = [line for line in lines if not (line.kind in changes and _PASSING.search(line.text))]
    return tuple(kept) if any(line.kind in changes for line in kept) else ()


def beside(lines: Sequence[DiffLine]) -> tuple[tuple[DiffLine | None, DiffLine | None], ...]:
    """Differences as rows of two columns: how it was, and how it is."""
    rows: list[tuple[DiffLine | None, DiffLine | None]] = []
    gone: list[DiffLine] = []
    new: list[DiffLine] = []

    def flush() -> None:
        rows.extend(zip_longest(gone, new))
        gone.clear()
        new.clear()

    for line in lines:
        if line.kind is DiffKind.GONE:
            if new:
                flush()
            gone.append(line)
        elif line.kind is DiffKind.NEW:
            new.append(line)
        else:
            flush()
            rows.append((line, line))
    flush()
    return tuple(rows)


def at_risk(found: Iterable[Rechecked]) -> tuple[str, ...]:
    """The indicators with a page that is dead, changed or moved, each once."""
    codes = (code for one in found if one.standing in AT_RISK for code in one.page.indicators)
    return tuple(dict.fromkeys(codes))


def comparable(address: str) -> str:
    """An address without what says nothing of the page: scheme, ``www.``, fragment, last slash."""
    parts = urlsplit(address.strip())
    host = (parts.hostname or "").removeprefix("www.")
    port = f":{parts.port}" if parts.port not in {None, 80, 443} else ""
    path = unquote(parts.path).rstrip("/")
    query = f"?{unquote(parts.query)}" if parts.query else ""
    return f"{host}{port}{path}{query}"
