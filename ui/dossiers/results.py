"""The list of the dossiers in the folder: frozen rows, and how they are painted."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from app.dossier.changes import DossierChanges
from app.dossier.result import CompiledDossier
from ui import icons
from ui.dossiers.rows import changes_in_short
from ui.literal import literal_words
from ui.theme import Theme
from ui.translation import tr
from ui.widgets.painting import paint_ground
from ui.widgets.row_list import ROW, Index


class DossierModel(QAbstractListModel):
    """Compiled dossiers in order."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[CompiledDossier, ...] = ()
        self._fresh = False
        self._changes: Mapping[str, DossierChanges] = {}

    def show(self, rows: Sequence[CompiledDossier], *, after_compile: bool) -> None:
        """Replace the rows; ``after_compile``: show which ones the compile has built again."""
        self.beginResetModel()
        self._rows, self._fresh = tuple(rows), after_compile
        self._changes = {}
        self.endResetModel()

    @property
    def rows(self) -> tuple[CompiledDossier, ...]:
        """The dossiers that are shown."""
        return self._rows

    def show_changes(self, changes: Mapping[str, DossierChanges]) -> None:
        """Say of each dossier what has changed since it was built, by its key."""
        self._changes = changes
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        """Number of dossiers."""
        return 0 if parent.isValid() else len(self._rows)

    @literal_words
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The dossier itself, its name and what is said of it."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.path.stem
            case Qt.ItemDataRole.AccessibleTextRole:
                return tr("，").join((row.path.stem, self.note(row)))
            case Qt.ItemDataRole.ToolTipRole:
                return tr("{path}\n双击或回车打开", path=row.path)
            case _:
                return row if role == ROW else None

    def note(self, row: CompiledDossier) -> str:
        """Pages, volumes, and whether it is whole and new."""
        parts = [
            tr(
                "{numbered} 页，连同封面、目录共 {pages} 页",
                numbered=row.numbered_pages,
                pages=row.pages,
            )
        ]
        if row.volumes > 1:
            parts.append(tr("{volumes} 卷", volumes=row.volumes))
        if not row.complete:
            parts.append(tr("不完整，卷内有占位页"))
        found = self._changes.get(row.key)
        if found is not None and found.any:
            parts.append(tr("编制以来：{changes}", changes=changes_in_short(found)))
        elif self._fresh:
            parts.append(tr("本次编制") if row.fresh else tr("没有变化"))
        return "　".join(parts)


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
        note = painter.fontMetrics().elidedText(
            model.note(row), Qt.TextElideMode.ElideRight, text.width()
        )
        painter.drawText(first.translated(0, line), Qt.AlignmentFlag.AlignVCenter, note)
        painter.restore()
