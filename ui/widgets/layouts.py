"""How widgets lie in a window: rows, columns, parts beside each other, parts that scroll."""

from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

L = TypeVar("L", bound=QBoxLayout)


def vertical(
    widget: QWidget | None = None, *margins: int, spacing: int | None = None
) -> QVBoxLayout:
    """A column, the layout of ``widget`` if one is given.

    ``margins`` are left, top, right and bottom, or none at all: then there is no margin.
    """
    return _set(QVBoxLayout() if widget is None else QVBoxLayout(widget), margins, spacing)


def horizontal(
    widget: QWidget | None = None, *margins: int, spacing: int | None = None
) -> QHBoxLayout:
    """A row, otherwise as ``vertical``."""
    return _set(QHBoxLayout() if widget is None else QHBoxLayout(widget), margins, spacing)


def beside(*parts: QWidget, sizes: Sequence[int]) -> QSplitter:
    """Parts beside each other, with a handle between them; ``sizes`` are their first widths."""
    made = QSplitter(Qt.Orientation.Horizontal)
    for part in parts:
        made.addWidget(part)
    made.setSizes(sizes)
    made.setChildrenCollapsible(False)
    made.setHandleWidth(8)
    return made


def scrolled(widget: QWidget) -> QScrollArea:
    """A widget that scrolls where there is less room than it needs."""
    made = QScrollArea()
    made.setWidget(widget)
    made.setWidgetResizable(True)
    return made


def _set(layout: L, margins: tuple[int, ...], spacing: int | None) -> L:
    left, top, right, bottom = margins or (0, 0, 0, 0)
    layout.setContentsMargins(left, top, right, bottom)
    if spacing is not None:
        layout.setSpacing(spacing)
    return layout
