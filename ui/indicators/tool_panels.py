"""The panels of method tools: each is made when a task of its method is first shown."""

from PySide6.QtCore import QObject, Slot

from app.methods import slots
from app.methods.tools import MethodTool, tool_of
from ui.indicators.detail import DetailPanel
from ui.methods.panels import MethodPanel, Shown, make_panel
from ui.page import PageContext


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
        detail, tool = self._detail, self._tool()
        if tool is not None and tool.method not in self._made:
            panel = self._made[tool.method] = make_panel(tool, self._context)
            detail.panel.add_tool(panel)
        for method, made in self._made.items():
            made.setVisible(tool is not None and method == tool.method)
        if tool is not None and detail.task_code is not None:
            slot = slots.Slot(detail.panel.unit.name, detail.code, detail.task_code)
            self._made[tool.method].turn_to(Shown(slot, detail.unit))

    def _tool(self) -> MethodTool | None:
        detail = self._detail
        if not detail.code or detail.task_code is None:
            return None
        framework = self._context.session.snapshot.framework
        tool = tool_of(framework.method_of(detail.code, detail.task_code))
        return tool if tool is not None and tool.panel else None
