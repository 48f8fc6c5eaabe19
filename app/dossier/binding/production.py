"""From drafts to files: plan and render here, bind in worker processes, hash in threads.

The three go on at once. Sheets are rendered in this process, so that the fonts are in memory only
once; the workers that bind hold nothing but the volume at hand. The volumes of a dossier are put
in place together, when all of them are written and checked.
"""

import shutil
from collections import deque
from collections.abc import Generator, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from app.destination import Destination, begin_to_settle
from app.dossier.binding.orders import Binding, BindOrder, DocumentInfo, ProductionOrder
from app.dossier.binding.task import bind, error_of
from app.dossier.output.files import WrittenFile, trouble_of, written_file
from app.dossier.output.produced import NotProduced, Produced, ProducedVolume, contents_of
from app.dossier.planning.plan import DossierPlan, VolumePlan
from app.dossier.planning.planner import plan_dossier
from app.errors import FolderNotWritable, JuanzongError
from app.filetypes.programs import runnable
from app.isolation import Done, IsolatedCall, Result, Workers
from app.jobs import JobContext, Progress
from app.originals import Digests, digest_file, has_content
from app.paths import extended, legal_name, make_inside
from app.replacing import part_of, replace_with
from app.sheets.rendering import measure_sheet, render_sheets
from app.workroom import workroom

#: The stage that a production reports; one step per page.
BIND = "bind"

#: Where originals go that no page can show.
BESIDE_FOLDER = "随卷原件"

_SECONDS = 120.0
_SECONDS_PER_PAGE = 0.5
_SECONDS_PER_PDFA_PAGE = 5.0


@dataclass(slots=True)
class _Dossier:
    """A dossier in the making."""

    order: ProductionOrder
    plan: DossierPlan
    digests: dict[int, Future[Digests]] = field(default_factory=dict)
    left: int = 0
    error: JuanzongError | None = None

    @property
    def key(self) -> str:
        return self.plan.key

    @property
    def settled(self) -> bool:
        return self.left == 0 and all(future.done() for future in self.digests.values())

    def target(self, volume: VolumePlan) -> Path:
        return self.order.folder / volume.file_name


