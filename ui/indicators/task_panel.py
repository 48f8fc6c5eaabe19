"""One verification task: its points, and the evidence for them."""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QPoint, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QWidget

from app.completeness.states import Filing
from app.evidence.listing import FiledRow
from app.evidence.points import in_date_order
from app.framework.schema import VerificationTask
from app.framework.values import EvidencePoint
from ui.actions import ActionButton, label, make_action, mark_writing, permit
from ui.indicators.adding import Adding
from ui.indicators.evidence_model import EvidenceModel
from ui.indicators.evidence_view import EvidenceView
from ui.indicators.figures import FigureEditor
from ui.indicators.grid import Picture
from ui.indicators.list_head import ListHead
from ui.indicators.points import PointsModel, PointsView
from ui.literal import no_mnemonic, tip
from ui.preferences import Preferences
from ui.shared.returned import ReturnNotes
from ui.shared.whose import of_items, of_places
from ui.theme import Theme
from ui.translation import tr
from ui.widgets.layouts import horizontal, vertical
from ui.widgets.name_picker import NamePicker
from ui.widgets.row_list import ROW
from ui.wording import task_terms

#: Where the choice between list and grid is remembered.
_GRID, _ON = "indicators/grid", "on"
#: The largest share of the visible height that the points take.
_POINTS_SHARE = 0.33


