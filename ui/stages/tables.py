"""The two tables of the page: the stages, and the units in them."""

from datetime import date

from PySide6.QtCore import QObject, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import (
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from app.stages.progress import UnitStage
from app.stages.vocabulary import StageStatus
from ui.colours import Colours
from ui.stages.rows import StageLine, figures_in_words, standing_in_words
from ui.theme import Theme
from ui.translation import tr
from ui.widgets.line_table import Column, LineModel, LineTable
from ui.widgets.painting import paint_bar
from ui.widgets.row_list import ROW, Index
from ui.wording import days_in_words

#: The column of the units' table that contains the bar.
BAR = 2

#: How tall a row is, at 100 %.
_HEIGHT = 28


class StagesView(LineTable):
    """One stage can be chosen; all stages are visible at once."""

    def __init__(self, theme: Theme) -> None:
        columns = (
            Column(tr("创建步骤"), 0, lambda line: f"{line.stage.number}　{line.stage.name}"),
            Column(tr("开始"), 92, lambda line: _day(line.stage.start)),
            Column(tr("截止"), 92, lambda line: _day(line.stage.deadline)),
            Column(tr("应齐备"), 60, lambda line: f"{line.stage.goal}%"),
            Column(tr("期限"), 98, lambda line: days_in_words(line.days)),
        )
        model = LineModel(
            columns, lambda line: line.stage.number, theme, tip=lambda line: line.stage.description
        )
        super().__init__(tr("创建步骤"), model, theme, height=_HEIGHT)
        self.setItemDelegate(_Delegate(theme, self))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        theme.changed.connect(self._fit_height)
        model.modelReset.connect(self._fit_height)
        self._fit_height()

    @property
    def stage(self) -> StageLine | None:
        """The stage that is chosen."""
        return self.current if isinstance(self.current, StageLine) else None

    def _fit_height(self) -> None:
        head = self.horizontalHeader().sizeHint().height()
        rows = max(1, self.lines.rowCount()) * self._theme.space(_HEIGHT)
        self.setFixedHeight(head + rows + 2 * self.frameWidth() + 2)


def units_table(theme: Theme) -> LineTable:
    """The units of a list; several may be chosen, for a paper to each of them."""
    columns = (
        Column(tr("责任单位"), 0, lambda line: line.unit),
        Column(tr("创建步骤"), 96, lambda line: line.stage.name),
        Column(tr("要点"), 140, figures_in_words),
        Column(tr("还差"), 46, lambda line: str(line.lacking) if line.lacking else ""),
        Column(tr("进展"), 148, standing_in_words),
    )
    model = LineModel(columns, lambda line: line.unit, theme, tip=_figures)
    table = LineTable(tr("各单位进展"), model, theme, many=True, height=_HEIGHT)
    table.setItemDelegate(_Delegate(theme, table))
    return table


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _figures(line: UnitStage) -> str:
    return tr(
        "共 {total} 个要点，已齐备 {covered} 个，应齐备 {needed} 个\n双击查看未齐的指标",
        total=line.total,
        covered=line.covered,
        needed=line.needed,
    )


class _Delegate(QStyledItemDelegate):
    """Background, text, and a bar with a mark at the stage's goal."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colours, rect, space = self._theme.colours, option.rect, self._theme.space
        line = index.data(ROW)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(colours.accent_soft))
        room = rect.adjusted(space(6), 0, -space(6), 0)
        if isinstance(line, UnitStage) and index.column() == BAR:
            room = self._paint_bar(painter, room, line)
        painter.setPen(_ink(line, index.column(), colours))
        current = isinstance(line, StageLine) and line.current
        painter.setFont(self._theme.font(medium=current))
        text = painter.fontMetrics().elidedText(
            str(index.data()), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        painter.restore()

    def _paint_bar(self, painter: QPainter, room: QRect, line: UnitStage) -> QRect:
        colours, space = self._theme.colours, self._theme.space
        width = max(space(30), room.width() - space(62))
        bar = QRectF(room.left(), room.center().y() - space(2), width, space(6))
        total = max(1, line.total)
        tint = colours.problem if line.standing is StageStatus.OVERDUE else colours.complete
        paint_bar(painter, bar, line.covered / total, QColor(tint), QColor(colours.line))
        if line.needed:
            goal = bar.left() + min(width - 1.0, width * line.needed / total)
            painter.setPen(QPen(QColor(colours.text), space(2)))
            painter.drawLine(
                QRectF(goal, bar.top() - space(3), 0, 0).topLeft(),
                QRectF(goal, bar.bottom() + space(3), 0, 0).topLeft(),
            )
        return room.adjusted(width + space(8), 0, 0, 0)


def _ink(line: object, column: int, colours: Colours) -> QColor:
    if isinstance(line, StageLine):
        past = line.days is not None and line.days < 0
        if line.current:
            return QColor(colours.accent)
        return QColor(colours.muted if past or column else colours.text)
    if isinstance(line, UnitStage) and column:
        tints = {
            StageStatus.OVERDUE: colours.problem,
            StageStatus.AT_RISK: colours.partial,
            StageStatus.DONE: colours.complete,
        }
        if column in {3, 4}:
            return QColor(tints.get(line.standing, colours.muted))
        return QColor(colours.muted)
    return QColor(colours.text)
