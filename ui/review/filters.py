"""The row of filters above matrix and queue."""

from enum import StrEnum

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QWidget

from app.review.board import Board, Cell, SlotRow
from app.review.vocabulary import SlotStage
from app.visible_text import visible
from ui.theme import Theme
from ui.translation import tr
from ui.widgets.folding import FoldingBoxes
from ui.widgets.layouts import horizontal
from ui.widgets.name_picker import NamePicker
from ui.wording import STAGE_NAMES

#: From this width at 100 % the filters stand in one line.
_WIDE = 500


class Shown(StrEnum):
    """Choices besides the single stages: all that was started, or what waits for the office."""

    BEGUN = "begun"
    WAITING = "waiting"


class Part(StrEnum):
    """Which part the unit has in the indicator."""

    ANY = "any"
    LEAD = "lead"
    PARTICIPANT = "participant"
    OWED = "owed"


class ReviewFilters(QWidget):
    """A unit, its part, a category of indicators, and how far the slots are."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
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
        self.part = QComboBox()
        self.part.setAccessibleName(tr("牵头、参与"))
        self.part.setToolTip(tr("只看牵头的、参与的或要交的"))
        for part, name in (
            (Part.ANY, tr("牵头和参与")),
            (Part.LEAD, tr("只看牵头的")),
            (Part.PARTICIPANT, tr("只看参与的")),
            (Part.OWED, tr("只看要交的")),
        ):
            self.part.addItem(name, part)
        self.part.currentIndexChanged.connect(self._tell)
        for box in (self.category, self.stage, self.part):
            policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            box.setSizeAdjustPolicy(policy)
            box.setMinimumContentsLength(5)
        layout = horizontal(self)
        layout.addWidget(
            FoldingBoxes(theme, (self.unit, self.category, self.part, self.stage), _WIDE)
        )

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
        part = self.admits_part(lead=bool(row.lead), owes=row.owes)
        return fits and part and self.unit.name in {"", row.unit} and row.slot.indicator in codes

    def admits_part(self, *, lead: bool, owes: bool) -> bool:
        """True if a unit's part is wanted."""
        match self.part.currentData():
            case Part.LEAD:
                return lead
            case Part.PARTICIPANT:
                return not lead
            case Part.OWED:
                return owes
            case _:
                return True

    def admits_cell(self, cell: Cell) -> bool:
        """True if a cell of the matrix is shown."""
        return self.admits_part(lead=cell.lead, owes=cell.owes)

    def units_of(self, board: Board) -> tuple[str, ...]:
        """The columns of the matrix."""
        return (self.unit.name,) if self.unit.name in board.units else board.units

    @Slot()
    def _tell(self) -> None:
        self.changed.emit()
