"""What the panel of a method's tool is; the 指标 page shows it below the evidence of a task.

A panel is a ``MethodPanel`` in a module of its own here, named by its entry in
``app.verification.tools``.
"""

from dataclasses import dataclass
from importlib import import_module

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.verification.slots import Slot
from app.verification.tools import MethodTool
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
    """What one tool shows. It reads and writes by itself, through the session.

    ``title`` is what people know it by where a method has several tools. ``items_wanted`` asks for
    items, by their ids, to be chosen in the list of evidence. A panel that has nothing for a task
    is not ``offered``.
    """

    items_wanted = Signal(list)
    offered_changed = Signal()

    def __init__(self, context: PageContext, title: str) -> None:
        super().__init__()
        self.context = context
        self.title = title
        self.offered = True

    def offer(self, *, offered: bool) -> None:
        """Say if there is something to show for the task."""
        if offered != self.offered:
            self.offered = offered
            self.offered_changed.emit()

    def turn_to(self, shown: Shown) -> None:
        """Show another task, or the same one for other units."""
        raise NotImplementedError


def make_panel(tool: MethodTool, context: PageContext) -> MethodPanel:
    """Make the panel that a tool names."""
    module, _, name = tool.panel.partition(":")
    made: MethodPanel = getattr(import_module(f"ui.verification.{module}"), name)(context)
    return made
