"""A unit's view: make the submission package, open what came, look what was sent."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QWidget

from app.bootstrap import Services
from app.exchange.kinds import PackageKind
from app.exchange.outlook import SubmissionOutlook, read_outlook
from app.framework.keys import TaskKey
from ui.actions import ActionButton, label, make_action, mark_writing
from ui.exchange.pack_form import PackForm
from ui.exchange.view import ExchangeView
from ui.page import PageContext
from ui.snapshot import Snapshot
from ui.translation import tr
from ui.widgets.files import size_text
from ui.widgets.layouts import beside, vertical
from ui.widgets.outcome_list import Mark, OutcomeLine, OutcomeList
from ui.wording import named


class UnitExchange(ExchangeView[SubmissionOutlook]):
    """``open_wanted`` asks to open what came."""

    def __init__(self, context: PageContext, parent: QWidget) -> None:
        super().__init__(context, parent)
        self._outlook: SubmissionOutlook | None = None
        self.form = PackForm(context, PackageKind.SUBMISSION)
        self.counts = label("", "subheading", wrap=True)
        self.warning = label("", "guess", wrap=True)
        self.slots = OutcomeList(tr("这次报送的内容"), context.theme)
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
        mark_writing(self.pack_action, self.open_action)
        self._build()
        self.form.changed.connect(self._follow)
        self.packing.made.connect(lambda _: self.form.destination.refresh())
        self.packing.busy_changed.connect(self._follow)
        self._follow()

    def _build(self) -> None:
        theme = self._context.theme
        left = QWidget()
        column = vertical(left, 0, 0, 4, 0, spacing=6)
        column.addWidget(self.counts)
        column.addWidget(self.warning)
        column.addWidget(self.slots, 1)
        inside = QWidget()
        inner = vertical(inside, 4, 0, 4, 0, spacing=12)
        inner.addWidget(self.result)
        inner.addWidget(self.form)
        inner.addStretch(1)
        splitter = beside(left, inside, sizes=[theme.space(560), theme.space(560)])
        buttons = (
            ActionButton(self.open_action, theme, "open"),
            ActionButton(self.pack_action, theme, "exchange", primary=True),
        )
        self.lay_out(tr("报送"), splitter, buttons)
        self.views.setAccessibleName(tr("报送或记录"))

    # --- what is shown ---------------------------------------------------------------------------

    def start(self) -> None:
        """Take the keyboard."""
        self.form.destination.refresh()
        self.form.name_person()
        self.form.ask_keys(self._context, (None,))
        self.slots.setFocus(Qt.FocusReason.OtherFocusReason)

    def read(self, services: Services) -> SubmissionOutlook:
        """Read what the package would hold."""
        return read_outlook(services.workspace)

    def show_standing(self, standing: SubmissionOutlook) -> None:
        """Show what the package would hold."""
        self._outlook = standing
        self.slots.show_lines(slot_lines(standing, self._context.session.snapshot))
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


def slot_lines(outlook: SubmissionOutlook, snapshot: Snapshot) -> list[OutcomeLine]:
    """What would be handed in, slot by slot, with what is not ready in it."""
    unit = snapshot.facts.unit_name
    states = {
        (task.indicator, task.task_code): slot.filing
        for indicator in snapshot.completeness.indicators
        for task in indicator.tasks
        for slot in task.slots
        if slot.unit == unit
    }
    lines = []
    for slot in outlook.slots:
        place = (slot.indicator, slot.task_code)
        rows = [r for r in snapshot.filed.get(TaskKey(*place), ()) if r.unit == unit]
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
            method=named(snapshot.framework.task_name(*place)),
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
