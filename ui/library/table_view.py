"""The table on the screen: rows of one height, columns that can be chosen and reordered."""

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ui import icons
from ui.library.rows import (
    FIRST_OF_OFFICE,
    FIRST_WIDTHS,
    LEAST_OF_TITLE,
    ROOMY_WIDTHS,
    LibraryColumn,
    TableEntry,
    column_name,
)
from ui.library.table_model import COLUMNS, ENTRY, Index, is_number
from ui.preferences import Preferences
from ui.theme import Theme
from ui.translation import tr
from ui.widgets.elided import elided_name
from ui.widgets.files import kind_icon

#: Another name than before there was a column of numbers, as the columns are kept by place.
_LAYOUT = "library/columns-numbered"
_FIRST_WIDTH = 110
_TITLE = COLUMNS.index(LibraryColumn.TITLE)
#: By so many rows it is judged how wide a column should be, and what lies beside its words.
_JUDGED, _AROUND = 200, 14


class _CellDelegate(QStyledItemDelegate):
    """One line of text; what was guessed is marked, what is wrong is coloured."""

    def __init__(self, theme: Theme, view: QTableView) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view
        self.take_theme()

    def take_theme(self) -> None:
        """Compute once the colours and sizes that every cell is painted with."""
        colours, space = self._theme.colours, self._theme.space
        self._chosen, self._bar = QColor(colours.accent_soft), QColor(colours.accent)
        self._text, self._muted = QColor(colours.text), QColor(colours.muted)
        self._guess, self._problem = QColor(colours.guess), QColor(colours.problem)
        self._partial, self._line = QColor(colours.partial), QColor(colours.line)
        self._band = QColor(colours.window)
        self._margin, self._icon = space(6), space(16)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        return QSize(self._theme.space(80), self._view.verticalHeader().defaultSectionSize())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry: TableEntry = index.data(ENTRY)
        column = COLUMNS[index.column()]
        rect: QRect = option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, self._chosen)
            if self._view.columnViewportPosition(index.column()) <= 0:
                painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), self._bar)
        elif entry.group % 2:
            painter.fillRect(rect, self._band)
        text = rect.adjusted(self._margin, 0, -self._margin, 0)
        if column is LibraryColumn.TITLE:
            picture = self._picture(entry)
            top = rect.center().y() - self._icon // 2
            painter.drawPixmap(text.left(), top, picture)
            text.setLeft(text.left() + self._icon + self._margin)
        shown = entry.texts[column]
        if not shown:
            return
        guessed = column.value in entry.row.guesses
        painter.setPen(self._pen(entry, column, guessed=guessed))
        painter.setFont(option.font)
        room = text.width() - (self._icon if guessed else 0)
        if column is LibraryColumn.FILE_NAME:
            shown = elided_name(shown, option.fontMetrics, room)
        else:
            shown = option.fontMetrics.elidedText(shown, Qt.TextElideMode.ElideRight, room)
        if guessed:
            shown += " ?"
        side = Qt.AlignmentFlag.AlignRight if is_number(column) else Qt.AlignmentFlag.AlignLeft
        painter.drawText(text, side | Qt.AlignmentFlag.AlignVCenter, shown)

    def _picture(self, entry: TableEntry) -> QPixmap:
        tint = self._problem if entry.row.blocked else self._muted
        ratio = self._view.devicePixelRatioF()
        return icons.pixmap(kind_icon(entry.row.kind), tint.name(), self._icon, ratio)

    def _pen(self, entry: TableEntry, column: LibraryColumn, *, guessed: bool) -> QColor:
        if guessed:
            return self._guess
        if column is LibraryColumn.PROBLEMS:
            return self._problem if entry.row.blocked else self._partial
        if column is LibraryColumn.PLACES and not entry.row.places and entry.place is None:
            return self._partial
        return self._text if column is LibraryColumn.TITLE else self._muted


