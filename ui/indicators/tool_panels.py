"""The panels of method tools: each is made when a task of its method is first shown."""

from PySide6.QtCore import QObject, QSize, Slot
from PySide6.QtWidgets import QSizePolicy, QTabWidget, QWidget

from app.verification import slots
from app.verification.tools import tools_of
from ui.indicators.detail import DetailPanel
from ui.page import PageContext
from ui.verification.panels import MethodPanel, Shown, make_panel


class ToolPanels(QObject):
    """Shows the panels of the task that is open, if its method has tools: several in tabs."""

    def __init__(self, context: PageContext, detail: DetailPanel) -> None:
        super().__init__(detail)
        self._context, self._detail = context, detail
        self._made: dict[str, tuple[QWidget, tuple[MethodPanel, ...]]] = {}
        detail.task_chosen.connect(self.follow)
        detail.panel.unit.picked.connect(self.follow)

    @property
    def shown(self) -> tuple[MethodPanel, ...]:
        """The panels that are in use; none where the method has no tool."""
        return self._made[self._method][1] if self._method in self._made else ()

    @Slot()
    def follow(self) -> None:
        """Turn to the task that is open."""
        detail, method = self._detail, self._method
        if method not in self._made:
            self._make(method)
        for other, (frame, _) in self._made.items():
            frame.setVisible(other == method and self._is_offered(other))
        if self.shown and detail.task_code is not None:
            slot = slots.Slot(detail.panel.unit.name, detail.code, detail.task_code)
            for panel in self.shown:
                panel.turn_to(Shown(slot, detail.unit))

    @property
    def _method(self) -> str:
        """The method of the task that is open; "" where it has none."""
        detail = self._detail
        if not detail.code or detail.task_code is None:
            return ""
        framework = self._context.session.snapshot.framework
        return framework.method_of(detail.code, detail.task_code)

    def _is_offered(self, method: str) -> bool:
        return any(panel.offered for panel in self._made[method][1])

    @Slot()
    def _on_offered(self) -> None:
        method = self._method
        if method in self._made:
            self._made[method][0].setVisible(self._is_offered(method))

    def _make(self, method: str) -> None:
        panels = tuple(make_panel(tool, self._context) for tool in tools_of(method) if tool.panel)
        if not panels:
            return
        for panel in panels:
            panel.items_wanted.connect(self._detail.panel.choose_items)
        frame = panels[0] if len(panels) == 1 else _Tabs(panels)
        self._made[method] = frame, panels
        for panel in panels:
            panel.offered_changed.connect(self._on_offered)
        self._detail.panel.add_tool(frame)


class _Tabs(QTabWidget):
    """Tabs that are as high as the one in sight needs.

    The tab that a person chose stays in front wherever it is offered, else the first one.
    """

    def __init__(self, panels: tuple[MethodPanel, ...]) -> None:
        super().__init__()
        self._panels, self._chosen = panels, 0
        self.setDocumentMode(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        for panel in panels:
            self.addTab(panel, panel.title)
            panel.offered_changed.connect(self._show_offered)
        self.tabBarClicked.connect(self._choose)
        self.currentChanged.connect(self._fit)
        self._show_offered()

    @Slot(int)
    def _choose(self, number: int) -> None:
        if number >= 0:
            self._chosen = number

    @Slot()
    def _show_offered(self) -> None:
        offered = [number for number, panel in enumerate(self._panels) if panel.offered]
        for number in range(self.count()):
            self.setTabVisible(number, number in offered)
        if offered:
            self.setCurrentIndex(self._chosen if self._chosen in offered else offered[0])
        self._fit()

    @Slot()
    def _fit(self) -> None:
        for number, panel in enumerate(self._panels):
            policy = panel.sizePolicy()
            here = number == self.currentIndex()
            vertical = QSizePolicy.Policy.Preferred if here else QSizePolicy.Policy.Ignored
            policy.setVerticalPolicy(vertical)
            panel.setSizePolicy(policy)
        self.updateGeometry()

    def sizeHint(self) -> QSize:  # noqa: N802  (Qt's name)
        """No more than the tab in sight needs: the evidence above takes the room that is left."""
        return self.minimumSizeHint()

    def heightForWidth(self, width: int) -> int:  # noqa: N802  (Qt's name)
        """As the tab in sight wraps; Qt would ask the tallest of all tabs."""
        panel = self._panels[self.currentIndex()]
        least = panel.minimumSizeHint().height()
        wrapped = panel.heightForWidth(width) if panel.hasHeightForWidth() else least
        return self.minimumSizeHint().height() - least + max(wrapped, least)
