"""Tells of the inbox on every page: a number on the rail, a line at the foot."""

from PySide6.QtCore import QObject, Slot

from app.errors import JuanzongError
from app.intake.report import AttachReport
from ui.page import PageContext
from ui.rail import Rail
from ui.shared.outcomes import summary_of
from ui.shared.showing_outcomes import show_outcomes, tell_outcomes
from ui.translation import tr
from ui.wording import describe_error

PAGE = "inbox"


class InboxAnnouncer(QObject):
    """One per open workspace; it goes with the session."""

    def __init__(self, context: PageContext, rail: Rail) -> None:
        super().__init__(context.session)
        self._context, self._rail = context, rail
        keeper = context.session.inbox
        keeper.filed.connect(self._on_filed)
        keeper.changed.connect(self._on_changed)
        keeper.troubled.connect(self._on_trouble)
        rail.badge(PAGE, 0)

    @Slot(object)
    def _on_filed(self, report: AttachReport) -> None:
        said = tr("收件箱：{summary}", summary=summary_of(report))
        tell_outcomes(self._context, said, report, lambda: self._show(report))

    def _show(self, report: AttachReport) -> None:
        dialog = show_outcomes(self._context, report, self._rail)
        dialog.item_wanted.connect(self._go_to_item)

    @Slot(str)
    def _go_to_item(self, item: str) -> None:
        from ui.shared.targets import ItemTarget

        self._context.go("indicators", ItemTarget(item))

    @Slot()
    def _on_changed(self) -> None:
        self._rail.badge(PAGE, len(self._context.session.inbox.waiting))

    @Slot(object)
    def _on_trouble(self, error: Exception) -> None:
        if isinstance(error, JuanzongError):
            reason = describe_error(error).reason
        else:
            reason = tr("磁盘或数据库暂时不能用，稍后会自动再试")
        self._context.notice.say(tr("收件箱暂时没有收取：{reason}", reason=reason))
