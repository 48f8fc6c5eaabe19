"""Boxes beside each other, in two lines where one is too short for the size of the text."""

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.theme import Theme


class FoldingBoxes(QWidget):
    """Gives each box the same width; ``wide`` is the width at 100 % from which one line is used."""

    def __init__(self, theme: Theme, boxes: Sequence[QWidget], wide: int) -> None:
        super().__init__()
        self._theme, self._boxes, self._wide = theme, tuple(boxes), wide
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(6)
        self._fold()
        theme.changed.connect(self._fold)

    @Slot()
    def _fold(self) -> None:
        count = len(self._boxes)
        across = count if self.width() >= self._theme.space(self._wide) else (count + 1) // 2
        for place, box in enumerate(self._boxes):
            self._grid.addWidget(box, place // across, place % across)
        for column in range(count):
            self._grid.setColumnStretch(column, 1 if column < across else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  (Qt's name)
        """Arrange the boxes again."""
        super().resizeEvent(event)
        self._fold()
