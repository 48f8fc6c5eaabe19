"""In which order what lies under a task is bound: by point, by date, by hand; locked."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QRadioButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from app.evidence.arrangements import Arrangement, BindingMode, moved
from app.evidence.listing import FiledRow
from app.evidence.numbering import BindingOrder
from app.framework.keys import TaskKey
from app.visible_text import visible
from ui.actions import ActionButton, label, make_action
from ui.theme import Theme
from ui.translation import tr
from ui.widgets.agreeing import agree_buttons
from ui.widgets.fitting import resize_within_window
from ui.widgets.painting import paint_ground
from ui.widgets.row_list import Index
from ui.wording import BINDING_MODE_NAMES

_ROW = Qt.ItemDataRole.UserRole
_KEY = _ROW + 1
#: The widths at 100 % of place, star, number, point, date and unit; the title has the rest.
_WIDTHS = (30, 20, 76, 56, 88, 112)


class OrderDialog(QDialog):
    """The items as they will be bound; what is changed is seen at once. ``arrangement`` tells it.

    Moving an item by hand turns to the order by hand. A locked order can only be unlocked.
    """

    def __init__(
        self,
        theme: Theme,
        about: str,
        rows: Sequence[FiledRow],
        order: BindingOrder,
        task: TaskKey,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._rows, self._order, self._task = tuple(rows), order, task
        self._now = order.arrangements.get(task, Arrangement())
        self.setWindowTitle(tr("装订顺序"))
        self.modes = QButtonGroup(self)
        self.radios: dict[BindingMode, QRadioButton] = {}
        for mode, name in BINDING_MODE_NAMES.items():
            radio = self.radios[mode] = QRadioButton(name)
            radio.setChecked(mode is self._now.mode)
            radio.toggled.connect(self._on_mode)
            self.modes.addButton(radio)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("装订顺序"))
        self.list.setItemDelegate(_RowDelegate(theme, self.list))
        self.list.setMouseTracking(True)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        # The list is still dropping when it says that rows moved.
        self.list.model().rowsMoved.connect(lambda *_: QTimer.singleShot(0, self, self._on_dragged))
        self.list.itemSelectionChanged.connect(self._enable)
        self.lock = QCheckBox(tr("锁定：顺序不再变，以后新增的排在最后"))
        self.lock.setChecked(self._now.locked)
        self.lock.toggled.connect(self._on_lock)
        self.earlier = make_action(
            self, tr("前移"), tr("在装订顺序中前移"), lambda: self._move(-1), "Alt+Up"
        )
        self.later = make_action(
            self, tr("后移"), tr("在装订顺序中后移"), lambda: self._move(1), "Alt+Down"
        )
        self.key = make_action(
            self,
            tr("重点材料"),
            tr("把选中的材料作为重点排在最前；再按一次取消"),
            self._turn_key,
            "Ctrl+K",
        )
        self.buttons, self.agree = agree_buttons(
            self, tr("保存"), tr("保存（Ctrl+回车）"), shortcut="Ctrl+Return"
        )
        layout = QVBoxLayout(self)
        layout.setSpacing(theme.space(8))
        layout.addWidget(label(about, "subheading", wrap=True))
        ways = QHBoxLayout()
        for radio in self.radios.values():
            ways.addWidget(radio)
        ways.addStretch(1)
        layout.addLayout(ways)
        layout.addWidget(self.list, 1)
        tools = QHBoxLayout()
        for action in (self.earlier, self.later, self.key):
            tools.addWidget(ActionButton(action, theme))
        tools.addStretch(1)
        layout.addLayout(tools)
        layout.addWidget(self.lock)
        layout.addWidget(self.buttons)
        resize_within_window(self, theme.space(860), theme.space(560))
        self._fill()
        self.list.setFocus()

    @property
    def arrangement(self) -> Arrangement:
        """What was chosen."""
        return self._now

    @property
    def placements(self) -> list[str]:
        """The placements in the order that is shown."""
        return [self._row(n).placement for n in range(self.list.count())]

    def _row(self, place: int) -> FiledRow:
        row = self.list.item(place).data(_ROW)
        assert isinstance(row, FiledRow)
        return row

    def _chosen(self) -> list[str]:
        places = sorted(index.row() for index in self.list.selectedIndexes())
        return [self._row(place).placement for place in places]

    def _take(self, arrangement: Arrangement) -> None:
        """Show the order that an arrangement gives; what is chosen stays chosen."""
        chosen = set(self._chosen())
        self._now = arrangement
        self._fill()
        for place, placement in enumerate(self.placements):
            if placement in chosen:
                self.list.item(place).setSelected(True)
                self.list.scrollToItem(self.list.item(place))

    def _fill(self) -> None:
        self.list.clear()
        for row in self._order.arranged(self._rows, self._task, self._now):
            key = row.placement in self._now.first
            item = QListWidgetItem(visible("　".join(filter(None, _cells(row, key=key)))))
            item.setData(_ROW, row)
            item.setData(_KEY, key)
            self.list.addItem(item)
        self._enable()

    @Slot()
    def _enable(self) -> None:
        free, some = not self._now.locked, bool(self.list.selectedIndexes())
        for radio in self.radios.values():
            radio.setEnabled(free)
        for action in (self.earlier, self.later, self.key):
            action.setEnabled(free and some)
        moves = QAbstractItemView.DragDropMode
        self.list.setDragDropMode(moves.InternalMove if free else moves.NoDragDrop)

    @Slot(bool)
    def _on_mode(self, on: bool) -> None:  # noqa: FBT001  (Qt's own signature)
        mode = next(m for m, radio in self.radios.items() if radio.isChecked())
        if not on or mode is self._now.mode:
            return
        by_hand = self._now.by_hand
        if mode is BindingMode.HAND and not by_hand:
            by_hand = tuple(self.placements)
        self._take(replace(self._now, mode=mode, by_hand=by_hand))

    @Slot(bool)
    def _on_lock(self, on: bool) -> None:  # noqa: FBT001
        free = replace(self._now, locked=False)
        self._take(self._order.locked(self._rows, self._task, free) if on else free)

    @Slot()
    def _on_dragged(self) -> None:
        self._order_by_hand(self.placements)

    def _move(self, by: int) -> None:
        self._order_by_hand(moved(self.placements, self._chosen(), by))

    def _order_by_hand(self, placements: Sequence[str]) -> None:
        first = tuple(p for p in placements if p in self._now.first)
        self.radios[BindingMode.HAND].blockSignals(True)  # noqa: FBT003  (Qt's own signature)
        self.radios[BindingMode.HAND].setChecked(True)
        self.radios[BindingMode.HAND].blockSignals(False)  # noqa: FBT003
        self._take(
            replace(self._now, mode=BindingMode.HAND, by_hand=tuple(placements), first=first)
        )

    def _turn_key(self) -> None:
        chosen = self._chosen()
        first = [p for p in self._now.first if p not in chosen]
        if not set(chosen) <= set(self._now.first):
            first += chosen
        self._take(replace(self._now, first=tuple(first)))


def _cells(row: FiledRow, *, key: bool) -> tuple[str, ...]:
    """What is shown of a row after its place."""
    return (
        "★" if key else "",
        row.number,
        tr("要点 {number}", number=row.point) if row.point is not None else "",
        row.doc_date,
        visible(row.unit),
        visible(row.title or row.file_name),
    )


class _RowDelegate(QStyledItemDelegate):
    """Paints the rows in columns, each with its place in the order."""

    def __init__(self, theme: Theme, view: QListWidget) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:  # noqa: N802
        """One line."""
        return QSize(100, self._view.fontMetrics().height() + self._theme.space(10))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row; the title is in the colour of text, the rest is muted."""
        row: FiledRow = index.data(_ROW)
        colours, space = self._theme.colours, self._theme.space
        cells = (str(index.row() + 1), *_cells(row, key=bool(index.data(_KEY))))
        metrics = self._view.fontMetrics()
        painter.save()
        paint_ground(painter, option, colours)
        left = option.rect.left() + space(10)
        for words, width in zip(cells, (*_WIDTHS, 0), strict=True):
            room = space(width) if width else option.rect.right() - space(8) - left
            cell = QRect(left, option.rect.top(), room, option.rect.height())
            shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room - space(6))
            painter.setPen(QColor(colours.muted if width else colours.text))
            painter.drawText(cell, Qt.AlignmentFlag.AlignVCenter, shown)
            left += room
        painter.restore()
