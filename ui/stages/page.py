"""进度: stages and units on the left, the calendar and the chosen stage on the right."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QModelIndex, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QInputDialog, QTabBar, QWidget

from app.changed import Area
from app.stages.calendar import CalendarEntry, EntryKind
from app.stages.errors import StageDatesInvalid
from app.stages.schedule import changed, default_schedule, redated
from app.stages.service import StageView, view_stages
from app.vocabulary import WorkspaceRole
from ui import dialogs
from ui.actions import ActionButton, IconButton, label, make_action, mark_writing
from ui.literal import no_mnemonic
from ui.page import Page, PageContext
from ui.papers.opening import open_papers
from ui.shared.targets import FilterTarget, ProgressFilter
from ui.snapshot import Snapshot
from ui.stages.controller import StagesController, change_of
from ui.stages.month_view import MonthView
from ui.stages.rows import UnitFilter, first_stage, stage_lines, summary, unit_lines
from ui.stages.stage_form import StageForm, number_of
from ui.stages.tables import StagesView, units_table
from ui.translation import tr
from ui.widgets.layouts import beside, horizontal, vertical
from ui.widgets.outcome_list import Mark, OutcomeLine, OutcomeList
from ui.widgets.row_list import ROW
from ui.wording import describe_error

_MARKS = {
    EntryKind.DEADLINE: Mark.HINT,
    EntryKind.MILESTONE: Mark.NONE,
    EntryKind.RECTIFICATION: Mark.BAD,
}
_REMINDER = "reminder"
#: Below this width (at 100 %) the calendar does not fit beside the units.
_NARROW = 860


class StagesPage(Page):
    """The office sets the dates and sends reminders; a unit sees the dates and its own status."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self._office = context.session.snapshot.facts.role is WorkspaceRole.OFFICE
        self._view: StageView | None = None
        theme = context.theme
        self.controller = StagesController(context, self)
        self.stages = StagesView(theme)
        self.lists = QTabBar()
        self.lists.setExpanding(False)
        self.lists.setDrawBase(False)
        self.lists.setAccessibleName(tr("哪些单位"))
        for wanted in UnitFilter:
            self.lists.setTabData(self.lists.addTab(""), wanted)
        self.units = units_table(theme)
        self.summary = label("", "muted", wrap=True)
        self.month = MonthView(theme)
        self.month_name = label("", "subheading")
        self.day_name = label("", "muted")
        self.day_list = OutcomeList(tr("这一天"), theme)
        self.day_list.setProperty("side", True)  # noqa: FBT003  (Qt's own signature)
        self.form = StageForm(context, self._contradictions)
        self._make_actions()
        self._build()
        theme.changed.connect(self._fit)
        self._fit()
        self.stages.selectionModel().currentChanged.connect(self._on_stage)
        self.lists.currentChanged.connect(self._fill_units)
        self.units.activated.connect(self._go_to_unit)
        self.units.selectionModel().selectionChanged.connect(self._follow)
        self.month.day_chosen.connect(self._on_day)
        self.month.opened.connect(self._open_day)
        self.day_list.activated.connect(self._open_entry)
        self.day_list.clicked.connect(self._open_entry)
        self.form.changed.connect(self._follow)
        self.form.typing.save_wanted.connect(self._store)
        self._follow()
        self.follow(context.session, Area.NOTICES)

    def _make_actions(self) -> None:
        self.export_action = make_action(
            self,
            tr("导出日历…"),
            tr("导出为 .ics 文件，可导入手机或电脑的日历"),
            lambda: self.controller.export(self),
            "Ctrl+E",
            within=True,
        )
        self.paper_action = make_action(
            self,
            tr("催报通知…"),
            tr("给选中的单位生成催报通知；没有选中时给列表里的全部单位"),
            self.open_reminder,
            "Ctrl+R",
            within=True,
        )
        self.save_action = make_action(
            self, tr("保存"), tr("保存这个阶段"), self.save, "Ctrl+S", within=True
        )
        self.shift_action = make_action(
            self, tr("移到另一年…"), tr("各阶段的日期一起移到另一年"), self.ask_year
        )
        self.reset_one_action = make_action(
            self,
            tr("恢复本阶段"),
            tr("这个阶段恢复指标体系规定的日期，名称和比例不变，可以撤销"),
            self.reset_one,
        )
        self.reset_action = make_action(
            self, tr("恢复全部"), tr("各阶段恢复指标体系规定的日期，可以撤销"), self.reset
        )
        mark_writing(self.save_action, self.shift_action, self.reset_one_action, self.reset_action)
        self.earlier = make_action(
            self, tr("上个月"), tr("上个月（日历里按 PageUp）"), lambda: self.month.step_month(-1)
        )
        self.later = make_action(
            self, tr("下个月"), tr("下个月（日历里按 PageDown）"), lambda: self.month.step_month(1)
        )
        self.now_action = make_action(
            self, tr("今天"), tr("回到今天（日历里按 Home）"), self._go_to_today
        )

    def _build(self) -> None:
        theme = self._context.theme
        top = QHBoxLayout()
        top.addWidget(label(tr("进度"), "heading"))
        top.addStretch(1)
        top.addWidget(ActionButton(self.export_action, theme))
        if self._office:
            top.addWidget(ActionButton(self.paper_action, theme, primary=True))
        left = QWidget()
        column = vertical(left, 16, 12, 4, 12, spacing=8)
        column.addLayout(top)
        column.addWidget(self.stages)
        column.addWidget(self.lists)
        column.addWidget(self.summary)
        column.addWidget(self.units, 1)
        head = QHBoxLayout()
        head.addWidget(self.month_name)
        head.addStretch(1)
        head.addWidget(ActionButton(self.now_action, theme, flat=True))
        head.addWidget(IconButton(self.earlier, theme, "up"))
        head.addWidget(IconButton(self.later, theme, "down"))
        foot = QWidget()
        buttons = horizontal(foot)
        buttons.addWidget(ActionButton(self.save_action, theme, primary=True))
        buttons.addStretch(1)
        buttons.addWidget(ActionButton(self.shift_action, theme))
        buttons.addWidget(ActionButton(self.reset_one_action, theme))
        buttons.addWidget(ActionButton(self.reset_action, theme))
        if not self._office:
            foot.hide()
        self.form.add_foot(foot)
        right = QWidget()
        inner = vertical(right, 4, 12, 16, 12, spacing=6)
        inner.addLayout(head)
        inner.addWidget(self.month, 1)
        inner.addWidget(self.day_name)
        inner.addWidget(self.day_list)
        inner.addWidget(self.form)
        self.splitter = beside(left, right, sizes=[theme.space(720), theme.space(540)])
        self.splitter.setStretchFactor(0, 1)
        layout = horizontal(self)
        layout.addWidget(self.splitter)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  (Qt's name)
        """Put the calendar below if there is no room beside the units."""
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        narrow = self.width() < self._context.theme.space(_NARROW)
        way = Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal
        if way is not self.splitter.orientation():
            self.splitter.setOrientation(way)

    @Slot()
    def _fit(self) -> None:
        line = self.fontMetrics().lineSpacing()
        space = self._context.theme.space
        self.day_list.setFixedHeight(2 * (line + space(12)) + 2)
        self.units.setMinimumHeight(space(150))
        self._fold()

    # --- what is shown ---------------------------------------------------------------------------

    @property
    def view(self) -> StageView | None:
        """The stages as they were read the last time."""
        return self._view

    def arrive(self, target: object) -> None:
        """Take the focus; ``target`` is the number of a stage that another page gives."""
        if isinstance(target, int):
            self.stages.turn_to(target)
        self.stages.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Read the stages again."""
        workspace, completeness = self._context.session.services.workspace, snapshot.completeness
        self._context.session.read(lambda: view_stages(workspace, completeness), self._on_read)

    @Slot(object)
    def _on_read(self, view: StageView) -> None:
        first = self._view is None
        chosen = self.stages.stage
        self._view = view
        self.stages.lines.show(stage_lines(view.schedule, view.today))
        if first:
            self.stages.turn_to(first_stage(view.schedule, view.today))
        elif chosen is not None:
            self.stages.turn_to(chosen.stage.number)
        self.month.show_entries(view.entries, view.today)
        self._show_stage()
        self._fill_units()
        self._on_day(self.month.day)

    def _show_stage(self) -> None:
        line = self.stages.stage
        stage = line.stage if line is not None else None
        writable = self._office and not self._context.session.read_only
        self.form.show_stage(stage, writable=writable)
        self._follow()

    @Slot()
    def _fill_units(self) -> None:
        view, line = self._view, self.stages.stage
        if view is None or line is None:
            return
        number = line.stage.number
        found = {wanted: unit_lines(view, wanted, number) for wanted in UnitFilter}
        names = {
            UnitFilter.STAGE: tr("{stage}阶段", stage=no_mnemonic(line.stage.name)),
            UnitFilter.OVERDUE: tr("逾期 {count}", count=len(found[UnitFilter.OVERDUE])),
            UnitFilter.AT_RISK: tr("有延误风险 {count}", count=len(found[UnitFilter.AT_RISK])),
        }
        for place, wanted in enumerate(UnitFilter):
            self.lists.setTabText(place, names[wanted])
        shown = found[self.lists.tabData(self.lists.currentIndex())]
        self.units.lines.show(shown)
        self.summary.setText(summary(shown))
        self._follow()

    @property
    def _differs(self) -> bool:
        """True if the stage that is shown has other dates than the document's own."""
        stage = self.form.stage
        if stage is None:
            return False
        return redated(stage, default_schedule(self._context.session.snapshot.framework))

    @Slot()
    def _follow(self) -> None:
        writable = self._office and not self._context.session.read_only
        self.save_action.setEnabled(writable and self.form.dirty)
        self.shift_action.setEnabled(writable)
        self.reset_action.setEnabled(writable)
        self.reset_one_action.setEnabled(writable and self._differs)
        self.paper_action.setEnabled(self._office and bool(self.units.lines.rows))

    @Slot(QModelIndex, QModelIndex)
    def _on_stage(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid():
            self._show_stage()
            self._fill_units()

    # --- the calendar ----------------------------------------------------------------------------

    @Slot(object)
    def _on_day(self, day: date) -> None:
        self.month_name.setText(tr("{year}年{month}月", year=day.year, month=day.month))
        entries = self.month.entries_on(day)
        words = tr("{month}月{day}日", month=day.month, day=day.day)
        self.day_name.setText(words if entries else tr("{day}　没有安排", day=words))
        self.day_list.show_lines([OutcomeLine(_MARKS[e.kind], e.title, "", "", e) for e in entries])

    @Slot(object)
    def _open_day(self, day: date) -> None:
        entries = self.month.entries_on(day)
        if entries:
            self._open(entries[0])

    @Slot(QModelIndex)
    def _open_entry(self, index: QModelIndex) -> None:
        self._open(index.data(ROW).value)

    def _open(self, entry: CalendarEntry) -> None:
        kind, _, rest = entry.key.partition("-")
        if kind == EntryKind.RECTIFICATION:
            self._context.go("rectification", rest)
        else:
            self.stages.turn_to(int(rest.partition("-")[0]))

    @Slot()
    def _go_to_today(self) -> None:
        if self._view is not None:
            self.month.choose(self._view.today)

    # --- doing -----------------------------------------------------------------------------------

    @Slot()
    def save(self) -> None:
        """Store what was typed for the stage."""
        self.form.typing.save_and_tell()

    @Slot(str, object)
    def _store(self, key: str, fields: Mapping[str, str]) -> None:
        self.controller.change(self.form, number_of(key), key, fields)

    def _contradictions(self, fields: Mapping[str, str]) -> Mapping[str, str]:
        if self._view is None:
            return {}
        try:
            changed(self._view.schedule, number_of(self.form.typing.key), change_of(fields))
        except StageDatesInvalid as error:
            why = describe_error(error).reason
            return {name: why for name in ("start", "deadline") if name in fields}
        return {}

    @Slot()
    def ask_year(self) -> None:
        """Ask for a year, and move all stages there."""
        if self._view is None:
            return
        box = QInputDialog(self)
        box.setWindowTitle(tr("移到另一年"))
        box.setLabelText(tr("第一个截止日期在哪一年？各阶段的月、日不变。"))
        box.setInputMode(QInputDialog.InputMode.IntInput)
        box.setIntRange(1990, 2199)
        box.setIntValue(self._view.today.year)
        box.setOkButtonText(tr("移到这一年"))
        box.setCancelButtonText(tr("取消"))
        box.intValueSelected.connect(self._shift)
        box.finished.connect(box.deleteLater)
        box.open()

    @Slot(int)
    def _shift(self, year: int) -> None:
        doing = tr("移到 {year} 年", year=year)
        self._context.drafts.settle(doing, lambda: self.controller.shift(year))

    @Slot()
    def reset_one(self) -> None:
        """Take the document's own dates of the stage that is shown; what was typed is dropped."""
        stage = self.form.stage
        if stage is not None:
            self.form.typing.forget()
            self.form.show_stage(stage, writable=True)
            self.controller.reset_one(stage.number, stage.name)

    @Slot()
    def reset(self) -> None:
        """Take the document's own dates again, after asking."""
        question = tr("各阶段恢复指标体系规定的日期吗？")
        detail = tr("名称、日期和应齐备的比例都恢复，可以撤销。")
        if dialogs.ask(self, question, detail, tr("恢复")):
            self.controller.reset()

    @Slot()
    def open_reminder(self) -> None:
        """Open reminders to the chosen units, or to those of the list that lack something."""
        chosen = self.units.chosen() or [r for r in self.units.lines.rows if r.lacking]
        open_papers(self._context, self, _REMINDER, tuple(row.unit for row in chosen))

    @Slot(QModelIndex)
    def _go_to_unit(self, index: QModelIndex) -> None:
        row = index.data(ROW)
        target = FilterTarget(unit=row.unit, wanted=ProgressFilter.UNFINISHED)
        self._context.go("indicators", target)
