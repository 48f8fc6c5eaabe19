"""A unit's view: make the submission package, open packages that came in, see what was sent."""

from dataclasses import replace
from itertools import chain

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QWidget

from app.bootstrap import Services
from app.evidence.concerns import concerns_about, concerns_at
from app.exchange.handing_in import exempt_points, left_out, look_over
from app.exchange.kinds import PackageKind
from app.exchange.outlook import SubmissionOutlook, read_outlook
from app.framework.keys import TaskKey
from ui.actions import ActionButton, label, make_action, mark_writing
from ui.exchange.pack_form import PackForm
from ui.exchange.submit_dialog import SubmitDialog, content_words
from ui.exchange.view import ExchangeView
from ui.page import PageContext
from ui.shared.targets import ItemTarget
from ui.snapshot import Snapshot
from ui.translation import tr
from ui.widgets.files import size_text
from ui.widgets.layouts import beside, scrolled, vertical
from ui.widgets.outcome_list import Mark, OutcomeLine, OutcomeList
from ui.wording import describe_concerns, task_heading


class UnitExchange(ExchangeView[SubmissionOutlook]):
    """``open_wanted`` asks to open packages that came in."""

    def __init__(self, context: PageContext, parent: QWidget) -> None:
        super().__init__(context, parent)
        self._outlook: SubmissionOutlook | None = None
        self.form = PackForm(context, PackageKind.SUBMISSION)
        self.counts = label("", "subheading", wrap=True)
        self.warning = label("", "guess", wrap=True)
        self.slots = OutcomeList(tr("这次报送的内容"), context.theme)
        self.pack_action = make_action(
            self,
            tr("报送…"),
            tr("先看一遍报送什么、有什么问题、还缺什么，再写到选定的 U 盘或文件夹"),
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
        splitter = beside(left, scrolled(inside), sizes=[theme.space(560), theme.space(560)])
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
                "正式报送 {slots} 处；随包送去材料记录 {items} 件、原件 {originals} 份，{size}",
                slots=len(outlook.slots),
                items=outlook.items,
                originals=outlook.originals(full=full),
                size=size_text(size),
            )
        )
        self.warning.setText(_warning(outlook, self._context.session.snapshot))
        self.warning.setVisible(bool(self.warning.text()))

    # --- doing -----------------------------------------------------------------------------------

    @Slot()
    def pack(self) -> None:
        """Show what would be handed in, and write the package once the person agrees."""
        folder, outlook = self.form.destination.folder, self._outlook
        if folder is None or outlook is None:
            return
        request = self.form.request(folder)
        snapshot = self._context.session.snapshot
        lines = look_over(
            snapshot.framework,
            chain.from_iterable(snapshot.filed.values()),
            snapshot.completeness,
            snapshot.returns,
            outlook.slots if request.submit else (),
            snapshot.facts.unit_name or "",
        )
        where = tr("写到 {place}", place=self.form.destination.drives.currentText())
        unit = snapshot.facts.unit_name or ""
        left = left_out(snapshot.completeness, snapshot.returns, outlook.slots, unit)
        dialog = SubmitDialog(
            self._context.theme, lines, left, where, self, draft=not request.submit
        )

        def agreed() -> None:
            every = len(dialog.chosen) == len(lines)
            chosen = None if every else dialog.chosen
            self.packing.start(replace(request, slots=chosen), (None,))

        dialog.accepted.connect(agreed)
        dialog.item_wanted.connect(
            lambda item: self._context.go("indicators", ItemTarget(item, describe=True))
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


def slot_lines(outlook: SubmissionOutlook, snapshot: Snapshot) -> list[OutcomeLine]:
    """What would be submitted, slot by slot, and what is not ready in each."""
    unit = snapshot.facts.unit_name or ""
    states = {slot.task: slot for slot in snapshot.completeness.slots(unit)}
    lines = []
    for slot in outlook.slots:
        rows = [r for r in snapshot.filed.get(slot.task, ()) if r.unit == unit]
        own = states.get(slot.task)
        notes = []
        if own is not None and own.tally.missing:
            notes.append(tr("还缺 {count} 个要点", count=own.tally.missing))
        if concerns := describe_concerns(concerns_about(rows)):
            notes.append(concerns)
        task = snapshot.framework.task_name(*slot.task)
        there = content_words(len(rows), len(exempt_points(own)))
        text = task_heading(slot.indicator, task, there)
        size = size_text(sum(row.size for row in rows)) if rows else ""
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
    slots = {(TaskKey(s.indicator, s.task_code), unit or "") for s in outlook.slots}
    rows = [row for found in snapshot.filed.values() for row in found]
    concerns = describe_concerns(concerns_at(rows, slots))
    parts = []
    if outlook.absent:
        parts.append(tr("原件不在了 {count} 份，送不出去", count=len(outlook.absent)))
    if concerns:
        parts.append(concerns)
    return tr("{what}。可以照常报送，以后补上再报。", what=tr("，").join(parts)) if parts else ""
