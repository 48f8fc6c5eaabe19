"""A month as a painted table of days; the arrow keys go from day to day."""

from calendar import monthrange
from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from app.stages.calendar import CalendarEntry, DayCell, EntryKind, month_sheet
from ui.colours import Colours
from ui.literal import tip
from ui.theme import Theme
from ui.translation import tr
from ui.widgets.painting import Paragraph

_DAYS_A_WEEK = 7
_WEEKEND = 5
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -_DAYS_A_WEEK,
    Qt.Key.Key_Down: _DAYS_A_WEEK,
}


class MonthView(QWidget):
    """Emits ``day_chosen`` for the current day, and ``opened`` on Enter or a double click."""

    day_chosen = Signal(object)  # date
    opened = Signal(object)  # date

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._entries: tuple[CalendarEntry, ...] = ()
        self._today = self._day = date.today()
        self._weeks: tuple[tuple[DayCell, ...], ...] = ()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(tr("日历"))
        theme.changed.connect(self.updateGeometry)
        theme.changed.connect(self.update)

    @property
    def day(self) -> date:
        """The day that is current."""
        return self._day

    @property
    def weeks(self) -> tuple[tuple[DayCell, ...], ...]:
        """The weeks that are painted."""
        return self._weeks

    def show_entries(self, entries: Sequence[CalendarEntry], today: date) -> None:
        """Mark these entries; the month shown stays."""
        first = not self._weeks
        self._entries, self._today = tuple(entries), today
        self._lay_out()
        if first:
            self.choose(today)

    def choose(self, day: date) -> None:
        """Turn to a day and its month."""
        self._day = day
        self._lay_out()
        self.setAccessibleDescription(self._spoken())
        self.day_chosen.emit(day)

    def step_month(self, by: int) -> None:
        """Turn to the same day some months later, or to the month's last day if it is shorter."""
        months = self._day.year * 12 + self._day.month - 1 + by
        year, month = divmod(months, 12)
        last = monthrange(year, month + 1)[1]
        self.choose(date(year, month + 1, min(self._day.day, last)))

    def entries_on(self, day: date) -> tuple[CalendarEntry, ...]:
        """What is due on a day."""
        return tuple(entry for entry in self._entries if entry.day == day)

    def cell_rect(self, day: date) -> QRectF:
        """The rectangle of a day; empty if it is not shown."""
        for row, week in enumerate(self._weeks):
            for column, cell in enumerate(week):
                if cell.day == day:
                    return self._rect(row, column)
        return QRectF()

    # --- Qt --------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:  # noqa: N802  (Qt's name)
        """Room for a number and two entries a day."""
        return QSize(self._theme.space(490), self._theme.space(330))

    def minimumSizeHint(self) -> QSize:  # noqa: N802  (Qt's name)
        """Room for a number and a mark a day."""
        line = self.fontMetrics().lineSpacing()
        return QSize(self._theme.space(300), self._head() + 6 * (2 * line + self._theme.space(6)))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  (Qt's name)
        """Move by the keys."""
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.choose(self._day + timedelta(days=_STEPS[key]))
        elif key is Qt.Key.Key_PageUp:
            self.step_month(-1)
        elif key is Qt.Key.Key_PageDown:
            self.step_month(1)
        elif key is Qt.Key.Key_Home:
            self.choose(self._today)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.opened.emit(self._day)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802  (Qt's name)
        """Choose the day under the mouse."""
        cell = self._cell_at(event.position())
        if cell is not None:
            self.choose(cell.day)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802  (Qt's name)
        """Open the day under the mouse."""
        cell = self._cell_at(event.position())
        if cell is not None:
            self.opened.emit(cell.day)

    def event(self, event: QEvent) -> bool:
        """Show a tooltip with all that is due on the day under the mouse."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            cell = self._cell_at(QPointF(event.pos()))
            text = "\n".join(entry.title for entry in cell.entries) if cell else ""
            QToolTip.showText(event.globalPos(), tip(text), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  (Qt's name)
        """Paint the names of the days, and the days."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours, space = self._theme.colours, self._theme.space
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QColor(colours.accent if self.hasFocus() else colours.line))
        painter.setBrush(QColor(colours.surface))
        painter.drawRoundedRect(frame, 6, 6)
        painter.setFont(self._theme.font(-1))
        painter.setPen(QColor(colours.muted))
        width = self.width() / _DAYS_A_WEEK
        names = (tr("一"), tr("二"), tr("三"), tr("四"), tr("五"), tr("六"), tr("日"))
        for column, name in enumerate(names):
            box = QRectF(column * width + space(8), 0, width, self._head())
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, name)
        for row, week in enumerate(self._weeks):
            for column, cell in enumerate(week):
                self._paint_cell(painter, self._rect(row, column), cell, column)
        painter.end()

    # --- within ----------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self._weeks = month_sheet(self._day.year, self._day.month, self._entries)
        self.update()

    def _head(self) -> int:
        return self.fontMetrics().lineSpacing() + self._theme.space(6)

    def _rect(self, row: int, column: int) -> QRectF:
        width = self.width() / _DAYS_A_WEEK
        height = (self.height() - self._head()) / max(1, len(self._weeks))
        return QRectF(column * width, self._head() + row * height, width, height)

    def _cell_at(self, at: QPointF) -> DayCell | None:
        for row, week in enumerate(self._weeks):
            for column, cell in enumerate(week):
                if self._rect(row, column).contains(at):
                    return cell
        return None

    def _paint_cell(self, painter: QPainter, rect: QRectF, cell: DayCell, column: int) -> None:
        colours, space = self._theme.colours, self._theme.space
        inner = rect.adjusted(1, 1, -1, -1)
        painter.setPen(QPen(QColor(colours.line), 1))
        painter.drawLine(rect.topLeft(), rect.topRight())
        if cell.day == self._day:
            painter.setPen(QPen(QColor(colours.accent), 2 if self.hasFocus() else 1))
            painter.setBrush(QColor(colours.accent_soft))
            painter.drawRoundedRect(inner.adjusted(1, 1, -1, -1), 4, 4)
        small = self._theme.font(-1, medium=cell.day == self._today)
        painter.setFont(small)
        line = painter.fontMetrics().lineSpacing()
        number = str(cell.day.day)
        left, top = rect.left() + space(8), rect.top() + space(3)
        if cell.day == self._today:
            width = max(line, painter.fontMetrics().horizontalAdvance(number) + space(8))
            ground = QRectF(left - space(4), top, width, line)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.accent))
            painter.drawRoundedRect(ground, line / 2, line / 2)
            painter.setPen(QColor(colours.on_accent))
            painter.drawText(ground, Qt.AlignmentFlag.AlignCenter, number)
        else:
            faded = not cell.inside or column >= _WEEKEND
            painter.setPen(QColor(colours.muted if faded else colours.text))
            painter.setOpacity(1.0 if cell.inside else 0.6)
            painter.drawText(QRectF(left, top, rect.width(), line), number)
            painter.setOpacity(1.0)
        self._paint_entries(painter, rect, cell, line)

    def _paint_entries(self, painter: QPainter, rect: QRectF, cell: DayCell, line: int) -> None:
        space = self._theme.space
        top = rect.top() + space(4) + line
        room = int((rect.bottom() - top) // line)
        shown = cell.entries if len(cell.entries) <= room else cell.entries[: max(0, room - 1)]
        painter.setFont(self._theme.font(-1))
        lines = max(1, room // max(1, len(shown)))
        font = self._theme.font(-1)
        for entry in shown:
            colour = QColor(entry_colour(entry.kind, self._theme.colours))
            centre = QPointF(rect.left() + space(10), top + line / 2)
            paint_entry_mark(painter, centre, space(7), entry.kind, colour)
            painter.setPen(QColor(self._theme.colours.text))
            text = Paragraph(entry.title, font, rect.width() - space(20), lines)
            text.paint(painter, rect.left() + space(17), top)
            top += text.height
        rest = len(cell.entries) - len(shown)
        if rest and room > 0:
            painter.setPen(QColor(self._theme.colours.muted))
            more = QRectF(rect.left() + space(8), top, rect.width(), line)
            words = tr("另有 {count} 项", count=rest) if shown else tr("{count} 项", count=rest)
            painter.drawText(more, Qt.AlignmentFlag.AlignVCenter, words)

    def _spoken(self) -> str:
        day = tr(
            "{year}年{month}月{day}日",
            year=self._day.year,
            month=self._day.month,
            day=self._day.day,
        )
        found = [entry.title for entry in self.entries_on(self._day)]
        return tr("，").join((day, *(found or (tr("没有安排"),))))


def entry_colour(kind: EntryKind, colours: Colours) -> str:
    """The colour of an entry's mark."""
    return {
        EntryKind.DEADLINE: colours.accent,
        EntryKind.MILESTONE: colours.complete,
        EntryKind.RECTIFICATION: colours.problem,
    }[kind]


def paint_entry_mark(
    painter: QPainter, centre: QPointF, size: float, kind: EntryKind, colour: QColor
) -> None:
    """A shape for each kind, so that colour alone is never needed: square, dot, diamond."""
    half = size / 2
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.translate(centre)
    if kind is EntryKind.MILESTONE:
        painter.drawEllipse(QPointF(0, 0), half, half)
    else:
        if kind is EntryKind.RECTIFICATION:
            painter.rotate(45)
        painter.drawRect(QRectF(-half, -half, size, size))
    painter.restore()
