"""The filters of the library's table: words, scope, unit, kind of file, state."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from ui.library.filtering import KINDS, LibraryFilter, LibraryQuestion, kind_name, wanted_name
from ui.library.rows import LibraryScope
from ui.literal import tip as as_tip
from ui.snapshot import Snapshot
from ui.theme import Theme
from ui.translation import tr
from ui.widgets.folding import FoldingBoxes
from ui.widgets.layouts import vertical
from ui.widgets.name_picker import NamePicker
from ui.widgets.search_line import SearchLine

#: Below this width (at 100 %) the filters take two lines.
_WIDE = 464


def scope_name(scope: LibraryScope) -> str:
    """How a scope is called."""
    return {
        LibraryScope.ALL: tr("全部材料"),
        LibraryScope.SAME_CONTENT: tr("内容相同的"),
        LibraryScope.SIMILAR_TITLES: tr("题名相近的"),
        LibraryScope.BIN: tr("回收站"),
    }[scope]


class LibraryFilters(QWidget):
    """The search line with the boxes below it; a tool can be added at the end of the line."""

    changed = Signal()  # not for each key, but when the event loop is idle
    scope_changed = Signal()
    entered = Signal()  # Enter was pressed in the line

    def __init__(self, theme: Theme, tool: QWidget) -> None:
        super().__init__()
        self.search = SearchLine(
            theme, tr("查找：题名、文号、文件名或拼音首字母（Ctrl+F）"), tr("查找材料")
        )
        self.scope = _box(tr("看哪些材料"), tr("全部材料、重复的材料或回收站"))
        for scope in LibraryScope:
            self.scope.addItem(scope_name(scope), scope.value)
        self.unit = NamePicker(tr("责任单位"))
        self.unit.setAccessibleName(tr("按责任单位筛选"))
        self.unit.setToolTip(tr("只看一个责任单位的材料；可输入拼音首字母"))
        self.kind = _box(tr("按文件类型筛选"), tr("只看这类文件"))
        for kind in ("", *KINDS):
            self.kind.addItem(kind_name(kind), kind)
        self.wanted = _box(tr("按情况筛选"), tr("只看有待处理的材料"))
        for wanted in LibraryQuestion:
            self.wanted.addItem(wanted_name(wanted), wanted.value)
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(self.search, 1)
        line.addWidget(tool)
        column = vertical(self, spacing=8)
        column.addLayout(line)
        column.addWidget(
            FoldingBoxes(theme, (self.scope, self.unit, self.kind, self.wanted), _WIDE)
        )
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

    @property
    def filter(self) -> LibraryFilter:
        """The filter within the scope."""
        wanted = LibraryQuestion(self.wanted.currentData())
        return LibraryFilter(
            self.search.text().strip(), self.unit.name, self.kind.currentData(), wanted
        )

    @property
    def chosen_scope(self) -> LibraryScope:
        """Which of the items the table is about."""
        return LibraryScope(self.scope.currentData())

    def offer_units(self, snapshot: Snapshot) -> None:
        """Offer to show the rows of one unit, if there are several."""
        own = snapshot.facts.unit_name
        self.unit.offer((u.name for u in snapshot.registry.units), tr("全部责任单位"))
        self.unit.setVisible(own is None)

    def choose_scope(self, scope: LibraryScope) -> None:
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
        """Take the focus, so that typing replaces the present words."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()


def _box(name: str, tip: str) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    box.setToolTip(as_tip(tip))
    box.setMinimumContentsLength(5)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    return box
