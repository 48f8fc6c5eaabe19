"""Shows on the rail how much came back from review and was not worked on yet."""

from PySide6.QtCore import QObject, Slot

from ui.page import PageContext
from ui.rail import Rail

PAGE = "review"


class ReturnAnnouncer(QObject):
    """One per open workspace; it goes with the session. The office has no badge."""

    def __init__(self, context: PageContext, rail: Rail) -> None:
        super().__init__(context.session)
        self._context, self._rail = context, rail
        context.session.refreshed.connect(self._tell)
        self._tell()

    @Slot()
    def _tell(self) -> None:
        snapshot = self._context.session.snapshot
        own = snapshot.facts.unit_name is not None
        self._rail.badge(PAGE, snapshot.returns.open if own else 0)
