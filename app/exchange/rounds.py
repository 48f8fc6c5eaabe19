"""Many packages at once: a failure is noted in the ledger and never stops the rest."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from app.errors import JuanzongError
from app.exchange.receiving import MergeReport
from app.exchange.sending import Packed
from app.exchange.service import ExchangeService, PackRequest, group_parts
from app.identity.errors import KeyOfAnotherPartner
from app.jobs import Cancelled, JobContext
from app.paths import extended
from models.exchange import OFFICE

_Result = TypeVar("_Result")
_Thing = TypeVar("_Thing")


@dataclass(frozen=True)
class PackageOutcome:
    """A package for a unit (None: for the office): made, failed, or not begun any more."""

    unit: str | None
    packed: Packed | None = None
    error: JuanzongError | None = None


@dataclass(frozen=True)
class Arrival:
    """A package that came in, by its files: looked at or merged, refused, or not begun any more.

    ``trust`` is the fingerprint that a person compared, where one had to; ``known`` the one that
    was confirmed of this sender before.
    """

    paths: tuple[Path, ...]
    report: MergeReport | None = None
    error: JuanzongError | None = None
    trust: str | None = None
    known: str = ""


def pack_each(
    exchange: ExchangeService, request: PackRequest, units: Iterable[str | None], job: JobContext
) -> tuple[PackageOutcome, ...]:
    """Make a package for each unit; the ledger has an entry for every one, cancelled or not."""

    def make(unit: str | None) -> Packed:
        return exchange.pack(replace(request, unit=unit), job)

    return tuple(PackageOutcome(unit, *outcome) for unit, outcome in _each(units, make, job))


def preview_each(
    exchange: ExchangeService, groups: Iterable[tuple[Path, ...]], job: JobContext
) -> tuple[Arrival, ...]:
    """Look at each package; those of one sender stand in the order in which they were made."""
    known = {row.peer: row.fingerprint for row in exchange.trusted()}
    found = []
    for paths, (report, error) in _each(groups, lambda p: exchange.preview(p, job), job):
        peer = report.header.sender.unit_id or OFFICE if report is not None else ""
        found.append(Arrival(paths, report, error, known=known.get(peer, "")))
    return tuple(sorted(_each_key_once(found), key=_order))


def merge_each(
    exchange: ExchangeService, arrivals: Sequence[Arrival], job: JobContext
) -> tuple[Arrival, ...]:
    """Merge each package, one after the other; ``ExchangeService.undo_all`` takes all back."""
    batch: list[str] = []

    def merge(arrival: Arrival) -> MergeReport:
        report = exchange.merge(arrival.paths, job, trust=arrival.trust, batch=batch)
        batch.append(report.header.id)
        return report

    return tuple(
        replace(arrival, report=outcome[0], error=outcome[1])
        for arrival, outcome in _each(arrivals, merge, job)
    )


def find_packages(paths: Iterable[Path]) -> tuple[tuple[Path, ...], ...]:
    """The packages among files and folders, a folder's own and those one level below."""
    files: list[Path] = []
    for path in paths:
        if extended(path).is_dir():
            files += sorted((*path.glob("*.zip"), *path.glob("*/*.zip")))
        else:
            files.append(path)
    return group_parts(list(dict.fromkeys(files)))


def _each(
    things: Iterable[_Thing], work: Callable[[_Thing], _Result], job: JobContext
) -> Iterable[tuple[_Thing, tuple[_Result | None, JuanzongError | None]]]:
    stopped = False
    for thing in things:
        if stopped:
            yield thing, (None, None)
            continue
        try:
            job.check_cancelled()
            yield thing, (work(thing), None)
        except Cancelled:
            stopped = True
            yield thing, (None, None)
        except JuanzongError as error:
            yield thing, (None, error)


def _each_key_once(arrivals: Sequence[Arrival]) -> list[Arrival]:
    """Refuse packages of several senders with the same key: nobody can tell whose key it is."""
    senders: dict[str, dict[str, str]] = {}
    for report in (a.report for a in arrivals if a.report is not None):
        peer = report.header.sender.unit_id or OFFICE
        senders.setdefault(report.fingerprint, {})[peer] = report.sender
    return [_with_own_key(arrival, senders) for arrival in arrivals]


def _with_own_key(arrival: Arrival, senders: Mapping[str, Mapping[str, str]]) -> Arrival:
    report = arrival.report
    if report is None:
        return arrival
    peer = report.header.sender.unit_id or OFFICE
    others = [name for key, name in senders[report.fingerprint].items() if key != peer]
    if not others:
        return arrival
    error = KeyOfAnotherPartner(report.sender, others[0], report.fingerprint)
    return Arrival(arrival.paths, error=error)


def _order(arrival: Arrival) -> tuple[bool, str, int]:
    if arrival.report is None:
        return (True, "", 0)
    header = arrival.report.header
    return (False, header.sender.unit_id or "", header.sequence)
