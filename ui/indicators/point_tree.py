"""A tree of indicators, tasks and points to tick, for what is done at many points at once."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QTreeWidgetItemIterator, QWidget

from app.framework.keys import PointKey
from app.framework.schema import Framework, Indicator
from app.visible_text import visible
from ui.literal import tip
from ui.pinyin import initials
from ui.theme import Theme
from ui.translation import tr
from ui.widgets.search_line import SearchLine
from ui.wording import named

_HELD = Qt.ItemDataRole.UserRole
_SEARCHED = Qt.ItemDataRole.UserRole + 1
#: The height of a row that is easy to hit.
_ROW = 26
ON, OFF = Qt.CheckState.Checked, Qt.CheckState.Unchecked


@dataclass(frozen=True, slots=True)
class PointLine:
    """Where a point stands, and how it is called there."""

    key: PointKey
    heading: str
    task: str
    text: str


def point_line(framework: Framework, key: PointKey, text: str) -> PointLine:
    """A point of the set in words."""
    return PointLine(
        key,
        _heading(framework.indicator(key.indicator)),
        named(framework.task_name(key.indicator, key.task_code)),
        text,
    )


def _heading(indicator: Indicator) -> str:
    return tr("{heading}　{text}", heading=indicator.heading, text=indicator.statement)


class PointTree(QTreeWidget):
    """Points below their tasks and indicators; ticking one of those ticks what is shown below it.

    A point that is not shown keeps its tick, or its lack of one, whatever is ticked above it.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QSize(0, theme.space(_ROW))
        self.setAccessibleName(tr("指标、核验方式和要点"))
        self.setUniformRowHeights(True)
        self.setIndentation(theme.space(20))
        self._above: dict[tuple[str, ...], QTreeWidgetItem] = {}
        self.itemChanged.connect(self._on_changed)

    @contextmanager
    def quietly(self) -> Iterator[None]:
        """Change many rows without a signal for each; whoever does so counts afterwards."""
        self.blockSignals(True)  # noqa: FBT003  (Qt's own signature)
        try:
            yield
        finally:
            self.blockSignals(False)  # noqa: FBT003
            self._follow_points()

    def add(self, line: PointLine, text: str, held: object) -> QTreeWidgetItem:
        """Add a point below its task; ``held`` is what ``points`` hands back with it."""
        code, task = line.key.indicator, line.key.task_code
        parent: QTreeWidget | QTreeWidgetItem = self
        for key, words in (((code,), line.heading), ((code, task), line.task)):
            if key not in self._above:
                self._above[key] = _item(parent, words, self._row)
            parent = self._above[key]
        item = _item(parent, text, self._row)
        item.setData(0, _HELD, held)
        words = " ".join((line.heading, line.task, line.text))
        item.setData(0, _SEARCHED, f"{words} {initials(words)}".lower())
        return item

    def points(self) -> Iterable[tuple[QTreeWidgetItem, object]]:
        """Every point with what it holds, in the order of the set."""
        walk = QTreeWidgetItemIterator(self)
        while (item := walk.value()) is not None:
            if not item.childCount():
                yield item, item.data(0, _HELD)
            walk += 1

    def tasks(self) -> Iterable[list[tuple[QTreeWidgetItem, object]]]:
        """The points of each task."""
        for indicator in self._tops():
            for task in _inside(indicator):
                yield [(point, point.data(0, _HELD)) for point in _inside(task)]

    def sift(
        self, words: str, fits: Callable[[object], bool] = lambda _held: True, *, opened: bool
    ) -> None:
        """Show the points with these words that fit; ``opened`` unfolds what is above them."""
        parts = words.lower().split()
        for item, held in self.points():
            searched: str = item.data(0, _SEARCHED)
            item.setHidden(not (fits(held) and all(part in searched for part in parts)))
        for indicator in self._tops():
            tasks = _inside(indicator)
            for task in tasks:
                task.setHidden(all(point.isHidden() for point in _inside(task)))
                task.setExpanded(opened and not task.isHidden())
            indicator.setHidden(all(task.isHidden() for task in tasks))
            indicator.setExpanded(opened and not indicator.isHidden())
        self._follow_points()

    @Slot(QTreeWidgetItem, int)
    def _on_changed(self, item: QTreeWidgetItem, column: int) -> None:
        state = item.checkState(0)
        if column != 0:
            return
        with self.quietly():
            if state is not Qt.CheckState.PartiallyChecked:
                for point in _points_below(item):
                    if not point.isHidden():
                        point.setCheckState(0, state)

    def _follow_points(self) -> None:
        """Let tasks and indicators tell of the points that are shown below them."""
        self.blockSignals(True)  # noqa: FBT003
        for indicator in self._tops():
            for above in (*_inside(indicator), indicator):
                shown = [p.checkState(0) for p in _points_below(above) if not p.isHidden()]
                some = Qt.CheckState.PartiallyChecked if ON in shown else OFF
                above.setCheckState(0, ON if shown and OFF not in shown else some)
        self.blockSignals(False)  # noqa: FBT003

    def _tops(self) -> list[QTreeWidgetItem]:
        found = map(self.topLevelItem, range(self.topLevelItemCount()))
        return [item for item in found if item is not None]


class PointSearch(SearchLine):
    """The line that sifts a tree; Enter and ↓ go on to the tree, and to no button."""

    def __init__(self, theme: Theme, tree: PointTree) -> None:
        super().__init__(theme, tr("查找：编号、文字或拼音首字母"), tr("查找要点"))
        self._tree = tree

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  (Qt's name)
        """Go on to the first row that is shown."""
        if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down}:
            super().keyPressEvent(event)
            return
        current = self._tree.currentItem()
        if current is None or current.isHidden():
            shown = (item for item, _ in self._tree.points() if not item.isHidden())
            first = next(shown, None)
            if first is not None:
                self._tree.setCurrentItem(first)
        self._tree.setFocus()


def _item(parent: QTreeWidget | QTreeWidgetItem, text: str, size: QSize) -> QTreeWidgetItem:
    item = QTreeWidgetItem(parent)
    item.setText(0, visible(text))
    item.setToolTip(0, tip(text))
    item.setSizeHint(0, size)
    item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
    item.setCheckState(0, OFF)
    return item


def _inside(item: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    found = map(item.child, range(item.childCount()))
    return [child for child in found if child is not None]


def _points_below(item: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    """The points of a task or an indicator; none for a point."""
    return [point for child in _inside(item) for point in (_points_below(child) or [child])]
