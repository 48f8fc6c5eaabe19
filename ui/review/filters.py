"""The row of filters above matrix and queue."""

from enum import StrEnum

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QWidget

from app.review.board import Board, SlotRow
from app.review.vocabulary import SlotStage
from app.visible_text import visible
from ui.translation import tr
from ui.widgets.layouts import horizontal
from ui.widgets.name_picker import NamePicker
from ui.wording import STAGE_NAMES


class Shown(StrEnum):
    """Choices besides the single stages: all that was started, or what waits for the office."""

    BEGUN = "begun"
    WAITING = "waiting"


class ReviewFilters(QWidget):
    """A unit, a category of indicators, and how far the slots are."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.unit = NamePicker(tr("单位名称或首字母"))
        self.unit.setAccessibleName(tr("责任单位"))
        self.unit.picked.connect(self._tell)
        self.category = QComboBox()
        self.category.setAccessibleName(tr("类目"))
        self.category.currentIndexChanged.connect(self._tell)
        self.stage = QComboBox()
        self.stage.setAccessibleName(tr("状态"))
        self.stage.addItem(tr("待审"), Shown.WAITING)
        self.stage.addItem(tr("全部已开始的"), Shown.BEGUN)
        for stage, name in STAGE_NAMES.items():
            self.stage.addItem(name, stage)
        self.stage.currentIndexChanged.connect(self._tell)
        for box in (self.category, self.stage):
            policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            box.setSizeAdjustPolicy(policy)
            box.setMinimumContentsLength(7)
        layout = horizontal(self, spacing=6)
        layout.addWidget(self.unit, 3)
        layout.addWidget(self.category, 3)
        layout.addWidget(self.stage, 2)

    def offer(self, units: tuple[str, ...], categories: dict[str, str]) -> None:
        """Take the units and categories; the choice stays."""
        self.unit.offer(units, tr("全部单位"))
        chosen = self.category.currentData()
        self.category.blockSignals(True)  # noqa: FBT003  (Qt's own signature)
        self.category.clear()
        self.category.addItem(tr("全部类目"), "")
        for code, name in categories.items():
            self.category.addItem(visible(name), code)
        self.category.setCurrentIndex(max(0, self.category.findData(chosen)))
        self.category.blockSignals(False)  # noqa: FBT003

    def admits(self, row: SlotRow, codes: frozenset[str]) -> bool:
        """True if a slot belongs in the list; ``codes`` are the indicators of the category."""
        wanted = self.stage.currentData()
        if wanted == Shown.WAITING:
            fits = row.waits
        elif wanted == Shown.BEGUN:
            fits = row.stage is not SlotStage.NOT_STARTED
        else:
            fits = row.stage is wanted
        return fits and self.unit.name in {"", row.unit} and row.slot.indicator in codes

    def units_of(self, board: Board) -> tuple[str, ...]:
        """The columns of the matrix."""
        return (self.unit.name,) if self.unit.name in board.units else board.units

    @Slot()
    def _tell(self) -> None:
        self.changed.emit()
