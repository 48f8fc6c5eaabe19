"""Boxes for numbers take the digits that a Chinese keyboard writes in full width."""

import unicodedata

from PySide6.QtCore import QPoint
from PySide6.QtGui import QDoubleValidator, QIntValidator
from PySide6.QtWidgets import QLineEdit, QToolTip

from ui.translation import tr


class WholeNumbers(QIntValidator):
    """As Qt's own; １２ becomes 12 while it is typed."""

    def validate(self, text: str, at: int) -> object:
        """What Qt says of the plain digits."""
        return super().validate(plain(text), at)


class Numbers(QDoubleValidator):
    """As Qt's own; １．５ becomes 1.5 while it is typed."""

    def validate(self, text: str, at: int) -> object:
        """What Qt says of the plain digits."""
        return super().validate(plain(text), at)


def take_numbers(edit: QLineEdit, numbers: WholeNumbers | Numbers) -> None:
    """Let a line take these numbers alone, and say so when something else is typed or pasted."""
    edit.setValidator(numbers)

    def say() -> None:
        words = tr("这里只填数字，如 3；单位、说明不用写")
        if isinstance(numbers, WholeNumbers):
            words = tr("这里只填整数，如 3；单位、说明不用写")
        QToolTip.showText(edit.mapToGlobal(QPoint(0, edit.height())), words, edit)

    edit.inputRejected.connect(say)


def plain(text: str) -> str:
    """Digits, points and signs in half width; the full stop of a Chinese keyboard is a point."""
    return unicodedata.normalize("NFKC", text.replace("。", "."))
