"""A box for a day that takes what people type: 2026-5-10, 2026.5.10, 20260510, 2026年5月10日."""

from datetime import date

from PySide6.QtCore import SIGNAL, QDate, QDateTime, QObject, QPoint, Qt, QTime, QTimer
from PySide6.QtGui import QFocusEvent, QKeyEvent, QValidator
from PySide6.QtWidgets import QDateEdit, QToolTip, QWidget

from app.guessing.dates import typed_day
from ui.literal import tip
from ui.translation import tr

_DAYS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
_MONTHS = {Qt.Key.Key_PageUp: 1, Qt.Key.Key_PageDown: -1}
_FINISHING = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class DayEdit(QDateEdit):
    """Qt's own box wants year, month and day one by one, and drops what is typed otherwise.

    Here the text is read as a whole once it is finished. What is no day gives way to the day that
    was there, and a note says how days are written.
    """

    def __init__(self, day: date, name: str, parent: QWidget | None = None) -> None:
        super().__init__(QDate(day.year, day.month, day.day), parent)
        self.setAccessibleName(name)
        self.setDisplayFormat("yyyy-MM-dd")
        self.setCalendarPopup(True)
        self.setKeyboardTracking(False)
        # Qt moves from part to part with the cursor, and reads each part by itself.
        moved = SIGNAL("cursorPositionChanged(int,int)")
        QObject.disconnect(self.lineEdit(), moved, self, None)  # type: ignore[call-overload]

    @property
    def day(self) -> date:
        """The day that is chosen, or typed just now."""
        chosen = self.date()
        return date(chosen.year(), chosen.month(), chosen.day())

    def date(self) -> QDate:
        """The day that is chosen, or typed just now: a shortcut may come before the box is left."""
        return _read(self.lineEdit().text()) or super().date()

    def validate(self, text: str, at: int) -> tuple[QValidator.State, str, int]:
        """Let anything be typed; only a day is finished."""
        done = _read(text) is not None
        return (QValidator.State.Acceptable if done else QValidator.State.Intermediate), text, at

    def dateTimeFromText(self, text: str) -> QDateTime:  # noqa: N802  (Qt's name)
        """The day that is typed, or the one that was there."""
        return QDateTime(_read(text) or super().date(), QTime(0, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  (Qt's name)
        """Keys go to the text as in any line; ↑ and ↓ turn by a day, page keys by a month."""
        key = Qt.Key(event.key())
        plain = event.modifiers() in {
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        }
        if plain and (key in _DAYS or key in _MONTHS):
            self._finish()
            self.setDate(self.date().addDays(_DAYS.get(key, 0)).addMonths(_MONTHS.get(key, 0)))
        elif key in _FINISHING or (not plain and key in _DAYS):
            self._finish()
            super().keyPressEvent(event)
        else:
            self.lineEdit().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802  (Qt's name)
        """Choose the whole text: what is typed takes its place. Qt would choose a part of it."""
        super().focusInEvent(event)
        self.selectAll()
        if event.reason() is Qt.FocusReason.MouseFocusReason:
            QTimer.singleShot(0, self, self.selectAll)  # the press itself comes after the focus

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802  (Qt's name)
        """Read what was typed."""
        self._finish()
        super().focusOutEvent(event)

    def _finish(self) -> None:
        text = self.lineEdit().text()
        if _read(text) is None:
            how = tr("“{text}”看不懂，请写成 2026-05-10、2026.5.10 或 2026年5月10日", text=text)
            QToolTip.showText(self.mapToGlobal(QPoint(0, self.height())), tip(how), self)
        self.interpretText()


def _read(text: str) -> QDate | None:
    found = typed_day(text, date.max)
    return QDate.fromString(found, Qt.DateFormat.ISODate) if found else None
