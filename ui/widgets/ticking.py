"""Lists whose rows can be ticked: a click on the name ticks as a click on the box does."""

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem


class TickByName(QObject):
    """Belongs to the list. Qt itself ticks only where the box is hit."""

    def __init__(self, view: QListWidget) -> None:
        super().__init__(view)
        self._view = view
        self._before: Qt.CheckState | None = None
        view.viewport().installEventFilter(self)
        view.itemClicked.connect(self._tick)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  (Qt's name)
        """Note the state before the mouse changes it; a quick second press is one as well."""
        pressed = {QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick}
        if isinstance(event, QMouseEvent) and event.type() in pressed:
            item = self._view.itemAt(event.position().toPoint())
            self._before = item.checkState() if item is not None else None
        return super().eventFilter(watched, event)

    @Slot(QListWidgetItem)
    def _tick(self, item: QListWidgetItem) -> None:
        tickable = item.flags() & Qt.ItemFlag.ItemIsUserCheckable
        # The box has been hit if the state is another one already.
        if tickable and item.checkState() is self._before:
            ticked = self._before is Qt.CheckState.Checked
            item.setCheckState(Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked)
