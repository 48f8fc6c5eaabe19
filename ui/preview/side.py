"""The preview as the last part of a page's splitter; a key opens and closes it.

Whether it is open is remembered. If there is no room for it beside the others, it replaces the
first part until it is closed.
"""

from PySide6.QtCore import QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from ui.actions import make_action
from ui.page import PageContext
from ui.preview.pane import PreviewPane
from ui.translation import tr
from ui.widgets.layouts import vertical

_OPEN, _CLOSED = "open", "closed"


class SideSplitter(QSplitter):
    """Parts of a page beside each other, the preview the last of them."""

    resized = Signal(int)

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)

    def widths(self) -> list[int]:
        """The minimum width of each part, shown or not."""
        parts = (self.widget(n) for n in range(self.count()))
        return [part.minimumSizeHint().width() for part in parts if part is not None]

    def minimumSizeHint(self) -> QSize:  # noqa: N802  (Qt's name)
        """All parts but one must fit, because the preview may replace the first."""
        first, *middle, last = self.widths()
        least = sum(middle) + max(first, last) + self.handleWidth() * len(middle)
        return QSize(least, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  (Qt's name)
        """Emit the width."""
        super().resizeEvent(event)
        self.resized.emit(event.size().width())


class PreviewSide(QObject):
    """Adds a pane to a splitter. ``toggle`` is the action that opens and closes it (F3)."""

    def __init__(
        self, context: PageContext, splitter: SideSplitter, name: str, page: QWidget
    ) -> None:
        """Add the pane; the page's layout is stored under ``name``."""
        super().__init__(page)
        self._preferences, self._splitter, self._name = context.preferences, splitter, name
        self.pane = PreviewPane(context)
        self._alone = False
        self._holder = QWidget()
        room = vertical(self._holder, 4, 12, 14, 12)
        room.addWidget(self.pane)
        splitter.addWidget(self._holder)
        self.toggle = make_action(page, tr("预览"), tr("打开或收起预览"), None, "F3")
        self.toggle.setCheckable(True)
        self.toggle.setChecked(context.preferences.recalled(f"preview/{name}") != _CLOSED)
        self.toggle.toggled.connect(self._follow)
        self._follow(self.toggle.isChecked())
        splitter.resized.connect(self.fit)
        context.theme.changed.connect(self._refit)

    @Slot(bool)
    def _follow(self, is_open: bool) -> None:  # noqa: FBT001  (Qt's own signature)
        if not self._alone:
            self._preferences.keep(f"preview/{self._name}", _OPEN if is_open else _CLOSED)
        self._holder.setVisible(is_open)
        first = self._splitter.widget(0)
        if first is not None:
            first.setVisible(not (self._alone and is_open))

    @Slot()
    def _refit(self) -> None:
        self.fit(self._splitter.width())

    @Slot(int)
    def fit(self, width: int) -> None:
        """Be beside the other parts if all fit, else in place of the first."""
        widths = self._splitter.widths()
        alone = width < sum(widths) + self._splitter.handleWidth() * (len(widths) - 1)
        if alone != self._alone:
            self._alone = alone
            kept = self._preferences.recalled(f"preview/{self._name}") != _CLOSED
            self.toggle.setChecked(kept and not alone)
            self._follow(self.toggle.isChecked())

    def restore(self) -> None:
        """Restore the sizes of the splitter's parts."""
        state = self._preferences.layout(f"{self._name}-preview")
        if state is not None:
            self._splitter.restoreState(state)

    def keep(self) -> None:
        """Store the sizes of the parts."""
        self._preferences.keep_layout(f"{self._name}-preview", self._splitter.saveState())
