"""Marking many places of a unit as not applying at once (批量标为不涉及)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.completeness.marks import MarkPlace
from app.completeness.states import Completeness, PointState
from app.framework.schema import Framework
from ui.actions import label
from ui.indicators.marks import ReasonEdit
from ui.indicators.point_tree import ON, PointLine, PointSearch, PointTree, point_line
from ui.literal import tip
from ui.theme import Theme
from ui.translation import tr
from ui.widgets.agreeing import agree_buttons
from ui.widgets.fitting import resize_within_window


@dataclass(frozen=True, slots=True)
class PlaceLine:
    """A point that may be marked; ``reason`` is that of the mark that holds for it, "" for none.

    ``whole``: the mark is one of the task as a whole.
    """

    place: MarkPlace
    line: PointLine
    items: int
    reason: str
    whole: bool


def place_lines(
    completeness: Completeness, framework: Framework, unit: str
) -> tuple[PlaceLine, ...]:
    """Every point of a unit's slots, in the order of the set."""
    return tuple(
        PlaceLine(
            MarkPlace(unit, slot.indicator, slot.task_code, state.point.number),
            point_line(framework, state.key, state.point.text),
            len(state.items),
            *_said(state, unit),
        )
        for slot in completeness.slots(unit)
        for state in slot.filing.points
    )


def _said(state: PointState, unit: str) -> tuple[str, bool]:
    mark = next((m for m in state.marks if m.unit == unit), None)
    return (mark.reason, mark.point is None) if mark is not None else ("", False)


class MarkManyDialog(QDialog):
    """A tree of indicators, tasks and points to tick, and one reason for all of them.

    ``agreed`` has the places, and the reason; "" to take their marks back.
    """

    agreed = Signal(object, str)

    def __init__(
        self, theme: Theme, lines: Sequence[PlaceLine], unit: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setWindowTitle(tr("批量标为不涉及"))
        self.tree = PointTree(theme)
        self.tree.setHeaderHidden(True)
        self.search = PointSearch(theme, self.tree)
        self.search.textChanged.connect(self._sift)
        self.tree.itemChanged.connect(self._follow)
        self.count = label("", "muted")
        self.reason = ReasonEdit(theme)
        self.reason.changed.connect(self._follow)
        self.buttons, self.agree = agree_buttons(
            self, tr("标为不涉及", "to do"), tr("标为不涉及（Ctrl+回车）"), shortcut="Ctrl+Return"
        )
        self.take_back = self.buttons.addButton(
            tr("取消不涉及", "to do"), QDialogButtonBox.ButtonRole.DestructiveRole
        )
        self.take_back.setToolTip(tip(tr("取消勾选的各处原来的标注")))
        self.take_back.clicked.connect(self._withdraw)
        self.accepted.connect(self._agree)
        layout = QVBoxLayout(self)
        layout.setSpacing(theme.space(8))
        layout.addWidget(
            label(
                tr("{unit}　勾选不涉及的指标、核验方式或要点", unit=unit), "subheading", wrap=True
            )
        )
        layout.addWidget(self.search)
        layout.addWidget(self.tree, 1)
        layout.addWidget(self.count)
        layout.addWidget(self.reason)
        layout.addWidget(self.buttons)
        self._fill(lines)
        resize_within_window(self, theme.space(680), theme.space(600))
        self.search.setFocus()
        self._follow()

    def tick(self, places: Iterable[MarkPlace]) -> None:
        """Tick points, or all points of a task whose place names none, and show the first."""
        wanted = set(places)
        shown = False
        with self.tree.quietly():
            for item, line in self._points():
                whole = MarkPlace(line.place.unit, line.place.indicator, line.place.task_code)
                if {line.place, whole} & wanted:
                    item.setCheckState(0, ON)
                    if not shown:
                        self.tree.setCurrentItem(item)
                    shown = True
        self._follow()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802  (Qt's name)
        """Show the first place that is ticked in the middle: only now the tree has its size."""
        super().showEvent(event)
        if item := self.tree.currentItem():
            self.tree.scrollToItem(item, QTreeWidget.ScrollHint.PositionAtCenter)

    @property
    def places(self) -> tuple[MarkPlace, ...]:
        """What is ticked: a task as a whole where all its points are, else its points."""
        return tuple(place for points in self.tree.tasks() for place in _ticked(points))

    def _fill(self, lines: Sequence[PlaceLine]) -> None:
        with self.tree.quietly():
            for line in lines:
                said = tr("不涉及：{reason}", reason=line.reason) if line.reason else ""
                there = tr("已有 {count} 件", count=line.items) if line.items else ""
                note = tr("；").join(filter(None, (there, said)))
                text = f"{line.place.point}. {line.line.text}"
                noted = tr("{text}（{note}）", text=text, note=note) if note else text
                self.tree.add(line.line, noted, line)

    def _points(self) -> Iterable[tuple[QTreeWidgetItem, PlaceLine]]:
        for item, line in self.tree.points():
            assert isinstance(line, PlaceLine)
            yield item, line

    @Slot(str)
    def _sift(self, text: str) -> None:
        self.tree.sift(text, opened=bool(text.strip()))
        self._follow()

    @Slot()
    def _follow(self) -> None:
        found = [(item, line) for item, line in self._points() if item.checkState(0) is ON]
        ticked = [line for _item, line in found]
        hidden = sum(item.isHidden() for item, _line in found)
        marked = sum(bool(line.reason) for line in ticked)
        filled = sum(bool(line.items) for line in ticked)
        said = [tr("已勾选 {count} 个要点", count=len(ticked))]
        if hidden:
            said.append(tr("{count} 个没有列出", count=hidden))
        if marked:
            said.append(tr("其中 {count} 个已标为不涉及", count=marked))
        if filled:
            said.append(tr("{count} 个已有材料，标注不影响它们", count=filled))
        self.count.setText(tr("，").join(said))
        self.agree.setEnabled(bool(ticked) and bool(self.reason.words))
        self.take_back.setEnabled(bool(marked))

    @Slot()
    def _agree(self) -> None:
        self.agreed.emit(self.places, self.reason.words)

    @Slot()
    def _withdraw(self) -> None:
        found: dict[MarkPlace, None] = {}
        for item, line in self._points():
            if item.checkState(0) is ON and line.reason:
                place = line.place
                whole = MarkPlace(place.unit, place.indicator, place.task_code)
                found[whole if line.whole else place] = None
        self.agreed.emit(tuple(found), "")
        self.reject()


def _ticked(points: Sequence[tuple[QTreeWidgetItem, object]]) -> list[MarkPlace]:
    """The places that are ticked among the points of a task; the task itself if all are."""
    lines = [held for item, held in points if item.checkState(0) is ON]
    ticked = [held.place for held in lines if isinstance(held, PlaceLine)]
    if len(ticked) == len(points) and ticked:
        first = ticked[0]
        return [MarkPlace(first.unit, first.indicator, first.task_code)]
    return ticked
