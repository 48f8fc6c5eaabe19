"""What the table of the library is narrowed to: words, scope, unit, kind of file, state."""

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QWidget

from ui.library.filtering import KINDS, Filter, Wanted, kind_name, wanted_name
from ui.library.rows import Scope
from ui.literal import tip as as_tip
from ui.snapshot import Snapshot
from ui.theme import Theme
from ui.translation import tr
from ui.widgets.layouts import vertical
from ui.widgets.name_picker import NamePicker
from ui.widgets.search_line import SearchLine

#: Below this width (at 100 %) the filters take two lines.
_WIDE = 464


def scope_name(scope: Scope) -> str:
    """How a scope is called."""
    return {
        Scope.ALL: tr("全部材料"),
        Scope.SAME_CONTENT: tr("内容相同的"),
        Scope.SIMILAR_TITLES: tr("题名相近的"),
        Scope.BIN: tr("回收站"),
    }[scope]


class LibraryFilters(QWidget):
    """The line to type in with the boxes below it; a tool may stand at the end of the line."""

    changed = Signal()  # not for each key: once the loop has nothing better to do
    scope_changed = Signal()
    entered = Signal()  # Enter was pressed in the line

    def __init__(self, theme: Theme, tool: QWidget) -> None:
        super().__init__()
        self._theme = theme
        self.search = SearchLine(
            theme, tr("查找：题名、文号、文件名或拼音首字母（Ctrl+F）"), tr("查找材料")
        )
        self.scope = _box(tr("看哪些材料"), tr("全部材料、重复的材料或回收站"))
        for scope in Scope:
            self.scope.addItem(scope_name(scope), scope.value)
        self.unit = NamePicker(tr("责任单位"))
        self.unit.setAccessibleName(tr("按责任单位筛选"))
        self.unit.setToolTip(tr("只看一个责任单位的材料；可输入拼音首字母"))
        self.kind = _box(tr("按文件类型筛选"), tr("只看这类文件"))
        for kind in ("", *KINDS):
            self.kind.addItem(kind_name(kind), kind)
        self.wanted = _box(tr("按情况筛选"), tr("只看有待处理的材料"))
        for wanted in Wanted:
            self.wanted.addItem(wanted_name(wanted), wanted.value)
        self._boxes = QGridLayout()
        self._boxes.setSpacing(6)
        self._fold()
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(self.search, 1)
        line.addWidget(tool)
        column = vertical(self, spacing=8)
        column.addLayout(line)
        column.addLayout(self._boxes)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(0)
        self._typing.timeout.connect(self.changed)
        self.search.textChanged.connect(self._typing.start)
        self.search.returnPressed.connect(self.entered)
        self.unit.picked.connect(lambda _: self.changed.emit())
        self.kind.currentIndexChanged.connect(lambda _: self.changed.emit())
        self.wanted.currentIndexChanged.connect(lambda _: self.changed.emit())
        self.scope.currentIndexChanged.connect(lambda _: self.scope_changed.emit())
        theme.changed.connect(self._repaint)

    @property
    def filter(self) -> Filter:
        """What is wanted within the scope."""
        wanted = Wanted(self.wanted.currentData())
        return Filter(self.search.text().strip(), self.unit.name, self.kind.currentData(), wanted)

    @property
    def chosen_scope(self) -> Scope:
        """Which of the items the table is about."""
        return Scope(self.scope.currentData())

    def offer_units(self, snapshot: Snapshot) -> None:
        """Let the rows be narrowed to a unit, where there are several."""
        own = snapshot.facts.unit_name
        self.unit.offer((u.name for u in snapshot.registry.units), tr("全部责任单位"))
        self.unit.setVisible(own is None)

    def choose_scope(self, scope: Scope) -> None:
        """Turn to all items, to duplicates or to the bin."""
        self.scope.setCurrentIndex(self.scope.findData(scope.value))

    def clear(self) -> None:
        """Show everything of the scope."""
        self.search.clear()
        self.unit.choose("")
        self.kind.setCurrentIndex(0)
        self.wanted.setCurrentIndex(0)
        self.changed.emit()

    def take_keyboard(self) -> None:
        """Let words be typed at once, in place of those that are there."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _fold(self) -> None:
        """Put the filters into two lines where one is too short for the size of the text."""
        wide = self.width() >= self._theme.space(_WIDE)
        across = 4 if wide else 2
        for place, box in enumerate((self.scope, self.unit, self.kind, self.wanted)):
            self._boxes.addWidget(box, place // across, place % across)
        for column in range(4):
            self._boxes.setColumnStretch(column, 1 if column < across else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  (Qt's name)
        """Arrange the filters anew."""
        super().resizeEvent(event)
        self._fold()

    @Slot()
    def _repaint(self) -> None:
        self._fold()


def _box(name: str, tip: str) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    box.setToolTip(as_tip(tip))
    box.setMinimumContentsLength(5)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    return box
