"""Says on every page that a working copy was saved."""

from PySide6.QtCore import QObject, Slot

from app.intake.copies.model import WorkingCopy
from ui.page import PageContext
from ui.shared.targets import ItemTarget
from ui.translation import tr


class CopyAnnouncer(QObject):
    """One per open workspace; it goes with the session."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context.session)
        self._context = context
        context.session.copies.saved.connect(self._on_saved)

    @Slot(object)
    def _on_saved(self, copy: WorkingCopy) -> None:
        self._context.notice.say(
            tr("《{title}》的副本已改动，可以作为新版本", title=copy.title),
            tr("去看"),
            lambda: self._context.go("indicators", ItemTarget(copy.item)),
        )
