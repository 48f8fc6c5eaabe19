"""What is cut off or lies over something else in a window."""

from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QLabel, QToolButton, QWidget

from ui.widgets.elided import ElidedLabel
from ui.widgets.foot import Foot
from ui.widgets.notice import Notice

#: Sizes are rounded: to a pixel here and there nothing is cut off.
_SLACK = 2


def cut_off(window: QWidget) -> list[str]:
    """Labels and buttons that have less room than their words need."""
    found = []
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or isinstance(widget, ElidedLabel):
            continue
        if isinstance(widget, QLabel) and widget.text() and not widget.property("badge"):
            needed = widget.sizeHint()
            if widget.wordWrap():
                if widget.heightForWidth(widget.width()) > widget.height() + _SLACK:
                    found.append(f"{_name(widget)}: {widget.height()} high")
                continue
        elif isinstance(widget, QAbstractButton) and widget.text():
            if isinstance(widget, QToolButton) and widget.property("rail"):
                continue  # as wide as the rail
            # The rim of a button may become thinner, its words may not be cut.
            needed = QSize(widget.sizeHint().width(), widget.fontMetrics().height())
        else:
            continue
        if needed.width() > widget.width() + _SLACK or needed.height() > widget.height() + _SLACK:
            have = f"{widget.width()}x{widget.height()}"
            found.append(f"{_name(widget)}: {have} < {needed.width()}x{needed.height()}")
    return found


def overlapping(window: QWidget) -> list[str]:
    """Widgets beside each other, of one parent, that lie over one another."""
    found = []
    for parent in (window, *window.findChildren(QWidget)):
        if not parent.isVisible() or isinstance(parent, QAbstractScrollArea):
            continue
        for one, other in combinations(list(_children(parent)), 2):
            both = one.geometry() & other.geometry()
            if both.width() > _SLACK and both.height() > _SLACK:
                found.append(f"{_name(one)} / {_name(other)} in {_name(parent)}")
    return found


def _children(parent: QWidget) -> Iterator[QWidget]:
    for child in parent.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
        shown = child.isVisible() and not child.isWindow()
        if shown and not isinstance(child, Notice | Foot) and not child.property("badge"):
            yield child


def _name(widget: QWidget) -> str:
    words = getattr(widget, "text", lambda: "")()
    return f"{type(widget).__name__}({words[:24] or widget.accessibleName()[:24]})"
