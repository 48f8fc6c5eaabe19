"""What changed in the workspace, told to whom it may concern."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal


@dataclass(frozen=True, slots=True)
class Changes:
    """What a finished action touched; pages decide for themselves what to do about it."""

    evidence: bool = False
    settings: bool = False
    units: bool = False
    dossiers: bool = False
    reviews: bool = False


class ChangeBus(QObject):
    """One per open workspace."""

    changed = Signal(object)  # Changes

    def tell(self, changes: Changes) -> None:
        """Let every page know."""
        self.changed.emit(changes)
