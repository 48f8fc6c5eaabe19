"""Does what the 报送 page asks for: packages are made, looked at and merged, in the background."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from app.errors import JuanzongError
from app.exchange.kinds import PackageKind
from app.exchange.receiving import MergeReport
from app.exchange.rounds import Arrival, Made, find_packages, merge_each, pack_each, preview_each
from app.exchange.service import PackRequest
from app.jobs import JobContext, SilentJob
from app.signatures.sealing import is_sealed
from ui.commands import R, Undoable, remember, start
from ui.exchange.rows import key_changed, needs_confirming
from ui.page import PageContext
from ui.shared.passphrase import when_unlocked
from ui.tasks import Task
from ui.translation import tr
from ui.undo import Step
from ui.wording import describe_error


class Packing(QObject):
    """``begun``, then ``made`` with the ledger or ``failed`` with what stood in the way."""

    begun = Signal()
    made = Signal(object)  # tuple[Made, ...]
    failed = Signal(object)
    busy_changed = Signal()

    def __init__(self, context: PageContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._parent = context, parent
        self.task: Task | None = None

    @property
    def busy(self) -> bool:
        """True while packages are made."""
        return self.task is not None

    def start(self, request: PackRequest, units: Sequence[str | None]) -> None:
        """Make a package for each unit, with all that was typed; asks for the pass-phrase first."""
        if not self.busy:
            when_unlocked(self._context, self._parent, lambda: self._settle(request, tuple(units)))

    def _settle(self, request: PackRequest, units: tuple[str | None, ...]) -> None:
        self._context.drafts.settle(tr("制作数据包"), lambda: self._start(request, units))

    def _start(self, request: PackRequest, units: tuple[str | None, ...]) -> None:
        if self.busy:
            return
        exchange = self._context.session.services.exchange

        def job(context: JobContext) -> tuple[Made, ...]:
            return pack_each(exchange, request, units, context)

        self._units = units
        self.task = start(
            self._context,
            tr("制作数据包"),
            job,
            self._on_made,
            failed=self.failed,
            cancelled=self._on_cancelled,
            finished=self._on_finished,
        )
        self.begun.emit()
        self.busy_changed.emit()

    @Slot(object)
    def _on_made(self, made: tuple[Made, ...]) -> None:
        self.made.emit(made)

    @Slot()
    def _on_cancelled(self) -> None:
        self.made.emit(tuple(Made(unit) for unit in self._units))

    @Slot()
    def _on_finished(self) -> None:
        self.task = None
        self.busy_changed.emit()


class Receiving(QObject):
    """Packages that came in. ``listed`` follows when there are others, or when they were merged.

    ``told`` says in a line what is going on. ``merged`` follows once packages were taken over.
    """

    listed = Signal()
    told = Signal(str)
    busy_changed = Signal()
    merged = Signal()

    def __init__(self, context: PageContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._parent = context, parent
        self.arrivals: tuple[Arrival, ...] = ()
        self.left: tuple[Arrival, ...] = ()  # those that were not merged with the others
        self.busy = self.done = False
        self.own = ""  # the fingerprint of the own key
        self.merge_step: Step | None = None  # takes back the merge that is shown

    @property
    def ready(self) -> tuple[Arrival, ...]:
        """What can be merged now."""
        return tuple(
            a
            for a in self.arrivals
            if a.report is not None and not needs_confirming(a) and not key_changed(a)
        )

    @property
    def undo_is_next(self) -> bool:
        """True if the merge that is shown was the last thing done."""
        return self.merge_step is not None and self._context.undo.is_next(self.merge_step)

    # --- looking ---------------------------------------------------------------------------------

    def open(self, paths: Sequence[Path]) -> None:
        """Look at packages: files, parts of files, or folders with packages."""
        if self.busy:
            return
        chosen = tuple(paths)
        self._list((), done=False)
        self._context.session.read(lambda: _looked_up(chosen), lambda found: self._on_found(*found))

    def _on_found(self, groups: tuple[tuple[Path, ...], ...], sealed: bool) -> None:  # noqa: FBT001
        if not groups:
            self.told.emit(tr("这里没有找到包（.zip 文件）。"))
        elif sealed:
            when_unlocked(self._context, self._parent, lambda: self._preview(groups))
        else:
            self._preview(groups)

    def _preview(self, groups: tuple[tuple[Path, ...], ...]) -> None:
        services = self._context.session.services

        def job(context: JobContext) -> tuple[str, tuple[Arrival, ...]]:
            keys = services.identity.public_keys()
            found = preview_each(services.exchange, groups, context)
            return keys.fingerprint if keys is not None else "", found

        self.told.emit(tr("正在核对 {count} 个包……", count=len(groups)))
        self._start(job, tr("查看收到的包"), self._on_previewed)

    @Slot(object)
    def _on_previewed(self, result: tuple[str, tuple[Arrival, ...]]) -> None:
        self.own, arrivals = result
        self._list(arrivals, done=False)

    def confirm(self, report: MergeReport, *, agreed: bool) -> None:
        """Trust a sender's key, or take that back, for all packages sealed with it."""
        key = report.fingerprint, report.header.sender.unit_id
        trust = report.fingerprint if agreed else None
        self.arrivals = tuple(
            replace(a, trust=trust)
            if a.report is not None
            and (a.report.fingerprint, a.report.header.sender.unit_id) == key
            and (needs_confirming(a) or a.trust is not None)
            else a
            for a in self.arrivals
        )

    # --- merging ---------------------------------------------------------------------------------

    @Slot()
    def merge(self) -> None:
        """Merge what can be merged, once all that was typed is stored."""
        self._context.drafts.settle(tr("合并"), self._merge_ready)

    def _merge_ready(self) -> None:
        ready = self.ready
        if self.busy or self.done or not ready or self._context.session.read_only:
            return
        self.left = tuple(a for a in self.arrivals if a not in ready)
        exchange = self._context.session.services.exchange

        def job(context: JobContext) -> tuple[Arrival, ...]:
            return merge_each(exchange, ready, context)

        self.told.emit(tr("正在合并 {count} 个包……", count=len(ready)))
        self._start(job, tr("合并收到的包"), self._on_merged)

    @Slot(object)
    def _on_merged(self, arrivals: tuple[Arrival, ...]) -> None:
        merged = [arrival for arrival in arrivals if arrival.report is not None]
        if merged:
            self._remember(merged)
        self._list((*arrivals, *self.left), done=True)
        if merged:
            self.merged.emit()

    def _remember(self, arrivals: list[Arrival]) -> None:
        """What the office took over can be taken back, all of it or nothing."""
        exchange = self._context.session.services.exchange
        taken = [a for a in arrivals if a.report is not None and undoable(a.report)]
        packages = tuple(a.report.header.id for a in taken if a.report is not None)
        if not packages:
            return
        rest = len(arrivals) - len(packages)

        def redo(_taken: list[Arrival]) -> None:
            for place, arrival in enumerate(taken):
                batch = packages[:place]
                exchange.merge(arrival.paths, SilentJob(), trust=arrival.trust, batch=batch)

        unchanged = tr("另有 {count} 个包没有带来改动，不用撤销", count=rest) if rest else ""
        way = Undoable[list[Arrival]](
            text=tr("合并 {count} 个包", count=len(packages)),
            undo=lambda _taken: exchange.undo_all(packages),
            redo=redo,
            said="",
            after_undo=unchanged,
        )
        self.merge_step = remember(self._context, way, taken)

    @Slot()
    def undo(self) -> None:
        """Take the merge back that is shown, and nothing else."""
        if self.undo_is_next:
            self._context.undo.undo()

    # --- both ------------------------------------------------------------------------------------

    def _list(self, arrivals: tuple[Arrival, ...], *, done: bool) -> None:
        self.arrivals, self.done = arrivals, done
        self.listed.emit()

    def _start(
        self, job: Callable[[JobContext], R], title: str, done: Callable[[R], object]
    ) -> None:
        self.busy = True
        self.busy_changed.emit()
        start(
            self._context,
            title,
            job,
            done,
            failed=self._on_failed,
            cancelled=self._on_cancelled,
            finished=self._on_finished,
        )

    @Slot(object)
    def _on_failed(self, error: BaseException) -> None:
        self.told.emit(str(describe_error(error)) if isinstance(error, JuanzongError) else "")
        if not isinstance(error, JuanzongError):
            self._context.session.troubled.emit(error)

    @Slot()
    def _on_cancelled(self) -> None:
        self.told.emit(tr("已经取消，没有改动。"))

    @Slot()
    def _on_finished(self) -> None:
        self.busy = False
        self.busy_changed.emit()


def undoable(report: MergeReport) -> bool:
    """True if a merge of the office can be taken back."""
    return report.header.kind is PackageKind.SUBMISSION and bool(report.applied.touched)


def _looked_up(paths: tuple[Path, ...]) -> tuple[tuple[tuple[Path, ...], ...], bool]:
    groups = find_packages(paths)
    return groups, any(is_sealed(path) for group in groups for path in group if path.is_file())
