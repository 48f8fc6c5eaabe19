"""年份: what lies in each year of a task's points, and the dialog over all points of a unit."""

from collections.abc import Mapping, Sequence
from itertools import chain
from pathlib import Path

from PySide6.QtCore import QModelIndex, QPoint, QSize, Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.completeness.vocabulary import YearState
from app.completeness.year_matrix import YearRow, with_year, year_rows
from app.evidence.chosen_years import YearsChosen, choose_years
from app.evidence.listing import FiledRow
from app.framework.keys import TaskKey
from app.verification.material_check.year_file import write_years
from app.visible_text import visible
from ui import dialogs
from ui.actions import ActionButton, label, make_action, mark_writing
from ui.commands import Undoable, run
from ui.literal import tip, window_title
from ui.page import PageContext
from ui.shared.targets import TaskTarget
from ui.snapshot import Snapshot
from ui.translation import tr
from ui.verification.material_check.year_table import YearTable
from ui.verification.panels import MethodPanel, Shown
from ui.widgets.agreeing import agree_buttons
from ui.widgets.fitting import resize_within_window
from ui.widgets.layouts import horizontal, vertical
from ui.widgets.ticking import TickByName
from ui.widgets.wrapping import WrappingRow

#: So many points at most are in sight at once below the evidence.
_LINES = 5
Placements = Mapping[str, tuple[int, ...] | None]


