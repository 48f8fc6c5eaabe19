"""The left side of the page: search, filters, the tree."""

from dataclasses import replace

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QTreeView,
    QWidget,
)

from app.framework.schema import Framework
from app.visible_text import visible
from app.vocabulary import ResponsibilityRole
from ui.actions import ActionButton, label, make_action
from ui.indicators.filtering import PART_NAMES, WANTED_NAMES, IndicatorFilter
from ui.indicators.rows import CategoryRow, IndicatorTreeRow, category_rows
from ui.indicators.tree_delegate import TreeDelegate
from ui.indicators.tree_model import IndicatorTreeModel
from ui.preferences import Preferences
from ui.shared.targets import PartFilter, ProgressFilter
from ui.snapshot import Snapshot
from ui.theme import Theme
from ui.translation import tr
from ui.widgets.dropping import unpack_placements
from ui.widgets.layouts import vertical
from ui.widgets.name_picker import NamePicker
from ui.widgets.row_list import ROW
from ui.widgets.search_line import SearchLine
from ui.wording import named

#: A pause in typing after which the first hit is shown, in milliseconds.
_PAUSE = 250
#: Under which name it is remembered that what a unit leads comes first.
_ORDER = "indicators-order"


class BrowsePanel(QWidget):
    """Emits which indicator was chosen, and for which unit."""

    indicator_chosen = Signal(str)
    unit_chosen = Signal(str)
    items_dropped = Signal(list, str, bool)  # placement ids, indicator code, True to copy

    def __init__(
        self, theme: Theme, preferences: Preferences, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._preferences = theme, preferences
        self._snapshot: Snapshot | None = None
        self._unit = ""
        self.filter = IndicatorFilter()
        self._folded: set[str] = set()
        self._current = ""
        self._build()
        # Several keystrokes are filtered together, so that typing stays smooth.
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(0)
        self._typing.timeout.connect(self._take_filter)
        # Files go to the indicator on the right, so it must not be one that the search has hidden.
        self._follow = QTimer(self)
        self._follow.setSingleShot(True)
        self._follow.setInterval(_PAUSE)
        self._follow.timeout.connect(self._follow_filter)
        self._connect()

    def _build(self) -> None:
        self.search = SearchLine(
            self._theme, tr("查找：编号、文字或拼音首字母（Ctrl+F）"), tr("查找指标")
        )
        make_action(self, tr("查找指标"), tr("查找指标"), self._focus_search, "Ctrl+F")
        self.unit = NamePicker(tr("责任单位"))
        self.unit.setAccessibleName(tr("按责任单位筛选"))
        self.unit.setToolTip(tr("只看一个责任单位的指标；可输入拼音首字母"))
        self.method = QComboBox()
        self.method.setAccessibleName(tr("按核验方式筛选"))
        self.method.setToolTip(tr("只看采用这种核验方式的指标"))
        self.wanted = QComboBox()
        self.wanted.setAccessibleName(tr("按状态筛选"))
        self.wanted.setToolTip(tr("只看处于这种状态的指标"))
        for wanted, name in WANTED_NAMES.items():
            self.wanted.addItem(name, wanted)
        self.part = QComboBox()
        self.part.setAccessibleName(tr("按牵头、参与筛选"))
        self.part.setToolTip(tr("只看牵头的、参与的或要交的指标，或把牵头的排在前面"))
        for part, name in PART_NAMES.items():
            self.part.addItem(name, part)
        # The order is remembered; a filter would hide things the next day.
        if self._preferences.recalled(_ORDER) == PartFilter.LEADS_FIRST:
            self.part.setCurrentIndex(self.part.findData(PartFilter.LEADS_FIRST))
        whose = QHBoxLayout()
        whose.setSpacing(6)
        whose.addWidget(self.unit, 1)
        whose.addWidget(self.part, 1)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.method, 1)
        row.addWidget(self.wanted, 1)
        self.count = label("", "muted", wrap=True)
        everything = make_action(
            self, tr("显示全部"), tr("不再筛选，显示全部指标"), self.clear_filter
        )
        self.all_button = ActionButton(everything, self._theme, flat=True)
        told = QHBoxLayout()
        told.addWidget(self.count, 1)
        told.addWidget(self.all_button)

        self.model = IndicatorTreeModel(self)
        self.tree = _Tree()
        self.tree.setModel(self.model)
        self.tree.setItemDelegate(TreeDelegate(self._theme, self.tree))
        self.tree.setHeaderHidden(True)
        self.tree.setIndentation(0)
        self.tree.setMouseTracking(True)
        self.tree.setAccessibleName(tr("指标"))
        self.tree.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

        layout = vertical(self, 12, 12, 4, 12, spacing=8)
        layout.addWidget(self.search)
        layout.addLayout(whose)
        layout.addLayout(row)
        layout.addLayout(told)
        layout.addWidget(self.tree, 1)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._typing.start)
        self.search.returnPressed.connect(self._enter_tree)
        self.method.currentIndexChanged.connect(self._take_filter)
        self.wanted.currentIndexChanged.connect(self._take_filter)
        self.part.currentIndexChanged.connect(self._on_part)
        self.unit.picked.connect(self._on_unit)
        self.tree.selectionModel().currentChanged.connect(self._on_current)
        self.tree.clicked.connect(self._on_clicked)
        self.tree.items_dropped.connect(self.items_dropped)
        self.tree.collapsed.connect(lambda index: self._note_fold(index, folded=True))
        self.tree.expanded.connect(lambda index: self._note_fold(index, folded=False))
        self.model.modelReset.connect(self._after_reset)
        self._theme.changed.connect(self._repaint)

    # --- content ---------------------------------------------------------------------------------

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show a new state of the workspace; the choice stays."""
        first = self._snapshot is None
        self._snapshot = snapshot
        own = snapshot.facts.unit_name
        if first:
            self.unit.offer((u.name for u in snapshot.registry.units), tr("全部责任单位"))
            self.unit.choose(own or "")
            self.unit.setVisible(own is None)
            self._unit = own or ""
            self.part.setVisible(bool(self._unit))
        self._offer_methods(snapshot.framework)
        if not first and self.model.index_of(self._current).isValid():
            # The indicator being worked on stays visible, even if it no longer passes the filter.
            self.filter = replace(self.filter, kept=self._current)
            self.model.sift(self.filter)
        self._fill()
        if first and not self._current and self.model.shown:
            self.choose(self.model.shown[0].code)

    def _offer_methods(self, framework: Framework) -> None:
        """The methods of the set, which may be another after a merge."""
        wanted = [(None, tr("全部方式")), *((m.id, named(m.name)) for m in framework.methods)]
        if any(task.method is None for i in framework.indicators for task in i.tasks):
            wanted.append(("", tr("不写明方式的任务")))
        if [self.method.itemData(n) for n in range(self.method.count())] == [m for m, _ in wanted]:
            return
        chosen = self.method.currentData()
        self.method.blockSignals(True)  # noqa: FBT003  (Qt's own signature)
        self.method.clear()
        for method, name in wanted:
            self.method.addItem(visible(name), method)
        self.method.setCurrentIndex(max(0, self.method.findData(chosen)))
        self.method.blockSignals(False)  # noqa: FBT003

    @property
    def chosen_unit(self) -> str:
        """The unit whose share is shown; "" for all."""
        return self._unit

    def choose(self, code: str) -> None:
        """Turn to an indicator; a filter that hides it is removed."""
        if not self.model.index_of(code).isValid():
            self.clear_filter()
        index = self.model.index_of(code)
        if index.isValid():
            for above in self.model.above(index):
                self.tree.setExpanded(above, True)  # noqa: FBT003  (Qt's own signature)
            self.tree.setCurrentIndex(index)
            self.tree.scrollTo(index)

    def step(self, by: int) -> None:
        """Go to the next or previous indicator that is shown."""
        codes = [row.code for row in self.model.shown]
        if self._current in codes:
            place = codes.index(self._current) + by
            if 0 <= place < len(codes):
                self.choose(codes[place])

    def filter_by(
        self,
        *,
        unit: str = "",
        method: str | None = None,
        wanted: ProgressFilter = ProgressFilter.ANY,
        category: str = "",
        part: PartFilter = PartFilter.ANY,
    ) -> None:
        """Set all filters at once, as other pages ask for."""
        self.search.clear()
        if self._snapshot is not None and self._snapshot.facts.unit_name is None:
            self.unit.choose(unit)
            self._on_unit(unit)
        self.method.setCurrentIndex(max(0, self.method.findData(method)))
        self.wanted.setCurrentIndex(max(0, self.wanted.findData(wanted)))
        if part is not PartFilter.ANY or self.part.currentData() != PartFilter.LEADS_FIRST:
            self.part.setCurrentIndex(max(0, self.part.findData(part)))
        self._category = category
        self._take_filter()

    def clear_filter(self) -> None:
        """Show everything."""
        self.filter_by()

    _category = ""

    def _fill(self) -> None:
        if self._snapshot is not None:
            first = self.part.currentData() == PartFilter.LEADS_FIRST
            rows = category_rows(self._snapshot, self._unit, leads_first=first)
            self.model.show(rows, self._snapshot.words)
            self._say_count()

    @Slot()
    def _take_filter(self) -> None:
        text = self.search.text()
        if text:
            self._category = ""  # a typed search covers everything
        self.filter = IndicatorFilter(
            text,
            self.method.currentData(),
            ProgressFilter(self.wanted.currentData()),
            self._category,
            PartFilter(self.part.currentData()) if self._unit else PartFilter.ANY,
        )
        self.model.sift(self.filter)
        self._say_count()
        self._follow.start()

    @Slot()
    def _follow_filter(self) -> None:
        """Turn to the first hit if the indicator shown is not among the hits."""
        shown = [row.code for row in self.model.shown]
        if shown and self._current not in shown:
            self.choose(shown[0])

    def _say_count(self) -> None:
        shown, total = len(self.model.shown), self.model.total
        self.all_button.setVisible(not self.filter.is_empty)
        if self.filter.is_empty:
            points = sum(r.tally.total for r in self.model.shown)
            covered = sum(r.tally.covered for r in self.model.shown)
            told = tr(
                "共 {total} 项，材料要点 {covered}/{points}",
                total=total,
                covered=covered,
                points=points,
            )
            if self._unit:
                lead = sum(r.role is ResponsibilityRole.LEAD for r in self.model.shown)
                told = tr(
                    "牵头 {lead} 项，参与 {part} 项，要交的要点 {covered}/{points}",
                    lead=lead,
                    part=total - lead,
                    covered=covered,
                    points=points,
                )
            self.count.setText(told)
        elif shown:
            self.count.setText(tr("找到 {shown} 项，共 {total} 项", shown=shown, total=total))
        else:
            self.count.setText(tr("没有找到，请换个词或放宽筛选"))

    # --- reactions -------------------------------------------------------------------------------

    @Slot(str)
    def _on_unit(self, unit: str) -> None:
        if unit != self._unit:
            self._unit = unit
            self.part.setVisible(bool(unit))
            self._take_filter()
            self._fill()
            self.unit_chosen.emit(unit)

    @Slot()
    def _on_part(self) -> None:
        first = self.part.currentData() == PartFilter.LEADS_FIRST
        self._preferences.keep(_ORDER, PartFilter.LEADS_FIRST if first else "")
        self._take_filter()
        self._fill()

    @Slot(QModelIndex, QModelIndex)
    def _on_current(self, index: QModelIndex, _before: QModelIndex) -> None:
        row = index.data(ROW) if index.isValid() else None
        if isinstance(row, IndicatorTreeRow) and row.code != self._current:
            self._current = row.code
            self.indicator_chosen.emit(row.code)

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        if not isinstance(index.data(ROW), IndicatorTreeRow):
            self.tree.setExpanded(index, not self.tree.isExpanded(index))

    def _note_fold(self, index: QModelIndex, *, folded: bool) -> None:
        code = index.data(ROW).code
        (self._folded.add if folded else self._folded.discard)(code)

    @Slot()
    def _after_reset(self) -> None:
        folded = set() if self.filter.text else set(self._folded)
        self.tree.blockSignals(True)  # noqa: FBT003
        for index in self.model.categories():
            self.tree.setExpanded(index, index.data(ROW).code not in folded)
        self.tree.blockSignals(False)  # noqa: FBT003
        index = self.model.index_of(self._current)
        if index.isValid():
            self.tree.setCurrentIndex(index)
            self.tree.scrollTo(index)

    def _focus_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    @Slot()
    def _enter_tree(self) -> None:
        """Enter in the search box goes to the first hit."""
        if self.model.shown:
            self.choose(self.model.shown[0].code)
            self.tree.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def _repaint(self) -> None:
        self.tree.doItemsLayout()
        self.tree.scrollTo(self.tree.currentIndex())


class _Tree(QTreeView):
    """The left and right keys fold and unfold; there are no branch marks to paint.

    Items of the evidence list may be dropped on an indicator.
    """

    items_dropped = Signal(list, str, bool)

    def __init__(self) -> None:
        super().__init__()
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(False)
        self.setAutoExpandDelay(600)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802  (Qt's name)
        if unpack_placements(event.mimeData()):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:  # noqa: N802  (Qt's name)
        super().dragMoveEvent(event)  # scrolls near the edges
        if self._code_under(event):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802  (Qt's name)
        ids, code = unpack_placements(event.mimeData()), self._code_under(event)
        if ids and code:
            event.acceptProposedAction()
            copied = event.proposedAction() is Qt.DropAction.CopyAction
            self.items_dropped.emit(ids, code, copied)

    def _code_under(self, event: QDropEvent) -> str:
        row = self.indexAt(event.position().toPoint()).data(ROW)
        return row.code if isinstance(row, IndicatorTreeRow) else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  (Qt's name)
        index = self.currentIndex()
        pressed = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}
        if pressed and isinstance(index.data(ROW), CategoryRow):
            self.setExpanded(index, not self.isExpanded(index))
            return
        super().keyPressEvent(event)
