"""Captures for people who watch: one job with progress and cancel, and errors of the house."""

from collections.abc import Callable, Sequence
from pathlib import Path

from app.capture.addresses import host_of, is_private
from app.capture.browsers import find_browsers
from app.capture.capturing import Plan, capture_each
from app.capture.gateway import has_network
from app.capture.model import Capture, Fault, Installed, Order
from app.capture.record import RECORD_NAME, RecordDamaged
from app.jobs import JobContext, Progress
from app.verification.web_check.capture_errors import (
    BrowserUnknown,
    CannotCapture,
    EarlierCapturesDamaged,
)
from app.verification.web_check.capture_lists import earlier_captures, next_number, write_lists
from app.workroom import workroom


def demand_browsers(chosen: str = "") -> tuple[Installed, ...]:
    """The browsers of this computer.

    Raises:
        CannotCapture: there is none.
        BrowserUnknown: the one that was named is not there.
    """
    browsers = find_browsers(chosen)
    if not browsers and chosen:
        raise BrowserUnknown(chosen)
    if not browsers:
        raise CannotCapture(Fault.NO_BROWSER)
    return browsers


def demand_network(orders: Sequence[Order]) -> None:
    """Raise ``CannotCapture`` if an address lies outside and this computer has no network."""
    if not has_network() and not all(_lies_here(order.address) for order in orders):
        raise CannotCapture(Fault.NO_NETWORK)


def capture_orders(
    orders: Sequence[Order],
    folder: Path,
    job: JobContext,
    *,
    chosen: str = "",
    done: Callable[[Capture], object] = lambda _capture: None,
) -> tuple[Capture, ...]:
    """Capture every address into the folder, with a record and lists of them there.

    A folder that has such a record goes on with it.

    ``done`` hears of each as it comes. If somebody cancels, what was captured before stays, and
    is listed.

    Raises:
        CannotCapture, BrowserUnknown: there is no browser, or no network.
        EarlierCapturesDamaged: the folder's earlier record is damaged.
        Cancelled: see above.
        OSError: the folder cannot be written.
    """
    browsers = demand_browsers(chosen)
    demand_network(orders)
    folder.mkdir(parents=True, exist_ok=True)
    try:
        earlier = earlier_captures(folder)
    except RecordDamaged:
        raise EarlierCapturesDamaged(RECORD_NAME) from None
    made: list[Capture] = []

    def report() -> None:
        at = min(len(made), len(orders) - 1)
        job.report(Progress("capture", len(made), len(orders), orders[at].address))

    with workroom() as room:
        first = next_number(folder)
        plan = Plan(folder, room=room, check=job.check_cancelled, first=first)
        report()
        try:
            for capture in capture_each(orders, browsers, plan):
                made.append(capture)
                done(capture)
                report()
        finally:
            if made:
                write_lists(folder, [*earlier, *made])
    return tuple(made)


def _lies_here(address: str) -> bool:
    """True if no other network is needed to reach the address."""
    host = host_of(address)
    try:
        return is_private(host)
    except ValueError:
        return host == "localhost" or "." not in host
