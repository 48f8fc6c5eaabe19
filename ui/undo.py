"""Undo: each finished action adds a step that can be undone and redone."""

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

    Both functions run in the writing queue. ``note`` is shown after the undo: what could not be
    undone, and why.
    """

    text: str
    undo: Callable[[], Any]
    redo: Callable[[], Any]
    note: str = ""


class UndoStack(QObject):
    """The steps since the workspace was opened, newest last."""

    changed = Signal()
    told = Signal(str)  # what was just undone or redone
    undone = Signal(object)  # the step
    redone = Signal(object)  # the step

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._done: list[Step] = []
        self._undone: list[Step] = []

    def push(self, step: Step) -> None:
        """Add a step that has just been done."""
        self._done.append(step)
        del self._done[:-_LIMIT]
        self._undone.clear()
        self.changed.emit()

    @property
    def undo_text(self) -> str:
        """What ``undo`` would undo; "" if there is nothing."""
        return self._done[-1].text if self._done else ""

    @property
    def redo_text(self) -> str:
        """What ``redo`` would do again; "" if there is nothing."""
        return self._undone[-1].text if self._undone else ""

    def is_next(self, step: Step) -> bool:
        """True if ``undo`` would undo exactly this step."""
        return bool(self._done) and self._done[-1] is step

    @Slot()
    def undo(self) -> None:
        """Undo the last step; a step that cannot be undone stays on the stack."""
        if self._done:
            step = self._done.pop()
            self._undone.append(step)

            def done(_result: object) -> None:
                told = tr("已撤销：{text}", text=step.text)
                self.told.emit(tr("；").join((told, step.note)) if step.note else told)
                self.undone.emit(step)

            self._session.write(
                step.undo,
                done,
                failed=lambda _error: self._put_back(step, self._undone, self._done),
                typing_goes_on=True,
            )
            self.changed.emit()

    @Slot()
    def redo(self) -> None:
        """Redo the last undone step."""
        if self._undone:
            step = self._undone.pop()
            self._done.append(step)

            def done(_result: object) -> None:
                self.told.emit(tr("已重做：{text}", text=step.text))
                self.redone.emit(step)

            self._session.write(
                step.redo,
                done,
                failed=lambda _error: self._put_back(step, self._done, self._undone),
                typing_goes_on=True,
            )
            self.changed.emit()

    def _put_back(self, step: Step, wrong: list[Step], right: list[Step]) -> None:
        if step in wrong:
            wrong.remove(step)
            right.append(step)
            self.changed.emit()
