"""A unit's view: what was returned, why, and a button that leads to it."""

from PySide6.QtCore import QPointF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.evidence.listing import FiledRow
from app.review.listing import ReturnedRow
from app.review.vocabulary import SlotStage
from ui.actions import ActionButton, label, make_action, mark_writing
from ui.page import PageContext
from ui.review.looks import paint_mark, stage_colour
from ui.review.reading import ReviewReading, read_review
from ui.review.rows import returned_heading, returned_note
from ui.shared.answer import Answering
from ui.shared.targets import ItemTarget, TaskTarget
from ui.snapshot import Snapshot
from ui.theme import Theme
from ui.translation import tr
from ui.widgets.layouts import vertical
from ui.widgets.painting import Paragraph, paint_ground
from ui.widgets.row_list import ROW, Index, RowListModel

#: How long the reason stays visible at the place to which the button leads, in seconds.
_READING = 60


class ReturnedModel(RowListModel[ReturnedRow]):
    """Frozen rows of what was returned."""

    def words(self, row: ReturnedRow, role: int) -> object:
        """What is shown, and what a screen reader says."""
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return returned_heading(row)
            case Qt.ItemDataRole.AccessibleTextRole:
                return tr("，").join((returned_heading(row), returned_note(row)))
            case _:
                return None


class UnitReview(QWidget):
    """The list, and a button that leads to the item or the task."""

    def __init__(self, context: PageContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self.heading = label("", "heading")
        self.hint = label("", "muted", wrap=True)
        self.view = QListView()
        self.model = ReturnedModel(self)
        self.view.setModel(self.model)
        self.view.setItemDelegate(_ReturnedDelegate(context.theme, self.view))
        self.view.setAccessibleName(tr("退回的内容"))
        self.view.setMouseTracking(True)
        self.view.setResizeMode(QListView.ResizeMode.Adjust)
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.activated.connect(self.go)
        self.view.selectionModel().currentChanged.connect(lambda *_: self._follow())
        self.go_action = make_action(
            self, tr("去改正"), tr("转到这件材料或这项任务"), self.go, "Ctrl+Return", within=True
        )
        self.answer_action = make_action(
            self,
            tr("写改动说明…"),
            tr("答复退回：写明怎样改的，创建办审核时与新旧版本一起看到"),
            self.answer,
            "Alt+Shift+E",
            within=True,
        )
        mark_writing(self.answer_action)
        self.answers = Answering(context, self)
        layout = vertical(self, 20, 16, 20, 16, spacing=8)
        top = QHBoxLayout()
        top.addWidget(self.heading, 1)
        top.addWidget(ActionButton(self.answer_action, context.theme))
        top.addWidget(ActionButton(self.go_action, context.theme, primary=True))
        layout.addLayout(top)
        layout.addWidget(self.hint)
        layout.addWidget(self.view, 1)

    def show_snapshot(self, _snapshot: Snapshot) -> None:
        """Read again what was returned."""
        workspace = self._context.session.services.workspace
        self._context.session.read(lambda: read_review(workspace), self._on_read)

    @Slot()
    def go(self) -> None:
        """Turn to the item, or to the task that was returned as a whole."""
        row = self.view.currentIndex().data(ROW)
        if isinstance(row, ReturnedRow):
            target = ItemTarget(row.item) if row.item and row.on_item else None
            self._context.go(
                "indicators", target or TaskTarget(row.slot.indicator, row.slot.task_code)
            )
            if row.reasons:
                # The reason stays visible while one looks for the place to correct.
                self._context.notice.say(
                    tr("退回原因：{reasons}", reasons=row.reasons),
                    tr("回到退回", "the page"),
                    lambda: self._context.go("review", None),
                    seconds=_READING,
                )

    @Slot()
    def answer(self) -> None:
        """Write what was changed about the returned item, or why nothing was."""
        row = self.view.currentIndex().data(ROW)
        if isinstance(row, ReturnedRow):
            filed = self._filed(row)
            if filed is not None:
                self.answers.ask(filed, row)

    def _filed(self, row: ReturnedRow) -> FiledRow | None:
        rows = self._context.session.snapshot.filed.get(row.slot.task, ())
        return next((r for r in rows if r.item == row.item and r.unit == row.unit), None)

    @Slot()
    def _follow(self) -> None:
        row = self.view.currentIndex().data(ROW)
        filed = self._filed(row) if isinstance(row, ReturnedRow) else None
        writable = not self._context.session.read_only
        self.answer_action.setEnabled(writable and filed is not None and filed.whose.mine)

    @Slot(object)
    def _on_read(self, reading: ReviewReading) -> None:
        rows = reading.returned
        self.model.show(rows)
        left = sum(not row.reworked for row in rows)
        self.heading.setText(
            tr("退回 {count} 条，还有 {left} 条要改", count=len(rows), left=left)
            if rows
            else tr("没有退回的材料")
        )
        self.hint.setText(
            tr("改正后重新报送；标“已改动”的，随下一次报送一并送审。")
            if rows
            else tr("创建办退回的材料和原因会列在这里。")
        )
        self.go_action.setEnabled(bool(rows))
        if rows and not self.view.currentIndex().isValid():
            place = next((n for n, row in enumerate(rows) if not row.reworked), 0)
            self.view.setCurrentIndex(self.model.index(place))
        self._follow()

    def keep(self) -> None:
        """There is nothing to remember."""

    def start(self) -> None:
        """Take the keyboard."""
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)


class _ReturnedDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        text, note = self._texts(index.data(ROW), self._view.viewport().width())
        return QSize(100, text.height + note.height + self._theme.space(14))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: ReturnedRow = index.data(ROW)
        colours, space, rect = self._theme.colours, self._theme.space, option.rect
        painter.save()
        paint_ground(painter, option, colours)
        text, note = self._texts(row, rect.width())
        top = rect.top() + space(7)
        stage = SlotStage.RECHECK if row.reworked else SlotStage.RETURNED
        height = self._view.fontMetrics().lineSpacing()
        centre = QPointF(rect.left() + space(20), top + height / 2)
        paint_mark(painter, centre, space(14), stage, stage_colour(stage, colours))
        painter.setPen(QColor(colours.text))
        text.paint(painter, rect.left() + space(36), top)
        painter.setPen(QColor(colours.muted if row.reworked else colours.problem))
        note.paint(painter, rect.left() + space(36), top + text.height)
        painter.restore()

    def _texts(self, row: ReturnedRow, width: int) -> tuple[Paragraph, Paragraph]:
        room = width - self._theme.space(50)
        return (
            Paragraph(returned_heading(row), self._theme.font(), room),
            Paragraph(returned_note(row), self._theme.font(-1), room),
        )
