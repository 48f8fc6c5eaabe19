"""The page that is shown when no workspace is open."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import (
    QModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from ui import icons
from ui.actions import ActionButton, label, make_action
from ui.preferences import RecentWorkspace
from ui.theme import Theme
from ui.translation import tr
from ui.widgets.row_list import ROW, Index, RowListModel


class RecentModel(RowListModel[RecentWorkspace]):
    """The recent workspaces, frozen rows."""

    def words(self, row: RecentWorkspace, role: int) -> object:
        """The title, and the path as tooltip."""
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return row.title
            case Qt.ItemDataRole.ToolTipRole:
                return row.path if row.present else tr("{path}\n这个文件夹现在不在", path=row.path)
            case _:
                return None


class RecentDelegate(QStyledItemDelegate):
    """Two lines: the owner and when it was open; the folder."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        """Two lines of text and some space."""
        lines = self._theme.font()
        option.font = lines
        return QSize(200, round(option.fontMetrics.height() * 2.1) + self._theme.space(18))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one workspace."""
        row: RecentWorkspace = index.data(ROW)
        colours, space = self._theme.colours, self._theme.space
        painter.save()
        rect: QRect = option.rect.adjusted(space(4), space(2), -space(4), -space(2))
        state = option.state
        lit = state & (QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_Selected)
        if lit:
            chosen = bool(state & QStyle.StateFlag.State_Selected)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.accent_soft if chosen else colours.hover))
            painter.drawRoundedRect(rect, 6, 6)
        size = space(24)
        tint = colours.accent if row.present else colours.empty
        picture = icons.pixmap("workspace", tint, size, option.widget.devicePixelRatioF())
        painter.drawPixmap(rect.left() + space(10), rect.center().y() - size // 2, picture)
        text = rect.adjusted(space(46), space(6), -space(12), -space(6))
        painter.setFont(self._theme.font(medium=True))
        painter.setPen(QColor(colours.text if row.present else colours.muted))
        painter.drawText(text, Qt.AlignmentFlag.AlignTop, row.title)
        painter.setFont(self._theme.font(-1))
        painter.setPen(QColor(colours.muted))
        when = _when(row.opened) if row.present else tr("文件夹不在")
        painter.drawText(text, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight, when)
        path = painter.fontMetrics().elidedText(
            row.path, Qt.TextElideMode.ElideMiddle, text.width()
        )
        painter.drawText(text, Qt.AlignmentFlag.AlignBottom, path)
        painter.restore()


class WelcomePage(QWidget):
    """Emits what the person wants; does not open anything itself."""

    new_requested = Signal()
    browse_requested = Signal()
    task_requested = Signal()
    open_requested = Signal(object)  # Path
    forget_requested = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        new = make_action(
            self,
            tr("新建工作区…"),
            tr("为一个县或一个单位新建工作区（Ctrl+N）"),
            self.new_requested.emit,
        )
        browse = make_action(
            self,
            tr("打开工作区…"),
            tr("打开已有的工作区文件夹（Ctrl+Shift+O）"),
            self.browse_requested.emit,
        )
        self.new_button = ActionButton(new, theme, "new", primary=True)
        self.browse_button = ActionButton(browse, theme, "workspace")
        task = make_action(
            self,
            tr("打开任务包…"),
            tr("用创建办发来的任务包或恢复包建立本单位的工作区"),
            self.task_requested.emit,
            "Ctrl+T",
        )
        self.task_button = ActionButton(task, theme, "exchange")
        self._mark = label()
        titles = QVBoxLayout()
        titles.setSpacing(2)
        titles.addWidget(label(tr("卷宗", "the program"), "display"))
        titles.addWidget(label(tr("示范创建和考核迎检材料的整理与装订"), "muted"))
        head = QHBoxLayout()
        head.setSpacing(18)
        head.addWidget(self._mark)
        head.addLayout(titles)
        head.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        buttons.addWidget(self.new_button)
        buttons.addWidget(self.browse_button)
        buttons.addWidget(self.task_button)
        buttons.addStretch(1)

        self.recent_title = label(tr("最近打开"), "subheading")
        self.model = RecentModel(self)
        self.recent = QListView()
        self.recent.setModel(self.model)
        self.recent.setItemDelegate(RecentDelegate(theme, self.recent))
        self.recent.setMouseTracking(True)
        self.recent.setAccessibleName(tr("最近打开的工作区"))
        self.recent.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.recent.activated.connect(self._on_activated)
        self.recent.clicked.connect(self._on_activated)
        make_action(
            self.recent,
            tr("从列表中移除"),
            tr("只从列表中移除，文件夹不动"),
            self._forget,
            "Del",
            within=True,
        )
        self.recent.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.first_hint = label(
            tr("第一次使用：有创建办发来的任务包，就打开它；没有，就新建工作区。"),
            "muted",
            wrap=True,
        )
        self.status = label("", "muted")

        self._body = QWidget()
        column = QVBoxLayout(self._body)
        column.setSpacing(14)
        column.addStretch(2)
        column.addLayout(head)
        column.addSpacing(10)
        column.addLayout(buttons)
        column.addWidget(self.first_hint)
        column.addSpacing(14)
        column.addWidget(self.recent_title)
        column.addWidget(self.recent, 8)
        column.addWidget(self.status)
        column.addStretch(3)
        outer = QHBoxLayout(self)
        outer.addStretch(1)
        outer.addWidget(self._body, 6)
        outer.addStretch(1)
        theme.changed.connect(self._paint)
        self._paint()

    def show_recent(self, rows: list[RecentWorkspace]) -> None:
        """List the recent workspaces."""
        self.model.show(rows)
        for widget in (self.recent, self.recent_title):
            widget.setVisible(bool(rows))
        self.first_hint.setVisible(not rows)
        if rows:
            # Enter opens the last workspace again.
            self.recent.setCurrentIndex(self.model.index(0))
            self.recent.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.new_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_opening(self, path: Path | None) -> None:
        """Say that a workspace is being opened, or stop saying it."""
        self.setEnabled(path is None)
        self.status.setText(tr("正在打开 {path} ……", path=path) if path else "")

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        row: RecentWorkspace = index.data(ROW)
        if row.present:
            self.open_requested.emit(Path(row.path))

    def _forget(self) -> None:
        index = self.recent.currentIndex()
        if index.isValid():
            self.forget_requested.emit(index.data(ROW).path)

    def _paint(self) -> None:
        self._body.setMaximumWidth(self._theme.space(620))
        size = self._theme.space(56)
        self._mark.setPixmap(icons.pixmap("juanzong", "#2a5c9a", size, self.devicePixelRatioF()))


def _when(iso: str) -> str:
    try:
        return f"{datetime.fromisoformat(iso).astimezone():%Y-%m-%d %H:%M}"
    except ValueError:
        return ""
