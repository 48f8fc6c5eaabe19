"""What a courier brings back: one file of results, or a folder of pages saved by hand."""

import shutil
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.archives import ArchiveLimits, ExpandOrder, Expansion, expand
from app.capture.parcel import (
    MANIFEST_NAME,
    Parcel,
    ParcelFault,
    ParcelRefused,
    list_of_parcel,
    open_parcel,
    read_small,
)
from app.evidence.descriptions import Description
from app.evidence.places import Target
from app.filetypes import formats
from app.intake.attach import attach_files
from app.intake.captures import MainFile, TakenCapture, Wanted, take_captures
from app.intake.inspection import InspectionOrder, inspect
from app.intake.report import AttachOutcome, AttachState
from app.intake.requests import AttachRequest
from app.isolation import Done, IsolatedCall, Workers
from app.jobs import JobContext, Progress
from app.paths import readable_name
from app.verification.slots import Slot
from app.verification.web_check.capture_errors import NoSavedPages, ResultsRefused
from app.verification.web_check.courier import SAVED_FOLDER, SentList, read_sent
from app.verification.web_check.rechecking import comparable
from app.web_origin import OriginEdit
from app.workroom import workroom
from app.workspace.opening import Workspace

#: Results of a thousand addresses, with four files each.
_LIMITS = ArchiveLimits(total_bytes=6 << 30, members=4_002)
_UNPACK_SECONDS = 900.0
_PAGE_SUFFIXES = {".mhtml", ".mht", ".html", ".htm", ".pdf"}
_RESULTS = "网检结果_*.zip"
_LOOK_SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class SavedPage:
    """A page that somebody saved by hand.

    ``address`` is what the file says, "" if nothing; ``outcome`` is None if no list asked for it.
    """

    path: Path
    address: str
    slot: Slot | None = None
    outcome: AttachOutcome | None = None


@dataclass(frozen=True, slots=True)
class Received:
    """What came back: results of the courier, and pages saved by hand."""

    results: tuple[TakenCapture, ...] = ()
    pages: tuple[SavedPage, ...] = ()

    @property
    def items(self) -> tuple[str, ...]:
        """The items that were made."""
        made = [one.item_id for one in self.results]
        made += [
            page.outcome.item_id
            for page in self.pages
            if page.outcome is not None and page.outcome.state is AttachState.ADDED
        ]
        return tuple(item for item in made if item)


def receive(
    workspace: Workspace,
    workers: Workers,
    path: Path,
    job: JobContext,
    *,
    main: MainFile = MainFile.PAGE,
) -> Received:
    """Take in what a courier brought: its file of results, or its folder.

    Of a folder the newest results count, and the pages that somebody saved there. What lies at its
    place already is not taken in twice.

    Raises:
        ResultsRefused: they are damaged, were changed, or belong to another workspace; nothing
            was taken in.
        NoSavedPages: the folder holds neither.
        CourierNoteDamaged, WorkspaceReadOnly, Cancelled: see ``read_sent`` and ``attach_files``.
    """
    if not path.is_dir():
        return Received(_receive_results(workspace, workers, path, job, main))
    results = sorted(path.glob(_RESULTS))
    pages = list(_saved_pages(path))
    if not results and not pages:
        raise NoSavedPages(path)
    taken = _receive_results(workspace, workers, results[-1], job, main) if results else ()
    return Received(taken, tuple(_receive_pages(workspace, workers, pages, job)))


def brought_with(path: Path) -> Path:
    """What somebody means who names one file of a courier's folder: results, or all of it."""
    if path.suffix.lower() == ".zip" or path.is_dir():
        return path
    return path.parent.parent if path.parent.name == SAVED_FOLDER else path.parent


# --- results of the runner -----------------------------------------------------------------------


