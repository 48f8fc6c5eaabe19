"""What the panel of a method's tool is; the 指标 page shows it below the evidence of a task.

A panel is a ``MethodPanel`` in a module of its own here, named by its entry in
``app.methods.tools``.
"""

from dataclasses import dataclass
from importlib import import_module

from PySide6.QtWidgets import QWidget

from app.methods.slots import Slot
from app.methods.tools import MethodTool
from ui.page import PageContext


@dataclass(frozen=True, slots=True)
class Shown:
    """What a panel is to show: a task of one unit, or of all if ``unit`` is "".

    ``slot`` is where something new goes; its unit is "" while none was chosen.
    """

    slot: Slot
    unit: str

    def has(self, slot: Slot) -> bool:
        """True if what was noted there is to be shown."""
        same = (slot.indicator, slot.task_code) == (self.slot.indicator, self.slot.task_code)
        return same and self.unit in {"", slot.unit}


class MethodPanel(QWidget):
    """What one tool shows. It reads and writes by itself, through the session."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.context = context

    def turn_to(self, shown: Shown) -> None:
        """Show another task, or the same one for other units."""
        raise NotImplementedError


def make_panel(tool: MethodTool, context: PageContext) -> MethodPanel:
    """Make the panel that a tool names."""
    module, _, name = tool.panel.partition(":")
    made: MethodPanel = getattr(import_module(f"ui.methods.{module}"), name)(context)
    return made
