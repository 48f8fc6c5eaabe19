"""The left side of the page: the search, the table, and the actions for its rows."""

from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QPoint,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QMenu,
    QToolButton,
    QWidget,
)

from ui.actions import ActionButton, label, make_action, mark_writing, permit
from ui.library.filter_bar import LibraryFilters
from ui.library.rows import Library, LibraryScope, TableEntry
from ui.library.table_model import LibraryModel
from ui.library.table_view import LibraryTable
from ui.preferences import Preferences
from ui.shared.whose import hindrance
from ui.snapshot import Snapshot
from ui.theme import Theme
from ui.translation import tr
from ui.widgets.layouts import vertical
from ui.widgets.wrapping import WrappingRow


class LibraryBrowser(QWidget):
    """Emits what the person wants; knows no service."""

    chosen = Signal(list)  # entries
    opened = Signal()
    copy_wanted = Signal(list)  # entries, as below
    move_wanted = Signal(list)
    remove_wanted = Signal(list)
    restore_wanted = Signal(list)
    keep_wanted = Signal(object, list)  # the entry to keep, the others of its group
    save_wanted = Signal(list)

    def __init__(
        self,
        theme: Theme,
        preferences: Preferences,
        parent: QWidget | None = None,
        *,
        office: bool = False,
    ) -> None:
        """``office``: it shows the material of many units, and whose each item is."""
        super().__init__(parent)
        self._theme = theme
        self._library: Library | None = None
        self._read_only = False
        self._lit: list[str] = []
        #: Further actions for the chosen rows, offered in their menu.
        self.offered: tuple[QAction, ...] = ()
        self.model = LibraryModel(self)
        self.table = LibraryTable(theme, preferences)
        self.table.setModel(self.model)
        self._make_actions()
        self._build()
        self._connect()
        self.table.take_columns(office=office)
        self._enable()

    # --- layout ----------------------------------------------------------------------------------

    def _make_actions(self) -> None:
        self.copy = make_action(
            self,
            tr("用于其他指标…"),
            tr("让选中的材料同时证明另一项指标，原来的位置不变"),
            lambda: self.copy_wanted.emit(self.chosen_entries),
            "Ctrl+Shift+D",
        )
        self.move_on = make_action(
            self,
            tr("移到其他指标…"),
            tr("把选中的材料移到另一项指标"),
            lambda: self.move_wanted.emit(self.chosen_entries),
            "Ctrl+Shift+M",
        )
        self.remove = make_action(
            self,
            tr("移到回收站"),
            tr("把选中的材料移到回收站，原件保留，可以恢复"),
            lambda: self.remove_wanted.emit(self.chosen_entries),
            "Ctrl+Del",
        )
        self.restore = make_action(
            self,
            tr("恢复"),
            tr("让选中的材料回到原来的位置"),
            lambda: self.restore_wanted.emit(self.chosen_entries),
            "Ctrl+R",
        )
        self.keep = make_action(
            self,
            tr("保留这一件"),
            tr("保留选中的一件，同组的其他件移到回收站，它们的位置由这一件接替"),
            self._keep,
            "Ctrl+K",
        )
        self.save = make_action(
            self,
            tr("另存原件…"),
            tr("把选中材料的原文件复制到一个文件夹"),
            lambda: self.save_wanted.emit(self.chosen_entries),
            "Ctrl+E",
        )
        mark_writing(self.copy, self.move_on, self.remove, self.restore, self.keep)

    def _build(self) -> None:
        theme = self._theme
        self.columns = QToolButton()
        self.columns.setText(tr("列"))
        self.columns.setToolTip(tr("选择显示哪些列；拖动表头可以调整次序"))
        self.columns.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.columns.clicked.connect(self._offer_columns)
        self.filters = LibraryFilters(theme, self.columns)
        find = tr("查找材料")
        make_action(self, find, find, self.filters.take_keyboard, "Ctrl+F")
        self.count = label("", "muted")
        tools = WrappingRow(self.count)
        self.buttons = {
            action: ActionButton(action, theme, icon, flat=True)
            for action, icon in (
                (self.copy, "add"),
                (self.remove, "remove"),
                (self.keep, "check"),
                (self.restore, "undo"),
            )
        }
        for button in self.buttons.values():
            tools.addWidget(button)
        layout = vertical(self, 12, 12, 4, 12, spacing=8)
        layout.addWidget(self.filters)
        layout.addLayout(tools)
        layout.addWidget(self.table, 1)

    def _connect(self) -> None:
        self.filters.changed.connect(self._take_filter)
        self.filters.scope_changed.connect(self._on_scope)
        self.filters.entered.connect(self._enter_table)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._on_selection())
        self.table.opened.connect(self.opened)
        self.table.remove_pressed.connect(self.remove.trigger)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._offer_actions)
        self.model.sifted.connect(self._after_sift)

    # --- content ---------------------------------------------------------------------------------

    def offer_units(self, snapshot: Snapshot) -> None:
        """Offer to show the rows of one unit, if there are several."""
        self.filters.offer_units(snapshot)

    def show_library(self, library: Library, *, read_only: bool) -> None:
        """Show a new state of the library; the choice stays."""
        self._library, self._read_only = library, read_only
        self._fill()

    def take_letters(self, letters: Mapping[str, str]) -> None:
        """Take the pinyin initials, which come a little later."""
        self.model.take_letters(letters)

    def show_scope(self, scope: LibraryScope) -> None:
        """Turn to all items, to duplicates or to the bin."""
        self.filters.choose_scope(scope)

    def choose(self, key: str) -> None:
        """Select one row, now or as soon as it is there; a filter that hides it is removed."""
        if self.model.place_of(key) < 0 and self._library is not None:
            self.filters.clear()
        self._lit = [key]
        self._light()
        place = self.model.place_of(key)
        if place >= 0:
            self.table.setCurrentIndex(self.model.index(place, 0))

    @property
    def current_scope(self) -> LibraryScope:
        """Which of the items the table is about."""
        return self.filters.chosen_scope

    @property
    def chosen_entries(self) -> list[TableEntry]:
        """The rows that are chosen, from top to bottom."""
        # By ranges, because otherwise Qt makes an index for each of thousands of rows.
        chosen = self.table.selectionModel().selection().toList()
        places = sorted({place for r in chosen for place in range(r.top(), r.bottom() + 1)})
        return [self.model.shown[place] for place in places]

    def _fill(self) -> None:
        if self._library is None:
            return
        scope = self.current_scope
        grouped = scope in {LibraryScope.SAME_CONTENT, LibraryScope.SIMILAR_TITLES}
        self.model.show(self._library.scopes[scope], grouped=grouped)
        self.table.measure(self.model.shown)

    @Slot()
    def _take_filter(self) -> None:
        self.model.sift(self.filters.filter)

    # --- reactions -------------------------------------------------------------------------------

    @Slot()
    def _on_scope(self) -> None:
        self._fill()
        self._enable()

    @Slot()
    def _after_sift(self) -> None:
        """Qt forgets the selection when rows are replaced; select again what is still there."""
        self._light()
        shown, total = len(self.model.shown), self.model.total
        if shown == total:
            self.count.setText(_everything(self.current_scope, total))
        elif shown:
            self.count.setText(tr("找到 {shown} 件，共 {total} 件", shown=shown, total=total))
        else:
            self.count.setText(tr("没有找到，请换个词或放宽筛选"))

    def _light(self) -> None:
        selection = QItemSelection()
        last = self.model.columnCount() - 1
        kept = self._lit
        places = sorted(p for p in map(self.model.place_of, kept) if p >= 0)
        for top, bottom in _runs(places):
            selection.append(
                QItemSelectionRange(self.model.index(top, 0), self.model.index(bottom, last))
            )
        self.table.selectionModel().select(
            selection, QItemSelectionModel.SelectionFlag.ClearAndSelect
        )
        if places:
            self.table.scrollTo(self.model.index(places[0], 0))
        self._lit = kept
        self._on_selection(keep=True)

    def _on_selection(self, *, keep: bool = False) -> None:
        entries = self.chosen_entries
        if not keep:
            self._lit = [entry.key for entry in entries]
        self._enable()
        self.chosen.emit(entries)

    def _enable(self) -> None:
        entries = self.chosen_entries
        scope = self.current_scope
        writable = bool(entries) and not self._read_only
        live = scope is not LibraryScope.BIN
        bound = _bound(entries)
        single = scope is LibraryScope.SAME_CONTENT and len(entries) == 1
        for action, fits, why_not in (
            (self.copy, live, ""),
            (self.move_on, live and all(len(e.row.places) == 1 for e in entries), bound),
            (self.remove, live, bound),
            (self.restore, not live, bound),
            (self.keep, single, _bound(self._others(entries[0])) if single else ""),
        ):
            permit(action, writable and fits, why_not)
        self.save.setEnabled(bool(entries))
        self.buttons[self.restore].setVisible(not live)
        self.buttons[self.keep].setVisible(scope is LibraryScope.SAME_CONTENT)
        for action in (self.copy, self.remove):
            self.buttons[action].setVisible(live)

    def _keep(self) -> None:
        (entry,) = self.chosen_entries
        self.keep_wanted.emit(entry, self._others(entry))

    def _others(self, entry: TableEntry) -> list[TableEntry]:
        """The other ones of its group."""
        return [e for e in self.model.shown if e.group == entry.group and e.key != entry.key]

    @Slot(QPoint)
    def _offer_actions(self, at: QPoint) -> None:
        if not self.chosen_entries:
            return
        menu = QMenu(self)
        own = (self.copy, self.move_on, self.keep, self.restore, self.save, self.remove)
        for action in (*self.offered, *own):
            if action.isEnabled():
                menu.addAction(action)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.table.viewport().mapToGlobal(at))

    @Slot()
    def _offer_columns(self) -> None:
        menu = self.table.columns_menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.columns.mapToGlobal(QPoint(0, self.columns.height())))

    @Slot()
    def _enter_table(self) -> None:
        """Enter in the search box goes to the first hit."""
        self._take_filter()
        if self.model.shown:
            self.table.setCurrentIndex(self.model.index(0, 0))
            self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)


def _runs(places: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Ascending numbers as runs: 1, 2, 3, 7 as (1, 3), (7, 7)."""
    start = 0
    for at in range(1, len(places) + 1):
        if at == len(places) or places[at] != places[at - 1] + 1:
            yield places[start], places[at - 1]
            start = at


def _bound(entries: Sequence[TableEntry]) -> str:
    """Why these must not be moved, removed or restored; "" if they may."""
    return hindrance((e.row, e.place.placed if e.place else e.row.whose) for e in entries)


def _everything(scope: LibraryScope, total: int) -> str:
    match scope:
        case LibraryScope.ALL:
            return tr("共 {total} 件材料", total=total)
        case LibraryScope.SAME_CONTENT:
            return tr("内容相同的材料 {total} 件", total=total)
        case LibraryScope.SIMILAR_TITLES:
            return tr("题名相近的材料 {total} 件", total=total)
        case LibraryScope.BIN:
            return tr("回收站里 {total} 件；原件都在，不会被清除", total=total)
