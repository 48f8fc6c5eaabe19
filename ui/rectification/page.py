"""整改: the register on the left, one problem on the right."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QWidget

from app.changed import Area
from app.rectification.listing import RegisterFilter, counts_of, due_first
from app.rectification.reading import RegisterRow, read_register
from app.rectification.vocabulary import NoticeState
from app.vocabulary import WorkspaceRole
from ui.actions import ActionButton, label, make_action, mark_writing
from ui.dialog_drafts import keep_text
from ui.page import Page, PageContext
from ui.papers.opening import open_papers
from ui.rectification.closing_evidence import ClosingEvidence
from ui.rectification.controller import RectificationController
from ui.rectification.form import NoticeForm
from ui.rectification.new_notice import NewNoticeDialog
from ui.rectification.table import register_table
from ui.snapshot import Snapshot
from ui.translation import tr
from ui.widgets.elided import ElidedLabel
from ui.widgets.layouts import beside, horizontal, scrolled, vertical
from ui.widgets.name_picker import NamePicker
from ui.widgets.wrapping import WrappingRow
from ui.wording import NOTICE_STATE_NAMES

_NOTICE = "rectification-notice"


class RectificationPage(Page):
    """The office opens, judges and closes problems; a unit fills in what it does."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self._office = context.session.snapshot.facts.role is WorkspaceRole.OFFICE
        self._rows: tuple[RegisterRow, ...] = ()
        self._wanted = ""
        self.unit = NamePicker(tr("单位名称或首字母"))
        self.unit.setAccessibleName(tr("责任单位"))
        if not self._office:
            self.unit.hide()
        self.state = QComboBox()
        self.state.setAccessibleName(tr("状态"))
        self.state.addItem(tr("全部状态"), None)
        for state, name in NOTICE_STATE_NAMES.items():
            self.state.addItem(name, state)
        self.overdue = QCheckBox(tr("只看超期"))
        self.counts = ElidedLabel()
        self.counts.setProperty("muted", True)  # noqa: FBT003  (Qt's own signature)
        self.table = register_table(context.theme)
        self.controller = RectificationController(context, self)
        self.form = NoticeForm(context)
        self.evidence = ClosingEvidence(context, self.form.evidence)
        self._make_actions()
        self._build()
        self.unit.picked.connect(self._fill)
        self.state.currentIndexChanged.connect(self._fill)
        self.overdue.toggled.connect(self._fill)
        self.table.selectionModel().currentChanged.connect(self._on_chosen)
        self.form.changed.connect(self._follow)
        self.form.typing.save_wanted.connect(self._store)
        self.controller.opened.connect(self._on_opened)
        self._follow()
        self.follow(context.session, Area.NOTICES)

    def _make_actions(self) -> None:
        self.new_action = make_action(
            self, tr("新增问题"), tr("列入一个新的问题"), self.open_new, "Ctrl+N", within=True
        )
        self.export_action = make_action(
            self, tr("导出台账"), tr("导出为 Excel 表"), self.export, "Ctrl+E", within=True
        )
        self.paper_action = make_action(
            self, tr("整改通知…"), tr("给有未销号问题的单位生成整改通知"), self.open_paper
        )
        self.save_action = make_action(
            self, tr("保存"), tr("保存填写的内容"), self.save, "Ctrl+S", within=True
        )
        self.close_action = make_action(self, tr("销号"), tr("验收通过，销号"), self.close_chosen)
        self.back_action = make_action(
            self, tr("退回整改"), tr("验收不通过，退回继续整改"), self.send_back_chosen
        )
        self.reopen_action = make_action(self, tr("恢复"), tr("撤销验收结论"), self.reopen_chosen)
        self.remove_action = make_action(
            self, tr("移去"), tr("从台账移去，可以撤销"), self.remove_chosen
        )
        mark_writing(
            self.new_action,
            self.save_action,
            self.close_action,
            self.back_action,
            self.reopen_action,
            self.remove_action,
        )
        for action in (
            self.new_action,
            self.paper_action,
            self.close_action,
            self.back_action,
            self.reopen_action,
            self.remove_action,
        ):
            action.setVisible(self._office)

    def _build(self) -> None:
        theme = self._context.theme
        heading = QWidget()
        words = horizontal(heading)
        words.addWidget(label(tr("整改台账"), "heading"))
        words.addWidget(self.counts, 1)
        top = WrappingRow(heading, ActionButton(self.export_action, theme))
        if self._office:
            top.addWidget(ActionButton(self.paper_action, theme))
            top.addWidget(ActionButton(self.new_action, theme, "add", primary=True))
        filters = QHBoxLayout()
        filters.addWidget(self.unit, 2)
        filters.addWidget(self.state, 1)
        filters.addWidget(self.overdue)
        filters.addStretch(1)
        left = QWidget()
        column = vertical(left, 16, 12, 4, 12)
        column.addLayout(top)
        column.addLayout(filters)
        column.addWidget(self.table, 1)
        foot = QWidget()
        buttons = WrappingRow(ActionButton(self.save_action, theme, primary=True), fill=False)
        if self._office:
            for action in (
                self.close_action,
                self.back_action,
                self.reopen_action,
                self.remove_action,
            ):
                buttons.addWidget(ActionButton(action, theme))
        foot.setLayout(buttons)
        self.form.add_foot(foot)
        right = QWidget()
        inner = vertical(right, 4, 12, 16, 12)
        inner.addWidget(scrolled(self.form))  # large text needs more room
        splitter = beside(left, right, sizes=[theme.space(800), theme.space(470)])
        layout = horizontal(self)
        layout.addWidget(splitter)

    # --- what is shown ---------------------------------------------------------------------------

    def arrive(self, target: object) -> None:
        """Turn to the problem with the id that another page gives."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(target, str):
            self._wanted = target
            self.table.turn_to(target)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Read the register again."""
        self.unit.offer([u.name for u in snapshot.registry.units], tr("全部单位"))
        self._read()

    def _read(self) -> None:
        session = self._context.session
        workspace, today = session.services.workspace, session.snapshot.today
        own = session.snapshot.facts.unit_id

        def job() -> tuple[RegisterRow, ...]:
            with workspace.reading() as reading:
                return read_register(reading, today, own)

        session.read(job, self._on_read)

    @Slot(object)
    def _on_read(self, rows: tuple[RegisterRow, ...]) -> None:
        self._rows = rows
        self._fill()

    @Slot()
    def _fill(self) -> None:
        before = self.form.row
        wanted = RegisterFilter(
            unit=self.unit.name or None,
            state=self.state.currentData(),
            overdue=self.overdue.isChecked(),
        )
        shown = due_first(row for row in self._rows if wanted.admits(row))
        self.table.lines.show(shown)
        counts = counts_of(self._rows)
        self.counts.setText(
            tr(
                "共 {total} 条，已销号 {closed}，待销号 {verify}，超期 {overdue}",
                total=counts.total,
                closed=counts.closed,
                verify=counts.to_verify,
                overdue=counts.overdue,
            )
        )
        self.export_action.setEnabled(bool(self._rows))
        turn_to = self._wanted or (before.notice.id if before is not None else "")
        self._wanted = ""
        if self.table.lines.place_of(turn_to) >= 0:
            self.table.turn_to(turn_to)
        elif shown:
            self.table.turn_to(shown[0].notice.id)
        self._on_chosen()

    @Slot()
    def _on_chosen(self) -> None:
        writable = not self._context.session.read_only
        found = self.table.current
        row = found if isinstance(found, RegisterRow) else None
        open_to_it = writable and row is not None and row.state is not NoticeState.CLOSED
        task = ""
        if row is not None and row.notice.task_code:
            framework = self._context.session.snapshot.framework
            task = framework.task_name(row.notice.indicator, row.notice.task_code)
        self.form.show_row(row, task, office=self._office, writable=open_to_it)
        self.evidence.turn_to(row, office=self._office, writable=open_to_it)
        self._follow()

    @Slot()
    def _follow(self) -> None:
        row, writable = self.form.row, not self._context.session.read_only
        known = row is not None and writable
        state = row.state if row is not None else None
        self.new_action.setEnabled(writable)
        self.save_action.setEnabled(known and self.form.dirty)
        self.close_action.setEnabled(known and state is not NoticeState.CLOSED)
        self.back_action.setEnabled(known and state is NoticeState.TO_VERIFY)
        judged = row is not None and row.notice.verdict is not None
        self.reopen_action.setEnabled(known and judged)
        self.remove_action.setEnabled(known)

    # --- doing -----------------------------------------------------------------------------------

    @Slot()
    def open_new(self) -> None:
        """Ask for a new problem."""
        dialog = NewNoticeDialog(self._context.session.snapshot, self._context.theme, self)
        keep_text(self._context.drafts, dialog, "ask/rectification/new", tr("新增的整改问题"))
        dialog.accepted.connect(lambda: self.controller.open(dialog.draft))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(str)
    def _on_opened(self, made: str) -> None:
        self._wanted = made

    @Slot()
    def save(self) -> None:
        """Store what was typed: the office's part in the notice, the unit's in the reply."""
        self.form.typing.save_and_tell()

    @Slot(str, object)
    def _store(self, key: str, fields: Mapping[str, str]) -> None:
        if self.form.row is not None:
            self.controller.save(self.form, self.form.row, key, fields)

    @Slot()
    def close_chosen(self) -> None:
        """Accept that the problem is solved."""
        if self.form.row is not None:
            self.controller.ask_close(self.form.row.notice, self)

    @Slot()
    def send_back_chosen(self) -> None:
        """Ask what is still missing, and send the reply back."""
        if self.form.row is not None:
            self.controller.ask_back(self.form.row.notice, self)

    @Slot()
    def reopen_chosen(self) -> None:
        """Withdraw the verdict."""
        if self.form.row is not None:
            self.controller.reopen(self.form.row.notice.id)

    @Slot()
    def remove_chosen(self) -> None:
        """Remove the problem from the register."""
        if self.form.row is not None:
            self.controller.remove(self.form.row.notice.id)

    @Slot()
    def open_paper(self) -> None:
        """Notices to the unit that the list is narrowed to, or to all with an open problem."""
        rows = (r.notice.unit for r in self._rows if r.state is not NoticeState.CLOSED)
        units = (self.unit.name,) if self.unit.name else tuple(dict.fromkeys(rows))
        open_papers(self._context, self, _NOTICE, units)

    @Slot()
    def export(self) -> None:
        """Write the register as a table for Excel, and say where it is."""
        self._context.drafts.settle(tr("导出台账"), lambda: self.controller.export(self))
