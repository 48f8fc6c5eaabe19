"""A line for a whole number between two bounds."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.widgets.plain_numbers import WholeNumbers, take_numbers


class NumberEdit(QLineEdit):
    """Always has a number: one out of bounds is corrected when the line is left."""

    value_changed = Signal()

    def __init__(self, lowest: int, highest: int, parent: QWidget | None = None) -> None:
        super().__init__(str(lowest), parent)
        self._lowest, self._highest = lowest, highest
        take_numbers(self, WholeNumbers(lowest, highest, self))
        self.textChanged.connect(self.value_changed)
        self.editingFinished.connect(self._settle)

    @property
    def value(self) -> int:
        """The number; the lowest one while the line is empty."""
        text = self.text().strip()
        number = int(text) if text.isdecimal() else self._lowest
        return min(self._highest, max(self._lowest, number))

    def set_bounds(self, lowest: int, highest: int) -> None:
        """Set other bounds."""
        self._lowest, self._highest = lowest, highest
        validator = self.validator()
        assert isinstance(validator, WholeNumbers)
        validator.setRange(lowest, highest)

    def set_value(self, number: int) -> None:
        """Show a number."""
        self.setText(str(number))

    @Slot()
    def _settle(self) -> None:
        self.setText(str(self.value))

    def focusOutEvent(self, event: object) -> None:  # noqa: N802  (Qt's name)
        """Correct the text here, because Qt does not emit "finished" for an invalid text."""
        super().focusOutEvent(event)  # type: ignore[arg-type]
        self._settle()
