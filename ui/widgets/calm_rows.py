"""Lists that change by themselves keep still while the mouse is over them."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QListView

from ui.widgets.row_list import RowListModel

Row = TypeVar("Row")


class CalmRows(QObject, Generic[Row]):
    """Shows new rows of ``model``; under the mouse only when it has left ``view``.

    For lists that nobody changes on their own page: a click must hit the row that was read.
    """

    def __init__(self, view: QListView, model: RowListModel[Row]) -> None:
        super().__init__(view)
        self._view, self._model = view, model
        self._later: tuple[Row, ...] | None = None
        view.viewport().installEventFilter(self)

    def show(self, rows: Sequence[Row]) -> None:
        """Show these rows now, or as soon as the mouse has left."""
        if self._view.isVisible() and self._view.viewport().underMouse() and self._model.rows:
            self._later = tuple(rows)
        else:
            self._later = None
            self._model.show(rows)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  (Qt's name)
        """Show what waits when the mouse leaves, or when the list is hidden."""
        if event.type() in {QEvent.Type.Leave, QEvent.Type.Hide} and self._later is not None:
            rows, self._later = self._later, None
            self._model.show(rows)
        return super().eventFilter(watched, event)
