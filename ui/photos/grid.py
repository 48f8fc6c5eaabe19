"""The grid of photos: a thumbnail and the six elements of each; typed from cell to cell."""

from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QApplication,
    QCompleter,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from app.filekind import FileKind
from app.photos.notes import MOST_CHARACTERS, MOST_WORDS
from app.preview.showing import NamedOriginal
from app.visible_text import visible
from ui.dialog_drafts import KeptField
from ui.literal import literal_heads, literal_words, tip
from ui.photos.rows import FIELDS, PhotoDraft
from ui.preview.thumbnails import Thumbnails
from ui.theme import Theme
from ui.translation import QT_TR_NOOP, tr

Index = QModelIndex | QPersistentModelIndex

#: What the elements are called on screen.
HEADS = {
    "title": QT_TR_NOOP("题名"),
    "taken": QT_TR_NOOP("时间"),
    "place": QT_TR_NOOP("地点"),
    "people": QT_TR_NOOP("人物"),
    "taken_by": QT_TR_NOOP("摄影者"),
    "words": QT_TR_NOOP("文字说明"),
}
#: Widths at 100 %; what shows a photo takes the room that is left.
_WIDTHS = (84, 150, 130, 130, 110, 80)
_ROW = 60


class PhotoModel(QAbstractTableModel):
    """The lines of a draft; a cell that nobody filled shows a guess, in another colour."""

    def __init__(
        self, draft: PhotoDraft, theme: Theme, thumbnails: Thumbnails, parent: QObject
    ) -> None:
        super().__init__(parent)
        self.draft, self._theme, self._thumbnails = draft, theme, thumbnails
        self.read_only = False

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802
        """One row a photo."""
        return 0 if parent.isValid() else len(self.draft.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802
        """The picture and the elements."""
        return 0 if parent.isValid() else 1 + len(FIELDS)

    @literal_heads
    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401
        """The names of the elements, the numbers of the photos."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is Qt.Orientation.Vertical:
            return str(section + 1)
        return tr(HEADS[FIELDS[section - 1]]) if section else tr("照片")

    @literal_words
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """The picture, or what stands in a cell."""
        line = self.draft.lines[index.row()]
        if index.column() == 0:
            return self._of_picture(index, role)
        name = FIELDS[index.column() - 1]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return visible(line.text(name))
            case Qt.ItemDataRole.ForegroundRole if line.guessed(name):
                return QColor(self._theme.colours.muted)
            case Qt.ItemDataRole.FontRole if line.guessed(name):
                font = QFont()
                font.setItalic(True)
                return font
            case Qt.ItemDataRole.ToolTipRole:
                if line.guessed(name):
                    return tip(tr("自动识别：{text}。不对就改，清空就不印", text=line.text(name)))
                return tip(line.text(name))
            case Qt.ItemDataRole.AccessibleTextRole:
                return tr(
                    "照片{number}，{field}：{text}",
                    number=index.row() + 1,
                    field=tr(HEADS[name]),
                    text=line.text(name),
                )
        return None

    def _of_picture(self, index: Index, role: int) -> Any:  # noqa: ANN401
        row = self.draft.lines[index.row()].row
        match role:
            case Qt.ItemDataRole.DecorationRole:
                named = NamedOriginal(row.sha256, FileKind.IMAGE, row.name, pages=row.pages)
                picture = self._thumbnails.of(named)
                side = self._theme.space(_ROW - 8)
                return picture and picture.scaled(
                    self._theme.space(_WIDTHS[0] - 8),
                    side,
                    Qt.AspectRatioMode.KeepAspectRatio,
                    Qt.TransformationMode.SmoothTransformation,
                )
            case Qt.ItemDataRole.ToolTipRole:
                return tip(row.name)
            case Qt.ItemDataRole.AccessibleTextRole:
                return row.name
        return None

    def setData(  # noqa: N802
        self,
        index: Index,
        value: Any,  # noqa: ANN401
        role: int = Qt.ItemDataRole.EditRole,
    ) -> bool:
        """Say something of a photo."""
        if role != Qt.ItemDataRole.EditRole or index.column() == 0:
            return False
        self.draft.lines[index.row()].say(FIELDS[index.column() - 1], str(value))
        self.tell(index.row())
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """All but the picture can be typed in."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.column() and not self.read_only:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def tell(self, first: int, last: int | None = None) -> None:
        """Show some rows anew."""
        end = self.index(first if last is None else last, len(FIELDS))
        self.dataChanged.emit(self.index(first, 0), end)


class PhotoGrid(QTableView, KeptField):
    """Enter goes on to the same element of the next photo, Tab to the next element."""

    changed = Signal()

    def __init__(self, model: PhotoModel, theme: Theme) -> None:
        super().__init__()
        self.photos = model
        self.setModel(model)
        self.setItemDelegate(_CellDelegate(self))
        self.setAccessibleName(tr("照片说明"))
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(
            trigger.AnyKeyPressed
            | trigger.EditKeyPressed
            | trigger.DoubleClicked
            | trigger.SelectedClicked
        )
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setWordWrap(True)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        header = self.horizontalHeader()
        for column, width in enumerate(_WIDTHS):
            self.setColumnWidth(column, theme.space(width))
        header.setSectionResizeMode(len(FIELDS), QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(theme.space(60))
        header.setHighlightSections(False)
        rows = self.verticalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(theme.space(_ROW))
        model.dataChanged.connect(lambda *_: self.changed.emit())

    @property
    def text_to_keep(self) -> str:
        """See ``KeptField``."""
        return self.photos.draft.kept

    def write_kept(self, text: str) -> None:
        """See ``KeptField``."""
        self.photos.draft.take_kept(text)
        self.photos.tell(0, self.photos.rowCount() - 1)

    def closeEditor(  # noqa: N802
        self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint
    ) -> None:
        """Go on to the next photo when Enter ends a cell."""
        entered = hint == QAbstractItemDelegate.EndEditHint.SubmitModelCache
        super().closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint if entered else hint)
        if entered:
            self.step_down()

    def step_down(self) -> None:
        """Choose the same element of the next photo, if there is one."""
        at = self.currentIndex()
        if at.row() + 1 < self.photos.rowCount():
            self.setCurrentIndex(self.photos.index(at.row() + 1, at.column()))

    def finish_typing(self) -> None:
        """Take what stands in the cell that is being typed in."""
        editor = QApplication.focusWidget()
        if isinstance(editor, QLineEdit) and self.isAncestorOf(editor):
            self.commitData(editor)
            self.closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)
            self.setFocus()

    @property
    def chosen(self) -> list[int]:
        """The photos of which a cell is chosen; all of them if it is only one."""
        rows = sorted({index.row() for index in self.selectedIndexes()})
        return rows if len(rows) > 1 else list(range(self.photos.rowCount()))


class _CellEdit(QLineEdit):
    """Leaves Ctrl+D (同上) to the dialog; on some systems it deletes a character."""

    def event(self, event: QEvent) -> bool:
        """Do not claim the shortcut."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            if held and event.key() == Qt.Key.Key_D:
                event.ignore()
                return False
        return super().event(event)


class _CellDelegate(QStyledItemDelegate):
    """Offers what was typed in other photos; Enter is told from leaving a cell."""

    def createEditor(  # noqa: N802
        self, parent: QWidget, _option: QStyleOptionViewItem, index: Index
    ) -> QWidget:
        """A line with what stands elsewhere in the column for completion."""
        model = index.model()
        assert isinstance(model, PhotoModel)
        name = FIELDS[index.column() - 1]
        line = _CellEdit(parent)
        line.setFrame(False)
        line.setMaxLength(MOST_WORDS if name == "words" else MOST_CHARACTERS)
        line.setAccessibleName(tr(HEADS[name]))
        others = dict.fromkeys(filter(None, (one.text(name) for one in model.draft.lines)))
        if name != "words" and others:
            completer = QCompleter(list(others), line)
            completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
            completer.setFilterMode(Qt.MatchFlag.MatchStartsWith)
            line.setCompleter(completer)
        return line
