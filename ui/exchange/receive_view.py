"""What came in: looked at, compared, merged one after the other, with a ledger at the end."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from app.errors import JuanzongError
from app.exchange.kinds import PackageKind
from app.exchange.receiving import MergeReport
from app.exchange.rounds import Arrival, find_packages, merge_each, preview_each
from app.jobs import JobContext, SilentJob
from app.signatures.sealing import is_sealed
from app.vocabulary import WorkspaceRole
from ui.actions import ActionButton, label, make_action, mark_writing
from ui.change_bus import Changes
from ui.commands import R, Undoable, remember, start
from ui.exchange.fingerprints import Fingerprints
from ui.exchange.rows import (
    about_package,
    change_lines,
    effect_lines,
    file_names,
    key_changed,
    merged_line,
    needs_confirming,
    package_title,
    previewed_line,
)
from ui.page import PageContext
from ui.shared.passphrase import when_unlocked
from ui.translation import tr
from ui.undo import Step
from ui.widgets.outcome_list import Mark, OutcomeLine, OutcomeList
from ui.widgets.row_list import ROW
from ui.wording import describe_error

_ALL = Changes(evidence=True, settings=True, units=True, reviews=True)


class ReceiveView(QWidget):
    """``closed`` asks to go back; ``merged`` follows once packages were taken over."""

    closed = Signal()
    merged = Signal()

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._office = context.session.snapshot.facts.role is WorkspaceRole.OFFICE
        self._arrivals: tuple[Arrival, ...] = ()
        self._left: tuple[Arrival, ...] = ()
        self._busy = self._done = False
        self._own = ""
        self._merge: Step | None = None  # the merge that is shown, while it can be taken back
        self.heading = label("", "heading")
        self.status = label("", "muted", wrap=True)
        self.list = OutcomeList(tr("收到的包"), context.theme)
        self.list.setSelectionMode(OutcomeList.SelectionMode.SingleSelection)
        self.title = label("", "subheading", wrap=True)
        self.about = label("", "muted", wrap=True)
        self.about.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.prints = Fingerprints(context)
        self.changes = OutcomeList(tr("包里的内容"), context.theme)
        self._make_actions()
        self._build()
        self.list.selectionModel().currentChanged.connect(lambda *_: self._show_chosen())
        self.prints.confirmed.connect(self._on_confirmed)
        context.undo.changed.connect(self._follow)
        context.undo.undone.connect(self._on_undone)
        context.undo.redone.connect(self._on_redone)
        self._follow()

    def _make_actions(self) -> None:
        self.back_action = make_action(
            self, tr("返回"), tr("回到报送页"), self.closed.emit, "Esc", within=True
        )
        self.merge_action = make_action(
            self, tr("合并"), tr("把能合并的都合并进来"), self.merge, "Ctrl+Return", within=True
        )
        self.go_action = make_action(
            self,
            tr("去审核") if self._office else tr("看退回的材料"),
            tr("转到等着审核的材料") if self._office else tr("转到第一件退回的材料"),
            lambda: self._context.go("review"),
            "Ctrl+J",
            within=True,
        )
        self.undo_action = make_action(
            self, tr("撤销合并"), tr("撤销刚才的合并，原件保留"), self.undo
        )
        mark_writing(self.merge_action)

    def _build(self) -> None:
        theme = self._context.theme
        top = QHBoxLayout()
        top.addWidget(ActionButton(self.back_action, theme, flat=True))
        top.addWidget(self.heading, 1)
        top.addWidget(ActionButton(self.undo_action, theme, "undo"))
        top.addWidget(ActionButton(self.go_action, theme))
        top.addWidget(ActionButton(self.merge_action, theme, "check", primary=True))
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 4, 0)
        column.addWidget(self.list, 1)
        right = QWidget()
        inner = QVBoxLayout(right)
        inner.setContentsMargins(4, 0, 0, 0)
        inner.setSpacing(8)
        inner.addWidget(self.title)
        inner.addWidget(self.about)
        inner.addWidget(self.prints)
        inner.addWidget(self.changes, 100)
        # Where there is nothing to list, the words stay at the top.
        inner.addStretch(1)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.addWidget(left)
        splitter.addWidget(right)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(8)
        splitter.setSizes([theme.space(480), theme.space(640)])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(8)
        layout.addLayout(top)
        layout.addWidget(self.status)
        layout.addWidget(splitter, 1)

    # --- looking ---------------------------------------------------------------------------------

    @property
    def arrivals(self) -> tuple[Arrival, ...]:
        """The packages as they stand."""
        return self._arrivals

    def open(self, paths: Sequence[Path]) -> None:
        """Look at packages: files, parts of files, or folders with packages."""
        if self._busy:
            return
        chosen = tuple(paths)
        self._show((), done=False)
        self._context.session.read(lambda: _looked_up(chosen), lambda found: self._on_found(*found))

    def _on_found(self, groups: tuple[tuple[Path, ...], ...], sealed: bool) -> None:  # noqa: FBT001
        if not groups:
            self.status.setText(tr("这里没有找到包（.zip 文件）。"))
        elif sealed:
            when_unlocked(self._context, self, lambda: self._preview(groups))
        else:
            self._preview(groups)

    def _preview(self, groups: tuple[tuple[Path, ...], ...]) -> None:
        services = self._context.session.services

        def job(context: JobContext) -> tuple[str, tuple[Arrival, ...]]:
            keys = services.identity.public_keys()
            found = preview_each(services.exchange, groups, context)
            return keys.fingerprint if keys is not None else "", found

        self.status.setText(tr("正在核对 {count} 个包……", count=len(groups)))
        self._start(job, tr("查看收到的包"), self._on_previewed)

    @Slot(object)
    def _on_previewed(self, result: tuple[str, tuple[Arrival, ...]]) -> None:
        self._own, arrivals = result
        self._show(arrivals, done=False)

    # --- merging ---------------------------------------------------------------------------------

    @property
    def ready(self) -> tuple[Arrival, ...]:
        """What can be merged now."""
        return tuple(
            a
            for a in self._arrivals
            if a.report is not None and not needs_confirming(a) and not key_changed(a)
        )

    @Slot()
    def merge(self) -> None:
        """Merge what can be merged, once all that was typed is stored."""
        self._context.drafts.settle(tr("合并"), self._merge_ready)

    def _merge_ready(self) -> None:
        ready = self.ready
        if self._busy or self._done or not ready or self._context.session.read_only:
            return
        left = tuple(a for a in self._arrivals if a not in ready)
        exchange = self._context.session.services.exchange

        def job(context: JobContext) -> tuple[Arrival, ...]:
            return merge_each(exchange, ready, context)

        self.status.setText(tr("正在合并 {count} 个包……", count=len(ready)))
        self._left = left
        self._start(job, tr("合并收到的包"), self._on_merged)

    @Slot(object)
    def _on_merged(self, arrivals: tuple[Arrival, ...]) -> None:
        merged = [arrival for arrival in arrivals if arrival.report is not None]
        if merged:
            self._context.session.bus.tell(_ALL)
            self._note_undo(merged)
        self._show((*arrivals, *self._left), done=True)
        if merged:
            self.merged.emit()

    def _note_undo(self, arrivals: list[Arrival]) -> None:
        """What the office took over can be taken back, all of it or nothing."""
        exchange = self._context.session.services.exchange
        taken = [a for a in arrivals if a.report is not None and _undoable(a.report)]
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
        self._merge = remember(self._context, way, taken)

    @Slot()
    def undo(self) -> None:
        """Take the merge back that is shown, and nothing else."""
        if self._merge is not None and self._context.undo.is_next(self._merge):
            self._context.undo.undo()

    @Slot(object)
    def _on_undone(self, step: Step) -> None:
        if step is self._merge:
            self.heading.setText(tr("合并已撤销"))
            words = (tr("已撤销：{text}", text=step.text), tr("原件保留"), step.note)
            self.status.setText(tr("；").join(filter(None, words)) + tr("。"))

    @Slot(object)
    def _on_redone(self, step: Step) -> None:
        if step is self._merge:
            self._show(self._arrivals, done=True)

    def _start(
        self, job: Callable[[JobContext], R], title: str, done: Callable[[R], object]
    ) -> None:
        self._busy = True
        self._follow()
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
        self.status.setText(str(describe_error(error)) if isinstance(error, JuanzongError) else "")
        if not isinstance(error, JuanzongError):
            self._context.session.troubled.emit(error)

    @Slot()
    def _on_cancelled(self) -> None:
        self.status.setText(tr("已经取消，没有改动。"))

    @Slot()
    def _on_finished(self) -> None:
        self._busy = False
        self._follow()

    # --- what is shown ---------------------------------------------------------------------------

    def _show(self, arrivals: tuple[Arrival, ...], *, done: bool) -> None:
        self._arrivals, self._done = arrivals, done
        self._fill(0)
        if done:
            merged = len(self.ready)
            self.heading.setText(tr("合并的结果"))
            self.status.setText(
                tr(
                    "共 {total} 个包：合并 {merged} 个，没有合并 {rest} 个。",
                    total=len(arrivals),
                    merged=merged,
                    rest=len(arrivals) - merged,
                )
            )
        else:
            self.heading.setText(tr("收到的包"))
            self.status.setText(_summary(arrivals))
        self._follow()

    def _fill(self, row: int) -> None:
        merged = self._arrivals[: len(self._arrivals) - len(self._left)] if self._done else ()
        lines = [merged_line(a) if a in merged else previewed_line(a) for a in self._arrivals]
        self.list.show_lines(lines)
        if lines:
            self.list.setCurrentIndex(self.list.outcomes.index(max(0, row)))
        self._show_chosen()

    @Slot()
    def _show_chosen(self) -> None:
        line = self.list.currentIndex().data(ROW)
        arrival = line.value if isinstance(line, OutcomeLine) else None
        if not isinstance(arrival, Arrival):
            for part in (self.title, self.about):
                part.setText("")
            self.prints.hide()
            self.changes.show_lines(())
            return
        report = arrival.report
        if report is None:
            self.title.setText(line.right)
            self.about.setText(f"{file_names(arrival.paths)}\n{line.note}")
            self.changes.show_lines(())
        else:
            self.title.setText(package_title(report))
            self.about.setText(about_package(arrival, report))
            lines = [*effect_lines(report), *change_lines(report)]
            nothing = [OutcomeLine(Mark.NONE, tr("没有新的内容"))]
            self.changes.show_lines(lines or nothing)
        self.changes.setVisible(report is not None)
        self.prints.show_arrival(arrival, self._own, done=self._done and arrival in self.ready)

    @Slot(bool)
    def _on_confirmed(self, agreed: bool) -> None:  # noqa: FBT001  (Qt's signal)
        row = self.list.currentIndex().row()
        arrival = self._arrivals[row]
        if arrival.report is None:
            return
        trust = arrival.report.fingerprint if agreed else None
        key = arrival.report.fingerprint, arrival.report.header.sender.unit_id
        self._arrivals = tuple(
            replace(a, trust=trust)
            if a.report is not None
            and (a.report.fingerprint, a.report.header.sender.unit_id) == key
            and (needs_confirming(a) or a.trust is not None)
            else a
            for a in self._arrivals
        )
        self._fill(row)
        self.status.setText(_summary(self._arrivals))
        self._follow()

    def _follow(self) -> None:
        writable = not self._busy and not self._context.session.read_only
        count = len(self.ready)
        self.merge_action.setText(tr("合并 {count} 个", count=count) if count else tr("合并"))
        self.merge_action.setEnabled(writable and bool(count) and not self._done)
        self.merge_action.setVisible(not self._done)
        reports = [a.report for a in self.ready if a.report is not None] if self._done else []
        kinds = {report.header.kind for report in reports}
        self.go_action.setVisible(bool(kinds & {PackageKind.SUBMISSION, PackageKind.RETURN}))
        self.undo_action.setVisible(self._office and any(_undoable(r) for r in reports))
        last = self._merge is not None and self._context.undo.is_next(self._merge)
        self.undo_action.setEnabled(last and writable)
        self.undo_action.setToolTip(
            tr("撤销刚才的合并，原件保留")
            if last
            else tr("已经撤销，或合并以后又做了别的事；请先撤销那些，或在“收发记录”里撤销")
        )
        self.back_action.setEnabled(not self._busy)


def _looked_up(paths: tuple[Path, ...]) -> tuple[tuple[tuple[Path, ...], ...], bool]:
    groups = find_packages(paths)
    return groups, any(is_sealed(path) for group in groups for path in group if path.is_file())


def _undoable(report: MergeReport) -> bool:
    return report.header.kind is PackageKind.SUBMISSION and bool(report.applied.touched)


def _summary(arrivals: tuple[Arrival, ...]) -> str:
    if not arrivals:
        return ""
    bad = sum(a.report is None or key_changed(a) for a in arrivals)
    wait = sum(needs_confirming(a) for a in arrivals)
    parts = [tr("共 {count} 个包", count=len(arrivals))]
    if wait:
        parts.append(tr("{count} 个要先核对指纹", count=wait))
    if bad:
        parts.append(tr("{count} 个不能合并", count=bad))
    return tr("，").join(parts) + tr("。")
