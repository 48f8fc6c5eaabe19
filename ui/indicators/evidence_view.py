"""The list of evidence: two lines for an item, three if something is wrong; takes files."""

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.evidence.listing import FiledRow
from app.web_addresses import host_of
from ui import icons
from ui.indicators.grid import GridDelegate, Picture
from ui.shared.returned import ICON, ReturnNote
from ui.shared.trouble import trouble_of
from ui.theme import Theme
from ui.translation import tr
from ui.widgets.dropping import dropped_files
from ui.widgets.elided import elided_name
from ui.widgets.files import kind_icon
from ui.widgets.painting import paint_ground
from ui.widgets.row_list import ROW

#: Shown only in the form and the tooltip; a line under every item would hide what matters.


class EvidenceDelegate(QStyledItemDelegate):
    """Icon, number and title; then number, issuer and date, with guesses marked; then problems."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view
        self.show_points = True
        self.show_units = False
        self.returned: Mapping[str, ReturnNote] = {}  # by placement

    def sizeHint(  # noqa: N802
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Two lines, or three."""
        row: FiledRow = index.data(ROW)
        line = self._view.fontMetrics().lineSpacing()
        lines = 2 + bool(trouble_of(row)) + (row.placement in self.returned)
        return QSize(100, line * lines + self._theme.space(14))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one item."""
        row: FiledRow = index.data(ROW)
        colours, space = self._theme.colours, self._theme.space
        painter.save()
        paint_ground(painter, option, colours)
        rect: QRect = option.rect.adjusted(space(10), space(7), -space(12), -space(7))
        line = self._view.fontMetrics().lineSpacing()
        size = space(22)
        ratio = self._view.devicePixelRatioF()
        tint = colours.problem if row.blocked else colours.muted
        painter.drawPixmap(
            rect.left(),
            rect.top() + line - size // 2,
            icons.pixmap(kind_icon(row.kind), tint, size, ratio),
        )
        text = rect.adjusted(space(32), 0, 0, 0)
        self._paint_title(painter, QRect(text.left(), text.top(), text.width(), line), index, row)
        second = QRect(text.left(), text.top() + line, text.width(), line)
        self._paint_facts(painter, second, row)
        third = second.translated(0, line)
        if back := self.returned.get(row.placement):
            mark = space(13)
            colour = colours.problem if back.open else colours.partial
            picture = icons.pixmap(ICON, colour, mark, ratio)
            painter.drawPixmap(third.left(), third.center().y() - mark // 2, picture)
            painter.setPen(QColor(colour))
            painter.setFont(self._theme.font(-1))
            _draw(painter, third.adjusted(mark + space(5), 0, 0, 0), back.words)
            third = third.translated(0, line)
        if trouble := trouble_of(row):
            mark = space(13)
            colour = colours.problem if row.blocked else colours.partial
            name = "state-problem" if row.blocked else "info"
            painter.drawPixmap(
                third.left(),
                third.center().y() - mark // 2,
                icons.pixmap(name, colour, mark, ratio),
            )
            painter.setPen(QColor(colour))
            painter.setFont(self._theme.font(-1))
            _draw(painter, third.adjusted(mark + space(5), 0, 0, 0), trouble)
        painter.restore()

    def _paint_title(
        self,
        painter: QPainter,
        rect: QRect,
        index: QModelIndex | QPersistentModelIndex,
        row: FiledRow,
    ) -> None:
        colours = self._theme.colours
        if self.show_points:
            tag = tr("要点 {point}", point=row.point) if row.point is not None else tr("未归要点")
            painter.setFont(self._theme.font(-1))
            painter.setPen(QColor(colours.muted if row.point is not None else colours.partial))
            painter.drawText(rect, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, tag)
            used = painter.fontMetrics().horizontalAdvance(tag) + self._theme.space(10)
            rect = rect.adjusted(0, 0, -used, 0)
        painter.setFont(self._theme.font(medium=True))
        guessed = "title" in row.guesses
        painter.setPen(QColor(colours.text))
        title = "　".join(filter(None, (row.number, row.title or row.file_name)))
        room = rect.width() - (self._theme.space(18) if guessed else 0)
        shown = painter.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, room)
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, shown)
        if guessed:
            end = rect.left() + painter.fontMetrics().horizontalAdvance(shown)
            painter.setPen(QColor(colours.guess))
            painter.drawText(
                QRect(end + 2, rect.top(), self._theme.space(20), rect.height()),
                Qt.AlignmentFlag.AlignVCenter,
                "?",
            )

    def _paint_facts(self, painter: QPainter, rect: QRect, row: FiledRow) -> None:
        colours = self._theme.colours
        painter.setFont(self._theme.font(-1))
        metrics = painter.fontMetrics()
        left = rect.left()
        parts = [(row.unit, False)] if self.show_units else []
        parts += [
            (value, name in row.guesses)
            for name in ("doc_number", "issuer", "doc_date")
            if (value := str(getattr(row, name)))
        ]
        if site := row.origin.site or host_of(row.origin.address):
            parts.append((site, not {"site", "address"}.isdisjoint(row.guesses)))
        if row.parts:
            parts.append((tr("附件 {count} 个", count=row.parts), False))
        parts.append((row.file_name, False))
        for place, (value, guessed) in enumerate(parts):
            lead = "　" if place else ""
            shown = lead + value + ("?" if guessed else "")
            painter.setPen(QColor(colours.guess if guessed else colours.muted))
            room = rect.right() - left
            if room <= 0:
                return
            fitted = elided_name(shown, metrics, room)
            painter.drawText(
                QRect(left, rect.top(), room, rect.height()), Qt.AlignmentFlag.AlignVCenter, fitted
            )
            left += metrics.horizontalAdvance(shown)


class EvidenceView(QListView):
    """Accepts files from outside, and its own items when they are moved."""

    files_dropped = Signal(list)
    drag_begun = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._hint = ""
        self._hovering = False
        self.setAccessibleName(tr("材料"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setMouseTracking(True)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.delegate = EvidenceDelegate(theme, self)
        self.setItemDelegate(self.delegate)
        self._tiles: GridDelegate | None = None
        theme.changed.connect(self.doItemsLayout)

    def use_pictures(self, picture: Picture) -> None:
        """Give the source of small pictures, without which there is no grid."""
        self._tiles = GridDelegate(self._theme, self, picture)

    def show_grid(self, *, grid: bool) -> None:
        """Show small pictures beside each other, or lines below each other."""
        if self._tiles is None:
            return
        self.setItemDelegate(self._tiles if grid else self.delegate)
        flow = QListView.Flow
        self.setFlow(flow.LeftToRight if grid else flow.TopToBottom)
        self.setWrapping(grid)
        modes = QListView.ResizeMode
        self.setResizeMode(modes.Adjust if grid else modes.Fixed)
        self.setSpacing(0)
        self.doItemsLayout()
        self.scrollTo(self.currentIndex())

    def startDrag(self, actions: Qt.DropAction) -> None:  # noqa: N802  (Qt's name)
        """Tell it first, so that the places to drop on can be brought into sight."""
        self.drag_begun.emit()
        super().startDrag(actions)

    def show_returned(self, returned: Mapping[str, ReturnNote]) -> None:
        """Mark the items that came back from review, by placement."""
        if returned != self.delegate.returned:
            self.delegate.returned = returned
            self.doItemsLayout()

    def set_hint(self, text: str) -> None:
        """Set the text that is shown while there are no items."""
        self._hint = text
        self.viewport().update()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802  (Qt's name)
        """Files and items are welcome."""
        if dropped_files(event.mimeData()):
            self._hovering = True
            self.viewport().update()
            event.acceptProposedAction()
        else:
            super().dragEnterEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:  # noqa: N802  (Qt's name)
        """Files may be dropped anywhere."""
        if dropped_files(event.mimeData()):
            event.acceptProposedAction()
        else:
            super().dragMoveEvent(event)

    def dragLeaveEvent(self, event: object) -> None:  # noqa: N802  (Qt's name)
        """Remove the frame."""
        self._hovering = False
        self.viewport().update()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802  (Qt's name)
        """Emit dropped files; items go to the model."""
        self._hovering = False
        self.viewport().update()
        paths = dropped_files(event.mimeData())
        if paths:
            event.acceptProposedAction()
            self.files_dropped.emit(paths)
        else:
            super().dropEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  (Qt's name)
        """The items, or the hint; a frame while files hover."""
        super().paintEvent(event)
        model = self.model()
        empty = model.rowCount() == 0
        if not (empty or self._hovering):
            return
        colours, space = self._theme.colours, self._theme.space
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = self.viewport().rect()
        if self._hovering:
            painter.setPen(QPen(QColor(colours.accent), 2, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(rect.adjusted(4, 4, -4, -4), 8, 8)
        if empty:
            size = space(34)
            top = rect.center().y() - size
            tint = colours.accent if self._hovering else colours.empty
            painter.drawPixmap(
                rect.center().x() - size // 2,
                top,
                icons.pixmap("drop", tint, size, self.devicePixelRatioF()),
            )
            painter.setPen(QColor(colours.muted))
            painter.setFont(self._theme.font())
            words = QRect(rect.left() + 12, top + size + space(6), rect.width() - 24, space(60))
            flags = Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(words, flags, self._hint)
        painter.end()


def _draw(painter: QPainter, rect: QRect, text: str) -> None:
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, shown)
