"""Rows and columns of widgets."""

from typing import TypeVar

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

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


def _set(layout: L, margins: tuple[int, ...], spacing: int | None) -> L:
    left, top, right, bottom = margins or (0, 0, 0, 0)
    layout.setContentsMargins(left, top, right, bottom)
    if spacing is not None:
        layout.setSpacing(spacing)
    return layout