def _receive_results(
    workspace: Workspace, workers: Workers, path: Path, job: JobContext, main: MainFile
) -> tuple[TakenCapture, ...]:
    with workroom() as room:
        work = room / "parcel"
        work.mkdir()
        order = ExpandOrder(
            path.absolute(), path.name, formats.ZIP.media_type, work, limits=_LIMITS
        )
        job.report(Progress("verify", 0, 1, path.name))
        opened = workers.run(expand, order, _UNPACK_SECONDS, job)
        expansion = opened.value if isinstance(opened, Done) else None
        if not isinstance(expansion, Expansion) or expansion.failed or expansion.left_out:
            raise ResultsRefused(path.name, ParcelFault.DAMAGED)
        members = {member.name: member.path for member in expansion.members}
        if len(members) != len(expansion.members) or expansion.classified:
            raise ResultsRefused(path.name, ParcelFault.TAMPERED)
        try:
            sent, parcel = _opened(workspace, members)
        except ParcelRefused as refused:
            raise ResultsRefused(path.name, refused.fault) from None
        laid_out = room / "pages"
        laid_out.mkdir()
        wanted = list(_laid_out(sent, parcel, laid_out))
        return take_captures(workspace, workers, wanted, job, main=main)


def _opened(workspace: Workspace, members: dict[str, Path]) -> tuple[SentList, Parcel]:
    manifest = members.get(MANIFEST_NAME)
    if manifest is None:
        raise ParcelRefused(ParcelFault.FOREIGN)
    identifier = list_of_parcel(read_small(manifest))
    sent = next((o for o in read_sent(workspace) if o.made.identifier == identifier), None)
    if sent is None:
        raise ParcelRefused(ParcelFault.FOREIGN)
    return sent, open_parcel(members, sent.made)


def _laid_out(sent: SentList, parcel: Parcel, folder: Path) -> Iterator[Wanted]:
    """Each capture with its files under their own names, where its address belongs."""
    for number, capture in enumerate(parcel.captures, 1):
        own = folder / str(number)
        own.mkdir()
        for file in capture.files:
            shutil.copyfile(parcel.paths[file.sha256], own / file.name)
        slot = sent.places[capture.key]
        yield Wanted(capture, own, _target(slot))


def _target(slot: Slot) -> Target:
    return Target(slot.indicator, slot.task_code, slot.unit)


# --- pages saved by hand -------------------------------------------------------------------------


def _saved_pages(folder: Path) -> Iterator[Path]:
    inner = folder / SAVED_FOLDER
    for path in sorted((inner if inner.is_dir() else folder).iterdir()):
        if path.is_file() and path.suffix.lower() in _PAGE_SUFFIXES:
            yield path


def _receive_pages(
    workspace: Workspace, workers: Workers, paths: Sequence[Path], job: JobContext
) -> Iterator[SavedPage]:
    known = _places(read_sent(workspace))
    today = workspace.today()
    calls = [
        IsolatedCall(InspectionOrder(path, readable_name(path.name), today), _LOOK_SECONDS)
        for path in paths
    ]
    found: dict[Path, str] = {}
    for number, (order, result) in enumerate(workers.run_each(inspect, calls, job), 1):
        job.report(Progress("verify", number, len(calls), order.name))
        if isinstance(result, Done) and (told := result.value.guess.origin.get("address")):
            found[order.path] = told.value
    for path in paths:
        address = found.get(path, "")
        slots = known.get(comparable(address), ()) if address else ()
        if not slots:
            yield SavedPage(path, address)
        for asked, slot in slots:
            final = address if comparable(address) != comparable(asked) else ""
            request = AttachRequest(
                (path,),
                _target(slot),
                Description(origin=OriginEdit(asked, final or None, looked_up_by=workspace.actor)),
                expand=False,
            )
            (outcome,) = attach_files(workspace, workers, request, job).outcomes
            yield SavedPage(path, address, slot, outcome)


def _places(sent: Iterable[SentList]) -> dict[str, tuple[tuple[str, Slot], ...]]:
    """By comparable address: the address as it was asked for, and where it belongs, each once."""
    found: dict[str, tuple[tuple[str, Slot], ...]] = {}
    for one in sent:
        for order in one.made.orders:
            key, slot = comparable(order.address), one.places[order.key]
            if all(slot != known for _, known in found.get(key, ())):
                found[key] = (*found.get(key, ()), (order.address, slot))
    return found
