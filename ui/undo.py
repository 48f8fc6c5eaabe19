"""Undo: each finished action leaves a step that can be taken back and taken again."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from ui.session import Session
from ui.translation import tr

_LIMIT = 100


@dataclass(frozen=True)
class Step:
    """Something that was done; ``text`` names it ("移除 2 件").

    Both functions run in the writing queue.
    """

    text: str
    undo: Callable[[], Any]
    redo: Callable[[], Any]


class UndoStack(QObject):
    """The steps of this sitting, newest last."""

    changed = Signal()
    told = Signal(str)  # what was just undone or redone

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._done: list[Step] = []
        self._undone: list[Step] = []

    def push(self, step: Step) -> None:
        """Note a step that has just been done."""
        self._done = [*self._done, step][-_LIMIT:]
        self._undone.clear()
        self.changed.emit()

    @property
    def undo_text(self) -> str:
        """What ``undo`` would take back; "" if there is nothing."""
        return self._done[-1].text if self._done else ""

    @property
    def redo_text(self) -> str:
        """What ``redo`` would do again; "" if there is nothing."""
        return self._undone[-1].text if self._undone else ""

    @Slot()
    def undo(self) -> None:
        """Take the last step back."""
        if self._done:
            step = self._done.pop()
            self._undone.append(step)
            self._session.write(
                step.undo, lambda _: self.told.emit(tr("已撤销：{text}", text=step.text))
            )
            self.changed.emit()

    @Slot()
    def redo(self) -> None:
        """Take the last undone step again."""
        if self._undone:
            step = self._undone.pop()
            self._done.append(step)
            self._session.write(
                step.redo, lambda _: self.told.emit(tr("已重做：{text}", text=step.text))
            )
            self.changed.emit()