class Production:
    """Makes dossiers one after the other."""

    def __init__(self, workers: Workers, job: JobContext, destination: Destination) -> None:
        """``destination`` is the folder of all orders."""
        self._destination = destination
        self._workers = workers
        self._job = job
        self._open: dict[str, _Dossier] = {}

    def produce(self, orders: Sequence[ProductionOrder]) -> Iterator[Produced | NotProduced]:
        """Make the dossiers; yield each when all its files are in place.

        Raises:
            Cancelled: every file is then either old or new.
        """
        self._workers.load("app.dossier.binding.volume")  # while the first dossier is planned
        total = sum(map(_pages_of, orders))
        done = 0
        waiting: deque[_Dossier] = deque()
        with (
            workroom() as work,
            ThreadPoolExecutor(2, thread_name_prefix="hash") as hasher,
        ):
            try:
                with closing(self._bound(self._tasks(orders, work))) as bound:
                    for task, result in bound:
                        dossier = self._open[task.key]
                        dossier.left -= 1
                        volume = task.binding.volume
                        done += volume.page_count
                        self._job.report(Progress(BIND, done, max(total, done), dossier.plan.title))
                        task.binding.sheets.unlink(missing_ok=True)
                        error = _error_of(result, task)
                        if error is None:
                            future = hasher.submit(self._hash, task.part)
                            dossier.digests[volume.number] = future
                        else:
                            dossier.error = dossier.error or error
                        if dossier.left == 0:
                            waiting.append(dossier)
                        while waiting and waiting[0].settled:
                            yield self._finish(waiting.popleft())
                while waiting:
                    self._job.check_cancelled()
                    yield self._finish(waiting.popleft())
            finally:
                for dossier in self._open.values():
                    _clear(dossier)

    def _hash(self, part: Path) -> Digests:
        """Read a finished file for its check sums; in a thread, until somebody presses cancel."""
        digests = digest_file(part, lambda _: self._job.check_cancelled())
        begin_to_settle(part)
        return digests

    def _bound(
        self, tasks: Iterator[IsolatedCall[BindOrder]]
    ) -> Generator[tuple[BindOrder, Result[JuanzongError | None]], None, None]:
        # Pages come from evidence, so none is opened in this process.
        yield from self._workers.run_stream(bind, tasks, self._job)

    def _tasks(
        self, orders: Sequence[ProductionOrder], work: Path
    ) -> Iterator[IsolatedCall[BindOrder]]:
        """Plan and render, one volume ahead of what the workers ask for."""
        for turn, order in enumerate(orders):
            plan = plan_dossier(order.draft, order.options, measure_sheet, order.year)
            dossier = _Dossier(order, plan, left=len(plan.volumes))
            self._open[plan.key] = dossier
            for volume in plan.volumes:
                yield self._task(dossier, volume, work / f"{turn}-{volume.number}.pdf")

    def _task(self, dossier: _Dossier, volume: VolumePlan, sheets: Path) -> IsolatedCall[BindOrder]:
        order = dossier.order
        contents = [sheet.content for sheet in volume.sheets if sheet.content is not None]
        rendered = render_sheets(contents, sheets, watermark=order.options.watermark)
        pieces = {sheet.piece.key for sheet in volume.sheets if sheet.piece is not None}
        info = DocumentInfo(
            volume.master.title, order.author, order.program, order.made_at, volume.fingerprint
        )
        binding = Binding(
            volume,
            sheets,
            rendered.links,
            {key: order.renditions[key] for key in pieces},
            order.options,
            info,
        )
        each = _SECONDS_PER_PDFA_PAGE if order.options.pdfa else _SECONDS_PER_PAGE
        part = part_of(dossier.target(volume))
        return IsolatedCall(
            BindOrder(dossier.key, binding, part), _SECONDS + each * volume.page_count
        )

    def _finish(self, dossier: _Dossier) -> Produced | NotProduced:
        """Put all volumes in place, or none."""
        try:
            if dossier.error is not None:
                return NotProduced(dossier.key, dossier.error)
            self._destination.demand()
            return self._put_in_place(dossier)
        except FolderNotWritable as error:
            return NotProduced(dossier.key, error)
        except OSError as error:
            return NotProduced(dossier.key, trouble_of(error, dossier.order.folder))
        finally:
            _clear(dossier)
            del self._open[dossier.key]

    def _put_in_place(self, dossier: _Dossier) -> Produced:
        # All check sums first: whoever cancels meanwhile keeps every volume as it was.
        found = {number: future.result() for number, future in dossier.digests.items()}
        beside = tuple(_copy_beside(dossier.order, self._job))
        volumes = []
        for volume in dossier.plan.volumes:
            digests = found[volume.number]
            target = dossier.target(volume)
            part = extended(part_of(target))
            modified = part.stat().st_mtime_ns
            part.replace(extended(target))
            name, size = volume.file_name, digests.size
            volumes.append(
                ProducedVolume(
                    file=WrittenFile(name, size, modified, digests.sha256, digests.sm3),
                    numbered_pages=volume.page_count,
                    physical_pages=volume.physical_pages,
                    fingerprint=volume.fingerprint,
                    master=volume.master,
                    spine=volume.spine,
                    contents=tuple(contents_of(volume)),
                )
            )
        plan = dossier.plan
        return Produced(
            plan.key, plan.title, plan.indicators, plan.complete, tuple(volumes), beside
        )


def _clear(dossier: _Dossier) -> None:
    for volume in dossier.plan.volumes:
        extended(part_of(dossier.target(volume))).unlink(missing_ok=True)


def _error_of(result: Result[JuanzongError | None], task: BindOrder) -> JuanzongError | None:
    if isinstance(result, Done):
        return result.value
    return error_of(result, task.binding.volume.file_name)


def _pages_of(order: ProductionOrder) -> int:
    return sum(
        max(piece.page_count, 1)
        for section in order.draft.sections
        for item in section.items
        for piece in item.pieces
    )


def _copy_beside(order: ProductionOrder, job: JobContext) -> Iterator[WrittenFile]:
    """Copy what cannot be printed; equal names of different content are kept apart."""
    if not order.beside:
        return
    folder = order.folder / BESIDE_FOLDER / legal_name(order.draft.file_stem, 60)
    make_inside(order.folder, folder)
    taken: dict[str, str] = {}
    for original in order.beside:
        job.check_cancelled()
        name = _free_name(legal_name(original.name), original.sha256, taken)
        if name in taken or _runs(extended(original.path), original.name, name):
            continue
        taken[name] = original.sha256
        target = folder / name
        if not has_content(target, original.sha256):
            replace_with(target, partial(shutil.copyfile, extended(original.path)))
        yield written_file(target, order.folder)


def _runs(path: Path, *names: str) -> bool:
    """Say whether a file runs under any of its names; conversion has told of it already."""
    return any(runnable(path, name, deep=False) is not None for name in names)


def _free_name(name: str, sha256: str, taken: dict[str, str]) -> str:
    stem, dot, suffix = name.rpartition(".")
    if not dot:
        stem, suffix = name, ""
    candidate, number = name, 1
    while taken.get(candidate, sha256) != sha256:
        number += 1
        candidate = f"{stem}（{number}）{dot}{suffix}"
    return candidate