class YearPanel(MethodPanel):
    """The points of a task that ask for years; there is nothing to see where none does."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context, tr("年份"))
        theme = context.theme
        self._shown: Shown | None = None
        self.dialog: YearItemsDialog | None = None
        self.head = label("", "subheading", wrap=True)
        self.assign = make_action(
            self, tr("哪些算这一年…"), tr("勾选哪些材料算选中的这一年（F2）"), self.ask_items
        )
        self.read_anew = make_action(
            self, tr("照题名认年份"), tr("选中这格的材料不再指定年份，照题名、日期认"), self.reset
        )
        self.overview = make_action(
            self, tr("全部要点…"), tr("按年份查看全部要点（Ctrl+Shift+Y）"), self.open_overview
        )
        mark_writing(self.assign, self.read_anew)
        line = WrappingRow(self.head)
        for action in (self.assign, self.overview):
            line.addWidget(ActionButton(action, theme, flat=True))
        self.table = YearTable(theme)
        self.table.dropped.connect(self.take_dropped)
        self.table.opened.connect(self.open_cell)
        self.table.moved.connect(self.enable)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._show_menu)
        keys = QShortcut(QKeySequence("F2"), self.table)
        keys.setContext(Qt.ShortcutContext.WidgetShortcut)
        keys.activated.connect(self.assign.trigger)
        column = vertical(self, spacing=4)
        column.addLayout(line)
        column.addWidget(self.table)
        theme.changed.connect(self._fit)
        context.session.refreshed.connect(self._on_refreshed)
        self._show()

    @property
    def rows(self) -> tuple[YearRow, ...]:
        """The points in the table."""
        return self.table.years.rows

    def turn_to(self, shown: Shown) -> None:
        """See ``MethodPanel``."""
        self._shown = shown
        self._show()

    @Slot(object)
    def _on_refreshed(self, _snapshot: Snapshot) -> None:
        self._show()

    def _show(self) -> None:
        snapshot, shown = self.context.session.snapshot, self._shown
        rows: tuple[YearRow, ...] = ()
        if shown is not None:
            key = TaskKey(shown.slot.indicator, shown.slot.task_code)
            rows = rows_of(snapshot, shown.unit, [key])
        self.table.show_rows(rows)
        self.head.setText(head_of(rows))
        self.offer(offered=bool(rows))
        self._fit()
        self.enable()

    @Slot()
    def _fit(self) -> None:
        lines = min(len(self.rows), _LINES) + 1.6
        self.table.setFixedHeight(round(self.context.theme.space(30) * lines))

    @Slot()
    def enable(self) -> None:
        """Let only be done what fits."""
        index = self.table.currentIndex()
        writable = not self.context.session.read_only
        self.assign.setEnabled(writable and self.table.years.cell(index) is not None)
        self.read_anew.setEnabled(writable and bool(self.table.years.items(index)))

    @Slot(QModelIndex)
    def open_cell(self, index: QModelIndex) -> None:
        """Show the items of a cell in the list above."""
        items = self.table.years.items(index)
        if items:
            self.items_wanted.emit([row.item for row in items])
        else:
            self.ask_items()

    @Slot(list, int, int)
    def take_dropped(self, placements: list[str], row: int, year: int) -> None:
        """Let items that were dragged here prove a year."""
        point = self.rows[row]
        own = {str(each.placement): each for each in self._items_at(point)}
        dragged = [own[placement] for placement in placements if placement in own]
        if len(dragged) < len(placements):
            self.context.notice.say(tr("只能拖到材料所在要点的那一行；要换要点，请拖到上面的要点"))
        self.choose({each.placement: self._with(each, year, there=True) for each in dragged})

    @Slot()
    def ask_items(self) -> None:
        """Ask which items of the point prove the year of the cell that is chosen."""
        index = self.table.currentIndex()
        cell = self.table.years.cell(index)
        if cell is None or not self.assign.isEnabled():
            return
        row = self.rows[index.row()]
        items = self._items_at(row)
        if not items:
            dialogs.tell(self, tr("这个要点还没有材料"), tr("请先在上面添加材料。"))
            return
        there = {str(item.placement) for item in cell.items}
        title = tr("哪些材料算 {year} 年", year=cell.year)
        dialog = self.dialog = YearItemsDialog(self.context, title, items, there, self)

        def agreed() -> None:
            ticked = dialog.ticked
            self.choose(
                {
                    item.placement: self._with(item, cell.year, there=item.placement in ticked)
                    for item in items
                    if (item.placement in ticked) is not (item.placement in there)
                }
            )

        dialog.accepted.connect(agreed)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot()
    def reset(self) -> None:
        """Let title and date of the items of the cell tell their years again."""
        items = self.table.years.items(self.table.currentIndex())
        self.choose({item.placement: None for item in items if item.years is not None})

    def choose(self, chosen: Placements) -> None:
        """Say which years items prove; can be undone."""
        if not chosen:
            return
        workspace = self.context.session.services.workspace
        way = Undoable[YearsChosen](
            text=lambda done: tr("指定 {count} 件材料的年份", count=done.count),
            undo=lambda done: choose_years(workspace, done.before),
            changed=lambda done: done.count,
        )
        run(self.context, lambda: choose_years(workspace, chosen), way)

    @Slot()
    def open_overview(self) -> None:
        """Show all points of the unit by years."""
        show_years(self.context, self, self._shown.unit if self._shown is not None else "")

    def _with(self, row: FiledRow, year: int, *, there: bool) -> tuple[int, ...]:
        return with_year(row, self.context.session.snapshot.last_year, year, there=there)

    def _items_at(self, row: YearRow) -> tuple[FiledRow, ...]:
        """Every item at a point, each once, in the order of the list."""
        held = {item.placement for cell in row.cells for item in cell.items}
        held |= {item.placement for item in row.undated}
        filed = self.context.session.snapshot.filed.get(row.key.task, ())
        return tuple(item for item in filed if item.placement in held)

    @Slot(QPoint)
    def _show_menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        menu.addActions([self.assign, self.read_anew, self.overview])
        menu.popup(self.table.viewport().mapToGlobal(place))

    def sizeHint(self) -> QSize:  # noqa: N802  (Qt's name)
        """No more than it needs: the evidence above takes the room that is left."""
        return self.minimumSizeHint()


class YearItemsDialog(QDialog):
    """Asks which items of a point prove a year; ``ticked`` are their placements."""

    def __init__(
        self,
        context: PageContext,
        title: str,
        items: Sequence[FiledRow],
        there: set[str],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(window_title(title))
        self.list = QListWidget()
        self.list.setAccessibleName(title)
        TickByName(self.list)
        for row in items:
            line = QListWidgetItem(visible(f"{row.number}　{row.title}".strip()))
            line.setFlags(line.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            on = row.placement in there
            line.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
            line.setData(Qt.ItemDataRole.UserRole, row.placement)
            line.setToolTip(tip(row.file_name))
            self.list.addItem(line)
        self.buttons, self.agree = agree_buttons(
            self, tr("确定"), tr("确定（Ctrl+回车）"), shortcut="Ctrl+Return"
        )
        layout = QVBoxLayout(self)
        layout.setSpacing(context.theme.space(8))
        about = tr("一件材料可以算几年；勾选以后，不再照题名认年份。")
        layout.addWidget(label(about, "muted", wrap=True))
        layout.addWidget(self.list, 1)
        layout.addWidget(self.buttons)
        resize_within_window(self, context.theme.space(560), context.theme.space(380))

    @property
    def ticked(self) -> frozenset[str]:
        """The placements that are ticked."""
        lines = (self.list.item(number) for number in range(self.list.count()))
        return frozenset(
            str(line.data(Qt.ItemDataRole.UserRole))
            for line in lines
            if line.checkState() is Qt.CheckState.Checked
        )


class YearsDialog(QDialog):
    """Every point that asks for years, of one unit or of all together."""

    def __init__(self, context: PageContext, parent: QWidget, unit: str) -> None:
        super().__init__(parent)
        theme, snapshot = context.theme, context.session.snapshot
        self._context = context
        self.setWindowTitle(tr("按年份查看"))
        self.unit = QComboBox()
        self.unit.setAccessibleName(tr("责任单位"))
        own = snapshot.facts.unit_name
        if own is None:
            self.unit.addItem(tr("全部责任单位合起来"), "")
        for name in [own] if own else [each.name for each in snapshot.registry.units]:
            self.unit.addItem(name, name)
        self.unit.setCurrentIndex(max(self.unit.findData(unit), 0))
        self.only_gaps = QCheckBox(tr("只看有缺的"))
        self.count = label("", "muted")
        self.table = YearTable(theme, coded=True)
        self.table.setAcceptDrops(False)
        self.save = QPushButton(tr("另存表格…"))
        self.save.setToolTip(tip(tr("写成 xlsx 表格，可以打印")))
        self.save.setAutoDefault(False)
        self.save.clicked.connect(self.ask_save)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.button(QDialogButtonBox.StandardButton.Close).setText(tr("关闭"))
        buttons.rejected.connect(self.reject)
        top, foot = horizontal(), horizontal()
        top.addWidget(self.unit)
        top.addWidget(self.only_gaps)
        top.addWidget(self.count, 1)
        about = tr("双击或回车：到这个任务。✗ 缺　– 未见：题名、日期没有写明这一年")
        foot.addWidget(label(about, "muted"), 1)
        foot.addWidget(self.save)
        foot.addWidget(buttons)
        layout = QVBoxLayout(self)
        layout.setSpacing(theme.space(8))
        layout.addLayout(top)
        layout.addWidget(self.table, 1)
        layout.addLayout(foot)
        self.unit.currentIndexChanged.connect(self.fill)
        self.only_gaps.toggled.connect(self.fill)
        self.table.opened.connect(self.go_to)
        context.session.refreshed.connect(self.fill)
        resize_within_window(self, theme.space(1180), theme.space(640))
        self.fill()

    @Slot()
    def fill(self) -> None:
        """Show the points anew."""
        rows = rows_of(self._context.session.snapshot, self.unit.currentData())
        if self.only_gaps.isChecked():
            rows = tuple(row for row in rows if gaps_of(row))
        self.table.show_rows(rows)
        self.count.setText(head_of(rows))
        self.save.setEnabled(bool(rows))

    @Slot(QModelIndex)
    def go_to(self, index: QModelIndex) -> None:
        """Show the task of a cell, with the first of its items."""
        row = self.table.years.rows[index.row()]
        items = self.table.years.items(index)
        item = items[0].item if items else ""
        self.accept()
        self._context.go("indicators", TaskTarget(row.key.indicator, row.key.task_code, item))

    @Slot()
    def ask_save(self) -> None:
        """Ask where the table goes, and write it."""
        name = f"{self.unit.currentData()}{tr('材料年份一览表')}.xlsx"
        target = dialogs.choose_target(self, tr("另存表格"), name)
        if target is not None:
            self.write(target)

    def write(self, target: Path) -> None:
        """Write the points in sight."""
        rows, unit = self.table.years.rows, self.unit.currentData()
        framework = self._context.session.snapshot.framework

        def job() -> Path:
            write_years(target, rows, framework, unit)
            return target

        notice = self._context.notice
        self._context.session.read(
            job, lambda done: notice.say(tr("已另存 {name}", name=done.name))
        )


def rows_of(
    snapshot: Snapshot, unit: str, tasks: Sequence[TaskKey] | None = None
) -> tuple[YearRow, ...]:
    """The points that ask for years, as the snapshot has them."""
    keys = snapshot.filed if tasks is None else tasks
    filed = chain.from_iterable(snapshot.filed.get(key, ()) for key in keys)
    return year_rows(snapshot.completeness, filed, snapshot.last_year, unit, tasks)


def gaps_of(row: YearRow) -> int:
    """How many years of a point are missing or named by nothing."""
    gaps = {YearState.MISSING, YearState.UNSEEN}
    return sum(cell.state in gaps for cell in row.cells)


def head_of(rows: Sequence[YearRow]) -> str:
    """What stands above a table."""
    words = tr("{count} 个要点看年份", count=len(rows))
    missing = sum(len(row.missing) for row in rows)
    unseen = sum(map(gaps_of, rows)) - missing
    told = [words]
    if missing:
        told.append(tr("缺 {count} 处", count=missing))
    if unseen:
        told.append(tr("未见 {count} 处", count=unseen))
    return tr("，").join(told)


def show_years(context: PageContext, parent: QWidget, unit: str = "") -> YearsDialog:
    """Open the table of all points."""
    dialog = YearsDialog(context, parent, unit)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.show()
    return dialog
