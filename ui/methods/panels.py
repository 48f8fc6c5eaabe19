"""The panels of method tools, below the evidence of the tasks that are verified so.

A panel is a ``MethodPanel`` in a module of its own here, named by its entry in
``app.methods.tools``. It is made when a task first shows it, and follows the tasks from then on.
"""

from dataclasses import dataclass
from importlib import import_module

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from app.methods.slots import Slot as Place
from app.methods.tools import MethodTool, tool_of
from ui.indicators.detail import DetailPanel
from ui.page import PageContext


@dataclass(frozen=True, slots=True)
class Shown:
    """What a panel is to show: a task of one unit, or of all if ``unit`` is "".

    ``place`` is where something new goes; its unit is "" while none was chosen.
    """

    place: Place
    unit: str

    def has(self, place: Place) -> bool:
        """True if what was noted at a place is to be shown."""
        same = (place.indicator, place.task_code) == (self.place.indicator, self.place.task_code)
        return same and self.unit in {"", place.unit}


class MethodPanel(QWidget):
    """What one tool shows. It reads and writes by itself, through the session."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.context = context

    def turn_to(self, shown: Shown) -> None:
        """Show another task, or the same one for other units."""
        raise NotImplementedError


class ToolPanels(QObject):
    """Shows the panel of the task that is open, if its method has a tool with one."""

    def __init__(self, context: PageContext, detail: DetailPanel) -> None:
        super().__init__(detail)
        self._context, self._detail = context, detail
        self._made: dict[str, MethodPanel] = {}
        detail.task_chosen.connect(self.follow)
        detail.panel.unit.picked.connect(self.follow)

    @property
    def shown(self) -> MethodPanel | None:
        """The panel that is in use; None where the method has none."""
        tool = self._tool()
        return self._made.get(tool.method) if tool is not None else None

    @Slot()
    def follow(self) -> None:
        """Turn to the task that is open."""
        tool = self._tool()
        if tool is not None and tool.method not in self._made:
            self._made[tool.method] = self._make(tool)
        for method, panel in self._made.items():
            panel.setVisible(tool is not None and method == tool.method)
        detail, panel_shown = self._detail, self.shown
        if panel_shown is not None and detail.task_code is not None:
            place = Place(detail.panel.unit.name, detail.code, detail.task_code)
            panel_shown.turn_to(Shown(place, detail.unit))

    def _tool(self) -> MethodTool | None:
        detail = self._detail
        if not detail.code or detail.task_code is None:
            return None
        framework = self._context.session.snapshot.framework
        tool = tool_of(framework.method_of(detail.code, detail.task_code))
        return tool if tool is not None and tool.panel else None

    def _make(self, tool: MethodTool) -> MethodPanel:
        module, _, name = tool.panel.partition(":")
        panel: MethodPanel = getattr(import_module(f"ui.methods.{module}"), name)(self._context)
        self._detail.panel.add_tool(panel)
        return panel