class TaskPanel(QWidget):
    """Emits what the person wants; knows no service."""

    attach_wanted = Signal(list, object)  # paths, point number or None
    pictures_pasted = Signal(list, object)  # paths, point number or None
    remove_wanted = Signal(list)  # rows
    order_wanted = Signal(list)  # placement ids
    binding_wanted = Signal()
    point_wanted = Signal(list, object)  # rows, point number or None
    points_wanted = Signal(list)  # rows: ask for several points
    point_added = Signal(list, int)  # rows, a further point
    move_wanted = Signal(list)  # rows
    copy_wanted = Signal(list)  # rows
    mark_wanted = Signal(object)  # numbers of the points, none for the task as a whole
    mark_many_wanted = Signal(object)  # numbers of the points that are chosen
    expect_wanted = Signal()
    expect_many_wanted = Signal()
    statement_wanted = Signal()
    certificate_wanted = Signal(object)
    companion_wanted = Signal(object)  # row
    revise_wanted = Signal(object)  # row
    rows_chosen = Signal(list)  # rows
    preview_wanted = Signal()
    description_wanted = Signal()

    def __init__(
        self, theme: Theme, preferences: Preferences, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._preferences = theme, preferences
        self.adding = Adding(preferences, self)
        #: Further actions for the chosen items, offered in their menu.
        self.offered: tuple[QAction, ...] = ()
        self._task: VerificationTask | None = None
        self._rows: tuple[FiledRow, ...] = ()
        self._lit: list[FiledRow] = []
        self._lit_at = 0
        self._read_only = False
        self.arranged = ""  # why the order is not changed one by one here
        self._wanted_item, self._then_describe = "", False
        self._room = QSize()
        self._refit = QTimer(self)  # the height follows the width, but not while Qt lays out
        self._refit.setSingleShot(True)
        self._refit.setInterval(0)
        self._refit.timeout.connect(self._fit_points)
        self._make_actions()
        mark_writing(
            self.remove,
            self.earlier,
            self.later,
            self.move_on,
            self.copy_on,
            self.not_applicable,
            self.mark_many,
            self.expect,
            self.expect_many,
            self.companion,
            self.revise,
            self.elsewhere,
            self.binding,
            self.several_points,
            self.by_date,
        )
        self._build()
        self._connect()
        self._enable()

    # --- layout ----------------------------------------------------------------------------------

    def _make_actions(self) -> None:
        self.remove = make_action(
            self, tr("移除"), tr("把选中的材料移到回收站，可以撤销"), self._remove, "Ctrl+Del"
        )
        self.earlier = make_action(
            self, tr("前移"), tr("在装订顺序中前移"), lambda: self._move(-1), "Alt+Left"
        )
        self.later = make_action(
            self, tr("后移"), tr("在装订顺序中后移"), lambda: self._move(1), "Alt+Right"
        )
        self.move_on = make_action(
            self,
            tr("移到其他指标…"),
            tr("把选中的材料移到另一项指标；也可以拖到左边的指标上"),
            lambda: self.move_wanted.emit(self.chosen_rows),
            "Ctrl+Shift+M",
        )
        self.copy_on = make_action(
            self,
            tr("用于其他指标…"),
            tr("让选中的材料同时证明另一项指标；也可以按住 Ctrl 拖到左边的指标上"),
            lambda: self.copy_wanted.emit(self.chosen_rows),
            "Ctrl+Shift+D",
        )
        self.not_applicable = make_action(
            self,
            tr("本单位不涉及…"),
            tr("把选中的要点标为不涉及，并写明原因；没有选要点时，是整条任务"),
            lambda: self.mark_wanted.emit(self.chosen_points),
            "Ctrl+Shift+N",
        )
        self.mark_many = make_action(
            self,
            tr("批量标为不涉及…"),
            tr("一次标几项指标、几种核验方式或几个要点"),
            lambda: self.mark_many_wanted.emit(self.chosen_points),
            "Alt+Shift+N",
        )
        self.expect = make_action(
            self,
            tr("应有材料…"),
            tr("看各要点应有哪些材料；材料已齐的，在这里说明"),
            self.expect_wanted.emit,
            "Alt+Shift+Q",
        )
        self.expect_many = make_action(
            self,
            tr("批量定应有材料…"),
            tr("一次定很多要点的应有材料，可以采用程序的建议"),
            self.expect_many_wanted.emit,
            "Ctrl+Alt+Shift+Q",
        )
        self.statement = make_action(
            self,
            tr("生成未发生情形说明…"),
            tr("这项指标要求没有发生、不存在某种情形：生成 Word 说明，盖章后扫描添加"),
            self.statement_wanted.emit,
        )
        self.certificate = make_action(
            self,
            tr("生成证明、说明…"),
            tr("给选中的要点生成情况说明、证明或商请函（Word），盖章后扫描，按文件名归到要点"),
            lambda: self.certificate_wanted.emit(self.chosen_points),
        )
        self.companion = make_action(
            self,
            tr("附打印的 PDF…"),
            tr("给打不开、转不成页面的材料附上打印成的 PDF，装订时用它的页面"),
            lambda: self.companion_wanted.emit(self.chosen_rows[0]),
            "Alt+Shift+V",
        )
        self.revise = make_action(
            self,
            tr("换新版本…"),
            tr("用另一个文件代替这件材料的文件，旧版本保留"),
            lambda: self.revise_wanted.emit(self.chosen_rows[0]),
            "Ctrl+Shift+R",
        )
        self.binding = make_action(
            self,
            tr("装订顺序…"),
            tr("这项任务的材料装订时按要点、按日期还是手工排；重点材料排前；锁定"),
            self.binding_wanted.emit,
            "Alt+Shift+B",
        )
        self.several_points = make_action(
            self,
            tr("归到几个要点…"),
            tr("一件材料同时证明几个要点：勾选这些要点"),
            lambda: self.points_wanted.emit(self.chosen_rows),
            "Ctrl+Shift+G",
        )
        self.by_date = make_action(
            self,
            tr("按日期排列"),
            tr("把这些材料按日期先后排列，没有日期的在后；可以撤销"),
            lambda: self.order_wanted.emit(in_date_order(self.model.rows)),
            "Alt+Shift+D",
        )
        self.grid = make_action(
            self,
            tr("缩略图"),
            tr("以缩略图显示照片和文件的首页，再按一次回到列表"),
            None,
            "Alt+Shift+G",
        )
        self.grid.setCheckable(True)
        self.elsewhere = make_action(
            self, tr("其他指标"), tr("移到其他指标，或同时用于其他指标"), self._offer_elsewhere
        )

    def _build(self) -> None:
        theme = self._theme
        self.points_model = PointsModel(self)
        self.points = PointsView(theme)
        self.points.setModel(self.points_model)
        self.whole_returned = label("", "wrong", wrap=True)
        self.whole_returned.setAccessibleName(tr("退回原因"))
        self.whole_returned.hide()
        self.terms = label("", "muted", wrap=True)
        self.terms.setAccessibleName(tr("时限和评分"))
        self.figures = FigureEditor(theme)
        self.unit = NamePicker(tr("材料归哪个单位"))
        self.unit.setAccessibleName(tr("材料归哪个单位"))
        self.unit.setToolTip(tr("新添加的材料归在哪个责任单位名下；可输入拼音首字母"))
        self.unit_label = label(tr("新添加的归"), "muted")
        self.limit = make_action(
            self, tr("显示全部"), tr("显示这项任务的全部材料"), self._show_all, "Esc", within=True
        )
        tools = (
            (self.earlier, "up"),
            (self.later, "down"),
            (self.elsewhere, "relocate"),
            (self.remove, "remove"),
            (self.adding.paste, "paste"),
            (self.adding.add_folder, "workspace"),
        )
        self.head = ListHead(theme, self.limit, self.adding.add_files, tools)
        self.unit_row = QWidget()
        whose = horizontal(self.unit_row)
        whose.addWidget(self.unit_label)
        whose.addWidget(self.unit, 1)
        whose.addWidget(label(tr("名下"), "muted"))
        whose.addStretch(1)

        self.model = EvidenceModel(self)
        self.view = EvidenceView(theme)
        self.view.setModel(self.model)
        # In the list itself the usual keys do the usual things.
        for keys, act in (
            ("Del", self.remove.trigger),
            ("Space", self.preview_wanted.emit),
        ):
            shortcut = QShortcut(QKeySequence(keys), self.view)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(act)
        self._column = column = vertical(self, spacing=8)
        column.addWidget(self.whole_returned)
        column.addWidget(self.terms)
        column.addWidget(self.points)
        self.mark_button = ActionButton(self.not_applicable, theme, flat=True)
        self.expect_button = ActionButton(self.expect, theme, flat=True)
        column.addWidget(self.figures)
        column.addSpacing(2)
        column.addLayout(self.head)
        column.addWidget(self.unit_row)
        column.addWidget(self.view, 1)

    def _connect(self) -> None:
        self.points.selectionModel().selectionChanged.connect(lambda *_: self._on_point())
        self.points.files_dropped.connect(self.attach_wanted)
        self.points.items_dropped.connect(self._on_dropped)
        self.points.width_changed.connect(self._refit.start)
        self.points.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.points.addAction(self.not_applicable)
        self.points.addAction(self.mark_many)
        self.points.addAction(self.expect)
        self.points.addAction(self.expect_many)
        self.points.addAction(self.statement)
        self.points.addAction(self.certificate)
        self._theme.changed.connect(self._fit)
        self._fit()
        for way in (self.view.files_dropped, self.adding.chosen):
            way.connect(lambda paths: self.attach_wanted.emit(paths, self.chosen_point))
        self.adding.pictures_pasted.connect(
            lambda paths: self.pictures_pasted.emit(paths, self.chosen_point)
        )
        self.view.selectionModel().selectionChanged.connect(lambda *_: self._on_selection())
        self.view.activated.connect(lambda _: self.description_wanted.emit())
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(
            lambda at: self._offer(at, self._on_item, points=True)
        )
        self.model.order_wanted.connect(self.order_wanted)
        self.model.modelReset.connect(self._after_reset)

    @property
    def _on_item(self) -> tuple[QAction, ...]:
        return (
            *self.offered,
            self.revise,
            self.companion,
            self.copy_on,
            self.move_on,
            self.remove,
            self.by_date,
        )

    def use_pictures(self, picture: Picture) -> None:
        """Offer a grid of small pictures; the choice is remembered."""
        self.view.use_pictures(picture)
        self.grid.toggled.connect(self._show_grid)
        self.grid.setChecked(self._preferences.recalled(_GRID) == _ON)
        self.head.add_tool(self.grid, "grid")

    def _show_grid(self, on: bool) -> None:  # noqa: FBT001  (Qt's own signature)
        self._preferences.keep(_GRID, _ON if on else "")
        self.view.show_grid(grid=on)

    # --- content ---------------------------------------------------------------------------------

    def show_task(
        self, task: VerificationTask, filing: Filing, rows: tuple[FiledRow, ...], *, read_only: bool
    ) -> None:
        """Show a task, or its newer state; the choice stays."""
        other = self._task is not task
        self._task, self._rows, self._read_only = task, rows, read_only
        if other:
            self.points.clearSelection()
            self.view.clearSelection()
        self.terms.setText("\n".join(task_terms(task)))
        self.terms.setVisible(bool(self.terms.text()))
        self.points_model.show(filing.points)
        self._fit_points()
        self._refill()

    def show_returned(self, notes: ReturnNotes) -> None:
        """Mark what came back from review, and say why."""
        whole = notes.whole
        self.whole_returned.setText(whole.words if whole else "")
        self.whole_returned.setVisible(whole is not None)
        self.points.show_returned(notes.points)
        self.view.show_returned(notes.items)
        self._fit_points()

    def offer_units(self, names: list[str], chosen: str) -> None:
        """Offer these units for new evidence; hidden if there is no choice."""
        self.unit.offer(names)
        self.unit.choose(chosen)
        self.unit_row.setVisible(len(names) > 1)
        own = len(names) == 1
        self.not_applicable.setText(tr("本单位不涉及…") if own else tr("该单位不涉及…"))

    def add_tool(self, panel: QWidget) -> None:
        """Show what a method's tool has, below the evidence."""
        self._column.addWidget(panel)

    def fold(self, room: QSize) -> None:
        """Fit into the visible width: if it is too narrow, the small tools get their own line."""
        self._room = room
        self.head.fold(room.width())
        self._refit.start()

    def choose_item(self, item: str, *, describe: bool = False) -> None:
        """Select an item, now or as soon as it is in the list; then ``describe`` it."""
        self._wanted_item, self._then_describe = item, describe
        self._select_wanted()

    def choose_items(self, items: Sequence[str]) -> None:
        """Select items that are in the list; a chosen point that hides them is let go."""
        if not {row.item for row in self.model.rows} >= set(items):
            self.points.clearSelection()
        wanted = set(items)
        places = [n for n, row in enumerate(self.model.rows) if row.item in wanted]
        flags = QItemSelectionModel.SelectionFlag
        self.view.selectionModel().clearSelection()
        for place in places:
            self.view.selectionModel().select(self.model.index(place), flags.Select)
        if places:
            first = self.model.index(places[0])
            self.view.selectionModel().setCurrentIndex(first, flags.NoUpdate)
            self.view.scrollTo(first)
            self.view.setFocus()

    @property
    def task_points(self) -> tuple[EvidencePoint, ...]:
        """The points of the task."""
        return self._task.points if self._task else ()

    @property
    def every_row(self) -> tuple[FiledRow, ...]:
        """All items of the task, also those that a chosen point hides."""
        return self._rows

    @property
    def read_only(self) -> bool:
        """True if nothing may be changed."""
        return self._read_only

    @property
    def chosen_point(self) -> int | None:
        """The number of the point that is chosen, or None if it is not just one."""
        chosen = self.chosen_points
        return chosen[0] if len(chosen) == 1 else None

    @property
    def chosen_points(self) -> tuple[int, ...]:
        """The numbers of the points that are chosen, in order."""
        indexes = self.points.selectionModel().selectedIndexes()
        return tuple(sorted(index.data(ROW).point.number for index in indexes))

    @property
    def chosen_rows(self) -> list[FiledRow]:
        """The items that are chosen, in order."""
        indexes = sorted(self.view.selectionModel().selectedIndexes(), key=lambda i: i.row())
        return [index.data(ROW) for index in indexes]

    def _refill(self) -> None:
        task = self._task
        if task is None:
            return
        point, chosen = self.chosen_point, self.chosen_points
        single = len(task.points) == 1
        rows = [r for r in self._rows if not chosen or r.point in chosen or single]
        self.view.delegate.show_points = point is None and not single
        whole = len({r.unit for r in rows}) < 2 and len(rows) == len(self._rows)
        self.model.sortable = whole and not self.arranged and not of_places(rows)
        self.model.show(rows)
        limited = bool(chosen) and not single
        self.limit.setVisible(limited)
        numbers = tr("、").join(map(str, chosen))
        where = tr("要点 {point} 的材料", point=numbers) if limited else tr("材料")
        title = tr("{where} {count} 件", where=where, count=len(rows)) if rows else where
        self.head.say(title, limited=limited)
        self.view.set_hint(self._hint(choose_point=point is None and not single))
        self._select_wanted()
        self._on_selection()

    def _hint(self, *, choose_point: bool) -> str:
        if self._read_only:
            return tr("这里还没有材料")
        if choose_point:
            return tr("把文件或文件夹拖到上面的要点上，也可以拖到这里，\n或按“添加文件”选择")
        return tr("把文件或文件夹拖到这里，\n也可以按“添加文件”选择")

    @Slot()
    def _fit(self) -> None:
        self.view.setMinimumHeight(self._theme.space(150))
        self.head.share()
        self._refit.start()

    def _fit_points(self) -> None:
        self.points.fit(max(self._theme.space(90), round(self._room.height() * _POINTS_SHARE)))

    def _select_wanted(self) -> None:
        if not self._wanted_item:
            return
        for place, row in enumerate(self.model.rows):
            if row.item == self._wanted_item:
                self._wanted_item = ""
                index = self.model.index(place)
                # Not by the view: while Ctrl is held, as after Ctrl+V, it would add to the others.
                self.view.selectionModel().setCurrentIndex(
                    index, QItemSelectionModel.SelectionFlag.ClearAndSelect
                )
                self.view.scrollTo(index)
                if self._then_describe:
                    self._then_describe = False
                    self.description_wanted.emit()
                return

    # --- reactions -------------------------------------------------------------------------------

    def _on_point(self) -> None:
        self._refill()

    def _on_selection(self) -> None:
        self._lit = chosen = self.chosen_rows
        if chosen:
            self._lit_at = min(self.model.place_of(row.placement) for row in chosen)
        self._enable()
        self.rows_chosen.emit(chosen)

    @Slot()
    def _after_reset(self) -> None:
        """Qt forgets the selection when rows are replaced; select again what is still there."""
        kept = [r.placement for r in self._lit]
        places = [p for p in map(self.model.place_of, kept) if p >= 0]
        for place in places:
            self.view.selectionModel().select(
                self.model.index(place), QItemSelectionModel.SelectionFlag.Select
            )
        gone = kept and not any(row.placement in kept for row in self._rows)
        if gone and self.model.rows:
            # The chosen item was removed; select the one that is now in its place.
            last = len(self.model.rows) - 1
            self.view.setCurrentIndex(self.model.index(min(self._lit_at, last)))

    def _enable(self) -> None:
        writable = not self._read_only and self._task is not None
        chosen = self.chosen_rows
        self.adding.set_enabled(enabled=writable)
        self.not_applicable.setEnabled(writable)
        self.binding.setEnabled(writable and len(self._rows) > 1)
        self.mark_many.setEnabled(writable)
        self.expect.setEnabled(writable)
        self.expect_many.setEnabled(writable)
        for action in (self.copy_on, self.elsewhere):
            action.setEnabled(writable and bool(chosen))
        for action in (self.remove, self.move_on):
            permit(action, writable and bool(chosen), of_places(chosen))
        for action in (self.revise, self.companion):
            permit(action, writable and len(chosen) == 1, of_items(chosen))
        rows = self.model.rows
        bound = self.arranged or of_places(rows)
        movable = writable and bool(chosen) and len(rows) > 1
        for action in (self.earlier, self.later):
            permit(action, movable and (self.model.sortable or bool(bound)), bound)
        permit(self.by_date, writable and len(rows) > 1, bound)
        several = self._task is not None and len(self._task.points) > 1
        permit(self.several_points, writable and several and bool(chosen), of_places(chosen))

    def _show_all(self) -> None:
        self.points.clearSelection()

    def _offer_elsewhere(self) -> None:
        self._offer(self.view.rect().topRight(), (self.copy_on, self.move_on))

    def _offer(self, at: QPoint, actions: tuple[QAction, ...], *, points: bool = False) -> None:
        rows = self.chosen_rows
        if rows and not self._read_only:
            menu = QMenu(self)
            menu.setToolTipsVisible(True)
            bound = of_places(rows)
            for point in self._task.points if points and self._task else ():
                text = tr("归到要点 {number}　{text}", number=point.number, text=point.text)
                shown = menu.fontMetrics().elidedText(
                    text, Qt.TextElideMode.ElideRight, self._theme.space(360)
                )
                act = menu.addAction(no_mnemonic(shown))
                act.setEnabled(not bound)
                act.setToolTip(tip(bound or point.text))
                act.triggered.connect(
                    lambda _=False, number=point.number: self.point_wanted.emit(rows, number)
                )
            if points and self._task and len(self._task.points) > 1:
                menu.addAction(self.several_points)
            menu.addSeparator()
            menu.addActions(actions)
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(self.view.mapToGlobal(at))

    def _remove(self) -> None:
        rows = self.chosen_rows
        if rows:
            self.remove_wanted.emit(rows)

    @Slot(list, object, bool)
    def _on_dropped(self, ids: list[str], point: int, copied: bool) -> None:  # noqa: FBT001
        """Items of the list were dropped on a point."""
        rows = [row for row in self._rows if row.placement in ids]
        if not rows or self._read_only:
            return
        if copied:
            self.point_added.emit(rows, point)
        elif not of_places(rows):
            self.point_wanted.emit(rows, point)

    def _move(self, by: int) -> None:
        before = [r.placement for r in self.model.rows]
        after = moved_by_one(before, {r.placement for r in self.chosen_rows}, by)
        if after != before:
            self.order_wanted.emit(after)

    def sizeHint(self) -> QSize:  # noqa: N802  (Qt's name)
        """No more than it needs, so that the side scrolls only if there is less room."""
        return self.minimumSizeHint()


def moved_by_one(ids: Sequence[str], chosen: set[str], by: int) -> list[str]:
    """The ids with the chosen ones moved by one place; chosen ones side by side move together."""
    moved = list(ids)
    for place in range(len(moved)) if by < 0 else reversed(range(len(moved))):
        other = place + by
        if moved[place] in chosen and 0 <= other < len(moved) and moved[other] not in chosen:
            moved[place], moved[other] = moved[other], moved[place]
    return moved
