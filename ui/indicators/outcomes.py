"""What became of the files that were handed in: one line a file, reason and remedy where needed."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from app.intake.report import AttachOutcome, AttachReport, AttachState
from app.wording import describe_error, describe_exclusion, describe_problem
from ui import icons
from ui.actions import label
from ui.indicators.tree_model import ROW, Index
from ui.theme import Theme
from ui.widgets.painting import Paragraph, paint_ground

_NAMES = {
    AttachState.ADDED: "已收取",
    AttachState.REFUSED: "没有导入",
    AttachState.EXCLUDED: "已略过",
    AttachState.FAILED: "失败",
}


def needs_care(outcome: AttachOutcome) -> bool:
    """True if somebody should look at it."""
    return outcome.state in {AttachState.REFUSED, AttachState.FAILED} or bool(outcome.problems)


def notes_of(outcome: AttachOutcome) -> str:
    """Reason and remedy in words; "" if there is nothing to say."""
    parts = [str(describe_problem(p)) for p in outcome.problems]
    if outcome.error is not None:
        parts.insert(0, str(describe_error(outcome.error)))
    if outcome.exclusion is not None:
        parts.append(describe_exclusion(outcome.exclusion))
    return "\n".join(parts)


def summary_of(report: AttachReport) -> str:
    """The totals in one sentence."""
    parts = [f"收取 {report.count(AttachState.ADDED)} 件"]
    troubled = sum(1 for o in report.added() if o.problems)
    for count, words in (
        (troubled, "其中 {} 件有提示"),
        (report.count(AttachState.EXCLUDED), "略过 {} 个"),
        (report.count(AttachState.REFUSED), "{} 个带密级标志，没有导入"),
        (report.count(AttachState.FAILED), "{} 个失败"),
    ):
        if count:
            parts.append(words.format(count))
    return "，".join(parts)


class OutcomeModel(QAbstractListModel):
    """Those that need care first, in the order of the files."""

    def __init__(self, report: AttachReport, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all = sorted(report.outcomes, key=lambda o: not needs_care(o))
        self._rows = self._all

    def limit(self, *, to_care: bool) -> None:
        """Show only what needs care, or everything."""
        self.beginResetModel()
        self._rows = [o for o in self._all if needs_care(o)] if to_care else self._all
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        """Number of files shown."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The outcome itself, and its words."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return f"{row.file}　{_NAMES[row.state]}"
            case Qt.ItemDataRole.ToolTipRole:
                return notes_of(row) or None
            case _:
                return row if role == ROW else None


class _Delegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        line = self._view.fontMetrics().lineSpacing()
        note = self._note(index.data(ROW), self._view.viewport().width())
        return QSize(100, line + note.height + self._theme.space(12))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: AttachOutcome = index.data(ROW)
        colours, space = self._theme.colours, self._theme.space
        painter.save()
        paint_ground(painter, option, colours)
        rect: QRect = option.rect.adjusted(space(10), space(6), -space(12), 0)
        line = self._view.fontMetrics().lineSpacing()
        name, colour = _mark(row, self._theme)
        size = space(16)
        ratio = self._view.devicePixelRatioF()
        painter.drawPixmap(
            rect.left(), rect.top() + (line - size) // 2, icons.pixmap(name, colour, size, ratio)
        )
        text = QRect(rect.left() + space(26), rect.top(), rect.width() - space(26), line)
        painter.setFont(self._theme.font(-1))
        painter.setPen(QColor(colour))
        painter.drawText(
            text, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, _NAMES[row.state]
        )
        painter.setFont(self._theme.font())
        painter.setPen(QColor(colours.text))
        room = text.width() - space(70)
        shown = painter.fontMetrics().elidedText(row.file, Qt.TextElideMode.ElideMiddle, room)
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, shown)
        painter.setPen(QColor(colours.muted))
        self._note(row, option.rect.width()).paint(painter, text.left(), rect.top() + line)
        painter.restore()

    def _note(self, row: AttachOutcome, width: int) -> Paragraph:
        room = width - self._theme.space(26 + 22)
        return Paragraph(notes_of(row).replace("\n", " "), self._theme.font(-1), room)


def _mark(row: AttachOutcome, theme: Theme) -> tuple[str, str]:
    colours = theme.colours
    if row.state in {AttachState.FAILED, AttachState.REFUSED}:
        return "state-problem", colours.problem
    if row.state is AttachState.EXCLUDED:
        return "state-empty", colours.empty
    if any(p.blocking for p in row.problems):
        return "state-problem", colours.problem
    return ("info", colours.partial) if row.problems else ("state-complete", colours.complete)


class OutcomeDialog(QDialog):
    """Stays beside the window; emits the item that somebody wants to see."""

    item_wanted = Signal(str)

    def __init__(self, report: AttachReport, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("收取结果")
        self.resize(640, 460)
        self.model = OutcomeModel(report, self)
        self.view = QListView()
        self.view.setModel(self.model)
        self.view.setItemDelegate(_Delegate(theme, self.view))
        self.view.setAccessibleName("每个文件的结果")
        self.view.setResizeMode(QListView.ResizeMode.Adjust)
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.view.activated.connect(self._on_activated)
        self.only_care = QCheckBox("只看需要处理的")
        some = any(needs_care(o) for o in report.outcomes)
        self.only_care.setVisible(some)
        self.only_care.toggled.connect(lambda on: self.model.limit(to_care=on))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 14)
        layout.setSpacing(10)
        layout.addWidget(label(summary_of(report), "subheading", wrap=True))
        layout.addWidget(self.only_care)
        layout.addWidget(self.view, 1)
        layout.addWidget(buttons)

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        outcome: AttachOutcome = index.data(ROW)
        if outcome.item_id:
            self.item_wanted.emit(outcome.item_id)