class LibraryTable(QTableView):
    """Rows are chosen whole; ``opened`` comes with Enter or a double click."""

    opened = Signal()
    remove_pressed = Signal()

    def __init__(
        self, theme: Theme, preferences: Preferences, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._preferences = theme, preferences
        self._scale = theme.scale
        self._title_width = 0
        self._needs: dict[int, int] = {}  # widths at which no words are cut
        self._grown: dict[int, int] = {}  # by how much columns are wider than their own widths
        self._filling = False
        self._first = FIRST_WIDTHS
        self.setAccessibleName(tr("材料"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._cells = _CellDelegate(theme, self)
        self.setItemDelegate(self._cells)
        header = self.horizontalHeader()
        header.setSectionsMovable(True)
        header.setHighlightSections(False)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._offer_columns)
        header.sectionResized.connect(self._on_resized)
        header.geometriesChanged.connect(self._fill)
        self.doubleClicked.connect(self.opened)
        theme.changed.connect(self._fit)

    def take_columns(self, *, office: bool = False) -> None:
        """Set up the columns as they were left; call it after the model is set."""
        self._first = FIRST_OF_OFFICE if office else FIRST_WIDTHS
        header = self.horizontalHeader()
        state = self._preferences.layout(_LAYOUT)
        if state is None or not header.restoreState(state):
            self.reset_columns()
        else:
            kept = self._preferences.recalled(_LAYOUT).split()
            scale, title = (int(k) for k in kept) if len(kept) == 2 else (self._scale, 0)
            self._title_width = title or header.sectionSize(_TITLE)
            self._scale = scale
        header.setSectionsMovable(True)
        self.setSortingEnabled(True)
        self._fit()

    def keep_columns(self) -> None:
        """Remember order, widths and sorting."""
        self._shrink()
        self._preferences.keep_layout(_LAYOUT, self.horizontalHeader().saveState())
        self._preferences.keep(_LAYOUT, f"{self._scale} {self._title_width}")

    @Slot()
    def reset_columns(self) -> None:
        """As they were at first."""
        header = self.horizontalHeader()
        self._grown = {}
        for place, column in enumerate(COLUMNS):
            header.moveSection(header.visualIndex(place), place)
            width = self._first.get(column)
            header.resizeSection(place, self._theme.space(width or _FIRST_WIDTH))
            header.setSectionHidden(place, width is None)
        if LibraryColumn.UNIT in self._first:  # beside the title, where it is always in sight
            header.moveSection(header.visualIndex(COLUMNS.index(LibraryColumn.UNIT)), 2)
        # Of what is shown it is needed least: on a small screen it may lie out of sight.
        last = header.visualIndex(COLUMNS.index(LibraryColumn.PROBLEMS))
        header.moveSection(header.visualIndex(COLUMNS.index(LibraryColumn.ISSUER)), last)
        header.setSortIndicator(COLUMNS.index(LibraryColumn.PLACES), Qt.SortOrder.AscendingOrder)
        self._fill()

    def columns_menu(self) -> QMenu:
        """A menu to choose the columns by."""
        menu = QMenu(self)
        for place, column in enumerate(COLUMNS):
            action = menu.addAction(column_name(column))
            action.setCheckable(True)
            action.setChecked(not self.isColumnHidden(place))
            action.setEnabled(column is not LibraryColumn.TITLE)
            action.toggled.connect(lambda on, place=place: self.setColumnHidden(place, not on))
        menu.addSeparator()
        menu.addAction(tr("恢复原来的列")).triggered.connect(lambda _=False: self.reset_columns())
        return menu

    @Slot(QPoint)
    def _offer_columns(self, at: QPoint) -> None:
        menu = self.columns_menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.horizontalHeader().mapToGlobal(at))

    @Slot()
    def _fit(self) -> None:
        self._cells.take_theme()
        if self._scale != self._theme.scale:
            self._widen(self._theme.scale / self._scale)
            self._scale = self._theme.scale
        height = self.fontMetrics().height() + self._theme.space(12)
        self.verticalHeader().setMinimumSectionSize(height)
        self.verticalHeader().setDefaultSectionSize(height)
        self.viewport().update()

    def _widen(self, by: float) -> None:
        """The columns grow with the text."""
        header = self.horizontalHeader()
        title = round(self._title_width * by)
        self._needs = {n: round(width * by) for n, width in self._needs.items()}
        self._shrink()
        for place in range(len(COLUMNS)):
            if not header.isSectionHidden(place):
                header.resizeSection(place, round(header.sectionSize(place) * by))
        self._title_width = title
        self._fill()

    @property
    def _least_of_title(self) -> int:
        return self._theme.space(LEAST_OF_TITLE)

    @Slot(int, int, int)
    def _on_resized(self, place: int, _before: int, now: int) -> None:
        if self._filling:
            return
        if place == _TITLE:
            self._title_width = max(now, self._least_of_title)
            self._resize([_TITLE], {_TITLE: self._title_width})
        else:
            self._grown.pop(place, None)  # from now on this is its own width
            self._fill()

    @Slot()
    def _fill(self) -> None:
        """Let columns grow where there is room, the title by all that is left."""
        if not self._title_width:
            return
        header = self.horizontalHeader()
        shown = [n for n in range(len(COLUMNS)) if not header.isSectionHidden(n)]
        width = {n: header.sectionSize(n) - self._grown.get(n, 0) for n in shown}
        width[_TITLE] = max(self._title_width, self._least_of_title)
        spare = self.viewport().width() - sum(width.values())
        grown = dict.fromkeys(shown, 0)
        for column, roomy in ROOMY_WIDTHS.items():
            place = COLUMNS.index(column)
            if place in width:
                wish = min(self._theme.space(roomy), self._needs.get(place, 0))
                grown[place] = max(0, min(spare, wish - width[place]))
                spare -= grown[place]
        grown[_TITLE] += max(0, spare)
        self._resize(shown, {n: width[n] + grown[n] for n in shown})
        self._grown = {n: more for n, more in grown.items() if n != _TITLE}

    def measure(self, entries: Sequence[TableEntry]) -> None:
        """Learn from the first of these rows how wide the words of each column are."""
        measure, around = self.fontMetrics().horizontalAdvance, 2 * self._theme.space(_AROUND)
        for place, column in enumerate(COLUMNS):
            widest = max((measure(entry.texts[column]) for entry in entries[:_JUDGED]), default=0)
            # Never less than before: a filter moves no column.
            self._needs[place] = max(self._needs.get(place, 0), widest + around)
        self._fill()

    def _resize(self, places: Iterable[int], widths: Mapping[int, int]) -> None:
        self._filling = True
        for place in places:
            self.horizontalHeader().resizeSection(place, widths[place])
        self._filling = False

    def _shrink(self) -> None:
        """Take back what columns have grown by because there was room."""
        header, grown = self.horizontalHeader(), self._grown
        self._resize(grown, {n: header.sectionSize(n) - more for n, more in grown.items()})
        self._grown = {}

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  (Qt's name)
        """Share the width again."""
        super().resizeEvent(event)
        self._fill()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  (Qt's name)
        """Enter opens what is chosen; Delete asks for its removal."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Delete and not event.modifiers():
            self.remove_pressed.emit()
        else:
            super().keyPressEvent(event)
