"""The dossiers that lie in the folder, and the ledger: frozen rows behind Qt's interface."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from app.dossier.ledger import LedgerEntry, LedgerState
from app.dossier.result import CompiledDossier
from ui import icons
from ui.indicators.tree_model import ROW, Index
from ui.theme import Theme
from ui.widgets.painting import Paragraph, paint_ground

STATE_NAMES = {
    LedgerState.INCLUDED: "已装",
    LedgerState.EXCLUDED: "未装",
    LedgerState.FAILED: "失败",
}


class DossierModel(QAbstractListModel):
    """Compiled dossiers in order."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[CompiledDossier, ...] = ()
        self._fresh = False

    def show(self, rows: Sequence[CompiledDossier], *, after_compile: bool) -> None:
        """Replace the rows; ``after_compile`` says that "fresh" means something."""
        self.beginResetModel()
        self._rows, self._fresh = tuple(rows), after_compile
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        """Number of dossiers."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The dossier itself, its name and what is said of it."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.path.stem
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{row.path.stem}，{self.note(row)}"
            case Qt.ItemDataRole.ToolTipRole:
                return f"{row.path}\n双击或回车打开"
            case _:
                return row if role == ROW else None

    def note(self, row: CompiledDossier) -> str:
        """Pages, volumes, and whether it is whole and new."""
        parts = [f"{row.pages} 页"]
        if row.volumes > 1:
            parts.append(f"{row.volumes} 卷")
        if not row.complete:
            parts.append("不完整，卷内有占位页")
        if self._fresh:
            parts.append("本次编制" if row.fresh else "没有变化")
        return "　".join(parts)


class LedgerModel(QAbstractListModel):
    """The entries, those that are not in first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[LedgerEntry, ...] = ()

    def show(self, entries: Sequence[LedgerEntry]) -> None:
        """Replace the rows."""
        self.beginResetModel()
        self._rows = tuple(sorted(entries, key=lambda e: e.state is LedgerState.INCLUDED))
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        """Number of entries."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The entry itself and its words."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return f"指标 {row.indicator}，{row.file}，{STATE_NAMES[row.state]}，{row.reason}"
        return row.reason or None if role == Qt.ItemDataRole.ToolTipRole else None


class DossierDelegate(QStyledItemDelegate):
    """Name, then pages and state."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        """Two lines."""
        return QSize(100, self._view.fontMetrics().lineSpacing() * 2 + self._theme.space(14))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one dossier."""
        row: CompiledDossier = index.data(ROW)
        model = index.model()
        assert isinstance(model, DossierModel)
        colours, space = self._theme.colours, self._theme.space
        painter.save()
        paint_ground(painter, option, colours)
        rect: QRect = option.rect.adjusted(space(12), space(7), -space(12), -space(7))
        line = self._view.fontMetrics().lineSpacing()
        size = space(24)
        tint = colours.accent if row.complete else colours.partial
        ratio = self._view.devicePixelRatioF()
        painter.drawPixmap(
            rect.left(), rect.center().y() - size // 2, icons.pixmap("dossier", tint, size, ratio)
        )
        text = rect.adjusted(space(36), 0, 0, 0)
        painter.setFont(self._theme.font(medium=True))
        painter.setPen(QColor(colours.text))
        name = painter.fontMetrics().elidedText(
            row.path.stem, Qt.TextElideMode.ElideMiddle, text.width()
        )
        first = QRect(text.left(), text.top(), text.width(), line)
        painter.drawText(first, Qt.AlignmentFlag.AlignVCenter, name)
        painter.setFont(self._theme.font(-1))
        painter.setPen(QColor(colours.muted if row.complete else colours.partial))
        painter.drawText(first.translated(0, line), Qt.AlignmentFlag.AlignVCenter, model.note(row))
        painter.restore()


class LedgerDelegate(QStyledItemDelegate):
    """State, indicator, file and pages; the reason below."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        """A line, and as many as the reason takes."""
        line = self._view.fontMetrics().lineSpacing()
        reason = self._reason(index.data(ROW), self._view.viewport().width())
        return QSize(100, line + reason.height + self._theme.space(10))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one entry."""
        row: LedgerEntry = index.data(ROW)
        colours, space = self._theme.colours, self._theme.space
        painter.save()
        paint_ground(painter, option, colours)
        rect: QRect = option.rect.adjusted(space(12), space(5), -space(12), 0)
        line = self._view.fontMetrics().lineSpacing()
        name, tint = {
            LedgerState.INCLUDED: ("state-complete", colours.complete),
            LedgerState.EXCLUDED: ("state-empty", colours.empty),
            LedgerState.FAILED: ("state-problem", colours.problem),
        }[row.state]
        size = space(15)
        ratio = self._view.devicePixelRatioF()
        painter.drawPixmap(
            rect.left(), rect.top() + (line - size) // 2, icons.pixmap(name, tint, size, ratio)
        )
        text = QRect(rect.left() + space(26), rect.top(), rect.width() - space(26), line)
        painter.setFont(self._theme.font(-1))
        painter.setPen(QColor(tint if row.state is LedgerState.FAILED else colours.muted))
        right = f"{row.pages} 页" if row.pages else STATE_NAMES[row.state]
        painter.drawText(text, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, right)
        painter.setFont(self._theme.font())
        painter.setPen(QColor(colours.text))
        shown = painter.fontMetrics().elidedText(
            f"指标 {row.indicator}　{row.file}",
            Qt.TextElideMode.ElideMiddle,
            text.width() - space(70),
        )
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, shown)
        painter.setPen(QColor(colours.muted))
        reason = self._reason(row, option.rect.width())
        reason.paint(painter, text.left(), rect.top() + line)
        painter.restore()

    def _reason(self, row: LedgerEntry, width: int) -> Paragraph:
        room = width - self._theme.space(26 + 24)
        return Paragraph(row.reason, self._theme.font(-1), room)
