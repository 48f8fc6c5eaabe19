"""A unit's view: make the submission package, open what came, look what was sent."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QTabBar, QVBoxLayout, QWidget

from app.errors import JuanzongError
from app.exchange.history import PackageRow
from app.exchange.kinds import PackageKind
from app.exchange.outlook import SubmissionOutlook, read_outlook
from app.exchange.rounds import Made
from ui.actions import ActionButton, label, make_action
from ui.change_bus import Changes
from ui.exchange.history_view import HistoryView
from ui.exchange.pack_form import PackForm
from ui.exchange.packing import Packing
from ui.exchange.result_card import ResultCard
from ui.page import PageContext
from ui.snapshot import Snapshot
from ui.translation import tr
from ui.widgets.files import size_text
from ui.widgets.fitting import PageStack
from ui.widgets.outcome_list import Mark, OutcomeLine, OutcomeList
from ui.wording import METHOD_NAMES, describe_error


@dataclass(frozen=True, slots=True)
class _Reading:
    outlook: SubmissionOutlook
    history: tuple[PackageRow, ...]


class UnitExchange(QWidget):
    """``open_wanted`` asks to open what came."""

    open_wanted = Signal()

    def __init__(self, context: PageContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._outlook: SubmissionOutlook | None = None
        self.packing = Packing(context, self)
        self.form = PackForm(context, PackageKind.SUBMISSION)
        self.counts = label("", "subheading", wrap=True)
        self.warning = label("", "guess", wrap=True)
        self.slots = OutcomeList(tr("这次报送的内容"), context.theme)
        self.result = ResultCard(context.theme)
        self.history = HistoryView(context)
        self.pack_action = make_action(
            self,
            tr("制作报送包"),
            tr("写到选定的 U 盘或文件夹，写完重新读出核对"),
            self.pack,
            "Ctrl+Return",
            within=True,
        )
        self.open_action = make_action(
            self,
            tr("打开收到的包…"),
            tr("打开创建办发来的任务包、退回包或恢复包，也可以把文件拖到本页"),
            self.open_wanted.emit,
            "Ctrl+O",
            within=True,
        )
        self._build()
        self.form.changed.connect(self._follow)
        self.packing.begun.connect(self.result.begin)
        self.packing.made.connect(self._on_made)
        self.packing.failed.connect(self._on_failed)
        self.packing.busy_changed.connect(self._follow)
        context.session.bus.changed.connect(self._on_changed)
        self._follow()

    def _build(self) -> None:
        theme = self._context.theme
        self.views = QTabBar()
        self.views.addTab(tr("报送"))
        self.views.addTab(tr("收发记录"))
        self.views.setAccessibleName(tr("报送或记录"))
        top = QHBoxLayout()
        top.addWidget(self.views)
        top.addStretch(1)
        top.addWidget(ActionButton(self.open_action, theme, "open"))
        top.addWidget(ActionButton(self.pack_action, theme, "exchange", primary=True))
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(6)
        column.addWidget(self.counts)
        column.addWidget(self.warning)
        column.addWidget(self.slots, 1)
        inside = QWidget()
        inner = QVBoxLayout(inside)
        inner.setContentsMargins(4, 0, 4, 0)
        inner.setSpacing(12)
        inner.addWidget(self.result)
        inner.addWidget(self.form)
        inner.addStretch(1)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.addWidget(left)
        splitter.addWidget(inside)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(8)
        splitter.setSizes([theme.space(560), theme.space(560)])
        self.stack = PageStack()
        self.stack.addWidget(splitter)
        self.stack.addWidget(self.history)
        self.views.currentChanged.connect(self.stack.setCurrentIndex)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(8)
        layout.addLayout(top)
        layout.addWidget(self.stack, 1)

    # --- what is shown ---------------------------------------------------------------------------

    def start(self) -> None:
        """Take the keyboard."""
        self.form.destination.refresh()
        self.form.name_person()
        self.slots.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_snapshot(self, _snapshot: Snapshot) -> None:
        """Read anew what the package would hold."""
        services = self._context.session.services

        def job() -> _Reading:
            return _Reading(read_outlook(services.workspace), services.exchange.history())

        self._context.session.read(job, self._on_read)

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if changes.reviews and not changes.evidence:
            self.show_snapshot(self._context.session.snapshot)

    @Slot(object)
    def _on_read(self, reading: _Reading) -> None:
        self._outlook = reading.outlook
        self.slots.show_lines(slot_lines(reading.outlook, self._context.session.snapshot))
        self.history.show_rows(reading.history)
        self._follow()

    @Slot()
    def _follow(self) -> None:
        outlook, full = self._outlook, self.form.is_full
        ready = outlook is not None and self.form.destination.folder is not None
        free = not self.packing.busy and not self._context.session.read_only
        self.pack_action.setEnabled(ready and free)
        self.open_action.setEnabled(not self._context.session.read_only)
        if outlook is None:
            return
        size = outlook.size(full=full)
        self.form.blockSignals(True)  # noqa: FBT003  (Qt's own signature)
        self.form.demand(size)
        self.form.blockSignals(False)  # noqa: FBT003
        self.counts.setText(
            tr(
                "正式报送 {slots} 处；材料共 {items} 件，随包原件 {count} 份，{size}",
                slots=len(outlook.slots),
                items=outlook.items,
                count=outlook.originals(full=full),
                size=size_text(size),
            )
        )
        self.warning.setText(_warning(outlook, self._context.session.snapshot))
        self.warning.setVisible(bool(self.warning.text()))

    # --- doing -----------------------------------------------------------------------------------

    @Slot()
    def pack(self) -> None:
        """Write the package."""
        folder = self.form.destination.folder
        if folder is not None:
            self.packing.start(self.form.request(folder), (None,))

    @Slot(object)
    def _on_made(self, made: Sequence[Made]) -> None:
        self.result.tell(made)
        self.form.destination.refresh()

    @Slot(object)
    def _on_failed(self, error: BaseException) -> None:
        if isinstance(error, JuanzongError):
            sentence = describe_error(error)
            self.result.fail(sentence.reason, sentence.remedy)
        else:
            self.result.hide()
            self._context.session.troubled.emit(error)


def slot_lines(outlook: SubmissionOutlook, snapshot: Snapshot) -> list[OutcomeLine]:
    """What would be handed in, slot by slot, with what is not ready in it."""
    unit = snapshot.facts.unit_name
    states = {
        (task.indicator, task.method): slot.filing
        for indicator in snapshot.completeness.indicators
        for task in indicator.tasks
        for slot in task.slots
        if slot.unit == unit
    }
    tasks = {
        (row.indicator, row.method): key for key, rows in snapshot.filed.items() for row in rows
    }
    lines = []
    for slot in outlook.slots:
        place = (slot.indicator, slot.method)
        rows = [r for r in snapshot.filed.get(tasks.get(place, ""), ()) if r.unit == unit]
        filing = states.get(place)
        notes = []
        if filing is not None and filing.tally.missing:
            notes.append(tr("还缺 {count} 个要点", count=filing.tally.missing))
        if filing is not None and filing.waiting_items:
            notes.append(tr("{count} 件待处理", count=len(filing.waiting_items)))
        guessed = sum(bool(row.guesses) for row in rows)
        if guessed:
            notes.append(tr("{count} 件的著录还没有确认", count=guessed))
        text = tr(
            "指标 {code} {method}　{count} 件",
            code=slot.indicator,
            method=METHOD_NAMES[slot.method],
            count=len(rows),
        )
        size = size_text(sum(row.size for row in rows))
        mark = Mark.PARTIAL if notes else Mark.GOOD
        titles = tr("、").join(tr("《{title}》", title=row.title) for row in rows[:3]) + (
            tr("等") if len(rows) > 3 else ""
        )
        lines.append(OutcomeLine(mark, text, size, "　".join([*notes, titles]), slot))
    if not lines:
        lines.append(
            OutcomeLine(
                Mark.NONE,
                tr("没有新的内容要正式报送"),
                "",
                tr("仍可以制作：材料记录和创建办还没有的原件会一并送去。"),
            )
        )
    return lines


def _warning(outlook: SubmissionOutlook, snapshot: Snapshot) -> str:
    unit = snapshot.facts.unit_name
    blocked = sum(r.blocked and r.unit == unit for rows in snapshot.filed.values() for r in rows)
    parts = []
    if outlook.absent:
        parts.append(tr("原件不在了 {count} 份，送不出去", count=len(outlook.absent)))
    if blocked:
        parts.append(tr("{count} 件还不能印成页面", count=blocked))
    return tr("{what}。可以照常报送，以后补上再报。", what=tr("，").join(parts)) if parts else ""
