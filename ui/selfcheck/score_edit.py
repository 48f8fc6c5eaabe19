"""A line for a self-assessment score; it may be empty."""

from PySide6.QtCore import QLocale, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from app.selfcheck.service import HIGHEST_SCORE
from ui.translation import tr
from ui.widgets.plain_numbers import Numbers, take_numbers

_DECIMALS = 2


class ScoreEdit(QLineEdit):
    """A value outside the limits is corrected when the line is left."""

    value_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        validator = Numbers(0, HIGHEST_SCORE, _DECIMALS, self)
        validator.setNotation(Numbers.Notation.StandardNotation)
        validator.setLocale(QLocale.c())
        take_numbers(self, validator)
        self.setAccessibleName(tr("自评分"))
        self.setPlaceholderText(tr("可不填"))
        self.setToolTip(tr("各项指标的分值没有公开；上级给了评分标准的，在这里填自评的得分"))
        self.textChanged.connect(self.value_changed)
        self.editingFinished.connect(self._settle)

    @property
    def value(self) -> float | None:
        """The score; None while there is no number."""
        try:
            return min(HIGHEST_SCORE, max(0.0, round(float(self.text()), _DECIMALS)))
        except ValueError:
            return None

    def set_value(self, score: float | None) -> None:
        """Put a score in, or none."""
        if score != self.value or score is None:
            self.setText("" if score is None else f"{score:g}")

    @Slot()
    def _settle(self) -> None:
        value = self.value
        self.setText("" if value is None else f"{value:g}")
