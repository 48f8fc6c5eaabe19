"""The preview as the last part of a page's splitter: opened and closed by a key, remembered."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from ui.actions import make_action
from ui.page import PageContext
from ui.preview.pane import PreviewPane
from ui.translation import tr

_OPEN, _CLOSED = "open", "closed"


class PreviewSide(QObject):
    """Adds a pane to a splitter. ``toggle`` is the action that opens and closes it (F3)."""

    def __init__(self, context: PageContext, splitter: QSplitter, name: str, page: QWidget) -> None:
        """Add the pane; ``name`` is under what the page's layout is remembered."""
        super().__init__(page)
        self._preferences, self._splitter, self._name = context.preferences, splitter, name
        self.pane = PreviewPane(context)
        self._holder = QWidget()
        room = QVBoxLayout(self._holder)
        room.setContentsMargins(2, 12, 14, 12)
        room.addWidget(self.pane)
        splitter.addWidget(self._holder)
        self.toggle = make_action(page, tr("预览"), tr("打开或收起预览"), None, "F3")
        self.toggle.setCheckable(True)
        self.toggle.setChecked(context.preferences.recalled(f"preview/{name}") != _CLOSED)
        self.toggle.toggled.connect(self._follow)
        self._follow(self.toggle.isChecked())

    @Slot(bool)
    def _follow(self, is_open: bool) -> None:  # noqa: FBT001  (Qt's own signature)
        self._holder.setVisible(is_open)
        self._preferences.keep(f"preview/{self._name}", _OPEN if is_open else _CLOSED)

    def restore(self) -> None:
        """Give the parts of the splitter the sizes that they had."""
        state = self._preferences.layout(f"{self._name}-preview")
        if state is not None:
            self._splitter.restoreState(state)

    def keep(self) -> None:
        """Remember the sizes of the parts."""
        self._preferences.keep_layout(f"{self._name}-preview", self._splitter.saveState())
