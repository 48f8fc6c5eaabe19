"""Choosing a method and a point by digits, once the indicator stands."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent

from ui.widgets.indicator_picker import IndicatorPicker
from ui.widgets.indicator_search import Spot


def spot_by_digit(
    spots: Sequence[Spot], task_code: str | None, digit: int
) -> tuple[int, str] | None:
    """The row that a digit means, and its method; None if it means none.

    With several methods the first digit is the method's turn and the next one the point's number;
    with a single method every digit is a point.
    """
    methods = list(dict.fromkeys(spot.task_code for spot in spots))
    if len(methods) == 1:
        task_code = methods[0]
    if task_code is None:
        if not 1 <= digit <= len(methods):
            return None
        wanted = methods[digit - 1]
        return next(n for n, spot in enumerate(spots) if spot.task_code == wanted), wanted
    for number, spot in enumerate(spots):
        if spot.task_code == task_code and spot.point == digit:
            return number, task_code
    return None


class DigitKeys(QObject):
    """Listens to the list of places of a picker."""

    def __init__(self, picker: IndicatorPicker) -> None:
        super().__init__(picker)
        self._picker = picker
        self._method: str | None = None
        picker.spots.installEventFilter(self)
        picker.spots_model.modelReset.connect(self._forget)

    @Slot()
    def _forget(self) -> None:
        self._method = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  (Qt's name)
        """Digits choose; Backspace goes back to the choice of the method, then to the indicator."""
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        if event.key() == Qt.Key.Key_Backspace:
            if self._method is None:
                self._picker.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._method = None
            return True
        if event.text().isdecimal() and event.text().isascii():
            found = spot_by_digit(self._picker.spots_model.rows, self._method, int(event.text()))
            if found is not None:
                row, self._method = found
                self._picker.spots.setCurrentIndex(self._picker.spots_model.index(row))
            return True
        return super().eventFilter(watched, event)
