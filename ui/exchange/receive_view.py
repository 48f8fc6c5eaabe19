"""Packages that came in: checked, compared, merged one by one, with a ledger at the end."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.exchange.kinds import PackageKind
from app.exchange.rounds import Arrival
from app.vocabulary import WorkspaceRole
from ui.actions import ActionButton, label, make_action, mark_writing
from ui.exchange.controller import Receiving, undoable
from ui.exchange.fingerprints import Fingerprints
from ui.exchange.rows import (
    about_package,
    change_lines,
    effect_lines,
    file_names,
    merged_line,
    package_title,
    previewed_line,
    summary_of,
)
from ui.page import PageContext
from ui.shared.targets import WaitingTarget
from ui.translation import tr
from ui.undo import Step
from ui.widgets.layouts import beside, vertical
from ui.widgets.outcome_list import Mark, OutcomeLine, OutcomeList
from ui.widgets.row_list import ROW


class ReceiveView(QWidget):
    """``closed`` asks to go back; ``merged`` is emitted after packages were merged."""

    closed = Signal()
    merged = Signal()

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._office = context.session.snapshot.facts.role is WorkspaceRole.OFFICE
        self._undone = False  # the merge that is shown was taken back
        self.receiving = Receiving(context, self)
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
        self.receiving.listed.connect(self._show)
        self.receiving.told.connect(self.status.setText)
        self.receiving.busy_changed.connect(self._follow)
        self.receiving.merged.connect(self.merged)
        context.undo.changed.connect(self._follow)
        context.undo.undone.connect(self._on_undone)
        context.undo.redone.connect(self._on_redone)
        self._follow()

    def _make_actions(self) -> None:
        self.back_action = make_action(
            self, tr("返回"), tr("回到报送页"), self.closed.emit, "Esc", within=True
        )
        self.merge_action = make_action(
            self,
            tr("合并"),
            tr("把能合并的都合并进来"),
            self.receiving.merge,
            "Ctrl+Return",
            within=True,
        )
        self.go_action = make_action(
            self,
            tr("去审核") if self._office else tr("看退回的材料"),
            tr("转到等着审核的材料") if self._office else tr("转到第一件退回的材料"),
            lambda: self._context.go("review", WaitingTarget()),
            "Ctrl+J",
            within=True,
        )
        self.undo_action = make_action(
            self, tr("撤销合并"), tr("撤销刚才的合并，原件保留"), self.receiving.undo
        )
        mark_writing(self.merge_action)

    def _build(self) -> None:
        theme = self._context.theme
        top = QHBoxLayout()
        top.addWidget(ActionButton(self.back_action, theme))
        top.addWidget(self.heading, 1)
        top.addWidget(ActionButton(self.undo_action, theme, "undo"))
        top.addWidget(ActionButton(self.go_action, theme))
        top.addWidget(ActionButton(self.merge_action, theme, "check", primary=True))
        left = QWidget()
        column = vertical(left, 0, 0, 4, 0)
        column.addWidget(self.list, 1)
        right = QWidget()
        inner = vertical(right, 4, 0, 0, 0, spacing=8)
        inner.addWidget(self.title)
        inner.addWidget(self.about)
        inner.addWidget(self.prints)
        inner.addWidget(self.changes, 100)
        # If there is nothing to list, the text stays at the top.
        inner.addStretch(1)
        splitter = beside(left, right, sizes=[theme.space(480), theme.space(640)])
        layout = vertical(self, 16, 12, 16, 12, spacing=8)
        layout.addLayout(top)
        layout.addWidget(self.status)
        layout.addWidget(splitter, 1)

    @property
    def is_over(self) -> bool:
        """True if the packages were merged and nothing is going on."""
        return self.receiving.done and not self.receiving.busy

    @property
    def arrivals(self) -> tuple[Arrival, ...]:
        """The packages in their present state."""
        return self.receiving.arrivals

    def open(self, paths: Sequence[Path]) -> None:
        """Look at packages: files, parts of files, or folders with packages."""
        self.receiving.open(paths)

    # --- what is shown ---------------------------------------------------------------------------

    @Slot(object)
    def _on_undone(self, step: Step) -> None:
        if step is self.receiving.merge_step:
            self._undone = True
            self._fill(self.list.currentIndex().row())
            self._follow()
            self.heading.setText(tr("合并已撤销"))
            words = (tr("已撤销：{text}", text=step.text), tr("原件保留"), step.note)
            self.status.setText(tr("；").join(filter(None, words)) + tr("。"))

    @Slot(object)
    def _on_redone(self, step: Step) -> None:
        if step is self.receiving.merge_step:
            self._show()

    @Slot()
    def _show(self) -> None:
        self._undone = False
        arrivals = self.receiving.arrivals
        self._fill(0)
        if self.receiving.done:
            merged = len(self.receiving.ready)
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
            self.status.setText(summary_of(arrivals))
        self._follow()

    def _fill(self, row: int) -> None:
        arrivals, left = self.receiving.arrivals, self.receiving.left
        merged = arrivals[: len(arrivals) - len(left)] if self.receiving.done else ()
        lines = [
            merged_line(a, undone=self._undone) if a in merged else previewed_line(a)
            for a in arrivals
        ]
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
            snapshot = self._context.session.snapshot
            known = {
                str(row.item): "　".join(
                    filter(None, (row.number, tr("《{title}》", title=row.title)))
                )
                for rows in snapshot.filed.values()
                for row in rows
            }
            changes = change_lines(snapshot.framework, report, known)
            lines = [*effect_lines(report), *changes]
            nothing = [OutcomeLine(Mark.NONE, tr("没有新的内容"))]
            self.changes.show_lines(lines or nothing)
        self.changes.setVisible(report is not None)
        receiving = self.receiving
        done = receiving.done and arrival in receiving.ready
        self.prints.show_arrival(arrival, receiving.own, done=done)

    @Slot(bool)
    def _on_confirmed(self, agreed: bool) -> None:  # noqa: FBT001  (Qt's signal)
        row = self.list.currentIndex().row()
        report = self.receiving.arrivals[row].report
        if report is None:
            return
        self.receiving.confirm(report, agreed=agreed)
        self._fill(row)
        self.status.setText(summary_of(self.receiving.arrivals))
        self._follow()

    def _follow(self) -> None:
        busy, done, ready = self.receiving.busy, self.receiving.done, self.receiving.ready
        writable = not busy and not self._context.session.read_only
        count = len(ready)
        self.merge_action.setText(tr("合并 {count} 个", count=count) if count else tr("合并"))
        self.merge_action.setEnabled(writable and bool(count) and not done)
        self.merge_action.setVisible(not done)
        self.back_action.setText(tr("完成") if done else tr("返回"))
        reports = [a.report for a in ready if a.report is not None] if done else []
        kinds = {report.header.kind for report in reports}
        brings_work = bool(kinds & {PackageKind.SUBMISSION, PackageKind.RETURN})
        self.go_action.setVisible(brings_work and not self._undone)
        self.undo_action.setVisible(self._office and any(undoable(r) for r in reports))
        last = self.receiving.undo_is_next
        self.undo_action.setEnabled(last and writable)
        self.undo_action.setToolTip(
            tr("撤销刚才的合并，原件保留")
            if last
            else tr("已经撤销，或合并以后又做了别的事；请先撤销那些，或在“收发记录”里撤销")
        )
        self.back_action.setEnabled(not busy)
